"""One step of a reason, in words. Never a word that a coach would not use."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field, replace

from ...english import counted, listed, plural
from ...model import Kind, Link, LinkKind, Node, Side, Statement
from ..reason import Reason, Reasons, Why
from ..verdict import STANDS, Loss, Verdict

Namer = Callable[[Statement], str]
"""What to call a statement: its label, or its id."""

MOST_LISTED = 6
"""So many of the rebuttals that decide a verdict are worth showing one by one."""

LOSSES = {
    Loss.CONCEDED: "it is conceded",
    Loss.GIVEN_UP: "it is given up",
    Loss.NEW: "it is new in a last speech",
    Loss.LATE: "it came too late",
    Loss.LET_GO: "it was not extended",
    Loss.DROPPED: "it is lost",
    Loss.ANSWERED: "a new rebuttal answers it and nothing answers that",
    Loss.BELOW_BAR: "its weight is below the bar",
}


ON_SUPPORT = (Why.HOLDS, Why.UNSUPPORTED, Why.WAITS)
"""Why a statement is as it is, where that lies in what it rests on."""


@dataclass(frozen=True, slots=True)
class Step:
    """The words of a step, and the statement, named last in them, that the next step is about. `but`: what
    weakens the statement all the same, to be said at the end.

    `named` are the statements that the words are about: those named, in their order, and up to
    `MOST_LISTED` of the rebuttals that are only counted.
    """

    words: str
    follow: Statement | None = None
    named: tuple[Statement, ...] = ()
    but: str = ""


def label(statement: Statement) -> str:
    """The label that a statement's box bears in every picture (C1, E3)."""
    return statement.label


