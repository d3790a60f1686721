"""Several authors that are written as one.

Authors are separated by `;`, since a comma may belong to a name (`Smith, Ann`). Written with a comma
or an `and`, they are taken for one author: the short citation under evidence then shows the whole
line in place of their last names.

Bad:

    source pools: Why towns build pools
        author: Ann Smith, Bo Li
        date: 2023

    claim pool analytic: The town should build a pool.
        evidence many [pools page 2]: Half of the town would swim.

Good:

    source pools: Why towns build pools
        author: Ann Smith; Bo Li
        date: 2023

    claim pool analytic: The town should build a pool.
        evidence many [pools page 2]: Half of the town would swim.

Fix: put `;` between them.
"""

from collections.abc import Iterator

from ...diagnostic import Edit, Severity
from ...words.references import several_people
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Sources of which one author looks like several people."""
    for source in subject.map.sources:
        if any(several_people(author) for author in source.authors):
            names = "; ".join(name for author in source.authors for name in several_people(author) or [author])
            written = source.fields["author"].whole
            yield Finding(
                written,
                f"`{source.id}` seems to have several authors, but is read as having {_counted(len(source.authors))}",
                f"separate them by `;`: `author: {names}`",
                edits=(Edit(written, names),),
            )


def _counted(count: int) -> str:
    return "one" if count == 1 else str(count)


RULE = Rule("joined-authors", Group.EVIDENCE, Severity.INFO, check, __doc__)
