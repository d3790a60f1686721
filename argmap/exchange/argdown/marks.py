"""What stands in the words of an Argdown statement: tags, data in braces, mentions, stress."""

import re

from ..losses import Report
from ..reading import words

DATA = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"(?<!\S)#(?:\(([^()]+)\)|([\w-]+))")
STRESS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
MOST_STRESS = 3
"""Bold in italic in bold: no deeper."""
LINK = re.compile(r"(?<![@\]])\[([^\[\]]+)\]\([^()\s]+\)")
MENTION = re.compile(r"@(?:\[([^\[\]]+)\]|<([^<>]+)>)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
AWAY = 0xF0000
"""Where signs with a backslash before them are kept while a text is read: as letters of nobody's."""
BACK = re.compile("[\U000f0021-\U000f007e]")


def put_away(text: str) -> str:
    """A text in which signs with a backslash before them are no marks."""
    return ESCAPED.sub(lambda found: chr(AWAY + ord(found[1])), text)


def restored(words: str) -> str:
    """Signs that were put away, as themselves."""
    return BACK.sub(lambda found: chr(ord(found[0]) - AWAY), words)


def plain(text: str, report: Report) -> tuple[str, tuple[str, ...]]:
    """A text's words without data, addresses, tags and stress; and its tags."""
    kept = DATA.sub("", text)
    report.left_out["data in braces"] += kept != text
    linked = LINK.sub(r"\1", kept)
    report.left_out["address of a link"] += linked != kept
    kept, tags = without_tags(linked)
    stressed = kept
    for _ in range(MOST_STRESS):
        stressed = STRESS.sub(r"\2", stressed)
    report.left_out["bold or italic stretch"] += stressed != kept
    return words(restored(stressed), report), tags


def without_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with its mentions as plain titles and without its tags; and the tags."""
    tags = (re.sub(r"[^\w-]+", "-", one or other).strip("-") for one, other in TAG.findall(text))
    kept = MENTION.sub(lambda found: found[1] or found[2], TAG.sub("", text))
    return kept, tuple(tag for tag in tags if tag)
