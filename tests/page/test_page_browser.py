"""The page as a reader uses it, in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_maps import HOSTILE, LONG, Opened, debate, opened

from argmap.pipeline import load, load_text

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}

NOT_REACHED = """() => {
  const boxes = [...document.querySelectorAll('.picture g[role=button]')];
  const reached = new Set([boxes[0].id]);
  for (const id of reached) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const box = document.getElementById(id);
      box.focus();
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      reached.add(document.activeElement.id);
    }
  }
  return boxes.map(box => box.id).filter(id => !reached.has(id));
}"""


@pytest.fixture
def town(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    """The debate's page. Whatever a test does to it, it says nothing and asks for nothing."""
    open_page = opened(browser, tmp_path, debate())
    yield open_page
    assert open_page.said == []
    assert open_page.asked == [(tmp_path / "map.html").as_uri()]
    open_page.page.close()


def view_box(town: Opened) -> list[float]:
    """The part of the picture that is seen: x, y, width and height in its points."""
    seen: list[float] = town.page.evaluate(
        """() => {
          const frame = document.querySelector('.picture').getBoundingClientRect();
          const { a, e, f } = document.querySelector('.picture svg').getScreenCTM();
          return [(frame.x - e) / a, (frame.y - f) / a, frame.width / a, frame.height / a];
        }"""
    )
    return seen


def shown(town: Opened) -> str:
    words: str = town.page.inner_text(".shown")
    return words


def press_box(town: Opened, label: str) -> None:
    town.page.click(f".picture #{label}")
    town.settle()


def test_every_statement_and_link_of_the_graph_is_found_in_the_picture(town: Opened) -> None:
    map = debate()
    labels = town.page.eval_on_selector_all(".picture g[role=button][tabindex]", "all => all.map(b => b.id)")
    assert sorted(labels) == sorted(s.label for s in map.statements)
    press_box(town, "C1")
    lit = ".picture .lit[aria-label]:not([transform])"
    near = town.page.eval_on_selector_all(lit, "all => all.map(tie => tie.getAttribute('aria-label'))")
    assert sorted(near) == [
        "E1 supports C1", "R2 rebuts C1", "R3 denies that R2 bears on C1", "W1 says why E1 bears on C1",
    ]  # fmt: skip


def test_a_box_shows_its_statement_in_full(town: Opened) -> None:
    assert "Choose a statement" in town.page.inner_text(".panel")
    press_box(town, "E1")
    words = shown(town)
    assert "Most shops “sold more on foot traffic”." in words
    assert "para 3 of Ann Poe; Bo Li (for the trade board), What the shops say, City Press, 2022-05-01" in words
    assert "Note: Asked in May." in words
    assert "supports C1" in words
    assert "supports C2, together with E2" in words
    assert "W1 says why it bears on C1" in words
    assert "W1: People on foot stop and look." in words
    assert town.page.locator(".shown blockquote u").all_inner_texts() == [
        "most shops",
        "sold ",
        "more",
        " on foot traffic",
    ]
    assert town.page.get_attribute(".shown .cites a", "href") == "https://example.org/shops?a=1&b=2"
    assert town.page.url.endswith("#walk")
    town.page.click(".close")
    assert town.chosen() is None
    assert "Choose a statement" in town.page.inner_text(".panel")


def test_links_in_the_panel_go_there(town: Opened) -> None:
    press_box(town, "C1")
    town.page.click(".shown .borne a:text-is('R2')")
    town.settle()
    assert town.chosen() == "R2"
    assert "Only those in the pedestrian street did." in shown(town)
    town.page.go_back()
    town.settle()
    assert town.chosen() == "C1"


def test_search_marks_lists_and_goes(town: Opened) -> None:
    town.page.keyboard.press("Tab")
    town.page.fill(".query", "STREET shops")
    assert town.page.inner_text(".count") == "1 of 9"
    town.page.fill(".query", "street")
    marked = town.page.eval_on_selector_all(".picture .hit", "all => all.map(b => b.id)")
    assert sorted(marked) == ["E1", "R2", "R3"]
    town.page.keyboard.press("Enter")
    town.settle()
    first = town.chosen()
    town.page.keyboard.press("Enter")
    town.settle()
    assert {first, town.chosen()} <= {"E1", "R2", "R3"}
    assert first != town.chosen()
    town.page.click(".found a:text-is('R3')")
    town.settle()
    assert town.chosen() == "R3"
    town.page.fill(".query", "nowhere")
    assert "No statement holds these words." in town.page.inner_text(".found")


