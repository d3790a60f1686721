"""A speech that takes longer than its format gives it.

Counted is what is read: tags, and of cards what is highlighted, else underlined, else all of it; what is
extended is said again by its tag. At 250 words a minute, unless the limit `words-per-minute` says
otherwise. `argmap speech` prints the times of all speeches.

Bad:

    topic: The town should build a pool.
        format: public-forum

    side pro: For the pool
    side con: Against the pool

    claim sum (pro) analytic @AC: The pool is worth it for everybody who lives in the town, the old,
        the young, and those who never learnt to swim and would be glad of it.
    claim debts (con) analytic @NC: The town has debts.

    debts rebuts sum

Good:

    topic: The town should build a pool.
        format: public-forum

    side pro: For the pool
    side con: Against the pool

    claim sum (pro) analytic @AC: The pool is worth it for all who live in the town.
    claim debts (con) analytic @NC: The town has debts.

    debts rebuts sum

Source argmap.toml:

    limits = { words-per-minute = 5 }

Fix: cut what is read aloud (`==`), or leave something out.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...words.rounds import speeches_of
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Speeches whose words take longer than their minutes, told at the first thing said in them."""
    pace = int(subject.limits.words_per_minute)
    if subject.flow is None or pace <= 0:
        return
    for speech in speeches_of(subject.map):
        if speech.name is None or speech.minutes is None:
            continue
        seconds = speech.spoken.seconds(pace)
        if seconds > 60 * speech.minutes:
            took = _clock(seconds)
            first = next(s for s in subject.map.statements if speech.name in (s.speech, *s.extended))
            yield Finding(
                first.span,
                f"the {speech.name} takes {took} at {pace} words a minute; it has {speech.minutes:g} minutes",
                f"it has {speech.spoken.words:,} words; about {int(speech.minutes * pace):,} can be read",
            )


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


RULE = Rule("over-time", Group.DEBATE, Severity.INFO, check, __doc__)
