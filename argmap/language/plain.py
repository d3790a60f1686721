"""Lines that can be nothing but what they look like: the head of a statement, and the words of one.

Most lines are. What a line was meant to be (see `openings`) is asked with some twenty questions, and for
such a line the answer to each is known beforehand. A line that is not plain is no worse for it: it is
only looked at longer, and a test holds both ways to the same result.
"""

from ..regex import regex
from ..vocabulary import ANALYTIC, KINDS, MARKS
from .characters import PLAIN
from .shapes import Opening

_SIGNS = ":+>" + "".join(letter for letter in PLAIN if letter not in "“”‘’")
"""What may open something, or is to be told of wherever it stands."""
_KIND = "|".join(KINDS)
_MARK = "|".join((*MARKS, ANALYTIC))
_ID = r"[A-Za-z][A-Za-z0-9_-]*+"
_WORD = rf"[A-Za-z0-9][^\s{_SIGNS}]*+"
_LAST = r"[^ \t\r\u00a0\n]"
_END = r"[ \t\r\u00a0]*+(?:\n|\Z)"

HEAD = regex(
    rf"([ \t]*+)((?P<kind>{_KIND})(?: {_ID})?+(?: (?:{_MARK})(?![\w-]))*+(?: \({_ID}\))?+(?: @[A-Za-z0-9]++)*+"
    rf"(?: \[[A-Za-z0-9 .;,_-]*+\])?+(?: #[A-Za-z0-9_-]++)*+:(?P<text>[^\n]*{_LAST})?){_END}"
)
"""A line with the head of a statement: its indentation and its words, with the text that begins on it."""
WORDS = regex(
    rf"([ \t]++)([\"(]?(?!(?:{_KIND}|{_MARK})[,;.=]?\s|(?i:contention|sub))[A-Za-z][A-Za-z-]*+,?+"
    rf" (?!concedes?\s){_WORD} {_WORD} {_WORD}[^\n{_SIGNS}]*(?![{_SIGNS}]){_LAST}){_END}"
)
"""An indented line of words: too many for a relation, and no sign or word that opens anything."""
OPENINGS = {kind: Opening("statement", kind) for kind in KINDS}
"""What a plain head opens."""
