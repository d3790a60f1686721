"""What comes to nothing, in words: supports, rebuttals, and the answers to them."""

from collections.abc import Sequence

from ...english import plural
from ...model import Kind, Link, LinkKind, Node, Statement
from ...values import dataclass
from ..reason import Reason, Why
from ..verdict import Loss
from .grounds import Grounds
from .naming import MOST_LISTED, Naming, listing
from .step import Step, link_of


@dataclass(frozen=True, slots=True)
class Failing:
    """Puts into words what brings a statement down, or does not."""

    naming: Naming
    grounds: Grounds

    def failed(self, links: Sequence[Link]) -> Step:
        """All of a statement's supports, or all of its rebuttals, come to nothing."""
        rebuttals = links[0].kind is LinkKind.REBUTS
        cards = all(source.kind is Kind.EVIDENCE for link in links for source in link.sources)
        noun = "rebuttal" if rebuttals else "card" if cards else "support"
        if len(links) == 1:
            made = (
                f", {self.naming.sources(links[0])} together,"
                if links[0].joined
                else f" {self.naming.sources(links[0])}"
            )
            return self._failed_one(links[0], f"its {'one' if rebuttals else 'only'} {noun}{made}")
        parts = [f"{self.naming.sources(link)} ({self._fault(link)})" for link in links[:4]]
        if len(links) > len(parts):
            parts[-1] = f"{len(links) - len(parts) + 1} more"
        every = "both its" if len(links) == 2 else f"all {len(links)} of its"
        return Step(f"{every} {noun}s come to nothing: {listing(parts)}")

    def _failed_one(self, link: Link, subject: str) -> Step:
        reason = self.naming.reasons.of(link)
        if reason.why is Why.SOURCELESS:
            source = reason.by[0]
            assert isinstance(source, Statement)
            fails = f"fails, as {self.naming.say(source)} falls" if link.joined else "falls"
            return Step(f"{subject} {fails}", source)
        if reason.why is Why.REBUTTED:
            deeds = f"denies that {self.naming.bears(link)}", f"deny that {self.naming.bears(link)}"
            denied = self.rebutted(self.naming.reasons.rebutting(link), deeds)
            return Step(f"{subject} does not count: {denied.words}", denied.follow)
        return Step(f"{subject} does not count: {self._fault(link)}")

    def _fault(self, link: Link) -> str:
        """What is wrong with a link that falls, in a few words."""
        reason = self.naming.reasons.of(link)
        if reason.why is Why.SOURCELESS:
            return self._source_fault(reason.by[0], self.naming.say(link.sources[0]) if link.joined else "it")
        if reason.why is Why.REBUTTED:
            return f"{self.naming.sources(link_of(reason.by[0]))} denies that {self.naming.bears(link)}"
        if reason.why in (Why.CIRCLE, Why.UNWARRANTED):
            return self._warrants_fault(reason) if reason.why is Why.UNWARRANTED else "its support runs in a circle"
        if reason.loss in (Loss.ANSWERED, Loss.LATE):
            denied = f"a new answer denies that {self.naming.bears(link)}"
            return self._lateness(link) if reason.loss is Loss.LATE else denied
        if reason.concession is not None:
            return f"the {reason.concession.side.id} side conceded {self.naming.aim(link)}"
        return f"{self.naming.aim(link)} is conceded"

    def _lateness(self, link: Link) -> str:
        flow = self.naming.reasons.judgement.wiring.flow
        meant = self.naming.reasons.judgement.wiring.meant(link)
        due = f", due in the {flow.late[meant].name}" if flow and isinstance(meant, Link) else ""
        return f"{self.naming.sources(link)} came too late: {link.sources[0].speech}{due}"

    def _warrants_fault(self, reason: Reason) -> str:
        warrants = [self.naming.sources(link_of(node)) for node in reason.by]
        return f"its warrant {warrants[0]} fails" if len(warrants) == 1 else f"its warrants fail ({listing(warrants)})"

    def _source_fault(self, source: Node, subject: str) -> str:
        assert isinstance(source, Statement)
        subject = subject if subject == "it" else self.naming.say(source)
        reason = self.naming.reasons.of(source)
        if reason.why is Why.REBUTTED:
            return f"{self.naming.sources(link_of(reason.by[0]))} rebuts {subject}"
        if reason.loss is not None:
            return self.grounds.loss(reason) if subject == "it" else f"{subject} is lost"
        return f"{'nothing' if reason.why is Why.BARE else 'nothing that holds'} supports {subject}"

    def rebutted(self, links: Sequence[Link], deeds: tuple[str, str]) -> Step:
        """Rebuttals that stand: who makes them, what one does and what several do, and what becomes
        of the answers to them."""
        wiring, deed = self.naming.reasons.judgement.wiring, deeds[0]
        if len(links) > 1:
            return Step(f"{self.naming.makers(links)} {deeds[1]} and {self._unanswered(links)}")
        [link] = links
        maker, answers = self.naming.say(link.sources[0]), wiring.answers(wiring.numbers[link])
        if not answers:
            return Step(f"{maker} {deed} and nothing answers {maker}")
        if weakening := self.naming.reasons.of(link.sources[0]).weakened_by + self.naming.reasons.of(link).weakened_by:
            who = listing([self.naming.say(each.sources[0]) for each in weakening], 3)
            return Step(f"{maker} {deed}, and {who} only {plural(len(weakening), 'weakens', 'weaken')} {maker}")
        if len(answers) == 1:
            if wiring.link(answers[0]).weakens:
                return Step(f"{maker} {deed}, and the one answer to {maker} comes to nothing")
            answer = wiring.link(answers[0])
            failed = self._failed_one(answer, f"{self.naming.sources(answer)}, the one answer to {maker},")
            return Step(f"{maker} {deed}, and {failed.words}", failed.follow)
        return Step(f"{maker} {deed}, and all {len(answers)} answers to {maker} come to nothing")

    def _unanswered(self, links: Sequence[Link]) -> str:
        wiring = self.naming.reasons.judgement.wiring
        answered = any(wiring.answered(wiring.numbers[link]) for link in links)
        each = "either" if len(links) == 2 else "any of them"
        return f"no answer to {each} holds" if answered else f"nothing answers {each}"

    def weakened(self, links: Sequence[Link]) -> str:
        """What weakens a statement that stands, and what becomes of the answers to that."""
        wiring = self.naming.reasons.judgement.wiring
        makers = [self.naming.say(link.sources[0]) for link in links[:MOST_LISTED]]
        if len(links) > 1:
            return f"{self.naming.makers(links)} weaken it and {self._unanswered(links)}"
        answers = wiring.answers(wiring.numbers[links[0]])
        return f"{makers[0]} weakens it, and {'no answer to it holds' if answers else f'nothing answers {makers[0]}'}"
