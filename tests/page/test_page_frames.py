"""A page of 5,000 statements opens and moves without stalling: its frames are counted, and their work.

The work of the page's own thread is measured, which other work of the machine does not lengthen, and with room
to spare: `tests/bench/page.py` tells the times. A page that lays everything out anew at a move takes seconds.
"""

import statistics
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from argmap.page.html import to_html
from argmap.pipeline import load_text

pytestmark = pytest.mark.browser
MOVED = """(key) => new Promise((painted) => {
  const picture = document.querySelector('.picture');
  picture.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: key.length > 1, bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => painted(document.querySelector('.picture svg')
    .getBoundingClientRect().toJSON())));
})"""


def debate(claims: int) -> str:
    """So many main claims, each with a reason, its evidence, an answer and a reply: five statements."""
    lines = ["side pro: Yes\nside con: No\nsource s: The book\n"]
    for number in range(claims):
        side = "pro" if number % 2 else "con"
        lines.append(
            f"claim a{number} ({side}): It is so, number {number}, and here is why that is of weight.\n"
            f"    claim b{number}: One reason for number {number} in the words that a debate has.\n"
            f"        evidence e{number} [s page {number + 1}]: What was found about number {number}.\n"
            f"        rebuttal r{number}: What speaks against the reason of number {number}.\n"
            f"            rebuttal t{number}: What is to be replied to that.\n"
        )
    return "".join(lines)


def work(session: Any) -> float:
    """The seconds that the page's own thread has worked."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def test_a_large_page_moves_with_every_key(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(to_html(load_text(debate(1000)).map), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri())
    page.wait_for_selector(".picture svg")
    opened = work(session)
    frames, places = [], []
    for key in [*["ArrowRight"] * 10, *["ArrowDown"] * 10, *["-"] * 5, *["ArrowUp"] * 5]:
        before = work(session)
        places.append(page.evaluate(MOVED, key))
        frames.append(work(session) - before)
    page.close()
    assert all(one != other for one, other in pairwise(places)), "a key moved nothing"
    assert opened < 10
    assert statistics.median(frames) < 0.15
    assert max(frames) < 0.5
