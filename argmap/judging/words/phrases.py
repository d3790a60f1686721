"""Reasons put into words, step by step. Never a word that a coach would not use."""

from dataclasses import replace

from ...english import counted, plural
from ...model import Kind, Link, LinkKind, Statement
from ..reason import Reason, Reasons, Why
from ..verdict import STANDS, Verdict
from .failing import Failing
from .grounds import Grounds
from .naming import Namer, Naming, label, listing
from .step import Step, link_of

ON_SUPPORT = (Why.HOLDS, Why.UNSUPPORTED, Why.WAITS)
"""Why a statement is as it is, where that lies in what it rests on."""


class Phrases:
    """Puts the reasons of one judgement into words."""

    def __init__(self, reasons: Reasons, name: Namer = label) -> None:
        self.reasons = reasons
        self._naming = Naming(reasons, name)
        self._grounds = Grounds(self._naming)
        self._failing = Failing(self._naming, self._grounds)
        self._told: dict[Statement, Step] = {}

    def step(self, statement: Statement) -> Step:
        """Why a statement has its verdict, without the reasons for the reason."""
        if statement not in self._told:
            self._naming.named.clear()
            reason = self.reasons.of(statement)
            step = self._step(reason)
            if statement in self.reasons.judgement.wiring.granted.partly and reason.why in ON_SUPPORT:
                step = self._conceded_in_part(statement, step)
            if reason.weakened_by:
                step = replace(step, but=f"; but {self._failing.weakened(reason.weakened_by)}")
            self._told[statement] = replace(step, named=tuple(self._naming.named))
        return self._told[statement]

    def in_its_place(self, statement: Statement) -> Step:
        """As `step`; of what is told for another statement's sake, and is otherwise for all else, that too."""
        step, wiring = self.step(statement), self.reasons.judgement.wiring
        if not self.reasons.apart(statement):
            return step
        sides = self._naming.sides(wiring.stand_ins.without[statement])
        whose = f"{sides[0]}'s answers" if len(sides) == 1 else f"the answers of {listing(sides)}"
        return replace(step, words=f"without {whose}, {step.words}")

    def _step(self, reason: Reason) -> Step:
        match reason.why:
            case Why.HOLDS:
                return self._holds(reason)
            case Why.REBUTTED:
                return self._failing.rebutted(self.reasons.rebutting(reason.node), ("rebuts it", "rebut it"))
            case Why.UNSUPPORTED:
                return self._failing.failed([link_of(node) for node in reason.by])
            case Why.WAITS:
                return self._waits(link_of(reason.by[0]))
            case Why.ACCEPTED:
                return self._accepted(reason)
            case _:
                return Step(self._grounds.ground(reason))

    def _holds(self, reason: Reason) -> Step:
        links = [link_of(node) for node in reason.by]
        rebuttals = [link for link in links if link.kind is LinkKind.REBUTS]
        support = self._carried(links[0]) if len(links) > len(rebuttals) else None
        if not rebuttals:
            assert support is not None
            return Step(f"{self._grounds.unrebutted(reason.node)}, and {support.words}", support.follow)
        failed = self._failing.failed(rebuttals)
        return Step(f"{support.words}, and {failed.words}", failed.follow) if support else failed

    def _carried(self, link: Link) -> Step:
        """What a statement stands on: the first support that stands, and how many more do."""
        judgement = self.reasons.judgement
        supports = judgement.wiring.supported_by[judgement.wiring.numbers[link.target]]
        source, more = link.sources[0], sum(judgement.states[n] == STANDS for n in supports) - 1
        others = f", as {plural(more, 'does', 'do')} {counted(more, 'other')}" if more else ""
        if link.joined:
            return Step(f"{self._naming.sources(link)} together support it{others}")
        card = source.kind is Kind.EVIDENCE
        words = f"its card {self._naming.say(source)} stands" if card else f"{self._naming.say(source)} supports it"
        if weakening := [*judgement.weakening(source), *judgement.weakening(link)]:
            words += f" (weakened by {listing([self._naming.say(each) for each in weakening], 3)})"
        followed = not more and self.reasons.of(source).why is Why.HOLDS
        return Step(words + others, source if followed else None)

    def _accepted(self, reason: Reason) -> Step:
        """What stands as it is conceded; what supports it does not matter then."""
        by = f"{reason.concession.side.id} concedes it" if reason.concession else "nobody contests it"
        failed = self._failing.failed([link_of(node) for node in reason.by]) if reason.by else None
        return Step(f"{by}, and {failed.words}", failed.follow) if failed else Step(by)

    def _conceded_in_part(self, statement: Statement, step: Step) -> Step:
        """The words of a step, with whose answers do not count for a statement that only some concede."""
        sides = self._naming.sides(self.reasons.judgement.wiring.granted.partly[statement])
        whose = f"{sides[0]}'s" if len(sides) == 1 else "their"
        words = f"{listing(sides)} {plural(len(sides), 'concedes', 'concede')} it, so {whose} answers to what it"
        return replace(step, words=f"{words} rests on do not count for it; {step.words}")

    def _waits(self, link: Link) -> Step:
        """An open rebuttal or support, on which a statement waits."""
        verdict = self.reasons.judgement.verdict
        source = next((each for each in link.sources if verdict(each) is Verdict.OPEN), None)
        if source is None:
            return Step(f"whether {self._naming.bears(link)} is open")
        if link.kind is LinkKind.REBUTS:
            return Step(f"its rebuttal {self._naming.say(source)} is open", source)
        return Step(
            f"its {'card' if source.kind is Kind.EVIDENCE else 'support'} {self._naming.say(source)} is open", source
        )
