"""How quotations are matched, by size: time must grow with the texts and not with their product.

    python tests/bench/quoting.py [worst | size | book]

`worst` matches made-up texts of the worst kinds at three sizes and fails where the time grows with more
than their 1.2th power; `size` checks 500 quotations in 1 MB and 5,000 in 10 MB; `book` checks one
quotation with its paragraph named in 12 MB.
"""

import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from argmap.quoting.compare import compare
from argmap.quoting.faults import faults
from argmap.quoting.passage import SourceText
from argmap.quoting.pattern import take_apart
from argmap.quoting.rows import TooRepetitiveError
from argmap.quoting.search import Strictness
from argmap.source import SourceFile

SIZES = (2_000, 8_000, 32_000)
MOST = 1.2
WORST: dict[str, Callable[[int], tuple[str, str]]] = {
    "one word, found": lambda n: ("a " * n, "a " * (n // 2)),
    "one word, not found": lambda n: ("a " * n, "a " * (n // 2) + "b"),
    "one word and another end": lambda n: ("a " * n + "b", "b " + "a " * (n // 2)),
    "one letter, other blanks": lambda n: ("aa " * n, "a aa " * (n // 3)),
    "omissions, found": lambda n: ("a b " * n, "a ... b " * (n // 2)),
    "omissions, not found": lambda n: ("a b " * n, "a ... " * (n // 2) + "c"),
    "brackets, found": lambda n: ("a b c d e " * (n // 2), "a [x] e " * (n // 8)),
    "brackets, not found": lambda n: ("a b c d e " * (n // 2), "a [x] e " * (n // 8) + "zz"),
    "brackets over one word": lambda n: ("a " * n, "a [x] " * (n // 8) + "b"),
    "changed letters": lambda n: ("allow " * n, "allow[s] " * (n // 4)),
    "changed letters first": lambda n: ("unlawful " * n, "[l]awful " * (n // 4) + "b"),
    "brackets in one word": lambda n: ("ab " * n, "a[b]" * n),
    "divided words": lambda n: ("gov-\nernment " * n, "government " * (n // 2)),
    "footnotes": lambda n: ("word[12] " * n, "word " * (n // 2) + "b"),
    "signs": lambda n: ("≥12 " * n, "12 " * (n // 2)),
    "open brackets": lambda n: ("[" * n, "[" * n),
    "dots": lambda n: (". " * n, ". " * n),
}


def spent(text: str, quoted: str) -> float:
    """The seconds of this process's own that one quotation takes, from its marks to what is said of it."""
    start = time.process_time()
    source = SourceText(SourceFile("s.txt", text))
    pattern = take_apart(quoted)
    try:
        for strictness in (Strictness.FAITHFUL, Strictness.ANY):
            placed = source.find(pattern, None, strictness)
            if placed:
                for _ in faults(placed):
                    pass
                break
        else:
            for row in pattern.rows[:1]:
                compare(pattern, row, source.words)
    except TooRepetitiveError:
        pass
    return time.process_time() - start


def exponent(make: Callable[[int], tuple[str, str]], sizes: tuple[int, ...] = SIZES) -> tuple[float, list[float]]:
    """With which power of the size the time grows between the smallest size and the largest, and the times."""
    times = [spent(*make(size)) for size in sizes]
    return math.log(max(times[-1], 1e-4) / max(times[0], 2e-3)) / math.log(sizes[-1] / sizes[0]), times


def worst() -> int:
    bad = 0
    for name, make in WORST.items():
        power, times = exponent(make)
        bad += power > MOST
        shown = "  ".join(f"{time:7.3f} s" for time in times)
        print(f"{name:28} {shown}   power {power:4.2f}{'  TOO MUCH' * (power > MOST)}")
    return int(bad > 0)


def book(rng: random.Random, size: int) -> list[str]:
    """Paragraphs of made-up words, so many letters in all."""
    words = ["".join(rng.choice("abcdefghilmnoprstu") for _ in range(rng.randrange(2, 11))) for _ in range(20_000)]
    paragraphs = []
    length = 0
    while length < size:
        paragraphs.append(" ".join(rng.choices(words, k=120)) + ".")
        length += len(paragraphs[-1]) + 2
    return paragraphs


def timed(name: str, size: int, count: int, *, where: bool, capital: bool = False) -> None:
    """Check so many quotations in a source of a size by the command line, and print what it took."""
    rng = random.Random(1)
    paragraphs = book(rng, size)
    lines = ["source s: S", "    date: 2023", "    text: s.txt", "claim c analytic: C."]
    for number in range(count):
        at = rng.randrange(len(paragraphs))
        words = paragraphs[at].rstrip(".").split()
        first = rng.randrange(len(words) - 12)
        place = f" para {at + 1}" if where else ""
        quoted = " ".join(words[first : first + 12])
        quoted = f"[{quoted[0].upper()}]{quoted[1:]}" if capital else quoted
        lines.append(f'    evidence e{number} [s{place}]: It says "{quoted}".')
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "s.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
        Path(folder, "m.argmap").write_text("\n".join(lines) + "\n", encoding="utf-8")
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([sys.executable, "-m", "argmap", "check", "m.argmap", "--quiet"], cwd=folder, check=False,
                              capture_output=True, text=True)  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        wall, wrong = time.perf_counter() - start, done.stdout.count("error[")
        print(f"{name}: {wall:.2f} s ({own:.2f} s of its own), {after.ru_maxrss / 1024:.0f} MB, {wrong} errors")


def main() -> int:
    what = sys.argv[1] if len(sys.argv) > 1 else "worst"
    if what == "worst":
        return worst()
    if what == "book":
        timed("one quotation with its paragraph in 12 MB", 12_000_000, 1, where=True)
        return 0
    timed("500 quotations in 1 MB", 1_000_000, 500, where=False)
    timed("500 quotations with their paragraphs in 1 MB", 1_000_000, 500, where=True)
    timed("500 quotations that begin with a bracket in 1 MB", 1_000_000, 500, where=False, capital=True)
    timed("5,000 quotations in 10 MB", 10_000_000, 5_000, where=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
