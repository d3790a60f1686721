"""The language server as an editor meets it: a real process, spoken to on its standard input and output."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from editing import DEBATE, RIVER
from lsprotocol import types as t
from pygls.exceptions import JsonRpcException

pytest_lsp = pytest.importorskip("pytest_lsp")
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, default_converter, register_lsp_features  # noqa: E402

pytestmark = pytest.mark.asyncio(loop_scope="module")

ABLE = t.ClientCapabilities(
    text_document=t.TextDocumentClientCapabilities(rename=t.RenameClientCapabilities(prepare_support=True))
)
PART = "claim elm (pro): Elms fall.\n    evidence [river para 1]: They do.\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("maps")


def listening() -> Any:
    """A client that remembers which version of each text it was last told about."""

    def told(client: pytest_lsp.LanguageClient, params: t.PublishDiagnosticsParams) -> None:
        client.diagnostics[params.uri] = params.diagnostics
        client.versions[params.uri] = params.version

    client = pytest_lsp.LanguageClient(converter_factory=default_converter)
    client.versions = {}
    register_lsp_features(client, {**DEFAULT_CLIENT_FEATURES, t.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: told})
    return client


@pytest_lsp.fixture(
    scope="module",
    config=pytest_lsp.ClientServerConfig(
        client_factory=listening, server_command=[sys.executable, "-m", "argmap", "lsp"]
    ),
)
async def client(lsp_client: pytest_lsp.LanguageClient, root: Path) -> AsyncIterator[None]:
    folder = t.WorkspaceFolder(root.as_uri(), "maps")
    params = t.InitializeParams(capabilities=ABLE, workspace_folders=[folder])
    lsp_client.init_result = await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


class Document:
    """A map that is open in the client."""

    made = 0

    def __init__(self, client: Any, root: Path, text: str, **files: str) -> None:
        Document.made += 1
        self.client = client
        self.folder = root / f"map{Document.made}"
        for name, words in {"river_txt": RIVER, **files}.items():
            path = self.folder / name.replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8", newline="")
        self.uri = (self.folder / "a b é.argmap").as_uri()
        self.version = 1
        self.lines = text.split("\n")
        item = t.TextDocumentItem(self.uri, "argmap", 1, text)
        client.text_document_did_open(t.DidOpenTextDocumentParams(item))

    @property
    def id(self) -> t.TextDocumentIdentifier:
        return t.TextDocumentIdentifier(self.uri)

    async def found(self, uri: str = "") -> list[t.Diagnostic]:
        """What is told of the newest version."""
        for _ in range(1000):
            if self.client.versions.get(self.uri) == self.version:
                return list(self.client.diagnostics.get(uri or self.uri, []))
            await asyncio.sleep(0.02)
        raise AssertionError("nothing was told")

    async def codes(self) -> list[str]:
        return [str(each.code) for each in await self.found()]

    def change(self, line: int, start: int, end: int, text: str, last: int | None = None) -> None:
        self.version += 1
        where = t.Range(t.Position(line, start), t.Position(line if last is None else last, end))
        change = t.TextDocumentContentChangePartial(text=text, range=where)
        document = t.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        self.client.text_document_did_change(t.DidChangeTextDocumentParams(document, [change]))

    def replace(self, text: str) -> None:
        self.version += 1
        document = t.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        change = t.TextDocumentContentChangeWholeDocument(text=text)
        self.client.text_document_did_change(t.DidChangeTextDocumentParams(document, [change]))

    def at(self, words: str, more: int = 0) -> t.Position:
        """The place of some words, in UTF-16 units."""
        for number, line in enumerate(self.lines):
            if words in line:
                return t.Position(number, len(line[: line.index(words)].encode("utf-16-le")) // 2 + more)
        raise AssertionError(words)


@pytest.fixture
def opened(client: Any, root: Path) -> Any:
    return lambda text=DEBATE, **files: Document(client, root, text, **files)


async def test_what_it_can_do(client: Any) -> None:
    able = client.init_result.capabilities
    assert able.text_document_sync.change is t.TextDocumentSyncKind.Incremental
    assert able.completion_provider
    assert able.hover_provider
    assert able.definition_provider
    assert able.references_provider
    assert able.rename_provider.prepare_provider
    assert able.document_symbol_provider
    assert able.folding_range_provider
    assert able.document_formatting_provider
    assert able.code_action_provider
    assert able.position_encoding in (None, t.PositionEncodingKind.Utf16)


async def test_findings_of_a_map(opened: Any) -> None:
    assert set(await opened().codes()) == {"unanswered-rebuttal"}


async def test_a_clean_map_is_told_too(opened: Any) -> None:
    assert await opened("claim a: A\n    evidence analytic: B\n").codes() == []


async def test_findings_have_their_place_words_and_help(opened: Any) -> None:
    document = opened(DEBATE.replace("tax rebuts", "tacks rebuts"))
    (one, *_) = [each for each in await document.found() if each.code == "unknown-statement"]
    assert one.severity is t.DiagnosticSeverity.Error
    assert one.source == "argmap"
    assert one.range == t.Range(t.Position(21, 0), t.Position(21, 5))
    assert "there is no statement `tacks`" in one.message


async def test_columns_are_utf16(opened: Any) -> None:
    document = opened("claim a #🏊🏊 [nix]: B\n")
    (one,) = [each for each in await document.found() if each.code == "unknown-source"]
    assert one.range == t.Range(t.Position(0, 15), t.Position(0, 18))


async def test_related_places(opened: Any) -> None:
    document = opened("claim a: A\n    evidence analytic: B\nclaim a: C\n    evidence analytic: D\n")
    (one,) = [each for each in await document.found() if each.code == "duplicate-id"]
    assert one.related_information[0].location.range.start.line == 0
    assert one.related_information[0].location.uri == document.uri


async def test_an_edit_is_checked(opened: Any) -> None:
    document = opened("claim a: A\n    evidence analytic: B\n")
    assert await document.codes() == []
    document.change(1, 4, 12, "evidense")
    assert await document.codes() == ["misspelt-word"]
    document.change(1, 4, 12, "evidence")
    assert await document.codes() == []


async def test_an_edit_after_emoji(opened: Any) -> None:
    document = opened("claim a: 🏊🏊 x\n    evidence analytic: B\n")
    assert await document.codes() == []
    document.change(0, 14, 15, "y")
    hover = await document.client.text_document_hover_async(t.HoverParams(document.id, t.Position(0, 6)))
    assert "🏊🏊 y" in hover.contents.value


async def test_edits_over_lines(opened: Any) -> None:
    document = opened("claim a: A\n    evidence analytic: B\nclaim b: C\n    evidence analytic: D\n")
    document.change(1, 0, 0, "", last=3)
    assert await document.codes() == []
    symbols = await document.client.text_document_document_symbol_async(t.DocumentSymbolParams(document.id))
    assert [(each.name, len(each.children)) for each in symbols] == [("a: A", 1)]


async def test_lines_end_where_the_editor_ends_them(opened: Any) -> None:
    document = opened("claim a: one\u2028two\x0cthree\r\n    evidense analytic: B\r\n")
    (one,) = [each for each in await document.found() if each.code == "misspelt-word"]
    assert one.range == t.Range(t.Position(1, 4), t.Position(1, 12))
    document.change(1, 4, 12, "evidence")
    assert "misspelt-word" not in await document.codes()


async def test_crlf(opened: Any) -> None:
    document = opened("claim a: A\r\n    evidense analytic: B\r\n")
    document.change(1, 4, 12, "evidence")
    assert await document.codes() == []


async def test_the_whole_text_at_once(opened: Any) -> None:
    document = opened()
    document.replace("clam a: A\n")
    assert "misspelt-word" in await document.codes()


async def test_a_place_beyond_the_end(opened: Any) -> None:
    document = opened("claim a: A\n    evidence analytic: B")
    document.change(99, 0, 5, "\nclam b: C", last=100)
    assert "misspelt-word" in await document.codes()
    params = t.HoverParams(document.id, t.Position(500, 500))
    await document.client.text_document_hover_async(params)


async def test_fast_typing_is_checked_in_the_end(opened: Any) -> None:
    document = opened("claim a: A\n    evidence analytic: B\n")
    for letter in reversed("clam b: C"):
        document.change(0, 0, 0, letter)
    document.change(0, 9, 9, "\n")
    assert "misspelt-word" in await document.codes()


async def test_an_empty_text(opened: Any) -> None:
    assert await opened("").codes() == ["empty-file"]


async def test_closing_forgets_the_text(opened: Any) -> None:
    document = opened()
    await document.found()
    document.client.text_document_did_close(t.DidCloseTextDocumentParams(document.id))
    for _ in range(500):
        if not document.client.diagnostics.get(document.uri):
            break
        await asyncio.sleep(0.02)
    assert not document.client.diagnostics[document.uri]


async def test_a_file_that_was_never_saved(client: Any) -> None:
    uri = "untitled:Untitled-1"
    item = t.TextDocumentItem(uri, "argmap", 1, "clam a: B\n")
    client.text_document_did_open(t.DidOpenTextDocumentParams(item))
    for _ in range(500):
        if client.versions.get(uri) == 1:
            break
        await asyncio.sleep(0.02)
    assert [each.code for each in client.diagnostics[uri]] == ["misspelt-word"]
    client.text_document_did_close(t.DidCloseTextDocumentParams(t.TextDocumentIdentifier(uri)))


async def actions(document: Any, found: list[t.Diagnostic], where: t.Range, only: list[Any] | None = None) -> Any:
    context = t.CodeActionContext(found, only=only)
    return await document.client.text_document_code_action_async(t.CodeActionParams(document.id, where, context))


async def test_a_quick_fix(opened: Any) -> None:
    document = opened("claim a: A\n    evidense analytic: B\n")
    found = await document.found()
    (fix, every) = await actions(document, found, found[0].range)
    assert fix.kind == t.CodeActionKind.QuickFix
    assert fix.title.startswith("Write `evidence`")
    assert fix.is_preferred
    assert fix.diagnostics[0].code == "misspelt-word"
    assert list(fix.edit.changes[document.uri]) == [t.TextEdit(found[0].range, "evidence")]
    assert every.kind == "source.fixAll.argmap"


async def test_every_fix_at_once(opened: Any) -> None:
    document = opened("clam a: A\n    evidense analytic: B\n")
    await document.found()
    whole = t.Range(t.Position(0, 0), t.Position(9, 0))
    (every,) = await actions(document, [], whole, ["source.fixAll"])
    assert len(every.edit.changes[document.uri]) >= 1
    assert not await actions(document, [], whole, ["refactor"])


async def test_no_fix_where_nothing_is_wrong(opened: Any) -> None:
    document = opened("claim a: A\n    evidense analytic: B\n")
    await document.found()
    assert not await actions(document, [], t.Range(t.Position(0, 0), t.Position(0, 3)))


async def test_the_mend_comes_with_the_finding(opened: Any) -> None:
    document = opened("claim a: A\n    evidense analytic: B\n")
    (one,) = await document.found()
    edits = one.data["edits"] if isinstance(one.data, dict) else one.data.edits
    assert len(edits) == 1


async def labels(document: Any, line: int, character: int) -> list[str]:
    params = t.CompletionParams(document.id, t.Position(line, character))
    found = await document.client.text_document_completion_async(params)
    return [each.label for each in found]


END = DEBATE.count("\n")


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("claim x [", ["river"]),
        ("claim x (", ["pro", "con"]),
        ("claim x [river para ", ["1", "2", "3"]),
        ("tax ", ["supports", "rebuts", "contradicts"]),
        ("tax rebuts wet -> ", ["pool"]),
        ("con concedes ", ["pool", "wet", "far", "tax"]),
        ("claim x #", ["water"]),
        ("# ", []),
    ],
)
async def test_completion(opened: Any, line: str, some: list[str]) -> None:
    assert await labels(opened(f"{DEBATE}{line}"), END, len(line)) == some


async def test_completion_replaces_the_word_after_emoji(opened: Any) -> None:
    document = opened(f"{DEBATE}claim x #🏊 [ri")
    params = t.CompletionParams(document.id, t.Position(END, 15))
    (one,) = await document.client.text_document_completion_async(params)
    assert one.text_edit == t.TextEdit(t.Range(t.Position(END, 13), t.Position(END, 15)), "river")


async def hovered(document: Any, words: str, more: int = 0) -> str:
    found = await document.client.text_document_hover_async(t.HoverParams(document.id, document.at(words, more)))
    return found.contents.value if found else ""


@pytest.mark.parametrize(
    ("words", "more", "said"),
    [
        ("tax rebuts", 0, "**C2** claim, analytic"),
        ("river para", 8, "> The fields are under water by March."),
        ("river para", 1, "Dana Smith, What the river says, 2023"),
        ("rebuttal far", 3, "**unanswered-rebuttal**"),
        ("turn:", 1, "**turn**: Offence"),
        ("It costs", 4, ""),
    ],
)
async def test_hover(opened: Any, words: str, more: int, said: str) -> None:
    found = await hovered(opened(), words, more)
    assert said in found
    assert bool(found) == bool(said)


async def test_definition(opened: Any) -> None:
    document = opened()
    params = t.DefinitionParams(document.id, document.at("tax rebuts"))
    found = await document.client.text_document_definition_async(params)
    assert (found.uri, found.range.start) == (document.uri, document.at("tax (con)"))


async def test_definition_in_an_included_file(opened: Any) -> None:
    document = opened(f"include: part.argmap\n{DEBATE}elm rebuts pool\n", part_argmap=PART)
    params = t.DefinitionParams(document.id, document.at("elm rebuts"))
    found = await document.client.text_document_definition_async(params)
    assert found.uri.endswith("part.argmap")
    assert found.range == t.Range(t.Position(0, 6), t.Position(0, 9))


async def test_references(opened: Any) -> None:
    document = opened()
    place = document.at("wet [")
    for with_own, count in ((True, 2), (False, 1)):
        params = t.ReferenceParams(t.ReferenceContext(with_own), document.id, place)
        assert len(await document.client.text_document_references_async(params)) == count


async def test_highlights(opened: Any) -> None:
    document = opened()
    params = t.DocumentHighlightParams(document.id, document.at("wet ["))
    assert len(await document.client.text_document_document_highlight_async(params)) == 2


async def renamed(document: Any, words: str, to: str) -> Any:
    return await document.client.text_document_rename_async(t.RenameParams(document.id, document.at(words), to))


async def test_rename_over_includes(opened: Any) -> None:
    document = opened(f"include: part.argmap\n{DEBATE}elm rebuts pool\n", part_argmap=PART)
    made = await renamed(document, "elm rebuts", "ash")
    assert {uri.rpartition("/")[2]: len(edits) for uri, edits in made.changes.items()} == {
        document.uri.rpartition("/")[2]: 1,
        "part.argmap": 1,
    }


async def test_rename_in_an_unsaved_include(opened: Any) -> None:
    document = opened(f"include: part.argmap\n{DEBATE}elm rebuts pool\n", part_argmap=PART)
    part = (document.folder / "part.argmap").as_uri()
    item = t.TextDocumentItem(part, "argmap", 1, f"{PART}claim oak: Oaks stand.\n\nelm supports oak\n")
    document.client.text_document_did_open(t.DidOpenTextDocumentParams(item))
    made = await renamed(document, "elm rebuts", "ash")
    assert len(made.changes[part]) == 2
    document.client.text_document_did_close(t.DidCloseTextDocumentParams(t.TextDocumentIdentifier(part)))


@pytest.mark.parametrize(("to", "why"), [("pool", "already"), ("claim", "word of the language"), ("a b", "cannot")])
async def test_a_rename_that_cannot_be_says_why(opened: Any, to: str, why: str) -> None:
    with pytest.raises(Exception, match=why):
        await renamed(opened(), "tax (con)", to)


async def test_what_can_be_renamed(opened: Any) -> None:
    document = opened()
    params = t.PrepareRenameParams(document.id, document.at("tax (con)"))
    found = await document.client.text_document_prepare_rename_async(params)
    assert found.placeholder == "tax"
    with pytest.raises(Exception, match="there is no id here"):
        params = t.PrepareRenameParams(document.id, document.at("It costs"))
        await document.client.text_document_prepare_rename_async(params)


async def test_outline(opened: Any) -> None:
    document = opened()
    found = await document.client.text_document_document_symbol_async(t.DocumentSymbolParams(document.id))
    assert [each.detail for each in found] == ["topic", "side", "side", "source", "section"]
    assert [each.name for each in found[-1].children] == [
        "pool: The town should build a pool.",
        "tax: It costs too much.",
    ]
    assert found[-1].range.start.line < found[-1].children[0].range.start.line


async def test_folding(opened: Any) -> None:
    found = await opened().client.text_document_folding_range_async(t.FoldingRangeParams(opened().id))
    assert (11, 19) in [(each.start_line, each.end_line) for each in found]


async def formatted(document: Any) -> Any:
    params = t.DocumentFormattingParams(document.id, t.FormattingOptions(4, insert_spaces=True))
    return await document.client.text_document_formatting_async(params)


async def test_formatting(opened: Any) -> None:
    (edit,) = await formatted(opened())
    assert edit.new_text == "claim tax analytic (con): It costs too much.\n"
    assert not await formatted(opened("claim a: A\n    evidence analytic: B\n"))
    assert await formatted(opened("clam a: A\n")) is None


async def test_an_unsaved_include_counts(opened: Any) -> None:
    document = opened(f"include: part.argmap\n{DEBATE}oak rebuts pool\n", part_argmap=PART)
    assert "unknown-statement" in await document.codes()
    part = (document.folder / "part.argmap").as_uri()
    item = t.TextDocumentItem(part, "argmap", 1, PART.replace("elm", "oak"))
    document.client.text_document_did_open(t.DidOpenTextDocumentParams(item))
    for _ in range(500):
        if "unknown-statement" not in [each.code for each in document.client.diagnostics[document.uri]]:
            break
        await asyncio.sleep(0.02)
    assert "unknown-statement" not in [each.code for each in document.client.diagnostics[document.uri]]
    assert not document.client.diagnostics[part]
    document.client.text_document_did_close(t.DidCloseTextDocumentParams(t.TextDocumentIdentifier(part)))


async def test_a_file_that_changes_on_the_disk(opened: Any) -> None:
    document = opened()
    await document.found()
    (document.folder / "river.txt").write_text("The river\n\nNothing at all.\n", encoding="utf-8")
    event = t.FileEvent((document.folder / "river.txt").as_uri(), t.FileChangeType.Changed)
    document.client.workspace_did_change_watched_files(t.DidChangeWatchedFilesParams([event]))
    for _ in range(500):
        if "misquotation" in [each.code for each in document.client.diagnostics[document.uri]]:
            break
        await asyncio.sleep(0.02)
    assert "misquotation" in [each.code for each in document.client.diagnostics[document.uri]]


async def asked(document: Any, method: str, **more: Any) -> Any:
    return await document.client.protocol.send_request_async(f"argmap/{method}", {"uri": document.uri, **more})


async def test_the_picture(opened: Any) -> None:
    document = opened()
    made = await asked(document, "picture", look={"theme": "light"})
    assert made.files[0].startswith("<?xml")
    assert made.title == "Should the town build a pool?"
    assert [each.label for each in made.statements] == ["C1", "E1", "R1", "R2", "C2"]
    assert made.statements[0].range.start.line == 15


async def test_a_picture_that_cannot_be_says_why(opened: Any) -> None:
    with pytest.raises(Exception, match="there is no form `svgg`; did you mean `svg`"):
        await asked(opened(), "picture", form="svgg")


async def test_the_ballot(opened: Any) -> None:
    document = opened()
    before = {each.statement: each.verdict for each in (await asked(document, "judge")).statements}
    after = {each.statement: each.verdict for each in (await asked(document, "judge", drop=["tax", "far"])).statements}
    assert (before["pool"], after["pool"]) == ("falls", "stands")


async def test_sources(opened: Any) -> None:
    (one,) = await asked(opened(), "sources")
    assert (one["id"], one["cited"], one["paragraphs"], one["verified"]) == ("river", 1, 3, 1)


async def test_a_cancelled_request_stops_nothing(opened: Any) -> None:
    document = opened()
    waiting = document.client.protocol.send_request("argmap/picture", {"uri": document.uri}, msg_id="soon")
    document.client.cancel_request(t.CancelParams(id="soon"))
    assert set(await document.codes()) == {"unanswered-rebuttal"}
    with contextlib.suppress(JsonRpcException):  # a request that was done before its cancelling came is answered
        await asyncio.wrap_future(waiting)


async def test_it_lives_on_after_nonsense(opened: Any) -> None:
    document = opened()
    with pytest.raises(Exception, match=r"."):
        await document.client.protocol.send_request_async("argmap/nonsense", {})
    with pytest.raises(Exception, match=r"."):
        await document.client.protocol.send_request_async("argmap/judge", {})
    assert set(await document.codes()) == {"unanswered-rebuttal"}
