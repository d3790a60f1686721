"""Python's side of the page that needs no server: a language server in a browser's worker.

The worker (`editor/worker.js`) calls `Worker` and hands it what the page sends.
"""

import os
from collections.abc import Callable
from pathlib import Path

from ..lsp.serving import hear, server

HOME = Path("/maps")
"""Where the page's files lie, in the memory that is a disk there."""


class _Writer:
    """What the server says goes to the page, as text."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say

    def write(self, data: bytes) -> None:
        self._say(data.decode("utf-8"))

    def close(self) -> None:
        """The worker ends with its page."""


class Worker:
    """A language server that speaks through a function of the page's."""

    def __init__(self, say: Callable[[str], object]) -> None:
        HOME.mkdir(exist_ok=True)
        os.chdir(HOME)  # files are called by their names alone
        self._server = server(flat=HOME)
        self._server.protocol.set_writer(_Writer(say), include_headers=False)

    def receive(self, text: str) -> None:
        """A message of the page, as JSON."""
        hear(self._server, text)

    def put(self, name: str, text: str) -> None:
        """A file that the page has, by its name: what maps include, the texts of their sources."""
        path = HOME / name
        if path.resolve().is_relative_to(HOME):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            self._server.check_soon()

    def drop(self, name: str) -> None:
        """A file that the page has no more."""
        path = HOME / name
        if path.resolve().is_relative_to(HOME):
            path.unlink(missing_ok=True)
