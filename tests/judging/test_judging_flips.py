"""What if, smallest flips, single points of failure."""

import sys
from itertools import combinations
from time import process_time

import pytest
from judging_maps import CON, PRO, Maker, random_map
from judging_oracle import Oracle

from argmap.judging import Verdict, judge
from argmap.judging.ballot import ballot
from argmap.judging.moves import Move, MoveKind, answerable, find, what_if
from argmap.judging.search.flips import smallest_ballot_flips, smallest_flips
from argmap.judging.search.solver import NoSolverError
from argmap.judging.search.weak_points import weak_points
from argmap.judging.wiring import wire
from argmap.model import Kind, Link, LinkKind, Mark, Statement


@pytest.fixture
def no_solver(monkeypatch):
    """python-sat cannot be imported, as where it is not installed."""
    for name in ["pysat", *(name for name in sys.modules if name.startswith("pysat."))]:
        monkeypatch.setitem(sys.modules, name, None)


def labels(flips):
    return [[getattr(move.node, "label", "link") for move in flip.moves] for flip in flips.flips]


def claim_with_cards(count: int) -> tuple[Maker, Statement]:
    made = Maker(sides=(PRO, CON))
    claim = made.say("C1", side=PRO)
    for number in range(1, count + 1):
        made.support(claim, made.say(f"E{number}", side=PRO))
    return made, claim


def test_dropping_the_only_card_brings_down_claim_and_rebuttal_alike():
    made, claim = claim_with_cards(1)
    rebuttal, card = made.say("R1"), made.say("E9")
    made.support(rebuttal, card)
    other = made.say("C2", analytic=True)
    made.rebut(other, rebuttal)
    judgement = judge(made.map())
    _, changes = what_if(judgement, [Move(MoveKind.DROP, card), Move(MoveKind.DROP, made.statements[1])])
    told = {(c.node.label, c.before, c.after) for c in changes if isinstance(c.node, Statement)}
    assert told == {
        ("E1", "stands", "falls"),
        ("C1", "stands", "falls"),
        ("E9", "stands", "falls"),
        ("R1", "stands", "falls"),
        ("C2", "falls", "stands"),
    }
    assert claim.label == "C1"


def test_conceding_voids_every_rebuttal_and_answers_after_it():
    made, claim = claim_with_cards(1)
    made.rebut(claim, made.say("R1", side=CON))
    judgement = judge(made.map())
    assert judgement.verdict(claim) is Verdict.FALLS
    moves = [Move(MoveKind.CONCEDE, claim), Move(MoveKind.ANSWER, claim)]
    after, _ = what_if(judgement, moves)
    assert after.verdict(claim) is Verdict.STANDS


def test_an_answer_to_what_the_other_side_conceded_does_not_count():
    made, _ = claim_with_cards(1)
    card = made.statements[1]
    made.concede(CON, card)
    map_ = made.map()
    assert not answerable(wire(map_), card)
    after, changes = what_if(judge(map_), [Move(MoveKind.ANSWER, card)])
    assert (after.verdict(card), changes) == (Verdict.STANDS, ())


def test_an_answer_to_a_link_denies_that_it_bears():
    made, claim = claim_with_cards(1)
    after, changes = what_if(judge(made.map()), [Move(MoveKind.ANSWER, made.links[0])])
    assert after.verdict(claim) is Verdict.FALLS
    assert [change.node for change in changes] == [claim, made.links[0]]


def test_names_are_ids_labels_and_links():
    made = Maker()
    claim, one, two = made.say("C1", id="top"), made.say("E1", id="C2"), made.say("E2")
    joined = made.support(claim, one, two)
    map_ = made.map()
    assert find(map_, "top") is claim
    assert find(map_, "C1") is claim
    assert find(map_, "C2") is one
    assert find(map_, "E2 + C2 -> top") is joined
    assert [find(map_, words) for words in ("nothing", "E2 -> top", "E2 -> nothing", "->", "")] == [None] * 5


