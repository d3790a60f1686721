"""Work on many files, spread over the machine's cores."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, TypeVar

from .inputs import Input

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Result = TypeVar("Result")
Work = Callable[[Sequence[Input]], Result]

SHARES = 4
"""How many shares of the files each process gets: the last ones end at about the same time."""
HOW = "fork" if sys.platform == "linux" else "spawn"
"""To copy a process is cheaper by far than to start Python anew; elsewhere that is not safe, or not there."""
PATIENCE = 1.0
"""Seconds after which we look whether those still live whom we wait for."""
SIGNALS = ("SIGTERM", "SIGHUP")


def processes(items: Sequence[Input], jobs: int | None, worth: int) -> int:
    """How many processes are to work on some files: as many as `jobs` says; where it is None, as many as the
    machine has cores, but none for less than `worth` bytes of files, as it costs more than it gives.

    What comes through a pipe can be read by this process alone.
    """
    sizes = [_size(item) for item in items]
    if None in sizes or len(items) < 2 or jobs == 1:
        return 1
    if jobs is not None:
        return min(jobs, len(items))
    worthwhile = sum(size or 0 for size in sizes) // worth
    return max(1, min(_cores(), len(items), worthwhile)) if worthwhile > 1 else 1


def spread(work: Work[Result], items: Sequence[Input], count: int, how: str = HOW) -> Generator[Result, None, None]:
    """What some work gives for each share of the files, in the order of the files, by so many processes.

    `work` and its results are sent to other processes, so it is a function of a module. A share that a process
    died of, and all where none can be started, is worked on by this one. Closed before its end, it ends the
    processes.
    """
    if count == 1:
        yield work(items)
        return
    import multiprocessing
    from concurrent.futures import CancelledError, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    size = max(1, -(-len(items) // (count * SHARES)))
    shares = [items[at : at + size] for at in range(0, len(items), size)]
    _hold_signals(True)
    try:
        pool = ProcessPoolExecutor(count, multiprocessing.get_context(how), _begin)
        waiting = [pool.submit(work, share) for share in shares]
    except (OSError, ImportError):
        _hold_signals(False)
        yield from map(work, shares)
        return
    try:
        _hold_signals(False)
        for share, each in zip(shares, waiting, strict=True):
            try:
                _wait(each, pool)
                result = each.result()
            except (BrokenProcessPool, CancelledError):
                result = work(share)
            yield result
        pool.shutdown()
    except BaseException:
        _end(pool)
        raise


def _wait(result: "Future[Result]", pool: "ProcessPoolExecutor") -> None:
    """Wait until a result is there, or is known to be lost.

    The pool itself sees that a process died, but not while it reads a result that was half sent by then.
    """
    from concurrent.futures import wait

    workers = tuple(pool._processes.values()) if pool._processes else ()
    while not wait([result], PATIENCE).done:
        if not all(worker.is_alive() for worker in workers) and not wait([result], PATIENCE).done:
            _end(pool)
            wait([result])


def _end(pool: "ProcessPoolExecutor") -> None:
    """End a pool's processes now, whatever they do.

    One that dies while it sends its result leaves the pool's own thread waiting for the rest of it, for as
    long as anybody could still send it: all others are ended, so we let go of the end that we hold.
    """
    for process in tuple(pool._processes.values()) if pool._processes else ():
        process.terminate()
    if pool._result_queue is not None:
        pool._result_queue._writer.close()  # type: ignore[attr-defined]
    pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave an interruption to the process that we work for: it ends us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in _ends():
        signal.signal(number, signal.SIG_DFL)
    _hold_signals(False)


def _hold_signals(held: bool) -> None:
    """Let no interruption fall between two processes while they are started; it comes afterwards."""
    if sys.platform != "win32" and threading.current_thread() is threading.main_thread():
        how = signal.SIG_BLOCK if held else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, (signal.SIGINT, *_ends()))


def _ends() -> Sequence[signal.Signals]:
    return [number for name in SIGNALS if (number := getattr(signal, name, None))]


def _cores() -> int:
    """On how many cores this process may run."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(item: Input) -> int | None:
    """How large a file is; None for what is none, and can be read only once."""
    if item.path is None or (os.path.exists(item.path) and not os.path.isfile(item.path)):  # noqa: PTH110, PTH113
        return None
    try:
        return os.path.getsize(item.path)  # noqa: PTH202
    except (OSError, ValueError):
        return 0
