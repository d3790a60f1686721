"""Attacks by the shape of a map, and by what a layout engine answers."""

import json
import random
from dataclasses import dataclass
from functools import cache

from attacking import everything, judged

from argmap.diagram.draw import draw
from argmap.diagram.failure import EngineError
from argmap.diagram.layout import engine
from argmap.diagram.render.svg import render
from argmap.judging.inquiry import Questions
from argmap.model import ArgumentMap
from argmap.pipeline import load_text


def graph(rng: random.Random, most: int) -> str:
    count = rng.randrange(1, most)
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


def small_graphs(rng: random.Random) -> None:
    """A few statements linked as chance will have it: checked, judged with every question."""
    map = everything(graph(rng, 7)).map
    chosen = rng.choice(map.statements)
    judged(map, Questions(why=(chosen,), weak_points=True, bar=True, worth=True, tally=True))


def graphs(rng: random.Random) -> None:
    """Up to thirty; and drawn as a tree."""
    map = everything(graph(rng, 30)).map
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
    map = load_text(graph(random.Random(5), 30)).map
    heard: list[str] = []

    class Listener(engine.Engine):
        def layout(self, dot: str) -> str:
            with engine.start(time_limit=900) as real:
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


KINDS = (small_graphs, graphs, answers)
