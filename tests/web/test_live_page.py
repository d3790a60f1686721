"""The live page as a coach uses it, in a real browser, with the plain editor that every install has."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editing import DEBATE, RIVER

for package in ("pygls", "starlette", "uvicorn", "watchfiles", "websockets"):
    pytest.importorskip(package)

from serving import served  # noqa: E402

pytestmark = pytest.mark.browser
SLIPPED = DEBATE.replace("evidence wet", "evidense wet")


class Page:
    """The live page in a browser. Whatever is done to it, it says nothing and asks nobody else."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: set[str] = set()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.add(request.url.split("/")[2]))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.goto(address)
        self.until("document.body.dataset.ready && document.body.dataset.pictures")

    def until(self, condition: str, seconds: float = 60) -> None:
        # Nothing is evaluated in the page itself: its policy lets no text become a program.
        end = time.monotonic() + seconds
        while not self.page.evaluate(condition):
            assert time.monotonic() < end, condition
            time.sleep(0.03)

    def found(self) -> str:
        words: str = self.page.inner_text("#findings")
        return words

    def picture(self) -> str:
        words: str = self.page.evaluate("document.querySelector('#picture').shadowRoot.textContent")
        return words

    def close(self, host: str) -> None:
        assert self.said == []
        assert self.asked == {host}
        self.context.close()


@pytest.fixture
def live(browser: Any, tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "map.argmap").write_text(SLIPPED, encoding="utf-8")
    (tmp_path / "river.txt").write_text(RIVER, encoding="utf-8")
    with served(tmp_path, "map.argmap") as running:
        for _ in range(100):
            try:
                page = Page(browser, f"{running.address}&plain=1")
                break
            except Exception:  # it is not up yet
                time.sleep(0.1)
        yield page
        page.close(running.origin.partition("//")[2])


def test_a_slip_is_seen_mended_by_a_click_drawn_and_saved(live: Page, tmp_path: Path) -> None:
    live.until("document.querySelector('#findings li')")
    assert "`evidense` is not a word of the language" in live.found()
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("!document.querySelector('#findings').innerText.includes('evidense')")
    text = live.page.input_value("textarea")
    live.page.fill("textarea", text.replace("It costs too much.", "The sum is large."))
    live.until("document.querySelector('#picture').shadowRoot.textContent.includes('The sum is large.')")
    live.page.keyboard.press("Control+s")
    live.until("document.querySelector('#status').textContent === 'Saved map.argmap'")
    saved = (tmp_path / "map.argmap").read_text(encoding="utf-8")
    assert "evidence wet" in saved
    assert "The sum is large." in saved


def test_what_if_by_keyboard_alone(live: Page) -> None:
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("document.querySelector('#picture').shadowRoot.querySelector('#C2')")
    live.page.evaluate("document.querySelector('#picture').shadowRoot.querySelector('#C2').focus()")
    live.page.keyboard.press("Enter")
    for _ in range(2):  # Go to its line, Drop it
        if live.page.evaluate("document.activeElement.textContent") != "Drop it":
            live.page.keyboard.press("Tab")
    live.page.keyboard.press("Enter")
    live.until("document.querySelector('#judged').textContent.includes('If C2 is dropped')")
    assert live.page.is_visible("#judged")
    live.page.focus("#moves button")
    live.page.keyboard.press("Enter")
    live.until("!document.querySelector('#judged').textContent.includes('If C2 is dropped')")
    live.page.focus("#tab-ballot")
    live.page.keyboard.press("ArrowRight")
    assert "Dana Smith, What the river says" in live.page.inner_text("#sources")


def test_both_layouts(live: Page) -> None:
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("document.querySelector('#picture').shadowRoot.querySelector('#E1')")
    drawn = live.page.evaluate("document.querySelector('#picture').shadowRoot.innerHTML")
    live.page.select_option("#layout", "flow")
    live.until("document.querySelector('#picture').shadowRoot.querySelector('#row-C1')", 90)
    assert live.page.evaluate("document.querySelector('#picture').shadowRoot.innerHTML") != drawn
    assert "The town should build a pool" in live.picture()


def test_a_change_on_the_disk_reaches_the_page(live: Page, tmp_path: Path) -> None:
    (tmp_path / "map.argmap").write_text(DEBATE.replace("too much", "far too much"), encoding="utf-8")
    live.until("document.querySelector('#picture').shadowRoot.textContent.includes('far too much')")
    assert "far too much" in live.page.input_value("textarea")


def test_nothing_keeps_anybody_out(live: Page) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    live.page.evaluate(f"(() => {{ {script} }})()")
    for scheme, width, height in (("light", 1300, 800), ("dark", 1300, 800), ("light", 390, 844), ("dark", 390, 844)):
        live.page.emulate_media(color_scheme=scheme)
        live.page.set_viewport_size({"width": width, "height": height})
        for tab in ("ballot", "sources", "picture"):
            live.page.click(f"#tab-{tab}")
            assert live.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = live.page.evaluate(
            "axe.run().then(done => done.violations.map(each => `${each.id}: ${each.nodes[0].html}`))"
        )
        assert found == []
