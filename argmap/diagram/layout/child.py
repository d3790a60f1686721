"""pygraphviz in a process of its own, started before its first map is ready.

The child is a bare interpreter (`-I -S`: no site packages, no environment) that imports
pygraphviz alone. Both ways, a message is a line with a word and a length in bytes, then the bytes.
"""

import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from ..failure import EngineError, EngineTimeout, Unavailable
from .limits import NO_WINDOW, limit_memory

PROGRAM = """
import sys
def say(word, data):
    sys.stdout.buffer.write(b"%s %d\\n" % (word, len(data)) + data)
    sys.stdout.buffer.flush()
sys.path.append(sys.argv[1])
try:
    from pygraphviz import AGraph
except BaseException as error:
    say(b"absent", str(error).encode())
    sys.exit(0)
say(b"ready", b"")
for line in sys.stdin.buffer:
    dot = sys.stdin.buffer.read(int(line)).decode()
    try:
        data = AGraph(string=dot).draw(format="json0", prog="dot")
    except Exception as error:
        say(b"failed", str(error).encode())
    else:
        say(b"done", data)
"""


class Child:
    """One child process for any number of maps."""

    name = "pygraphviz"

    def __init__(self, folder: Path, time_limit: float) -> None:
        self.time_limit = time_limit
        self._folder = folder
        self._process = self._begin()
        self._ready = False

    def _begin(self) -> subprocess.Popen[bytes] | None:
        try:
            process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", PROGRAM, str(self._folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=NO_WINDOW,
            )
        except OSError:
            return None
        limit_memory(process.pid)
        return process

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
        timer.start()
        try:
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
        why = said or f"it ended with status {process.returncode}"
        raise EngineError(f"the layout engine pygraphviz failed: {why}", dot)

    def _ask(self, process: subprocess.Popen[bytes], dot: bytes) -> tuple[str, bytes]:
        """The child's answer: its word, and the bytes that came with it; no word where it died."""
        into, out = process.stdin, process.stdout
        assert into is not None and out is not None
        if not self._ready:
            word, data = _message(out)
            if word != "ready":
                return word, data
            self._ready = True
        try:
            into.write(b"%d\n" % len(dot) + dot)
            into.flush()
        except OSError:
            return "", b""
        return _message(out)

    def close(self) -> None:
        """End the child. The next map, if one comes, gets a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _message(out: IO[bytes]) -> tuple[str, bytes]:
    head = out.readline().split()
    if len(head) != 2:
        return "", b""
    data = out.read(int(head[1]))
    return (head[0].decode(), data) if len(data) == int(head[1]) else ("", b"")