def test_all_cards_must_go_where_each_suffices():
    made, claim = claim_with_cards(3)
    judgement = judge(made.map())
    for kind in (MoveKind.ANSWER, MoveKind.DROP):
        flips = smallest_flips(judgement, claim, kind)
        assert (labels(flips), flips.complete, flips.at_least) == ([["E1", "E2", "E3"]], True, 3)
        assert {flip.after for flip in flips.flips} == {Verdict.FALLS}


def test_a_search_needs_no_threads(monkeypatch):
    """A browser has none."""
    import threading

    def refused(_):
        raise RuntimeError("can't start new thread")

    pytest.importorskip("pysat")
    made, claim = claim_with_cards(8)
    found = smallest_flips(judge(made.map()), claim, MoveKind.DROP)
    monkeypatch.setattr(threading.Thread, "start", refused)
    assert labels(smallest_flips(judge(made.map()), claim, MoveKind.DROP)) == labels(found)


def test_ties_are_all_listed():
    made = Maker()
    claim = made.say("C1")
    made.support(claim, made.say("E1"), made.say("E2"))
    flips = smallest_flips(judge(made.map()), claim, MoveKind.DROP)
    assert labels(flips) == [["E1"], ["E2"]]


def test_a_card_that_the_other_side_conceded_can_only_be_met_by_denying_that_it_bears():
    made, claim = claim_with_cards(1)
    made.concede(CON, made.statements[1])
    flips = smallest_flips(judge(made.map()), claim, MoveKind.ANSWER)
    assert [[move.node for move in flip.moves] for flip in flips.flips] == [[made.links[0]]]


def test_nothing_changes_what_rests_on_nothing():
    made = Maker()
    claim = made.say("C1", analytic=True)
    for kind in (MoveKind.ANSWER, MoveKind.DROP):
        flips = smallest_flips(judge(made.map()), claim, kind)
        assert (flips.flips, flips.complete) == ((), True)


@pytest.mark.parametrize("with_solver", [True, False])
def test_a_flip_that_is_found_flips_and_none_smaller_does(with_solver, request):
    """By brute force over statements and links, up to 10 of them, circles included."""
    if not with_solver:
        request.getfixturevalue("no_solver")
    else:
        pytest.importorskip("pysat")
    sizes = dict.fromkeys((0, 1, 2, 3), 0)
    for seed in range(400):
        map_ = random_map(seed, 10)
        judgement = judge(map_)
        statement = map_.statements[seed % len(map_.statements)]
        before = Oracle(map_).grounded()[statement]
        for kind in (MoveKind.ANSWER, MoveKind.DROP):
            flips = smallest_flips(judgement, statement, kind)
            size = least(map_, statement, kind, before)
            assert (flips.at_least if flips.flips else 0) == size, (seed, kind)
            for flip in flips.flips:
                nodes = [move.node for move in flip.moves]
                after = Oracle(map_, nodes).grounded()[statement]
                assert after != before, (seed, kind)
                assert flip.after == {"in": "stands", "out": "falls", "open": "open"}[after]
            sizes[min(size, 3)] += 1
    assert min(sizes.values()) > 4


def least(map_, statement, kind, before):
    """The size of the smallest flip, of all sets tried; 0 where there is none."""
    if kind is MoveKind.DROP:
        nodes = [s for s in map_.statements if s.kind is Kind.EVIDENCE and s is not statement]
    else:
        wiring = wire(map_)
        nodes = [n for n in (*map_.statements, *map_.links) if n is not statement and answerable(wiring, n)]
    for size in range(1, len(nodes) + 1):
        for chosen in combinations(nodes, size):
            if Oracle(map_, chosen).grounded()[statement] != before:
                return size
    return 0


