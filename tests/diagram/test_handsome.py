"""What makes lines and boxes handsome and told apart without colour, as numbers."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

import pytest
from sample_maps import sample

from argmap.diagram.draw import draw
from argmap.diagram.drawing import Drawing
from argmap.diagram.layout import engine
from argmap.diagram.render.svg import render
from argmap.diagram.signs import Role, Shape
from argmap.diagram.sketch.further import candidates
from argmap.diagram.text.sides import SideLooks
from argmap.graph.forest import homes
from argmap.pipeline import load, load_text

SVG = "{http://www.w3.org/2000/svg}"
APART = 4.0
"""Two lines that run side by side are at least so far from each other, in points."""
LONG = "claim a analytic: " + "word " * 700 + "\n"


@pytest.fixture
def whole(arguments: Path, laying_out: engine.Engine) -> Drawing:
    return draw(load(arguments / "camp-david.argmap").map, engine=laying_out)


def steps(drawing: Drawing) -> Iterator[tuple[str, bool, float, float, float, float]]:
    """Each step of each line: its words, whether it is a curve, and where it begins and ends."""
    for tie in drawing.ties:
        for path in tie.paths:
            places = [path.start, *(step[-1] for step in path.steps)]
            for (begin, end), step in zip(pairwise(places), path.steps, strict=True):
                yield tie.words, len(step) == 3, *begin, *end


def test_lines_side_by_side_keep_apart(whole: Drawing) -> None:
    upright = [
        (words, x0, min(y0, y1), max(y0, y1))
        for words, curved, x0, y0, x1, y1 in steps(whole)
        if not curved and abs(x0 - x1) < 0.01 and abs(y0 - y1) > 12
    ]
    assert len(upright) > 20
    near = [
        (one[0], other[0], abs(one[1] - other[1]))
        for one, other in combinations(upright, 2)
        if one[0] != other[0] and min(one[3], other[3]) - max(one[2], other[2]) > 12
    ]
    assert [pair for pair in near if 0.01 < pair[2] < APART] == []


def test_lines_turn_in_round_corners(whole: Drawing) -> None:
    turns = [max(abs(x1 - x0), abs(y1 - y0)) for _, curved, x0, y0, x1, y1 in steps(whole) if curved]
    assert len(turns) > 50 and median(turns) >= 6


def test_support_and_rebuttal_differ_in_more_than_colour(laying_out: engine.Engine) -> None:
    text = "claim a: One.\n    evidence: Two.\n        rebuttal no-link: Not so.\n    rebuttal: Three.\n"
    root = ElementTree.fromstring(render(draw(load_text(text).map, engine=laying_out)))
    dashes: dict[str, set[str | None]] = {}
    for group in root.iter(f"{SVG}g"):
        words = group.get("aria-label", "")
        if found := re.match(r"\S+ (supports|rebuts|denies)", words):
            drawn = [path.get("stroke-dasharray") for path in group.iter(f"{SVG}path") if path.get("stroke")]
            dashes[found[1]] = set(drawn) - ({None} if len(set(drawn)) > 1 else set())
    assert dashes["supports"] == {None}
    assert None not in dashes["rebuts"] and None not in dashes["denies"]
    assert dashes["rebuts"] != dashes["denies"]


def test_a_text_is_cut_only_after_forty_lines(laying_out: engine.Engine) -> None:
    (box,) = [box for box in draw(load_text(LONG).map, engine=laying_out).boxes if box.name == "C1"]
    words = sum(len(run.text.split()) for line in box.block.lines for run, _ in line.runs)
    assert len({line.y for line in box.block.lines}) > 40 and words > 250


def test_a_small_picture_has_room_for_its_title_and_footer(laying_out: engine.Engine) -> None:
    assert draw(load_text("claim a analytic: One.\n").map, engine=laying_out).width >= 500


def test_four_sides_are_told_apart_without_colour() -> None:
    sides = "".join(f"side s{number}: Side {number}\n" for number in range(1, 5))
    claims = "".join(f"claim c{number} (s{number}) analytic: One.\n" for number in range(1, 5))
    map = load_text(f"{sides}{claims}").map
    assert len({SideLooks(map).of(statement).plate for statement in map.statements}) == 4


def test_what_holds_together_elsewhere_is_a_stub_and_no_line() -> None:
    claims = "claim a analytic: A.\nclaim b analytic: B.\nclaim c: C.\nclaim d: D.\n"
    text = f"{claims}a supports c\nb supports c\na + b support d\n"
    map = load_text(text).map
    found = homes(map)
    assert any(link.joined for link in found.further)
    assert not any(link.joined for link in candidates(map, found))


@pytest.mark.parametrize("name", ["in-short", "asian-nato", "camp-david"])
def test_the_boxes_of_a_column_are_flush(name: str, arguments: Path, laying_out: engine.Engine) -> None:
    drawing = draw(load(arguments / f"{name}.argmap").map, engine=laying_out)
    wide = {box.block.width for box in drawing.boxes if box.name and box.shape is not Shape.STUB}
    assert len(wide) == 1


def test_rebuttals_of_one_link_share_a_tip(laying_out: engine.Engine) -> None:
    text = "claim a: A.\n    evidence b: B.\n        warrant w: W.\n"
    text += "".join(f"        rebuttal r{n} no-link: It has nothing to do with it, {n}.\n" for n in range(3))
    drawing = draw(sample(text), engine=laying_out)
    landing = [tie for tie in drawing.ties if tie.role in (Role.REBUT_LINK, Role.WARRANT)]
    tips = {(tie.role, round(tie.tip_end[0], 1), round(tie.tip_end[1], 1)) for tie in landing}
    assert len(landing) == 4
    assert len(tips) == 2
    assert [len(trunk.names) for trunk in drawing.trunks if trunk.role is Role.REBUT_LINK] == [3]
