"""How fast the live page answers somebody who types, in a real browser: with `argmap serve` behind it, and alone.

    python tests/bench/live_page.py [--size 500] [--keys 60] [--pause 200]

Needs Chromium; the page alone needs what `argmap/web/editor/README.md` builds. Prints the time from a key to
the findings and to the picture that belong to it, and from opening the page to its first picture.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "web"), str(HERE.parent / "service")]

from browser import running_browser  # noqa: E402
from serving import served  # noqa: E402
from speed import in_argmap  # noqa: E402

from argmap.web.alone import ONE, NotBuiltError, site  # noqa: E402

MARKS = """() => {
  window.seen = { checked: {}, drawn: {} };
  new MutationObserver(() => {
    for (const what of ["checked", "drawn"]) {
      const [version, took] = (document.body.dataset[what] ?? "").split(" ");
      if (took) window.seen[what][version] ??= Number(took);
    }
  }).observe(document.body, { attributes: true });
}"""
READY = "document.body.dataset.ready && document.body.dataset.pictures"


def until(page: Any, condition: str) -> None:
    end = time.monotonic() + 300
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        time.sleep(0.02)


def told(what: str, times: list[float]) -> None:
    ordered = sorted(times) or [0.0]
    p95 = ordered[int(len(ordered) * 0.95)]
    print(f"    {what}: median {statistics.median(ordered):.0f} ms, p95 {p95:.0f} ms ({len(times)} times)")


def typed(page: Any, keys: int, pause: float) -> None:
    page.evaluate(MARKS)
    page.focus(".cm-content")
    page.keyboard.press("Control+Home")
    for number in range(keys):
        page.keyboard.type("#" if number == 0 else " " if number % 6 == 5 else "x")
        time.sleep(pause / 1000)
    time.sleep(3)
    seen = page.evaluate("window.seen")
    told("findings", list(seen["checked"].values()))
    told("picture", list(seen["drawn"].values()))


@contextmanager
def opened(browser: Any, address: str) -> Iterator[Any]:
    page = browser.new_page()
    start = time.monotonic()
    page.goto(address)
    until(page, READY)
    print(f"    first picture after {time.monotonic() - start:.1f} s")
    yield page
    page.close()


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--size", type=int, default=500)
    arguments.add_argument("--keys", type=int, default=60)
    arguments.add_argument("--pause", type=float, default=200)
    asked = arguments.parse_args()
    text = in_argmap(asked.size)
    for browser in running_browser():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "map.argmap").write_text(text, encoding="utf-8")
            print(f"argmap serve, {asked.size} statements")
            with served(folder, "map.argmap") as running:
                time.sleep(3)
                with opened(browser, running.address) as page:
                    typed(page, asked.keys, asked.pause)
            try:
                (folder / ONE).write_bytes(site()[ONE])
            except NotBuiltError as why:
                print(why)
                continue
            print(f"the page alone, in one file, {asked.size} statements")
            with opened(browser, (folder / ONE).as_uri()) as page:
                with page.expect_file_chooser() as choosing:
                    page.evaluate("delete window.showOpenFilePicker")
                    page.click("#own button:text('Open')")
                choosing.value.set_files({"name": "map.argmap", "mimeType": "text/plain", "buffer": text.encode()})
                until(page, "document.querySelector('.cm-content').innerText.length > 1000")
                time.sleep(5)
                typed(page, asked.keys, asked.pause)


if __name__ == "__main__":
    main()
