"""Attacks by editing: what an editor sends and asks, lists of known faults, and calls of the program."""

import contextlib
import io
import json
import os
import random
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import click
import mutations
from attacking import EVERYTHING, TEXTS, few_lines, told

from argmap.checks import run
from argmap.checks.baseline import NoBaselineError, compare, keys, read, written
from argmap.checks.mend import mend
from argmap.cli import program
from argmap.cli.commands import COMMANDS
from argmap.forms import FORMS
from argmap.pipeline import load_text
from argmap.service import Desk
from argmap.service.completion import proposals
from argmap.service.hover import hover
from argmap.service.mends import mend_all, mends
from argmap.service.naming import RefusedError, definition, references, rename
from argmap.service.outline import folds, outline
from argmap.service.tidying import formatted


@cache
def _folder() -> Path:
    """A folder for this process, deep enough that `..` leads to nobody's files."""
    folder = Path(tempfile.mkdtemp(prefix="argmap-fuzz-")) / "a" / "b"
    folder.mkdir(parents=True)
    return folder


def desks(rng: random.Random) -> None:
    """A text that changes under an editor's hands, and all that an editor asks meanwhile, anywhere in it."""
    desk, path = Desk([_folder()]), _folder() / "m.argmap"
    text = few_lines(rng)
    for _ in range(rng.randrange(1, 3)):
        desk.put(path, text)
        view = desk.view(path)
        told(view.diagnostics)
        for _ in range(3):
            at = rng.randrange(len(view.file.text) + 1)
            hover(view, at)
            definition(view, at)
            references(view, at)
            list(mends(view, at, at))
            with contextlib.suppress(RefusedError):
                rename(view, at, rng.choice(("new", *TEXTS)))
        for _ in range(3):
            proposals(view, text, rng.randrange(len(text) + 1))
        mend_all(view)
        formatted(view)
        folds(view.document)
        outline(view.document)
        text = mutations.changed(rng, text, 1)


class _Heard:
    """What a server says goes nowhere; an answer that tells of a fault of argmap is remembered."""

    def __init__(self) -> None:
        self.said: list[Any] = []

    def write(self, data: bytes) -> None:
        self.said.append(json.loads(data))

    def close(self) -> None:
        """Nothing is open."""


METHODS = ("completion", "hover", "definition", "references", "documentHighlight", "prepareRename", "rename",
           "documentSymbol", "foldingRange", "formatting", "codeAction")  # fmt: skip
INTERNAL = -32603


@cache
def _server() -> tuple[Any, _Heard]:
    from argmap.lsp.serving import server

    own, heard = server(), _Heard()
    own.protocol.set_writer(heard, include_headers=False)  # type: ignore[arg-type]
    return own, heard


def messages(rng: random.Random) -> None:
    """What an editor sends to the language server: changes at places that are none, requests of anything."""
    own, heard = _server()
    heard.said.clear()
    uri = rng.choice(((_folder() / "m.argmap").as_uri(), "untitled:a", "file:///no/é%20%zz.argmap"))

    def send(method: str, params: dict[str, Any], id: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": id} if id else {})
        text = json.dumps(message)
        own.protocol.handle_message(json.loads(text, object_hook=own.protocol.structure_message))

    def place() -> dict[str, int]:
        return {"line": rng.randrange(9), "character": rng.choice((0, 3, 9, 40, 2**31 - 1))}

    send("initialize", {"capabilities": {}, "processId": None, "rootUri": _folder().as_uri()}, 1)
    text = few_lines(rng).encode("utf-8", "replace").decode("utf-8")
    send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "argmap", "version": 1, "text": text}})
    for n in range(rng.randrange(1, 4)):
        text = rng.choice(TEXTS).replace("\ud800", "\ud83d\ude00")
        change = {"range": {"start": place(), "end": place()}, "text": text}
        send("textDocument/didChange", {"textDocument": {"uri": uri, "version": n + 2}, "contentChanges": [change]})
    for n in range(2, 5):
        send(f"textDocument/{rng.choice(METHODS)}", {
            "textDocument": {"uri": rng.choice((uri, uri, "file:///nowhere/x.argmap"))}, "position": place(),
            "range": {"start": place(), "end": place()},
            "context": {"diagnostics": [], "includeDeclaration": True, "triggerKind": 1},
            "newName": rng.choice(TEXTS).replace("\ud800", "x"), "options": {"tabSize": 4, "insertSpaces": True},
        }, n)  # fmt: skip
    send("textDocument/didClose", {"textDocument": {"uri": uri}})
    for said in heard.said:
        assert said.get("error", {}).get("code") != INTERNAL, said


