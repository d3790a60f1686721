"""A layout engine's process: started within limits, ended whatever it does.

It leads a group of its own, so that what it starts ends with it. On Linux its memory has a limit,
and the system ends the group when the program that started it is gone: the group's pipe, which
nobody writes to, then signals that its other end was closed, and such a signal ends a process that
does not ask for it.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO

MEMORY = 2 * 1024**3
"""Address space, in bytes. A layout of 5,000 statements takes under 100 MB."""
LONGEST_ANSWER = 256 * 1024**2
"""Bytes of an answer. A layout of 5,000 statements has 4 MB."""
LONGEST_COMPLAINT = 64 * 1024
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class LateError(Exception):
    """A process did not answer in time."""


class EngineProcess:
    """A running engine with its pipes. `complains`: whether what it says of itself is kept."""

    def __init__(self, command: Sequence[str], *, complains: bool = False) -> None:
        """Start it. Raises OSError."""
        ends, self._ours = _lifeline()
        try:
            self._process: subprocess.Popen[bytes] = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE if complains else subprocess.DEVNULL,
                bufsize=0,
                creationflags=NO_WINDOW,
                pass_fds=[] if ends is None else [ends],
                process_group=None if sys.platform == "win32" else 0,
            )
            _bound(self._process.pid, ends)
        except BaseException:
            self._let_go()
            raise
        finally:
            if ends is not None:
                os.close(ends)

    @property
    def status(self) -> int | None:
        """How it ended; None while it runs."""
        return self._process.poll()

    @property
    def pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        """What it reads and what it writes."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None and out is not None
        return into, out

    def kill(self) -> None:
        """Kill it and all that it started; from any thread."""
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        """End it and all that it started, and let go of its pipes. May be called again."""
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._let_go()

    def ask(self, data: bytes, seconds: float) -> tuple[bytes, bytes]:
        """All that it answers and says of itself, once, until it ends. Raises LateError after `seconds`.

        An answer longer than `LONGEST_ANSWER` is cut, and so is no answer any more.
        """
        process = self._process
        assert process.stdout is not None and process.stderr is not None
        writer = threading.Thread(target=_feed, args=(self.pipes[0], data), daemon=True)
        answer, complaint = (
            _Reader(process.stdout, LONGEST_ANSWER, greedy=True),
            _Reader(process.stderr, LONGEST_COMPLAINT, greedy=False),
        )
        for thread in (writer, answer, complaint):
            thread.start()
        answer.join(seconds)
        if answer.is_alive():
            raise LateError
        complaint.join(1)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)  # it has closed its output, so it is about to end
        return b"".join(answer.parts), b"".join(complaint.parts)

    def _let_go(self) -> None:
        ours, self._ours = self._ours, None
        if ours is not None:
            os.close(ours)


class _Reader(threading.Thread):
    """Reads a pipe to its end and keeps the first bytes; `greedy`: reads no further than those."""

    def __init__(self, pipe: IO[bytes], most: int, *, greedy: bool) -> None:
        super().__init__(daemon=True)
        self.parts: list[bytes] = []
        self._pipe, self._left, self._greedy = pipe, most, greedy

    def run(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # closed meanwhile
            while part := self._pipe.read(1 << 16):
                if self._left > 0:
                    self.parts.append(part[: self._left])
                    self._left -= len(part)
                elif self._greedy:
                    return


def _feed(pipe: IO[bytes], data: bytes) -> None:
    view = memoryview(data)
    with contextlib.suppress(OSError, ValueError):  # it may not want all of it
        while view:
            view = view[pipe.write(view) or 0 :]
        pipe.close()


def _lifeline() -> tuple[int | None, int | None]:
    """A pipe that ends a group when the second end is closed; nothing where the system has no such thing."""
    return os.pipe() if sys.platform == "linux" else (None, None)


def _bound(pid: int, ends: int | None) -> None:
    """Limit a process's memory and let it end with us, where the system can."""
    if sys.platform != "linux" or ends is None:
        return
    import fcntl
    import resource

    # Where it has ended already, or has a lower limit, its output will show that.
    with contextlib.suppress(OSError, ValueError):
        resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
    with contextlib.suppress(OSError):
        fcntl.fcntl(ends, fcntl.F_SETOWN, -pid)
        fcntl.fcntl(ends, fcntl.F_SETFL, fcntl.fcntl(ends, fcntl.F_GETFL) | os.O_ASYNC)
