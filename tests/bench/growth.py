"""How time grows with size: each shape at three sizes, and the exponent of its growth.

    python tests/bench/growth.py [--most 1.2] [--seconds 2] [NAME...]

n statements, or n kB, should cost at most n log n. A shape whose exponent lies over `--most`, measured
between its smallest and its largest size in this process's own time, fails. The first size is one at
which a run takes 30 ms; the others are four times and sixteen times as large, as far as one run takes
less than `--seconds`.
"""

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import argmap
from argmap.checks import run
from argmap.checks.settings import Settings
from argmap.diagram.layout import engine
from argmap.files import Remembered, memory
from argmap.formats.json import to_json
from argmap.formats.outline import as_outline
from argmap.formatting import format_document
from argmap.judging.inquiry import Questions, inquire
from argmap.judging.verdict import judge
from argmap.judging.words.text import as_lines
from argmap.language.parse import parse
from argmap.page.html import to_html
from argmap.pipeline import load_text
from argmap.source import SourceFile

Work = Callable[[], Any]
Shape = Callable[[int], Work]
SIDES = "side pro: Yes\nside con: No\n"
TOP = "claim top (pro) analytic: The top.\n"


def checked(text: str, files: dict[str, str] | None = None) -> Work:
    place = Remembered(memory({Path(name).absolute(): words for name, words in (files or {}).items()}))
    return lambda: run(load_text(text, str(Path("m.argmap").absolute()), files=place), Settings())


def of_map(text: str, what: Callable[[Any], Any]) -> Work:
    loaded = load_text(text)
    assert not loaded.errors, loaded.errors[0]
    return lambda: what(loaded.map)


def quoting(quoted: str, words: str) -> Work:
    text = f'source s: T\n    text: s.txt\nclaim a analytic: A.\n    evidence e [s]: It "{quoted}".\n'
    return checked(text, {"s.txt": words})


def card(marked: str, words: str) -> Work:
    text = f'source s: T\n    text: s.txt\nevidence e [s]: E.\n    card:\n        """\n        {marked}\n        """\n'
    return checked(text, {"s.txt": words})


def flat(n: int) -> str:
    return SIDES + "".join(f"claim c{k} (pro) analytic: Claim number {k} says this.\n" for k in range(n))


def tree(n: int) -> str:
    return (
        SIDES
        + TOP
        + "".join(
            f"    claim a{k} analytic: A reason {k}.\n        rebuttal r{k} analytic: An answer {k}.\n"
            for k in range(n)
        )
    )


def chain(n: int) -> str:
    return "".join(f"claim c{k} analytic: Claim {k}.\n" for k in range(n)) + "".join(
        f"c{k + 1} supports c{k}\n" for k in range(n - 1)
    )


def ring(n: int, verb: str = "supports") -> str:
    return "".join(f"claim c{k} analytic: Claim {k}.\n" for k in range(n)) + "".join(
        f"c{k} {verb} c{(k + 1) % n}\n" for k in range(n)
    )


def weighted_ring(n: int) -> str:
    claims = "".join(f"claim c{k} analytic: Claim {k}.\n    weight: 0.5\n" for k in range(n))
    return claims + "".join(f"c{k} supports c{(k + 1) % n}\n" for k in range(n))


def pairs(n: int) -> str:
    claims = "".join(f"claim p{k} (pro) analytic: P {k}.\nclaim q{k} (con) analytic: Q {k}.\n" for k in range(n))
    return SIDES + claims + "".join(f"p{k} contradicts q{k}\n" for k in range(n))


def asked(**questions: Any) -> Callable[[Any], Any]:
    return lambda drawn: as_lines(inquire(drawn, Questions(**questions)), 80)


def why(map: Any) -> Any:
    return as_lines(inquire(map, Questions(why=(map.statements[0],))), 80)


def page(map: Any) -> str:
    with engine.start("tidy") as laid:
        return to_html(map, engine=laid)


def formatted(text: str) -> Work:
    return lambda: format_document(parse(SourceFile("m", text))[0])


def exports(n: int) -> Work:
    return of_map(tree(n), lambda drawn: (to_json(drawn), as_outline(drawn), argmap.render(drawn, "markdown")))


def sources_of_one_text(n: int) -> Work:
    named = "".join(f"source s{k}: T {k}\n    text: s.txt\n" for k in range(n))
    uses = "".join(f'    evidence e{k} [s{k}]: It "was so {k % 7}".\n' for k in range(n))
    return checked(f"{named}claim a: A.\n{uses}", {"s.txt": "It was so 3. " * 2000})


