"""The words of the language, and which known word a misspelt one was meant to be."""

from collections.abc import Iterable

KINDS = ("claim", "evidence", "warrant", "rebuttal")
MARKS = ("deny", "no-link", "turn", "non-unique", "alt-cause", "mitigate", "outweigh", "indict")
ANALYTIC = "analytic"
DECLARATIONS = ("topic", "side", "source", "section", "include")
VERBS = ("supports", "rebuts", "contradicts", "concedes")
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
TOPIC_FIELDS = ("format", "date", "author", "rules")
SOURCE_FIELDS = ("author", "credentials", "date", "publisher", "url", "accessed", "pages", "text")
FIELDS_UNDER: dict[str, tuple[str, ...]] = {
    "statement": STATEMENT_FIELDS,
    "topic": TOPIC_FIELDS,
    "source": SOURCE_FIELDS,
    "side": (),
}

RESERVED = frozenset((*KINDS, *MARKS, ANALYTIC, *DECLARATIONS, *VERB_FORMS))
"""Words that cannot be ids."""

SPEECHES: dict[str, tuple[str, ...]] = {
    "policy": ("1AC", "1NC", "2AC", "Block", "2NC", "1NR", "1AR", "2NR", "2AR"),
    "lincoln-douglas": ("AC", "NC", "1AR", "NR", "2AR"),
    "public-forum": ("AC", "NC", "AR", "NR", "AS", "NS", "AF", "NF"),
    "world-schools": ("P1", "O1", "P2", "O2", "P3", "O3", "OR", "PR"),
    "british-parliamentary": ("PM", "LO", "DPM", "DLO", "MG", "MO", "GW", "OW"),
}
"""The formats and their speeches, in the order in which they are given."""

LONGEST = 40
"""No known word is near one that is longer: comparing it would only cost time."""


def distance(one: str, other: str) -> int:
    """How many letters must be added, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, above, row = above, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be, or None.

    One slip is forgiven in a short word, two in one of six letters or more; capitals count for
    nothing. Of several as near, the first is taken.
    """
    if len(word) > LONGEST:
        return None
    plain = word.casefold()
    letters = set(plain)
    best: tuple[int, str] | None = None
    for candidate in known:
        allowed = 1 if min(len(plain), len(candidate)) < 6 else 2
        if abs(len(plain) - len(candidate)) > allowed or len(candidate) < 2:
            continue
        other = candidate.casefold()
        if len(letters.symmetric_difference(other)) > 2 * allowed:  # cheaper than to count the slips
            continue
        far = distance(plain, other)
        if far <= allowed and (best is None or far < best[0]):
            best = far, candidate
    return best[1] if best else None


def nearly_a_mark(word: str, marks: Iterable[str]) -> str | None:
    """The mark that an id was probably meant to be, or None. `turn1` and `deny-b` are ids that coaches
    do write; `turns` is not."""
    marks = tuple(marks)
    meant = nearest(word, marks)
    if meant is None or word in marks:
        return None
    plain = word.casefold()
    return None if plain.startswith(meant) and plain not in (meant, f"{meant}s", f"{meant}es") else meant
