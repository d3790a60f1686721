"""Whether a paragraph is a card's cite, and where it ends when the card goes on in the same paragraph."""

import re
from dataclasses import replace

from .paragraphs import Paragraph, Piece
from .roles import cite_styled, lit, marked, plain_share

LEGACY_CITES = frozenset({"cites", "cite", "debate cite main", "debate secondary cite", "normalcite", "debate cite"})
YEAR = (
    r"(?:(?:19|20)\d\d|[’'‘`´]\s?\d\d(?!\d)|(?<![\d/.\-])\d\d(?![\d%])"
    r"|(?<![\d/.\-])\d(?=\s*[\[({–—]))"
)
DATED = re.compile(rf"{YEAR}|(?:\bn\.? ?d\.?\b|\bno date\b)|\b\d{{1,2}}[/-]\d{{1,2}}\b", re.I)
ADDRESS = re.compile(r"https?://|www\.|\bdoi\b", re.I)
OPENS_WITH_NAME = re.compile(rf"^.{{2,60}}?{YEAR}\s*[\[({{,.–—-]", re.S)
NAME_THEN_YEAR = re.compile(rf"^\W*.{{2,70}}?{YEAR}", re.S)
NAME_THEN_BRACKET = re.compile(r"^\W*[^\[({\n]{2,90}[\[({]")
QUOTED_TITLE = re.compile(r"[“\"][^”\"]{12,}[”\"]")
TWO_LETTERS = re.compile(r"[A-Za-z]{2}")
CALLING = re.compile(r",\s*[^\W\d_]")
BARE_DATE = re.compile(r"\W*(?:\d{2,4}|n\.?\s?d\.?)\W*", re.I)
CLOSES = {"[": "]", "(": ")", "{": "}"}

BETWEEN_NAMES = 30
"""Letters between two authors that are set off."""
NEAR_START = 150
"""A name set off further on than this names nobody's card."""
SHORT_CITE = 80
LONGEST_LINE = 1200
LONG_FIRST = 1500
LONGEST_BRACKET = 4000
SHORTEST_BODY, SHORTEST_BOTH = 200, 500


def name_part(paragraph: Paragraph) -> tuple[str, bool]:
    """What is set off as a cite's name and year, and whether by a style for cites; else the bold words."""
    if any(cite_styled(piece) and not piece.text.isspace() for piece in paragraph.pieces):
        return "".join(piece.text for piece in paragraph.pieces if cite_styled(piece)), True
    bold = (p.text for p in paragraph.pieces if p.bold and not p.underline and not lit(p))
    return "".join(bold), False


def set_off(paragraph: Paragraph) -> tuple[str, str]:
    """The words of a cite from the first that are set off to the last that stand near them (`**Hsu** and
    Bo **Li 21**`), and what is set off further on, such as a year at the end of the line or behind what
    the author is (`**Hsu**, professor, **2021**`)."""
    text = paragraph.text
    spans: list[tuple[int, int]] = []
    for start, end in stretches_set_off(paragraph):
        near = spans and start - spans[-1][1] <= BETWEEN_NAMES
        if near and not (CALLING.search(text[spans[-1][1] : start]) and BARE_DATE.fullmatch(text[start:end])):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    if not spans:
        return "", ""
    return text[slice(*spans[0])], " ".join(text[start:end] for start, end in spans[1:])