def test_search_finds_what_is_folded_away(town: Opened) -> None:
    town.page.click(".fold-all")
    assert "R1" not in town.seen()
    town.page.fill(".query", "rain")
    town.page.keyboard.press("Enter")
    town.settle()
    assert town.chosen() == "R1"
    assert "R1" in town.seen()


def test_a_branch_folds_and_unfolds(town: Opened) -> None:
    everything = town.seen()
    before = view_box(town)
    height = town.page.evaluate("() => document.querySelector('.picture svg').getBBox().height")
    press_box(town, "C1")
    town.page.click(".panel .fold")
    town.settle()
    assert set(everything) - set(town.seen()) == {"E1", "W1", "R1", "R2", "R3"}  # its branch alone
    assert town.page.text_content(".badge") == "+5"
    assert town.page.get_attribute(".picture #C1", "aria-expanded") == "false"
    ties = town.page.eval_on_selector_all(
        ".picture g[aria-label]:not([transform])",
        "all => all.filter(t => t.getBoundingClientRect().width).map(t => t.getAttribute('aria-label'))",
    )
    assert "E1 supports C1" not in ties
    assert "R2 rebuts C1" not in ties
    assert [tie for tie in ties if tie.startswith("E1 ")], "what E1 supports elsewhere is still said there"
    assert town.page.evaluate("() => document.querySelector('.picture svg').getBBox().height") <= height
    town.page.click(".badge")
    town.settle()
    assert town.seen() == everything
    town.page.click(".fold-all")
    assert sorted(town.seen()) == ["C1", "C2", "C3"]
    town.page.click(".unfold-all")
    town.page.click(".whole")
    town.settle()
    assert town.seen() == everything
    assert view_box(town)[2:] == pytest.approx(before[2:], rel=0.2)


def test_folding_lets_no_box_cover_another(town: Opened) -> None:
    town.page.click(".fold-all")
    town.settle()
    boxes = town.page.eval_on_selector_all(
        ".picture g[transform][aria-label]:not([data-leads])",
        """all => all.filter(b => b.getBoundingClientRect().width).map(b => {
             const {x, y, right, bottom} = b.querySelector('rect, path').getBoundingClientRect();
             return [x, y, right, bottom]; })""",
    )
    assert len(boxes) == 4
    for at, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_map_is_walked_by_arrow_keys(town: Opened) -> None:
    town.page.focus(".picture g[tabindex='0']")
    town.settle()
    assert town.chosen() == "C1"
    town.page.keyboard.press("ArrowRight")
    town.settle()
    first = town.chosen()
    assert first in {"E1", "W1", "R2", "R3"}  # what bears on C1 or on a link onto it
    assert town.page.evaluate("() => document.activeElement.id") == first
    town.page.keyboard.press("ArrowLeft")
    town.settle()
    assert town.chosen() == "C1"
    town.page.keyboard.press("ArrowDown")
    town.settle()
    assert town.chosen() not in {"C1", None}
    town.page.keyboard.press("Escape")
    assert town.chosen() is None


def test_arrow_keys_come_to_every_statement(browser: Any, tmp_path: Path, arguments: Path) -> None:
    page = opened(browser, tmp_path, load(arguments / "camp-david.argmap").map)
    assert page.page.evaluate(NOT_REACHED) == []
    page.page.close()


