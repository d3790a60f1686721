"""The verdict: each rule on a small map, then against three independent ways on random maps."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging_maps import CON, PRO, Maker, random_map
from judging_oracle import Oracle

from argmap.judging import Verdict, judge, verdicts
from argmap.judging.verdict import Loss, resettle, settle
from argmap.judging.wiring import wire
from argmap.model import ArgumentMap, Link, LinkKind

WORDS = {"in": "stands", "out": "falls", "open": "open"}


def told(made: Maker) -> dict[str, str]:
    """Each statement's label with its verdict."""
    judgement = judge(made.map())
    return {statement.label: str(judgement.verdict(statement)) for statement in made.statements}


def test_a_rebutted_claim_leaves_its_card_standing():
    made = Maker()
    claim, card, rebuttal = made.say("C1"), made.say("E1"), made.say("R1")
    made.support(claim, card)
    made.rebut(claim, rebuttal)
    assert told(made) == {"C1": "falls", "E1": "stands", "R1": "stands"}


def test_a_claim_with_two_cards_survives_the_loss_of_one():
    made = Maker()
    claim, lost, kept, rebuttal = made.say("C1"), made.say("E1"), made.say("E2"), made.say("R1")
    made.support(claim, lost)
    made.support(claim, kept)
    made.rebut(lost, rebuttal)
    assert told(made)["C1"] == "stands"


def test_a_claim_falls_with_its_only_card():
    made = Maker()
    claim, card, rebuttal = made.say("C1"), made.say("E1"), made.say("R1")
    made.support(claim, card)
    made.rebut(card, rebuttal)
    assert told(made) == {"C1": "falls", "E1": "falls", "R1": "stands"}


def test_a_rebuttal_whose_own_card_falls_does_not_win():
    made = Maker()
    claim, card = made.say("C1", analytic=True), made.say("E1")
    rebuttal, answer = made.say("R1"), made.say("R2")
    made.rebut(claim, rebuttal)
    made.support(rebuttal, card)
    made.rebut(card, answer)
    assert told(made) == {"C1": "stands", "E1": "falls", "R1": "falls", "R2": "stands"}


@pytest.mark.parametrize(
    ("label", "analytic", "verdict"),
    [
        ("C1", False, "falls"),
        ("C1", True, "stands"),
        ("E1", False, "stands"),
        ("W1", False, "stands"),
        ("R1", False, "stands"),
    ],
)
def test_a_statement_that_nothing_supports(label, analytic, verdict):
    made = Maker()
    made.say(label, analytic=analytic)
    assert told(made) == {label: verdict}


@pytest.mark.parametrize("label", ["C1", "E1", "W1", "R1"])
@pytest.mark.parametrize("analytic", [False, True])
def test_a_statement_with_supports_needs_one_whatever_its_kind_unless_analytic(label, analytic):
    made = Maker()
    statement, card, rebuttal = made.say(label, analytic=analytic), made.say("E9"), made.say("R9")
    made.support(statement, card)
    made.rebut(card, rebuttal)
    assert told(made)[label] == ("stands" if analytic else "falls")


@pytest.mark.parametrize("lost", [None, 0, 1])
def test_supports_held_together_are_all_needed(lost):
    made = Maker()
    claim, cards, rebuttal = made.say("C1"), [made.say("E1"), made.say("E2")], made.say("R1")
    made.support(claim, *cards)
    if lost is not None:
        made.rebut(cards[lost], rebuttal)
    assert told(made)["C1"] == ("stands" if lost is None else "falls")


def test_a_warrant_that_falls_takes_its_link_along():
    made = Maker()
    claim, card, warrant, rebuttal = made.say("C1"), made.say("E1"), made.say("W1"), made.say("R1")
    link = made.support(claim, card)
    made.support(link, warrant)
    assert told(made)["C1"] == "stands"
    made.rebut(warrant, rebuttal)
    assert told(made) == {"C1": "falls", "E1": "stands", "W1": "falls", "R1": "stands"}


def test_of_two_warrants_each_is_needed():
    made = Maker()
    claim, card, rebuttal = made.say("C1"), made.say("E1"), made.say("R1")
    link = made.support(claim, card)
    first, second = made.say("W1"), made.say("W2")
    made.support(link, first)
    made.support(link, second)
    made.rebut(second, rebuttal)
    assert told(made)["C1"] == "falls"


