"""`argmap serve` as a process of its own, for as long as a test wants it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Served:
    """A running live page: its address, and the folder that it serves."""

    address: str
    folder: Path

    @property
    def origin(self) -> str:
        return self.address.partition("/?")[0]

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]


@contextmanager
def served(folder: Path, path: str = ".") -> Iterator[Served]:
    command = [sys.executable, "-m", "argmap", "serve", path, "--no-open"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{20,}", address)
        yield Served(address, folder)
    finally:
        process.terminate()
        _, said = process.communicate(timeout=20)
        assert "Traceback" not in said, said
