"""Reasons in a coach's words: "its only card E2 falls: R4 rebuts it and nothing answers R4"."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Kind, Link, LinkKind, Node, Statement
from .reason import Reason, Reasons, Why
from .verdict import Loss, Verdict

Namer = Callable[[Statement], str]
"""What to call a statement: its label, or its id."""

_STEPS = 5
"""A sentence with more links than this in its chain can't be followed by ear; every statement it
names has a reason of its own."""

_LOSSES = {
    Loss.DROPPED: "it is dropped",
    Loss.ANSWERED: "a new rebuttal answers it, and nothing answers that",
    Loss.BELOW_BAR: "its weight is below the bar",
    Loss.CONCEDED: "it no longer counts, as the other side conceded",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: its words, and the statement, named last, that the next is about."""

    words: str
    follow: Statement | None = None


def label(statement: Statement) -> str:
    """The label that a statement's box bears in every picture (C1, E3)."""
    return statement.label


def because(reasons: Reasons, node: Statement, name: Namer = label) -> str:
    """Why a statement has its verdict, as a chain of at most five steps towards the ground."""
    words = _Words(reasons, name)
    step = words.step(node)
    chain = [step.words]
    while step.follow is not None and len(chain) < _STEPS:
        step = words.step(step.follow)
        chain.append(step.words)
    return ": ".join(chain)


def why(reasons: Reasons, start: Statement, name: Namer = label) -> Iterator[tuple[int, Statement, str]]:
    """The whole way to the ground: how deep, which statement, and the one step that settles it.

    Each statement comes once, where it is first needed. Linear in what is told.
    """
    words = _Words(reasons, name)
    told: set[Statement] = set()
    waiting = [(0, start)]
    while waiting:
        depth, statement = waiting.pop()
        if statement in told:
            continue
        told.add(statement)
        yield depth, statement, words.step(statement).words
        grounds = _grounds(reasons, statement)
        waiting += [(depth + 1, ground) for ground in reversed(grounds) if ground not in told]


def listing(names: Sequence[str], most: int = 5) -> str:
    """Names as a coach says them: "R1, R2 and R3", or "R1, R2, R3 and 7 more"."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _grounds(reasons: Reasons, statement: Statement) -> list[Statement]:
    """The statements that a statement's verdict comes from, with nothing but links between."""
    found: dict[Statement, None] = {}
    links: set[Link] = set()
    waiting: list[Node] = [*reversed(reasons.of(statement).by)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Statement):
            found.setdefault(node)
        elif node not in links:
            links.add(node)
            waiting += reversed(reasons.of(node).by)
    found.pop(statement, None)
    return list(found)