SHAPES: dict[str, Shape] = {
    "claims, check": lambda n: checked(flat(n)),
    "tree, check": lambda n: checked(tree(n)),
    "chain, check": lambda n: checked(chain(n)),
    "ring of support, check": lambda n: checked(ring(n)),
    "tree, fmt": lambda n: formatted(tree(n)),
    "tree, json, outline and markdown": exports,
    "tree, page": lambda n: of_map(tree(n), page),
    "ring, page": lambda n: of_map(ring(n), page),
    "tree, verdict": lambda n: of_map(tree(n), judge),
    "ring of rebuttals, verdict": lambda n: of_map(ring(n, "rebuts"), judge),
    "tree, judge": lambda n: of_map(tree(n), asked()),
    "tree, judge --why": lambda n: of_map(tree(n), why),
    "ring of rebuttals, judge --why": lambda n: of_map(ring(n, "rebuts"), why),
    "ring of support, judge --why": lambda n: of_map(ring(n), why),
    "tree, judge --weak-points": lambda n: of_map(tree(n), asked(weak_points=True)),
    "contradictions, judge": lambda n: of_map(pairs(n), asked()),
    "ring with weights, judge": lambda n: of_map(weighted_ring(n), asked()),
    "cites on one line": lambda n: checked(
        "source s: T\nevidence e [" + "; ".join(f's section "Part {k}"' for k in range(n)) + "]: E.\n"
    ),
    "list in a relation": lambda n: checked(flat(n) + " + ".join(f"c{k}" for k in range(1, n)) + " support c0\n"),
    "relations in one file": lambda n: checked(flat(n) + "".join(f"c{k} supports c0\n" for k in range(1, n))),
    "ignore comments": lambda n: checked(
        "".join(f"# argmap: ignore[orphan] why {k}\nclaim c{k} analytic: C.\n" for k in range(n))
    ),
    "ignore comments in a row": lambda n: checked("# argmap: ignore[orphan] why\n" * n + TOP),
    "combining marks": lambda n: checked("claim a analytic: a" + "\u0301\u0327" * n + "\n"),
    "combining marks quoted": lambda n: quoting("a" + "\u0301\u0327" * n, "It was a" + "\u0327\u0301" * n),
    "an id": lambda n: checked(f"claim {'a' * 100 * n} analytic: A.\n"),
    "a misspelt word": lambda n: checked(f"{'x' * 100 * n} a: A.\n"),
    "a word without blanks": lambda n: checked(f"claim a analytic: {'a' * 1000 * n}\n"),
    "a word without blanks, page": lambda n: of_map(f"claim a analytic: {'a' * 1000 * n}\n", page),
    "tags": lambda n: checked("claim a " + " ".join(f"#t{k}" for k in range(n)) + " analytic: A.\n"),
    "a text of many lines": lambda n: checked("claim a analytic: A.\n" + "    and so on\n" * n),
    "blank lines": lambda n: checked("claim a analytic: A.\n" + "\n" * n * 10),
    "slips": lambda n: checked("clam a: A.\n" * n),
    "unknown names": lambda n: checked("".join(f"nobody{k} supports noone{k}\n" for k in range(n))),
    "twice the same id": lambda n: checked("claim a analytic: A.\n" * n),
    "sides": lambda n: checked("".join(f"side s{k}: S.\n" for k in range(n))),
    "quotation, one word": lambda n: quoting("so " * n, "so " * 2 * n),
    "quotation, one word, not there": lambda n: quoting("so " * n + "no", "so " * 2 * n),
    "quotation, many omissions": lambda n: quoting(
        " ... ".join(f"w{k}" for k in range(n)), " and ".join(f"w{k}" for k in range(n))
    ),
    "quotation, omissions of one word": lambda n: quoting(" ... ".join(["so"] * n), "so and " * 2 * n),
    "quotation, many brackets": lambda n: quoting(
        " ".join(f"[w]ord{k}" for k in range(n)), " ".join(f"Word{k}" for k in range(n))
    ),
    "quotation, insertions": lambda n: quoting("so [x] " * n, "so " * n),
    "quotations in one statement": lambda n: quoting('so it was" and "' * n + "so", "so it was. " * n),
    "card, marks": lambda n: card("__so__ **it** was " * n, "so it was " * n),
    "card, open marks": lambda n: card("__so **it ==was " * n, "so it was " * n),
    "card of text": lambda n: card("It was so, and thus. " * 50 * n, "It was so, and thus. " * 50 * n),
    "sources of one text": sources_of_one_text,
}


def seconds(shape: Shape, n: int) -> float:
    work = shape(n)
    gc.collect()
    gc.freeze()  # as the commands do with what they have read
    began = time.process_time()
    work()
    took = time.process_time() - began
    gc.unfreeze()
    return took


def measure(shape: Shape, most: float) -> Iterator[tuple[int, float]]:
    seconds(shape, 16)  # what is imported on the way is no growth
    began = time.process_time()
    n = 16
    while (took := min(seconds(shape, n), seconds(shape, n))) < 0.03 and n < 1 << 20:
        n *= 2
    yield n, took
    for _ in range(2):
        if took > most / 4 or time.process_time() - began > 6 * most:  # to make a map takes its time, too
            return
        n *= 4
        took = min(seconds(shape, n), seconds(shape, n))
        yield n, took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=float, default=1.2)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    failed = []
    print("| shape | sizes | seconds | exponent |\n|---|---|---|---|")
    for name, shape in SHAPES.items():
        if options.names and not any(part in name for part in options.names):
            continue
        found = list(measure(shape, options.seconds))
        (first, fast), (last, slow) = found[0], found[-1]
        exponent = math.log(slow / fast) / math.log(last / first) if last > first else 0.0
        sizes, times = ", ".join(f"{n:,}" for n, _ in found), ", ".join(f"{took:.2f}" for _, took in found)
        print(f"| {name} | {sizes} | {times} | {exponent:.2f}{' TOO MUCH' * (exponent > options.most)} |", flush=True)
        if exponent > options.most:
            failed.append(name)
    print(f"\n{len(failed)} of the shapes grow too fast: {', '.join(failed) or 'none'}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
