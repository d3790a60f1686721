"""The words of the language."""

from collections.abc import Mapping
from functools import cache, lru_cache

from .english import MOST_SLIPS, nearest

KINDS = ("claim", "evidence", "warrant", "rebuttal")
MARKS = ("deny", "no-link", "turn", "non-unique", "alt-cause", "mitigate", "outweigh", "indict")
ANALYTIC = "analytic"
DECLARATIONS = ("topic", "side", "source", "section", "include")
VERBS = ("supports", "rebuts", "contradicts", "concedes", "extends")
VERB_FORMS = {form: verb for verb in VERBS for form in (verb, verb.removesuffix("s"))}

MEANT_KINDS = {
    "argument": "claim",
    "contention": "claim",
    "point": "claim",
    "premise": "claim",
    "reason": "warrant",
    "because": "warrant",
    "proof": "evidence",
    "quote": "evidence",
    "support": "evidence",
    "counter": "rebuttal",
    "answer": "rebuttal",
    "response": "rebuttal",
    "reply": "rebuttal",
    "objection": "rebuttal",
    "clame": "claim",
    "rebutle": "rebuttal",
}
"""What debaters call a kind: a line that begins with such a word and a colon was meant as one."""
MEANT_VERBS = {
    "attacks": "rebuts",
    "answers": "rebuts",
    "refutes": "rebuts",
    "counters": "rebuts",
    "opposes": "rebuts",
    "proves": "supports",
    "backs": "supports",
    "helps": "supports",
    "beats": "rebuts",
    "defeats": "rebuts",
    "denies": "rebuts",
    "disproves": "rebuts",
    "challenges": "rebuts",
    "against": "rebuts",
    "rebuttal": "rebuts",
    "supporting": "supports",
    "vs": "contradicts",
    "vs.": "contradicts",
    "versus": "contradicts",
}
MEANT_DECLARATIONS = {
    "resolution": "topic",
    "motion": "topic",
    "question": "topic",
    "heading": "section",
}
"""What a line at the margin was meant to declare that begins with such a word, in any case, and a colon."""
MEANT_FIELDS = {
    "link": "url",
    "website": "url",
    "web": "url",
    "address": "url",
    "year": "date",
    "published": "date",
    "publication": "publisher",
    "journal": "publisher",
    "newspaper": "publisher",
    "magazine": "publisher",
    "qualification": "credentials",
    "qualifications": "credentials",
    "quals": "credentials",
    "retrieved": "accessed",
    "writer": "author",
    "by": "author",
    "file": "text",
}
"""What a source's field is called elsewhere."""
MEANT_MARKS = {
    "alternative-cause": "alt-cause",
    "alternate-cause": "alt-cause",
    "alternative": "alt-cause",
    "link-turn": "turn",
    "impact-turn": "turn",
    "denial": "deny",
    "indictment": "indict",
    "mitigation": "mitigate",
    "analytical": "analytic",
}
"""What debaters call a mark."""

STATEMENT_FIELDS = ("card", "note", "weight")
TOPIC_FIELDS = ("format", "date", "author", "rules", "first")
SOURCE_FIELDS = ("author", "credentials", "date", "publisher", "url", "accessed", "pages", "text")
FIELDS_UNDER: dict[str, tuple[str, ...]] = {
    "statement": STATEMENT_FIELDS,
    "topic": TOPIC_FIELDS,
    "source": SOURCE_FIELDS,
    "side": (),
}

OWNERS: dict[str, tuple[str, ...]] = {"topic": TOPIC_FIELDS, "source": SOURCE_FIELDS, "statement": STATEMENT_FIELDS}
"""What has fields, the likeliest owner of a field first."""

RESERVED = frozenset((*KINDS, *MARKS, ANALYTIC, *DECLARATIONS, *VERB_FORMS))
"""Words that cannot be ids."""

