"""A comment that silences a rule which finds nothing there.

The fault was fixed, or the comment stands in the wrong place. Left alone, it will hide the next
fault of that kind.

Bad:

    # argmap: ignore[unsupported-claim] will find a card tomorrow
    claim sunday analytic: The library should open on Sundays.

Good:

    # argmap: ignore[unsupported-claim] will find a card tomorrow
    claim sunday: The library should open on Sundays.

Fix: remove the comment; `argmap check --fix` does it.
"""

from ...diagnostic import Severity
from ..rule import Group, Rule

RULE = Rule("unused-ignore", Group.COMMENTS, Severity.WARNING, None, __doc__, judges_gaps=True)
