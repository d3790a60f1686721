"""pygraphviz in a process of its own, started before its first map is ready.

The child is a bare interpreter (`-I -S`: no site packages, no environment) that imports
pygraphviz alone. Both ways, a message is a line with a word and a length in bytes, then the bytes.
"""

import sys
import threading
from pathlib import Path
from typing import IO

from ..failure import EngineError, EngineTimeout, Unavailable
from .process import EngineProcess

PROGRAM = """
import signal, sys
def say(word, data):
    sys.stdout.buffer.write(b"%s %d\\n" % (word, len(data)) + data)
    sys.stdout.buffer.flush()
# A child that nobody waits for any more ends by itself, even within Graphviz's own code.
alarm = getattr(signal, "alarm", lambda seconds: None)
sys.path.append(sys.argv[1])
try:
    from pygraphviz import AGraph
except BaseException as error:
    say(b"absent", str(error).encode())
    sys.exit(0)
say(b"ready", b"")
for line in sys.stdin.buffer:
    alarm(int(sys.argv[2]))
    dot = sys.stdin.buffer.read(int(line)).decode()
    try:
        data = AGraph(string=dot).draw(format="json0", prog="dot")
    except Exception as error:
        say(b"failed", str(error).encode())
    else:
        say(b"done", data)
    alarm(0)
"""
GRACE = 5
"""Seconds after the time limit at which a child ends itself."""


class Child:
    """One child process for any number of maps."""

    name = "pygraphviz"

    def __init__(self, folder: Path, time_limit: float, *, early: bool = True) -> None:
        """`early`: start it now, and not when the first map is ready."""
        self.time_limit = time_limit
        self._folder = folder
        self._process = self._begin() if early else None
        self._ready = False

    def _begin(self) -> EngineProcess | None:
        last = str(int(self.time_limit) + GRACE)
        try:
            return EngineProcess([sys.executable, "-I", "-S", "-c", PROGRAM, str(self._folder), last])
        except OSError:
            return None

    def layout(self, dot: str) -> str:
        """Graphviz `json0` for the DOT. Raises EngineError; Unavailable where pygraphviz is not usable."""
        if self._process is None:
            self._process, self._ready = self._begin(), False
        process = self._process
        if process is None:
            raise Unavailable("pygraphviz could not be started")
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.time_limit, stop)
        timer.daemon = True
        try:
            timer.start()
            word, data = self._ask(process, dot.encode())
        except BaseException:
            self.close()
            raise
        finally:
            timer.cancel()
        if word == "done":
            return data.decode(errors="replace")
        self.close()
        if late.is_set():
            raise EngineTimeout(self.time_limit, dot)
        said = data.decode(errors="replace").strip()
        if word == "absent":
            raise Unavailable(f"pygraphviz does not load: {said}")
        why = said or f"it ended with status {process.status}"
        raise EngineError(f"the layout engine pygraphviz failed: {why}", dot)

    def _ask(self, process: EngineProcess, dot: bytes) -> tuple[str, bytes]:
        """The child's answer: its word, and the bytes that came with it; no word where it died."""
        into, out = process.pipes
        try:
            if not self._ready:
                word, data = _message(out)
                if word != "ready":
                    return word, data
                self._ready = True
            message = memoryview(b"%d\n" % len(dot) + dot)
            while message:
                message = message[into.write(message) or 0 :]
            return _message(out)
        except (OSError, ValueError):  # it died, or was ended while we waited
            return "", b""

    def close(self) -> None:
        """End the child. The next map, if one comes, gets a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.end()


def _message(out: IO[bytes]) -> tuple[str, bytes]:
    head, letter = b"", b" "
    while letter not in (b"\n", b""):
        letter = out.read(1)
        head += letter
    word, _, length = head.partition(b" ")
    if not length.strip().isdigit():
        return "", b""
    parts: list[bytes] = []
    left = int(length)
    while left and (part := out.read(min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return (word.decode(), b"".join(parts)) if not left else ("", b"")
