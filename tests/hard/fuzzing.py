"""Attacks by chance: whatever is typed, read or answered, no traceback and no run over five seconds.

    python tests/hard/fuzzing.py [--seconds 60] [--first 0] [--log FILE] [KIND...]

Each kind makes inputs from a seed and does with them all that the commands do. A fault of argmap that is
told as one (`argmap-fault`) counts as a traceback. What fails is printed with its kind and seed; the exit
status is 1 then. Kinds are given equal time (see `SELDOM`). Where there is fork, they run in a process
that is made anew now and then, and an input that takes that process along is found, too. `--log`: a line
of JSON for each such process, so that runs can be added up, and the next one begins with the seeds after
theirs.
"""

import argparse
import contextlib
import gc
import json
import mmap
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import attacks_of_desks
import attacks_of_files
import attacks_of_graphs
import attacks_of_text

LIMIT = 5.0
BATCH, WAIT = 20.0, 120.0
"""Seconds of the processor, and of the clock, for which one process tries inputs."""
MEMORY = 3 << 30
KINDS: dict[str, Callable[[random.Random], None]] = {
    kind.__name__: kind
    for room in (attacks_of_text, attacks_of_graphs, attacks_of_files, attacks_of_desks)
    for kind in room.KINDS
}


SELDOM = {"graphs": 4, "long_maps": 4, "answers": 2, "messages": 2}
"""Kinds whose inputs take long: how much less time than the others they are given."""


class TooLongError(BaseException):
    """An input took longer than `LIMIT`: no `except Exception` on the way makes something else of it."""


@dataclass
class Tally:
    """How one kind fared: inputs, those that failed, the seconds of the slowest and of all."""

    tried: int = 0
    failed: int = 0
    slowest: float = 0.0
    spent: float = 0.0

    def add(self, other: "Tally") -> None:
        self.tried, self.failed = self.tried + other.tried, self.failed + other.failed
        self.slowest, self.spent = max(self.slowest, other.slowest), self.spent + other.spent


def attempt(kind: str, seed: int) -> tuple[float, str]:
    """Seconds that an input took, and the traceback that it made, or nothing."""
    began, said = time.process_time(), ""
    try:
        with _alarm():
            KINDS[kind](random.Random(f"{kind} {seed}"))
    except (Exception, TooLongError):
        said = traceback.format_exc()
    return time.process_time() - began, said


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    """Raise TooLongError where a run takes longer than it may, in time of the processor."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_signal: int, _frame: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def batch(kinds: list[str], firsts: Counter[str], seconds: float, note: Callable[[str], None]) -> dict[str, Tally]:
    """Try inputs for some time; `note` is told what comes next."""
    tallies = {kind: Tally() for kind in kinds}
    end = time.monotonic() + seconds
    while time.monotonic() < end and sum(tally.spent for tally in tallies.values()) < BATCH:
        kind = min(kinds, key=lambda each: tallies[each].spent * SELDOM.get(each, 1))
        tally, seed = tallies[kind], firsts[kind] + tallies[kind].tried
        note(f"{kind} {seed}")
        took, said = attempt(kind, seed)
        tally.add(Tally(1, int(bool(said)), took, took + 1e-5))
        if said:
            print(f"{kind} {seed} took {took:.1f} s\n{said}", flush=True)
    gc.unfreeze()  # the commands freeze what they read
    return tallies


def forked(kinds: list[str], firsts: Counter[str], seconds: float) -> dict[str, Tally]:
    """The same in a process of its own. An input that ends it is told, and counts as failed."""
    last, (hears, says) = mmap.mmap(-1, 64), os.pipe()
    child = os.fork()
    if not child:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        found = batch(kinds, firsts, seconds, lambda what: last.__setitem__(slice(64), what.encode().ljust(64)))
        os.write(says, json.dumps({kind: asdict(tally) for kind, tally in found.items()}).encode())
        os._exit(0)
    os.close(says)
    with os.fdopen(hears, "rb") as pipe:
        told = pipe.read()
    status = os.waitpid(child, 0)[1]
    if told:
        return {kind: Tally(**tally) for kind, tally in json.loads(told).items()}
    kind, seed = last[:].decode().split()
    print(f"{kind} {seed} ended the process: status {status}", flush=True)
    return {kind: Tally(int(seed) - firsts[kind] + 1, 1)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--log", type=Path)
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_args()
    kinds = options.kinds or list(KINDS)
    total = {kind: Tally() for kind in kinds}
    firsts = Counter(dict.fromkeys(kinds, options.first))
    if options.log and options.log.exists():
        for line in options.log.read_text(encoding="utf-8").splitlines():
            firsts.update({kind: tally["tried"] for kind, tally in json.loads(line).items()})
    for kind in kinds:
        attempt(kind, 0)  # what is imported on the way is imported once
    end = time.monotonic() + options.seconds
    while (left := end - time.monotonic()) > 0:
        try_all = forked if hasattr(os, "fork") else lambda *of: batch(*of, lambda _: None)
        found = try_all(kinds, firsts, min(left, WAIT))
        for kind, tally in found.items():
            total[kind].add(tally)
            firsts[kind] += tally.tried
        if options.log:
            with options.log.open("a", encoding="utf-8") as log:
                log.write(json.dumps({kind: asdict(tally) for kind, tally in found.items()}) + "\n")
    print("| kind | inputs | failed | slowest |\n|---|---:|---:|---:|")
    for kind, tally in total.items():
        print(f"| {kind} | {tally.tried:,} | {tally.failed} | {tally.slowest:.2f} s |", flush=True)
    print(f"| all | {sum(each.tried for each in total.values()):,} | {sum(each.failed for each in total.values())} | |")
    return int(any(tally.failed for tally in total.values()))


if __name__ == "__main__":
    sys.exit(main())