def stretches_set_off(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where letters are set off as a cite's name and year: by a style for cites, else bold."""
    styled = any(cite_styled(piece) and not piece.text.isspace() for piece in paragraph.pieces)
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in paragraph.pieces:
        end = at + len(piece.text)
        if cite_styled(piece) if styled else piece.bold and not piece.underline and not lit(piece):
            spans[-1:] = [(spans[-1][0], end)] if spans and spans[-1][1] == at else [*spans[-1:], (at, end)]
        at = end
    return spans


def is_cite(paragraph: Paragraph, *, first: bool) -> bool:  # noqa: PLR0911 - the questions in their order
    """Whether a paragraph below a tag is a cite; `first`: nothing of a body has come since the tag."""
    text = paragraph.text.strip()
    if not text:
        return False
    if paragraph.style.casefold() in LEGACY_CITES:
        return True
    name, styled = name_part(paragraph)
    name = name.strip()
    start = text.find(name[:12]) if name else -1
    if styled:
        return _styled_cite(paragraph, text, name, start, first=first)
    if name and _bold_cite(paragraph, text, name, start):
        return True
    if not first:
        return False
    share = plain_share(paragraph)
    if ADDRESS.search(text) and share > 0.6:
        return True
    if name and len(text) < 60 and DATED.search(text):
        return True
    return OPENS_WITH_NAME.match(text) is not None and share > 0.8


def is_another(paragraph: Paragraph) -> bool:
    """Whether a paragraph right below a cite is one of another source: a name and a year near its start
    have a cite's style."""
    text, (name, styled) = paragraph.text.strip(), name_part(paragraph)
    dated = styled and TWO_LETTERS.search(name) is not None
    return dated and _styled_cite(paragraph, text, name.strip(), text.find(name.strip()[:12]), first=False)


def _styled_cite(paragraph: Paragraph, text: str, name: str, start: int, *, first: bool) -> bool:
    dated = DATED.search(name) is not None and start < NEAR_START and plain_share(paragraph) > 0.5
    if not first:
        return dated
    return dated or (len(text) < LONG_FIRST and plain_share(paragraph) > 0.6) or start < 40


def _bold_cite(paragraph: Paragraph, text: str, name: str, start: int) -> bool:
    """Bold words with letters and a year in or right behind them, near the start of plain words."""
    behind = text[max(text.find(name[-6:]), 0) :][:24]
    return (
        len(name) < 160
        and len(name) < 0.9 * len(text)
        and start < NEAR_START
        and DATED.search(name + behind) is not None
        and TWO_LETTERS.search(name) is not None
        and plain_share(paragraph) > 0.6
    )


def goes_on(paragraph: Paragraph, cite: list[Paragraph]) -> bool:
    """Whether a paragraph right below a cite still belongs to it."""
    text = paragraph.text.strip()
    if len(cite) > 3 or plain_share(paragraph) < 0.6:
        return False
    short = len(" ".join(line.text for line in cite)) < SHORT_CITE
    address = ADDRESS.search(text) is not None
    if text[:1] in tuple("[({<"):
        return short or address
    told = address or QUOTED_TITLE.search(text) is not None
    return short and told and len(text) < LONGEST_LINE and not any(lit(piece) for piece in paragraph.pieces)


def parted(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """A cite and its body in one paragraph, as two: parted at a line's end, or behind the bracket that
    holds the cite; None where it is not both."""
    text = paragraph.text
    if len(text) < SHORTEST_BOTH or not any(marked(piece) for piece in paragraph.pieces):
        return None
    if not NAME_THEN_YEAR.match(text):
        return None
    bracket, line = _bracket_end(text), text.find("\n") + 1
    at = bracket
    if 0 < line <= LONG_FIRST and (bracket is None or line >= bracket):
        at = line
    if at is None or len(text) - at < SHORTEST_BODY or _first_mark(paragraph) < at:
        return None
    return _cut(paragraph, at)


def _bracket_end(text: str) -> int | None:
    found = NAME_THEN_BRACKET.match(text)
    if not found:
        return None
    opens = text[found.end() - 1]
    depth = 0
    for at in range(found.end() - 1, min(len(text), LONGEST_BRACKET)):
        if text[at] == opens:
            depth += 1
        elif text[at] == CLOSES[opens]:
            depth -= 1
            if depth == 0:
                return at + 1
    return None


def _first_mark(paragraph: Paragraph) -> int:
    at = 0
    for piece in paragraph.pieces:
        if lit(piece):
            return at
        at += len(piece.text)
    return at


def _cut(paragraph: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    before: list[Piece] = []
    after: list[Piece] = []
    start = 0
    for piece in paragraph.pieces:
        here = min(max(at - start, 0), len(piece.text))
        if here:
            before.append(replace(piece, text=piece.text[:here]))
        if here < len(piece.text):
            after.append(replace(piece, text=piece.text[here:]))
        start += len(piece.text)
    return replace(paragraph, pieces=tuple(before)), replace(paragraph, pieces=tuple(after))
