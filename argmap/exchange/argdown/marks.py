"""What stands in the words of an Argdown statement: tags, data in braces, mentions, stress."""

import re

from ..losses import Report
from ..reading import words

DATA = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"(?<!\S)#(?:\(([^()]+)\)|([\w-]+))")
STRESS = re.compile(r"[*_](?=\S)")
CLOSES = {mark: re.compile(rf"(?<=\S){re.escape(mark)}(?!\w)") for mark in ("**", "__", "*", "_")}
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
        stressed = _without_stress(stressed)
    report.left_out["bold or italic stretch"] += stressed != kept
    return words(restored(stressed), report), tags


def _without_stress(text: str) -> str:
    """A text without its outermost marks of stress. A mark that nothing closes stays; none like it behind it
    is closed either, so that each is looked for once."""
    parts: list[str] = []
    never: set[str] = set()
    at = 0
    opened = STRESS.search(text)
    while opened:
        start = opened.start()
        for mark in (text[start] * 2, text[start]):
            first = start + len(mark)
            if mark in never or not text.startswith(mark, start) or not text[first : first + 1].strip():
                continue
            closed = CLOSES[mark].search(text, first + 1)
            if closed:
                parts += [text[at:start], text[first : closed.start()]]
                at = closed.end()
                break
            never.add(mark)
        opened = STRESS.search(text, max(at, start + 1))
    return "".join([*parts, text[at:]])


def without_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with its mentions as plain titles and without its tags; and the tags."""
    tags = (re.sub(r"[^\w-]+", "-", one or other).strip("-") for one, other in TAG.findall(text))
    kept = MENTION.sub(lambda found: found[1] or found[2], TAG.sub("", text))
    return kept, tuple(tag for tag in tags if tag)