def test_keys_fold_zoom_move_and_search(town: Opened) -> None:
    press_box(town, "C1")
    town.page.keyboard.press("Space")
    assert town.page.get_attribute(".picture #C1", "aria-expanded") == "false"
    town.page.keyboard.press("Enter")
    assert town.page.get_attribute(".picture #C1", "aria-expanded") == "true"
    town.settle()
    width = view_box(town)[2]
    town.page.keyboard.press("+")
    town.settle()
    assert view_box(town)[2] == pytest.approx(width / 1.25, rel=0.01)
    town.page.keyboard.press("-")
    town.settle()
    left = view_box(town)[0]
    town.page.keyboard.press("Shift+ArrowRight")
    town.settle()
    assert view_box(town)[0] > left
    town.page.keyboard.press("0")
    town.settle()
    x, y, *_ = view_box(town)
    assert x <= 1 and y <= 1
    town.page.keyboard.press("/")
    assert town.page.evaluate("() => document.activeElement.className") == "query"


def test_mouse_and_wheel_move_and_zoom(town: Opened) -> None:
    x, y, wide, _ = view_box(town)
    town.page.mouse.move(300, 300)
    town.page.mouse.down()
    town.page.mouse.move(360, 350, steps=4)
    town.page.mouse.up()
    town.settle()
    scale = 1028 / wide
    moved = view_box(town)
    assert moved[0] == pytest.approx(x - 60 / scale, abs=8)
    assert moved[1] == pytest.approx(y - 50 / scale, abs=8)
    assert town.chosen() is None
    town.page.mouse.wheel(0, -300)
    town.settle()
    assert view_box(town)[2] < moved[2] * 0.8
    wide = view_box(town)[2]
    town.page.click(".farther")
    town.settle()
    assert view_box(town)[2] == pytest.approx(wide * 1.25, rel=0.01)


def test_two_fingers_zoom_on_a_phone(browser: Any, tmp_path: Path) -> None:
    phone = opened(browser, tmp_path, debate(), **PHONE)
    wide = view_box(phone)[2]
    touch = phone.page.context.new_cdp_session(phone.page)

    def fingers(kind: str, *points: tuple[int, int]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    fingers("touchStart", (180, 400), (220, 400))
    for spread in range(25, 100, 10):
        fingers("touchMove", (200 - spread, 400), (200 + spread, 400))
    fingers("touchEnd")
    phone.settle()
    assert view_box(phone)[2] < wide / 2
    phone.page.goto(phone.page.url.split("#")[0] + "#R2")
    phone.settle()
    assert phone.page.locator(".shown").is_visible()
    assert phone.chosen() == "R2"
    assert phone.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    ring, panel = phone.page.locator(".ring").bounding_box(), phone.page.locator(".panel").bounding_box()
    assert ring["y"] + ring["height"] < panel["y"]
    assert phone.said == []
    phone.page.close()


@pytest.mark.parametrize(
    ("end", "label"), [("#R2", "R2"), ("#walk", "E1"), ("#text.R3", "R3"), ("#C9", None), ("#%", None)]
)
def test_deep_links(browser: Any, tmp_path: Path, end: str, label: str | None) -> None:
    town = opened(browser, tmp_path, debate(), end)
    assert town.chosen() == label
    assert town.said == []
    town.page.close()


def test_ids_that_are_words_of_the_page_or_of_the_language(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, load_text(HOSTILE).map)
    for name, label in {"a-b": "C1", "a_b": "E1", "panel": "C3", "toString": "C4", "text": "C2", "node": "R2"}.items():
        page.page.evaluate("name => { location.hash = name }", name)
        page.settle()
        assert page.chosen() == label
    page.page.close()


@pytest.mark.parametrize("text", [HOSTILE, LONG], ids=["hostile", "long"])
def test_nothing_of_a_hostile_map_runs(browser: Any, tmp_path: Path, text: str) -> None:
    page = opened(browser, tmp_path, load_text(text).map)
    for button in (".fold-all", ".unfold-all", ".show-words", ".show-map"):
        page.page.click(button)
    for label in page.seen():
        page.page.evaluate("label => { location.hash = label }", label)
        page.settle()
    page.page.fill(".query", "<script>")
    page.settle()
    assert page.page.evaluate("() => window.bad") is None
    assert page.said == []
    assert set(page.asked) == {(tmp_path / "map.html").as_uri()}
    assert page.page.evaluate("() => document.querySelectorAll('iframe, object, embed, img, base, form').length") == 0
    page.page.close()


def test_the_map_in_words_is_another_view(town: Opened) -> None:
    press_box(town, "R3")
    town.page.click(".show-words")
    assert not town.page.locator(".picture").is_visible()
    words = town.page.inner_text(".outline")
    assert "denies that R2 bears on C1" in words
    assert "supports C2, together with E2" in words
    assert town.page.locator("[id='text.R3']").evaluate("e => e.classList.contains('chosen')")
    town.page.click("[id='text.C1'] .twist")
    assert not town.page.locator("[id='text.R3']").is_visible()
    town.page.click("[id='text.C2'] .label")
    town.settle()
    assert town.page.locator(".picture").is_visible()
    assert town.chosen() == "C2"
    assert "R3" not in town.seen()


def test_without_the_script_there_are_picture_and_words(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, debate(), java_script_enabled=False)
    assert page.page.locator(".picture svg").is_visible()
    assert page.page.locator("[id='text.E2']").is_visible()
    assert not page.page.locator(".tools").is_visible()
    assert not page.page.locator(".panel").is_visible()
    assert page.page.locator(".picture svg a:not([href^='#'])").count() == 0
    page.page.close()


def test_dark_and_light(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, debate(), color_scheme="dark")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    box = "() => getComputedStyle(document.querySelector('#C1 rect')).fill"
    tint = ("rgb(18, 34, 47)", "rgb(238, 245, 251)")  # of the first side
    assert (page.page.evaluate(ground), page.page.evaluate(box)) == ("rgb(17, 22, 29)", tint[0])
    page.page.click(".theme")
    assert (page.page.evaluate(ground), page.page.evaluate(box)) == ("rgb(255, 255, 255)", tint[1])
    page.page.click(".theme")
    assert page.page.evaluate(ground) == "rgb(17, 22, 29)"
    page.page.emulate_media(media="print")
    assert (page.page.evaluate(ground), page.page.evaluate(box)) == ("rgb(255, 255, 255)", tint[1])
    page.page.close()


def test_printing_gives_the_sheets_then_the_words(town: Opened) -> None:
    press_box(town, "C1")
    town.page.keyboard.press("+")
    paper = town.page.pdf(prefer_css_page_size=True)
    sheets = town.page.locator(".sheets svg")
    assert sheets.count() >= 1
    assert paper.count(b"/Type /Page\n") > sheets.count()
    town.page.emulate_media(media="print")
    assert sheets.first.is_visible()
    assert not town.page.locator(".picture").is_visible()
    assert town.page.locator("[id='text.R3']").is_visible()
    assert not town.page.locator(".tools").is_visible()
    assert not town.page.locator(".panel").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["in-short", "separate-alliances", "asian-nato", "camp-david"])
