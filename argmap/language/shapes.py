"""The shapes of a line's head: ids, brackets, relations, and where a head ends."""

from ..regex import regex
from ..values import dataclass
from ..vocabulary import ANALYTIC, MARKS, VERB_FORMS

_OF_ID = r"[^\s()\[\]{}:;,+@#\"“”‘’|<>=/\\-]*+"
# Possessive: what follows an id begins with none of its letters, and a long one costs no more than its length.
ID = rf"[^\W\d_]{_OF_ID}(?:-(?!>){_OF_ID})*+"
IDS = rf"{ID}(?:\s*\+\s*{ID})*"
PLUS = regex(r"\+\s*+(?!\+)")
FIRST_WORD = regex(r"[^\W\d_][\w-]*")
RELATION = regex(rf"{IDS}\s+(?P<verb>{ID})(?:\s+{IDS}(?:\s*->\s*{ID})?)?\s*")
CONCESSION = regex(rf"{ID}\s+(?P<verb>concedes?)\s+{ID}(?:\s*,\s*{ID})+\s*")
HOLDS_VERB = regex(rf"(?:^|\s)(?:{'|'.join(VERB_FORMS)})(?!\S)")
EXTENSION = regex(rf"@[^\s()\[\]:#@]+\s+(?P<verb>{ID})(?=\s+{ID}|\s*$)")
JOINED = regex(rf"{ID}\s*(?:\+|->)")
ONE_ID = regex(rf"\s+{ID}\s*")
PLAIN_REFERENCE = regex(r"\s+[^\W\d_][\w-]*")
# Possessive, so that a line full of brackets and quotes costs no more than its length.
BRACKETED = regex(r"\[(?:\"[^\"]*\"|“[^“”]*”|[^\]\[])*+\]")
HEAD_PART = regex(rf"\s+(?:{ID}\s*)?(?:\[|\(\s*{ID}\s*\)|@\w)|\s*[\[@]|\s*\(\s*{ID}\s*\)")
PLAIN_WORD = regex(rf"(?<![@#\w(-]){ID}")
FIELD_COLON = regex(r"\s*:(?=\s|$)")
DECLARED = regex(rf"\s+{ID}\s*:")
CITED = regex(rf"\s+(?:{ID}\s*)?\[\s*{ID}(?:\s*\]|\s+(?:para|page|section|time|pp?\.|¶))")
"""What stands behind a kind that cites a source, whatever word stands for the kind."""

QUOTES = '"""'
NO_PROSE = ("topic", "source", "side")
"""What a word and a colon under it can only be a field of."""

BAR_HELP = "if it is meant as text, put `|` before it"
"""What to do about a line that opens something and ought not to."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that was probably meant to be another; offsets are in the line."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line opens: its role (`statement`, `reference`, `field`, `relation`, or a
    declaration's word) and the word that says so. `doubtful` where its head cannot be right, so that
    the line may well be prose."""

    role: str
    word: str
    slip: Slip | None = None
    doubtful: bool = False


def head_end(line: str) -> int:
    """The offset of the colon that ends a statement's head; -1 where there is none."""
    colon = line.find(":")
    bracket = line.find("[")
    if colon < 0 or bracket < 0 or colon < bracket:
        return colon
    at = 0
    while True:
        bracket, colon = line.find("[", at), line.find(":", at)
        if bracket < 0 or 0 <= colon < bracket:
            return colon
        closed = BRACKETED.match(line, bracket)
        if not closed:
            return colon
        at = closed.end()


def head_words(head: str) -> int:
    """How many words stand in a head, its citations, marks and `analytic` left out."""
    return sum(word not in (*MARKS, ANALYTIC) for word in PLAIN_WORD.findall(BRACKETED.sub("", head)))
