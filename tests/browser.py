"""Headless Chromium for the tests that look at what argmap makes as a reader does.

Where there is no browser they are left out; where CI is set they stay, and fail.
"""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def browser_program() -> str | None:
    """The path of Chromium: ARGMAP_BROWSER, or what is on the PATH."""
    named = os.environ.get("ARGMAP_BROWSER")
    return named or next((path for name in PROGRAMS if (path := shutil.which(name))), None)


def have_browser() -> bool:
    return browser_program() is not None and find_spec("playwright") is not None


def leave_out_browser_tests(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a browser where there is none; in CI it stays, and fails."""
    if have_browser() or os.environ.get("CI") == "true":
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def running_browser() -> Iterator[Any]:
    """A browser, for as long as it is wanted."""
    assert have_browser(), "this test needs Chromium and Playwright (`pip install playwright`)"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser_program(), args=QUIET)
        yield running
        running.close()
