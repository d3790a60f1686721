"""The page that a coach reads aloud: top claims first, then what decides them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain
from typing import TYPE_CHECKING

from ...english import plural
from ...model import Statement
from ...values import dataclass
from ..reason import reasons
from ..stakes import top_claims
from ..verdict import AS_DRAWN, Judgement, Verdict
from .deciding import ballot_words
from .lines import named, names, paragraph, sign, standing
from .naming import listing
from .outlook import SECOND_WAY, score
from .phrases import Phrases
from .wording import in_one_sentence, steps

if TYPE_CHECKING:
    from ..ballot import Ballot
    from ..search.readings import Clash, Ways
    from ..strength.strength import Strengths

SECONDS = 10.0
"""How long ways to judge are looked for (as in `search.readings`, which is read only where it is needed)."""

MOST_READINGS = 4
"""So many ways to judge a clash are told one by one; of more, only how many go which way."""


def page(
    judgement: Judgement,
    *,
    width: int = 80,
    ballot: "Ballot | None" = None,
    strengths: "Strengths | None" = None,
) -> Iterator[str]:
    """Who wins, then each top claim by side, with its verdict, why, and the words of what decides it.

    `strengths` are printed where they are given.
    """
    map_ = judgement.map
    if ballot:
        yield from (*paragraph(ballot_words(judgement, ballot, strengths), width), "")
    yield from paragraph(map_.topic.text if map_.topic else map_.file.name, width)
    yield from paragraph(AS_DRAWN, width)
    writer = _Page(judgement, Phrases(reasons(judgement)), strengths, width)
    tops = top_claims(map_)
    if tops:
        yield from ("", *paragraph(score(judgement, tops), width))
    if strengths:
        yield from paragraph(SECOND_WAY, width)
        yield from left_out_lines(strengths, width)
    for side in (*map_.sides, None):
        of_side = [top for top in tops if top.side is side]
        if of_side and map_.sides:
            yield from ("", *paragraph(f"{side.id}: {side.name}" if side else "Of no side:", width))
        yield from chain.from_iterable(writer.claim(top) for top in of_side)
    yield from ("", *paragraph(_count(judgement), width))
    yield from writer.rest()


def left_out_lines(strengths: "Strengths", width: int = 80) -> Iterator[str]:
    """The answers that weaken something and have no weight, so that no strength counts them."""
    found = strengths.left_out
    if found:
        weakens = "only weakens and has no weight" if len(found) == 1 else "only weaken and have no weight"
        yield from paragraph(f"{names(found)} {weakens}: left out of the strengths.", width)


def _count(judgement: Judgement) -> str:
    verdicts = Counter(judgement.verdict(statement) for statement in judgement.map.statements)
    stand, fall, open_ = (verdicts[verdict] for verdict in (Verdict.STANDS, Verdict.FALLS, Verdict.OPEN))
    weakened = sum(bool(judgement.weakening(statement)) for statement in judgement.map.statements)
    return (
        f"Of {len(judgement.map.statements)} statements {stand} {plural(stand, 'stands', 'stand')}"
        f"{f' ({weakened} weakened)' if weakened else ''}, "
        f"{fall} {plural(fall, 'falls', 'fall')} and {open_} {plural(open_, 'is', 'are')} open."
    )


@dataclass(frozen=True, slots=True)
class _Page:
    judgement: Judgement
    phrases: Phrases
    strengths: "Strengths | None"
    width: int
    told: set[Statement] = field(default_factory=set)

    def claim(self, claim: Statement) -> Iterator[str]:
        """A claim, its reason, and the statements that the reason names."""
        told = list(steps(self.phrases, claim))
        reason = in_one_sentence(told)
        spoken = dict.fromkeys(statement for step in told for statement in step.named)
        yield ""
        yield from self._words(claim, 2)
        yield from paragraph(f"{claim.label} {standing(self.judgement, claim)} because {reason}.", self.width, 6)
        for statement in spoken:
            if statement is not claim and statement not in self.told:
                yield from self._words(statement, 8)

    def rest(self) -> Iterator[str]:
        """What falls or is open besides what has been told."""
        for verdict, words in ((Verdict.FALLS, "Also falling"), (Verdict.OPEN, "Also open")):
            others = [
                statement
                for statement in self.judgement.map.statements
                if statement not in self.told and self.judgement.verdict(statement) is verdict
            ]
            if others:
                yield from paragraph(f"{words}: {listing([named(s) for s in others], 40)}.", self.width, hanging=2)

    def _words(self, statement: Statement, indent: int) -> Iterator[str]:
        self.told.add(statement)
        verdict = self.judgement.verdict(statement)
        head = f"{sign(self.judgement, statement)} {verdict:6} {named(statement)}"
        strength = f" (strength {self._strength(statement)})" if self.strengths else ""
        yield from paragraph(f"{head}{strength}: {statement.text}", self.width, indent, 11)

    def _strength(self, statement: Statement) -> str:
        assert self.strengths is not None
        return strength_words(self.strengths.of(statement))


def strength_words(strength: float | None) -> str:
    """A strength with two decimals, or that there is none."""
    return "no stable number" if strength is None else f"{strength:.2f}"


def clash_lines(
    claims: Sequence[Statement],
    clashes: "Sequence[Clash]",
    ways: "Mapping[Statement, Ways]",
    width: int = 80,
) -> Iterator[str]:
    """Where the clash is, the consistent ways to judge it, and how the top claims fare in them.

    `ways` tells of the claims in clashes whose readings are not all there.
    """
    if clashes:
        yield from ("", "Where the clash is")
    for clash in clashes:
        yield ""
        yield from paragraph(f"{names(clash.statements)}: {_ways(clash)}", width, 2, 2)
        if not clash.readings or not _settled(clash):
            continue
        for claim in [claim for claim in claims if claim in clash.readings[0]]:
            words = _wins(claim, clash) if clash.complete else _wins_at_least(claim, ways.get(claim))
            yield from paragraph(words, width, 4, 2)
        if clash.complete and len(clash.readings) <= MOST_READINGS:
            for number, reading in enumerate(clash.readings, 1):
                by_verdict = {verdict: [s for s in clash.statements if reading[s] is verdict] for verdict in Verdict}
                told = [
                    f"{names(found)} {_verb(verdict, len(found))}"
                    for verdict in (Verdict.STANDS, Verdict.FALLS, Verdict.OPEN)
                    if (found := by_verdict[verdict])
                ]
                yield from paragraph(f"Way {number}: {'; '.join(told)}.", width, 4, 2)


def _settled(clash: "Clash") -> bool:
    return any(verdict is not Verdict.OPEN for reading in clash.readings for verdict in reading.values())


def _ways(clash: "Clash") -> str:
    if not clash.in_time:
        found = f"{len(clash.readings)} were found" if clash.readings else "none was found"
        return f"not all consistent ways to judge this were found in {SECONDS:g} seconds; {found}."
    if not _settled(clash):
        return "no consistent way to judge this settles any of it."
    count = len(clash.readings)
    if not clash.complete:
        return f"more than {count} consistent ways to judge this clash."
    return f"{count} consistent way{'s' * (count > 1)} to judge this clash."


def _wins(claim: Statement, clash: "Clash") -> str:
    return f"{named(claim)} wins in {sum(reading[claim] is Verdict.STANDS for reading in clash.readings)}."


def _wins_at_least(claim: Statement, ways: "Ways | None") -> str:
    if ways is None:
        return f"{named(claim)} is open."
    if ways.complete:
        return f"{named(claim)} wins in {ways.stands} of the {ways.total} ways to judge what bears on it."
    if not ways.stands or not ways.falls:
        return f"{named(claim)} {'falls' if ways.stands else 'stands'} in no consistent way to judge it."
    return f"{named(claim)} wins in some of them and loses in others."


def _verb(verdict: Verdict, count: int) -> str:
    one = {Verdict.STANDS: "stands", Verdict.FALLS: "falls", Verdict.OPEN: "stays open"}
    many = {Verdict.STANDS: "stand", Verdict.FALLS: "fall", Verdict.OPEN: "stay open"}
    return (one if count == 1 else many)[verdict]
