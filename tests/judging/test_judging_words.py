"""What a coach reads: the reasons, followed to the ground, in words of the field."""

import re

import pytest
from judging_maps import CON, PRO, Maker, random_map

from argmap.judging import Verdict, judge
from argmap.judging.inquiry import Questions, inquire
from argmap.judging.moves import Move, MoveKind, what_if
from argmap.judging.reason import Why, reasons
from argmap.judging.words.phrases import Phrases
from argmap.judging.words.text import as_lines
from argmap.judging.words.wording import because, why
from argmap.model import Link, Mark, Statement

FOREIGN = re.compile(r"undercut|premise|attack|edge\b|node|grounded|extension|label(l)?ing|fixpoint|None", re.I)


def said(made: Maker, label: str, *moves: Move) -> str:
    judgement, _ = what_if(judge(made.map()), moves)
    statement = next(s for s in made.statements if s.label == label)
    return because(Phrases(reasons(judgement)), statement)


def chain() -> Maker:
    made = Maker()
    claim, card, rebuttal = made.say("C1"), made.say("E2"), made.say("R4")
    made.support(claim, card)
    made.rebut(card, rebuttal)
    return made


def test_the_chain_of_the_only_card():
    assert said(chain(), "C1") == "its only card E2 falls: R4 rebuts it and nothing answers R4"


def test_a_bare_claim():
    made = Maker()
    made.say("C1")
    assert said(made, "C1") == "nothing supports it"


def test_an_answer_that_fails():
    made = chain()
    answer, last = made.say("R5"), made.say("R6")
    made.rebut(made.statements[2], answer)
    made.rebut(answer, last)
    assert said(made, "C1") == (
        "its only card E2 falls: R4 rebuts it, and R5, the one answer to R4, falls: R6 rebuts it and nothing answers R6"
    )


def test_what_stands_says_what_carries_it_and_what_came_of_its_rebuttals():
    made = chain()
    made.rebut(made.statements[2], made.say("R5"))
    assert (
        said(made, "C1")
        == "nothing rebuts it, and its card E2 stands: its one rebuttal R4 falls: R5 rebuts it and nothing answers R5"
    )
    made.support(made.statements[0], made.say("C9", analytic=True))
    assert said(made, "C1") == "nothing rebuts it, and C9 supports it, as does 1 other"


def test_supports_that_all_fail_are_named_with_what_ails_them():
    made = chain()
    claim = made.statements[0]
    other, pair = made.say("E3"), [made.say("E5"), made.say("C6")]
    link = made.support(claim, other)
    made.rebut(link, made.say("R7"))
    made.support(claim, *pair)
    assert said(made, "C1") == (
        "all 3 of its supports come to nothing: E2 (R4 rebuts it), E3 (R7 denies that E3 bears on C1) "
        "and E5 and C6 (nothing supports C6)"
    )


def test_warrants_and_concessions():
    made = Maker(sides=(PRO, CON))
    claim, card, warrant = made.say("C1", side=PRO), made.say("E1", side=PRO), made.say("W1", side=PRO)
    link = made.support(claim, card)
    made.support(link, warrant)
    made.rebut(warrant, made.say("R1", side=CON))
    assert said(made, "C1") == "its only card E1 does not count: its warrant W1 fails"
    made.support(link, made.say("W2", side=PRO))
    assert said(made, "C1") == "nothing rebuts it, and its card E1 stands"
    made.rebut(made.statements[-1], made.say("R3", side=CON))
    assert said(made, "C1") == "its only card E1 does not count: its warrants fail (W1 and W2)"
    made.rebut(card, made.say("R2", side=CON))
    made.concede(CON, card)
    assert said(made, "E1") == "con concedes it"
    made.concede(PRO, claim)
    assert said(made, "C1") == "pro gave it up"


def test_what_stands_weakened_says_by_what_and_what_rests_on_it_does_too():
    made = Maker()
    claim, card = made.say("C1"), made.say("E1")
    rebuttal = made.say("R1", mark=Mark.MITIGATE)
    made.support(claim, card)
    made.rebut(card, rebuttal)
    assert said(made, "E1") == "nothing brings it down; but R1 weakens it, and nothing answers R1"
    assert said(made, "C1") == "nothing rebuts it, and its card E1 stands (weakened by R1)"
    made.rebut(rebuttal, made.say("R2"))
    assert said(made, "C1") == "nothing rebuts it, and its card E1 stands"
    other = made.say("R3", mark=Mark.ALT_CAUSE), made.say("R4", mark=Mark.MITIGATE)
    for each in other:
        made.rebut(claim, each)
    assert said(made, "C1").endswith("; but R3 and R4 weaken it and nothing answers either")
    hit = made.say("C2", analytic=True)
    strong, weak = made.say("R5"), made.say("R6", mark=Mark.MITIGATE)
    made.rebut(hit, strong)
    made.rebut(strong, weak)
    assert said(made, "C2") == "R5 rebuts it, and R6 only weakens R5"


