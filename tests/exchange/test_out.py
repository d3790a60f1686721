"""Maps written for other tools, and read back: what a form can carry comes back equal."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, known_by, read_foreign
from argmap.exchange.out.aif import to_aif
from argmap.exchange.out.argdown import to_argdown
from argmap.exchange.out.graphs import to_apx, to_graphml, to_tgf
from argmap.forms import FORMS
from argmap.look import Look
from argmap.model import ArgumentMap, Link, Statement
from argmap.papers.flow.app import to_flow_json
from argmap.papers.flow.placing import flow
from argmap.pipeline import load, load_text

LOOK = (Look(), None)
MAP = """
topic: Dams
side pro: Keep it
side con: Let it go
source s: Rivers
section: Water
claim keep (pro): Keep the _dam_ // #1.
    claim pays #cost: It pays.
    + claim lasts: It lasts.
        rebuttal no-link (con): Not here.
    evidence e [s]: It held.
        warrant: Dams do.
    rebuttal turn: It leaks [a bit].
con concedes pays
keep supports e
"""


def graph(map: ArgumentMap, *, warrants: bool = True) -> set[object]:
    """A map's links by the words at their ends. Without `warrants`, a reason for a link is one for what
    the link starts from."""

    def end(node: Statement | Link, kind: str) -> object:
        if isinstance(node, Statement):
            return node.text
        if kind == "supports" and not warrants:
            return node.sources[0].text
        return link(node)

    def link(each: Link) -> object:
        return each.kind.value, frozenset(s.text for s in each.sources), end(each.target, each.kind.value)

    return {link(each) for each in map.links} | {statement.text for statement in map.statements}


def again(text: str, name: str) -> ArgumentMap:
    data = text.encode("utf-8")
    importer = known_by(data, name, IMPORTERS)
    assert importer is not None
    made = read_foreign(data, name, importer)
    assert isinstance(made, Imported), made
    found = load_text(made.text)
    assert found.errors == (), made.text
    return found.map


def test_aif_comes_back_whole() -> None:
    map = load_text(MAP).map
    made = to_aif(map)
    assert graph(again(made.text, "a.json")) == graph(map)
    [note] = made.notes
    assert note.startswith("2 sides, 1 section, 1 citation, 1 tag, 1 kind of answer and 1 concession are not in it")


def test_argdown_comes_back_but_for_warrants() -> None:
    map = load_text(MAP).map
    made = to_argdown(map)
    back = again(made.text, "a.argdown")
    assert graph(back, warrants=False) == graph(map, warrants=False)
    assert [tag for s in back.statements for tag in s.tags] == ["cost"]
    assert "1 warrant is told as plain support" in made.notes


def test_the_real_maps_come_back(arguments: Path) -> None:
    for path in sorted(arguments.glob("*.argmap")):
        map = load(path).map
        if map.statements:
            assert graph(again(to_aif(map).text, "a.json")) == graph(map)
            assert graph(again(to_argdown(map).text, "a.argdown"), warrants=False) == graph(map, warrants=False)


def test_graphml_holds_every_statement_and_link() -> None:
    map = load_text(MAP).map
    root = ET.fromstring(to_graphml(map).text)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in root.iter(f"{space}node")}
    assert len(nodes) == len(map.statements) + len(map.links)
    for edge in root.iter(f"{space}edge"):
        assert {edge.get("source"), edge.get("target")} <= nodes


def test_tgf_and_apx_keep_to_their_grammars() -> None:
    map = load_text(MAP).map
    heads, pairs = to_tgf(map).text.split("#\n")
    assert len(heads.splitlines()) == len(map.statements) or "#1" in heads
    assert all(re.fullmatch(r"\w+ \w+ (supports|rebuts)", line) for line in pairs.splitlines())
    assert all(
        re.fullmatch(r"arg\([a-z]\d+\)\.|att\([a-z]\d+,[a-z]\d+\)\.", line) for line in to_apx(map).text.splitlines()
    )


SIGNS = ("dam", "river", "[x]", "<y>", "*", "_", "#", "//", "@", "{z}", "\\", "|", "é", "漢", "(", ")", ":", "-", "+")
ODD = ("1.", "“a”", "'b'", "&", "<b>", "/*", "__u__", "**v**", "--", "\\#")
WORDS = st.lists(st.sampled_from(SIGNS + ODD), min_size=1, max_size=5).map(" ".join)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """A tree of claims and rebuttals, some together, some answers to links, and links across."""
    lines, depth = ["topic: T"], 0
    count = draw(st.integers(1, 9))
    for number in range(count):
        depth = 0 if number == 0 else draw(st.integers(0, min(depth + 1, 4)))
        kind = draw(st.sampled_from(["claim", "rebuttal", "rebuttal no-link"])) if depth else "claim"
        if kind == "rebuttal no-link" and depth < 2:
            kind = "rebuttal"
        words = kind.split()
        lines.append(f"{'    ' * depth}{' '.join([words[0], f'n{number}', *words[1:]])}: {number} {draw(WORDS)}")
    across = draw(st.lists(st.tuples(st.integers(0, count - 1), st.sampled_from(["supports", "rebuts"]),
                                     st.integers(0, count - 1)), max_size=3))  # fmt: skip
    lines += [f"n{one} {verb} n{other}" for one, verb, other in across if one != other]
    found = load_text("\n".join(lines) + "\n")
    assert found.errors == ()
    return found.map


@settings(max_examples=30, deadline=None)
@given(maps())
def test_any_map_comes_back_from_aif(map: ArgumentMap) -> None:
    plain = re.compile(r" ?</?[a-z]> ?")
    if not any(plain.search(s.text) or "&" in s.text for s in map.statements):
        assert graph(again(to_aif(map).text, "a.json")) == graph(map)
    else:
        again(to_aif(map).text, "a.json")


@settings(max_examples=30, deadline=None)
@given(maps())
def test_any_map_comes_back_from_argdown(map: ArgumentMap) -> None:
    back = again(to_argdown(map).text, "a.argdown")
    assert len(back.statements) == len(map.statements)
    if not any(re.search(r"<b>|<y>|&", s.text) for s in map.statements):  # HTML's tags are not kept
        assert {s.text for s in back.statements} == {s.text for s in map.statements}


@settings(max_examples=15, deadline=None)
@given(maps())
def test_any_map_becomes_each_form(map: ArgumentMap) -> None:
    for form in FORMS:
        if not form.laid_out and form.name != "xlsx":
            assert form.write(map, *LOOK).files


@st.composite
def outlines(draw: st.DrawFn) -> list[tuple[str, bool, str]]:
    """Numbered claims as Kialo has them: `1.2.1`, whether it is a pro, its words."""
    found, children = [("1", True, "0 thesis")], {"1": 0}
    for number in range(1, draw(st.integers(1, 9))):
        above = draw(st.sampled_from(sorted(children)))
        children[above] += 1
        name = f"{above}.{children[above]}"
        children[name] = 0
        found.append((name, draw(st.booleans()), f"{number} {draw(WORDS)}"))
    return sorted(found, key=lambda entry: [int(part) for part in entry[0].split(".")])


@settings(max_examples=30, deadline=None)
@given(outlines())
def test_any_kialo_like_outline_comes_back(entries: list[tuple[str, bool, str]]) -> None:
    def escaped(words: str) -> str:
        return re.sub(r"([()\[\]])", r"\\\1", words)

    lines = [
        f"{name}. {'' if name == '1' else 'Pro: ' if pro else 'Con: '}{escaped(words)}" for name, pro, words in entries
    ]
    back = again("\n".join(["Discussion Title: T", "", *lines]) + "\n", "a.txt")
    texts = {name: words for name, _, words in entries}
    expected = {
        ("supports" if pro else "rebuts", frozenset([words]), texts[name.rpartition(".")[0]])
        for name, pro, words in entries
        if name != "1"
    }
    assert graph(back) == expected | set(texts.values())


def test_a_flow_comes_back(arguments: Path) -> None:
    map = load(arguments / "camp-david.argmap").map
    first = again(to_flow_json(flow(map)), "a.flow.json")
    second = again(to_flow_json(flow(first)), "b.flow.json")
    assert sorted(s.text for s in second.statements) == sorted(s.text for s in first.statements)


@pytest.mark.parametrize("name", ["aif", "argdown", "graphml", "tgf", "apx"])
def test_an_empty_map_becomes_an_empty_file(name: str) -> None:
    form = next(form for form in FORMS if form.name == name)
    assert form.write(load_text("topic: T\n").map, *LOOK).notes == ()
