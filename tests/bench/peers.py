"""The same maps for other tools, and the calls that make them read or draw them.

None is needed: a tool that is not named is left out of the table.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from speed import in_argdown, statements

ARGUEBUF = """import sys, json, arguebuf
graph, nodes = arguebuf.Graph(), {}
for name, above, text, against in json.load(open(sys.argv[1])):
    nodes[name] = arguebuf.AtomNode(text)
    graph.add_node(nodes[name])
    if above:
        scheme = arguebuf.SchemeNode(arguebuf.Attack.DEFAULT if against else arguebuf.Support.DEFAULT)
        graph.add_node(scheme)
        graph.add_edge(arguebuf.Edge(nodes[name], scheme))
        graph.add_edge(arguebuf.Edge(scheme, nodes[above]))
if len(sys.argv) > 2:
    arguebuf.render.graphviz(arguebuf.dump.graphviz(graph), sys.argv[2])
"""


@dataclass(frozen=True)
class Peer:
    """A tool: its column, how it is called, the ending of its files, and how a map of a size is written for it."""

    name: str
    program: Sequence[str]
    suffix: str
    write: Callable[[int], str]
    reads: Sequence[str]
    draws: Sequence[str]

    def call(self, size: int, what: str) -> list[str]:
        """The command that reads (or draws) the map of a size; it stands in the folder of that map."""
        words = self.reads if what == "check" else self.draws
        return [*self.program, *(word.format(file=f"{size}{self.suffix}") for word in words)]


def peers(argdown: Path | None, argdown2: Path | None, arguebuf: Path | None, d2: Path | None) -> list[Peer]:
    """Those that are at hand: three programs, and the Python that has Arguebuf."""
    found = []
    for name, program in (("Argdown 1.7.5", argdown), ("Argdown 2", argdown2)):
        if program:
            draws = ["map", "-f", "svg", "{file}", "out"]
            found.append(Peer(name, [str(program)], ".argdown", in_argdown, ["json", "{file}", "out"], draws))
    if arguebuf:
        call = [str(arguebuf), "-c", ARGUEBUF]
        found.append(Peer("Arguebuf", call, ".tree", in_json, ["{file}"], ["{file}", "out.svg"]))
    if d2:
        draws = ["{file}", "out.svg"]
        found.append(Peer("d2", [str(d2)], ".d2", in_d2, ["validate", "{file}"], draws))
    return found


def tree(size: int) -> list[tuple[str, str, str, bool]]:
    """Each statement of a map: its name, what it stands under, its words, whether it speaks against that."""
    above: list[str] = []
    found = []
    for depth, kind, name in statements(size):
        said = "what was found" if kind == "evidence" else "what follows from it"
        words = f"Statement {name} says {said} in a line or two, as statements of a debate do."
        found.append((name, above[depth - 1] if depth else "", words, kind == "rebuttal"))
        above[depth:] = [name]
    return found


def in_json(size: int) -> str:
    import json

    return json.dumps(tree(size))


def in_d2(size: int) -> str:
    lines = [f'{name}: "{words}"\n' + (f"{name} -> {above}\n" if above else "") for name, above, words, _ in tree(size)]
    return "".join(lines)


def book(paragraphs: int = 24_000) -> tuple[str, str, int]:
    """The words of a source of 12 MB, some of them to be quoted, and the number of their paragraph."""
    roll = random.Random(5)
    known = [f"{roll.choice('bcdfglmnprst')}{roll.choice('aeiou')}{roll.choice('bdglmnrst')}{n % 90 or ''}"
             for n in range(4_000)]  # fmt: skip
    texts = [" ".join(roll.choices(known, k=95)) + "." for _ in range(paragraphs)]
    at = paragraphs * 2 // 3
    return "\n\n".join(texts), " ".join(texts[at].split()[20:40]), at + 1
