"""Evidence from a source that was old when the debate was held.

The other team will ask what has changed since. By default a source is old after ten years; the
limit `stale-years` changes that, and 0 turns it off. Of a source without a date it cannot be told.

Bad:

    topic: Should phones be banned from class?
        date: 2023-09

    source survey: Pupils and their phones
        date: 2004

    claim ban analytic: Phones should be banned from class.
        evidence few [survey page 3]: One pupil in four has a phone.

Good:

    topic: Should phones be banned from class?
        date: 2023-09

    source survey: Pupils and their phones
        date: 2022

    claim ban analytic: Phones should be banned from class.
        evidence most [survey page 3]: Nineteen pupils in twenty have a phone.

Fix: find a newer source. Where the age does not matter (a treaty, a classic), silence the rule
above the source and say why.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...english import counted
from ...model import Source
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Cited sources whose date lies further before the topic's than the limit."""
    topic = subject.map.topic
    held = topic.held if topic else None
    limit = subject.limits.stale_years
    if held is None or not limit:
        return
    cited: dict[Source, None] = {}
    for statement in subject.map.statements:
        cited.update(dict.fromkeys(cite.source for cite in statement.cites))
    for source in cited:
        written = source.dated
        if written is None:
            yield from _undated(source)
        # Nothing is called old that may not be: the earliest day of the debate, the latest of the source.
        years = held.years(latest=False) - written.years(latest=True) if written else 0
        if years > limit:
            age = int(years)
            yield Finding(
                source.fields["date"].whole,
                f"`{source.id}` was {counted(age, 'year')} old when the topic was debated",
                "find a newer source, or be ready to say why its age does not matter",
            )


def _undated(source: Source) -> Iterator[Finding]:
    field = source.fields.get("date")
    if field is None or source.get("date") is None:
        yield Finding(
            field.whole if field else source.span,
            f"`{source.id}` has no date, so nobody can tell whether it is stale",
            "write `date: ...` under it" if field is None else "be ready to say when it was written",
        )


RULE = Rule("stale-evidence", Group.EVIDENCE, Severity.INFO, check, __doc__)
