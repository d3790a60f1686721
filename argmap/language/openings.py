"""What a line opens: a statement, a declaration, a field, a relation, or nothing (it is text).

Reading a line this way needs no more than the line and what it stands under. Where a word at the
start of a line is nearly one that opens something, the line is read as if it were right, and a
`Slip` says so: the rest of the file then reads as the author meant it.
"""

import re
from dataclasses import replace

from ..english import LONGEST, nearest
from ..values import dataclass
from ..vocabulary import (
    ANALYTIC,
    DECLARATIONS,
    FIELDS_UNDER,
    KINDS,
    MARKS,
    MEANT_KINDS,
    MEANT_VERBS,
    VERB_FORMS,
    VERBS,
)
from .labels import bullet, ends_sentence, label

_OF_ID = r"[^\s()\[\]{}:;,+@#\"“”‘’|<>=/\\-]*+"
# Possessive: what follows an id begins with none of its letters, and a long one costs no more than its length.
ID = rf"[^\W\d_]{_OF_ID}(?:-(?!>){_OF_ID})*+"
IDS = rf"{ID}(?:\s*\+\s*{ID})*"
PLUS = re.compile(r"\+\s*+(?!\+)")
FIRST_WORD = re.compile(r"[^\W\d_][\w-]*")
RELATION = re.compile(rf"{IDS}\s+(?P<verb>{ID})(?:\s+{IDS}(?:\s*->\s*{ID})?)?\s*")
CONCESSION = re.compile(rf"{ID}\s+(?P<verb>concedes?)\s+{ID}(?:\s*,\s*{ID})+\s*")
HOLDS_VERB = re.compile(rf"(?:^|\s)(?:{'|'.join(VERB_FORMS)})(?!\S)")
EXTENSION = re.compile(rf"@[^\s()\[\]:#@]+\s+(?P<verb>{ID})(?=\s+{ID}|\s*$)")
JOINED = re.compile(rf"{ID}\s*(?:\+|->)")
ONE_ID = re.compile(rf"\s+{ID}\s*")
PLAIN_REFERENCE = re.compile(r"\s+[^\W\d_][\w-]*")
# Possessive, so that a line full of brackets and quotes costs no more than its length.
BRACKETED = re.compile(r"\[(?:\"[^\"]*\"|“[^“”]*”|[^\]\[])*+\]")
HEAD_PART = re.compile(rf"\s+(?:{ID}\s*)?(?:\[|\(\s*{ID}\s*\)|@\w)|\s*[\[@]|\s*\(\s*{ID}\s*\)")
PLAIN_WORD = re.compile(rf"(?<![@#\w(-]){ID}")
FIELD_COLON = re.compile(r"\s*:(?=\s|$)")
DECLARED = re.compile(rf"\s+{ID}\s*:")

NO_PROSE = ("topic", "source", "side")
"""What a word and a colon under it can only be a field of."""

BAR_HELP = "if it is meant as text, put `|` before it"
"""What to do about a line that opens something and ought not to."""

KINDS_AND_MARKS = frozenset((*KINDS, *MARKS))
VERB_STEMS = tuple(verb.removesuffix("s") for verb in VERBS)
"""What stands in every line that has a verb: cheaper to look for than a relation."""
SENTENCE = "."
"""What ends a sentence, and is no abbreviation."""
MOST_HEAD_WORDS = 5
"""A kind, so many words and a colon: a head with a slip, such as brackets left out. With more words
a line is prose. Marks and `analytic` do not count."""
MOST_SENTENCE_WORDS = 1
"""The same where the kind has a capital, as a sentence in a text has."""
CITED = re.compile(rf"\s+(?:{ID}\s*)?\[\s*{ID}(?:\s*\]|\s+(?:para|page|section|time|pp?\.|¶))")
"""What stands behind a kind that cites a source, whatever word stands for the kind."""


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


def _head_words(head: str) -> int:
    return sum(word not in (*MARKS, ANALYTIC) for word in PLAIN_WORD.findall(head))


def _statement(line: str, word: str, after: int, margin: bool) -> Opening | None:
    """What the words behind a kind make of the line; None where they can be no head."""
    colon = head_end(line)
    if colon >= 0:
        many = _head_words(BRACKETED.sub("", line[after:colon]))
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
    found = None if under in NO_PROSE else _as_debaters_write(line, under, margin)
    return found or _opening(line, under, margin, before)


