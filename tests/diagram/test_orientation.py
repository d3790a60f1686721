"""Where the conclusion stands, badges, contradictions, frames: what the picture shows and how."""

from collections.abc import Callable

import pytest
import sample_maps
from geometry import boxes_on_boxes, lines_through_boxes
from sample_maps import random_map, sample

from argmap.diagram.draw import JUDGED, draw
from argmap.diagram.drawing import Box, Drawing
from argmap.diagram.layout import engine
from argmap.diagram.layout.dot import to_dot
from argmap.diagram.render.svg import render
from argmap.diagram.routing.orientation import Orientation
from argmap.diagram.signs import Role, Standing
from argmap.diagram.text.told import Told
from argmap.look import Look

CHAIN = "topic: T?\nclaim a: A.\n    claim b: B.\n        evidence c: C.\n"
BEFORE: dict[Orientation, Callable[[Box, Box], bool]] = {
    Orientation.LEFT: lambda one, other: one.right < other.x,
    Orientation.RIGHT: lambda one, other: one.x > other.right,
    Orientation.TOP: lambda one, other: one.bottom < other.y,
    Orientation.BOTTOM: lambda one, other: one.y > other.bottom,
}


@pytest.mark.parametrize("orientation", Orientation)
@pytest.mark.parametrize("layout", ["engine", "tidy"])
def test_reasons_follow_from_the_conclusion(orientation: Orientation, layout: str, laying_out: engine.Engine) -> None:
    with engine.start("tidy") as tidy:
        running = laying_out if layout == "engine" else tidy
        drawing = draw(sample(CHAIN), engine=running, look=Look(orientation=orientation.value))
    at = {box.name: box for box in drawing.boxes}
    for one, other in (("", "C1"), ("C1", "C2"), ("C2", "E1")):
        assert BEFORE[orientation](at[one], at[other])
    words = {"left": "right to left", "right": "left to right", "top": "bottom up", "bottom": "top down"}
    assert words[orientation] in drawing.heading[-1].text


@pytest.mark.parametrize("orientation", Orientation)
def test_no_line_runs_through_a_box_whichever_way_it_reads(orientation: Orientation, laying_out: engine.Engine) -> None:
    for map in (sample(sample_maps.SHAPES), random_map(4, 40), random_map(7, 25, circles=True)):
        drawing = draw(map, engine=laying_out, look=Look(orientation=orientation.value))
        assert lines_through_boxes(drawing) == []
        assert boxes_on_boxes(drawing) == []
        assert_inside(drawing)


def assert_inside(drawing: Drawing) -> None:
    for box in drawing.boxes:
        assert box.x > 0
        assert box.right < drawing.width
        assert drawing.heading[-1].y < box.y
        assert box.bottom < drawing.key_top
    for area in drawing.areas:
        for line in area.lines:
            assert area.x < line.x < area.x + area.width
            assert area.y < line.y < area.y + area.height


def test_a_contradiction_is_one_line_with_a_bar_at_each_end(laying_out: engine.Engine) -> None:
    map = sample("claim a: A.\nclaim b: B.\nclaim c: C.\na contradicts b\nc rebuts a\n")
    drawing = draw(map, engine=laying_out)
    one, other, plain = drawing.ties
    assert [one.words, other.words, plain.words] == ["C1 rebuts C2", "C2 rebuts C1", "C3 rebuts C1"]
    assert (len(one.paths), len(other.paths), len(plain.paths)) == (1, 0, 1)
    at = {box.name: box for box in drawing.boxes}
    for tie, name in ((one, "C2"), (other, "C1")):
        x, y = tie.tip_end
        assert abs(x - at[name].x) < 0.1 or abs(x - at[name].right) < 0.1
        assert at[name].y < y < at[name].bottom
    assert 'arrowtail=tee color="#B84300" dir=both' in to_dot(map, labelled=True)


def test_an_answered_contradiction_keeps_both_lines(laying_out: engine.Engine) -> None:
    map = sample("claim a: A.\nclaim b: B.\na contradicts b\nrebuttal r: R.\nr rebuts a -> b\n")
    drawing = draw(map, engine=laying_out)
    assert all(tie.paths for tie in drawing.ties)


@pytest.mark.parametrize("standing", Standing)
def test_a_badge_says_what_becomes_of_a_statement(standing: Standing, laying_out: engine.Engine) -> None:
    map = sample("claim a: A.\n")
    drawing = draw(map, engine=laying_out, told=Told(verdicts={map.statements[0]: standing.value}))
    (box,) = drawing.boxes
    assert box.badge is not None
    assert box.badge.standing is standing
    assert standing.value in [line.text for line in box.block.lines]
    assert f"({standing})" in box.words
    assert box.badge.x > 0
    assert box.badge.x + box.badge.width < box.block.width
    assert JUDGED in " ".join(line.text for line in drawing.footer)


def test_badges_differ_in_shape_and_not_in_colour_alone(laying_out: engine.Engine) -> None:
    map = sample("claim a: A.\n")
    told = [Told(verdicts={map.statements[0]: standing.value}) for standing in Standing]
    pictures = [render(draw(map, engine=laying_out, told=each)) for each in told]
    dashed = [picture.count('stroke-dasharray="2.2 1.6"') for picture in pictures]
    dark = [picture.count('height="11" fill="#111827"') for picture in pictures]
    assert dict(zip(Standing, dashed, strict=True)) == {"stands": 0, "stands weakened": 0, "falls": 0, "open": 1}
    assert dict(zip(Standing, dark, strict=True)) == {"stands": 1, "stands weakened": 0, "falls": 0, "open": 0}
    assert len(set(pictures)) == len(Standing)


def test_without_verdicts_nothing_is_judged(laying_out: engine.Engine) -> None:
    drawing = draw(sample("claim a: A.\n"), engine=laying_out)
    assert drawing.boxes[0].badge is None
    assert "judged" not in " ".join(line.text for line in drawing.footer)


def test_a_frame_never_goes_round_others(laying_out: engine.Engine) -> None:
    """C5 and C1 hold together, but C1 bears on what C5 bears on: they stand columns apart."""
    claims = "".join(f"claim c{n}: Number {n}.\n" for n in range(5))
    relations = "c1 + c3 support c2\nc4 + c0 support c3\nc3 rebuts c1\nc1 supports c0\nc1 supports c4\n"
    drawing = draw(sample(claims + relations), engine=laying_out)
    assert lines_through_boxes(drawing) == []
    for frame in [area for area in drawing.areas if area.level == 2]:
        inside = {box.name for box in drawing.boxes if frame.x < box.x < frame.x + frame.width
                  and frame.y < box.y < frame.y + frame.height and not box.leads}  # fmt: skip
        assert inside <= set(frame.names)
    joined = [tie for tie in drawing.ties if "together" in tie.words]
    assert len(joined) == 2
    assert all(tie.role is Role.SUPPORT for tie in joined)
