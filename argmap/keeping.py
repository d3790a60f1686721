"""What is made and kept, with the collector of garbage standing by."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def put_by(*, look_through: bool) -> None:
    """What was made so far stays, or goes by itself once nobody holds it: the collector does not look at it
    again, which takes longer than to read a map anew after a change. Now and then (`look_through`) it does,
    for the sake of all else that was made meanwhile."""
    if look_through:
        gc.unfreeze()
        gc.collect()
    gc.freeze()


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