def _opening(line: str, under: str, margin: bool, before: str) -> Opening | None:
    if plus := PLUS.match(line):
        found = opening(line[plus.end() :], under, margin, before=before)
        return _behind(plus.end(), found) if found and found.role in ("statement", "reference") else None
    first = FIRST_WORD.match(line)
    if not first:
        return _extension(line, margin)
    word, after = first.group(), first.end()
    if word in KINDS and (found := _statement(line, word, after, margin)):
        return found
    if named := _declaration_or_field(line, word, after, under, margin):
        return named
    verb = _relates(line, margin)
    fresh = not verb and under == "statement" and word in KINDS_AND_MARKS and line[after : after + 1].isspace()
    if fresh and ends_sentence(before):
        return Opening("statement", word, doubtful=True)
    return Opening("relation", verb) if verb else _near_miss(line, word, after, under, margin)


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


def _extension(line: str, margin: bool) -> Opening | None:
    """The relation that a line is which begins with a speech, such as `@AS extends a`."""
    extension = EXTENSION.match(line)
    if extension is None:
        return None
    if margin and extension["verb"] in VERB_FORMS:
        return Opening("relation", extension["verb"])
    meant = nearest(extension["verb"], ("extends", "extend"))
    if meant is None:
        return None
    slip = Slip(*extension.span("verb"), meant) if extension["verb"] != meant else None
    return Opening("relation", meant, slip)


def _near_miss(line: str, word: str, after: int, under: str, margin: bool) -> Opening | None:
    """What the line was probably meant to open, by the word that it begins with."""
    if len(word) > LONGEST:
        return None
    if margin:
        return _near_miss_at_margin(line, word, after)
    field = _near_field(line, word, after, under) if ":" in line else None
    refers = PLAIN_REFERENCE.fullmatch(line, after) is not None
    if field or under in NO_PROSE or not (":" in line or refers):
        return field
    meant = _other_name(line, word, after)
    if meant:
        return Opening("statement", meant.partition(" ")[0], Slip(0, after, meant))
    kind = nearest(word, KINDS)
    if kind is None:
        return None
    # `claims made` goes on with a text; `clam growth` was meant to refer to a statement.
    refers = refers and not word.startswith(kind)
    role = "statement" if _near_head(line, word, kind, after) else "reference" if refers else None
    return Opening(role, kind, Slip(0, after, kind)) if role else None


def _other_name(line: str, word: str, after: int) -> str | None:
    """The kind (or `rebuttal` and which answer it is) that a line was meant to be which calls it by
    another name, or which cites a source between its first word and a colon as only a statement does."""
    kind = MEANT_KINDS.get(word)
    colon = head_end(line)
    if colon < 0 or not word[0].islower():
        return None
    if word in MARKS and (CITED.match(line, after) or FIELD_COLON.match(line, after)):
        return f"rebuttal {word}"
    if CITED.match(line, after):
        return nearest(word, KINDS) or "evidence"
    return kind if kind and _head_words(line[after:colon]) <= 1 else None


def _near_field(line: str, word: str, after: int, under: str) -> Opening | None:
    if not FIELD_COLON.match(line, after):
        return None
    field = nearest(word, FIELDS_UNDER.get(under, ()))
    # `Care:` and `Vote:` begin sentences; a longer word, or the very word, is no accident.
    if field and (word[0].islower() or len(field) > 4 or word.casefold() == field):
        return Opening("field", field, Slip(0, after, field))
    return None


def _near_head(line: str, word: str, kind: str, after: int) -> bool:
    """Whether the words behind a misspelt kind look like a head rather than like prose."""
    colon = head_end(line)
    if colon < 0:
        return False
    words = PLAIN_WORD.findall(BRACKETED.sub("", line[after:colon]))
    if word.casefold() == kind and len(words) <= MOST_SENTENCE_WORDS:
        return True
    return len(words) <= 1 or (len(words) == 2 and words[1] in (*MARKS, ANALYTIC))


def _near_miss_at_margin(line: str, word: str, after: int) -> Opening | None:
    related = RELATION.fullmatch(line)
    if related:
        verb = MEANT_VERBS.get(related["verb"]) or nearest(related["verb"], VERB_FORMS)
        if verb and line[related.end("verb") :].strip():
            return Opening("relation", verb, Slip(*related.span("verb"), verb))
    meant = nearest(word, (*KINDS, *DECLARATIONS)) or _other_name(line, word, after)
    if meant is None or word == meant:
        return None
    slip = Slip(0, after, meant)
    if meant in KINDS:
        reference = ONE_ID.fullmatch(line, after) is not None and head_end(line) < 0
        return Opening("reference" if reference else "statement", meant, slip)
    return Opening(meant, meant, slip)
