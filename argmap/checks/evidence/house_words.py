"""A word that the team's own settings speak of: `[words]` in `argmap.toml`.

Every team has words that it does not want to hear. They are looked for in what statements say in
their own words, not in quotations, where they are the source's. A phrase is found in any case.

Source argmap.toml:

    [words]
    "very" = "say how much"
    "utilize" = { instead = "use" }
    "in today's society" = { message = "everybody says it", severity = "info" }

Bad:

    claim park analytic: The park is very large.

Good:

    claim park analytic: The park covers forty acres.

Fix: write what the settings ask for, or take the word out of them.
"""

from collections.abc import Iterator

from ...diagnostic import Edit, Severity
from ...model import Statement
from ...quoting.quoted import everything_quoted
from ..house_words import HouseWord
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Words of the settings in statements' own words."""
    for statement in subject.map.statements if subject.words.by_first else ():
        quoted = [(one.start, one.start + len(one.text)) for one in everything_quoted(statement) if one.body is None]
        for start, end, word in subject.words.search(statement.text):
            if not any(first <= start < last for first, last in quoted):
                yield _finding(statement, start, end, word)


def _finding(statement: Statement, start: int, end: int, word: HouseWord) -> Finding:
    span = statement.prose.span(start, end)
    said = statement.text[start:end]
    instead = word.instead
    if instead and said[:1].isupper():
        instead = instead[:1].upper() + instead[1:]
    return Finding(
        span,
        f"“{said}”: {word.message or 'this is not how the team says it'}",
        f"write “{instead}”" if instead else None,
        edits=(Edit(span, instead),) if instead and span.text == said else (),
        severity=word.severity,
    )


RULE = Rule("house-words", Group.EVIDENCE, Severity.WARNING, check, __doc__)
