"""The SVG: well-formed, safe, complete, spoken, the same every time."""

import re
from xml.etree import ElementTree

import pytest
import sample_maps
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_maps import chain, random_map, sample

from argmap.diagram.draw import draw
from argmap.diagram.layout import engine
from argmap.diagram.palette import DARK, LIGHT, PRINT, Palette, Theme
from argmap.diagram.picture import to_svg
from argmap.diagram.text.captions import Captions
from argmap.diagram.text.told import Told
from argmap.diagram.typography import SIDES, TINTS, Tone
from argmap.look import Look
from argmap.model import ArgumentMap

SVG = "{http://www.w3.org/2000/svg}"


def svg(argued: ArgumentMap, laying_out: engine.Engine, theme: Theme = Theme.AUTO) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(argued, Look(theme=theme), engine=laying_out).encode())


def words_of(root: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def spoken(root: ElementTree.Element) -> list[str]:
    return [group.get("aria-label", "") for group in root.iter(f"{SVG}g")]


@pytest.mark.parametrize("text", [sample_maps.SHAPES, sample_maps.LETTERS])
def test_every_statement_and_link_is_drawn_and_says_itself(text: str, laying_out: engine.Engine) -> None:
    argued = sample(text)
    root = svg(argued, laying_out)
    assert {group.get("id") for group in root.iter(f"{SVG}g")} >= {s.label for s in argued.statements}
    said = spoken(root)
    verbs = re.compile(" (supports?|rebuts?|says? why|deny that|denies that) ")
    links = [words for words in said if verbs.search(words) and ":" not in words]
    assert len(links) == len(argued.links)


def test_links_say_what_they_join(laying_out: engine.Engine) -> None:
    said = spoken(svg(sample(sample_maps.SHAPES), laying_out))
    assert "E2 supports C3" in said
    assert "W1 says why E1 and E2 together bear on C1" in said
    assert "R2 denies that E1 and E2 together bear on C1" in said
    assert "C2 and C3 together support C4" in said
    assert "C1 speaks for the topic" in said
    assert "C4 speaks against the topic" in said


def test_labels_marks_speeches_citations_and_concessions_are_shown(laying_out: engine.Engine) -> None:
    words = words_of(svg(sample(sample_maps.SHAPES), laying_out))
    for shown in (
        "R3 REBUTTAL · NON UNIQUE",
        "C1 CLAIM · AC",
        "Poe et al., City Press, 1 May 2022, page\u00a03",
        "“fell by a third”",
        "conceded by CON",
        "Key Yes No",
        "sample.argmap · 10 statements · 10 links · 1 source",
        "page 1 of 1",
    ):
        assert shown in words
    assert "folder" not in words


def test_the_key_explains_what_is_drawn_and_no_more(laying_out: engine.Engine) -> None:
    whole = words_of(svg(sample(sample_maps.SHAPES), laying_out))
    assert "no-link rebuttal" in whole
    assert "warrant" in whole
    plain = words_of(svg(sample("claim a: A.\n    evidence: B.\n"), laying_out))
    assert "supports" in plain
    assert not re.search("rebut|warrant|speaks|together", plain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "topic: Only a topic?",
        "claim a: Alone.",
        "evidence e: No claim at all.",
        "side a: A\nclaim x (a): One side.",
    ],
)
def test_a_map_may_lack_almost_everything(text: str, laying_out: engine.Engine) -> None:
    argued = sample(text)
    boxes = [group for group in svg(argued, laying_out).iter(f"{SVG}g") if group.get("id") and group.get("transform")]
    assert len(boxes) == len(argued.statements)


def test_nothing_that_a_user_writes_becomes_markup(laying_out: engine.Engine) -> None:
    root = svg(sample(sample_maps.HOSTILE), laying_out)
    allowed = ["svg", "title", "desc", "style", "rect", "g", "path", "circle", "text", "tspan", "a"]
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= set(allowed)
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on")]
    assert not [a for a in root.iter(f"{SVG}a") if not a.get("href", "").startswith("https://example.org/")]
    whole = to_svg(sample(sample_maps.HOSTILE), engine=laying_out)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", whole)
    assert "<script>alert(1)</script>" in words_of(root)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), min_size=1, max_size=60))
def test_any_text_gives_well_formed_xml_with_each_part_on_a_line(text: str) -> None:
    one_line = " ".join(text.split()) or "x"
    argued = sample(f"topic: {one_line}\nside s: {one_line}\nclaim a (s): |{one_line}\n    evidence: x {one_line}\n")
    with engine.start("tidy") as tidy:
        whole = to_svg(argued, engine=tidy)
    ElementTree.fromstring(whole.encode())
    for part in whole.rpartition("</svg>")[0].split("\n")[2:]:  # the live page changes them one by one
        assert len(ElementTree.fromstring(f"<svg>{part}</svg>".encode())) > 0 or not part


def test_the_same_map_gives_the_same_bytes() -> None:
    first = to_svg(random_map(3, 40))
    assert first == to_svg(random_map(3, 40))


def test_the_picture_names_itself(laying_out: engine.Engine) -> None:
    root = svg(sample(sample_maps.SHAPES), laying_out)
    assert root.get("role") == "graphics-document document"
    assert root.get("lang") == "en"
    assert root[0].text == "Shall the town close its centre to cars?"
    assert "4 claims, 2 evidence, 1 warrant, 3 rebuttals, joined by 10 links" in (root[1].text or "")


