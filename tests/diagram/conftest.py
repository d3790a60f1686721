"""What the tests of the diagram share: one engine for many maps, and a browser where there is one."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

from argmap.diagram import engine

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


def browser_program() -> str | None:
    """The path of Chromium: ARGMAP_BROWSER, or what is on the PATH."""
    named = os.environ.get("ARGMAP_BROWSER")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def have_browser() -> bool:
    return browser_program() is not None and find_spec("playwright") is not None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a browser where there is none; in CI it stays, and fails."""
    if have_browser() or os.environ.get("CI") == "true":
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def laying_out() -> Iterator[engine.Engine]:
    """The default engine, started once."""
    with engine.start() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    assert have_browser(), "this test needs Chromium and Playwright (`pip install playwright`)"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser_program(), args=QUIET)
        yield running
        running.close()