def test_flips_are_the_same_with_and_without_the_solver(request):
    pytest.importorskip("pysat")
    cases = [(random_map(seed, 14), kind) for seed in range(400) for kind in (MoveKind.ANSWER, MoveKind.DROP)]
    judged = [(judge(map_), map_.statements[0], kind) for map_, kind in cases]
    searched = [smallest_flips(*case) for case in judged]
    request.getfixturevalue("no_solver")
    assert [smallest_flips(*case) for case in judged] == searched


def test_too_many_sets_to_try_without_the_solver_say_what_to_install(no_solver):
    made, claim = claim_with_cards(40)
    with pytest.raises(NoSolverError, match="python-sat"):
        smallest_flips(judge(made.map()), claim, MoveKind.DROP)


def test_a_search_without_end_is_given_up_with_what_is_proven():
    pytest.importorskip("pysat")
    made, claim = claim_with_cards(3)
    flips = smallest_flips(judge(made.map()), claim, MoveKind.DROP, seconds=0)
    assert not flips.complete
    assert flips.flips == ()
    assert 1 <= flips.at_least <= 3


def test_weak_points_are_the_flips_of_size_one():
    for seed in range(1_500):
        map_ = random_map(seed)
        judgement = judge(map_)
        before = Oracle(map_).grounded()
        points = {point.statement: point.shaken for point in weak_points(judgement, map_.statements).points}
        for statement in map_.statements:
            if statement.kind is not Kind.EVIDENCE and not answerable(judgement.wiring, statement):
                continue
            after = Oracle(map_, [statement]).grounded()
            shaken = tuple(
                claim
                for claim in map_.statements
                if claim is not statement and before[claim] == "in" and after[claim] != "in"
            )
            assert points.get(statement, ()) == shaken, (seed, statement)


def test_moves_on_links_of_links():
    made = Maker()
    link: Link = made.support(made.say("C1"), made.say("E1"))
    denial = made.rebut(link, made.say("R1"))
    after, _ = what_if(judge(made.map()), [Move(MoveKind.ANSWER, denial)])
    assert after.verdict(made.statements[0]) is Verdict.STANDS


# The ballot ------------------------------------------------------------------------------------


MARKS = (Mark.DENY, Mark.TURN, Mark.OUTWEIGH, Mark.OUTWEIGH, Mark.MITIGATE)


def by_the_rules(map_, labels) -> str:
    """Who wins, from the labels of an evaluator: what the page says, word for word."""
    one, other = map_.sides

    def stand(links):
        return any(labels[link] == "in" for link in links)

    def main(side):
        tops = [s for s in map_.statements if s.kind is Kind.CLAIM and s.side is side]
        return [s for s in tops if all(link.kind is LinkKind.REBUTS for link in map_.links_from(s))]

    def turns(side):
        rebuts = [link for link in map_.links if link.kind is LinkKind.REBUTS]
        return [link for link in rebuts if link.sources[0].mark is Mark.TURN and link.sources[0].side is side]

    def case(side):
        found = [*main(side), *(link for turn in turns(side) for link in (turn, *turn.sources))]
        for node in found:
            below = [link for link in map_.links_onto(node) if link.kind is LinkKind.SUPPORTS]
            below += list(node.sources) if isinstance(node, Link) else []
            found += [each for each in below if each not in found]
        return found

    def weighs(side, theirs):
        for link in map_.links:
            by, oracle = link.sources[0], Oracle(map_)
            outweighs = link.kind is LinkKind.REBUTS and by.mark is Mark.OUTWEIGH and by.side is side
            unanswered = labels[link] == "in" and not (oracle.weakened(labels, by) or oracle.weakened(labels, link))
            if outweighs and unanswered and link.target in case(theirs):
                return True
        return False

    has = [bool([s for s in main(side) if labels[s] == "in"]) or stand(turns(side)) for side in (one, other)]
    if has != [True, True]:
        return one.id if has[0] else other.id if has[1] else "none"
    weighing = [weighs(one, other), weighs(other, one)]
    return "weigh" if weighing[0] is weighing[1] else one.id if weighing[0] else other.id