def test_title_and_key_can_be_chosen(laying_out: engine.Engine) -> None:
    argued = sample(sample_maps.SHAPES)
    picture = to_svg(argued, Look(title="Round 3", key=False), engine=laying_out)
    words = words_of(ElementTree.fromstring(picture.encode()))
    assert words.startswith("Round 3")
    assert "Key" not in words


def test_remarks_stand_on_their_boxes(laying_out: engine.Engine) -> None:
    argued = sample("claim a: A.\n")
    drawing = draw(argued, engine=laying_out, told=Told(remarks={argued.statements[0]: ["stands"]}))
    assert "stands" in [line.text for line in drawing.boxes[0].block.lines]


def test_a_very_long_text_says_what_it_leaves_out(laying_out: engine.Engine) -> None:
    drawing = draw(sample("claim a: " + "word " * 20_000), engine=laying_out)
    (box,) = drawing.boxes
    shown = [line.text for line in box.block.lines]
    assert re.fullmatch(r"… 1\d,\d{3} more words", shown[-1])
    assert sum(line.split().count("word") for line in shown) + int(re.sub(r"\D", "", shown[-1])) == 20_000


def test_a_large_map_is_drawn_as_a_tree_and_says_so() -> None:
    with engine.start("no such engine") as none:
        drawing = draw(chain(401), engine=none)
    assert len(drawing.boxes) == 401
    assert "drawn as a plain tree: it has more than 400 statements" in drawing.footer[1].text


def test_boxes_that_are_alike_but_for_a_word_are_told_apart_at_once(laying_out: engine.Engine) -> None:
    """What a box shows is looked up among those of the maps before: a folder's maps look much alike."""
    maps = [sample(f"claim a: In map {number:03} this is said\n    of what there is to see.\n") for number in range(50)]
    blocks = [draw(map, engine=laying_out).boxes[0].block for map in maps]
    assert len({hash(block) for block in blocks}) == len(set(blocks)) == 50


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_every_text_stands_out_from_what_is_behind_it(palette: Palette) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for texts; 1.4.11: 3 to 1 for the lines that carry meaning."""
    boxes = [palette[Tone.PAGE], palette[Tone.NOTE_FILL]]
    areas = [palette[tone] for tone in (*TINTS, Tone.PLAIN_TINT)]
    for back in boxes:
        for text in (Tone.INK, Tone.MUTED, *SIDES):
            assert contrast(palette[text], back) >= 4.5
    for side, tint in zip(SIDES, TINTS, strict=True):
        assert contrast(palette[side], palette[tint]) >= 4.5
    assert contrast(palette[Tone.MUTED], palette[Tone.PLAIN_TINT]) >= 4.5
    for line in (Tone.SUPPORT, Tone.REBUT, Tone.LINK_REBUT, Tone.NOTE_LINE, *SIDES):
        for back in (palette[Tone.PAGE], *areas):
            assert contrast(palette[line], back) >= 3


def test_dark_colours_reach_every_element(laying_out: engine.Engine) -> None:
    text = to_svg(sample(sample_maps.SHAPES), engine=laying_out)
    style = re.search("<style>(.*?)</style>", text)
    assert style
    assert style[1].startswith("@media screen and (prefers-color-scheme: dark){")
    for attribute, colour in set(re.findall(r'(fill|stroke)="(#[0-9A-F]{6})"', text.split("</style>")[1])):
        assert f'[{attribute}="{colour}"]{{{attribute}:#' in style[1]


def test_a_theme_without_auto_has_no_style_sheet(laying_out: engine.Engine) -> None:
    dark = to_svg(sample(sample_maps.SHAPES), engine=laying_out, look=Look(theme="dark"))
    assert "<style>" not in dark
    assert DARK[Tone.PAGE] in dark
    grey = to_svg(sample(sample_maps.SHAPES), engine=laying_out, look=Look(theme="print"))
    assert {c for c in re.findall("#([0-9A-F]{6})", grey) if not c[:2] == c[2:4] == c[4:]} == set()


def test_captions_may_name_another_page(laying_out: engine.Engine) -> None:
    drawing = draw(sample("claim a: A.\n"), engine=laying_out, captions=Captions(page="page 2 of 3"))
    assert drawing.footer[0].text == "page 2 of 3"


def test_no_link_stands_inside_what_is_called_an_image(laying_out: engine.Engine) -> None:
    root = svg(sample("source s: T\n    url: https://example.org/a\nclaim a: A\n    evidence [s]: B\n"), laying_out)
    holders = [group for group in root.iter(f"{SVG}g") if group.find(f".//{SVG}a") is not None]
    assert holders
    assert all("img" not in group.get("role", "") for group in holders)


def test_the_size_has_no_unit(laying_out: engine.Engine) -> None:
    """Programs for SVG without a browser (resvg) refuse a size in points."""
    root = svg(sample("claim a: A.\n"), laying_out)
    size = [float(root.get(name, "")) * 72 / 96 for name in ("width", "height")]
    assert size == pytest.approx([float(each) for each in root.get("viewBox", "").split()[2:]], abs=0.01)
