"""Strengths: published values, agreement with the verdict, circles, worth, the judge's bar."""

import random
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging_maps import Maker, random_map
from judging_oracle import Oracle

from argmap.judging import Verdict, judge
from argmap.judging.strength.bar import raise_bar
from argmap.judging.strength.reversals import reversals
from argmap.judging.strength.strength import df_quad, quadratic_energy, strengths
from argmap.judging.strength.worth import worths
from argmap.judging.verdict import Decree, Loss, settle

HALF = 0.5


@pytest.mark.parametrize(
    ("combination", "base", "rebuttals", "supports", "strength"),
    [
        # Kampik, Potyka, Yin, Cyras and Toni, 2024, ex. 3.1: c supports b, b rebuts a, all of .5.
        pytest.param(df_quad, HALF, [], [HALF], 0.75, id="ex. 3.1, b"),
        pytest.param(df_quad, HALF, [0.75], [], 0.125, id="ex. 3.1, a"),
        # The same, fig. 4: two certain rebuttals of .5.
        pytest.param(quadratic_energy, HALF, [1, 1], [], 0.1, id="fig. 4, quadratic energy"),
        pytest.param(df_quad, HALF, [1, 1], [], 0, id="fig. 4, DF-QuAD"),
    ],
)
def test_published_values(combination, base, rebuttals, supports, strength):
    assert combination(base, rebuttals, supports) == pytest.approx(strength, abs=5e-4)


def test_the_published_chain_as_a_map():
    """Kampik et al. 2024, ex. 3.1. `analytic` keeps the written weight of what has a support."""
    made = Maker()
    a, b, c = (
        made.say("C1", analytic=True, weight=HALF),
        made.say("R1", analytic=True, weight=HALF),
        made.say("E1", weight=HALF),
    )
    made.rebut(a, b)
    made.support(b, c)
    found = strengths(judge(made.map()))
    assert [found.of(s) for s in (a, b, c)] == pytest.approx([0.125, 0.75, 0.5], abs=5e-4)


def test_supports_and_rebuttals_compound_as_the_formula_says():
    """By hand: rebuttals .6 and .5 leave .2 of 1, supports .8 and .3 leave .14; .2 - .14 = .06."""
    assert df_quad(0, [0.6, 0.5], [0.8, 0.3]) == pytest.approx(0.06)
    assert df_quad(0.5, [0.6, 0.5], [0.8, 0.3]) == pytest.approx(0.53)
    assert df_quad(0.5, [0.8, 0.3], [0.6, 0.5]) == pytest.approx(0.47)


@given(
    st.sampled_from([df_quad, quadratic_energy]),
    st.floats(0, 1),
    st.lists(st.floats(0, 1), max_size=5),
    st.lists(st.floats(0, 1), max_size=5),
)
def test_a_strength_lies_between_0_and_1_and_grows_with_support(combination, base, rebuttals, supports):
    strength = combination(base, rebuttals, supports)
    assert -1e-9 <= strength <= 1 + 1e-9
    assert combination(base, rebuttals, [*supports, 0.7]) >= strength - 1e-9
    assert combination(base, [*rebuttals, 0.7], supports) <= strength + 1e-9
    assert combination(base, [], []) == pytest.approx(base)


def test_what_needs_support_gets_no_credit_of_its_own():
    made = Maker()
    claim, card = made.say("C1", weight=0.9), made.say("E1", weight=0.4)
    made.support(claim, card)
    assert strengths(judge(made.map())).of(claim) == pytest.approx(0.4)


def test_links_carry_the_least_of_what_is_joined_less_what_rebuts_them():
    made = Maker()
    claim, one, two = made.say("C1"), made.say("E1", weight=0.9), made.say("E2", weight=0.6)
    link = made.support(claim, one, two)
    assert strengths(judge(made.map())).of(claim) == pytest.approx(0.6)
    made.support(link, made.say("W1", weight=0.5))
    assert strengths(judge(made.map())).of(claim) == pytest.approx(0.5)
    made.rebut(link, made.say("R1", weight=0.2))
    found = strengths(judge(made.map()))
    assert found.of(link) == pytest.approx(0.4)
    assert found.of(claim) == pytest.approx(0.4)


def test_weights_of_0_and_1_give_the_verdict():
    compared = 0
    for seed in range(1_200):
        judgement = judge(random_map(seed))
        found = strengths(judgement)
        for node, verdict in judgement.verdicts.items():
            if verdict is not Verdict.OPEN:
                assert found.of(node) == pytest.approx(float(verdict is Verdict.STANDS), abs=1e-6), (seed, node)
                compared += 1
    assert compared > 3_000


