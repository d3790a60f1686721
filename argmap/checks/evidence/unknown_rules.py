"""The topic names evidence rules that argmap does not know.

`rules: nsda` under the topic holds the map to a league's evidence rules. A name that is not known
holds it to none, which is worth knowing before the tournament. (Words about the rules, `two judges,
open bank`, name none and are left alone.)

Bad:

    topic: Should the library open on Sundays?
        rules: nsdaa

    claim sunday analytic: It should.

Good:

    topic: Should the library open on Sundays?
        rules: none

    claim sunday analytic: It should.

Fix: write `nsda` or `none`, or take the field away.
"""

from collections.abc import Iterator

from ...diagnostic import Edit, Severity
from ...english import nearest
from ..profiles import PROFILES, named
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """A topic's `rules` that are no profile's name."""
    topic = subject.map.topic
    field = (topic.fields or {}).get("rules") if topic else None
    if field is None or named(field.text):
        return
    meant = nearest(field.text, PROFILES)
    if meant is None and len(field.text.split()) > 1:
        return  # words about the rules, and no name of a profile
    yield Finding(
        field.whole,
        f"argmap does not know the rules `{field.text}`" + (f"; did you mean `{meant}`?" if meant else ""),
        f"it knows {', '.join(f'`{name}`' for name in PROFILES)}; as it is, no league's rules are checked",
        edits=(Edit(field.whole, meant),) if meant else (),
    )


RULE = Rule("unknown-rules", Group.EVIDENCE, Severity.WARNING, check, __doc__)
