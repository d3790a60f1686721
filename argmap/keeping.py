"""What is made and kept, with the collector of garbage standing by."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """What is made while a map is read or drawn is kept: to look through it for garbage, time and again,
    would cost a third of the time, and more the larger the map."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
