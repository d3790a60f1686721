"""Attacks by chance: whatever is typed, read or answered, no traceback and no run over five seconds.

    python tests/hard/fuzzing.py [--seconds 60] [--first 0] [KIND...]

Each kind makes inputs from a seed and does with them all that the commands do. A fault of argmap that is
told as one (`argmap-fault`) counts as a traceback. What fails is printed with its kind and seed; the exit
status is 1 then. Kinds take turns until the time is up.
"""

import argparse
import json
import random
import string
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from mutations import PIECES, mutated

from argmap.checks import RULES, Settings, run
from argmap.checks.configuration import read_settings
from argmap.diagnostic import Diagnostic
from argmap.diagram.draw import draw
from argmap.diagram.failure import EngineError
from argmap.diagram.layout import engine
from argmap.diagram.render.svg import render
from argmap.files import memory
from argmap.formats.json import to_json
from argmap.formats.markdown import to_markdown
from argmap.formats.mermaid import to_mermaid
from argmap.formats.outline import as_outline
from argmap.judging.inquiry import Questions, inquire
from argmap.judging.words.data import to_json as judged_json
from argmap.judging.words.text import as_lines
from argmap.model import ArgumentMap
from argmap.pipeline import load_text
from argmap.report.github import as_github
from argmap.report.json import as_json
from argmap.report.text import as_text

LIMIT = 5.0
EVERYTHING = Settings(select=frozenset(rule.name for rule in RULES), profile="nsda", insist=True)
TEXTS = [
    *PIECES, "\u0301\u0327", "so ", "not ", "[...]", "...", "…", "[t]he", "__", "**", "==", "¶", "1,000", "-5 %", "½",
]  # fmt: skip
WORDS = ["the", "dam", "will", "not", "hold", "the", "water", "of", "1,200", "days", "for", "long,", "he", "said"]
KEYS = (
    "profile", "select", "ignore", "severity", "limits", "sources", "look", "nothing", "[tool.argmap]", "[look]"
)
VALUES = (
    '"nsda"', "[]", '["all"]', "{ orphan = 'off' }", "{ stale-years = 3 }", "1e999", "nan", "-0", "0x" + "f" * 40,
    "1979-05-27", '"""a"""', "{", "[[", "true", "9" * 4400, '["..", "/"]', "'\ud83d'", "{theme='dark'}",
)  # fmt: skip
HERE = Path().absolute()


def maps(rng: random.Random) -> None:
    """A real file with slips of many kinds."""
    everything(mutated(rng))


def everything(text: str, files: dict[str, str] | None = None, name: str = "m.argmap") -> None:
    place = memory({HERE / path: words for path, words in (files or {}).items()})
    loaded = load_text(text, str(HERE / name), files=place)
    told(run(loaded, EVERYTHING))
    for write in (to_json, to_markdown, to_mermaid, as_outline):
        write(loaded.map)
    judged(loaded.map, Questions())


def told(found: Sequence[Diagnostic]) -> None:
    for each in found:
        assert not each.trace, each.trace
        spans = [each.span, *(label.span for label in each.labels), *(edit.span for edit in each.edits)]
        assert all(span is None or 0 <= span.start <= span.end <= len(span.file.text) for span in spans), each
    as_text(found)
    as_json(found, 1)
    as_github(found)


def judged(map: ArgumentMap, questions: Questions) -> None:
    found = inquire(map, questions)
    as_lines(found, 80)
    judged_json(found)


def quotations(rng: random.Random) -> None:
    """A source's words with what quoters do to them, and what they should not."""
    words = [
        (rng.choice(TEXTS).strip() or "it") if rng.random() < 0.2 else rng.choice(WORDS)
        for _ in range(rng.randrange(1, 60))
    ]
    said = list(words)
    for _ in range(rng.randrange(6)):
        at, upto = sorted(rng.randrange(len(said) + 1) for _ in range(2))
        new = [rng.choice(TEXTS) for _ in range(rng.randrange(3))]
        said[at : upto if rng.random() < 0.5 else at] = new
    quoted = " ".join(said).replace('"', "”").replace("\n", " ")
    place = rng.choice(("", " para 1", " para 2-3", " page 9", ' section "A"'))
    marked = " ".join(f"{m}{w}{m}" if (m := rng.choice(("", "", "", "__", "**", "=="))) else w for w in said)
    text = f'source s: T\n    text: s.txt\nclaim a: A.\n    evidence e [s{place}]: He said "{quoted}".\n'
    card = "\n".join(f"            {line}" for line in marked.split("\n"))
    text += f'        card:\n            """\n{card}\n            """\n'
    everything(text, {"s.txt": rng.choice((" ", "\n\n", "\n", " - ")).join(words)})


def settings(rng: random.Random) -> None:
    """Settings files, nearly right."""
    lines = [f"{rng.choice(KEYS)} = {rng.choice(VALUES)}" for _ in range(rng.randrange(6))]
    text = "\n".join(lines)
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice([*TEXTS, "=", "[", "]", "'", ".", "\x7f"]) + text[at + rng.randrange(3) :]
    name = rng.choice(("argmap.toml", "pyproject.toml"))
    found = read_settings(HERE / name, memory({HERE / name: text}))
    told(found[1] if found else ())


