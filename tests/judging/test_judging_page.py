"""What a coach reads on the page and in the answers to what-ifs: whole sentences from whole files."""

import pytest

from argmap import load_text
from argmap.judging import judge
from argmap.judging.inquiry import Questions, inquire
from argmap.judging.moves import Move, MoveKind
from argmap.judging.stakes import top_claims
from argmap.judging.words.outlook import score
from argmap.judging.words.text import as_lines
from argmap.model import ArgumentMap

SIDES = "topic: Should it?\nside pro: Yes\nside con: No\n"
TWO = SIDES + "claim a (pro) analytic: A.\n    rebuttal r: R.\n    rebuttal q: Q.\n"
POOL = (
    SIDES
    + """claim scores (pro) analytic: Scores rise.
claim learn (pro): Pupils learn.
scores supports learn
claim safety (con) analytic: It is not safe.
safety rebuts scores -> learn
"""
)


def read(text: str) -> ArgumentMap:
    loaded = load_text(text)
    assert not loaded.diagnostics
    return loaded.map


def page(map_: ArgumentMap) -> str:
    return " ".join("\n".join(as_lines(inquire(map_, Questions()))).split())


def asked(map_: ArgumentMap, **moves: str) -> list[str]:
    found = tuple(Move(MoveKind(kind), map_.by_name[name]) for kind, name in moves.items())
    lines = list(as_lines(inquire(map_, Questions(moves=found)), 200))
    return lines[lines.index("") + 1 :]


def flip(map_: ArgumentMap, name: str) -> list[str]:
    lines = list(as_lines(inquire(map_, Questions(flip=(map_.by_name[name],))), 200))
    return lines[lines.index("") + 1 :]


def test_every_unanswered_rebuttal_is_named_and_listed():
    text = page(read(TWO))
    assert "C1 falls because R1 and R2 rebut it and nothing answers either." in text
    assert "[+] stands R1 r: R. [+] stands R2 q: Q." in text


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (3, "R1, R2 and R3 rebut it and nothing answers any of them."),
        (5, "R1, R2 and 3 others rebut it and nothing answers any of them."),
    ],
)
def test_many_unanswered_rebuttals_are_counted_and_all_listed(count: int, words: str):
    rebuttals = "".join(f"    rebuttal r{number}: R.\n" for number in range(1, count + 1))
    text = page(read("claim a analytic: A.\n" + rebuttals))
    assert f"C1 falls because {words}" in text
    assert all(f"[+] stands R{number} r{number}" in text for number in range(1, count + 1))


def test_a_rebuttal_that_was_answered_in_vain_is_named_with_the_unanswered_one():
    vain = "claim a analytic: A.\n    rebuttal r: R.\n        rebuttal s: S.\n            rebuttal t: T.\n"
    chain = "    rebuttal q: Q.\n" + "".join(f"{' ' * 4 * n}evidence e{n}: E.\n" for n in range(2, 8))
    assert "C1 falls because R1 and R4 rebut it and no answer to either holds." in page(read(vain + chain))


def test_what_stands_only_because_a_statement_fell_is_no_reason_for_its_fall():
    """`b` rebuts `a` and is rebutted by it: it stands as `a` falls, so `a` does not fall by it."""
    map_ = read("claim a analytic: A.\nclaim b analytic: B.\na contradicts b\nrebuttal r: R.\nr rebuts a\n")
    assert "C1 falls because R1 rebuts it and nothing answers R1." in page(map_)


def test_several_denials_of_a_link_are_all_named():
    text = page(read("claim a: A.\n    evidence e: E.\n        rebuttal no-link: R.\n        rebuttal no-link: Q.\n"))
    assert "its only card E1 does not count: R1 and R2 deny that E1 bears on C1 and nothing answers either" in text


def test_why_follows_every_unanswered_rebuttal():
    map_ = read(TWO)
    lines = list(as_lines(inquire(map_, Questions(why=(map_.by_name["a"],)))))
    heads = [line for line in lines if line.lstrip().startswith("[")]
    assert heads[1:] == ["  [+] R1 r stands: nothing answers it.", "  [+] R2 q stands: nothing answers it."]


