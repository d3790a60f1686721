"""How fast pictures are: whole processes, the median of several runs, and the most memory they took.

    python tests/bench/diagram.py [--runs 5] [--sizes 50,500,5000]

Prints a table in Markdown. Memory is that of all processes of a run together, the layout engine's
with the rest (Linux; 0 elsewhere). The dag has one further link for every second statement.
"""

import argparse
import contextlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from speed import in_argmap, statements

PAUSE = 0.02
"""Seconds between two looks at the memory."""


def dag(size: int) -> str:
    """The tree of `speed.py`, with links across its branches: always from a later to an earlier one."""
    roll = random.Random(size)
    names = [name for _, kind, name in statements(size) if kind != "warrant"]
    links = []
    for _ in range(size // 2):
        at = roll.randrange(1, len(names))
        verb = roll.choice(["supports", "rebuts"])
        links.append(f"{names[at]} {verb} {names[roll.randrange(max(0, at - 60), at)]}\n")
    return in_argmap(size) + "".join(dict.fromkeys(links))


def family(pid: int) -> Iterator[int]:
    """A process and all that it started, by their ids."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from family(int(child))


def resident(pid: int) -> int:
    """The bytes of memory that a process and its children take now."""
    total = 0
    for each in family(pid):
        for line in Path(f"/proc/{each}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1]) * 1024
    return total


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of one run."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        most = 0
        while process.poll() is None:
            with contextlib.suppress(OSError):  # it has ended, or this is another system
                most = max(most, resident(process.pid))
            time.sleep(PAUSE)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}: {said.read().decode()[-500:]}")
    return seconds, most / 1e6


def row(what: str, options: list[str], folder: Path, runs: int) -> None:
    """One line of the table."""
    results = [run([sys.executable, "-m", "argmap", "export", *options, "-o", "out"], folder) for _ in range(runs)]
    seconds = statistics.median(result[0] for result in results)
    print(f"| {what} | {seconds:.2f} | {max(result[1] for result in results):.0f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", default="50,500,5000", help="numbers of statements")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("| what | seconds | MB |\n|---|---|---|")
        for size in map(int, options.sizes.split(",")):
            (folder / f"tree{size}.argmap").write_text(in_argmap(size), encoding="utf-8")
            (folder / f"dag{size}.argmap").write_text(dag(size), encoding="utf-8")
            for shape in ("tree", "dag"):
                row(f"SVG, {shape} of {size:,}", [f"{shape}{size}.argmap"], folder, options.runs)
            row(f"HTML, tree of {size:,}", [f"tree{size}.argmap", "--to", "html"], folder, options.runs)
            if size <= 500:
                row(f"PDF, tree of {size:,}", [f"tree{size}.argmap", "--to", "pdf"], folder, options.runs)
                row(f"PDF on A4, tree of {size:,}", [f"tree{size}.argmap", "--to", "pdf", "--page", "a4"],
                    folder, options.runs)  # fmt: skip
                row(f"PNG, tree of {size:,}", [f"tree{size}.argmap", "--to", "png"], folder, options.runs)


if __name__ == "__main__":
    main()