def test_the_ballot_is_what_the_rules_say():
    results = dict.fromkeys(("pro", "con", "weigh", "none"), 0)
    weighed = 0
    for seed in range(2_500):
        map_ = random_map(seed, 14, sideless=False, analytic=0.7, marks=MARKS)
        found = ballot(judge(map_))
        expected = by_the_rules(map_, Oracle(map_).grounded())
        if not any(s.kind is Kind.CLAIM for s in map_.tops):
            continue  # then whatever the tops are stands for main claims
        assert found.result == expected, seed
        results[expected] += 1
        weighed += found.by == "weighing"
    assert min(results.values()) > 5
    assert weighed > 0


@pytest.mark.parametrize("with_solver", [True, False])
def test_a_flip_of_the_ballot_flips_it_and_none_smaller_does(with_solver, request):
    if not with_solver:
        request.getfixturevalue("no_solver")
    else:
        pytest.importorskip("pysat")
    found_any = 0
    for seed in range(400):
        map_ = random_map(seed, 9, sideless=False, analytic=0.5)
        judgement = judge(map_)
        main = [s for s in map_.tops if s.kind is Kind.CLAIM]
        before = ballot(judgement).result
        for kind in (MoveKind.ANSWER, MoveKind.DROP):
            flips = smallest_ballot_flips(judgement, None, kind)
            wiring = judgement.wiring
            nodes = [n for n in (*map_.statements, *map_.links) if n not in main and answerable(wiring, n)]
            if kind is MoveKind.DROP:
                nodes = [s for s in map_.statements if s.kind is Kind.EVIDENCE]
            sizes = (
                len(chosen)
                for size in range(1, 4)
                for chosen in combinations(nodes, size)
                if ballot(what_if(judgement, [Move(MoveKind.DROP, n) for n in chosen])[0]).result != before
            )
            size = next(sizes, 0)
            if flips.flips or size:
                assert flips.at_least == size or (size == 0 and flips.at_least > 3), (seed, kind)
                found_any += 1
            for flip in flips.flips:
                after, _ = what_if(judgement, flip.moves)
                assert flip.after == ballot(after).result != before
    assert found_any > 40


def test_weak_points_of_the_ballot_are_what_alone_changes_who_wins():
    found_any = 0
    for seed in range(800):
        map_ = random_map(seed, 14, sideless=False, analytic=0.7, marks=MARKS)
        judgement = judge(map_)
        if not any(s.kind is Kind.CLAIM for s in map_.tops):
            continue
        before = ballot(judgement).result
        points = {point.statement: point.result for point in weak_points(judgement, map_.tops).points}
        for statement in map_.statements:
            if statement.kind is not Kind.EVIDENCE and not answerable(judgement.wiring, statement):
                continue
            after = ballot(what_if(judgement, [Move(MoveKind.DROP, statement)])[0]).result
            is_main = statement in map_.tops and statement.kind is Kind.CLAIM and statement.side
            expected = None if after == before or is_main else after
            assert points.get(statement) == expected, (seed, statement)
            found_any += expected is not None
    assert found_any > 30


@pytest.mark.parametrize("kind", ["supports", "rebuts", "both"])
def test_weak_points_of_a_chain_of_5000(kind):
    made = Maker(sides=(PRO, CON))
    claim = below = made.say("C0", side=PRO)
    for number in range(1, 5_000):
        statement = made.say(f"R{number}")
        rebuts = kind == "rebuts" or (kind == "both" and number % 3 == 0)
        (made.rebut if rebuts and number > 1 else made.support)(below, statement)
        below = statement
    if judge(made.map()).verdict(claim) is not Verdict.STANDS:
        made.rebut(below, made.say("R5000"))
    judgement = judge(made.map())
    assert judgement.verdict(claim) is Verdict.STANDS
    start = process_time()
    found = weak_points(judgement, [claim])
    assert process_time() - start < 3
    assert found.complete
    assert len(found.points) > 1_600