MEANINGS: Mapping[str, str] = {
    "claim": "Something that a side asserts. Under another statement it supports it.",
    "evidence": "What a source says, with its citation in square brackets. Under a statement it supports it.",
    "warrant": "Why the statement that it stands under supports that statement's own parent.",
    "rebuttal": "An answer. Under a statement it rebuts it; a mark after the word says which answer it is.",
    "deny": "The plain answer: it is not so. A rebuttal without a mark is one.",
    "no-link": "Grants the statement, and denies that it bears on what it stands under.",
    "turn": "Offence: it is the other way round, so the point counts for us.",
    "non-unique": "That happens anyway, whatever is decided.",
    "alt-cause": "Something else causes it.",
    "mitigate": "It is smaller or less likely than they say.",
    "outweigh": "Offence: granted, but something else weighs more. It counts where it answers the other side's case.",
    "indict": "The source cannot be relied on for this.",
    "analytic": "It stands on reasoning and needs no evidence.",
    "topic": "The question or motion of the map, once.",
    "side": "A party to the debate: `side pro: Name`.",
    "source": "Something that can be cited: `source id: Title`, its fields indented below.",
    "section": "A heading: the statements below it, up to the next section, belong together.",
    "include": "Reads another file in its place: its sources, sides and statements.",
    "supports": "`a supports b`; `a + b support c` where neither carries it alone.",
    "rebuts": "`a rebuts b`, or `a rebuts b -> c`: grants b and c, denies that b bears on c.",
    "contradicts": "`a contradicts b`: each rebuts the other.",
    "concedes": "`side concedes a, b`: that side grants them and can contest them no more.",
    "extends": "`@SPEECH extends a, b`: they are made again in that speech.",
    "card": 'The passage itself, between `"""` lines.',
    "note": "A note to yourself; it is no part of the argument.",
    "weight": "How far a reader credits it before any argument, from 0 to 1.",
    "format": "The format of the debate, which names its speeches.",
    "date": "A year, a month or a day: 2024, 2024-09 or 2024-09-25.",
    "author": "Who wrote it; several with `;` between them.",
    "rules": "Which rules of evidence hold.",
    "first": "The side that speaks first.",
    "credentials": "Why the author is to be believed.",
    "publisher": "Who published it.",
    "url": "Where it is on the web.",
    "accessed": "The day on which it was read there.",
    "pages": "Its pages, in a journal or a book.",
    "text": "A file with the source's words: quotations are held up to it.",
    "para": "A paragraph of the source, or several: `para 3-5`.",
    "page": "A page of the source, or several.",
    "time": "A time in a recording: `time 1:23:45`.",
    "none-in-source": "The original does not give this.",
}
"""What each word means, in a sentence, as a coach would say it. A word is here once, whatever it is:
`section` is a heading, and in a citation a part of the source."""


@lru_cache(maxsize=4096)
def nearly_a_mark(word: str, marks: tuple[str, ...]) -> str | None:
    """The mark that an id was probably meant to be, or None. `turn1` and `deny-b` are ids that coaches
    do write; `turns` is not."""
    plain = word.casefold()
    other = MEANT_MARKS.get(plain)
    if other in marks:
        return other
    letters = set(plain)
    near = [mark for mark, its in _of_length(marks, len(plain)) if len(letters ^ its) <= 2 * MOST_SLIPS]
    meant = nearest(word, near) if near else None
    if meant is None or word in marks:
        return None
    return None if plain.startswith(meant) and plain not in (meant, f"{meant}s", f"{meant}es") else meant


@cache
def _of_length(marks: tuple[str, ...], length: int) -> tuple[tuple[str, frozenset[str]], ...]:
    """The marks that a word of so many letters may have been meant to be, each with its letters: nearly every id is
    told from them by these alone."""
    return tuple((mark, frozenset(mark)) for mark in marks if -MOST_SLIPS <= len(mark) - length <= MOST_SLIPS)
