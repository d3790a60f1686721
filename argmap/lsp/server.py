"""The server: which texts are open, and when what is found in them is told."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from lsprotocol import types as t
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from .. import __version__
from ..diagnostic import Diagnostic
from ..mishap import mishap, to_report, write_report
from ..reading import resolved
from ..service import Desk, View
from .places import Lines
from .saying import Uri, diagnostic

PAUSE = 0.002
"""Seconds after a change before it is checked: what is typed meanwhile is checked with it."""
UNTITLED = "untitled"


class Server(LanguageServer):
    """A desk with the protocol's names for what lies on it. `flat`: see `argmap.service.kept.Kept`."""

    def __init__(self, flat: Path | None = None) -> None:
        super().__init__("argmap", __version__, text_document_sync_kind=t.TextDocumentSyncKind.Incremental)
        self._flat = flat
        self.desk = Desk(flat=flat)
        self.texts: dict[str, Lines] = {}
        self.versions: dict[str, int] = {}
        self._uris: dict[Path, str] = {}
        self._told: dict[str, tuple[int | None, list[t.Diagnostic]]] = {}
        self._waiting = False
        self._reports: dict[tuple[str, ...], str | None] = {}
        # A picture is drawn beside what is typed (see `pictures`): the desk is asked by one at a time.
        self._asking = threading.RLock()

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What cannot be done is answered to the one who asked: no window pops up besides."""

    def work_in(self, folders: list[Path]) -> None:
        """The folders that the editor works in."""
        if tuple(map(resolved, folders)) != self.desk.folders:
            self.desk = Desk(folders, flat=self._flat)

    def put(self, uri: str, text: str, version: int | None) -> None:
        """A text is open, or has changed."""
        with self._asking:
            path = self.path(uri)
            self._uris[path] = uri
            self.texts[uri] = Lines(text)
            if version is not None:
                self.versions[uri] = version
            self.desk.put(path, text)
        self._forget_answered()
        self.check_soon()

    def _forget_answered(self) -> None:
        """pygls 2.1 keeps a promise for each notification that it was ever sent, two for each key: a day's typing
        would fill a hundred megabytes."""
        promises = getattr(self.protocol, "_request_futures", {})
        for known, promise in list(promises.items()):  # a picture's thread takes its own out meanwhile
            if promise.done():
                promises.pop(known, None)

    def drop(self, uri: str) -> None:
        """A text is open no more."""
        with self._asking:
            path = self.path(uri)
            self.desk.drop(path)
            self._uris.pop(path, None)
            self.texts.pop(uri, None)
            self.versions.pop(uri, None)
        self.check_soon()

    def view(self, uri: str) -> View:
        """An open text as it is now, with its map."""
        with self._asking:
            return self.desk.view(self.path(uri))

    def path(self, uri: str) -> Path:
        """Where a text lies, or would lie: one without a file is taken to be in a folder of its own."""
        name = to_fs_path(uri) if uri.startswith("file:") else None
        return resolved(Path(name)) if name else resolved(Path(UNTITLED) / uri.rpartition("/")[2].rpartition(":")[2])

    def uri(self, path: Path) -> str:
        """What the editor calls a file."""
        path = resolved(path)
        return self._uris.get(path) or path.as_uri()

    def check_soon(self) -> None:
        """Check what is open, once no more messages are at hand."""
        if self._waiting:
            return
        self._waiting = True
        _later(self.check)

    def check(self) -> None:
        """Check what is open and tell what has changed in what is found."""
        self._waiting = False
        with self._asking:
            found = self.desk.diagnostics()
        named = cache(self.uri)  # to look at the disk for each finding takes a while
        told = {named(path): self._said(some, named) for path, some in found.items()}
        for uri in [*told, *(uri for uri in self._told if uri not in told)]:
            version, said = self.versions.get(uri), told.get(uri, [])
            if self._told.get(uri) != (version, said):
                self.text_document_publish_diagnostics(t.PublishDiagnosticsParams(uri, said, version))
                self._told[uri] = version, said
        for uri in [uri for uri in self._told if uri not in told]:
            del self._told[uri]

    def _said(self, found: Sequence[Diagnostic], uri: Uri) -> list[t.Diagnostic]:
        return [diagnostic(self._with_report(each) if to_report(each) else each, uri) for each in found]

    def mishap(self, error: Exception, doing: str) -> str:
        """What to say where argmap itself failed in `doing` something."""
        found = mishap(error, doing, "")
        found = self._with_report(found) if to_report(found) else found
        return f"{found.message}; {found.help}"

    def _with_report(self, found: Diagnostic) -> Diagnostic:
        """A fault of argmap itself, with the name of a report that holds what a maintainer needs: one for each."""
        if found.trace not in self._reports:
            self._reports[found.trace] = write_report(__version__, "an editor's server", found.trace)
        name = self._reports[found.trace]
        help = f"please report it with {name}, which has no word of your files" if name else found.help
        return replace(found, help=help)


def _later(do: Callable[[], None]) -> None:
    try:
        asyncio.get_running_loop().call_later(PAUSE, do)
    except RuntimeError:  # nothing runs that could wait
        do()
