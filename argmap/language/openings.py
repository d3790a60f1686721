"""What a line opens: a statement, a declaration, a field, a relation, or nothing (it is text).

Reading a line this way needs no more than the line and what it stands under. Where a word at the
start of a line is nearly one that opens something, the line is read as if it were right, and a
`Slip` says so: the rest of the file then reads as the author meant it.
"""

import re
from dataclasses import replace

from ..english import nearest
from ..regex import regex
from ..vocabulary import DECLARATIONS, FIELDS_UNDER, KINDS, MARKS, MEANT_KINDS, VERB_FORMS, VERBS
from .labels import bullet, ends_sentence, label
from .near_misses import near_miss
from .shapes import (
    CONCESSION,
    DECLARED,
    EXTENSION,
    FIELD_COLON,
    FIRST_WORD,
    HEAD_PART,
    HOLDS_VERB,
    JOINED,
    NO_PROSE,
    ONE_ID,
    PLUS,
    RELATION,
    Opening,
    Slip,
    head_end,
    head_words,
)

VERB_STEMS = tuple(verb.removesuffix("s") for verb in VERBS)
"""What stands in every line that has a verb: cheaper to look for than a relation."""
SENTENCE = "."
"""What ends a sentence, and is no abbreviation."""
NO_COLON = regex(r"[,;.=]?\s")
"""What stands behind a kind whose colon was forgotten, or is another sign."""
GOES_ON = regex(r"\b(?:an?|the|for|in|as|by|of|to|and|or|is|was|this|that|its|their|our|my|one|with|no)$", re.I)
"""How a line ends that goes on in the next: small letters are no label there (`for`, and then `example: ...`)."""
LONGEST_CUT = len("their ")
MOST_HEAD_WORDS = 5
"""A kind, so many words and a colon: a head with a slip, such as brackets left out. With more words
a line is prose. Marks and `analytic` do not count."""


def _statement(line: str, word: str, after: int, margin: bool) -> Opening | None:
    """What the words behind a kind make of the line; None where they can be no head."""
    colon = head_end(line)
    if colon >= 0:
        many = head_words(line[after:colon])
        if margin or "[" in line[after:colon] or many <= MOST_HEAD_WORDS:
            return Opening("statement", word, doubtful=many > 1)
    if ONE_ID.fullmatch(line, after):
        return Opening("reference", word)
    if margin or HEAD_PART.match(line, after):
        return Opening("statement", word, doubtful=True)
    return None


def _declares(word: str, line: str, after: int, margin: bool) -> bool:
    if margin:
        return True
    if word in ("side", "source"):
        return DECLARED.match(line, after) is not None
    return FIELD_COLON.match(line, after) is not None


def opening(line: str, under: str, margin: bool, *, before: str = "") -> Opening | None:
    """What `line` (without its indentation) opens where it stands; None where it is text.

    `under` is the role of what it is nested in ("" at the margin). `before` is the line of a text that it
    would go on with: where that ends with a sentence, a kind in small letters goes on with none.
    """
    prose = under in NO_PROSE or (line[:1].islower() and _is_cut(before))
    found = None if prose else _as_debaters_write(line, under, margin)
    return found or _opening(line, under, margin, before)


def _is_cut(before: str) -> bool:
    """Whether a line ends amid a sentence; its last word is looked at alone."""
    return GOES_ON.search(before, max(len(before) - LONGEST_CUT, 0)) is not None


def _opening(line: str, under: str, margin: bool, before: str) -> Opening | None:
    if plus := PLUS.match(line):
        found = opening(line[plus.end() :], under, margin, before=before)
        return _behind(plus.end(), found) if found and found.role in ("statement", "reference") else None
    first = FIRST_WORD.match(line)
    if not first:
        return _without_a_word(line, margin)
    word, after = first.group(), first.end()
    if word in KINDS and (found := _statement(line, word, after, margin)):
        return found
    if named := _declaration_or_field(line, word, after, under, margin):
        return named
    verb = _relates(line, margin)
    begun = _begins_with_a_kind(line, word, after) if not verb and under == "statement" else None
    if verb or (begun and ends_sentence(before)):
        return Opening("relation", verb) if verb else begun
    goes_on = word in MEANT_KINDS and not margin and "[" not in line and _is_cut(before)
    return None if goes_on else near_miss(line, word, after, under, margin)


