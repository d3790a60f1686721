"""How debaters and classrooms begin a line: `Contention 1: ...`, `A2: ...`, `- evidence: ...`.

argmap does not read these words, and must not take such a line for the rest of the text above it.
"""

import re
from collections.abc import Mapping

from ..regex import regex
from ..vocabulary import KINDS

CALLED: Mapping[str, str] = {
    "contention": "claim", "subpoint": "claim", "sub-point": "claim", "sub point": "claim", "thesis": "claim",
    "conclusion": "claim", "conclusions": "claim",
    "impact": "claim", "impacts": "claim", "link": "claim", "links": "claim",
    "internal link": "claim", "uniqueness": "claim", "analytic": "claim analytic", "analytics": "claim analytic",
    "card": "evidence", "cards": "evidence", "evidence": "evidence", "claim": "claim", "warrant": "warrant",
    "warrants": "warrant", "reason": "warrant", "reasons": "warrant", "reasoning": "warrant", "because": "warrant",
    "rebuttal": "rebuttal", "at": "rebuttal", "a2": "rebuttal", "answer": "rebuttal", "answers": "rebuttal",
    "response": "rebuttal", "responses": "rebuttal", "counterclaim": "rebuttal", "counter-claim": "rebuttal",
    "refutation": "rebuttal", "turn": "rebuttal turn", "turns": "rebuttal turn", "link turn": "rebuttal turn",
    "impact turn": "rebuttal turn", "no link": "rebuttal no-link", "no-link": "rebuttal no-link",
    "non unique": "rebuttal non-unique", "non-unique": "rebuttal non-unique", "nonunique": "rebuttal non-unique",
    "alt cause": "rebuttal alt-cause", "alt-cause": "rebuttal alt-cause", "mitigate": "rebuttal mitigate",
    "outweigh": "rebuttal outweigh", "outweighs": "rebuttal outweigh", "indict": "rebuttal indict",
    "deny": "rebuttal deny", "objection": "rebuttal", "objections": "rebuttal", "counterargument": "rebuttal",
    "counter-argument": "rebuttal", "counterarguments": "rebuttal", "counterpoint": "rebuttal", "reply": "rebuttal",
    "supporting evidence": "evidence", "main claim": "claim", "counter argument": "rebuttal",
    "counter claim": "rebuttal", "counter point": "rebuttal", "supporting detail": "evidence",
    "resolved": "topic", "resolution": "topic", "motion": "topic",
}  # fmt: skip
"""What a word at the start of a line, with a colon behind it, is in argmap."""

SMALL: Mapping[str, str] = {
    "but": "rebuttal", "so": "claim", "since": "warrant", "therefore": "claim", "example": "evidence",
    "examples": "evidence", "fact": "evidence", "facts": "evidence", "statistic": "evidence", "statistics": "evidence",
    "quote": "evidence", "proof": "evidence", "explanation": "warrant", "opinion": "claim", "supports": "claim",
    "supported by": "evidence", "rebuts": "rebuttal", "rebutted by": "rebuttal",
}  # fmt: skip
"""The same for words that begin sentences of prose where they have a capital: only in small letters, save at
the margin, where no prose stands."""

NUMBERED: Mapping[str, str] = dict.fromkeys(
    ("advantage", "disadvantage", "observation", "argument", "point", "premise"), "claim"
)
"""The same for words that begin sentences too: with a number they are heads."""

