"""The parts of a Word file, opened with care: nothing in it may cost more than its honest size."""

from collections.abc import Mapping
from xml.etree import ElementTree

from ...unzipping import DamagedError, TooLargeError, Unzipped
from ..unreadable import UnreadableError

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LARGEST = 64 << 20
"""Bytes that a part may have once unpacked."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN_PART = "word/document.xml"


class Package:
    """A Word file's parts, unpacked when they are asked for. Raises `UnreadableError` for what is none."""

    def __init__(self, data: bytes, name: str = "") -> None:
        _refuse_others(data, name)
        try:
            self._zip = Unzipped(data, LARGEST)
        except DamagedError:
            raise UnreadableError("it is damaged: open it in Word and save it again as .docx") from None
        self._names = self._zip.names
        self.main = self._find_main()
        if self.main not in self._names:
            raise UnreadableError(
                "it is a zip archive, but not a Word file" if MAIN_PART not in self._names else "it is damaged"
            )

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def xml(self, part: str) -> ElementTree.Element:
        """A part's root element."""
        try:
            data = self._zip.part(part)
        except DamagedError:
            raise UnreadableError(f"its part {part} is damaged or missing") from None
        except TooLargeError:
            raise UnreadableError(f"its part {part} unpacks to more than {LARGEST >> 20} MiB") from None
        if b"<!DOCTYPE" in data or b"<!DOCTYPE" in data[:4096].replace(b"\0", b""):
            raise UnreadableError("it declares a document type, which no Word file does")
        if STRICT in data[:4096]:  # the same names in another namespace
            data = data.replace(STRICT, TRANSITIONAL)
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError):
            raise UnreadableError(f"its part {part} is damaged") from None

    def links(self) -> Mapping[str, str]:
        """The addresses that the main part points at, by their ids."""
        folder, _, name = self.main.rpartition("/")
        part = f"{folder}/_rels/{name}.rels".lstrip("/")
        if part not in self._names:
            return {}
        return {each.get("Id", ""): each.get("Target", "") for each in self.xml(part)}

    def beside(self, name: str) -> str:
        """The part of a name in the folder of the main part."""
        folder = self.main.rpartition("/")[0]
        return f"{folder}/{name}".lstrip("/")

    def _find_main(self) -> str:
        if "_rels/.rels" in self._names:
            for each in self.xml("_rels/.rels"):
                if each.get("Type", "").endswith("/officeDocument"):
                    return each.get("Target", "").lstrip("/")
        return MAIN_PART


def _refuse_others(data: bytes, name: str) -> None:
    """Say what a file is that is no Word file."""
    if name.rpartition("/")[2].startswith("~$"):
        raise UnreadableError("it is the lock that Word leaves beside an open file; name the file without `~$`")
    if not data:
        raise UnreadableError("it is empty")
    if data.startswith(OLE):
        raise UnreadableError(
            "it is protected by a password, or it is an old .doc file: open it in Word and save it as .docx"
            " without a password"
        )
    if data.startswith(b"%PDF"):
        raise UnreadableError("it is a PDF: open it in Word, which makes a .docx of it, and look it over")
    if not data.startswith(b"PK"):
        raise UnreadableError("it is not a Word file")