def test_a_no_link_rebuttal_spares_both_ends_but_not_the_link():
    made = Maker()
    claim, card, denial = made.say("C1"), made.say("E1"), made.say("R1")
    link = made.support(claim, card)
    onto = made.rebut(link, denial)
    judgement = judge(made.map())
    assert told(made) == {"C1": "falls", "E1": "stands", "R1": "stands"}
    assert judgement.verdict(link) is Verdict.FALLS
    assert judgement.verdict(onto) is Verdict.STANDS


def test_links_on_links_on_links():
    made = Maker()
    claim, card = made.say("C1"), made.say("E1")
    link = made.support(claim, card)
    for number in range(1, 6):
        link = made.rebut(link, made.say(f"R{number}"))
    assert told(made)["C1"] == "falls"  # the fifth denial undoes the fourth, and so on down to the first
    made.rebut(link, made.say("R6"))
    assert told(made)["C1"] == "stands"


@pytest.mark.parametrize(
    ("conceding", "rebutting", "verdict"),
    [(None, CON, "falls"), (CON, CON, "stands"), (PRO, CON, "falls"), (CON, None, "falls")],
)
def test_a_side_that_concedes_gives_up_its_own_rebuttals(conceding, rebutting, verdict):
    made = Maker(sides=(PRO, CON))
    card, rebuttal = made.say("E1", side=PRO), made.say("R1", side=rebutting)
    made.rebut(card, rebuttal)
    if conceding:
        made.concede(conceding, card)
    assert told(made) == {"E1": verdict, "R1": "stands"}


def test_conceding_a_statement_does_not_concede_that_it_bears():
    made = Maker(sides=(PRO, CON))
    claim, card, denial = made.say("C1"), made.say("E1"), made.say("R1", side=CON)
    link = made.support(claim, card)
    made.rebut(link, denial)
    made.concede(CON, card)
    assert told(made) == {"C1": "falls", "E1": "stands", "R1": "stands"}


def test_mutual_rebuttal_is_open_until_a_third_settles_it():
    made = Maker()
    one, other = made.say("E1"), made.say("E2")
    made.rebut(one, other)
    made.rebut(other, one)
    assert set(told(made).values()) == {"open"}
    made.rebut(other, made.say("R1"))
    assert told(made) == {"E1": "stands", "E2": "falls", "R1": "stands"}


def test_circular_support_is_open_until_a_card_carries_it():
    made = Maker()
    one, other = made.say("C1"), made.say("C2")
    made.support(one, other)
    made.support(other, one)
    assert told(made) == {"C1": "open", "C2": "open"}
    made.support(one, made.say("E1"))
    assert told(made) == {"C1": "stands", "C2": "stands", "E1": "stands"}


def test_verdicts_covers_every_statement_and_link_in_reading_order():
    map_ = random_map(7)
    assert list(verdicts(map_)) == [*map_.statements, *map_.links]


# Four ways to the same verdict -----------------------------------------------------------------


def test_the_verdict_is_the_least_labelling_on_20000_random_maps():
    seen = {"stands": 0, "falls": 0, "open": 0}
    for seed in range(20_000):
        map_ = random_map(seed)
        least = Oracle(map_).grounded()
        found = judge(map_).verdicts
        for node, label in least.items():
            assert found[node] == WORDS[label], (seed, node)
            seen[WORDS[label]] += 1
    assert min(seen.values()) > 10_000  # the maps are no easy ones


def flattened(map_: ArgumentMap) -> tuple[list[object], list[tuple[object, object]]]:
    """A map as arguments and attacks alone (Dung, AIJ 77, 1995): a statement in need is attacked by
    "it lacks support", which every support attacks; a link by "its source fails", which the source
    attacks."""
    oracle = Oracle(map_)
    arguments: list[object] = list(oracle.nodes)
    attacks: list[tuple[object, object]] = [(link, link.target) for link in map_.links if link.kind is LinkKind.REBUTS]
    for statement in map_.statements:
        if oracle.needy[statement]:
            lack = ("lacks support", statement)
            arguments.append(lack)
            attacks += [(lack, statement), *((link, lack) for link in oracle.supports[statement])]
    for link in map_.links:
        for base in (*link.sources, *oracle.supports[link]):
            fails = ("fails", base, link)
            arguments.append(fails)
            attacks += [(fails, link), (base, fails)]
        if link in oracle.void:
            arguments.append(("conceded", link))
            attacks.append((("conceded", link), link))
    return arguments, attacks


