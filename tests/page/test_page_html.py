"""The page as a file: whole, safe, the same each time."""

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from page_maps import DEBATE, HOSTILE, LONG, debate

from argmap.diagram.palette import Theme
from argmap.diagram.text.told import Told
from argmap.graph.selecting import select
from argmap.look import Look
from argmap.page.html import to_html
from argmap.pipeline import load_text

ELEMENTS = {
    "html", "head", "meta", "title", "link", "style", "script", "body", "header", "h1", "div", "input", "span",
    "button", "main", "section", "svg", "desc", "rect", "text", "tspan", "g", "path", "circle", "aside", "h2", "p",
    "ul", "li", "dl", "dt", "dd", "article", "a", "strong", "q", "b", "cite", "figure", "figcaption", "blockquote",
    "u", "mark", "h3", "ol", "select", "option", "template"
}  # fmt: skip
ATTRIBUTES = {
    "a": {"aria-label", "class", "href", "rel", "target"},
    "script": {"type", "class"},
    "link": {"rel", "href"},
    "meta": {"charset", "http-equiv", "content", "name"},
}


class Reader(HTMLParser):
    """Reads a page as a browser's parser does, and keeps what could do harm; the pictures that wait as text too."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.waiting: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if dict(attrs).get("type") == "text/plain":
            self.waiting = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.waiting is not None:
            inner = read("".join(self.waiting))
            self.elements += inner.elements
            self.words += inner.words
            self.waiting = None

    def handle_data(self, data: str) -> None:
        (self.words if self.waiting is None else self.waiting).append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_every_statement_and_link_stands_in_words() -> None:
    map = debate()
    page = to_html(map)
    for statement in map.statements:
        assert f'id="text.{statement.label}"' in page
    told = re.sub(r"<[^>]*>", "", page)
    for words in (
        "supports C1", "supports C2, together with E2", "says why E1 bears on C1", "rebuts W1", "rebuts C1",
        "denies that R2 bears on C1", "Conceded by Keep it open", "Note: Asked in May.",
        "para 3 of Ann Poe; Bo Li (for the trade board), What the shops say, City Press, 2022-05-01, ",
        "https://example.org/shops?a=1&amp;b=2",
    ):  # fmt: skip
        assert words in told, words


def test_a_card_keeps_its_underlining() -> None:
    page = unescape(to_html(debate()))
    assert "In the street <u>most shops</u> said that they\n<u>sold </u>" in page
    assert "<strong><u>more</u></strong><u> on foot traffic</u> than <mark>before</mark>." in page


def test_the_policy_names_the_one_script_and_the_one_style_sheet() -> None:
    page = to_html(debate())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    for element in ("script", "style"):
        [inside] = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]


@pytest.mark.parametrize("text", [DEBATE, HOSTILE, LONG], ids=["debate", "hostile", "long"])
def test_no_users_word_becomes_markup(text: str) -> None:
    page = to_html(load_text(text).map)
    reader = read(page)
    assert {element for element, _ in reader.elements} <= ELEMENTS
    for element, attributes in reader.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert set(attributes) <= ATTRIBUTES.get(element, set(attributes))
        href = attributes.get("href")
        assert href is None or re.match(r"#(text\.)?[CEWR]\d+$|https://example\.org/\S*$|data:,$", href), href
    assert [at.get("type") for element, at in reader.elements if element == "script"] == [
        None, "text/plain", "text/plain", "application/json",
    ]  # fmt: skip
    assert [element for element, _ in reader.elements].count("svg") > 2
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_words_come_out_as_they_were_written() -> None:
    words = "".join(read(to_html(load_text(HOSTILE).map)).words)
    for said in (
        "{{constructor.constructor('window.bad=7')()}} </article></ul></main> [x](javascript:bad())",
        "<u onclick=bad()></u><script>window.bad=9</script>",
        '<a href="javascript:window.bad=10">press</a>',
        "javascript:window.bad=4",
    ):
        assert said in words


def test_verdicts_remarks_and_what_a_part_leaves_out_are_said() -> None:
    map = debate()
    trade = map.by_name["trade"]
    page = to_html(select(map, focus="trade", depth=1), told=Told({trade: ["read <this>"]}, {trade: "stands"}))
    [entry] = re.findall(r'<article[^>]*id="text.C1".*?</article>', page)
    assert "As the map is drawn: stands" in entry
    assert "read &lt;this&gt;" in entry
    below = map.by_name["few"].label
    [entry] = re.findall(rf'<article[^>]*id="text.{below}".*?</article>', to_html(select(map, without=["evidence"])))
    assert "not shown" not in entry
    [entry] = re.findall(r'<article[^>]*id="text.C1".*?</article>', to_html(select(map, without=["evidence"])))
    assert "more under C1" in entry


def test_a_page_offers_to_show_only_what_the_map_has() -> None:
    map = debate()
    trade, air = map.by_name["trade"], map.by_name["air"]
    verdicts = {trade: "falls", air: "stands weakened"}
    options = re.findall(r'<option value="([^"]*)">', to_html(map, told=Told(verdicts=verdicts)))
    assert options == ["", "side 0", "side 1", "kind claim", "kind evidence", "kind warrant", "kind rebuttal",
                       "unanswered", "standing falls", "standing stands weakened"]  # fmt: skip
    assert re.findall(r'<option value="([^"]*)">', to_html(load_text("claim a: A.\n").map)) == ["", "kind claim"]


def test_same_map_same_bytes() -> None:
    assert to_html(debate()) == to_html(debate())


def test_depth_has_no_end() -> None:
    lines = ["claim c0: First."]
    lines += [f"claim c{n}: Number {n}." for n in range(1, 3000)]
    lines += [f"c{n} supports c{n - 1}" for n in range(1, 3000)]
    page = to_html(load_text("\n".join(lines)).map)
    assert page.count("<article ") == 3000
    assert "<li>" * 2 not in page


def test_a_map_without_statements_is_a_page_too() -> None:
    assert "<h1" in to_html(load_text("topic: Nothing yet?").map)


@pytest.mark.parametrize("theme", list(Theme))
def test_every_theme_has_its_colours(theme: Theme) -> None:
    page = to_html(debate(), Look(theme=theme))
    assert ('data-theme="auto"' in page) == (theme is Theme.AUTO)
    assert ("--page:#11161D" in page) == (theme is not Theme.PRINT)


def contrast(first: str, second: str) -> float:
    """WCAG 2.2's contrast of two colours (`#RRGGBB`)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_words_can_be_read_on_everything_they_stand_on() -> None:
    sheets = re.findall(r":root[^{]*\{color-scheme:\w+;([^}]*)\}", to_html(debate()))
    assert len(sheets) == 3
    for sheet in sheets:
        colour = dict(re.findall(r"--([\w-]+):(#\w+)", sheet))
        for ground in ("page", "bar", "hit", "note-fill"):
            for words in ("ink", "muted"):
                assert contrast(colour[words], colour[ground]) >= 4.5, (words, ground)
        for number in range(1, 5):
            assert contrast(colour[f"side-{number}"], colour[f"tint-{number}"]) >= 4.5
            assert contrast(colour[f"side-{number}"], colour["hit"]) >= 4.5
        for ground in ("page", "bar", "hit"):
            assert contrast(colour["support"], colour[ground]) >= 4.5, ground
            assert contrast(colour["ring"], colour[ground]) >= 3


def test_each_side_has_a_colour_of_its_own_in_the_words_too() -> None:
    sides = "".join(f"side s{number}: Side {number}\n" for number in range(1, 6))
    claims = "".join(f"claim c{number} (s{number}) analytic: One.\n" for number in range(1, 6))
    elements = read(to_html(load_text(f"topic: T\n{sides}{claims}").map)).elements
    shown = [attributes["class"] for _, attributes in elements if (attributes.get("class") or "").startswith("side ")]
    assert shown == ["side side-1", "side side-2", "side side-3", "side side-4", "side side-4"] * 2  # head and entries
