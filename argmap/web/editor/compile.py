"""Run in Pyodide: archives with every module compiled by the Python that will read it."""

import gzip
import importlib
import importlib.util
import json
import marshal
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EVER = (2020, 1, 1, 0, 0, 0)
UNPACKED = Path("/unpacked")
UNCHECKED = 1
"""How a compiled module says that its source, which is not there, need not be looked at."""


def modules(archive: str, left_out: str) -> Iterator[tuple[str, bytes]]:
    """What an archive holds, `.pyc` in the place of `.py`, without some folders and modules (`left_out`: how their
    names begin, with spaces between)."""
    with ZipFile(archive) as given:
        for item in given.infolist():
            name, data = item.filename, given.read(item)
            if item.is_dir() or name.startswith(tuple(left_out.split())):
                continue
            if name.endswith(".py"):
                code = compile(data, name, "exec", dont_inherit=True)
                head = importlib.util.MAGIC_NUMBER + struct.pack("<L", UNCHECKED) + importlib.util.source_hash(data)
                name, data = f"{name}c", head + marshal.dumps(code)
            yield name, data


def zipped(archive: str, out: str, left_out: str) -> None:
    """The standard library: Python reads it out of a zip."""
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as made:
        for name, data in modules(archive, left_out):
            made.writestr(ZipInfo(name, EVER), data, ZIP_DEFLATED, 9)


def in_a_row(archive: str, out: str, left_out: str) -> None:
    """The packages: a line of JSON with names and sizes, then the files; the worker writes them down, which is
    faster there than to have Python unpack a zip. Compressed as a whole."""
    files = [*modules(archive, left_out), *_made_at_start(archive)]
    head = json.dumps([[name, len(data)] for name, data in files]).encode() + b"\n"
    Path(out).write_bytes(gzip.compress(head + b"".join(data for _, data in files), 9, mtime=0))


def _made_at_start(archive: str) -> Iterator[tuple[str, bytes]]:
    """What is made each time from the start to the first picture, as files: what is compiled (see
    `argmap.lsp.sooner`), and the grammar's tables (see `argmap.language.kept`)."""
    ZipFile(archive).extractall(UNPACKED)
    sys.path.insert(0, str(UNPACKED))
    sys.dont_write_bytecode = False
    from argmap.lsp.sooner import sooner

    with sooner():
        _used()
    for name in ("*.compiled", "*.table"):
        for made in UNPACKED.rglob(name):
            yield str(made.relative_to(UNPACKED)), made.read_bytes()


def _used() -> None:
    """What a page does until it has its first picture and ballot."""
    importlib.import_module("argmap.web.worker")
    from argmap.diagram.layout.engine import start
    from argmap.service import Desk
    from argmap.service.picture import judged, picture

    desk, path = Desk(), UNPACKED / "argmap/starter.argmap"
    with start("tidy") as engine:
        picture(desk.view(path), {}, engine=engine)
    judged(desk.view(path), {})