def names(rng: random.Random) -> None:
    """Names that nobody would give: of files, statements, sides, sources, tags."""
    letters = string.ascii_letters + "-_.0123456789 éß漢\u202e\u0301\x1b\ud800::#[]()`'\"$%&;|<>\\/\n"

    def name() -> str:
        return "".join(rng.choice(letters) for _ in range(rng.randrange(1, 12)))

    text = f"side {name()}: {name()}\nsource {name()}: {name()}\n    text: {name()}\n    date: {name()}\n"
    text += "".join(
        f"{rng.choice(('claim', 'evidence', 'rebuttal'))} {name()} ({name()}) [{name()} para {name()}] #{name()}: "
        f"{name()}\n{name()} {rng.choice(('supports', 'rebuts', 'contradicts'))} {name()}\ninclude: {name()}\n"
        for _ in range(3)
    )
    everything(text, {"s.txt": "x"}, f"{name().replace('/', '')}.argmap".replace("\ud800", "").replace("\0", ""))


def graph(rng: random.Random) -> str:
    count = rng.randrange(1, 30)
    kinds = [rng.choice(("claim", "evidence", "rebuttal", "warrant")) for _ in range(count)]
    lines = ["side pro: Yes", "side con: No"]
    for n, kind in enumerate(kinds):
        mark = rng.choice(("", "", " turn", " no-link", " mitigate")) if kind == "rebuttal" else ""
        lines.append(f"{kind} s{n}{mark} ({rng.choice(('pro', 'con'))}): Statement {n}.")
        if rng.random() < 0.3:
            lines.append(f"    weight: {rng.random():.2f}")
    for _ in range(rng.randrange(3 * count)):
        a, b, c = (f"s{rng.randrange(count)}" for _ in range(3))
        lines.append(rng.choice((
            f"{a} supports {b}", f"{a} rebuts {b}", f"{a} + {c} support {b}", f"{a} rebuts {b} -> {c}",
            f"{a} contradicts {b}", f"con concedes {a}", f"{a} supports {b} -> {c}",
        )))  # fmt: skip
    return "\n".join(lines) + "\n"


def graphs(rng: random.Random) -> None:
    """Statements linked as chance will have it: judged with every question, and drawn as a tree."""
    text = graph(rng)
    everything(text)
    map = load_text(text).map
    chosen = rng.choice(map.statements)
    judged(map, Questions(why=(chosen,), weak_points=True, bar=True, worth=True, tally=True))
    with engine.start("tidy") as tree:
        render(draw(map, engine=tree))


@dataclass
class _Says:
    """An engine that answers what it is told to."""

    answer: str
    name: str = "says"

    def layout(self, _: str) -> str:
        return self.answer


@cache
def _answer() -> tuple[ArgumentMap, str]:
    map = load_text(graph(random.Random(5))).map
    heard: list[str] = []

    class Listener(engine.Engine):
        def layout(self, dot: str) -> str:
            with engine.start(time_limit=30) as real:
                heard.append(real.layout(dot))
            return heard[-1]

    draw(map, engine=Listener([], ""))
    return map, heard[0]


def answers(rng: random.Random) -> None:
    """A layout engine that answers nearly what it should."""
    map, answer = _answer()
    for _ in range(rng.randrange(1, 8)):
        at = rng.randrange(len(answer))
        new = rng.choice(("", "9", "-", "e9", "nan", '"', ",", "{}", "[", "null", " ", "\\u0000", "1e400", "é"))
        answer = answer[:at] + new + answer[at + rng.randrange(4) :]
    if rng.random() < 0.5:  # well-formed, and wrong
        data = json.loads(_answer()[1])
        thing = rng.choice([*data["objects"], *data.get("edges", ())])
        thing[rng.choice(list(thing))] = rng.choice((None, 7, "", "1,2", "x,y", [], {}, "nan,nan", "1e9,1", "0,0,0,0"))
        answer = json.dumps(data)
    try:
        render(draw(map, engine=_Says(answer)))  # type: ignore[arg-type]
    except EngineError:
        return


KINDS: dict[str, Callable[[random.Random], None]] = {
    each.__name__: each for each in (maps, quotations, settings, names, graphs, answers)
}


@dataclass
class Tally:
    """How one kind fared."""

    tried: int = 0
    failed: int = 0
    slowest: float = 0.0


def attempt(kind: str, seed: int) -> tuple[float, str]:
    """Seconds that an input took, and the traceback that it made, or nothing."""
    began, said = time.process_time(), ""
    try:
        KINDS[kind](random.Random(f"{kind} {seed}"))
    except Exception:
        said = traceback.format_exc()
    return time.process_time() - began, said


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_args()
    tallies = {kind: Tally() for kind in options.kinds or KINDS}
    end, seed = time.monotonic() + options.seconds, options.first
    while time.monotonic() < end:
        for kind, tally in tallies.items():
            took, said = attempt(kind, seed)
            tally.tried += 1
            tally.slowest = max(tally.slowest, took)
            if said or took > LIMIT:
                tally.failed += 1
                print(f"{kind} {seed} took {took:.1f} s\n{said}", flush=True)
        seed += 1
    print("| kind | inputs | failed | slowest |\n|---|---:|---:|---:|")
    for kind, tally in tallies.items():
        print(f"| {kind} | {tally.tried:,} | {tally.failed} | {tally.slowest:.2f} s |", flush=True)
    return int(any(tally.failed for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
