"""Quoted words inside a statement's text.

Whatever stands between double quotes of any style is claimed to be the source's own words, and so
is what stands between ‘ ’ with four words or more (a British quotation).
"""

from .regex import regex
from .values import dataclass

MARK = regex('["“”„‟«»‘]')
QUOTED = regex(
    "|".join(
        (
            '"(?:[^"“”]|“[^"“”]*”)*+"',  # straight marks, curly ones inside them being the source's
            "“(?:[^“”]|“[^“”]*”)*+”",  # curly marks, straight or further ones inside them likewise
            '"[^"“”]*”',  # a mark that a word processor has turned only at one end
            '“[^"“”]*"',
            "“[^”]*”",  # opened anew at each paragraph
            '[„‟][^“”„"]*[“”"]',  # as in German
            '”[^“”"]*[”"]',  # as in Swedish
            "«(?:[^«»]|«[^«»]*»)*+»",  # as in French
            "»(?:[^«»]|»[^«»]*«)*+«",  # as in German books
            "«[^»]*»",
            "»[^»«]*»",
        )
    )
)
"""A quotation with its marks. Each way to close one is tried in turn."""
OPENS = regex(r"(?<![^\s(\[{—–/-])\"(?=\S)")
CLOSES = regex(r"(?<=\S)\"(?![^\W_])")
SENTENCE_END = regex(r"[.!?…][)\]’”]*\s+")
BRITISH_OPENS = regex(r"(?<![^\W_])‘")
BRITISH_CLOSES = regex(r"’(?![^\W_])")
POSSESSIVE = regex(r"s’ [a-z]")
LEAST_WORDS = 4
LONGEST = 400
"""So many letters are looked at to count them."""
WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The offsets of the quoted words in a text, without their quotation marks. `later` are further
    offsets at which it may end: in ‘ ’ an apostrophe looks like the mark that closes it."""

    start: int
    end: int
    later: tuple[int, ...] = ()


def quotations(text: str) -> tuple[tuple[Quotation, ...], int | None]:
    """The quotations of a text, in order, and the offset of a mark that is never closed (or None)."""
    found: list[Quotation] = []
    at = 0
    while mark := MARK.search(text, at):
        start = at = mark.start()
        at += 1
        if mark.group() == "‘":
            if british := _british(text, start):
                found.append(british)
                at = british.end + 1
            continue
        if mark.group() == '"' and text[start - 1 : start].isdigit():
            continue  # inches, or seconds
        end = _end(text, start)
        if end is None:
            return tuple(found), start
        found.append(Quotation(start + 1, end))
        at = end + 1
    return tuple(found), None


def _end(text: str, start: int) -> int | None:
    """The offset of the mark that closes a quotation; None where none does."""
    if text[start] == '"':
        end = _straight_end(text, start)
        opened, closed = (text.count(mark, start, end) for mark in "“”") if end else (0, 0)
        if end and closed <= opened:
            return end
    quoted = QUOTED.match(text, start)
    return quoted.end() - 1 if quoted else None


def _straight_end(text: str, start: int) -> int | None:
    at = text.find('"', start + 1)
    while at >= 0:
        after = text.find('"', at + 1)
        anew = after >= 0 and OPENS.match(text, at) and SENTENCE_END.search(text, max(at - 5, start), at)
        inches = text[at - 1].isdigit() and after >= 0 and CLOSES.match(text, after) and not OPENS.match(text, after)
        if not (anew or inches):
            return at
        at = after
    return None


def _british(text: str, start: int) -> Quotation | None:
    """What stands between ‘ ’, if it is long enough to be more than a word that is doubted."""
    first = BRITISH_CLOSES.search(text, start) if BRITISH_OPENS.match(text, start) else None
    if not first:
        return None
    limit = MARK.search(text, first.end())
    later = [m.start() for m in BRITISH_CLOSES.finditer(text, first.end(), limit.start() if limit else len(text))]
    end = first.start()
    if POSSESSIVE.match(text, end - 1):
        # ‘the states’ rights are at risk’: the first mark may be an apostrophe.
        end = next((at for at in later if not POSSESSIVE.match(text, at - 1)), end)
        later = [first.start(), *later]
    if not _is_long(text, start, end):
        return None
    return Quotation(start + 1, end, tuple(at for at in later if at != end and _is_long(text, start, at)))


def _is_long(text: str, start: int, end: int) -> bool:
    return len(WORD.findall(text, start, min(end, start + LONGEST))) >= LEAST_WORDS
