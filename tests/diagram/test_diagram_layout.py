"""Where things lie: nothing covers anything, no line runs through a box, whatever the map."""

from pathlib import Path

import pytest
import sample_maps
from geometry import boxes_on_boxes, lines_through_boxes
from sample_maps import chain, random_map, sample

from argmap.diagram.draw import draw
from argmap.diagram.drawing import Block, Box, Drawing
from argmap.diagram.layout import engine
from argmap.diagram.routing.columns import columns
from argmap.diagram.routing.crossings import length
from argmap.diagram.signs import Mark, Shape
from argmap.diagram.typography import Tone
from argmap.pipeline import load

REAL = ("asian-nato", "separate-alliances", "camp-david", "in-short")


def tidy() -> engine.Engine:
    return engine.start("tidy")


def assert_clear(drawing: Drawing) -> None:
    assert boxes_on_boxes(drawing) == []
    assert lines_through_boxes(drawing) == []


@pytest.mark.parametrize("name", REAL)
def test_real_maps_are_clear(name: str, arguments: Path, laying_out: engine.Engine) -> None:
    argued = load(arguments / f"{name}.argmap").map
    assert_clear(draw(argued, engine=laying_out))
    assert_clear(draw(argued, engine=tidy()))


@pytest.mark.parametrize("text", [sample_maps.SHAPES, sample_maps.LETTERS, sample_maps.HOSTILE])
def test_sample_maps_are_clear(text: str, laying_out: engine.Engine) -> None:
    assert_clear(draw(sample(text), engine=laying_out))
    assert_clear(draw(sample(text), engine=tidy()))


@pytest.mark.parametrize("seed", range(12))
def test_random_maps_are_clear(seed: int, laying_out: engine.Engine) -> None:
    argued = random_map(seed, 8 + seed * 4, circles=seed % 2 == 1)
    assert_clear(draw(argued, engine=laying_out))
    assert_clear(draw(argued, engine=tidy()))


@pytest.mark.parametrize(
    "text",
    [
        "claim a: A.\nclaim b: B.\na contradicts b\n",
        "claim a: A.\na rebuts a\n",
        "claim a: A.\nclaim b: B.\nclaim c: C.\na supports b\nb supports c\nc supports a\n",
        "topic: T?\nclaim a: A.\nclaim b: B.\na contradicts b\nrebuttal r: R.\nr rebuts a -> b\n",
    ],
    ids=["contradiction", "self-rebuttal", "circle", "answered contradiction"],
)
def test_circles_are_drawn(text: str, laying_out: engine.Engine) -> None:
    argued = sample(text)
    for running in (laying_out, tidy()):
        drawing = draw(argued, engine=running)
        assert len([tie for tie in drawing.ties if "topic" not in tie.words]) == len(argued.links)
        assert_clear(drawing)


def test_the_topic_is_leftmost_and_reasons_flow_from_the_right(laying_out: engine.Engine) -> None:
    drawing = draw(sample(sample_maps.SHAPES), engine=laying_out)
    topic, *others = drawing.boxes
    assert all(topic.right < box.x for box in others)
    at = {box.name: box for box in others}
    assert at["C1"].right < at["E1"].x
    assert at["W1"].right < at["R1"].x


def test_a_rebuttal_of_a_link_lands_on_that_link(laying_out: engine.Engine) -> None:
    drawing = draw(sample("claim a: A.\n    evidence e: E.\n        rebuttal no-link: R.\n"), engine=laying_out)
    (joint,) = drawing.joints
    assert joint.mark is Mark.CIRCLE
    landing = next(tie for tie in drawing.ties if tie.words == "R1 denies that E1 bears on C1")
    assert abs(landing.tip_end[0] - joint.x) + abs(landing.tip_end[1] - joint.y) < 8
    link = next(tie for tie in drawing.ties if tie.words == "E1 supports C1")
    assert any(abs(path.start[0] - joint.x) < 5 and abs(path.start[1] - joint.y) < 1 for path in link.paths)


def test_statements_that_hold_together_share_a_frame_and_one_arrow(laying_out: engine.Engine) -> None:
    drawing = draw(sample("claim a: A.\nclaim b: B.\nclaim c: C.\nb + c support a\n"), engine=laying_out)
    (frame,) = drawing.areas
    inside = [b for b in drawing.boxes if frame.x < b.x and b.right < frame.x + frame.width]
    assert {box.name for box in inside} == {"C2", "C3"}
    (tie,) = drawing.ties
    assert tie.paths[0].start[0] == frame.x


def test_one_changed_statement_moves_no_other_out_of_order(laying_out: engine.Engine) -> None:
    before = draw(sample(sample_maps.SHAPES), engine=laying_out)
    after = draw(sample(sample_maps.SHAPES.replace("Jobs are lost.", "Many jobs are lost.")), engine=laying_out)
    assert [b.name for b in sorted(before.boxes, key=lambda b: (b.x, b.y))] == [
        b.name for b in sorted(after.boxes, key=lambda b: (b.x, b.y))
    ]


def test_a_chain_of_ten_thousand_is_drawn() -> None:
    assert len(draw(chain(10_000)).boxes) == 10_000


@pytest.mark.parametrize("name", REAL)
def test_a_tree_without_an_engine_is_hardly_taller_and_its_lines_hardly_longer(
    name: str, arguments: Path, laying_out: engine.Engine
) -> None:
    map = load(arguments / f"{name}.argmap").map
    by_engine, plain = draw(map, engine=laying_out), draw(map, engine=tidy())
    assert plain.height < 1.2 * by_engine.height
    lines = [sum(length(tie.paths) for tie in drawing.ties) for drawing in (by_engine, plain)]
    assert lines[1] < 1.25 * lines[0]


@pytest.mark.parametrize("left", [-300.0, -21.0, -20.0, 0.0, 40.0])
def test_columns_wherever_an_engine_puts_a_box(left: float) -> None:
    boxes = {
        name: Box(name, Shape.CLAIM, x, y, Block(40, 20, ()), "", Tone.INK)
        for name, x, y in (("C1", left, 0), ("C2", left + 0.8, 50), ("C3", left + 90, 0))
    }
    first, second = columns(boxes, ())
    assert (first.left, len(first.taken)) == (left, 2)
    assert second.left == left + 90
