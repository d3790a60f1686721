"""The report of an import, for people and for programs."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..english import counted
from .importing import Imported, Refused

IRREGULAR = {
    "analytic": "analytics",
    "block of answers": "blocks of answers",
    "body without a cite": "bodies without a cite",
    "bold stretch of a card (its words stay)": "bold stretches of cards (their words stay)",
    "cite and body in one paragraph (parted)": "cites and bodies in one paragraph (parted)",
    "deletion of a tracked change": "deletions of tracked changes",
    "heading with nothing under it (now a comment)": "headings with nothing under them (now comments)",
    "line between a tag and its cite (now a note)": "lines between a tag and its cite (now notes)",
    "line break in a tag (now a blank)": "line breaks in tags (now blanks)",
    "line of a table outside a card (now a comment)": "lines of tables outside cards (now comments)",
    "line of plain text under a tag (now a note)": "lines of plain text under a tag (now notes)",
    "number of a tag (made anew on export)": "numbers of tags (made anew on export)",
    "paragraph outside a card (now a claim)": "paragraphs outside cards (now claims)",
    "statement with nothing under it (now analytic)": "statements with nothing under them (now analytic)",
    "tag of an argument (now its conclusion's)": "tags of arguments (now their conclusions')",
    "empty heading": "empty headings",
    "empty tag": "empty tags",
    "formula": "formulas",
    "table (its words stay)": "tables (their words stay)",
    "text box or shape": "text boxes or shapes",
}
"""Plurals that are made another way than by the first noun."""
NOUN_ENDS = re.compile(
    r" (?:of|with|without|written|that|which|in|to|between|under|outside|beside|said|used|struck|a)\b| \(|$"
)


def lines(made: Imported | Refused) -> Iterator[str]:
    """What to say of an import, below the line that names the files."""
    if isinstance(made, Refused):
        return
    report = made.report
    yield f"Read: {_counts(report.read) or 'nothing'}."
    if made.remarks:
        yield "Please look at:"
        for remark in made.remarks:
            more = f" ({remark.many:,} like it)" if remark.many > 1 else ""
            yield f"  line {remark.line}: {remark.words}{more}"
    if said := _counts(report.left_out):
        yield f"Left out: {said}."
    if said := _counts(report.changed):
        yield f"Changed: {said}."


def as_data(name: str, to: str | None, made: Imported | Refused) -> dict[str, Any]:
    """The same for a program; `error` is null where the file was read."""
    if isinstance(made, Refused):
        return {"file": name, "to": None, "error": made.why, "read": {}, "look": [], "left_out": {}, "changed": {}}
    report = made.report
    return {
        "file": name,
        "to": to,
        "error": None,
        "read": dict(report.read),
        "look": [{"line": each.line, "message": each.words, "count": each.many} for each in made.remarks],
        "left_out": dict(+report.left_out),
        "changed": dict(+report.changed),
    }


def _counts(found: Counter[str]) -> str:
    return ", ".join(counted(many, what, IRREGULAR.get(what) or _several(what)) for what, many in found.items() if many)


def _several(what: str) -> str:
    """`links of another kind` of `link of another kind`: the first noun says how many."""
    at = NOUN_ENDS.search(what)
    noun, rest = (what[: at.start()], what[at.start() :]) if at else (what, "")
    return f"{noun}{'es' if noun.endswith(('s', 'x')) else 's'}{rest}"
