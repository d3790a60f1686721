"""Word files and flows of any map, read back and written again: what these forms can carry is the same.

`EXAMPLES=2000 pytest tests/exchange/test_round_trips.py` tries more of them.
"""

import os
import re
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Options, known_by, read_foreign
from argmap.model import ArgumentMap
from argmap.papers.case import file_paper
from argmap.papers.entries import Heading, Told, words_of
from argmap.papers.flow.app import to_flow_json
from argmap.papers.flow.placing import flow
from argmap.papers.flow.workbook import to_xlsx
from argmap.papers.papers import to_docx
from argmap.pipeline import load, load_text

some = settings(
    max_examples=int(os.environ.get("EXAMPLES", "15")), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
POLICY = Options(format="policy")
SPEECHES = ("1AC", "1NC", "2AC", "Block", "1AR", "2NR", "2AR")
WORDS = st.lists(
    st.sampled_from(["dams", "hold", "the river", "“floods”", "é", "漢", "[sic]", "50%", "(so)", "1.", "—", "a_b"]),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip
READ = st.lists(
    st.tuples(st.sampled_from(["", "__", "==", "**"]), WORDS), min_size=1, max_size=4
).map(lambda parts: " ".join(f"{mark}{words}{mark}" for mark, words in parts))  # fmt: skip


def again(data: bytes, name: str, options: Options = POLICY) -> ArgumentMap:
    importer = known_by(data, name, IMPORTERS)
    assert importer is not None
    made = read_foreign(data, name, importer, options)
    assert isinstance(made, Imported), made
    found = load_text(made.text)
    assert found.errors == (), made.text
    return found.map


@st.composite
def cases(draw: st.DrawFn) -> ArgumentMap:
    """Two sides' cases with cards, warrants, answers of each kind, answers to these."""
    lines = ["topic: Dams", "side pro: Keep it", "side con: Let it go"]
    for number, name in enumerate(("Hsu", "Moreau", "Li")):
        lines += [f"source s{number}: A study of {name}", f"    author: Ada {name}", f"    date: 202{number}"]
    count = 0

    def say(depth: int, head: str, body: bool) -> None:
        nonlocal count
        count += 1
        pad = "    " * depth
        lines.append(f"{pad}{head}: T{count} {draw(WORDS)}")
        if body:
            lines.extend([f"{pad}    card:", f'{pad}    """', f"{pad}    B{count} {draw(READ)}", f'{pad}    """'])

    for side in ("pro", "con"):
        for section in range(draw(st.integers(1, 2))):
            lines.append(f"section ({side}): {draw(st.sampled_from(['Water', 'Fish > Salmon']))} {section}")
            say(0, f"claim ({side}) analytic", False)
            for _ in range(draw(st.integers(0, 3))):
                cited = draw(st.sampled_from(["s0", "s1 para 2", "s2 page 3-4", "s0; s1 para 7"]))
                say(1, f"evidence [{cited}]", draw(st.booleans()))
            for _ in range(draw(st.integers(0, 2))):
                say(
                    1,
                    draw(st.sampled_from(["rebuttal", "rebuttal turn", "rebuttal mitigate", "rebuttal indict"])),
                    False,
                )
                if draw(st.booleans()):
                    say(2, f"evidence [s{draw(st.integers(0, 2))}]", True)
                if draw(st.booleans()):
                    say(2, "rebuttal analytic", False)
    found = load_text("\n".join(lines) + "\n")
    assert found.errors == (), "\n".join(lines)
    return found.map


def said(map: ArgumentMap) -> Counter[tuple[str, ...]]:
    """The tags of a map's Word file, each with its cites and its card; numbers are made anew."""
    entries = [entry for entry in file_paper(map).entries if isinstance(entry, Told)]
    return Counter(
        (
            re.sub(r"^\d+\. ", "", entry.tag),
            *("".join(run.text for run in line) for line in (*entry.cites, *entry.body)),
        )
        for entry in entries
    )


def headings(map: ArgumentMap) -> Counter[str]:
    return Counter(entry.text for entry in file_paper(map).entries if isinstance(entry, Heading) and entry.level == 3)


def bodies(map: ArgumentMap) -> Counter[str]:
    return Counter(words_of(line) for e in file_paper(map).entries if isinstance(e, Told) for line in e.body)


@some
@given(cases())
def test_a_word_file_comes_back_with_its_tags_cites_and_cards(map: ArgumentMap) -> None:
    back = again(to_docx(map).data, "dams.docx")
    assert said(back) == said(map)
    assert said(again(to_docx(back).data, "dams.docx")) == said(map)
    assert headings(back) == headings(map)


@st.composite
def rounds(draw: st.DrawFn) -> ArgumentMap:
    """A policy round: positions of the two sides, answered speech by speech, some extended."""
    lines = ["topic: Dams", "    format: policy", "side aff: Affirmative", "side neg: Negative"]
    count = 0
    for section in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, 1))
        lines.append(f"section: {draw(st.sampled_from(['Water', 'Fish', 'Costs']))} {section}")
        for _ in range(draw(st.integers(1, 3))):
            for depth in range(draw(st.integers(1, 5))):
                count += 1
                speech = first + depth
                kind = (
                    "claim analytic"
                    if not depth
                    else draw(st.sampled_from(["rebuttal analytic", "rebuttal analytic turn"]))
                )
                later = speech + 2
                more = f" @{SPEECHES[later]}" if later < len(SPEECHES) and draw(st.booleans()) else ""
                side = f" ({('aff', 'neg')[first]})" if not depth else ""
                lines.append("    " * depth + f"{kind}{side} @{SPEECHES[speech]}{more}: A{count} {draw(WORDS)}")
    found = load_text("\n".join(lines) + "\n")
    assert found.errors == (), "\n".join(lines)
    return found.map


def flowed(map: ArgumentMap) -> set[object]:
    """What a flow says: who says what when, in which position, in answer to what."""
    answers = {(link.sources[0].text, getattr(link.target, "text", "")) for link in map.links}
    return answers | {
        (s.text, s.kind.value, s.mark.value if s.mark else "", s.speech, s.side.id if s.side else "",
         s.section.title if s.section else "")
        for s in map.statements
    }  # fmt: skip


@some
@given(rounds())
def test_a_flow_comes_back(map: ArgumentMap) -> None:
    for data, name in ((to_flow_json(flow(map)).encode(), "a.flow.json"), (to_xlsx(map, flow(map)), "a flow.xlsx")):
        back = again(data, name, Options())
        assert flowed(back) == flowed(map)
        alone = {s.text: s.extended for s in map.statements if not map.links_onto(s)}  # else its row is taken
        assert {s.text: s.extended for s in back.statements if s.text in alone} == alone


def test_the_real_maps_come_back_from_word(arguments: Path) -> None:
    for path in sorted(arguments.glob("*.argmap")):
        map = load(path).map
        back = again(to_docx(map).data, "back.docx")
        assert said(again(to_docx(back).data, "back.docx")) == said(back)
        assert bodies(back) == bodies(map)
