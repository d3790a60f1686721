"""The command line where there is no terminal: inside a browser's worker (`argmap.web.worker`)."""

import contextlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path


def run(arguments: Sequence[str], given: str, folder: str) -> tuple[int, bytes, str]:
    """What `argmap ARGUMENTS` gives in a folder: its status, what it prints and what it says; `given` is what
    it reads as its standard input."""
    from . import main

    streams = [io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="\n") for data in (given.encode("utf-8"), b"", b"")]
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    status: object = 0
    try:
        with contextlib.chdir(Path(folder)):
            main(list(arguments))
    except SystemExit as ended:
        status = ended.code
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    out, said = (_written(stream) for stream in streams[1:])
    return (status if isinstance(status, int) else 0), out, said.decode("utf-8")


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    buffer = stream.detach()
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()
