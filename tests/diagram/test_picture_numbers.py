"""Numbers about pictures: crossings, long lines, order, nothing lost. In both layouts, over real and random maps."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import sample_maps
from geometry import boxes_on_boxes, lines_through_boxes
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sample_maps import chain, random_map, sample

import argmap
from argmap.diagram.draw import draw
from argmap.diagram.drawing import Box, Drawing
from argmap.diagram.flow.flow import canvas
from argmap.diagram.flow.sheets import sheets
from argmap.diagram.flow.table import fared
from argmap.diagram.layout import engine
from argmap.diagram.pages.paper import READABLE
from argmap.diagram.routing.crossings import crossings, length
from argmap.diagram.signs import Shape
from argmap.diagram.text.told import Told
from argmap.diagram.text.words import link_words
from argmap.graph.forest import homes
from argmap.judging.verdict import judge
from argmap.look import Look
from argmap.model import ArgumentMap, Link, Statement
from argmap.pipeline import load, load_text

MOST_CROSSINGS = {"in-short": 0, "asian-nato": 0, "separate-alliances": 0, "camp-david": 12}
LONGEST = 600.0


def flow(map: ArgumentMap) -> Drawing:
    return canvas(map)


def crossed(drawing: Drawing) -> list[tuple[str, str]]:
    """The lines that cross, each with its words."""
    ties = [tie for tie in drawing.ties if tie.paths]
    words = [tie.words for tie in ties] + [f"the trunk of {trunk.names}" for trunk in drawing.trunks]
    lines = [*(tie.paths for tie in ties), *((trunk.path,) for trunk in drawing.trunks)]
    return [(words[one], words[other]) for one, other in crossings(lines)]


def longest(drawing: Drawing) -> float:
    lines = [*(tie.paths for tie in drawing.ties), *((trunk.path,) for trunk in drawing.trunks)]
    return max((length(paths) for paths in lines), default=0.0)


def at_home(drawing: Drawing) -> dict[str, Box]:
    """The boxes of statements, by label; each stands once."""
    found = [box for box in drawing.boxes if box.name and not box.leads]
    assert len({box.name for box in found}) == len(found)
    return {box.name: box for box in found}


def assert_whole(map: ArgumentMap, drawings: Iterable[Drawing]) -> None:
    """Every statement is drawn once, every link as a line or with a stub for whoever stands elsewhere."""
    pages = list(drawings)
    boxes = [box for page in pages for box in page.boxes]
    names = [box.name for box in boxes if box.name and not box.leads]
    assert sorted(names) == sorted(statement.label for statement in map.statements)
    said = [tie.words for page in pages for tie in page.ties]
    assert {link_words(link) for link in map.links} <= set(said)


def siblings_out_of_order(map: ArgumentMap, drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of a kind under one statement, and of top claims, that stand the other way round than written."""
    boxes, found = at_home(drawing), homes(map)
    groups: list[list[str]] = [[root.label for root in found.roots]]
    for hung in found.under.values():
        for kind in {(each.link.kind, type(each.link.target)) for each in hung}:
            alike = [each for each in hung if (each.link.kind, type(each.link.target)) == kind]
            groups += [[member.label for each in alike for member in each.members if member in each.home]]
    return [(a, b) for group in groups for a, b in pairwise(group) if boxes[a].y >= boxes[b].y]


@pytest.mark.parametrize("name", list(MOST_CROSSINGS))
def test_real_maps_as_maps(name: str, arguments: Path, laying_out: engine.Engine) -> None:
    map = load(arguments / f"{name}.argmap").map
    drawing = draw(map, engine=laying_out)
    assert len(crossed(drawing)) <= MOST_CROSSINGS[name]
    assert longest(drawing) <= LONGEST
    assert siblings_out_of_order(map, drawing) == []
    assert_whole(map, [drawing])


@pytest.mark.parametrize("name", list(MOST_CROSSINGS))
def test_real_maps_as_flows(name: str, arguments: Path) -> None:
    map = load(arguments / f"{name}.argmap").map
    drawing = flow(map)
    assert crossed(drawing) == []
    assert longest(drawing) <= LONGEST
    assert boxes_on_boxes(drawing) == []
    assert lines_through_boxes(drawing) == []
    assert_whole(map, [drawing])
    assert drawing.height < drawing.width * 1.1


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 60), st.booleans())
@example(seed=4960, size=53, circles=False)  # a box that grows for its lines stood on the one below it
def test_any_map_as_a_flow(seed: int, size: int, circles: bool) -> None:
    map = random_map(seed, size, circles=circles)
    drawing = flow(map)
    assert crossed(drawing) == []
    assert boxes_on_boxes(drawing) == []
    assert lines_through_boxes(drawing) == []
    assert_whole(map, [drawing])


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 40), st.booleans())
def test_any_map_keeps_the_order_of_its_file(seed: int, size: int, circles: bool) -> None:
    map = random_map(seed, size, circles=circles)
    with engine.start("tidy") as tidy:
        drawing = draw(map, engine=tidy)
    assert siblings_out_of_order(map, drawing) == []
    assert_whole(map, [drawing])


