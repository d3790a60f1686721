"""Any map can be checked: of any size and shape, and whatever stands in its text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.checks import RULES, Settings, SourceText, run
from argmap.diagnostic import Diagnostic
from argmap.pipeline import load_text
from argmap.source import SourceFile

EVERYTHING = Settings(select=frozenset(rule.name for rule in RULES), profile="nsda", insist=True)
SIDES = "side pro: For\nside con: Against\n"


def _chain(size: int) -> str:
    return "claim c0: The start of it.\n" + "".join(
        f"claim c{n}: Statement number {n} of the chain.\nc{n} supports c{n - 1}\n" for n in range(1, size)
    )


def _clash(size: int) -> str:
    lines = [SIDES]
    lines += [f"claim p{n} (pro) analytic: One side, {n}.\n" for n in range(size)]
    lines += [f"claim q{n} (con) analytic: Other side, {n}.\n" for n in range(size)]
    lines += [f"p{a} contradicts q{b}\n" for a in range(size) for b in range(size)]
    return "".join(lines)


def _warrants(size: int) -> str:
    return "claim a analytic: One.\n    claim b analytic: Two.\n" + "".join(
        f"{' ' * (8 + n)}warrant w{n}: Because of number {n}.\n" for n in range(size)
    )


def _star(size: int) -> str:
    return "claim hub: The hub.\n" + "".join(f"    claim s{n} analytic: Spoke {n}.\n" for n in range(size))


def _orphans(size: int) -> str:
    return "claim a analytic: One.\nrebuttal r0: Lost answer number 0.\n" + "".join(
        f"rebuttal r{n}: Lost answer number {n}.\nr{n} rebuts r{n - 1}\n" for n in range(1, size)
    )


SHAPES = {
    "chain": (_chain(10_000), {"unsupported-claim"}),
    "circle": (_chain(10_000) + "c0 supports c9999\n", {"circular-support"}),
    "star": (_star(10_000), set()),
    "clash": (_clash(60), set()),
    "warrants of warrants": (_warrants(2_000), set()),
    "orphans": (_orphans(3_000), {"orphan"}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_large_maps_of_every_shape(shape: str) -> None:
    text, codes = SHAPES[shape]
    loaded = load_text(text)
    assert not loaded.diagnostics
    start = time.process_time()
    found = run(loaded)
    assert time.process_time() - start < 5
    assert {diagnostic.code for diagnostic in found} == codes


PIECES = st.sampled_from(
    [
        "claim a: The town should move.",
        "claim b (pro) analytic: It will.",
        'evidence e [s para 1]: It "may rise ... fast".',
        'evidence [s]: "The [x] river [r]ises" and “falls”',
        "rebuttal r turn @AC: No.",
        "rebuttal no-link @NF: No!",
        "warrant w: Because.",
        "claim a",
        "evidence e",
        'card: """',
        "The __river__ does ==not== rise.",
        '"""',
        "a supports b",
        "b supports a",
        "a + b support e",
        "r rebuts a",
        "r rebuts e -> a",
        "a contradicts b",
        "con concedes a",
        "side pro: Yes",
        "side con: No",
        "topic: Is it so?",
        "format: public-forum",
        "date: 2023",
        "rules: nsda",
        "source s: Title",
        "date: 1950",
        "text: nowhere.txt",
        "section: Part",
        "# argmap: ignore[orphan] x",
        "# argmap: ignore[nothing",
        "note: a note",
    ]
)
LINES = st.lists(st.tuples(st.integers(0, 4), PIECES), max_size=25)


def _inside(diagnostic: Diagnostic) -> bool:
    spans = [diagnostic.span, *(label.span for label in diagnostic.labels)]
    spans += [edit.span for edit in diagnostic.edits]
    return all(span is None or 0 <= span.start <= span.end <= len(span.file.text) for span in spans)


@given(LINES)
@settings(max_examples=400, deadline=None)
def test_any_lines_can_be_checked(lines: list[tuple[int, str]]) -> None:
    loaded = load_text("".join(f"{'    ' * depth}{piece}\n" for depth, piece in lines))
    text = SourceText(SourceFile("s.txt", "The river rises fast. It may not fall.\n\nNobody knows."))
    for texts in (None, dict.fromkeys(loaded.map.sources, text)):
        found = run(loaded, EVERYTHING, texts)
        assert all(map(_inside, found))
        assert all(diagnostic.message and "\n" not in diagnostic.message for diagnostic in found)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_checked(text: str) -> None:
    loaded = load_text(text)
    assert all(map(_inside, run(loaded, EVERYTHING)))
