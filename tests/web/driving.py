"""The live page in a real browser, for the tests that use it as a coach does."""

import time
from pathlib import Path
from typing import Any

import pytest
from editing import DEBATE

SLIPPED = DEBATE.replace("evidence wet", "evidense wet")
COUNTS = """addEventListener("DOMContentLoaded", () => {
  const count = document.querySelector("#count");
  window.counts = [];
  new MutationObserver(() => window.counts.push(count.textContent)).observe(count, { childList: true });
});"""
"""A script of a page that keeps what is said of how much was found."""


def host(address: str) -> str:
    """Whom an address asks; nobody, where it is a file of this machine or something of the page's own."""
    return address.split("/")[2] if address.startswith("http") else ""


class Page:
    """The live page in a browser. Whatever is done to it, it says nothing and asks nobody else."""

    def __init__(self, browser: Any, address: str, script: str = "", **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        if script:
            self.page.add_init_script(script)
        self.said: list[str] = []
        self.asked: set[str] = set()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.add(host(request.url)))
        self.answer: str | None = ""
        self.questions: list[str] = []
        self.page.on("dialog", self._answered)
        self.page.goto(address)
        self.until("document.body.dataset.ready && document.body.dataset.pictures")

    def _answered(self, dialog: Any) -> None:
        self.questions.append(dialog.message)
        if self.answer is None:
            dialog.dismiss()
        else:
            dialog.accept(self.answer)

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
        words: str = self.page.evaluate("document.querySelector('#drawing').shadowRoot.textContent")
        return words

    def close(self, host: str) -> None:
        assert self.said == []
        assert self.asked == {host}
        self.context.close()


def what_if_by_keyboard(live: Page) -> None:
    """Lose C2 in the picture, see what comes of it, and take it back, without a mouse."""
    told = "document.querySelector('#judged').textContent.includes('If C2 is lost')"
    live.page.evaluate("document.querySelector('#drawing').shadowRoot.querySelector('#C2').focus()")
    live.page.keyboard.press("Enter")
    live.page.keyboard.press("Tab")
    assert live.page.evaluate("document.activeElement.textContent") == "Lose it"
    live.page.keyboard.press("Enter")
    live.until(told)
    assert live.page.is_visible("#judged")
    assert live.page.is_visible("#drawing")
    live.page.focus("#moves button")
    live.page.keyboard.press("Enter")
    live.until(f"!{told}")


def nothing_keeps_anybody_out(live: Page) -> None:
    """axe finds nothing, in light and dark, on a desk and on a phone, and nothing is wider than the screen."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    live.page.evaluate(f"(() => {{ {script} }})()")
    for scheme, width, height in (("light", 1300, 800), ("dark", 1300, 800), ("light", 390, 844), ("dark", 390, 844)):
        live.page.emulate_media(color_scheme=scheme)
        live.page.set_viewport_size({"width": width, "height": height})
        for tab in ("sources", "picture"):
            live.page.click(f"#tab-{tab}")
            assert live.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = live.page.evaluate(
            "axe.run().then(done => done.violations.map(each => `${each.id}: ${each.nodes[0].html}`))"
        )
        assert found == []
