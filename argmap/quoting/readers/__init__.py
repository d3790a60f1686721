"""Texts of sources as coaches have them: plain, Markdown, web pages, Word files, PDFs.

Each reader takes the bytes of a file and gives its words as a reader sees them.
"""

from collections.abc import Callable, Mapping

from .reading import Read, UnreadableError

__all__ = ["READERS", "Read", "Reader", "UnreadableError"]

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
