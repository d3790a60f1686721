"""A PDF's words, page by page, by pypdf (the extra `sources`)."""

import io
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...installing import how_to_get
from .reading import Read, UnreadableError

if TYPE_CHECKING:
    from pypdf import PdfReader

FEWEST_LETTERS = 120
"""A page with fewer letters on average was most likely scanned."""
INSTALL = f"to read a PDF one more package is needed: `{how_to_get('pypdf')}`"


def read(raw: bytes) -> Read:
    """The words of a PDF, its pages between form feeds. Raises UnreadableError, where pypdf is absent too."""
    try:
        from pypdf import PdfReader
    except ImportError as missing:
        raise UnreadableError(INSTALL) from missing
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would talk of every oddity of the file
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("it is locked with a password; save its words as plain text")
        pages = [page.extract_text().replace("\f", " ").replace("\r", "\n") for page in reader.pages]
        labels = _labels(reader, len(pages))
    except UnreadableError:
        raise
    except Exception as error:  # whatever a broken file does to it
        if "cryptography" in str(error):
            raise UnreadableError("it is locked; save its words as plain text") from error
        raise UnreadableError("it is not a PDF that can be read; save its words as plain text") from error
    return _judged(pages, labels)


def _judged(pages: Sequence[str], labels: tuple[str, ...]) -> Read:
    letters = sum(map(str.isalpha, "".join(pages)))
    count = len(pages)
    if not letters:
        raise UnreadableError("it has no text, only pictures of pages: read it with text recognition (OCR) first")
    doubt = None
    if letters < FEWEST_LETTERS * count and count > 1:
        doubt = f"it has {count} pages and hardly any text: most of them may be pictures, which OCR would make readable"
    # A letter that its font does not name comes as a sign of its own; without any letters it is of no use.
    text = "\f".join(page.encode("utf-8", "replace").decode("utf-8").replace("\0", " ") for page in pages)
    return Read(text, labels, doubt)


def _labels(reader: "PdfReader", count: int) -> tuple[str, ...]:
    """The names that the PDF gives its pages; their numbers where it gives none."""
    try:
        named = tuple(reader.page_labels)
    except Exception:  # a broken table of names is as good as none
        named = ()
    return named if len(named) == count else tuple(str(number) for number in range(1, count + 1))
