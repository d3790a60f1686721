"""Which answer a rebuttal is, and the slips in saying so."""

from collections.abc import Sequence

from ..diagnostic import Diagnostic, Edit
from ..faults import Fault
from ..language.syntax import StatementLine, Word
from ..model import Kind, Mark
from ..vocabulary import ANALYTIC, MARKS, nearly_a_mark
from .words import twice

OF_A_REBUTTAL = (*MARKS, ANALYTIC)
OF_OTHERS = (ANALYTIC,)


def read_mark(line: StatementLine, kind: Kind, found: list[Diagnostic]) -> Mark | None:
    """The answer that a statement is, None where it is no rebuttal; in `found` what is wrong with its marks."""
    word = _one(line.marks, "answer", found) if line.marks else None
    if line.analytic:
        _one(line.analytic, "`analytic` mark", found)
    if line.id and not word and not line.faulty:
        _nearly_a_mark(line.id, kind, found)
    if kind is Kind.REBUTTAL:
        return Mark(word.text) if word else Mark.DENY
    if word:
        message = f"only a rebuttal can be `{word.text}`"
        advice = f"leave `{word.text}` out, or write `rebuttal` in place of `{kind}`"
        found.append(Fault.MARK_WITHOUT_REBUTTAL.at(word.span, message, advice))
    return None


def _one(words: Sequence[Word], what: str, found: list[Diagnostic]) -> Word:
    for word in words[1:]:
        message = f"this statement has two {what}s"
        found.append(twice(Fault.GIVEN_TWICE, message, word, words[0], "leave out one of them"))
    return words[0]


def _nearly_a_mark(name: Word, kind: Kind, found: list[Diagnostic]) -> None:
    meant = nearly_a_mark(name.text, OF_A_REBUTTAL if kind is Kind.REBUTTAL else OF_OTHERS)
    if meant:
        message = f"`{name.text}` would be the id of this {kind}; did you mean `{meant}`?"
        advice = f"write `{meant}`; if it is an id, choose one that looks less like it"
        edits = (Edit(name.span, meant),)
        found.append(Fault.MISSPELT_WORD.at(name.span, message, advice, edits=edits))
