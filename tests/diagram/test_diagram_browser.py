"""In a real browser: texts fit their boxes, nothing is asked of the network, nothing runs."""

from pathlib import Path
from typing import Any

import pytest
import sample_maps
from sample_maps import sample

from argmap.diagram.picture import to_svg
from argmap.model import ArgumentMap
from argmap.pipeline import load

pytestmark = pytest.mark.browser

MEASURE = """() => {
  const out = [];
  for (const box of document.querySelectorAll('svg > g[transform]')) {
    const shape = box.querySelector('rect, path').getBoundingClientRect();
    for (const text of box.querySelectorAll('text')) {
      const at = text.getBoundingClientRect();
      out.push({words: text.textContent, left: at.left - shape.left, right: shape.right - at.right,
                top: at.top - shape.top, bottom: shape.bottom - at.bottom});
    }
  }
  return out;
}"""
AREAS = """() => [...document.querySelectorAll('svg > text')].map(text => {
  const at = text.getBoundingClientRect(), page = document.documentElement.getBoundingClientRect();
  return {words: text.textContent, left: at.left - page.left, right: page.right - at.right};
})"""


def page_of(browser: Any, tmp_path: Path, map: ArgumentMap) -> tuple[Any, list[str]]:
    path = tmp_path / "map.svg"
    path.write_text(to_svg(map), encoding="utf-8")
    page = browser.new_page()
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: seen.append(message.text))
    page.on("request", lambda request: seen.append(request.url))
    page.goto(path.as_uri())
    return page, [what for what in seen if what != path.as_uri()]


def assert_texts_fit(browser: Any, tmp_path: Path, map: ArgumentMap) -> None:
    page, seen = page_of(browser, tmp_path, map)
    measured = page.evaluate(MEASURE)
    assert len(measured) >= 2 * len(map.statements)
    assert [text for text in measured if min(text["left"], text["right"], text["top"], text["bottom"]) < 1] == []
    assert [text for text in page.evaluate(AREAS) if min(text["left"], text["right"]) < 1] == []
    assert seen == []
    page.close()


@pytest.mark.parametrize("name", ["asian-nato", "separate-alliances", "camp-david", "in-short"])
def test_texts_of_the_real_maps_fit(name: str, arguments: Path, browser: Any, tmp_path: Path) -> None:
    assert_texts_fit(browser, tmp_path, load(arguments / f"{name}.argmap").map)


@pytest.mark.parametrize("text", [sample_maps.LETTERS, sample_maps.SHAPES, sample_maps.HOSTILE])
def test_texts_in_every_script_fit_and_nothing_runs(text: str, browser: Any, tmp_path: Path) -> None:
    assert_texts_fit(browser, tmp_path, sample(text))


def test_a_dark_screen_gets_dark_colours_and_paper_light_ones(browser: Any, tmp_path: Path) -> None:
    page, _ = page_of(browser, tmp_path, sample(sample_maps.SHAPES))
    fill = "() => getComputedStyle(document.querySelector('svg > rect')).fill"
    assert page.evaluate(fill) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(fill) == "rgb(17, 22, 29)"
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(fill) == "rgb(255, 255, 255)"
    page.close()
