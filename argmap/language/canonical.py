"""The heads of lines as the formatter writes them: their parts in one order, their signs in one form."""

from ..model import Locator
from ..vocabulary import VERB_FORMS
from .syntax import CitePart, Declaration, RelationLine, StatementLine


def statement_head(item: StatementLine) -> str:
    """A statement's head, its parts in their order, up to the colon."""
    cites = "".join(f"{', ' if cite.comma else '; '}{_cite(cite)}" for cite in item.cites)[2:]
    parts = [
        "+" if item.joined else "",
        item.kind.text,
        item.id.text if item.id else "",
        *(word.text for word in item.marks),
        *(word.text for word in item.analytic),
        *(f"({word.text})" for word in item.sides),
        *(f"@{word.text}" for word in item.speeches),
        f"[{cites}]" if cites else "",
        *(f"#{word.text}" for word in item.tags),
    ]
    return " ".join(part for part in parts if part) + ":"


def declaration_head(item: Declaration) -> str:
    """A declaration's head, up to the colon."""
    parts = [
        item.word.text,
        item.id.text if item.id else "",
        *(f"({word.text})" for word in item.sides),
        *(f"@{word.text}" for word in item.speeches),
    ]
    return " ".join(part for part in parts if part) + ":"


def _cite(cite: CitePart) -> str:
    """A citation; a slip in it (a year, a time without its word) stays, so that it is told and not lost."""
    slip = cite.year.span.text if cite.year else f" {cite.clock.text}" if cite.clock else ""
    if slip:
        words = " ".join(slip.split())
        return f"{cite.source.text}{words}" if words[0] == "," else f"{cite.source.text} {words}"
    return f"{cite.source.text} {_locator(cite.locator)}" if cite.locator else cite.source.text


def _locator(locator: Locator) -> str:
    if locator.unit == "section" and '"' in locator.text:
        return f"section “{locator.text}”"
    return str(locator)


def relation_line(item: RelationLine) -> str:
    """A relation, with its verb in the number of what stands before it."""
    verb = VERB_FORMS[item.verb.text]
    if len(item.left) > 1:
        verb = verb.removesuffix("s")
    left = " + ".join(word.text for word in item.left)
    right = (", " if item.listed else " + ").join(word.text for word in item.right)
    return f"{left} {verb} {right}" + (f" -> {item.end.text}" if item.end else "")
