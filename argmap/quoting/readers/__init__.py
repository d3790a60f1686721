"""Texts of sources as coaches have them: plain, Markdown, web pages, Word files, PDFs.

Each reader takes the bytes of a file and gives its words as a reader sees them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Read:
    """The words of a file. `labels` are its pages' names where these are known, one for each stretch
    between form feeds. `doubt` is what is odd about it, or None."""

    text: str
    labels: tuple[str, ...] = ()
    doubt: str | None = None


class UnreadableError(Exception):
    """A file whose words cannot be had; the message says why and what to do."""


Reader = Callable[[bytes], Read]


def _markdown(raw: bytes) -> Read:
    from .markdown import read

    return read(raw)


def _html(raw: bytes) -> Read:
    from .html import read

    return read(raw)


def _docx(raw: bytes) -> Read:
    from .docx import read

    return read(raw)


def _pdf(raw: bytes) -> Read:
    from .pdf import read

    return read(raw)


READERS: Mapping[str, Reader] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}
"""For each ending its reader; a file of any other ending is plain text."""
SUFFIXES = (".txt", ".md", ".html", ".docx", ".pdf")
"""The endings under which a source's text is looked for by its id, the likeliest first."""
