"""An argument that its side does not carry into its last speech.

What is not in the last speech is not voted on: `argmap judge` leaves it out. The rule speaks only where
the map says of anything that it is extended (`@AC @AS @AF`, or `@AF extends health`), and of a side whose
last speech the map has reached.

Bad:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC @1AR @2AR: Swimming keeps people well.
        rebuttal lake @NC @NR: There is a lake.
            rebuttal ice @1AR: It is frozen from November on.
    claim money (neg) analytic @NC @NR: The town has debts.
        rebuttal grant @1AR @2AR: The county pays half.

    neg concedes ice, grant

Good:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC @1AR @2AR: Swimming keeps people well.
        rebuttal lake @NC @NR: There is a lake.
            rebuttal ice @1AR @2AR: It is frozen from November on.
    claim money (neg) analytic @NC @NR: The town has debts.
        rebuttal grant @1AR @2AR: The county pays half.

    neg concedes ice, grant

Fix: extend it, or concede it where it is let go on purpose: `aff concedes jobs`.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...graph.conceding import conceded
from ...model import LinkKind
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """What a side said and did not carry on, where nothing that it stands under was let go as well."""
    if subject.flow is None:
        return
    given_up, let_go = conceded(subject.map), subject.flow.let_go
    for statement, last in let_go.items():
        side = statement.side
        above = [subject.landing[link] for link in subject.map.links_from(statement)]
        if side is None or side in given_up.get(statement, ()) or any(each in let_go for each in above):
            continue
        answers = [link.sources for link in subject.map.links_onto(statement) if link.kind is LinkKind.REBUTS]
        if any(side in given_up.get(source, ()) for sources in answers for source in sources):
            continue  # it grants an answer to it, and so has let it go in so many words
        named = f": `@{last.name} extends {statement.id}`" if statement.id else ""
        yield Finding(
            statement.span,
            f"`{side.id}` does not extend `{statement.name}` into the {last.name}, its last speech",
            f"extend it{named}, or let it go: the judge will",
        )


RULE = Rule("not-extended", Group.DEBATE, Severity.INFO, check, __doc__, judges_gaps=True)