def test_what_if_tells_first_of_the_statement_asked_about_then_of_what_it_bears_on():
    assert asked(read(TWO), drop="r") == [
        "If R1 is lost:",
        "  [x] R1 r: stands -> falls: it is lost.",
        "  [x] C1 a still falls: R2 rebuts it and nothing answers R2.",
        "  Nothing else changes.",
    ]


def test_what_if_tells_the_fall_of_a_top_claim_answered_anew(arguments):
    from argmap import load

    lines = asked(load(arguments / "in-short.argmap").map, answer="noalliance")
    assert lines[1].startswith("  By this map pro wins: ")
    assert lines[1].endswith("(Before: it was left to weigh.)")
    assert lines[2] == "  [x] C3 noalliance: stands -> falls: a new rebuttal answers it and nothing answers that."
    assert lines[3] == "  [x] C2 collective still falls: R3 rebuts it and nothing answers R3."


def test_what_if_says_that_the_statement_asked_about_does_not_change():
    assert asked(read(TWO), answer="a")[1].startswith("  [x] C1 a still falls: ")


def test_a_flip_is_one_plain_sentence_for_each_way():
    assert flip(read(TWO), "a") == [
        "C1 a falls. It would stand if 2 new rebuttals went unanswered: against R1 r and R2 q.",
        "  Losing cards alone, however many, would not change it.",
        "  (Left out: a new answer to C1 itself, and dropping it.)",
    ]


def test_ties_of_a_flip_are_told_one_below_the_other():
    ties = "claim a: A.\n    claim b: B.\n        evidence x: X.\n    evidence z: Z.\n"
    assert flip(read(ties), "a") == [
        "C1 a stands. It would fall if 2 new rebuttals went unanswered:",
        "      against C2 b and E2 z",
        "      or against E1 x and E2 z",
        "  It would fall if 2 cards were lost: E1 x and E2 z.",
        "  (Left out: a new answer to C1 itself, and dropping it.)",
    ]


def test_one_lost_card_is_told_in_the_singular():
    assert flip(read("claim a: A.\n    evidence x: X.\n"), "a")[1] == "  It would fall if 1 card was lost: E1 x."


def test_a_claim_that_only_rebuts_a_link_is_listed_under_its_side():
    map_ = read(POOL)
    lines = list(as_lines(inquire(map_, Questions())))
    con = lines.index("con: No")
    assert lines[con + 2].startswith("  [+] stands C3 safety")


def test_the_page_lists_every_top_claim_of_the_map_under_its_side(arguments):
    from argmap import load

    for file in ("in-short", "camp-david", "asian-nato", "separate-alliances"):
        map_ = load(arguments / f"{file}.argmap").map
        assert top_claims(map_) == map_.tops
        lines = list(as_lines(inquire(map_, Questions()), 200))
        heads = [f"{side.id}: {side.name}" for side in map_.sides]
        shown, side = [], ""
        for line in lines:
            side = line if line in heads else side
            if line.startswith("  ["):
                shown.append((side, line.split()[2]))
        assert sorted(shown) == sorted((f"{top.side.id}: {top.side.name}", top.label) for top in map_.tops)


def test_what_stands_weakened_has_a_shape_of_its_own():
    text = SIDES + "claim a (pro) analytic: A.\n    rebuttal r mitigate: R.\n"
    map_ = read(text)
    told = page(map_)
    assert told.startswith("By this map pro wins: C1 (weakened by R1) stands and con has no reason that stands.")
    assert "[~] stands C1 a: A. C1 stands weakened because " in told
    assert "Of 2 statements 2 stand (1 weakened), 0 fall and 0 are open." in told
    line = "  [+] C1 a: stands weakened -> stands: it is analytic, and no rebuttal of it holds."
    assert line in asked(map_, drop="r")


