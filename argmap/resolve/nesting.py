"""From nesting to links: what stands under a statement supports it, rebuts it, or says why it bears."""

from collections.abc import Iterable

from ..diagnostic import Diagnostic, Label
from ..faults import Fault
from ..model import Kind, LinkKind, Mark, Statement
from .drafts import Draft, Drafts
from .occurrences import Occurrence

JOINABLE = (Kind.CLAIM, Kind.EVIDENCE)


class Nesting:
    """Makes the links that nesting says; `found` is what is wrong with where things are nested."""

    def __init__(self, drafts: Drafts) -> None:
        self.found: list[Diagnostic] = []
        self._drafts = drafts

    def nest(self, occurrences: list[Occurrence]) -> None:
        """Make the links of all places where statements stand, given in reading order. The places are taken out
        of the list: a large map needs the room."""
        self._group(occurrences)
        joined: list[Occurrence] = []
        occurrences.reverse()
        while occurrences:
            occurrence = occurrences.pop()
            parent, here = occurrence.parent, occurrence.statement
            if parent is not None and here is not None and occurrence.link is None:
                self._nest(here, parent, occurrence)
            if occurrence.together:
                joined.append(occurrence)
        for occurrence in joined:
            occurrence.together = None  # it holds what holds it

    def _nest(self, here: Statement, parent: Occurrence, occurrence: Occurrence) -> None:
        target: Statement | Draft | None = parent.statement
        if here.kind is Kind.WARRANT or here.mark is Mark.NO_LINK:
            target = parent.link
            if target is None and here.mark is Mark.NO_LINK and parent.parent is None and not parent.lost:
                self.found.append(_nothing_to_break(occurrence, parent))
        if target is None:
            return
        kind = LinkKind.REBUTS if here.kind is Kind.REBUTTAL else LinkKind.SUPPORTS
        if occurrence.together is None:
            occurrence.link = self._drafts.nest(kind, (here,), target, occurrence.span)
            return
        members = [each for each in occurrence.together if each.statement is not None]
        places = [each.span for each in members]
        link = self._drafts.nest(kind, self._apart(members), target, occurrence.span, places)
        for each in members:
            each.link = link

    def _apart(self, members: Iterable[Occurrence]) -> tuple[Statement, ...]:
        """The statements of what stands together, each once."""
        seen: dict[Statement, Occurrence] = {}
        for occurrence in members:
            statement = occurrence.statement
            assert statement is not None
            first = seen.setdefault(statement, occurrence)
            if first is not occurrence:
                message = f"`{statement.name}` is joined with itself"
                advice = "name each statement once"
                labels = (Label(first.span, "the first is here"),)
                self._tell(Fault.JOINED_WITH_ITSELF, occurrence, message, advice, *labels)
        return tuple(seen)

    def _group(self, occurrences: Iterable[Occurrence]) -> None:
        """Put together what `+` joins: the claims and evidence under one statement, in their order."""
        last: dict[Occurrence, Occurrence] = {}
        for occurrence in occurrences:
            parent = occurrence.parent
            joinable = occurrence.kind in JOINABLE
            before = last.get(parent) if parent is not None else None
            if occurrence.joined:
                self._check_plus(occurrence, joinable=joinable, alone=before is None)
            if parent is None or not joinable:
                continue
            if occurrence.joined and before is not None:
                before.together = occurrence.together = before.together or [before]
                before.together.append(occurrence)
            else:
                last[parent] = occurrence

    def _check_plus(self, occurrence: Occurrence, *, joinable: bool, alone: bool) -> None:
        kind = occurrence.kind
        if kind == Kind.REBUTTAL:
            self._tell(Fault.NOTHING_TO_JOIN, occurrence, "`+` joins claims and evidence, not rebuttals",
                       "leave it out; where several reasons rebut only together, write one rebuttal and"
                       " put them under it with `+`")  # fmt: skip
        elif not joinable:
            self._tell(Fault.NOTHING_TO_JOIN, occurrence, f"`+` joins claims and evidence; this is a {kind}",
                       "leave it out: each warrant is a reason by itself")  # fmt: skip
        elif occurrence.parent is None and not occurrence.lost:
            self._tell(Fault.NOTHING_TO_JOIN, occurrence, "`+` joins what is nested under one statement",
                       "indent the line under the statement that it supports, or write a relation at the"
                       " margin, such as `a + b support c`")  # fmt: skip
        elif alone and not occurrence.lost:
            self._tell(Fault.NOTHING_TO_JOIN, occurrence, "there is no claim or evidence before this `+` to join it to",
                       "leave out this `+`; it stands before the second reason, the third and so on")  # fmt: skip

    def _tell(self, fault: Fault, occurrence: Occurrence, message: str, advice: str, *labels: Label) -> None:
        self.found.append(fault.at(occurrence.span, message, advice, *labels))


def _nothing_to_break(occurrence: Occurrence, parent: Occurrence) -> Diagnostic:
    return Fault.NO_LINK_TO_REBUT.at(
        occurrence.span,
        f"a `no-link` rebuttal denies that this {parent.kind} bears on what it stands under,"
        " but it stands under nothing",
        "use another answer, such as `deny`, or write a relation at the margin: `a rebuts b -> c`",
        Label(parent.span, "this stands under nothing"),
    )
