"""The consistent ways to judge what is open."""

import random
from itertools import product
from time import monotonic, process_time

import pytest
from judging_maps import Maker, random_map
from judging_oracle import Oracle

from argmap.judging import Verdict, judge
from argmap.judging.inquiry import Questions, inquire
from argmap.judging.search.readings import clashes, ways
from argmap.judging.words.page import clash_lines
from argmap.judging.words.text import as_lines

WORDS = {"in": Verdict.STANDS, "out": Verdict.FALLS, "open": Verdict.OPEN}
MANY = 10_000

pytest.importorskip("pysat", reason='readings need python-sat: pip install "argmap[judge]"')


def test_two_that_rebut_each_other_can_be_judged_in_two_ways():
    made = Maker()
    one, other = made.say("E1"), made.say("E2")
    claim = made.say("C1")
    made.rebut(one, other)
    made.rebut(other, one)
    made.support(claim, one)
    judgement = judge(made.map())
    [clash] = clashes(judgement)
    assert clash.statements == (one, other, claim)
    assert sorted((reading[one], reading[other], reading[claim]) for reading in clash.readings) == [
        ("falls", "stands", "falls"),
        ("stands", "falls", "stands"),
    ]
    asked = ways(judgement, claim)
    assert (asked.total, asked.stands, asked.falls, asked.complete) == (2, 1, 1, True)


def test_what_loses_either_way_loses_in_every_reading():
    made = Maker()
    one, other, claim = made.say("E1"), made.say("E2"), made.say("C1", analytic=True)
    made.rebut(one, other)
    made.rebut(other, one)
    made.rebut(claim, one)
    made.rebut(claim, other)
    judgement = judge(made.map())
    assert judgement.verdict(claim) is Verdict.OPEN
    asked = ways(judgement, claim)
    assert (asked.total, asked.stands, asked.falls) == (2, 0, 2)


def test_a_circle_of_three_has_one_reading_that_settles_nothing():
    made = Maker()
    three = [made.say(f"R{number}") for number in range(3)]
    for at in range(3):
        made.rebut(three[at], three[at - 1])
    [clash] = clashes(judge(made.map()))
    assert [set(reading.values()) for reading in clash.readings] == [{Verdict.OPEN}]


def test_circular_support_is_settled_by_no_reading_but_by_a_card():
    made = Maker()
    one, other = made.say("C1"), made.say("C2")
    card, rival = made.say("E1"), made.say("E2")
    made.support(one, other)
    made.support(other, one)
    assert clashes(judge(made.map())) == ()
    made.support(one, card)
    made.rebut(card, rival)
    made.rebut(rival, card)
    [clash] = clashes(judge(made.map()))
    assert {(reading[card], reading[one], reading[other]) for reading in clash.readings} == {
        ("stands", "stands", "stands"),
        ("falls", "falls", "falls"),
    }


def test_clashes_apart_are_told_apart():
    made = Maker()
    for number in range(0, 6, 2):
        one, other = made.say(f"E{number}"), made.say(f"E{number + 1}")
        made.rebut(one, other)
        made.rebut(other, one)
    found = clashes(judge(made.map()))
    assert [[s.label for s in clash.statements] for clash in found] == [["E0", "E1"], ["E2", "E3"], ["E4", "E5"]]
    assert [len(clash.readings) for clash in found] == [2, 2, 2]


def test_more_readings_than_the_limit_are_said_to_be_more():
    made = Maker()
    claim = made.say("C1", analytic=True)
    for number in range(0, 20, 2):
        one, other = made.say(f"E{number}"), made.say(f"E{number + 1}")
        made.rebut(one, other)
        made.rebut(other, one)
        made.rebut(claim, one)
    judgement = judge(made.map())
    [clash] = clashes(judgement, limit=8)
    assert (len(clash.readings), clash.complete) == (8, False)
    asked = ways(judgement, claim, limit=8)
    assert not asked.complete
    assert asked.stands >= 1  # in one of 1,024 readings, which is looked for by name
    assert asked.falls >= 1


def test_nothing_open_has_no_readings():
    made = Maker()
    made.say("E1")
    assert clashes(judge(made.map())) == ()


def test_readings_are_those_of_the_brute_force_oracle():
    opens = 0
    for seed in range(4_000):
        map_ = random_map(seed)
        judgement = judge(map_)
        if Verdict.OPEN not in judgement.verdicts.values():
            continue
        opens += 1
        expected = [{node: WORDS[label] for node, label in found.items()} for found in Oracle(map_).readings()]
        parts = clashes(judgement, MANY)
        found = []
        for readings in product(*(clash.readings for clash in parts)):
            whole = dict(judgement.verdicts)
            for reading in readings:
                whole |= reading
            found.append(whole)
        assert len(found) == len(expected), seed
        assert all(whole in expected for whole in found), seed
        for statement in (s for s in map_.statements if judgement.verdict(s) is Verdict.OPEN):
            asked = ways(judgement, statement, MANY)
            verdicts = {whole[statement] for whole in expected}
            assert (asked.stands > 0, asked.falls > 0) == (
                Verdict.STANDS in verdicts,
                Verdict.FALLS in verdicts,
            ), seed
            assert (asked.stands == asked.total) == (verdicts == {Verdict.STANDS}), seed
    assert opens > 800


def test_a_knot_is_given_up_when_time_runs_out():
    """Each of 150 pairs can go either way, and 640 answers to themselves want one of three to stand."""
    rng = random.Random(5)
    made = Maker()
    pairs = [(made.say(f"E{2 * n}"), made.say(f"E{2 * n + 1}")) for n in range(150)]
    for one, other in pairs:
        made.rebut(one, other)
        made.rebut(other, one)
    for number in range(640):
        knot = made.say(f"R{number}")
        made.rebut(knot, knot)
        for pair in rng.sample(pairs, 3):
            made.rebut(knot, rng.choice(pair))
    start = monotonic()
    found = clashes(judge(made.map()), MANY, seconds=0.5)
    assert monotonic() - start < 20
    assert not any(clash.in_time or clash.complete for clash in found)
    assert "not all consistent ways to judge this were found in 10 s" in " ".join(clash_lines([], found, {}, 200))


def test_a_circle_of_3000_is_told_once():
    made = Maker()
    ring = [made.say(f"R{number}") for number in range(3_000)]
    for at in range(3_000):
        made.support(ring[at], ring[at - 1])
    map_ = made.map()
    start = process_time()
    lines = list(as_lines(inquire(map_, Questions(why=(ring[0],)))))
    assert process_time() - start < 5
    assert sum(line.lstrip().startswith("[x] R") for line in lines) == 3_000