def test_what_weakens_has_a_strength_only_where_a_weight_gives_it_one():
    text = SIDES + "claim a (pro): A.\n    evidence e: E.\n        weight: 0.8\n    rebuttal r mitigate: R.\n"
    told = page(read(text))
    assert "C1 a (strength 0.80)" in told
    assert "R1 only weakens and has no weight: left out of the strengths." in told
    told = page(read(text + "        weight: 0.5\n"))
    assert "C1 a (strength 0.30)" in told
    assert "left out" not in told
    told = page(read(text + "        evidence f: F.\n            weight: 0.5\n"))
    assert "C1 a (strength 0.30)" in told


def test_strengths_are_said_to_be_a_second_way_of_judging():
    text = SIDES + "claim a (pro): A.\n    evidence e: E.\n        weight: 0.7\n"
    words = "a second way of judging, beside the verdict and not part of it."
    assert words in page(read(text))
    assert words not in page(read(text.replace("        weight: 0.7\n", "")))


def test_the_page_starts_with_how_the_sides_stand():
    text = SIDES + "claim a (pro) analytic: A.\nclaim b (pro) analytic: B.\n    rebuttal r: R.\n"
    map_ = read(text)
    sentence = "As drawn: pro has 1 of 2 main claims standing, con has no main claim."
    assert score(judge(map_), map_.tops) == sentence
    lines = list(as_lines(inquire(map_, Questions()), 200))
    assert lines.index(sentence) < lines.index("pro: Yes")
    map_ = read(text + "claim c (con) analytic: C.\nclaim d (con) analytic: D.\nc contradicts d\nclaim e: E.\n")
    assert score(judge(map_), map_.tops) == (
        "As drawn: pro has 1 of 2 main claims standing, con has 0 of 2 (2 open), what has no side has 0 of 1."
    )
    map_ = read("claim a analytic: A.\n")
    assert score(judge(map_), map_.tops) == "As drawn: the map has 1 of 1 main claim standing."


def test_the_page_ends_with_the_rebuttals_to_prepare_for():
    words = "Unanswered rebuttals still to prepare for: "
    assert page(read(TWO)).endswith(words + "pro: R1 (against C1) and R2 (against C1); con: none.")
    assert page(read(POOL)).endswith(words + "pro: C3 (against C1 -> C2); con: none.")
    assert page(read(TWO + "        rebuttal s: S.\n")).endswith(words + "pro: R1 (against C1); con: none.")
    assert page(read(TWO + "pro concedes r\n")).endswith(words + "pro: R2 (against C1); con: none.")
    unsided = "claim a analytic: A.\n"
    assert page(read(unsided)).endswith(words + "none.")
    assert page(read(unsided + "    rebuttal: R.\n")).endswith(words + "R1 (against C1).")
    many = unsided + "    rebuttal: R.\n" * 30
    assert page(read(many)).endswith("R11 (against C1) and 19 more.")


THREE = """side red: The Reds
side blue: The Blues
side green: The Greens
claim rail (red): A tram would take cars off the road.
    evidence count: A count found a tenth fewer.
        rebuttal old (green) indict: The count is old.
        rebuttal towns (blue) indict: The towns are larger than ours.
            rebuttal size (red): One is smaller.
green concedes rail
"""


def test_of_three_sides_what_one_conceded_is_left_aside_where_it_is_told():
    map_ = read(THREE)
    lines = list(as_lines(inquire(map_, Questions(why=(map_.by_name["rail"],))), 200))
    heads = [line for line in lines if line.lstrip().startswith("[")]
    assert heads[0] == (
        "[+] C1 rail stands: green concedes it, so green's answers to what it rests on do not count for it; "
        "nothing rebuts it, and its card E1 stands."
    )
    assert heads[1] == "  [+] E1 count stands: without green's answers, its one rebuttal R2 falls."
    assert "[x] falls E1 count" in page(map_)
    assert flip(map_, "rail")[0] == (
        "C1 rail stands. It would fall if 1 new rebuttal went unanswered against E1 count or R3 size."
    )
    points = list(as_lines(inquire(map_, Questions(weak_points=True)), 200))
    assert "  red: C1 rail needs E1 count and R3 size." in points
