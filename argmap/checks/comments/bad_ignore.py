"""A comment to argmap that it cannot read, or that names a rule there is not.

Such a comment silences nothing. It reads `# argmap: ignore[RULE] reason`, with one or more names
of rules, and stands above the line that it is about.

Bad:

    # argmap: ignore[unsuported-claim] will find a card tomorrow
    claim sunday analytic: The library should open on Sundays.

Good:

    # argmap: ignore[unsupported-claim] will find a card tomorrow
    claim sunday: The library should open on Sundays.

Fix: correct the name; `argmap explain` lists them.
"""

from ...diagnostic import Severity
from ..rule import Group, Rule

RULE = Rule("bad-ignore", Group.COMMENTS, Severity.WARNING, None, __doc__)