def listing(names: Sequence[str], most: int = 5, last: str = "and") -> str:
    """Names as a coach says them: "R1, R2 and R3", or "R1, R2, R3, R4 and 7 more"."""
    return listed(names, last, most=most)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Puts the reasons of one judgement into words."""

    reasons: Reasons
    name: Namer = label
    _told: dict[Statement, Step] = field(default_factory=dict)
    _named: dict[Statement, None] = field(default_factory=dict)
    _rings: dict[int, list[Statement]] = field(default_factory=dict)

    def step(self, statement: Statement) -> Step:
        """Why a statement has its verdict, without the reasons for the reason."""
        if statement not in self._told:
            self._named.clear()
            reason = self.reasons.of(statement)
            step = self._step(reason)
            if statement in self.reasons.judgement.wiring.granted.partly and reason.why in ON_SUPPORT:
                step = self._conceded_in_part(statement, step)
            if reason.weakened_by:
                step = replace(step, but=f"; but {self._weakened(reason.weakened_by)}")
            self._told[statement] = replace(step, named=tuple(self._named))
        return self._told[statement]

    def in_its_place(self, statement: Statement) -> Step:
        """As `step`; of what is told for another statement's sake, and is otherwise for all else, that too."""
        step, wiring = self.step(statement), self.reasons.judgement.wiring
        if not self.reasons.apart(statement):
            return step
        sides = self._sides(wiring.stand_ins.without[statement])
        whose = f"{sides[0]}'s answers" if len(sides) == 1 else f"the answers of {listing(sides)}"
        return replace(step, words=f"without {whose}, {step.words}")

    def _step(self, reason: Reason) -> Step:
        match reason.why:
            case Why.HOLDS:
                return self._holds(reason)
            case Why.REBUTTED:
                return self._rebutted(self.reasons.rebutting(reason.node), ("rebuts it", "rebut it"))
            case Why.UNSUPPORTED:
                return self._failed([_link(node) for node in reason.by])
            case Why.WAITS:
                return self._waits(_link(reason.by[0]))
            case Why.ACCEPTED:
                return self._accepted(reason)
            case _:
                return Step(self._ground(reason))

    def _ground(self, reason: Reason) -> str:
        """Where a chain ends."""
        if reason.loss is not None:
            return self._loss(reason)
        if reason.why is Why.BARE:
            return "nothing supports it"
        if reason.why in (Why.CIRCLE, Why.CLASH):
            return self._circle(reason) if reason.why is Why.CIRCLE else self._clash(reason)
        assert isinstance(reason.node, Statement)
        if reason.node.kind is Kind.REBUTTAL:
            return "no answer to it holds" if self._met(reason.node) else "nothing answers it"
        analytic = "it is analytic, and " if reason.node.kind is Kind.CLAIM else ""
        return f"{analytic}{self._unrebutted(reason.node)}"

    def _loss(self, reason: Reason) -> str:
        """Why a statement falls whatever else the map says."""
        assert isinstance(reason.node, Statement)
        assert reason.loss is not None
        flow = self.reasons.judgement.wiring.flow
        statement = self._meant(reason.node)
        who = statement.side.id if statement.side else "its side"
        said = {
            Loss.GIVEN_UP: f"{who} gave it up",
            Loss.NEW: f"it is new in the {statement.speech}, its side's last speech",
        }
        if reason.loss is Loss.LATE and flow:
            late = [each for each in self.reasons.judgement.map.links_from(statement) if each in flow.late]
            due = listing(list(dict.fromkeys(flow.late[each].name for each in late)), 3)
            said[Loss.LATE] = f"it came too late: {statement.speech}, due in the {due}"
        if reason.loss is Loss.LET_GO and flow:
            said[Loss.LET_GO] = f"{who} did not extend it into the {flow.let_go[statement].name}"
        return said.get(reason.loss) or LOSSES[reason.loss]

    def _met(self, node: Node) -> bool:
        """Whether there are answers that weaken a node, or would if they stood."""
        wiring = self.reasons.judgement.wiring
        return bool(wiring.weakened_by[wiring.numbers[node]])

    def _unrebutted(self, node: Node) -> str:
        if self.reasons.judgement.weakening(node):
            return "nothing brings it down"
        return "no rebuttal of it holds" if self._met(node) else "nothing rebuts it"

    def _holds(self, reason: Reason) -> Step:
        links = [_link(node) for node in reason.by]
        rebuttals = [link for link in links if link.kind is LinkKind.REBUTS]
        support = self._carried(links[0]) if len(links) > len(rebuttals) else None
        if not rebuttals:
            assert support is not None
            return Step(f"{self._unrebutted(reason.node)}, and {support.words}", support.follow)
        failed = self._failed(rebuttals)
        return Step(f"{support.words}, and {failed.words}", failed.follow) if support else failed

    def _carried(self, link: Link) -> Step:
        """What a statement stands on: the first support that stands, and how many more do."""
        judgement = self.reasons.judgement
        supports = judgement.wiring.supported_by[judgement.wiring.numbers[link.target]]
        source, more = link.sources[0], sum(judgement.states[n] == STANDS for n in supports) - 1
        others = f", as {plural(more, 'does', 'do')} {counted(more, 'other')}" if more else ""
        if link.joined:
            return Step(f"{self._from(link)} together support it{others}")
        card = source.kind is Kind.EVIDENCE
        words = f"its card {self._say(source)} stands" if card else f"{self._say(source)} supports it"
        if weakening := [*judgement.weakening(source), *judgement.weakening(link)]:
            words += f" (weakened by {listing([self._say(each) for each in weakening], 3)})"
        followed = not more and self.reasons.of(source).why is Why.HOLDS
        return Step(words + others, source if followed else None)

    def _failed(self, links: Sequence[Link]) -> Step:
        """All of a statement's supports, or all of its rebuttals, come to nothing."""
        rebuttals = links[0].kind is LinkKind.REBUTS
        cards = all(source.kind is Kind.EVIDENCE for link in links for source in link.sources)
        noun = "rebuttal" if rebuttals else "card" if cards else "support"
        if len(links) == 1:
            made = f", {self._from(links[0])} together," if links[0].joined else f" {self._from(links[0])}"
            return self._failed_one(links[0], f"its {'one' if rebuttals else 'only'} {noun}{made}")
        parts = [f"{self._from(link)} ({self._fault(link)})" for link in links[:4]]
        if len(links) > len(parts):
            parts[-1] = f"{len(links) - len(parts) + 1} more"
        every = "both its" if len(links) == 2 else f"all {len(links)} of its"
        return Step(f"{every} {noun}s come to nothing: {listing(parts)}")

    def _failed_one(self, link: Link, subject: str) -> Step:
        reason = self.reasons.of(link)
        if reason.why is Why.SOURCELESS:
            source = reason.by[0]
            assert isinstance(source, Statement)
            fails = f"fails, as {self._say(source)} falls" if link.joined else "falls"
            return Step(f"{subject} {fails}", source)
        if reason.why is Why.REBUTTED:
            deeds = f"denies that {self._bears(link)}", f"deny that {self._bears(link)}"
            denied = self._rebutted(self.reasons.rebutting(link), deeds)
            return Step(f"{subject} does not count: {denied.words}", denied.follow)
        return Step(f"{subject} does not count: {self._fault(link)}")

    def _fault(self, link: Link) -> str:
        """What is wrong with a link that falls, in a few words."""
        reason = self.reasons.of(link)
        if reason.why is Why.SOURCELESS:
            return self._source_fault(reason.by[0], self._say(link.sources[0]) if link.joined else "it")
        if reason.why is Why.REBUTTED:
            return f"{self._from(_link(reason.by[0]))} denies that {self._bears(link)}"
        if reason.why in (Why.CIRCLE, Why.UNWARRANTED):
            return self._warrants_fault(reason) if reason.why is Why.UNWARRANTED else "its support runs in a circle"
        if reason.loss in (Loss.ANSWERED, Loss.LATE):
            denied = f"a new answer denies that {self._bears(link)}"
            return self._lateness(link) if reason.loss is Loss.LATE else denied
        if reason.concession is not None:
            return f"the {reason.concession.side.id} side conceded {self._aim(link)}"
        return f"{self._aim(link)} is conceded"

    def _lateness(self, link: Link) -> str:
        flow = self.reasons.judgement.wiring.flow
        meant = self.reasons.judgement.wiring.meant(link)
        due = f", due in the {flow.late[meant].name}" if flow and isinstance(meant, Link) else ""
        return f"{self._from(link)} came too late: {link.sources[0].speech}{due}"

    def _warrants_fault(self, reason: Reason) -> str:
        warrants = [self._from(_link(node)) for node in reason.by]
        return f"its warrant {warrants[0]} fails" if len(warrants) == 1 else f"its warrants fail ({listing(warrants)})"

    def _source_fault(self, source: Node, subject: str) -> str:
        assert isinstance(source, Statement)
        subject = subject if subject == "it" else self._say(source)
        reason = self.reasons.of(source)
        if reason.why is Why.REBUTTED:
            return f"{self._from(_link(reason.by[0]))} rebuts {subject}"
        if reason.loss is not None:
            return self._loss(reason) if subject == "it" else f"{subject} is lost"
        return f"{'nothing' if reason.why is Why.BARE else 'nothing that holds'} supports {subject}"

    def _rebutted(self, links: Sequence[Link], deeds: tuple[str, str]) -> Step:
        """Rebuttals that stand: who makes them, what one does and what several do, and what becomes
        of the answers to them."""
        wiring, deed = self.reasons.judgement.wiring, deeds[0]
        if len(links) > 1:
            return Step(f"{self._makers(links)} {deeds[1]} and {self._unanswered(links)}")
        [link] = links
        maker, answers = self._say(link.sources[0]), wiring.answers(wiring.numbers[link])
        if not answers:
            return Step(f"{maker} {deed} and nothing answers {maker}")
        if weakening := self.reasons.of(link.sources[0]).weakened_by + self.reasons.of(link).weakened_by:
            who = listing([self._say(each.sources[0]) for each in weakening], 3)
            return Step(f"{maker} {deed}, and {who} only {plural(len(weakening), 'weakens', 'weaken')} {maker}")
        if len(answers) == 1:
            if wiring.link(answers[0]).weakens:
                return Step(f"{maker} {deed}, and the one answer to {maker} comes to nothing")
            answer = wiring.link(answers[0])
            failed = self._failed_one(answer, f"{self._from(answer)}, the one answer to {maker},")
            return Step(f"{maker} {deed}, and {failed.words}", failed.follow)
        return Step(f"{maker} {deed}, and all {len(answers)} answers to {maker} come to nothing")

    def _makers(self, links: Sequence[Link]) -> str:
        """Who makes some rebuttals: up to three by name, of more two and how many others."""
        names = [self._say(link.sources[0]) for link in links[:MOST_LISTED]]
        return listing(names) if len(links) <= 3 else f"{names[0]}, {names[1]} and {len(links) - 2} others"

    def _unanswered(self, links: Sequence[Link]) -> str:
        wiring = self.reasons.judgement.wiring
        answered = any(wiring.answered(wiring.numbers[link]) for link in links)
        each = "either" if len(links) == 2 else "any of them"
        return f"no answer to {each} holds" if answered else f"nothing answers {each}"

    def _say(self, statement: Statement) -> str:
        self._named.setdefault(self._meant(statement))
        return self.name(statement)

    def _meant(self, statement: Statement) -> Statement:
        """What a stand-in stands in for."""
        meant = self.reasons.judgement.wiring.meant(statement)
        assert isinstance(meant, Statement)
        return meant

    def _conceded_in_part(self, statement: Statement, step: Step) -> Step:
        """The words of a step, with whose answers do not count for a statement that only some concede."""
        sides = self._sides(self.reasons.judgement.wiring.granted.partly[statement])
        whose = f"{sides[0]}'s" if len(sides) == 1 else "their"
        words = f"{listing(sides)} {plural(len(sides), 'concedes', 'concede')} it, so {whose} answers to what it"
        return replace(step, words=f"{words} rests on do not count for it; {step.words}")

    def _sides(self, sides: Set[Side]) -> list[str]:
        return [side.id for side in self.reasons.judgement.map.sides if side in sides]

    def _others(self, reason: Reason) -> tuple[list[Statement], str]:
        """The first other statements of a circle, and all of them in words: `it, C2 and 7 more`."""
        ring = self._rings.setdefault(id(reason.by), [])
        if not ring:
            ring += [node for node in reason.by if isinstance(node, Statement)]
        others = [node for node in ring[: MOST_LISTED + 1] if node is not reason.node][:MOST_LISTED]
        named = [self._say(other) for other in others]
        more = len(ring) - 1 - len(named)
        return others, listing(["it", *named, *([f"{more} more"] if more else [])], MOST_LISTED + 2)

    def _circle(self, reason: Reason) -> str:
        others, who = self._others(reason)
        if not others:
            return "its support runs in a circle: it supports only itself"
        return f"its support runs in a circle: {who} support only {'each other' if len(others) == 1 else 'one another'}"

    def _clash(self, reason: Reason) -> str:
        others, who = self._others(reason)
        if not others:
            return "it rebuts itself"
        if len(others) == 1 and len(reason.by) == 4:
            return f"{who} rebut each other"
        return f"{who} answer {'each other' if len(others) == 1 else 'one another'} in a circle that nothing breaks"

    def _accepted(self, reason: Reason) -> Step:
        """What stands as it is conceded; what supports it does not matter then."""
        by = f"{reason.concession.side.id} concedes it" if reason.concession else "nobody contests it"
        failed = self._failed([_link(node) for node in reason.by]) if reason.by else None
        return Step(f"{by}, and {failed.words}", failed.follow) if failed else Step(by)

    def _weakened(self, links: Sequence[Link]) -> str:
        """What weakens a statement that stands, and what becomes of the answers to that."""
        wiring = self.reasons.judgement.wiring
        makers = [self._say(link.sources[0]) for link in links[:MOST_LISTED]]
        if len(links) > 1:
            return f"{self._makers(links)} weaken it and {self._unanswered(links)}"
        answers = wiring.answers(wiring.numbers[links[0]])
        return f"{makers[0]} weakens it, and {'no answer to it holds' if answers else f'nothing answers {makers[0]}'}"

    def _waits(self, link: Link) -> Step:
        """An open rebuttal or support, on which a statement waits."""
        verdict = self.reasons.judgement.verdict
        source = next((each for each in link.sources if verdict(each) is Verdict.OPEN), None)
        if source is None:
            return Step(f"whether {self._bears(link)} is open")
        if link.kind is LinkKind.REBUTS:
            return Step(f"its rebuttal {self._say(source)} is open", source)
        return Step(f"its {'card' if source.kind is Kind.EVIDENCE else 'support'} {self._say(source)} is open", source)

    def _from(self, link: Link) -> str:
        return listing([self._say(source) for source in link.sources])

    def _bears(self, link: Link) -> str:
        return f"{self._from(link)} bear{'' if link.joined else 's'} on {self._aim(link)}"

    def _aim(self, link: Link) -> str:
        """What a link points at; a link is named by what it comes from, never by all beneath it."""
        onto = link.target
        return self._say(onto) if isinstance(onto, Statement) else f"the link from {self._from(onto)}"


def _link(node: Node) -> Link:
    assert isinstance(node, Link)
    return node
