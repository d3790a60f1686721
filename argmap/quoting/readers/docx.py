"""A Word file's words, by the standard library: a paragraph for each of its paragraphs."""

from collections.abc import Iterator
from xml.etree import ElementTree

from ...unzipping import DamagedError, TooLargeError, Unzipped
from .reading import Read, UnreadableError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LARGEST = 100_000_000
SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
SKIPPED = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", ALTERNATIVE))
"""What is struck out, a field's code, and what is there twice for older programs."""
DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(raw: bytes) -> Read:
    """The words of a .docx file. Raises UnreadableError where it is none."""
    try:
        body = Unzipped(raw, LARGEST).part("word/document.xml")
    except DamagedError as error:
        raise UnreadableError("it is not a Word file that can be read; save it again, or as plain text") from error
    except TooLargeError as error:
        raise UnreadableError("it is too large for a text; save its words as plain text") from error
    if b"<!DOCTYPE" in body[:2000]:
        raise UnreadableError("it is not a Word file as Word writes it; save it again, or as plain text")
    try:
        root = ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError) as error:
        raise UnreadableError("its words cannot be read; save it again, or as plain text") from error
    paragraphs = ("".join(_words(paragraph)).strip() for paragraph in root.iter(f"{W}p"))
    return Read("\n\n".join(words for words in paragraphs if words) + "\n")


def _words(paragraph: ElementTree.Element) -> Iterator[str]:
    """The words of a paragraph; those of a text box in it are paragraphs of their own."""
    waiting = [*reversed(list(paragraph))]
    while waiting:
        element = waiting.pop()
        if element.tag in SKIPPED or element.tag == f"{W}p":
            continue
        if element.tag == f"{W}r":
            yield from _run(element)
        waiting += reversed([child for child in element if element.tag != f"{W}r" or child.tag not in TEXTS])


TEXTS = frozenset((f"{W}t", *SIGNS))


def _run(run: ElementTree.Element) -> Iterator[str]:
    raised = run.find(f"{W}rPr/{W}vertAlign")
    up = raised is not None and raised.get(f"{W}val") == "superscript"
    for child in run:
        if child.tag == f"{W}t":
            words = child.text or ""
            yield words.translate(DIGITS) if up else words
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
