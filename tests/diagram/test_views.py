"""A part of a map: what is shown, and that what is left out is said on the picture."""

import pytest
import sample_maps
from sample_maps import sample

from argmap.diagram.draw import draw
from argmap.diagram.drawing import Drawing
from argmap.diagram.layout import engine
from argmap.diagram.signs import Role
from argmap.graph.selecting import select
from argmap.model import ArgumentMap
from argmap.words.omissions import omissions

DEBATE = """
topic: Shall the town close its centre to cars?
side pro: Yes
side con: No
source s: A source
    author: Ann Poe
section: Air
claim air (pro) #health: The air becomes cleaner.
    evidence soot [s]: Soot fell.
        warrant why: Soot is what makes air foul.
    evidence lungs [s] #health: Fewer coughs.
    rebuttal anyway: It was getting cleaner anyway.
        evidence trend [s]: The trend is older.
        rebuttal faster: Not so fast.
section: Trade
claim shops (con): Shops lose trade.
    evidence till [s]: Tills ring less.
claim deeper (con): Trade is what a town is for.
deeper + till support shops
"""


def names(map: ArgumentMap) -> list[str]:
    return [statement.name for statement in map.statements]


def lost(map: ArgumentMap) -> dict[str, list[str]]:
    return {statement.name: [each.words for each in said] for statement, said in omissions(map).items()}


def words_of(drawing: Drawing) -> str:
    lines = [line for box in drawing.boxes for line in box.block.lines]
    return " ".join(line.text for line in (*lines, *drawing.heading, *drawing.footer))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"focus": "anyway"}, ["anyway", "trend", "faster"]),
        ({"focus": "R1", "depth": 0}, ["anyway"]),
        ({"focus": "air", "depth": 1}, ["air", "soot", "why", "lungs", "anyway"]),
        ({"depth": 0}, ["air", "shops"]),
        ({"side": "con"}, ["anyway", "trend", "shops", "till", "deeper"]),
        ({"section": "Trade"}, ["shops", "till", "deeper"]),
        ({"tag": "health"}, ["air", "lungs"]),
        ({"kinds": ["claim"]}, ["air", "shops", "deeper"]),
        ({"without": ["evidence", "warrant"]}, ["air", "anyway", "faster", "shops", "deeper"]),
        ({"side": "pro", "kinds": ["evidence"], "tag": "health"}, ["lungs"]),
    ],
)
def test_a_view_shows_what_was_asked_for(asked: dict[str, object], shown: list[str]) -> None:
    assert names(select(sample(DEBATE), **asked)) == shown  # type: ignore[arg-type]


def test_labels_stay_those_of_the_whole_map() -> None:
    assert [s.label for s in select(sample(DEBATE), focus="faster").statements] == ["R2"]


def test_what_is_cut_is_said_where_it_is_cut() -> None:
    assert lost(select(sample(DEBATE), without=["evidence"])) == {
        "air": ["2 more under C1"],
        "anyway": ["1 more under R1"],
        "why": ["says why E1 bears on C1, not shown"],
        "shops": ["1 more under C2"],
        "deeper": ["supports C2, together with E4, not shown"],
    }
    assert lost(select(sample(DEBATE), focus="anyway")) == {"anyway": ["rebuts C1, not shown"]}
    assert lost(select(sample(DEBATE), depth=0)) == {"air": ["6 more under C1"], "shops": ["2 more under C2"]}
    assert lost(sample(DEBATE)) == {}


def test_a_part_of_a_part_is_a_part_of_the_whole() -> None:
    part = select(select(sample(DEBATE), side="pro"), kinds=["claim"])
    assert lost(part) == {"air": ["6 more under C1"]}


def test_counting_what_is_left_out_has_an_end() -> None:
    assert lost(select(sample_maps.chain(5000), depth=0)) == {"c0": ["over 999 more under C1"]}


def test_the_picture_says_what_it_leaves_out(laying_out: engine.Engine) -> None:
    drawing = draw(select(sample(DEBATE), focus="air", depth=1, without=["warrant"]), engine=laying_out)
    words = words_of(drawing)
    assert "4 of 10 statements · 3 of 7 links" in words
    assert "shown: air and what bears on it, 1 step deep; without warrant" in words
    assert "2 more under R1" in words
    assert "(4 of 10 statements shown)" in drawing.description


def test_a_claim_below_the_top_does_not_come_to_speak_to_the_topic(laying_out: engine.Engine) -> None:
    drawing = draw(select(sample(DEBATE), focus="deeper"), engine=laying_out)
    assert [box.name for box in drawing.boxes] == ["C3"]
    assert drawing.ties == ()
    assert drawing.title == "Shall the town close its centre to cars?"
    kept = draw(select(sample(DEBATE), kinds=["claim"]), engine=laying_out)
    assert [tie.role for tie in kept.ties] == [Role.SPEAKS_FOR, Role.SPEAKS_AGAINST]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"focus": "anywy"}, "there is no statement `anywy`; did you mean `anyway`?"),
        ({"focus": "R9"}, "there is no statement `R9`"),
        ({"side": "prop"}, "there is no side `prop`; did you mean `pro`?"),
        ({"section": "Trad"}, "there is no section `Trad`; did you mean `Trade`?"),
        ({"tag": "wealth"}, "there is no tag `wealth`; did you mean `health`?"),
        ({"tag": "xyz"}, "there is no tag `xyz`"),
        ({"kinds": ["evidance"]}, "there is no kind of statement `evidance`; did you mean `evidence`?"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(asked: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError) as fault:
        select(sample(DEBATE), **asked)  # type: ignore[arg-type]
    assert str(fault.value) == said
