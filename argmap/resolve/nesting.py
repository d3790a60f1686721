"""From nesting to links: what stands under a statement supports it, rebuts it, or says why it bears."""

from collections.abc import Iterable, Sequence

from ..diagnostic import Diagnostic, Label
from ..faults import Fault
from ..model import Kind, LinkKind, Mark, Statement
from .drafts import Draft, Drafts, more
from .occurrences import Occurrence
from .statements import Statements

JOINABLE = (Kind.CLAIM, Kind.EVIDENCE)


class Nesting:
    """Makes the links that nesting says; `found` is what is wrong with where things are nested."""

    def __init__(self, statements: Statements, drafts: Drafts) -> None:
        self.found: list[Diagnostic] = []
        self._statements = statements
        self._drafts = drafts
        self._of: dict[int, Draft] = {}  # the link of an occurrence to what it is nested under
        self._together: dict[int, list[Occurrence]] = {}  # what `+` joins, by the identity of each

    def nest(self, occurrences: Sequence[Occurrence]) -> None:
        """Make the links of all places where statements stand, given in reading order."""
        self._group(occurrences)
        for occurrence in occurrences:
            parent = occurrence.parent
            here = self._statements.of.get(id(occurrence))
            if parent is not None and here is not None and id(occurrence) not in self._of:
                self._nest(here, parent, occurrence)

    def _nest(self, here: Statement, parent: Occurrence, occurrence: Occurrence) -> None:
        target: Statement | Draft | None = self._statements.of.get(id(parent))
        if here.kind is Kind.WARRANT or here.mark is Mark.NO_LINK:
            target = self._of.get(id(parent))
            if target is None and here.mark is Mark.NO_LINK and parent.parent is None and not parent.lost:
                self.found.append(_nothing_to_break(occurrence, parent))
        if target is None:
            return
        together = self._together.get(id(occurrence), (occurrence,))
        members = [each for each in together if id(each) in self._statements.of]
        kind = LinkKind.REBUTS if here.kind is Kind.REBUTTAL else LinkKind.SUPPORTS
        sources = (here,) if len(together) == 1 else self._apart(members)
        link = self._drafts.nest(kind, sources, target, occurrence.line.span)
        link.nested = more(link.nested, *(each.line.span for each in members))
        for each in members:
            self._of[id(each)] = link

    def _apart(self, members: Iterable[Occurrence]) -> tuple[Statement, ...]:
        """The statements of what stands together, each once."""
        seen: dict[Statement, Occurrence] = {}
        for occurrence in members:
            statement = self._statements.of[id(occurrence)]
            first = seen.setdefault(statement, occurrence)
            if first is not occurrence:
                message = f"`{statement.name}` is joined with itself"
                advice = "name each statement once"
                labels = (Label(first.line.span, "the first is here"),)
                self._tell(Fault.JOINED_WITH_ITSELF, occurrence, message, advice, *labels)
        return tuple(seen)

    def _group(self, occurrences: Iterable[Occurrence]) -> None:
        """Put together what `+` joins: the claims and evidence under one statement, in their order."""
        last: dict[int, list[Occurrence]] = {}
        for occurrence in occurrences:
            line, parent = occurrence.line, occurrence.parent
            joinable = line.kind.text in JOINABLE
            before = last.get(id(parent)) if parent is not None else None
            if line.joined:
                self._check_plus(occurrence, joinable=joinable, alone=before is None)
            if parent is None or not joinable:
                continue
            if line.joined and before is not None:
                before.append(occurrence)
                self._together[id(occurrence)] = self._together[id(before[0])] = before
            else:
                last[id(parent)] = [occurrence]

    def _check_plus(self, occurrence: Occurrence, *, joinable: bool, alone: bool) -> None:
        kind = occurrence.line.kind.text
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
        self.found.append(fault.at(occurrence.line.span, message, advice, *labels))


def _nothing_to_break(occurrence: Occurrence, parent: Occurrence) -> Diagnostic:
    return Fault.NO_LINK_TO_REBUT.at(
        occurrence.line.span,
        f"a `no-link` rebuttal denies that this {parent.line.kind.text} bears on what it stands under,"
        " but it stands under nothing",
        "use another answer, such as `deny`, or write a relation at the margin: `a rebuts b -> c`",
        Label(parent.line.span, "this stands under nothing"),
    )
