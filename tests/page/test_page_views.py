"""Both layouts in one page, what is lit, and the page for those who do not see it, by keys alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_maps import DEBATE, Opened, debate, opened
from test_page_browser import assert_accessible

from argmap.diagram.text.words import link_words
from argmap.pipeline import load, load_text

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def town(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    page = opened(browser, tmp_path, debate())
    yield page
    assert page.said == []
    page.page.close()


def keys(page: Opened, *pressed: str) -> None:
    """Press some keys, one after another: no more than six, as the tasks of a reader who hears the page ask."""
    assert len(pressed) <= 6
    for key in pressed:
        page.page.keyboard.press(key)
    page.settle()


def focused(page: Opened) -> str:
    return str(page.page.evaluate("() => document.activeElement.id || document.activeElement.className"))


def spoken(page: Opened) -> str:
    return str(page.page.text_content(".spoken"))


def layout(page: Opened) -> str:
    """Which picture is shown, by what stands under its title."""
    words = page.page.text_content(".picture svg")
    return "flow" if "each column answers" in words else "map"


def named(page: Opened) -> set[str]:
    """Every name in the accessibility tree."""
    session = page.page.context.new_cdp_session(page.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return {node["name"]["value"] for node in nodes if not node["ignored"] and node.get("name", {}).get("value")}


def test_both_layouts_are_in_one_page_and_a_key_changes_them(town: Opened) -> None:
    assert layout(town) == "map"
    everything = sorted(town.seen())
    keys(town, "m")
    assert layout(town) == "flow"
    assert sorted(town.seen()) == everything
    town.page.click(".picture #R2")
    keys(town, "m")
    assert (layout(town), town.chosen()) == ("map", "R2")
    town.page.click(".show-flow")
    assert layout(town) == "flow"
    keys(town, "w")
    assert town.page.locator(".outline").is_visible()
    keys(town, "w")
    assert layout(town) == "flow"


def test_of_a_large_map_what_is_out_of_view_is_named_too(browser: Any, tmp_path: Path) -> None:
    text = "".join(f"claim c{n}: It is so, {n}.\n    rebuttal r{n}: It is not.\n" for n in range(420))
    map = load_text(text).map
    page = opened(browser, tmp_path, map)
    assert page.page.evaluate("document.querySelectorAll('.picture .away').length") > 600
    names = named(page)
    assert {link_words(link) for link in map.links} <= names
    assert {statement.label for statement in map.statements} <= {name.split(",")[0] for name in names}
    keys(page, "ArrowRight", "Space")
    assert spoken(page) == "C1 folded, 1 out of sight"
    page.page.close()


def test_a_frame_steps_back_with_what_it_holds(town: Opened) -> None:
    dim = """() => [...document.querySelectorAll('.picture g[data-holds]')]
      .map(area => [area.dataset.holds, getComputedStyle(area).opacity])"""
    town.page.click(".picture #R2")
    assert {opacity for _, opacity in town.page.evaluate(dim)} == {"0.38"}
    town.page.click(".picture #E2")
    assert "1" in {opacity for held, opacity in town.page.evaluate(dim) if "E2" in held.split()}


def test_folding_holds_in_both_layouts(town: Opened) -> None:
    keys(town, "ArrowRight", "Space")
    assert spoken(town) == "C1 folded, 5 out of sight"
    keys(town, "m")
    assert set(town.seen()) == {"C1", "C2", "C3", "E2"}
    assert town.page.text_content(".badge") == "+5"
    keys(town, "Space", "m")
    assert len(town.seen()) == 9


def test_what_a_statement_answers_and_what_answers_it_stays_bright(town: Opened) -> None:
    town.page.hover(".picture #R2")
    town.settle()
    lit = "all => all.filter(box => getComputedStyle(box).opacity === '1').map(box => box.id)"
    boxes = ".picture g[id][transform]:not([data-leads])"
    assert set(town.page.eval_on_selector_all(boxes, lit)) == {"R2", "R3", "C1"}
    assert town.chosen() is None
    town.page.hover(".bar h1")
    town.settle()
    assert len(town.page.eval_on_selector_all(boxes, lit)) == 9


def test_overview_by_keys(town: Opened) -> None:
    keys(town, "o")
    assert focused(town) == "overview"
    words = town.page.inner_text(".main-claims")
    assert "C1 Shops gain when cars go." in " ".join(words.split())
    assert "5 under it · 2 answers, 1 unanswered" in words
    keys(town, "Tab", "Enter")
    assert town.chosen() == "C1"


def test_search_by_keys(town: Opened) -> None:
    keys(town, "/", "s", "o", "o", "t", "Enter")
    assert town.chosen() == "E2"
    assert spoken(town).startswith("1 of 1: E2: Soot")


def test_stepping_to_a_neighbour_by_keys(town: Opened) -> None:
    keys(town, "r", "r")  # the first one; then its first reason
    assert town.chosen() == focused(town) == "E1"
    keys(town, "u", "a")
    assert town.chosen() == focused(town) == "R2"
    keys(town, "a", "a")
    assert (town.chosen(), spoken(town)) == ("R3", "Nothing answers it.")


def test_filtering_by_keys(town: Opened) -> None:
    keys(town, "s", "ArrowDown", "ArrowDown")
    assert spoken(town) == "3 of 9 are shown."
    keys(town, "Enter")
    assert focused(town) == "R1"
    dim = town.page.eval_on_selector_all(".picture .out", "all => all.map(box => box.id)")
    assert sorted(dim) == ["C1", "C2", "E1", "E2", "R3", "W1"]
    keys(town, "ArrowDown")
    assert focused(town) in {"R2", "C3"}
    town.page.select_option(".only", label="Only rebuttals without an answer")
    found = town.page.locator(".found a").all_inner_texts()
    assert found == ["R1", "R3"]


def test_letters_can_be_kept_from_being_keys(town: Opened) -> None:
    town.page.click(".letters")
    keys(town, "m", "/")
    assert layout(town) == "map"
    assert focused(town) != "query"


@pytest.mark.parametrize("first", ["map", "flow"])
def test_every_statement_and_link_has_a_name(browser: Any, tmp_path: Path, arguments: Path, first: str) -> None:
    map = load(arguments / "camp-david.argmap").map
    page = opened(browser, tmp_path, map)
    if first == "flow":
        keys(page, "m")
    names = named(page)
    assert {link_words(link) for link in map.links} <= names
    spoken = " ".join(names)
    assert all(f"{statement.label}, " in spoken and statement.text in spoken for statement in map.statements)
    page.page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_flow(browser: Any, tmp_path: Path, arguments: Path, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, tmp_path, load(arguments / "in-short.argmap").map, color_scheme=scheme)
    keys(page, "m", "ArrowRight", "a")
    assert (layout(page), page.chosen()) == ("flow", "R1")
    assert_accessible(Axe(), page)
    keys(page, "o")
    page.page.select_option(".only", index=1)
    assert_accessible(Axe(), page)
    page.page.close()


def test_a_phone_shows_the_title_and_one_column(browser: Any, tmp_path: Path, arguments: Path) -> None:
    phone = opened(browser, tmp_path, load(arguments / "camp-david.argmap").map, **PHONE)
    assert phone.page.locator("h1").bounding_box()["y"] < 20
    column = phone.page.locator("#argmap-area-1 rect").bounding_box()
    assert column["x"] >= 0 and column["x"] + column["width"] <= 390
    assert column["width"] > 340
    assert column["y"] > phone.page.locator(".tools").bounding_box()["y"]
    assert phone.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    phone.page.close()


BIG = DEBATE.split("section: Trade")[0] + "\n".join(
    f"claim c{n} (pro): Main claim {n} of the many.\n"
    + "\n".join(f"    evidence e{n}-{k} [board para {k}]: Evidence {k} for {n}, of words." for k in range(1, 5))
    + "\n    rebuttal: They say otherwise.\n        rebuttal: And yet it is so."
    + "".join(f"\n    claim d{n}-{k}: A reason {k} of its own.\n        evidence: It was seen." for k in range(1, 4))
    for n in range(1, 78)
)
FIRST_PAINT = "() => performance.getEntriesByType('paint').find(e => e.name === 'first-contentful-paint').startTime"
DONE = """() => new Promise(done => {
  %s
  requestAnimationFrame(() => setTimeout(done));
})"""
"""Does something, and waits until it is on the screen."""
FOLD = """const box = document.getElementById('C1');
  box.focus();
  box.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));"""
FIND = """const query = document.querySelector('.query');
  query.value = 'otherwise';
  query.dispatchEvent(new Event('input'));"""
SLOW = 3
"""The machine that tests run on is slow, and shared."""


def busy(session: Any) -> float:
    """Milliseconds that the page's thread has worked."""
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"] * 1000)


def test_a_page_of_a_thousand_is_quick(browser: Any, tmp_path: Path) -> None:
    map = load_text(BIG, "big.argmap").map
    assert len(map.statements) >= 1000
    page = opened(browser, tmp_path, map)
    assert page.page.evaluate(FIRST_PAINT) < 1000 * SLOW
    session = page.page.context.new_cdp_session(page.page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.page.wait_for_timeout(800)
    for act, most in ((FOLD, 300), (FIND, 100)):
        before = busy(session)
        page.page.evaluate(DONE % act)
        assert busy(session) - before < most * SLOW
    page.page.close()