def test_a_weight_of_0_is_as_if_the_card_were_lost():
    made = Maker()
    claim, card, other = made.say("C1"), made.say("E1", weight=0.0), made.say("E2", weight=0.7)
    made.support(claim, card)
    made.support(claim, other)
    found = strengths(judge(made.map()))
    assert found.of(claim) == found.without(Decree({found.wiring.numbers[card]: Loss.DROPPED})).of(claim)


# Circles ---------------------------------------------------------------------------------------


def clash(one: float, other: float) -> list[float | None]:
    made = Maker()
    pair = [made.say("E1", weight=one), made.say("E2", weight=other)]
    made.rebut(pair[0], pair[1])
    made.rebut(pair[1], pair[0])
    found = strengths(judge(made.map()))
    return [found.of(statement) for statement in pair]


def test_a_circle_with_one_solution_is_solved():
    """x = .8 (1 - y) and y = .6 (1 - x): x = 8/13, y = 3/13."""
    assert clash(0.8, 0.6) == pytest.approx([8 / 13, 3 / 13], abs=1e-4)
    assert clash(1, 0.6) == pytest.approx([1, 0], abs=1e-4)


def test_two_certain_statements_that_rebut_each_other_have_no_number():
    assert clash(1, 1) == [None, None]


def test_what_hangs_on_a_circle_without_number_has_one_only_where_it_does_not_matter():
    made = Maker()
    one, other, claim, beaten = made.say("E1"), made.say("E2"), made.say("C1"), made.say("C2")
    made.rebut(one, other)
    made.rebut(other, one)
    made.support(claim, one)
    made.support(beaten, one)
    made.rebut(beaten, made.say("R1"))
    found = strengths(judge(made.map()))
    assert (found.of(claim), found.of(beaten)) == (None, 0)


def test_a_circle_of_three_certain_rebuttals_is_a_half_each():
    made = Maker()
    three = [made.say(f"R{number}") for number in range(3)]
    for at in range(3):
        made.rebut(three[at], three[at - 1])
    found = strengths(judge(made.map()))
    assert [found.of(s) for s in three] == pytest.approx([0.5] * 3, abs=1e-4)


@given(st.integers(0, 100_000))
@settings(max_examples=150, deadline=None)
def test_a_number_that_is_printed_solves_the_equations(seed):
    map_ = random_map(seed, 16)
    found = strengths(judge(map_))
    values = [found.of(node) for node in found.wiring.nodes]
    if None not in values:
        numbers = [value for value in values if value is not None]
        for number, value in enumerate(numbers):
            assert found.evaluation(number, {})(numbers, numbers) == pytest.approx(value, abs=1e-4)


@given(st.integers(0, 100_000), st.integers(0, 100))
@settings(max_examples=150, deadline=None)
def test_strengths_without_a_card_are_those_of_a_map_judged_without_it(seed, which):
    judgement = judge(random_map(seed, 16))
    number = which % judgement.wiring.first_link
    losses = Decree({number: Loss.DROPPED})
    again = strengths(judgement).without(losses)
    anew = strengths(settle(judgement.wiring, losses))
    for node in judgement.wiring.nodes:
        one, other = again.of(node), anew.of(node)
        assert one == other or one == pytest.approx(other, abs=1e-4)


# What is asked of strengths --------------------------------------------------------------------


def test_two_certain_rebuttals_are_worth_nothing_each():
    made = Maker()
    claim = made.say("C1", analytic=True)
    for number in (1, 2):
        rebuttal, card = made.say(f"R{number}"), made.say(f"E{number}", weight=1.0)
        made.rebut(claim, rebuttal)
        made.support(rebuttal, card)
    found = worths(judge(made.map()), [claim])
    assert [(worth.card.label, worth.change) for worth in found] == [("E1", 0), ("E2", 0)]


def test_worth_is_the_strength_with_less_the_strength_without():
    made = Maker()
    claim, one, two = made.say("C1"), made.say("E1", weight=0.5), made.say("E2", weight=0.8)
    made.support(claim, one)
    made.support(claim, two)
    found = {worth.card.label: worth for worth in worths(judge(made.map()), [claim])}
    assert (found["E1"].present, found["E1"].absent) == pytest.approx((0.9, 0.8))
    assert found["E2"].change == pytest.approx(0.4)


def test_a_rising_bar_is_not_monotone():
    made = Maker()
    claim, rebuttal, weak, strong = (
        made.say("C1"),
        made.say("R1"),
        made.say("E1", weight=0.3),
        made.say("E2", weight=0.9),
    )
    made.support(claim, strong)
    made.rebut(claim, rebuttal)
    made.support(rebuttal, weak)
    made.say("E3", weight=0.6)
    made.support(made.say("C2"), made.say("E4"))
    map_ = made.map()
    steps = raise_bar(judge(map_), [claim, made.statements[-2]])
    assert [
        (step.above, [s.label for s in step.ignored], [(c.before, c.after) for c in step.changes]) for step in steps
    ] == [
        (0.3, ["E1"], [("falls", "stands")]),
        (0.9, ["E3", "E2"], [("stands", "falls")]),
    ]