@pytest.mark.parametrize(
    "relations",
    [
        ["c rebuts b -> c", "b supports c", "c + a support c"],
        ["c rebuts b -> c", "b supports c", "a supports c"],
        ["c rebuts b -> d", "b supports d", "d supports c", "a supports d", "a supports b"],
    ],
)
@pytest.mark.parametrize("links", ["stubs", "all"])
def test_what_denies_a_link_that_is_drawn_under_itself(relations: list[str], links: str) -> None:
    heads = "".join(f"claim {name}: It is so, says {name}.\n" for name in "abcd")
    map = load_text(heads + "\n".join(relations) + "\n").map
    with engine.start("tidy") as tidy:
        assert_whole(map, [draw(map, Look(links=links), engine=tidy)])


@pytest.mark.parametrize("seed", range(4))
def test_the_engine_keeps_the_order_too(seed: int, laying_out: engine.Engine) -> None:
    map = random_map(seed, 30, circles=seed % 2 == 1)
    assert siblings_out_of_order(map, draw(map, engine=laying_out)) == []


@pytest.mark.parametrize("paper", ["a4", "a3", "letter", "slide"])
def test_flows_on_paper(paper: str, arguments: Path) -> None:
    most = {"a4": 9, "a3": 5, "letter": 11, "slide": 25}
    map = load(arguments / "camp-david.argmap").map
    pages = sheets(map, paper)
    assert_whole(map, pages)
    assert len(pages) <= most[paper]
    assert "C1" in {box.name for box in pages[0].boxes}  # the table leaves no sheet empty below it
    least = 14.0 if paper == "slide" else READABLE
    said = [line.text for page in pages for box in page.boxes for line in box.block.lines]
    assert not [words for words in said if words.endswith("page")]  # its number stands on the same line
    for page in pages:
        sizes = [run.type.size for box in page.boxes for line in box.block.lines for run, _ in line.runs]
        assert min(sizes) * page.scale >= least - 0.01
        assert boxes_on_boxes(page) == []
        assert crossed(page) == []
        assert all(box.right <= page.width and box.bottom <= page.height - 20 for box in page.boxes)


def test_a_long_title_wraps_on_sheets_and_is_not_cut() -> None:
    title = "Should a city of two million people, most of whom come by car, close its centre to all cars " * 2
    (page,) = sheets(sample(f"topic: {title}\nclaim a: A.\n    rebuttal b: B.\n"), "a4")
    assert " ".join(line.text for line in page.heading).split() == title.split()
    assert len(page.heading) > 1
    assert all(box.y > page.heading[-1].y for box in page.boxes)


def test_a_speech_is_named_once_where_it_begins() -> None:
    text = "topic: T?\n    format: policy\nclaim a @1AC: A.\n    evidence: B.\n    rebuttal r @1NC: C.\n"
    text += "        rebuttal @1AC: Said too early.\n"
    map = sample(text.replace("evidence:", "evidence @1AC:"))
    for columns, named in (
        ("step", ["A. @1AC", "C. @1NC", "Said too early. @1AC"]),
        ("speech", ["Said too early. @1AC"]),
    ):
        boxes = at_home(canvas(map, Look(layout="flow", columns=columns))).values()
        said = [" ".join(line.text for line in box.block.lines[1:]) for box in boxes]
        assert [words for words in said if "@" in words] == named


STARTERS = sorted((Path(argmap.__file__).parent / "starters").glob("*.argmap"))


@pytest.mark.parametrize("starter", STARTERS, ids=lambda path: path.stem)
def test_what_is_said_in_a_speech_stands_under_its_name(starter: Path) -> None:
    map = load(starter).map
    under = {
        name: area.words.removesuffix(", continued").split()[-1]
        for area in canvas(map, Look(layout="flow", columns="speech")).areas
        for name in area.names
    }
    assert under == {each.label: each.speech for each in map.statements}


def test_a_reply_to_an_answer_is_no_answer_to_the_claim() -> None:
    text = "side pro: Yes\nside con: No\nclaim a (pro): A.\n    evidence: B.\n"
    text += "        rebuttal: Not so.\n            rebuttal: It is.\n    rebuttal: Nor this.\n"
    found = homes(sample(text))
    assert fared(found, found.roots[0], {}) == "4 under it · 2 answers, 1 unanswered"