NUMBER = r"[ \t]*[#.]?[ \t]*(?:[0-9]{1,2}[a-z]?|(?-i:[A-Z]|[IVX]{1,4})|one|two|three|four|five|six)"
_WORDS, _COUNTED, _SMALL = ("|".join(sorted(words, key=len, reverse=True)) for words in (CALLED, NUMBERED, SMALL))
LABEL = regex(
    rf"(?:(?P<word>{_WORDS})(?:{NUMBER})?|(?P<counted>{_COUNTED}){NUMBER})[.)]?\s*(?P<colon>:)(?=\s+\S)", re.I
)
NUMBERED_KIND = regex(r"\s*#?\s*[0-9]+\s*")
"""What stands between a kind with a capital and its colon: a letter may well be an id."""
DASHED = regex(rf"(?P<word>contention|sub[ -]?point){NUMBER}\s*(?P<colon>[–—-])(?=\s+\S)", re.I)
LABEL_AND_DASH = regex(rf"(?P<word>{_WORDS})(?:{NUMBER})?\s+(?P<colon>[–—-])(?=\s+\S)", re.I)
SMALL_LABEL = regex(rf"(?P<word>{_SMALL})(?P<number>{NUMBER})?\s*:(?=\s+\S)", re.I)
UNKNOWN_LABEL = regex(r"[a-z][a-z'’-]+(?: [a-z][a-z'’-]*){0,3}(?=\s*:\s+\S)")
BEGINNINGS = frozenset(word[:3] for word in (*CALLED, *NUMBERED, *SMALL))
"""A line that begins with other letters has no label; those of two letters stand alone, or before a number."""
BULLET = regex(r"(?:o(?=\t)|[-*•·▪◦‣–—\uf0a7\uf0b7\uf0d8]|\(?(?:[0-9]{1,3}|[A-Za-z]|[ivx]{1,4})[.)])\s+(?=\S)")

CLOSING = "\"'”’»)]"
"""What may stand behind the sign that ends a sentence."""
LONGEST_ABBREVIATED = 8
ABBREVIATED = regex(
    r"(?:\b[^\W\d_]|\b(?:mr|mrs|ms|dr|prof|st|no|nos|vs|etc|al|cf|pp|para|paras|ca|approx|inc|ltd|co|corp|gov|sen|rep"
    r"|gen|jr|sr|fig|vol|ed|eds|est|dept|univ|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec))\.$",
    re.I,
)


def label(line: str, *, dashes: bool = False) -> tuple[int, str] | None:
    """Where the label ends that a line begins with (its colon is not part of it), and what to write for
    it; None where it has none. What argmap itself reads is no label. `dashes`: where the line can be no
    prose, so that a dash stands for the colon of any label."""
    begin = line[:3].lower()
    if begin.isascii() and begin not in BEGINNINGS and (begin[2:].isalpha() or begin[:2] not in BEGINNINGS):
        return None
    if dashed := DASHED.match(line) or (LABEL_AND_DASH.match(line) if dashes else None):
        return dashed.end("colon"), f"{CALLED[' '.join(dashed['word'].lower().split())]}:"
    found = LABEL.match(line)
    if found is None:
        return _small_label(line, any_case=dashes)
    word = " ".join((found["word"] or found["counted"]).split())
    small = word.lower()
    unnumbered = NUMBERED_KIND.fullmatch(line, len(word), found.start("colon")) is None
    if word in (*KINDS, "card") or (small in KINDS and unnumbered):
        return None
    return len(line[: found.start("colon")].rstrip()), CALLED.get(small) or NUMBERED[small]


def _small_label(line: str, *, any_case: bool) -> tuple[int, str] | None:
    found = SMALL_LABEL.match(line)
    if found is None or not (any_case or line[0].islower()):
        return None
    return found.end("number" if found["number"] else "word"), SMALL[found["word"].lower()]


def unknown_label(line: str) -> int:
    """How long the words in small letters are that a line begins with before a colon; 0 for none. After a
    sentence that has ended no prose begins so."""
    found = UNKNOWN_LABEL.match(line)
    return found.end() if found else 0


def bullet(line: str) -> int:
    """How long the bullet or number is that a line begins with, with the blanks behind it; 0 for none."""
    found = BULLET.match(line)
    return found.end() if found else 0


def ends_sentence(line: str) -> bool:
    """Whether the words of a line end a sentence, and not in an abbreviation."""
    if line.rstrip(CLOSING)[-1:] not in (".", "!", "?", "…"):
        return False
    return line[-1] != "." or ABBREVIATED.search(line, max(len(line) - LONGEST_ABBREVIATED, 0)) is None