@dataclass(frozen=True, slots=True)
class _Words:
    reasons: Reasons
    name: Namer

    def step(self, statement: Statement) -> Step:
        """Why a statement has its verdict, without the reasons for the reason."""
        reason = self.reasons.of(statement)
        match reason.why:
            case Why.UNCHALLENGED:
                return Step(self._unchallenged(statement))
            case Why.HOLDS:
                return self._holds(reason)
            case Why.BARE:
                return Step("nothing supports it")
            case Why.REBUTTED:
                return self._stands_against(self._link(reason.by[0]), "rebuts it")
            case Why.UNSUPPORTED:
                return self._failed([self._link(node) for node in reason.by])
            case Why.CLASH | Why.CIRCLE:
                return Step(self._circle(reason))
            case Why.WAITS:
                return self._waits(reason)
            case _:
                return Step(_LOSSES[reason.loss or Loss.DROPPED])

    def _link(self, node: Node) -> Link:
        assert isinstance(node, Link)
        return node

    def _unchallenged(self, statement: Statement) -> str:
        if statement.kind is Kind.REBUTTAL:
            return "nothing answers it"
        if statement.kind is Kind.CLAIM:
            return "it stands on reasoning, and nothing rebuts it"
        return "nothing rebuts it"

    def _holds(self, reason: Reason) -> Step:
        links = [self._link(node) for node in reason.by]
        supports = [link for link in links if link.kind is LinkKind.SUPPORTS]
        rebuttals = [link for link in links if link.kind is LinkKind.REBUTS]
        support = self._carried(supports[0]) if supports else None
        if rebuttals:
            failed = self._failed(rebuttals)
            return Step(f"{support.words}, and {failed.words}" if support else failed.words, failed.follow)
        assert support is not None
        return Step(f"nothing rebuts it, and {support.words}", support.follow)

    def _carried(self, link: Link) -> Step:
        source = link.sources[0]
        if link.joined:
            return Step(f"{listing([self.name(s) for s in link.sources])} together support it")
        follow = source if self.reasons.of(source).why is Why.HOLDS else None
        if source.kind is Kind.EVIDENCE:
            return Step(f"its card {self.name(source)} stands", follow)
        return Step(f"{self.name(source)} supports it", follow)

    def _failed(self, links: list[Link]) -> Step:
        """All of a statement's supports, or all of its rebuttals, have come to nothing."""
        noun = _noun(links)
        if len(links) == 1:
            return self._failed_one(links[0], f"its {'one' if noun == 'rebuttal' else 'only'} {noun}")
        every = "both its" if len(links) == 2 else f"all {len(links)} of its"
        parts = [f"{self._from(link)} ({self._fault(link)})" for link in links[:4]]
        if len(links) > len(parts):
            parts[-1] = f"{len(links) - len(parts) + 1} more"
        return Step(f"{every} {noun}s fail: {listing(parts)}")

    def _failed_one(self, link: Link, noun: str) -> Step:
        reason = self.reasons.of(link)
        subject = f"{noun} {self._from(link)}"
        if reason.why is Why.SOURCELESS:
            source = reason.by[0]
            assert isinstance(source, Statement)
            if link.joined:
                return Step(f"{subject} fails, as {self.name(source)} falls", source)
            return Step(f"{subject} falls", source)
        if reason.why is Why.REBUTTED:
            against = self._stands_against(
                self._link(reason.by[0]), f"denies that it bears on {self._aim(link)}"
            )
            return Step(f"{subject} does not count: {against.words}", against.follow)
        return Step(f"{subject} does not count: {self._fault(link)}")

    def _fault(self, link: Link) -> str:
        """What is wrong with a link that falls, in a few words."""
        reason = self.reasons.of(link)
        match reason.why:
            case Why.SOURCELESS:
                return self._short(reason.by[0], link)
            case Why.REBUTTED:
                return f"{self._from(self._link(reason.by[0]))} denies that it bears on {self._aim(link)}"
            case Why.UNWARRANTED:
                return f"its warrant {self._from(self._link(reason.by[0]))} fails"
            case _ if reason.concession is not None:
                return f"{reason.concession.side.id} conceded {self._aim(link)}"
            case _ if reason.loss is Loss.ANSWERED:
                return f"a new answer denies that it bears on {self._aim(link)}"
            case _:
                return f"{self._aim(link)} is conceded"

    def _short(self, source: Node, link: Link) -> str:
        assert isinstance(source, Statement)
        subject = self.name(source) if link.joined else "it"
        reason = self.reasons.of(source)
        match reason.why:
            case Why.REBUTTED:
                return f"{self._from(self._link(reason.by[0]))} rebuts {subject}"
            case Why.BARE:
                return f"nothing supports {subject}"
            case Why.UNSUPPORTED:
                return f"what supports {subject} fails"
            case _:
                return f"{subject} is {reason.loss}"

    def _stands_against(self, link: Link, deed: str) -> Step:
        """A rebuttal that stands: who makes it, and what became of the answers to it."""
        maker = self.name(link.sources[0])
        map_ = self.reasons.judgement.map
        answers = [
            answer
            for node in (link.sources[0], link)
            for answer in map_.links_onto(node)
            if answer.kind is LinkKind.REBUTS
        ]
        if not answers:
            return Step(f"{maker} {deed} and nothing answers {maker}")
        if len(answers) == 1:
            failed = self._failed_one(answers[0], "its one answer")
            return Step(f"{maker} {deed}, and {failed.words}", failed.follow)
        return Step(f"{maker} {deed}, and all {len(answers)} answers to {maker} fail")

    def _circle(self, reason: Reason) -> str:
        others = [node for node in reason.by if isinstance(node, Statement) and node is not reason.node]
        names = listing([self.name(other) for other in others])
        if reason.why is Why.CIRCLE:
            return f"it and {names} support only each other" if others else "it supports only itself"
        if not others:
            return "it rebuts itself"
        if len(others) == 1 and len(reason.by) == 4:
            return f"it and {names} rebut each other"
        return f"it is in a circle with {names} in which each answers the next, and nothing breaks it"

    def _waits(self, reason: Reason) -> Step:
        link = self._link(reason.by[0])
        open_sources = [s for s in link.sources if self.reasons.judgement.verdict(s) is Verdict.OPEN]
        if open_sources:
            source = open_sources[0]
            if link.kind is LinkKind.REBUTS:
                return Step(f"its rebuttal {self.name(source)} is open", source)
            noun = "card" if source.kind is Kind.EVIDENCE else "support"
            return Step(f"its {noun} {self.name(source)} is open", source)
        return Step(f"whether {self._from(link)} bears on it is open")

    def _from(self, link: Link) -> str:
        return " + ".join(self.name(source) for source in link.sources)

    def _aim(self, link: Link) -> str:
        """What a link points at, named; a link is named by what it comes from."""
        if isinstance(link.target, Statement):
            return self.name(link.target)
        return f"the link from {self._from(link.target)}"


def _noun(links: Iterable[Link]) -> str:
    links = list(links)
    if links[0].kind is LinkKind.REBUTS:
        return "rebuttal"
    return "card" if all(s.kind is Kind.EVIDENCE for link in links for s in link.sources) else "support"
