"""Slides, as python-pptx and the schema's own rules read them."""

import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.util import Pt

from argmap.diagram.text.told import Told
from argmap.diagram.text.words import link_words
from argmap.graph.forest import homes
from argmap.model import ArgumentMap, LinkKind
from argmap.pipeline import load, load_text
from argmap.slides.deck import SMALLEST, TALL, WIDE, deck
from argmap.slides.pptx import to_pptx

NAMESPACE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
ODD = """
topic: <b>"Why" & how</b>?
claim a: Nobody answers me.
    evidence: 猫が好きです & <script>.
claim b: {long}
    rebuttal no-link: Not so.
        rebuttal turn: {long}
    rebuttal: {long}
        rebuttal: Yes.
        rebuttal: Yes, again.
claim c: A circle.
claim d: Its other half.
c contradicts d
""".replace("{long}", "So many words that no box would ever hold them all at once. " * 30)


def every_shape(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:  # a group
            yield from every_shape(shape.shapes)


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


@pytest.fixture(scope="module", params=["camp-david", "in-short", "odd"])
def argued(request: pytest.FixtureRequest) -> ArgumentMap:
    if request.param == "odd":
        return load_text(ODD, "odd.argmap").map
    return load(Path(__file__).parents[2] / "arguments" / f"{request.param}.argmap").map


@pytest.fixture(scope="module")
def data(argued: ArgumentMap) -> bytes:
    return to_pptx(argued)


def test_each_main_claim_has_slides_and_each_answer_a_step(argued: ArgumentMap, data: bytes) -> None:
    show = opened(data)
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    for root in homes(argued).roots:
        assert any(title.startswith(root.text[:60]) for title in titles), root.label
    steps = []
    for slide in show.slides:
        named = {shape.shape_id: shape.name for shape in slide.shapes}
        steps += [named[int(target.get("spid"))] for target in slide.element.iter(f"{NAMESPACE}spTgt")]
    answers = [link_words(link) for link in argued.links if link.kind is LinkKind.REBUTS]
    assert sorted(steps) == sorted(answers)


def test_words_are_large_enough_and_stand_on_the_slide(data: bytes) -> None:
    show = opened(data)
    for slide in show.slides:
        for shape in every_shape(slide.shapes):
            assert shape.left >= 0 and shape.left + shape.width <= Pt(WIDE)
            assert shape.top >= 0 and shape.top + shape.height <= Pt(TALL)
            if shape.has_text_frame:
                sizes = [run.font.size for p in shape.text_frame.paragraphs for run in p.runs]
                assert all(size >= Pt(SMALLEST) for size in sizes)


def test_no_box_lies_on_another(argued: ArgumentMap) -> None:
    for slide in deck(argued, Told()).slides:
        for column in range(3):
            cards = sorted((card for card in slide.cards if card.column == column), key=lambda card: card.y)
            assert all(a.y + a.height < b.y for a, b in pairwise(cards))


def test_the_same_map_gives_the_same_bytes(argued: ArgumentMap, data: bytes) -> None:
    assert to_pptx(argued) == data


def test_the_schema_has_nothing_to_say(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(data)
    result = OpenXmlValidator().validate(str(path))
    assert [error for error in result.errors if "slides/slide" in str(error)] == []


def test_the_notes_hold_what_no_slide_shows(argued: ArgumentMap, data: bytes) -> None:
    show = opened(data)
    notes = " ".join(" ".join(s.notes_slide.notes_text_frame.text.split()) for s in show.slides if s.has_notes_slide)
    for statement in argued.statements:
        assert " ".join(statement.text.split())[:40] in notes, statement.label


def test_what_falls_is_said() -> None:
    map = load_text("claim a: A.\n    rebuttal b: B.\n").map
    show = opened(to_pptx(map, told=Told(verdicts={map.statements[1]: "falls"}, lead="Nobody wins.")))
    words = " ".join(s.text_frame.text for slide in show.slides for s in every_shape(slide.shapes) if s.has_text_frame)
    assert "B. (falls)" in words
    assert "Nobody wins." in words


def test_boxes_are_set_as_large_as_they_have_room(arguments: Path) -> None:
    short, whole = (deck(load(arguments / f"{name}.argmap").map, Told()) for name in ("in-short", "camp-david"))
    assert {slide.body.size for slide in short.slides} == {20}
    assert min(slide.body.size for slide in whole.slides) == SMALLEST
    assert all(card.y + card.height < TALL - 30 for slide in short.slides for card in slide.cards)
