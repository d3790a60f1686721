"""How fast the rules are.

    python tests/bench/checks.py

Prints three tables in Markdown: all rules against loading, for maps that grow; the worst shapes;
and 500 quotations against a source of 1 MB. Times are medians of three runs.
"""

import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from speed import in_argmap

from argmap.checks import SourceText, run
from argmap.pipeline import Loaded, load_text
from argmap.source import SourceFile

RUNS = 3
SIDES = "side pro: For\nside con: Against\n"


def seconds(function: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        gc.collect()
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def both(text: str) -> tuple[float, float, int]:
    """The seconds that loading and that checking takes, and how much there is to say."""
    loaded = load_text(text)

    def check() -> int:
        return len(run(loaded))

    return seconds(lambda: load_text(text)), seconds(check), check()


def curve() -> None:
    print("| statements | load, s | rules, s | rules / load | rules, µs a statement |")
    print("|---:|---:|---:|---:|---:|")
    for size in (50, 500, 5_000, 50_000):
        text = in_argmap(size)
        loading, checking, _ = both(text)
        print(f"| {size:,} | {loading:.3f} | {checking:.3f} | {checking / loading:.2f} | {checking / size * 1e6:.1f} |")


def chain(size: int) -> str:
    return "claim c0: Start.\n" + "".join(
        f"claim c{n}: Statement number {n} of the chain.\nc{n} supports c{n - 1}\n" for n in range(1, size)
    )


def worst() -> list[tuple[str, str]]:
    clash = [f"claim p{n} (pro) analytic: The first side says {n}.\nclaim q{n} (con) analytic: The other says {n}.\n"
             for n in range(300)]  # fmt: skip
    clash += [f"p{a} contradicts q{b}\n" for a in range(300) for b in range(300)]
    spokes = (f"    claim s{n} analytic: Spoke {n} of the star.\n" for n in range(10_000))
    star = "claim hub: The hub.\n" + "".join(spokes)
    answers = (
        SIDES
        + "claim top (pro) analytic: Yes.\n"
        + "".join(
            f"{'    ' * depth}rebuttal r{depth}: Answer {depth} to the answer before.\n" for depth in range(1, 400)
        )
    )
    return [
        ("chain of 10,000", chain(10_000)),
        ("circle of 10,000", chain(10_000) + "c0 supports c9999\n"),
        ("star of 10,000", star),
        ("clash of 300 against 300, complete", SIDES + "".join(clash)),
        ("400 answers, each to the one before", answers),
        (
            "5,000 joined supports of one claim",
            "claim c: End.\nclaim j analytic: Joined.\n"
            + "".join(f"claim a{n} analytic: Part {n} of it.\nj + a{n} support c\n" for n in range(5_000)),
        ),
    ]


def quoting() -> None:
    random = Random(7)
    words = [f"{random.choice('bcdfglmnprst')}{random.choice('aeiou')}{random.choice('bdglmnrst')}{n % 90 or ''}"
             for n in range(4_000)]  # fmt: skip
    paragraphs = [" ".join(random.choices(words, k=120)) + "." for _ in range(1_700)]
    text = "\n\n".join(paragraphs)
    lines = ["source s: Long\n    date: 2023\nclaim c: So it is.\n"]
    for number in range(500):
        para = random.randrange(len(paragraphs))
        row = paragraphs[para].split()
        start = random.randrange(80)
        quoted = row[start : start + 20]
        if number % 5 == 0:
            quoted[random.randrange(20)] = "replaced"
        where = para + 1 if number % 7 else random.randrange(len(paragraphs)) + 1
        lines.append(f'    evidence [s para {where}]: It is said, {number}: "{" ".join(quoted)}"\n')
    loaded = load_text("".join(lines))
    taken = seconds(lambda: _verify(loaded, text))
    found = _verify(loaded, text)
    print(f"\n500 quotations (100 wrong, 70 in another paragraph) in {len(text) / 1e6:.2f} MB: {taken:.2f} s,"
          f" {sum(code == 'misquotation' for code in found)} wrong,"
          f" {sum(code == 'quotation-elsewhere' for code in found)} elsewhere")  # fmt: skip


def _verify(loaded: Loaded, text: str) -> list[str]:
    source = SourceText(SourceFile("s.txt", text, Path("s.txt")))
    texts = dict.fromkeys(loaded.map.sources, source)
    return [found.code for found in run(loaded, texts=texts)]


def main() -> None:
    curve()
    print("\n| shape | load, s | rules, s | remarks |\n|---|---:|---:|---:|")
    for name, text in worst():
        loading, checking, remarks = both(text)
        print(f"| {name} | {loading:.2f} | {checking:.2f} | {remarks} |")
    quoting()


if __name__ == "__main__":
    main()
