"""Random mutations of real files: nothing that can be typed may crash argmap or keep it busy.

    python tests/mutations.py [COUNT] [SEED]

Each mutated file is loaded, exported as JSON and shown as an outline; one whose lines can all be read
is formatted, which must be idempotent and keep the graph, the faults in it and every comment. A
traceback, or a run that takes over five seconds of the processor, is printed with the seed that makes it,
and the exit status is 1.
"""

import random
import sys
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

from literate import graph

from argmap.diagnostic import Diagnostic, Severity
from argmap.formats.json import to_json
from argmap.formats.outline import as_outline
from argmap.formatting import format_document
from argmap.language.parse import parse
from argmap.language.syntax import Document
from argmap.pipeline import Loaded, load_text
from argmap.report.json import as_json
from argmap.report.text import as_text
from argmap.source import SourceFile

ARGUMENTS = Path(__file__).parent.parent / "arguments"
ROUNDS = Path(__file__).parent / "rounds"
SEEDS = [path.read_text(encoding="utf-8") for folder in (ARGUMENTS, ROUNDS) for path in sorted(folder.glob("*.argmap"))]
PIECES = [
    *'[]()@#:;|+-"“”→：（）…¶\t \n\r\0\u00a0\u200b\u202e\ud800\x1b\x0c\u2028é漢👩‍👩‍👧',
    "->", "claim ", "evidence e1", "warrant", "rebuttal r: x", "topic:", "side x: y", "source s: T", "section: S",
    "include: sources.argmap", "include: .", "card:", '"""', "note:", "weight: 2", "supports", " rebuts ",
    " contradicts ", "con concedes ", "para 3–5", "time 1:20", "| ", "# ", "#5 ", "\n    ", "\n  ", "\n\t", "   ",
    "evidense x: y", "Claim q: z", "wieght: 0.5", "turn", "no-link", "analytic",
    "+ ", "+ claim x: y", "@AS extends ", "@AC @AS", "first: con", "section (pro) @AC: S", "Contention 1: ", "A2: ",
    "- evidence: ", "1. claim ", "\u3000", "[s 24]", "[s, t]", "page xii", "#MeToo ", "evidence they ",
    "none-in-source", "\n\n", "but: ", "example: ", "\n    1. ", "\n    2. ", "// ", "“””\n", "https://a.b/c\n",
    "evidence\n", "2 supports 1\n", "(pro) ", "evidence, ", "Marsh 24 ", "pro claim: ",
]  # fmt: skip
LIMIT = 5.0


def mutated(rng: random.Random) -> str:
    """One of the real files with up to a dozen changes of many kinds."""
    text = rng.choice(SEEDS)
    if rng.random() < 0.7:
        lines = text.splitlines(keepends=True)
        start = rng.randrange(len(lines))
        text = "".join(lines[start : start + rng.randrange(1, 60)])
    return changed(rng, text, rng.randrange(1, 13))


def changed(rng: random.Random, text: str, times: int) -> str:
    """A text with so many changes: stretches out, twice or moved, and pieces put in."""
    for _ in range(times):
        at = rng.randrange(len(text) + 1)
        upto = min(len(text), at + rng.choice((0, 1, 1, 2, 5, 20, 80)))
        match rng.randrange(5):
            case 0:
                text = text[:at] + text[upto:]
            case 1 | 2:
                text = text[:at] + rng.choice(PIECES) + text[at:]
            case 3:
                text = text[:at] + text[at:upto] * rng.randrange(2, 4) + text[upto:]
            case _:
                other = rng.randrange(len(text) + 1)
                text = text[:other] + text[at:upto] + text[other:]
    return text


def run(text: str) -> None:
    """Everything that the commands do with a map that needs no engine."""
    loaded = load_text(text)
    as_text(loaded.diagnostics)
    as_json(loaded.diagnostics, 1)
    to_json(loaded.map)
    as_outline(loaded.map)
    for diagnostic in loaded.diagnostics:
        span = diagnostic.span
        assert span is None or 0 <= span.start <= span.end <= len(span.file.text), diagnostic
    if loaded.map.file.text and readable(loaded.map.file):
        check_formatting(loaded)


def readable(file: SourceFile) -> bool:
    """Whether `argmap fmt` would format a file: it does not touch one with faulty lines."""
    return all(diagnostic.severity is not Severity.ERROR for diagnostic in parse(file)[1])


def check_formatting(loaded: Loaded) -> None:
    """Formatting again changes nothing; the graph, the errors and the comments stay."""
    document, _ = parse(loaded.map.file)
    formatted = format_document(document)
    again = load_text(formatted)
    document_again, found = parse(again.map.file)
    assert not errors(found), f"formatting makes errors: {errors(found)}"
    assert format_document(document_again) == formatted, "formatting is not idempotent"
    assert comments(document) == comments(document_again), "formatting changes comments"
    assert graph(loaded) == graph(again), "formatting changes the graph"
    assert errors(loaded.diagnostics) == errors(again.diagnostics), "formatting changes what is wrong"


def comments(document: Document) -> list[str]:
    """The words of all comments, in an order of their own."""
    return sorted(comment.text.rstrip() for comment in document.comments)


def errors(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """The codes and messages of all errors, in an order of their own."""
    return sorted((item.code, item.message) for item in found if item.severity is Severity.ERROR)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    failures, slowest, began = 0, 0.0, time.perf_counter()
    for seed in range(first, first + count):
        text = mutated(random.Random(seed))
        start = time.process_time()
        try:
            run(text)
        except Exception:
            failures += 1
            print(f"seed {seed}:\n{traceback.format_exc()}")
        taken = time.process_time() - start
        if taken > LIMIT:
            print(f"seed {seed} took {taken:.1f} s")
        slowest = max(slowest, taken)
    print(
        f"{count} mutations in {time.perf_counter() - began:.0f} s, {failures} tracebacks,"
        f" the slowest took {slowest:.3f} s"
    )
    return int(failures > 0 or slowest > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