def test_open_clashes():
    made = Maker()
    one, other = made.say("C1", analytic=True), made.say("R1")
    made.rebut(one, other)
    made.rebut(other, one)
    made.support(made.say("C2"), one)
    assert said(made, "C1") == "it and R1 rebut each other"
    assert said(made, "C2") == "its support C1 is open: it and R1 rebut each other"
    made = Maker()
    three = [made.say(f"R{number}") for number in (1, 2, 3)]
    for at in range(3):
        made.rebut(three[at], three[at - 1])
    assert said(made, "R1") == "it, R2 and R3 answer one another in a circle that nothing breaks"


def test_circular_support():
    made = Maker()
    one, other = made.say("C1"), made.say("C2")
    made.support(one, other)
    made.support(other, one)
    assert said(made, "C1") == "its support runs in a circle: it and C2 support only each other"


def test_moves_are_told_as_moves():
    made = chain()
    claim, card, rebuttal = made.statements
    assert said(made, "C1", Move(MoveKind.CONCEDE, card)) == "nothing rebuts it, and its card E2 stands"
    assert said(made, "E2", Move(MoveKind.CONCEDE, card)) == "nobody contests it"
    assert said(made, "E2", Move(MoveKind.DROP, rebuttal)) == "its one rebuttal R4 falls: it is lost"
    assert said(made, "C1", Move(MoveKind.ANSWER, claim)) == "a new rebuttal answers it and nothing answers that"
    assert said(made, "C1", Move(MoveKind.DROP, rebuttal), Move(MoveKind.ANSWER, made.links[0])) == (
        "its only card E2 does not count: a new answer denies that E2 bears on C1"
    )


def test_every_reason_leads_to_the_ground():
    """Of whatever is decided, each reason rests on what was decided before it: no reason comes round."""
    for seed in range(1_500):
        judgement = judge(random_map(seed))
        told = reasons(judgement)
        done: set[Statement | Link] = set()
        nodes = [n for n in judgement.wiring.nodes if judgement.verdict(n) is not Verdict.OPEN]
        while len(done) < len(nodes):
            ready = [
                n
                for n in nodes
                if n not in done and all(other in done or told.of(other).why is Why.CIRCLE for other in told.of(n).by)
            ]
            assert ready, seed
            done.update(ready)


def test_no_sentence_has_a_word_that_is_foreign_to_coaches():
    for seed in range(1_500):
        map_ = random_map(seed, 20)
        told = Phrases(reasons(judge(map_)))
        for statement in map_.statements:
            lines = [because(told, statement), *(step.words for _, _, step in why(told, statement))]
            assert not any(FOREIGN.search(line) for line in lines), (seed, lines)
            assert all(line.count(": ") <= 6 for line in lines)


def test_why_tells_each_statement_once_and_starts_with_the_one_asked():
    for seed in range(300):
        map_ = random_map(seed, 20)
        told = Phrases(reasons(judge(map_)))
        for statement in map_.statements:
            steps = list(why(told, statement))
            assert steps[0][:2] == (0, statement)
            assert len({each for _, each, _ in steps}) == len(steps)


@pytest.mark.parametrize("length", [10_000])
def test_a_long_chain_is_told_without_end_or_harm(length):
    made = Maker()
    before = made.say("C0")
    for number in range(1, length):
        statement = made.say(f"R{number}")
        (made.support if number % 2 else made.rebut)(before, statement)
        before = statement
    told = Phrases(reasons(judge(made.map())))
    steps = list(why(told, made.statements[0]))
    assert len(steps) == length
    assert len(because(told, made.statements[0])) < 400
    lines = list(as_lines(inquire(made.map(), Questions(why=(made.statements[0],)))))
    assert max(map(len, lines)) <= 80


def test_a_star_of_rebuttals_is_told_in_linear_time():
    made = Maker()
    centre = made.say("C0", analytic=True)
    for number in range(0, 6_000, 2):
        rebuttal = made.say(f"R{number}")
        made.rebut(centre, rebuttal)
        made.rebut(rebuttal, made.say(f"R{number + 1}"))
        made.rebut(made.say(f"E{number}"), centre)
    told = Phrases(reasons(judge(made.map())))
    assert all(len(because(told, statement)) < 400 for statement in made.statements)


def test_the_page_says_that_it_judges_the_map_as_drawn_and_counts_all():
    for questions in (Questions(), Questions(weak_points=True), Questions(why=())):
        text = "\n".join(as_lines(inquire(chain().map(), questions)))
        assert "as it is drawn" in text
    text = "\n".join(as_lines(inquire(chain().map(), Questions())))
    assert "[x] falls  C1" in text
    assert "Of 3 statements 1 stands, 2 fall and 0 are open." in text
