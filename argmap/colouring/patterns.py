"""What is coloured, as patterns that Python, Oniguruma and (with `letter`) JavaScript read alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..vocabulary import ANALYTIC, DECLARATIONS, FIELDS_UNDER, KINDS, MARKS, VERB_FORMS

LETTER = r"[^\W\d_]"
"""Any letter; JavaScript says it in another way."""
BESIDE = r"(?![\w-])"
"""No word goes on here."""


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))}){BESIDE}"


FIELDS = tuple(dict.fromkeys(field for fields in FIELDS_UNDER.values() for field in fields))
ID = LETTER + r"""(?:[^\s()\[\]{}:;,+@#"“”‘’|<>=/\\-]|-(?!>))*"""
WORD = r"[^\s()\[\]:#@]+"

KIND = _any(KINDS)
DECLARATION = _any(DECLARATIONS)
FIELD = rf"{_any(FIELDS)}(?=\s*:)"
VERB = _any(VERB_FORMS)
COMMENT = r"#.*"
CARD = '"""'
ARROW = r"->|\+|,"
QUOTED = r"""["“«„][^"“”«»\n]*["”»“]"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a head: its name, and what it looks like."""

    name: str
    pattern: str


HEAD: tuple[Part, ...] = (
    Part("mark", _any(MARKS)),
    Part("analytic", _any([ANALYTIC])),
    Part("cite", r"""\[(?:"[^"\n]*"|“[^“”\n]*”|[^\]\[\n])*\]"""),
    Part("side", r"\([^)\n]*\)"),
    Part("speech", f"@{WORD}"),
    Part("tag", f"#{WORD}"),
    Part("id", ID),
)
"""The parts of a head after its kind, in the order in which they are tried."""


def for_javascript() -> Mapping[str, object]:
    """The patterns as the live page's highlighter takes them: for `new RegExp(…, "u")`."""
    plain = {
        "kind": KIND, "declaration": DECLARATION, "field": FIELD, "verb": VERB, "comment": COMMENT,
        "quoted": QUOTED, "arrow": ARROW, "id": ID,
    }  # fmt: skip
    letter = {name: _letter(pattern) for name, pattern in plain.items()}
    return {**letter, "head": [[part.name, _letter(part.pattern)] for part in HEAD]}


def _letter(pattern: str) -> str:
    return pattern.replace(LETTER, r"\p{L}")
