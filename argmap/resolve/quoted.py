"""Quotation marks that have no fellow."""

from ..diagnostic import Diagnostic
from ..faults import Fault
from ..quotation import MARK, quotations
from ..source import Prose


def check_quotations(prose: Prose, found: list[Diagnostic]) -> None:
    """Tell of a quotation in a statement's words that is never closed, or never opened."""
    if MARK.search(prose.text) is None:
        return
    _, mark = quotations(prose.text)
    if mark is None:
        return
    message = "this quotation is never closed"
    advice = "put a quotation mark where the source's own words end"
    if prose.text[mark] == "”":
        message = "this mark closes a quotation that is never opened"
        advice = "put a quotation mark where the source's own words begin"
    found.append(Fault.UNCLOSED_QUOTATION.at(prose.span(mark, mark + 1), message, advice))
