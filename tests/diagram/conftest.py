"""What the tests of the diagram share: one engine for many maps."""

from collections.abc import Iterator

import pytest

from argmap.diagram.layout import engine


@pytest.fixture(scope="session")
def laying_out() -> Iterator[engine.Engine]:
    """The default engine, started once."""
    with engine.start() as running:
        yield running
