"""`check` and `judge` keep the flow by one rule, and never contradict each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging_maps import PRO, random_map

from argmap.checks.debate import dropped_answer, late_answer, new_in_last_speech, not_extended, unanswered_rebuttal
from argmap.checks.limits import Limits
from argmap.checks.structure import circular_support, unsupported_claim
from argmap.checks.subject import Subject
from argmap.debate import FORMATS
from argmap.graph.answering import unanswered
from argmap.judging import Verdict, judge
from argmap.judging.reason import Why, reasons
from argmap.judging.verdict import Loss
from argmap.judging.words.outlook import unanswered_lines
from argmap.model import Kind, LinkKind, Mark, Statement

ROUNDS = st.tuples(st.integers(0, 1_000_000), st.sampled_from(list(FORMATS)), st.booleans())


def judged(round_):
    seed, format, second = round_
    map_ = random_map(seed, 24, format=format)
    return Subject(map_, Limits(), {}, second_rebuttal=second), judge(map_, second_rebuttal=second)


def lost(judgement, loss):
    return {judgement.wiring.nodes[n] for n, why in judgement.losses.items() if why is loss}


@given(ROUNDS)
@settings(max_examples=400, deadline=None)
def test_what_check_calls_late_is_what_judge_does_not_count(round_):
    subject, judgement = judged(round_)
    late = set(subject.flow.late) if subject.flow else set()
    assert all(judgement.verdict(link) is Verdict.FALLS for link in late)
    told = {found.late for found in subject.dropped}
    dropping = {link for links in told for link in links}
    assert dropping <= late
    assert len([*late_answer.check(subject)]) == len(late - dropping)
    assert len([*dropped_answer.check(subject)]) == len(subject.dropped)
    for statement in (n for n in lost(judgement, Loss.LATE) if isinstance(n, Statement)):
        assert all(link in late for link in judgement.map.links_from(statement))


@given(ROUNDS)
@settings(max_examples=400, deadline=None)
def test_what_is_dropped_is_met_by_no_answer_that_judge_counts(round_):
    subject, judgement = judged(round_)
    for found in subject.dropped:
        for link in judgement.map.links_onto(found.statement):
            if link.kind is LinkKind.REBUTS and link.sources[0].side is found.side:
                assert link in subject.flow.late or link.sources[0].mark is Mark.OUTWEIGH


@given(ROUNDS)
@settings(max_examples=400, deadline=None)
def test_what_is_new_or_let_go_is_told_and_does_not_count(round_):
    subject, judgement = judged(round_)
    new = {finding.span for finding in new_in_last_speech.check(subject)}
    assert len([*new_in_last_speech.check(subject)]) == len(subject.flow.new if subject.flow else ())
    assert bool(new) is bool(subject.flow and subject.flow.new)
    if subject.flow is None:
        return
    for statement in (*subject.flow.new, *subject.flow.let_go):
        assert judgement.verdict(statement) is Verdict.FALLS
    if subject.flow.let_go and not judgement.map.concessions:
        assert [*not_extended.check(subject)] or all(judgement.map.links_from(s) for s in subject.flow.let_go)


@given(ROUNDS)
@settings(max_examples=400, deadline=None)
def test_a_claim_that_check_calls_unsupported_falls_for_that_reason_or_another(round_):
    subject, judgement = judged(round_)
    told = reasons(judgement)
    bare = [s for s in judgement.map.statements if told.of(s).why is Why.BARE]
    unsupported = [f.message for f in unsupported_claim.check(subject)]
    for statement in bare:
        assert f"nothing supports `{statement.name}`" in unsupported
    for statement in judgement.map.statements:
        if f"nothing supports `{statement.name}`" in unsupported:
            assert judgement.verdict(statement) is Verdict.FALLS
    if judgement.circles:
        assert [*circular_support.check(subject)]


@given(st.integers(0, 1_000_000))
@settings(max_examples=300, deadline=None)
def test_what_check_calls_unanswered_judge_asks_to_prepare_for(seed):
    map_ = random_map(seed, 24)
    judgement = judge(map_)
    told = {f.message.split("`")[-2] for f in unanswered_rebuttal.check(Subject(map_, Limits(), {}))}
    line = " ".join(unanswered_lines(judgement, 10_000))
    for link in unanswered(map_):
        assert link.sources[0].name in told
        if judgement.verdict(link) is Verdict.STANDS and "more" not in line:
            assert f"{link.sources[0].label} (against" in line
    for statement in map_.statements:
        if f"{statement.label} (against" in line:
            assert statement.name in told


# A flow kept by hand ------------------------------------------------------------------------------

ORDER = {"lincoln-douglas": ["AC", "NC", "1AR", "NR", "2AR"]}
DUE = {("pro", "AC"): "NC", ("con", "NC"): "1AR", ("pro", "1AR"): "NR", ("con", "NR"): "2AR"}


@pytest.mark.parametrize("first", range(3))
def test_lateness_in_lincoln_douglas_by_hand(first):
    """The due speech of each argument as a table, for every answer from one statement to another."""
    order, seen = ORDER["lincoln-douglas"], 0
    for seed in range(first * 400, first * 400 + 400):
        map_ = random_map(seed, 16, format="lincoln-douglas", sideless=False)
        found = lost(judge(map_), Loss.LATE)
        for link in map_.links:
            source, target = link.sources[0], link.target
            plain = link.kind is LinkKind.REBUTS and isinstance(target, Statement)
            if not plain or source.side is target.side or None in (source.speech, target.speech):
                continue
            if source.mark is Mark.OUTWEIGH or any(c.statement is target for c in map_.concessions):
                continue
            early = source.kind is Kind.REBUTTAL and order.index(source.speech) < order.index(target.speech)
            due = DUE.get(("pro" if target.side is PRO else "con", target.speech))
            late = due is not None and not early and order.index(source.speech) > order.index(due)
            also_early = any(
                isinstance(other.target, Statement)
                and other.kind is LinkKind.REBUTS
                and other.target.speech
                and order.index(source.speech) < order.index(other.target.speech)
                for other in map_.links_from(source)
            )
            if not also_early and not any(not isinstance(o.target, Statement) for o in map_.links_from(source)):
                assert (link in found) is late, seed
                seen += late
    assert seen > 5
