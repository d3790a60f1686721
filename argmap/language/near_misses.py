"""What a line was probably meant to open whose first word is nearly one of the language's, or another name
for one."""

import re

from ..debate import AGAINST, FOR
from ..english import LONGEST, nearest
from ..regex import regex
from ..vocabulary import (
    ANALYTIC,
    DECLARATIONS,
    FIELDS_UNDER,
    KINDS,
    MARKS,
    MEANT_DECLARATIONS,
    MEANT_FIELDS,
    MEANT_KINDS,
    MEANT_VERBS,
    VERB_FORMS,
)
from .shapes import (
    BRACKETED,
    CITED,
    FIELD_COLON,
    ID,
    NO_PROSE,
    ONE_ID,
    PLAIN_REFERENCE,
    PLAIN_WORD,
    RELATION,
    Opening,
    Slip,
    head_end,
    head_words,
)

NAMED = ("side", "source")
SWAPPED = regex(
    rf"(?P<first>{'|'.join((*MARKS, ANALYTIC, *FOR, *AGAINST))})\s+(?P<word>{'|'.join((*KINDS, *NAMED))})"
    rf"(?:\s+(?P<id>{ID}))?(?=\s*:\s)",
    re.I,
)
SEVERAL = regex(r"(?:claims|sides|sources|sections)\s*:\s*$|sides\s*:", re.I)
"""A heading for several: what each of them is, its own line says."""
MOST_SENTENCE_WORDS = 1
"""A kind with a capital, as a sentence in a text has, and so many words before a colon: a head with a slip."""


def near_miss(line: str, word: str, after: int, under: str, margin: bool) -> Opening | None:
    """What the line was probably meant to open, by the word that it begins with."""
    if len(word) > LONGEST:
        return None
    swapped = _swapped(line, margin=margin) if ":" in line else None
    if swapped or margin:
        return swapped or _near_miss_at_margin(line, word, after)
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
    return kind if kind and head_words(line[after:colon]) <= 1 else None


def _near_field(line: str, word: str, after: int, under: str) -> Opening | None:
    if not FIELD_COLON.match(line, after):
        return None
    if under == "source" and (other := MEANT_FIELDS.get(word.casefold())):
        return Opening("field", other, Slip(0, after, other))
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
    words = [each.lower() for each in PLAIN_WORD.findall(BRACKETED.sub("", line[after:colon]))]
    if word.casefold() == kind and (len(words) <= MOST_SENTENCE_WORDS or {*words} <= {*MARKS, ANALYTIC}):
        return True
    return len(words) <= 1 or (len(words) == 2 and words[1] in (*MARKS, ANALYTIC))


def _near_miss_at_margin(line: str, word: str, after: int) -> Opening | None:
    related = RELATION.fullmatch(line)
    if related:
        verb = MEANT_VERBS.get(related["verb"]) or nearest(related["verb"], VERB_FORMS)
        if verb and line[related.end("verb") :].strip():
            return Opening("relation", verb, Slip(*related.span("verb"), verb))
    if SEVERAL.match(line):
        return None
    meant = MEANT_DECLARATIONS.get(word.casefold()) if FIELD_COLON.match(line, after) else None
    meant = meant or nearest(word, (*KINDS, *DECLARATIONS)) or _other_name(line, word, after)
    if meant is None or word == meant:
        return None
    slip = Slip(0, after, meant)
    kind = meant.partition(" ")[0]
    if kind in KINDS:
        reference = ONE_ID.fullmatch(line, after) is not None and head_end(line) < 0
        return Opening("reference" if reference else "statement", kind, slip)
    return Opening(meant, meant, slip)


def _swapped(line: str, *, margin: bool) -> Opening | None:
    """What a line was meant to open that says first what comes after its word: `pro claim: ...`."""
    found = SWAPPED.match(line)
    if found is None or not (margin or line[0].islower()):
        return None
    first, word = found["first"].casefold(), found["word"].casefold()
    if word in NAMED and first in FOR | AGAINST:
        return Opening(word, word, Slip(0, found.end(), f"{word} {first}")) if margin and not found["id"] else None
    if word not in KINDS or (first in MARKS and word != "rebuttal"):
        return None
    part = f"({first})" if first in FOR | AGAINST else first
    return Opening("statement", word, Slip(0, found.end(), " ".join(filter(None, (word, found["id"], part)))))
