"""The parts of a zip that anyone may have made or damaged, unpacked with care."""

import io
import struct
import zipfile
import zlib

PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Word and Excel pack. The other ways would want further libraries, and fail in further manners."""
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What the library raises for damaged archives: a start before the file's own (ValueError), a part that a
password protects, or that says it is packed in a way that there is not (RuntimeError)."""


class DamagedError(Exception):
    """A zip, or a part of it, cannot be read, or is not there."""


class TooLargeError(Exception):
    """A part unpacks to more than was allowed."""


class Unzipped:
    """A zip of bytes; `names` are those of its parts. Raises DamagedError for what is no zip.

    `largest`: bytes that a part may have once unpacked. What a part says of its own size is not believed.
    """

    def __init__(self, data: bytes, largest: int) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE as fault:
            raise DamagedError from fault
        self._largest = largest
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """A part's bytes. Raises DamagedError or TooLargeError."""
        if name not in self.names:
            raise DamagedError(name)
        try:
            info = self._zip.getinfo(name)
            if info.compress_type not in PACKED:
                raise DamagedError(name)
            with self._zip.open(info) as opened:
                data = opened.read(self._largest + 1)
        except DAMAGE as fault:
            raise DamagedError(name) from fault
        if len(data) > self._largest:
            raise TooLargeError(name)
        return data
