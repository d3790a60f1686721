"""What all tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write what comes out into the literate cases"
    )


@pytest.fixture
def arguments() -> Path:
    """The folder of the real argument files."""
    return ROOT / "arguments"