@given(st.integers(0, 100_000), st.lists(st.sampled_from([0.2, 0.4, 0.6, 0.8]), min_size=12, max_size=12))
@settings(max_examples=150, deadline=None)
def test_at_every_bar_the_steps_add_up_to_the_verdict_without_the_weaker_cards(seed, weights):
    plain = random_map(seed)
    made = Maker(sides=plain.sides, concessions=[])
    new = {s: replace(s, weight=w) for s, w in zip(plain.statements, weights, strict=False)}
    made.statements = list(new.values())
    for link in plain.links:
        new[link] = replace(link, sources=tuple(new[s] for s in link.sources), target=new[link.target])
        made.links.append(new[link])
    map_ = made.map()
    steps = raise_bar(judge(map_), map_.statements)
    for bar in (0.2, 0.4, 0.6, 0.8):
        told = {statement: judge(map_).verdict(statement) for statement in map_.statements}
        for change in (change for step in steps if step.above <= bar for change in step.changes):
            assert told[change.node] == change.before
            told[change.node] = change.after
        weak = [s for s in map_.statements if s.kind == "evidence" and s.weight <= bar]
        labels = Oracle(map_, weak).grounded()
        assert told == {s: {"in": "stands", "out": "falls", "open": "open"}[labels[s]] for s in map_.statements}


def test_the_tally_reverses_an_order_where_many_weak_meet_one_strong():
    """A certain card makes 1 of 0 by strength and .5 by tally; four rebuttals of .1 make .39 of .6 by
    strength and .52 by tally."""
    made = Maker()
    few, many = made.say("C1"), made.say("C2", analytic=True, weight=0.6)
    made.support(few, made.say("E1", weight=1.0))
    for number in range(2, 6):
        made.rebut(many, made.say(f"R{number}", weight=0.1))
    judgement = judge(made.map())
    one, other = strengths(judgement), strengths(judgement, quadratic_energy)
    assert (one.of(few), other.of(few)) == pytest.approx((1, 0.5))
    assert other.of(many) == pytest.approx(0.6 - 0.6 * 0.16 / 1.16)
    assert reversals([few, many], one, other, 10) == ([(few, many)], 1)


def test_a_chain_of_10000_and_a_circle_of_500():
    made = Maker()
    first = made.say("R0", weight=0.9)
    last = first
    for number in range(1, 10_000):
        fresh = made.say(f"R{number}", weight=0.9)
        made.rebut(last, fresh)
        last = fresh
    found = strengths(judge(made.map()))
    assert found.of(first) == pytest.approx(0.9 / 1.9, abs=1e-4)  # the solution of x = .9 (1 - x)
    made = Maker()
    circle = [made.say(f"R{number}", weight=0.9) for number in range(500)]
    for at in range(500):
        made.rebut(circle[at], circle[at - 1])
    found = strengths(judge(made.map()))
    assert [found.of(s) for s in circle] == pytest.approx([0.9 / 1.9] * 500, abs=1e-4)


def test_of_many_reversals_the_largest_are_told_and_all_are_counted():
    """Against every pair tried; strengths by two ways are made up here, as only their order matters."""
    rng = random.Random(1)
    made = Maker()
    claims = [made.say(f"C{number}", analytic=True, weight=rng.random()) for number in range(60)]
    one = strengths(judge(made.map()))
    other = replace(one, lower=[rng.random() for _ in claims])
    other = replace(other, upper=list(other.lower))
    told = {claim: (round(100 * one.of(claim)), round(100 * other.of(claim))) for claim in claims}
    pairs = [
        (told[a][0] - told[b][0] + told[b][1] - told[a][1], a, b)
        for a in claims
        for b in claims
        if told[a][0] > told[b][0] and told[a][1] < told[b][1]
    ]
    found, count = reversals(claims, one, other, 10)
    assert count == len(pairs) > 400
    gaps = [told[a][0] - told[b][0] + told[b][1] - told[a][1] for a, b in found]
    assert gaps == sorted((gap for gap, _, _ in pairs), reverse=True)[:10]


@pytest.mark.parametrize("weight", [0.5, 0.9])
def test_a_ring_of_500_with_weights_is_solved_at_once(weight):
    """Each rebuts the next: s = w (1 - s) has one solution, w / (1 + w)."""
    made = Maker()
    ring = [made.say(f"R{number}", weight=weight) for number in range(500)]
    for number, statement in enumerate(ring):
        made.rebut(ring[number - 1], statement)
    judgement = judge(made.map())
    start = process_time()
    found = strengths(judgement)
    assert process_time() - start < 1  # it takes 0.03 s
    assert [found.of(statement) for statement in ring] == pytest.approx([weight / (1 + weight)] * 500, abs=1e-6)
