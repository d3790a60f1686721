"""The words of the language."""

from collections.abc import Iterable

from .english import nearest

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
}

STATEMENT_FIELDS = ("card", "note", "weight")
TOPIC_FIELDS = ("format", "date", "author", "rules", "first")
SOURCE_FIELDS = ("author", "credentials", "date", "publisher", "url", "accessed", "pages", "text")
FIELDS_UNDER: dict[str, tuple[str, ...]] = {
    "statement": STATEMENT_FIELDS,
    "topic": TOPIC_FIELDS,
    "source": SOURCE_FIELDS,
    "side": (),
}

RESERVED = frozenset((*KINDS, *MARKS, ANALYTIC, *DECLARATIONS, *VERB_FORMS))
"""Words that cannot be ids."""


def nearly_a_mark(word: str, marks: Iterable[str]) -> str | None:
    """The mark that an id was probably meant to be, or None. `turn1` and `deny-b` are ids that coaches
    do write; `turns` is not."""
    marks = tuple(marks)
    meant = nearest(word, marks)
    if meant is None or word in marks:
        return None
    plain = word.casefold()
    return None if plain.startswith(meant) and plain not in (meant, f"{meant}s", f"{meant}es") else meant
