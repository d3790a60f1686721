"""Markdown as its reader sees it: links by their words, no marks of emphasis, entities as letters.

Every line stays a line, so that a place in the words is a place in the file.
"""

import html
import re

from ...regex import regex
from .reading import Read, UnreadableError

FRONT = regex(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.S)
COMMENT = regex(r"<!--.*?-->", re.S)
FENCE = regex(r"^[ \t]*(?:```|~~~)[^\n]*$", re.M)
DEFINITION = regex(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$", re.M)
NOTE = regex(r"\[\^[^\]\s]{1,40}\]:?")
IMAGE = regex(r"!\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\)|\[[^\]\n]*\])?")
LINK = regex(
    r"(?<!!)\[([^\[\]]*)\]"
    r"(?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)|\[[^\[\]\n]*\])"
)
ADDRESS = regex(r"<((?:https?|mailto):[^<>\s]+)>")
RAISED = regex(r"<sup>\s*(\d+)\s*</sup>", re.I)
TAG = regex(r"</?[a-zA-Z][^<>\n]{0,500}>")
HEAD = regex(r"^[ ]{0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*$", re.M)
QUOTE = regex(r"^[ ]{0,3}(?:>[ \t]?)+", re.M)
BULLET = regex(r"^[ \t]*[-*+][ \t]+", re.M)
RULE = regex(r"^[ \t]*(?:=+|(?:[-*_][ \t]*){3,}|\|?[-:| \t]*-[-:| \t]*\|[-:| \t]*)[ \t]*$", re.M)
ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
EMPHASIS = regex(r"\*+|~~|`+|(?<![^\W_])__?(?=[^\W_])|(?<=[^\W_])__?(?![^\W_])")
DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(raw: bytes) -> Read:
    """The words of a Markdown file. Raises UnreadableError where it is no text in UTF-8."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableError("it is not written in UTF-8; save it as plain text in that encoding") from error
    return Read(as_read(text))


def as_read(text: str) -> str:
    """Markdown without its marks."""
    for pattern in (FRONT, COMMENT):
        text = pattern.sub(_blank_lines, text)
    text = RULE.sub("", FENCE.sub("", DEFINITION.sub("", text)))
    text = BULLET.sub("", QUOTE.sub("", HEAD.sub("", text)))
    text = NOTE.sub("", text)
    text = LINK.sub(r"\1", IMAGE.sub(r"\1", text))
    text = LINK.sub(r"\1", ADDRESS.sub(r"\1", text))
    text = TAG.sub("", RAISED.sub(lambda m: m[1].translate(DIGITS), text))
    parts = ESCAPED.split(text)
    plain = [EMPHASIS.sub("", part) if number % 2 == 0 else part for number, part in enumerate(parts)]
    return html.unescape("".join(plain))


def _blank_lines(found: re.Match[str]) -> str:
    return "\n" * found.group().count("\n")
