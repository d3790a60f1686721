"""How fast the commands are: whole processes, the median of five runs, and the most memory of one.

    python tests/bench/speed.py [--argdown PROGRAM] [--sizes 50,500,5000]

Prints a table in Markdown. With `--argdown` (npm's `@argdown/cli`), the same maps are written in
Argdown's language and its commands are timed beside ours.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

RUNS = 5
HEAD = """topic: A motion of some length, as motions are
side pro: For the motion
side con: Against it
source s: A title
    author: A. Uthor
    date: 2023

"""


def statements(size: int) -> Iterator[tuple[int, str, str]]:
    """A debate of `size` statements: depth, kind and id, in the order of its lines."""
    shape = [(0, "claim"), (1, "evidence"), (2, "warrant"), (1, "evidence"), (1, "rebuttal"), (2, "rebuttal"),
             (3, "evidence"), (1, "claim"), (2, "evidence"), (2, "rebuttal")]  # fmt: skip
    for number in range(size):
        depth, kind = shape[number % len(shape)]
        yield depth, kind, f"{kind[0]}{number}"


def in_argmap(size: int) -> str:
    lines = [HEAD]
    for depth, kind, name in statements(size):
        side = f" ({'pro' if int(name[1:]) % 20 < 10 else 'con'})" if depth == 0 else ""
        cite = f" [s para {int(name[1:]) % 40 + 1}]" if kind == "evidence" else ""
        said = "what was found" if kind == "evidence" else "what follows from it"
        lines.append(
            f"{'    ' * depth}{kind} {name}{side}{cite}: Statement {name} says {said} in a line or two,\n"
            f"{'    ' * (depth + 2)}as statements of a debate do.\n"
        )
    return "".join(lines)


def in_argdown(size: int) -> str:
    lines = []
    for depth, kind, name in statements(size):
        sign = "" if depth == 0 else "- " if kind == "rebuttal" else "+ "
        said = "what was found" if kind == "evidence" else "what follows from it"
        words = f"Statement {name} says {said} in a line or two, as statements of a debate do."
        lines.append(("" if depth else "\n") + f"{'  ' * depth}{sign}[{name}]: {words}\n")
    return "".join(lines)


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds (the median) and megabytes (the most) of a command's whole process tree's leader."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
        if done.returncode:
            raise SystemExit(f"{command}: {done.stderr.decode()[-500:] or done.stdout.decode()[-500:]}")
    return statistics.median(times), memory(command, folder)


def memory(command: list[str], folder: Path) -> float:
    """The peak of a process in megabytes; 0 where the system does not tell."""
    code = "import resource,subprocess,sys; subprocess.run(sys.argv[1:], capture_output=True);"
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=folder, capture_output=True, check=False)
    kilobytes = int(done.stdout or 0) if done.returncode == 0 else 0
    return kilobytes / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--argdown", help="the program of npm's @argdown/cli")
    parser.add_argument("--sizes", default="50,500,5000,50000", help="numbers of statements")
    parser.add_argument("--draw", default="50,500", help="numbers of statements to draw")
    options = parser.parse_args()
    argmap = [sys.executable, "-m", "argmap"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("| what | seconds | MB |\n|---|---|---|")
        row("python -c 'import click'", [sys.executable, "-c", "import click"], folder)
        row("argmap --version", [*argmap, "--version"], folder)
        for size in map(int, options.sizes.split(",")):
            (folder / f"{size}.argmap").write_text(in_argmap(size), encoding="utf-8")
            (folder / f"{size}.argdown").write_text(in_argdown(size), encoding="utf-8")
            row(f"argmap check, {size:,} statements", [*argmap, "check", f"{size}.argmap"], folder)
            if options.argdown and size <= 5000:
                check = [options.argdown, "json", f"{size}.argdown", "out"]
                row(f"argdown json (reads only), {size:,}", check, folder)
        for size in map(int, options.draw.split(",")):
            (folder / f"{size}.argmap").write_text(in_argmap(size), encoding="utf-8")
            (folder / f"{size}.argdown").write_text(in_argdown(size), encoding="utf-8")
            row(f"argmap export (SVG), {size:,} statements", [*argmap, "export", f"{size}.argmap", "-o", "out"], folder)
            if options.argdown:
                row(f"argdown map (SVG), {size:,}", [options.argdown, "map", f"{size}.argdown", "out"], folder)


def row(what: str, command: list[str], folder: Path) -> None:
    seconds, megabytes = measure(command, folder)
    print(f"| {what} | {seconds:.2f} | {megabytes:.0f} |", flush=True)


if __name__ == "__main__":
    main()