def baselines(rng: random.Random) -> None:
    """Lists of known faults, as they are written and with slips; and everything fixed that can be."""

    def name(_: object) -> str:
        return "m.argmap"

    found = run(load_text(few_lines(rng)), EVERYTHING)
    text = written(keys(found, name))
    assert not compare(found, read(text), name, ["m.argmap"]).new
    with contextlib.suppress(NoBaselineError):
        compare(found, read(mutations.changed(rng, text, rng.randrange(1, 4))), name, [])
    for mended, _ in mend(found).values():
        load_text(mended)


NAMES = ("m.argmap", "n.argmap", "-", "", "x y.argmap", "::error::.argmap", "%0A.argmap", "é.argmap", "argmap.toml",
         "gone.argmap", "s.txt", "m", ".", "-x", "\udcff.argmap", "base.json", "l" * 300)  # fmt: skip
OPTIONS = (
    "--format=json", "--format=sarif", "--format=github", "--format", "--strict", "--fix", "--diff", "--check", "--all",
    "--baseline=base.json", "--write-baseline", "--select=all", "--ignore=orphan", "--ignore=\x1b", "--profile=nsda",
    "--sources=.", "--quiet", "-q", "--color=always", "--allow-outside", "-o-", "-oout", "-oout/", "-om.argmap",
    "-os.txt", "-oargmap.toml", "-oo.json", "-oo.xyz", "--engine=tidy", "--engine=no", "--title=\udcff\x07",
    "--page=a4", "--layout=flow", "--verdicts", "--focus=a", "--depth=1", "--side=pro", "--section=\u202e",
    "--speech=AC", "--tag=x",
    "--why=a", "--drop=a", "--concede=b", "--answer=a -> b", "--flip=ballot", "--weak-points", "--bar", "--worth",
    "--tally", "--wpm=250", "--wpm=0", "--cites", "--report=json", "--from=kialo", "--force", "--list", "--help",
    "--no-such", "--", "--paper=cites", "--width-chars=12", "--width-chars=9" + "9" * 4400, "--time-limit=nan",
    *(f"--to={form.name}" for form in FORMS if form.name not in ("pdf", "png")),
)  # fmt: skip
CALLED = [name for name in COMMANDS if name not in ("serve", "lsp", "site", "completion")]


def calls(rng: random.Random) -> None:
    """A call of the program with options and names of any kind, in a folder with a few files."""
    here = _folder()
    for old in here.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for name in rng.sample([name for name in NAMES if "." in name and 2 < len(name) < 99], 3):
        others = ("", "[look]\n", "{}", "Discussion Title: x\n\n1. A.\n")
        words = few_lines(rng) if rng.random() < 0.8 else rng.choice(others)
        (here / name).write_text(words, encoding="utf-8", errors="replace")
    command = rng.choice(CALLED)
    args = [command, *(rng.choice(OPTIONS) for _ in range(rng.choice((0, 1, 1, 2, 2, 3))))]
    args[1:1] = [rng.choice(NAMES) for _ in range(rng.randrange(3))]
    if command == "export" and not any(arg.startswith(("--to", "--engine")) for arg in args):
        args.append("--engine=tidy")
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace") for _ in range(2))
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(few_lines(rng).encode("utf-8", "replace")))
    os.chdir(here)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            program.main(args, prog_name="argmap", standalone_mode=False)
    except (click.ClickException, click.exceptions.Exit, click.Abort, OSError) as end:
        assert getattr(end, "exit_code", 0) in (0, 1, 2), (args, end)
    finally:
        sys.stdin = before
    out.flush(), err.flush()
    said = (out.buffer.getvalue() + err.buffer.getvalue()).decode("utf-8")  # type: ignore[attr-defined]
    assert "[argmap-fault]" not in said and "fault of argmap" not in said and "Traceback" not in said, (args, said)
    assert not list(here.rglob(".*.part")), args


KINDS = (desks, messages, baselines, calls)