def test_the_flattened_map_has_the_same_verdict_by_python_sat():
    solvers = pytest.importorskip("pysat.solvers")
    for seed in range(1_500):
        map_ = random_map(seed)
        arguments, attacks = flattened(map_)
        in_ = {argument: 2 * at + 1 for at, argument in enumerate(arguments)}
        out = {argument: 2 * at + 2 for at, argument in enumerate(arguments)}
        clauses = []
        for argument in arguments:
            attackers = [one for one, other in attacks if other == argument]
            clauses += [[-in_[argument], out[attacker]] for attacker in attackers]
            clauses.append([in_[argument], *(-out[attacker] for attacker in attackers)])
            clauses += [[out[argument], -in_[attacker]] for attacker in attackers]
            clauses.append([-out[argument], *(in_[attacker] for attacker in attackers)])
            clauses.append([-in_[argument], -out[argument]])
        with solvers.Solver(bootstrap_with=clauses) as solver:
            for node, verdict in judge(map_).verdicts.items():
                always_in = not solver.solve(assumptions=[-in_[node]])
                always_out = not solver.solve(assumptions=[-out[node]])
                expected = "stands" if always_in else "falls" if always_out else "open"
                assert verdict == expected, (seed, node)


def test_looking_again_at_what_losses_reach_gives_what_judging_anew_gives():
    for seed in range(3_000):
        wiring = wire(random_map(seed))
        rng = random.Random(seed)
        losses = dict.fromkeys(
            rng.sample(range(len(wiring.nodes)), rng.randint(0, 3) % len(wiring.nodes)), Loss.DROPPED
        )
        again, _ = resettle(settle(wiring), losses)
        anew = settle(wiring, losses)
        assert again.states == anew.states, seed
        labels = Oracle(wiring.map, [wiring.nodes[number] for number in losses]).grounded()
        assert all(anew.verdict(node) == WORDS[label] for node, label in labels.items()), seed


# Properties ------------------------------------------------------------------------------------


@given(st.integers(0, 100_000), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_order_of_lines_does_not_matter(seed, rng):
    map_ = random_map(seed, 30)
    statements, links = list(map_.statements), list(map_.links)
    rng.shuffle(statements)
    rng.shuffle(links)
    other = ArgumentMap(
        map_.file, map_.files, None, map_.sides, (), (), tuple(statements), tuple(links), map_.concessions
    )
    assert verdicts(other) == verdicts(map_)


@given(st.integers(0, 100_000))
@settings(max_examples=300, deadline=None)
def test_dropping_what_bears_on_nothing_changes_nothing_else(seed):
    map_ = random_map(seed, 30)
    before = judge(map_)
    for statement in (s for s in map_.statements if not map_.links_from(s)):
        after, region = resettle(before, {before.wiring.numbers[statement]: Loss.DROPPED})
        assert region == [before.wiring.numbers[statement]]
        assert all(after.verdict(node) is before.verdict(node) for node in before.wiring.nodes if node is not statement)


@pytest.mark.parametrize("kind", [LinkKind.SUPPORTS, LinkKind.REBUTS])
def test_a_chain_of_20000_statements(kind):
    made = Maker()
    before = made.say("R0")
    for number in range(1, 20_000):
        statement = made.say(f"R{number}")
        made.support(before, statement) if kind is LinkKind.SUPPORTS else made.rebut(before, statement)
        before = statement
    judgement = judge(made.map())
    stands = [judgement.verdict(s) is Verdict.STANDS for s in made.statements]
    expected = [True] * 20_000 if kind is LinkKind.SUPPORTS else [number % 2 == 1 for number in range(20_000)]
    assert stands == expected


def test_a_chain_of_5000_denials_of_denials():
    made = Maker()
    link: Link = made.support(made.say("C0"), made.say("E0"))
    for number in range(5_000):
        link = made.rebut(link, made.say(f"R{number}"))
    assert judge(made.map()).verdict(made.statements[0]) is Verdict.STANDS
