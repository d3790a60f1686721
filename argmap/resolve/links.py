"""From nesting and relations to links."""

from collections.abc import Iterable, Sequence

from ..diagnostic import Diagnostic, Edit, Label
from ..english import listed
from ..faults import Fault
from ..language.syntax import RelationLine, Word
from ..model import Concession, Link, LinkKind, Statement
from ..source import Span
from ..vocabulary import VERB_FORMS
from .declarations import Declared
from .drafts import Drafts
from .nesting import Nesting
from .occurrences import Occurrence
from .statements import Statements
from .words import Unknown

MOST_SHOWN = 100
"""Among how many links the one that was meant is looked for."""


class Links:
    """Every link of a map, each once, after the link it points at; and the concessions."""

    def __init__(self, statements: Statements, declared: Declared, unknown: Unknown) -> None:
        self.found: list[Diagnostic] = []
        self.concessions: list[Concession] = []
        self._statements = statements
        self._declared = declared
        self._unknown = unknown
        self._drafts = Drafts()

    def all(self) -> tuple[Link, ...]:
        """The links in reading order."""
        return self._drafts.all()

    def nest(self, occurrences: list[Occurrence]) -> None:
        """Make the links that nesting says; the places are taken out of the list."""
        nesting = Nesting(self._drafts)
        nesting.nest(occurrences)
        self.found.extend(nesting.found)

    def relate(self, relations: Iterable[RelationLine]) -> None:
        """Make the links that relations say, those onto links last: the links must be there."""
        later: list[tuple[RelationLine, Statement, list[Statement], Statement]] = []
        for line in relations:
            verb = VERB_FORMS[line.verb.text]
            if verb == "concedes":
                self._concede(line)
                continue
            if verb == "extends":
                self._extended_by(line)
                continue
            left, right = self._all(line.left), self._all(line.right)
            end = self._all([line.end]) if line.end else []
            if left is None or right is None or end is None or not self._sound(line, verb):
                continue
            if end:
                later.append((line, left[0], right, end[0]))
            elif verb == "contradicts":
                self._drafts.write(LinkKind.REBUTS, (left[0],), right[0], line.span)
                self._drafts.write(LinkKind.REBUTS, (right[0],), left[0], line.span)
            else:
                self._drafts.write(LinkKind(verb), tuple(left), right[0], line.span)
        self._drafts.join()
        for line, source, joined, target in later:
            self._rebut_link(line, source, joined, target)

    def _all(self, words: Sequence[Word]) -> list[Statement] | None:
        found: list[Statement] = []
        for word in words:
            statement = self._statements.named(word.text)
            if statement is not None:
                found.append(statement)
            else:
                self.found.extend(self._unknown.tell(word, "statement", self._statements.names))
        return found if len(found) == len(words) else None

    def _sound(self, line: RelationLine, verb: str) -> bool:
        """Whether a relation has the shape that its verb wants; tells what is wrong."""
        left = " + ".join(word.text for word in line.left)
        if line.end and verb != "rebuts":
            self._tell(Fault.BAD_RELATION, line.span, f"`{verb}` cannot point at a link",
                       "only `rebuts` can: `a rebuts b -> c` grants b and c and denies that b bears on c")  # fmt: skip
        elif len(line.left) > 1 and verb != "supports":
            onto = line.right[0].text + (f" -> {line.end.text}" if line.end else "")
            lines = ", ".join(f"`{word.text} {verb} {onto}`" for word in line.left[:3])
            self._tell(Fault.JOINT_REBUTTAL, line.span, f"statements cannot be joined to `{verb.removesuffix('s')}`",
                       f"write a line for each: {lines}; where they rebut only together, write a claim NEW that says"
                       f" what they show, then `{left} support NEW` and `NEW {verb} {onto}`")  # fmt: skip
        elif len(line.right) > 1 and not line.end:
            lines = ", ".join(f"`{left} {line.verb.text} {word.text}`" for word in line.right[:3])
            message = "a relation points at one statement"
            self._tell(Fault.BAD_RELATION, line.span, message, f"write a line for each: {lines}")
        elif repeated := self._repeated(line.left) or self._repeated(line.right):
            self._tell(Fault.JOINED_WITH_ITSELF, repeated.span, f"`{repeated.text}` is joined with itself",
                       "name each statement once")  # fmt: skip
        else:
            return True
        return False

    @staticmethod
    def _repeated(words: Sequence[Word]) -> Word | None:
        seen: set[str] = set()
        for word in words:
            if word.text in seen:
                return word
            seen.add(word.text)
        return None

    def _rebut_link(self, line: RelationLine, source: Statement, joined: list[Statement], target: Statement) -> None:
        """Rebut the link of whichever kind, of both where there are two."""
        links = [link for kind in LinkKind if (link := self._drafts.find(kind, joined, target))]
        for link in links:
            self._drafts.write(LinkKind.REBUTS, (source,), link, line.span)
        if not links:
            self._no_such_link(line, joined, target)

    def _no_such_link(self, line: RelationLine, joined: list[Statement], target: Statement) -> None:
        wanted = set(map(id, joined))
        between = self._drafts.between(joined[0], target)
        names = " + ".join(word.text for word in line.right)
        end = line.end.text if line.end else ""
        rebuts = f"{line.left[0].text} {line.verb.text}"
        message = f"`{names}` does not bear on `{end}`"
        advice = f"write first how it does, such as `{names} supports {end}`, or name another link"
        labels: tuple[Label, ...] = ()
        edits: tuple[Edit, ...] = ()
        more = next((link for link in between[:MOST_SHOWN] if wanted < set(map(id, link.sources))), None)
        if more:
            whole = " + ".join(statement.name for statement in more.sources)
            others = listed(f"`{s.name}`" for s in more.sources if id(s) not in wanted)
            message = f"`{names}` bears on `{end}` only together with {others}"
            advice = f"write `{rebuts} {whole} -> {end}`"
            if all(source.id for source in more.sources):
                edits = (Edit(line.span, f"{rebuts} {whole} -> {end}"),)
            else:
                advice = f"give {others} an id, and write it as in `a rebuts b + d -> c`"
            labels = (Label(more.spans[0], "they are joined here"),)
        elif self._drafts.between(target, joined[0]):
            advice = f"it is the other way round: write `{rebuts} {end} -> {names}`"
        self._tell(Fault.NO_SUCH_LINK, line.span, message, advice, *labels, edits=edits)

    def _concede(self, line: RelationLine) -> None:
        if len(line.left) > 1 or line.end:
            self._tell(Fault.BAD_RELATION, line.span, "a concession names one side and what it grants",
                       "write it as in `con concedes growth, jobs`")  # fmt: skip
            return
        if len(line.right) > 1 and not line.listed:
            whole = f"{line.left[0].text} {line.verb.text} {', '.join(word.text for word in line.right)}"
            self._tell(Fault.BAD_RELATION, line.span, "what is conceded is listed with commas", f"write `{whole}`")
            return
        side = self._declared.sides.get(line.left[0].text)
        statements = self._all(line.right)
        if side is None:
            self.found.extend(self._unknown.tell(line.left[0], "side", self._declared.sides))
        if side and statements:
            self.concessions.extend(Concession(side, statement, line.span) for statement in statements)

    def _extended_by(self, line: RelationLine) -> None:
        who = line.left[0]
        named = ", ".join(word.text for word in line.right)
        what = "a side" if who.text in self._declared.sides else f"`{who.text}`"
        self._tell(Fault.BAD_RELATION, line.span, f"{what} cannot stand here: a speech extends statements",
                   f"write the speech with its `@`, as in `@AS extends {named}`")  # fmt: skip

    def _tell(
        self, fault: Fault, span: Span, message: str, advice: str, *labels: Label, edits: tuple[Edit, ...] = ()
    ) -> None:
        self.found.append(fault.at(span, message, advice, *labels, edits=edits))
