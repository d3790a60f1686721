"""A server that is made before a page asks for it, in a thread that nobody ever waits for."""

from collections.abc import Callable
from threading import Lock, Thread

from ..lsp.server import Server
from .socket import end


class Spare:
    """The next page may have it, if it is ready by then; else it is ended when it is."""

    def __init__(self, make: Callable[[], Server]) -> None:
        self._make = make
        self._made: Server | None = None
        self._wanted = True
        self._lock = Lock()
        # The program's end does not wait for this thread, and with the program ends what it has started.
        Thread(target=self._begin, daemon=True).start()

    def taken(self) -> Server | None:
        """The server; None where it is not ready, could not be made, or was taken before."""
        with self._lock:
            self._wanted = False
            made, self._made = self._made, None
        return made

    def _begin(self) -> None:
        try:
            made = self._make()
        except Exception:  # a fault of argmap: the page has a server of its own, which says it where it is asked
            return
        with self._lock:
            if self._wanted:
                self._made = made
                return
        end(made)
