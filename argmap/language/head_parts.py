"""What stands in the head of a line, as syntax values: marks, sides, speeches, citations, ids."""

# ruff: noqa: D102 - each method is named after the rule of the grammar that it reads.

import re
from dataclasses import replace
from sys import intern
from typing import Any

from ..model import Locator
from ..normal import normal
from ..regex import regex
from ..source import Span
from .outline import Outline
from .syntax import CitePart, Word
from .tokens import Token, is_token

Children = list[Any]
DASH = regex("[‐‑–—]")
"""What word processors make of a hyphen between numbers."""


class HeadParts:
    """Makes a value of each part of a head; `outline` is the one that is being read."""

    outline: Outline

    def _word(self, token: Token, skip: int = 0) -> Word:
        text = str(token)[skip:] if skip else str(token)
        if not text.isascii():
            text = normal("NFC", text)
        return Word.at(self.outline.span(token.start_pos, token.end_pos), intern(text))

    def _span(self, first: Token, last: Token) -> Span:
        return self.outline.span(first.start_pos, last.end_pos)

    def mark(self, children: Children) -> tuple[str, list[Word]]:
        return "mark", [self._word(children[0])]

    def analytic(self, children: Children) -> tuple[str, list[Word]]:
        return "analytic", [self._word(children[0])]

    def side_part(self, children: Children) -> tuple[str, list[Word]]:
        return "side", [self._word(children[0])]

    def speech(self, children: Children) -> tuple[str, list[Word]]:
        return "speech", [self._word(children[0], skip=1)]

    def tag(self, children: Children) -> tuple[str, list[Word]]:
        return "tag", [self._word(children[0], skip=1)]

    def cites(self, children: Children) -> tuple[str, list[CitePart]]:
        cites: list[CitePart] = []
        comma: Span | None = None
        for child in children:
            if is_token(child):
                comma = self._span(child, child)
            else:
                cites.append(replace(child, comma=comma) if comma else child)
                comma = None
        return "cites", cites

    def cite(self, children: Children) -> CitePart:
        source, *more = children
        locator, end = more[0] if more and not is_token(more[0]) else (None, source.end_pos)
        part = CitePart(self._word(source), locator, self.outline.span(source.start_pos, end))
        if not more or not is_token(more[0]):
            return part
        token, span = more[0], self._span(source, more[0])
        if token.type == "YEAR":
            year = self.outline.span(source.end_pos or 0, token.end_pos or 0)
            return replace(part, span=span, year=Word.at(year, str(token).strip(",'’ ")))
        return replace(part, span=span, locator=Locator("time", text=str(token)), clock=self._span(token, token))

    def locator(self, children: Children) -> tuple[Locator, int]:
        unit, value = children
        end = value.end_pos or 0
        if unit.type == "IN_SECTION":
            return Locator("section", text=str(value)[1:-1].strip()), end
        if unit.type == "TIME":
            return Locator("time", text=str(value)), end
        if value.type == "PRINTED":
            return Locator("page", text=re.sub(r"\s*-\s*", "-", DASH.sub("-", str(value)))), end
        first, _, last = DASH.sub("-", str(value)).partition("-")
        name = "para" if unit.type == "PARA" else "page"
        # Python itself refuses to read a number of thousands of digits.
        return Locator(name, int(first.strip()[:18]), int((last or first).strip()[:18])), end

    def listed(self, children: Children) -> tuple[Token, ...]:
        return tuple(children)

    def ids(self, children: Children) -> list[Token]:
        return children
