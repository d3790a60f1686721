"""Every request of an editor: a function of the server and its parameters, and a line in `REQUESTS`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types as t
from pygls.exceptions import JsonRpcException
from pygls.uris import to_fs_path

from ..reading import resolved
from ..service import View
from ..service.completion import proposals
from ..service.hover import hover
from ..service.mends import mend_all, mends
from ..service.naming import RefusedError, definition, references, rename, renaming
from ..service.outline import folds, outline
from ..service.tidying import formatted
from .places import Lines, range_of
from .saying import action, completion, edits, fold, location, symbol, workspace_edit
from .server import Server

FIX_ALL = "source.fixAll.argmap"
REQUEST_FAILED = -32803
"""What the protocol calls a request that is right and cannot be done."""


def failed(why: Exception | str) -> JsonRpcException:
    """A request cannot be done, and why, for the user to read."""
    return JsonRpcException(str(why), REQUEST_FAILED)


def _begin(server: Server, params: t.InitializeParams) -> None:
    uris = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
    names = [name for uri in uris if (name := to_fs_path(uri))]
    server.work_in([resolved(Path(name)) for name in names])


def _open(server: Server, params: t.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    server.put(document.uri, document.text, document.version)


def _change(server: Server, params: t.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    lines = server.texts.get(document.uri) or Lines("")
    for change in params.content_changes:
        if isinstance(change, t.TextDocumentContentChangePartial):
            lines = Lines(lines.changed(change.range, change.text))
        else:
            lines = Lines(change.text)
    server.put(document.uri, lines.text, document.version)


def _close(server: Server, params: t.DidCloseTextDocumentParams) -> None:
    server.drop(params.text_document.uri)


def _look_again(server: Server, _: t.DidSaveTextDocumentParams | t.DidChangeWatchedFilesParams) -> None:
    server.check_soon()


def _at(server: Server, params: Any) -> tuple[View, int]:
    uri = params.text_document.uri
    lines = server.texts.get(uri)
    view = server.view(uri)
    return view, (lines or Lines(view.file.text)).offset(params.position)


def _completion(server: Server, params: t.CompletionParams) -> list[t.CompletionItem]:
    view, offset = _at(server, params)
    lines = server.texts.get(params.text_document.uri) or Lines(view.file.text)
    return [completion(at, one, lines, offset) for at, one in enumerate(proposals(view, lines.text, offset))]


def _hover(server: Server, params: t.HoverParams) -> t.Hover | None:
    found = hover(*_at(server, params))
    return t.Hover(t.MarkupContent(t.MarkupKind.Markdown, found.markdown), range_of(found.span)) if found else None


def _definition(server: Server, params: t.DefinitionParams) -> t.Location | None:
    found = definition(*_at(server, params))
    return location(found, server.uri) if found else None


def _references(server: Server, params: t.ReferenceParams) -> list[t.Location]:
    view, offset = _at(server, params)
    found = references(view, offset, definition=params.context.include_declaration)
    return [location(span, server.uri) for span in found if span.file.path]


def _highlights(server: Server, params: t.DocumentHighlightParams) -> list[t.DocumentHighlight]:
    view, offset = _at(server, params)
    return [t.DocumentHighlight(range_of(span)) for span in references(view, offset) if span.file is view.file]


def _can_rename(server: Server, params: t.PrepareRenameParams) -> t.PrepareRenamePlaceholder:
    try:
        name = renaming(*_at(server, params))
    except RefusedError as why:
        raise failed(why) from why
    return t.PrepareRenamePlaceholder(range_of(name.span), name.span.text)


def _rename(server: Server, params: t.RenameParams) -> t.WorkspaceEdit:
    try:
        return workspace_edit(rename(*_at(server, params), params.new_name), server.uri)
    except RefusedError as why:
        raise failed(why) from why


def _symbols(server: Server, params: t.DocumentSymbolParams) -> list[t.DocumentSymbol]:
    return [symbol(each) for each in outline(server.view(params.text_document.uri).document)]


def _folds(server: Server, params: t.FoldingRangeParams) -> list[t.FoldingRange]:
    return [fold(each) for each in folds(server.view(params.text_document.uri).document)]


def _format(server: Server, params: t.DocumentFormattingParams) -> list[t.TextEdit] | None:
    found = formatted(server.view(params.text_document.uri))
    return None if found is None else edits(found)


def _actions(server: Server, params: t.CodeActionParams) -> list[t.CodeAction]:
    view = server.view(params.text_document.uri)
    lines = server.texts.get(params.text_document.uri) or Lines(view.file.text)
    start, end = lines.offset(params.range.start), lines.offset(params.range.end)
    wanted = params.context.only or [t.CodeActionKind.QuickFix]
    found = []
    if any(t.CodeActionKind.QuickFix.startswith(kind) for kind in wanted):
        found += [action(mend, t.CodeActionKind.QuickFix, server.uri) for mend in mends(view, start, end)]
    whole = mend_all(view)
    if whole and (found or any(FIX_ALL.startswith(kind) for kind in wanted)):
        found.append(action(whole, FIX_ALL, server.uri))
    return found


REQUESTS: tuple[tuple[str, Callable[[Server, Any], Any], Any], ...] = (
    (t.INITIALIZE, _begin, None),
    (t.TEXT_DOCUMENT_DID_OPEN, _open, None),
    (t.TEXT_DOCUMENT_DID_CHANGE, _change, None),
    (t.TEXT_DOCUMENT_DID_CLOSE, _close, None),
    (t.TEXT_DOCUMENT_DID_SAVE, _look_again, None),
    (t.WORKSPACE_DID_CHANGE_WATCHED_FILES, _look_again, None),
    (
        t.TEXT_DOCUMENT_COMPLETION,
        _completion,
        t.CompletionOptions(trigger_characters=["[", "(", "@", "#", "+", ">", ";", " "]),
    ),
    (t.TEXT_DOCUMENT_HOVER, _hover, None),
    (t.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (t.TEXT_DOCUMENT_REFERENCES, _references, None),
    (t.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, _highlights, None),
    (t.TEXT_DOCUMENT_PREPARE_RENAME, _can_rename, None),
    (t.TEXT_DOCUMENT_RENAME, _rename, t.RenameOptions(prepare_provider=True)),
    (t.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols, None),
    (t.TEXT_DOCUMENT_FOLDING_RANGE, _folds, None),
    (t.TEXT_DOCUMENT_FORMATTING, _format, None),
    (
        t.TEXT_DOCUMENT_CODE_ACTION,
        _actions,
        t.CodeActionOptions(code_action_kinds=[t.CodeActionKind.QuickFix, FIX_ALL]),
    ),
)
