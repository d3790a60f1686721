"""How fast judging is.

    python tests/bench/judging.py

Prints a table in Markdown. Times are medians of five runs, loading not counted but where it says
whole process. Needs python-sat: pip install "argmap[judge]".
"""

import gc
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from argmap.judging import Verdict, judge
from argmap.judging.ballot import ballot
from argmap.judging.moves import MoveKind
from argmap.judging.search.flips import smallest_flips
from argmap.judging.search.readings import clashes, ways
from argmap.judging.search.weak_points import weak_points
from argmap.judging.strength.strength import strengths
from argmap.model import ArgumentMap
from argmap.pipeline import load_text

RUNS = 5


def seconds(function: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        gc.collect()
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def debate(size: int) -> ArgumentMap:
    """A tree of claims as coaches write them: each with a card of its own, and claims, more cards or
    rebuttals under it; most rebuttals answered, some by denying that they bear."""
    rng = Random(1)
    lines = ["side pro: For", "side con: Against", "claim c0 (pro): Stake.", "evidence e0: Card.", "e0 supports c0"]
    claims, count = ["c0"], 2
    while count < size:
        count += 2
        onto, name = rng.choice(claims[-40:]), f"n{count}"
        kind = rng.choice(("claim", "claim", "evidence", "evidence", "rebuttal"))
        lines.append(f"{kind} {name}: Statement.")
        if kind == "claim":
            lines += [f"evidence e{count}: Card.", f"e{count} supports {name}", f"{name} supports {onto}"]
            claims.append(name)
        elif kind == "rebuttal":
            link = f" -> {onto}" if rng.random() < 0.4 else ""
            lines += [f"{name} rebuts {onto}", f"rebuttal a{count}: Answer.", f"a{count} rebuts {name}{link}"]
        else:
            count -= 1
            lines.append(f"{name} supports {onto}")
    return load_text("\n".join(lines)).map


def clash(size: int, share: float) -> ArgumentMap:
    """Statements of which that share rebut one another, loosely joined into one clash, and a claim
    that rests on it."""
    rng = Random(3)
    count = int(size * share)
    lines = [f"evidence e{number}: Statement." for number in range(size)]
    for number in range(1, count):
        one, other = number, rng.randrange(number) if rng.random() < 0.25 else number - 1
        lines += [f"e{one} rebuts e{other}", f"e{other} rebuts e{one}"]
    lines += [f"e{number} supports e{rng.randrange(count, number)}" for number in range(count + 1, size)]
    lines += ["claim c0: Stake.", *(f"e{rng.randrange(count)} supports c0" for _ in range(6))]
    return load_text("\n".join(lines)).map


def weighted_ring(size: int) -> ArgumentMap:
    """Statements with weights of which each rebuts the next."""
    lines = [f"rebuttal r{number}: R.\n    weight: 0.9" for number in range(size)]
    return load_text("\n".join([*lines, *(f"r{n} rebuts r{(n + 1) % size}" for n in range(size))])).map


def row(what: str, size: ArgumentMap, wanted: str, function: Callable[[], object]) -> None:
    elements = f"{len(size.statements):,} + {len(size.links):,}"
    print(f"| {what} | {elements} | {wanted} | {seconds(function):.3f} |", flush=True)


def in_process() -> None:
    print("| what | statements + links | to reach, s | seconds |\n|---|---:|---:|---:|")
    large = debate(51_000)
    gc.freeze()  # what is loaded stays, and need not be looked through again
    row("verdict and ballot", large, "0.25", lambda: ballot(judge(large)))
    row("strengths", large, "", lambda: strengths(judge(large)))
    for size, wanted in ((1_000, "1"), (5_000, "")):
        map_ = debate(size)
        judgement = judge(map_)
        stake = map_.by_name["c0"]
        row(f"smallest flip, answers ({judgement.verdict(stake)})", map_, wanted,
            lambda j=judgement, s=stake: smallest_flips(j, s, MoveKind.ANSWER))  # fmt: skip
        row("smallest flip, cards", map_, wanted,
            lambda j=judgement, s=stake: smallest_flips(j, s, MoveKind.DROP))  # fmt: skip
        row("single points of failure", map_, "", lambda j=judgement, s=stake: weak_points(j, [s]))
    ring = weighted_ring(500)
    row("strengths on a ring", ring, "", lambda: strengths(judge(ring)))
    torn = clash(1_000, 0.6)
    judgement = judge(torn)
    open_ = sum(judgement.verdict(s) is Verdict.OPEN for s in torn.statements) / len(torn.statements)
    row(f"readings, {open_:.0%} open", torn, "1", lambda: clashes(judgement))
    row(f"readings of one claim, {open_:.0%} open", torn, "1", lambda: ways(judgement, torn.by_name["c0"]))


def whole_process() -> None:
    """`argmap judge` of 50 statements, beside an interpreter that does nothing and one that imports
    click, as these differ from machine to machine."""
    body = "".join(
        f"claim c{n}: Claim {n}.\n    evidence e{n}: Card {n}.\n    evidence f{n}: Card {n}.\n"
        f"    rebuttal r{n}: But {n}.\n        rebuttal a{n} no-link: Yet {n}.\n"
        for n in range(10)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "fifty.argmap")
        path.write_text(body, encoding="utf-8")
        for what, wanted, call in (
            ("python -c pass", "", ["-c", "pass"]),
            ("python -c 'import click'", "", ["-c", "import click"]),
            ("argmap check, whole process", "", ["-m", "argmap", "check", "-q", str(path)]),
            ("argmap judge, whole process", "0.3", ["-m", "argmap", "judge", "-q", str(path)]),
        ):
            taken = seconds(lambda call=call: subprocess.run([sys.executable, *call], capture_output=True, check=True))
            print(f"| {what} | 50 + 50 | {wanted} | {taken:.3f} |")


if __name__ == "__main__":
    in_process()
    whole_process()