@pytest.mark.parametrize("paper", ["a4", "slide"])
def test_sheets_say_who_wins_and_explain_their_signs(paper: str, arguments: Path) -> None:
    map = load(arguments / "camp-david.argmap").map
    verdicts: dict[Statement | Link, str] = {link: str(judge(map).verdict(link)) for link in map.links}
    told = Told(verdicts=verdicts, lead="By this map it is left to weigh.")
    pages = sheets(map, paper, Look(layout="flow", page=paper), told=told)
    assert [line.text for line in pages[0].heading[1:]] == ["By this map it is left to weigh."]
    keys = [{entry.line.text for entry in page.key} for page in pages if page.key]
    assert [key >= {"supports", "rebuts", "does not count", "An Asian NATO in the making"} for key in keys] == [True]
    without = sheets(map, paper, Look(layout="flow", page=paper, key=False))
    assert not any(page.key for page in without)
    assert len({page.key_top for page in without}) == 1


def test_a_small_map_is_one_sheet(arguments: Path) -> None:
    map = load(arguments / "in-short.argmap").map
    assert len(sheets(map, "a4")) == 1


def test_what_leaves_room_on_its_sheets_is_drawn_larger(arguments: Path) -> None:
    map = load(arguments / "in-short.argmap").map
    (small,), (large,) = sheets(map, "a4"), sheets(map, "a3")
    assert large.scale > small.scale * 1.2


STATEMENT = re.compile(r"( *)(claim|evidence|warrant|rebuttal)\b")
PARTS = {"camp-david": ("asian-nato", "separate-alliances", "camp-david")}
ONE_MORE = "One more line."
EVERY = int(os.environ.get("ARGMAP_EVERY_PLACE", "9"))
"""A line is added at one of so many places of a real map; 1 tries them all, which takes minutes."""


def with_a_line_more(name: str, arguments: Path, folder: Path) -> Iterator[ArgumentMap]:
    """A real map with a statement more, at one place after another of all its files."""
    shutil.copytree(arguments, folder, dirs_exist_ok=True)
    for part in PARTS.get(name, (name,)):
        text = (arguments / f"{part}.argmap").read_text(encoding="utf-8")
        lines = text.split("\n")
        places = [(at, found[1]) for at, line in enumerate(lines) if (found := STATEMENT.match(line))]
        for at, indent in places[::EVERY]:
            line = f"{indent}evidence: {ONE_MORE}" if indent else f"claim analytic (pro): {ONE_MORE}\n"
            changed = "\n".join([*lines[:at], line, *lines[at:]])
            (folder / f"{part}.argmap").write_text(changed, encoding="utf-8")
            loaded = load(folder / f"{name}.argmap")
            assert loaded.sound
            yield loaded.map
        (folder / f"{part}.argmap").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", list(MOST_CROSSINGS))
def test_one_line_more_flips_no_pair_of_others(
    name: str, arguments: Path, tmp_path: Path, laying_out: engine.Engine
) -> None:
    map = load(arguments / f"{name}.argmap").map
    read, places = order_of_reading(map), places_of(map, laying_out)
    for more in with_a_line_more(name, arguments, tmp_path):
        assert [text for text in order_of_reading(more) if text != ONE_MORE] == read
        assert flipped(places, places_of(more, laying_out)) == []


def order_of_reading(map: ArgumentMap) -> list[str]:
    """The statements of a flow as it is read, strip by strip."""
    said = {statement.label: statement.text for statement in map.statements}
    return [said[box.name] for box in flow(map).boxes if box.name in said]


def places_of(map: ArgumentMap, laying_out: engine.Engine) -> dict[str, tuple[int, float]]:
    """Where each statement stands in the map: its column (by its left side) and its height."""
    boxes = at_home(draw(map, engine=laying_out))
    lefts = sorted({round(box.x) for box in boxes.values()})
    said = {statement.label: statement.text for statement in map.statements}
    return {said[label]: (lefts.index(round(box.x)), box.y) for label, box in boxes.items()}


def flipped(before: dict[str, tuple[int, float]], after: dict[str, tuple[int, float]]) -> list[tuple[str, str]]:
    """The pairs that stood, and stand, in one column, and now the other way round."""
    down = sorted(before, key=lambda text: before[text])
    return [
        (one, other)
        for one, other in combinations(down, 2)
        if before[one][0] == before[other][0] and after[one][0] == after[other][0] and after[one][1] > after[other][1]
    ]


def test_flows_of_odd_maps() -> None:
    for map in (chain(3000), sample("claim a: A.\na rebuts a\n"), sample("topic: T?\n"), sample(sample_maps.SHAPES),
                sample(sample_maps.LETTERS), sample(sample_maps.HOSTILE)):  # fmt: skip
        assert_whole(map, [flow(map)])


@pytest.mark.parametrize("claims", [1, 2, 3, 4, 5, 9])
def test_the_table_on_a_sheet_touches_no_column(claims: int) -> None:
    text = "".join(f"claim c{n}: It is so, {n}.\n    rebuttal: It is not.\n" for n in range(claims))
    for page in ("a4", "letter", "slide"):
        first = sheets(sample(text), page)[0]
        low = max(box.y + box.block.height for box in first.boxes if box.shape is Shape.ROW)
        assert low < min(area.y for area in first.areas)
