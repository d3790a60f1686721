"""The verdict: each rule on a small map, then against three independent ways on random maps."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging_maps import CON, PRO, SPAN, THIRD, Maker, random_map
from judging_oracle import Oracle

from argmap.judging import Verdict, judge, verdicts
from argmap.judging.moves import Move, MoveKind, answerable, what_if
from argmap.judging.verdict import Decree, Loss, resettle, settle
from argmap.judging.wiring import wire
from argmap.model import ArgumentMap, Concession, Link, LinkKind, Mark, Statement

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


@pytest.mark.parametrize(("lost", "verdict"), [([], "stands"), ([0], "stands"), ([1], "stands"), ([0, 1], "falls")])
def test_of_two_warrants_either_will_do(lost, verdict):
    made = Maker()
    claim, card = made.say("C1"), made.say("E1")
    link = made.support(claim, card)
    warrants = made.say("W1"), made.say("W2")
    for warrant in warrants:
        made.support(link, warrant)
    for number in lost:
        made.rebut(warrants[number], made.say(f"R{number}"))
    assert told(made)["C1"] == verdict


@pytest.mark.parametrize("mark", Mark)
def test_an_answer_defeats_or_weakens_as_its_mark_says(mark):
    made = Maker()
    claim, rebuttal = made.say("C1", analytic=True), made.say("R1", mark=mark)
    made.rebut(claim, rebuttal)
    judgement = judge(made.map())
    if mark in (Mark.MITIGATE, Mark.ALT_CAUSE, Mark.OUTWEIGH):
        assert (judgement.verdict(claim), judgement.weakening(claim)) == ("stands", (rebuttal,))
    else:
        assert (judgement.verdict(claim), judgement.weakening(claim)) == ("falls", ())


def test_what_rests_on_what_is_weakened_is_not_called_weakened_itself():
    made = Maker()
    claim, card = made.say("C1"), made.say("E1")
    made.support(claim, card)
    made.rebut(card, made.say("R1", mark=Mark.MITIGATE))
    judgement = judge(made.map())
    assert [bool(judgement.weakening(s)) for s in (claim, card)] == [False, True]


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


def test_circular_support_falls_until_a_card_carries_it():
    made = Maker()
    one, other = made.say("C1"), made.say("C2")
    made.support(one, other)
    made.support(other, one)
    above = made.say("C3")
    made.support(above, one)
    assert told(made) == {"C1": "falls", "C2": "falls", "C3": "falls"}
    made.support(one, made.say("E1"))
    assert told(made) == {"C1": "stands", "C2": "stands", "C3": "stands", "E1": "stands"}


def test_a_circle_that_rests_on_something_open_is_open():
    made = Maker()
    one, other, card, rival = made.say("C1"), made.say("C2"), made.say("E1"), made.say("E2")
    made.support(one, other)
    made.support(other, one)
    made.support(one, card)
    made.rebut(card, rival)
    made.rebut(rival, card)
    assert told(made) == {"C1": "open", "C2": "open", "E1": "open", "E2": "open"}
    made.rebut(card, made.say("R1"))
    assert told(made) == {"C1": "falls", "C2": "falls", "E1": "falls", "E2": "stands", "R1": "stands"}


def test_a_circle_that_falls_takes_its_rebuttal_along_and_so_on():
    """What a circle defeats stands again, and may break the next circle."""
    made = Maker()
    held = made.say("E0")
    for level in range(1, 40):
        one, other = made.say(f"C{2 * level}"), made.say(f"C{2 * level + 1}")
        made.support(one, other)
        made.support(other, one)
        card = made.say(f"E{level}")
        made.support(one, card)
        made.rebut(card, held)
        made.rebut(held, one) if level == 1 else None
        held = made.say(f"R{level}")
        made.rebut(held, one)
    map_ = made.map()
    labels = Oracle(map_).grounded()
    assert {node: WORDS[label] for node, label in labels.items()} == judge(map_).verdicts


def test_a_side_that_concedes_its_own_claim_gives_it_up():
    made = Maker(sides=(PRO, CON))
    claim, rebuttal = made.say("C1", analytic=True, side=PRO), made.say("R1", side=CON)
    made.rebut(claim, rebuttal)
    made.concede(CON, rebuttal)
    assert told(made) == {"C1": "stands", "R1": "falls"}
    made.concede(PRO, claim)
    assert told(made) == {"C1": "falls", "R1": "falls"}


def test_what_the_other_side_concedes_needs_no_support():
    made = Maker(sides=(PRO, CON))
    claim, card = made.say("C1", side=PRO), made.say("E1", side=PRO)
    made.support(claim, card)
    made.rebut(card, made.say("R1", side=CON))
    assert told(made)["C1"] == "falls"
    made.concede(CON, claim)
    assert told(made) == {"C1": "stands", "E1": "falls", "R1": "stands"}


def test_verdicts_covers_every_statement_and_link_in_reading_order():
    map_ = random_map(7)
    assert list(verdicts(map_)) == [*map_.statements, *map_.links]


# Four ways to the same verdict -----------------------------------------------------------------


def test_what_is_built_up_from_nothing_is_the_least_labelling():
    """The evaluator against itself: two ways to say what the verdict is."""
    for seed in range(800):
        oracle = Oracle(random_map(seed, 9))
        every = list(oracle.labellings())
        least = {
            node: every[0][node] if all(labels[node] == every[0][node] for labels in every) else "open"
            for node in oracle.nodes
        }
        found = oracle.grounded()
        assert found in every
        assert all(found[node] in ("open", least[node]) for node in oracle.nodes), seed


def test_the_verdict_is_that_of_the_evaluator_on_20000_random_maps():
    seen, circles = {"stands": 0, "falls": 0, "open": 0}, 0
    for seed in range(20_000):
        map_ = random_map(seed, 10)
        oracle = Oracle(map_)
        least = oracle.grounded()
        found = judge(map_)
        for node, label in least.items():
            assert found.verdict(node) == WORDS[label], (seed, node)
            assert list(found.weakening(node)) == oracle.weakened(least, node), (seed, node)
            seen[WORDS[label]] += 1
        circles += bool(found.circles)
    assert min(seen.values()) > 10_000  # the maps are no easy ones
    assert circles > 3_000


def test_of_three_sides_those_that_concede_are_left_aside_as_the_evaluator_has_it():
    apart, spared = 0, 0
    for seed in range(1_500):
        map_ = random_map(seed, 12, sides=(PRO, CON, THIRD))
        judgement, least = judge(map_), Oracle(map_).grounded()
        assert judgement.verdicts == {node: WORDS[label] for node, label in least.items()}, seed
        apart += bool(judgement.wiring.originals)
        spared += any(judgement.states[n] != judgement.states[o] for n, o in judgement.wiring.originals.items())
    assert apart > 300
    assert spared > 10  # where that makes a difference


def flattened(map_: ArgumentMap) -> tuple[list[object], list[tuple[object, object]]]:
    """A map as arguments and attacks alone (Dung, AIJ 77, 1995): what needs support is attacked by
    "it lacks support", which every support attacks; a link by "its source fails", which the source
    attacks. In it support in a circle is open, so it is right for maps without such a circle."""
    oracle = Oracle(map_)
    arguments: list[object] = list(oracle.nodes)
    attacks: list[tuple[object, object]] = [(link, link.target) for link in oracle.attacks if link not in oracle.weak]
    for node in oracle.nodes:
        if oracle.supports[node] if isinstance(node, Link) else oracle.needy(node):
            lack = ("lacks support", node)
            arguments.append(lack)
            attacks += [(lack, node), *((link, lack) for link in oracle.supports[node])]
        if node in oracle.gone:
            arguments.append(("gone", node))
            attacks.append((("gone", node), node))
    for link in map_.links:
        for base in link.sources:
            fails = ("fails", base, link)
            arguments.append(fails)
            attacks += [(fails, link), (base, fails)]
    return arguments, attacks


def test_the_flattened_map_has_the_same_verdict_by_python_sat():
    solvers = pytest.importorskip("pysat.solvers")
    for seed in range(1_500):
        map_ = random_map(seed)
        if judge(map_).circles or judge(map_).wiring.originals:
            continue
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
        nodes = [number for number in range(len(wiring.nodes)) if number not in wiring.originals]
        losses = dict.fromkeys(rng.sample(nodes, rng.randint(0, 3) % len(nodes)), Loss.DROPPED)
        again, _ = resettle(settle(wiring), Decree(losses))
        anew = settle(wiring, Decree(losses))
        assert again.states == anew.states, seed
        assert {*again.circles} == {*anew.circles}, seed
        labels = Oracle(wiring.map, [wiring.nodes[number] for number in losses]).grounded()
        assert all(anew.verdict(node) == WORDS[label] for node, label in labels.items()), seed


def edited(map_: ArgumentMap, moves) -> ArgumentMap:
    """The map as its author would write the moves: a new rebuttal that nobody answers for what is
    answered or dropped, by whoever may; a line `SIDE concedes ID` for what is conceded."""
    statements, links, concessions = list(map_.statements), list(map_.links), list(map_.concessions)
    for number, move in enumerate(moves):
        if move.kind is MoveKind.CONCEDE:
            sides = [side for side in map_.sides if side is not move.node.side]
            concessions += [Concession(side, move.node, SPAN) for side in sides]
            continue
        by = Maker().say(f"R9{number}")
        statements.append(by)
        links.append(Link(LinkKind.REBUTS, (by,), move.node, (SPAN,)))
    return replace(map_, statements=tuple(statements), links=tuple(links), concessions=tuple(concessions))


@pytest.mark.parametrize(("sides", "count"), [((PRO, CON), 3_000), ((PRO, CON, THIRD), 1_000)])
def test_a_what_if_is_what_judging_the_edited_file_gives(sides, count):
    """Rebuttals without a side are left out of the maps: nobody can give them up in a file."""
    conceded = 0
    for seed in range(count):
        map_ = random_map(seed, sideless=False, sides=sides)
        rng = random.Random(seed)
        node = rng.choice([*map_.statements, *map_.links])
        kind = rng.choice(list(MoveKind)) if isinstance(node, Statement) else MoveKind.ANSWER
        wiring = wire(map_)
        if not answerable(wiring, node):
            continue
        moves = [Move(kind, node)]
        conceded += kind is MoveKind.CONCEDE
        before = judge(map_)
        after, changes = what_if(before, moves)
        anew = judge(edited(map_, moves))
        for each in before.verdicts:
            assert after.verdict(each) is anew.verdict(each), (seed, kind, node, each)
            assert after.weakening(each) == anew.weakening(each), (seed, kind, node, each)
        told = {change.node for change in changes}
        for each in before.verdicts:
            was, is_ = ((j.verdict(each), bool(j.weakening(each))) for j in (before, anew))
            assert (each in told) is (was != is_), seed
    assert conceded > count // 10


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
        after, region = resettle(before, Decree({before.wiring.numbers[statement]: Loss.DROPPED}))
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
