"""What all tests share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import leave_out_browser_tests, running_browser

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what comes out into the literate cases")


@pytest.fixture
def arguments() -> Path:
    """The folder of the real argument files."""
    return ROOT / "arguments"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    leave_out_browser_tests(config, items)
    # Playwright keeps a loop of its own running until the session ends: what needs one of asyncio's goes first.
    items.sort(key=lambda item: item.get_closest_marker("asyncio") is None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, started once."""
    yield from running_browser()
