"""A map on sheets of paper: everything is on some page, can be read, and says where the rest is."""

import re
from functools import partial
from pathlib import Path

import pytest
from geometry import boxes_on_boxes, lines_through_boxes
from sample_maps import chain, random_map, sample

from argmap.diagram.draw import draw
from argmap.diagram.drawing import Drawing
from argmap.diagram.layout import engine
from argmap.diagram.pages.pages import Draw, paginate
from argmap.diagram.pages.paper import ON_SLIDES, PAPERS, READABLE
from argmap.diagram.text.captions import Captions
from argmap.diagram.typography import least_type
from argmap.look import Look
from argmap.model import ArgumentMap
from argmap.pipeline import load

REFERENCE = re.compile(r"(?<!§): pages? ([\d, ]+(?: to \d+)?)$")


def drawing_with(laying_out: engine.Engine, paper: str) -> Draw:
    def drawn(map: ArgumentMap, captions: Captions) -> Drawing:
        return draw(map, Look(page=paper), engine=laying_out, captions=captions)

    return drawn


def pages_of(map: ArgumentMap, paper: str, laying_out: engine.Engine) -> tuple[Drawing, ...]:
    return paginate(map, paper, drawing_with(laying_out, paper), Captions(least=least_type(paper)))


def smallest_text(page: Drawing) -> float:
    lines = [line for box in page.boxes for line in box.block.lines]
    lines += [*page.heading, *page.footer, *(entry.line for entry in page.key)]
    return min(run.type.size for line in lines for run, _ in line.runs) * page.scale


def labels(page: Drawing) -> set[str]:
    return {box.name for box in page.boxes if box.name and not box.leads}


def joined_words(page: Drawing, label: str) -> str:
    (box,) = [box for box in page.boxes if box.name == label]
    return " ".join(line.text for line in box.block.lines)


@pytest.mark.parametrize("paper", list(PAPERS))
def test_every_statement_is_on_a_page_and_can_be_read(paper: str, arguments: Path, laying_out: engine.Engine) -> None:
    map = load(arguments / "camp-david.argmap").map
    pages = pages_of(map, paper, laying_out)
    assert set().union(*map_of_labels(pages)) == {statement.label for statement in map.statements}
    for page in pages:
        size = (page.width * page.scale, page.height * page.scale)
        assert any(size == pytest.approx(each, abs=0.5) for each in PAPERS[paper])
        assert smallest_text(page) >= (ON_SLIDES if paper == "slide" else READABLE) - 0.001
        assert all(box.right <= page.width and box.bottom <= page.key_top for box in page.boxes)
        assert lines_through_boxes(page) == []
        assert boxes_on_boxes(page) == []


def map_of_labels(pages: tuple[Drawing, ...]) -> list[set[str]]:
    return [labels(page) for page in pages]


def test_every_link_is_drawn_or_told_with_its_page(arguments: Path, laying_out: engine.Engine) -> None:
    map = load(arguments / "separate-alliances.argmap").map
    pages = pages_of(map, "a4", laying_out)
    drawn = {tie.words for page in pages for tie in page.ties}
    told = " ".join(line.text for page in pages for box in page.boxes for line in box.block.lines)
    for link in map.links:
        source, target = link.sources[0].label, getattr(link.target, "label", None)
        if target and not link.joined:
            verb = "supports" if link.kind == "supports" else "rebuts"
            assert f"{source} {verb} {target}" in drawn or f"{verb} {target}" in told


def test_a_reference_leads_to_the_page_that_has_it_and_back(arguments: Path, laying_out: engine.Engine) -> None:
    pages = pages_of(load(arguments / "camp-david.argmap").map, "a4", laying_out)
    overview, *others = pages
    assert len(others) > 5
    assert overview.jumps
    for number, page in enumerate(pages, 1):
        assert page.footer[0].text == f"page {number} of {len(pages)}"
        for jump in page.jumps:
            assert 1 <= jump.page <= len(pages)
            assert jump.page != number
            (label,) = [box.name for box in page.boxes if (box.x, box.y) == (jump.x, jump.y)]
            there = pages[jump.page - 1]
            assert labels(there) & (labels(page) | {label}) or "page" in joined_words(page, label)
    for label in labels(overview):
        first = next(jump.page for jump in overview.jumps if (jump.x, jump.y) == at(overview, label))
        assert label in labels(pages[first - 1])


def at(page: Drawing, label: str) -> tuple[float, float]:
    return next((box.x, box.y) for box in page.boxes if box.name == label)


def test_what_fits_one_sheet_is_one_page(laying_out: engine.Engine) -> None:
    (page,) = pages_of(sample("topic: T?\nclaim a: A.\n    evidence: B.\n"), "a4", laying_out)
    assert page.jumps == ()
    assert page.scale > 1
    assert not REFERENCE.search(" ".join(line.text for box in page.boxes for line in box.block.lines))


def test_the_key_and_the_footer_stand_at_the_foot_of_the_sheet(laying_out: engine.Engine) -> None:
    (page,) = pages_of(sample("topic: T?\nclaim a: A.\n    evidence: B.\n"), "a4", laying_out)
    assert page.height - page.footer[0].y < 30
    assert page.width - page.footer[0].x < 30


def test_a_statement_too_long_for_a_slide_gets_a_larger_sheet(laying_out: engine.Engine) -> None:
    map = sample("claim a: " + "word " * 600 + "\nclaim b: B.\na rebuts b\n")
    pages = pages_of(map, "slide", laying_out)
    assert set().union(*map_of_labels(pages)) == {"C1", "C2"}
    assert min(map_smallest(pages)) >= ON_SLIDES - 0.001


def map_smallest(pages: tuple[Drawing, ...]) -> list[float]:
    return [smallest_text(page) for page in pages]


def test_a_page_is_named_by_the_whole_of_its_claim(laying_out: engine.Engine) -> None:
    said = "the city should close its centre to cars, since all that was said against it has been answered twice"
    pages = pages_of(sample(f"claim a: {said}.\n" + "    evidence: Something that was seen.\n" * 30), "a4", laying_out)
    assert len(pages) > 1
    assert all(" ".join(line.text for line in page.heading).startswith(f"C1 {said}.") for page in pages[1:])


@pytest.mark.parametrize("seed", range(4))
def test_random_maps_are_whole_on_paper(seed: int, laying_out: engine.Engine) -> None:
    map = random_map(seed, 60, circles=seed % 2 == 1)
    pages = pages_of(map, "a4", laying_out)
    assert set().union(*map_of_labels(pages)) == {statement.label for statement in map.statements}


@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
def test_all_sheets_are_turned_one_way(paper: str, arguments: Path, laying_out: engine.Engine) -> None:
    pages = pages_of(load(arguments / "separate-alliances.argmap").map, paper, laying_out)
    assert len(pages) > 1
    assert len({page.width > page.height for page in pages}) == 1


def test_a_chain_goes_from_page_to_page() -> None:
    map = chain(120)
    with engine.start("tidy") as tidy:
        pages = pages_of(map, "a4", tidy)
    assert set().union(*map_of_labels(pages)) == {statement.label for statement in map.statements}


def test_the_same_map_gives_the_same_pages(laying_out: engine.Engine) -> None:
    paged = partial(pages_of, paper="a4", laying_out=laying_out)
    assert paged(random_map(5, 40)) == paged(random_map(5, 40))