def test_axe_finds_nothing(browser: Any, tmp_path: Path, arguments: Path, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, tmp_path, load(arguments / f"{name}.argmap").map, "#R2", color_scheme=scheme)
    assert_accessible(Axe(), page)
    page.page.fill(".query", "alliance")
    page.page.click(".fold-all")
    assert_accessible(Axe(), page)
    page.page.click(".show-words")
    assert_accessible(Axe(), page)
    page.page.close()
    phone = opened(browser, tmp_path, load(arguments / f"{name}.argmap").map, "#R2", color_scheme=scheme, **PHONE)
    assert_accessible(Axe(), phone)
    phone.page.close()


def assert_accessible(axe: Any, page: Opened) -> None:
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = axe.run(page.page, options={"runOnly": tags})
    assert [
        (found["id"], [node["html"][:200] for node in found["nodes"]]) for found in result.response["violations"]
    ] == []


@pytest.mark.parametrize("name", ["asian-nato", "camp-david", "in-short", "separate-alliances"])
def test_the_real_maps_open_silently(browser: Any, tmp_path: Path, arguments: Path, name: str) -> None:
    map = load(arguments / f"{name}.argmap").map
    page = opened(browser, tmp_path, map)
    assert len(page.seen()) == len(map.statements)
    page.page.click(".fold-all")
    assert sorted(page.seen()) == sorted(top.label for top in map.tops)
    page.page.click(".unfold-all")
    assert len(page.seen()) == len(map.statements)
    assert page.said == []
    page.page.close()
