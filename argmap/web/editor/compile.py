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
    files = [*modules(archive, left_out), ("argmap/web/compiled.bin", _compiled_at_start(archive))]
    head = json.dumps([[name, len(data)] for name, data in files]).encode() + b"\n"
    Path(out).write_bytes(gzip.compress(head + b"".join(data for _, data in files), 9, mtime=0))


def _compiled_at_start(archive: str) -> bytes:
    """What is compiled when the server is imported (see `argmap.web.sooner`)."""
    sys.path.insert(0, archive)
    from argmap.web.sooner import keep

    kept = keep()
    importlib.import_module("pygls.lsp.server")
    return marshal.dumps(kept)