def _begins_with_a_kind(line: str, word: str, after: int) -> Opening | None:
    """The statement that a line was meant to be which begins with a kind or a mark and has no colon, after a
    sentence that has ended."""
    if line[after:].strip() == "" and word.lower() in KINDS:
        return Opening("statement", word.lower(), Slip(0, after, f"{word.lower()}:"))
    if word in (*KINDS, *MARKS) and NO_COLON.match(line, after):
        return Opening("statement", word, doubtful=True)
    return None


def _declaration_or_field(line: str, word: str, after: int, under: str, margin: bool) -> Opening | None:
    # `text:` and `date:` are fields only under what has them, so declarations come first.
    if word in DECLARATIONS and _declares(word, line, after, margin):
        return Opening(word, word)
    if not margin and word in FIELDS_UNDER.get(under, ()) and line[after:].lstrip()[:1] == ":":
        return Opening("field", word)
    return None


def _as_debaters_write(line: str, under: str, margin: bool) -> Opening | None:
    """The statement that a line was meant to be which begins with a label, a bullet or a number."""
    begin = bullet(line)
    rest = line[begin:]
    if found := label(rest, dashes=margin or begin > 0):
        end, meant = found
        return Opening("statement", FIRST_WORD.match(meant)[0], Slip(0, begin + end, meant))  # type: ignore[index]
    inner = _opening(rest, under, margin, SENTENCE) if begin and rest[0] != "+" else None
    if inner is None or inner.role not in ("statement", "reference"):
        return None
    end, meant = (inner.slip.end, inner.slip.meant) if inner.slip else (len(inner.word), inner.word)
    return replace(inner, slip=Slip(0, begin + end, meant))


def reason_of_a_claim(found: Opening, line: str) -> Opening:
    """What a line opens under a claim at the margin: a reason there (`Because: ...`) is a claim that supports
    it, and no warrant, as there is no link yet to explain."""
    slip = found.slip
    if slip is None or slip.meant.rstrip(":") != "warrant" or "warrant" in line[slip.start : slip.end].lower():
        return found
    meant = slip.meant.replace("warrant", "claim analytic")
    return replace(found, word="claim", slip=replace(slip, meant=meant))


def _behind(offset: int, found: Opening) -> Opening:
    """What opens the line whose part behind an offset opens `found`."""
    slip = found.slip and Slip(found.slip.start + offset, found.slip.end + offset, found.slip.meant)
    return replace(found, slip=slip)


def _relates(line: str, margin: bool) -> str | None:
    """The verb of the relation that a line is, or was meant to be; None where it is none."""
    if not any(stem in line for stem in VERB_STEMS):
        return "relation" if margin and JOINED.match(line) else None
    related = RELATION.fullmatch(line.partition(":")[0]) if margin else RELATION.fullmatch(line)
    related = related or CONCESSION.fullmatch(line)
    if related and related["verb"] in VERB_FORMS and line[related.end("verb") :].strip():
        return related["verb"]
    if margin and (JOINED.match(line) or (":" not in line and HOLDS_VERB.search(line))):
        return "relation"
    return None


def _without_a_word(line: str, margin: bool) -> Opening | None:
    """The relation that a line is, or was meant to be, which begins with a speech (`@AS extends a`) or with
    an id that is none (`2 supports 1`)."""
    doubtful = Opening("relation", "relation", doubtful=True) if margin else None
    if line[:1].isdigit() and ":" not in line and HOLDS_VERB.search(line):
        return doubtful
    extension = EXTENSION.match(line)
    if extension is None:
        return doubtful if line[:1] == "@" else None
    if margin and extension["verb"] in VERB_FORMS:
        return Opening("relation", extension["verb"])
    meant = nearest(extension["verb"], ("extends", "extend"))
    if meant is None:
        return doubtful
    slip = Slip(*extension.span("verb"), meant) if extension["verb"] != meant else None
    return Opening("relation", meant, slip)
