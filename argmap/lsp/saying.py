"""What the service finds, as values of the protocol."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types as t

from ..diagnostic import Diagnostic, Edit, Severity
from ..service.completion import Proposal
from ..service.mends import Mend, title
from ..service.naming import by_file
from ..service.outline import Entry, Fold
from ..source import Span
from .places import Lines, range_of

Uri = Callable[[Path], str]
"""What the editor calls a file."""

SEVERITY = {
    Severity.ERROR: t.DiagnosticSeverity.Error,
    Severity.WARNING: t.DiagnosticSeverity.Warning,
    Severity.INFO: t.DiagnosticSeverity.Information,
}
COMPLETES = {
    "keyword": t.CompletionItemKind.Keyword,
    "field": t.CompletionItemKind.Field,
    "statement": t.CompletionItemKind.Reference,
    "source": t.CompletionItemKind.Module,
    "side": t.CompletionItemKind.EnumMember,
    "speech": t.CompletionItemKind.Event,
    "tag": t.CompletionItemKind.Constant,
    "value": t.CompletionItemKind.Value,
    "locator": t.CompletionItemKind.Value,
    "file": t.CompletionItemKind.File,
}
SYMBOL = {
    "claim": t.SymbolKind.Class,
    "evidence": t.SymbolKind.Field,
    "warrant": t.SymbolKind.Property,
    "rebuttal": t.SymbolKind.Event,
    "section": t.SymbolKind.Namespace,
    "source": t.SymbolKind.Module,
    "include": t.SymbolKind.File,
}
NOWHERE = t.Range(t.Position(0, 0), t.Position(0, 0))


def location(span: Span, uri: Uri) -> t.Location:
    """A place in a file."""
    return t.Location(uri(span.file.path or Path()), range_of(span))


def diagnostic(found: Diagnostic, uri: Uri) -> t.Diagnostic:
    """A finding, with its mend as data: a client need not ask for it again."""
    words = f"{found.message}\n{found.help}" if found.help else found.message
    related = [
        t.DiagnosticRelatedInformation(location(label.span, uri), label.message)
        for label in found.labels
        if label.span.file.path
    ]
    return t.Diagnostic(
        range_of(found.span) if found.span else NOWHERE,
        words,
        SEVERITY[found.severity],
        found.code,
        source="argmap",
        related_information=related or None,
        data=_data(found),
    )


def _data(found: Diagnostic) -> Mapping[str, Any] | None:
    if not found.edits or any(found.span is None or e.span.file is not found.span.file for e in found.edits):
        return None
    edits = [{"range": _plain(range_of(edit.span)), "newText": edit.replacement} for edit in found.edits]
    return {"title": title(found), "edits": edits}


def _plain(where: t.Range) -> Mapping[str, Any]:
    return {
        "start": {"line": where.start.line, "character": where.start.character},
        "end": {"line": where.end.line, "character": where.end.character},
    }


def edits(some: Iterable[Edit]) -> list[t.TextEdit]:
    """Edits of one file."""
    return [t.TextEdit(range_of(edit.span), edit.replacement) for edit in some]


def workspace_edit(some: Iterable[Edit], uri: Uri) -> t.WorkspaceEdit:
    """Edits of several files."""
    return t.WorkspaceEdit({uri(path): edits(each) for path, each in by_file(some).items()})


def action(mend: Mend, kind: t.CodeActionKind | str, uri: Uri) -> t.CodeAction:
    """A mend as something to choose."""
    about = [diagnostic(mend.finding, uri)] if mend.finding else None
    return t.CodeAction(mend.title, kind, about, is_preferred=mend.sure or None, edit=workspace_edit(mend.edits, uri))


def completion(number: int, one: Proposal, lines: Lines, offset: int) -> t.CompletionItem:
    """A proposal, in its place among the others."""
    where = t.Range(lines.position(one.start), lines.position(offset))
    return t.CompletionItem(
        one.word,
        kind=COMPLETES[one.what],
        detail=one.detail or None,
        sort_text=f"{number:04}",
        text_edit=t.TextEdit(where, one.written),
    )


def symbol(entry: Entry) -> t.DocumentSymbol:
    """An entry of the outline with all under it."""
    return t.DocumentSymbol(
        entry.name,
        SYMBOL.get(entry.what, t.SymbolKind.Constant),
        range_of(entry.span),
        range_of(entry.word),
        entry.what,
        children=[symbol(each) for each in entry.under],
    )


def fold(one: Fold) -> t.FoldingRange:
    """Lines that can be shown as one."""
    kind = t.FoldingRangeKind.Comment if one.comment else t.FoldingRangeKind.Region
    return t.FoldingRange(one.first - 1, one.last - 1, kind=kind)
