"""Parts of a head that stand before or after a statement's words: a citation, a side, a speech."""

import re
from collections.abc import Iterator

from ..debate import SPEECHES
from ..diagnostic import Diagnostic, Edit
from ..faults import Fault
from ..language.shapes import ID
from ..language.syntax import StatementLine
from ..quotation import quotations
from ..regex import regex
from ..source import Prose, Span
from .declarations import Declared

PLACE = r"(?:\s+(?:para|page|pp?\.?|section|time|¶)[^\[\]()]*|,?\s*(?:19|20)?[0-9]{2})"
SHAPES = {
    "[": regex(rf"\[\s*(?P<id>{ID}){PLACE}?\s*(?:;[^\[\]]*)?\]"),
    "(": regex(rf"\(\s*(?P<id>{ID})(?P<place>{PLACE})?\s*\)"),
    "@": regex(r"@(?P<id>[A-Za-z0-9]+)(?!\S)"),
}
CALLED = {"[": "citation", "(": "side", "@": "speech"}
ENDS = regex(r"\.?$")


def may_hold_a_part(prose: Prose) -> bool:
    """Whether words have a sign that a part of a head begins with."""
    text = prose.text
    return "[" in text or "(" in text or "@" in text


def amid_text(line: StatementLine, prose: Prose, declared: Declared) -> Iterator[Diagnostic]:
    """Tells of a part of a statement's head that stands at the beginning or the end of its words."""
    text = prose.text
    for opening, shape in SHAPES.items():
        if opening not in text:
            continue
        found = shape.match(text) or shape.match(text, max(text.rfind(opening), 0))
        if found is None or (found.start() > 0 and not ENDS.match(text, found.end())):
            continue
        meant = _meant(line, found, declared)
        quoted, _ = quotations(text)
        if meant is None or any(each.start <= found.start() < each.end for each in quoted):
            continue
        yield _misplaced(line, prose, found, *meant)
        return


def _meant(line: StatementLine, found: re.Match[str], declared: Declared) -> tuple[Fault, str] | None:
    """The fault of such a part and how to write it; None where it is prose."""
    name, part = found["id"], found.group()
    if part[0] == "[":
        return (Fault.CITE_IN_TEXT, part) if name in declared.sources else None
    source = next((known for known in declared.sources if known.casefold() == name.casefold()), None)
    if part[0] == "@":
        speech = SPEECHES.get(name.casefold())
        return (Fault.HEAD_IN_TEXT, f"@{speech}") if speech and not line.speeches else None
    if source and found["place"]:
        return Fault.CITE_IN_TEXT, f"[{source}{found['place'].rstrip()}]"
    side = name in declared.sides and not found["place"] and not line.sides
    return (Fault.HEAD_IN_TEXT, f"({name})") if side else None


def _misplaced(line: StatementLine, prose: Prose, found: re.Match[str], fault: Fault, meant: str) -> Diagnostic:
    text, (start, end) = prose.text, found.span()
    begin = len(text[:start].rstrip())  # the blanks before it go with it
    upto = end if begin else len(text) - len(text[end:].lstrip())
    at = line.span.start + len(line.span.text.rstrip(": \t"))
    cut = prose.span(begin, upto)
    edits: tuple[Edit, ...] = ()
    if cut.text == text[begin:upto] and line.span.text.endswith(":"):
        edits = (Edit(Span(line.span.file, at, at), f" {meant}"), Edit(cut, ""))
    message = f"a {CALLED[meant[0]]} stands before the colon, not amid the words"
    return fault.at(prose.span(start, end), message, f"move `{meant}` before the colon", edits=edits)
