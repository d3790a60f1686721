"""How fast the page (HTML) of a large map is in a real browser: opening, folding, searching, moving, switching.

    python tests/bench/page.py [--sizes 1000,5000] [--runs 3]

Needs Chromium; it draws without a graphics card. Of each act: the seconds until the picture that follows is
painted, and in brackets the seconds of work of the page's own thread, which the machine's other work does not
lengthen; medians of the runs. The longest frame is the longest time between two pictures while the picture is
moved; the longest task, that of the page's own thread meanwhile.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from browser import running_browser
from speed import in_argmap

from argmap.page.html import to_html
from argmap.pipeline import load_text

PAINTED = """(act) => new Promise((done) => {
  const start = performance.now();
  eval(act);
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
PRESS = "document.querySelector('{}').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{}', bubbles: true }}))"
TYPE = """(() => {
  const query = document.querySelector('.query');
  query.value = 'matters 17';
  query.dispatchEvent(new Event('input'));
})()"""
WATCH = """() => {
  window.frames_ = []; window.tasks_ = []; let last = performance.now();
  const step = (now) => { window.frames_.push(now - last); last = now; window.stepping = requestAnimationFrame(step); };
  window.stepping = requestAnimationFrame((now) => { last = now; window.stepping = requestAnimationFrame(step); });
  new PerformanceObserver((list) => list.getEntries().forEach((each) => window.tasks_.push(each.duration)))
    .observe({ type: "longtask" });
}"""
ACTS = (
    ("fold a branch", PRESS.format(".picture", " ")),
    ("unfold it", PRESS.format(".picture", " ")),
    ("search", TYPE),
    ("choose the next", PRESS.format(".picture", "ArrowDown")),
    ("the other layout", PRESS.format(".picture", "m")),
    ("and back", PRESS.format(".picture", "m")),
    ("all folded", "document.querySelector('.fold-all').click()"),
    ("all unfolded", "document.querySelector('.unfold-all').click()"),
)


@contextmanager
def working(session: Any, found: list[tuple[float, float]]) -> Iterator[list[float]]:
    """Note how long the page's thread works meanwhile; the time that was waited is put in by the caller."""
    before = cpu(session)
    waited: list[float] = []
    yield waited
    found.append((waited[0] / 1000, cpu(session) - before))


def cpu(session: Any) -> float:
    """The seconds that the page's own thread has worked."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def once(browser: Any, path: Path, results: dict[str, list[tuple[float, float]]]) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    with working(session, results.setdefault("open", [])) as waited:
        page.goto(path.as_uri())
        waited.append(page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
        ))  # fmt: skip
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    results.setdefault("first paint", []).append((paint / 1000, 0.0))
    page.keyboard.press("ArrowRight")
    for name, act in ACTS:
        with working(session, results.setdefault(name, [])) as waited:
            waited.append(page.evaluate(PAINTED, act))
        page.wait_for_timeout(300)
    page.evaluate(WATCH)
    for key in ("Shift+ArrowRight", "Shift+ArrowDown"):
        for _ in range(40):
            page.keyboard.press(key)
    for _ in range(8):
        page.keyboard.press("-")
        page.wait_for_timeout(60)
    page.wait_for_timeout(400)
    frames, tasks = page.evaluate("[window.frames_, window.tasks_]")
    results.setdefault("longest frame; task", []).append((max(frames) / 1000, max(tasks, default=0) / 1000))
    page.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,5000")
    options.add_argument("--runs", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, given.sizes.split(",")):
            path = Path(folder) / f"{size}.html"
            path.write_text(to_html(load_text(in_argmap(size)).map), encoding="utf-8")
            results: dict[str, list[tuple[float, float]]] = {}
            for browser in running_browser():
                for _ in range(given.runs):
                    once(browser, path, results)
            print(f"{size:,} statements ({path.stat().st_size / 1e6:.1f} MB)")
            for name, times in results.items():
                wall, work = (statistics.median(each[at] for each in times) for at in (0, 1))
                print(f"    {name}: {wall:.2f} s ({work:.2f})", flush=True)


if __name__ == "__main__":
    main()
