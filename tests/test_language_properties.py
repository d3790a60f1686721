"""What holds of any text whatever, shown on texts that Hypothesis makes up."""

import json
import random
import re
import time
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from literate import graph
from mutations import PIECES, SEEDS, check_formatting, errors, readable, run

from argmap.diagnostic import Diagnostic
from argmap.formats.json import schema, to_json
from argmap.formatting import format_document
from argmap.language import parser as reader
from argmap.language import plain_lines
from argmap.language.layout import read_outline
from argmap.language.parse import parse
from argmap.language.syntax import Document, Field, StatementLine
from argmap.pipeline import Loaded, load_bytes, load_text
from argmap.report.json import as_json
from argmap.report.text import as_text
from argmap.source import SourceFile, Span

KEYWORDS = (
    "claim", "evidence", "warrant", "rebuttal", "topic", "side", "source", "section", "include",
    "note", "weight", "card", "supports", "rebuts", "no-link", "turn", "analytic", "para", "a", "b",
    "pro", "(pro)", "[s]", "[s para 3]", "@1AC", "#tag", ":", ": ", ": Words.", '"""', "|", "#", "->", "+",
)  # fmt: skip
WHOLE = (
    "claim a: x", "claim b b2: x", "claim [s: x", "evidence e", "evidence", "warrant: x", "rebuttal no-link: x",
    "rebuttal (pro: x", "topic: t", "topic t: t", "topic", "side pro: x", "side: x", "source s: t", "source s",
    "section: p", "section p", "include: none", "note: n", "note:", "weight: 1", "card:", 'card: """x"""', '"""',
    "author: x", "author x: y", "author：x", "date: 2023", "a supports b", "supports b", "a rebuts b -> c", "text",
    "| claim a: x", "# c", "#5 c", "Claim a: x", "clam a: x", "wieght: 1", "claim “a”: x", "con concedes a",
    "as statements of a debate do.", "con concedes a, b and c", "The dam’s wall is “high” enough",
    "(see the table below)", "(a) see the table below", "contention 1 - the dam will hold", "I think that it is so",
    "because the dam will hold", "turn of the tide it is", "claim a (pro) @1AC [s para 3] #tag: x y z.",
    "rebuttal turn [s]: x", "evidence a:", "+ claim b: x y", "+ evidence [s]:",
    "evidence is thin", "evidence given.", "side effects: x", "evidense e", "",
)  # fmt: skip
INDENTS = ("", "", "", "  ", "   ", "    ", "      ", "        ", "\t", "\t\t")
words = st.lists(st.sampled_from(KEYWORDS) | st.sampled_from(PIECES) | st.text(max_size=8), max_size=7)
lines = st.builds(str.__add__, st.sampled_from(INDENTS), st.sampled_from(WHOLE) | words.map(" ".join))
texts = st.text() | st.lists(lines, max_size=14).map("\n".join)
generous = settings(deadline=None, max_examples=400, suppress_health_check=list(HealthCheck))
validator = Draft202012Validator(json.loads(schema()))


@generous
@given(texts)
def test_any_text_loads_and_every_span_lies_inside_it(text: str) -> None:
    loaded = load_text(text)
    as_text(loaded.diagnostics)
    as_json(loaded.diagnostics, 1)
    for span in [*places(loaded.diagnostics), *map_places(loaded), *document_places(parse(loaded.map.file)[0])]:
        assert 0 <= span.start <= span.end <= len(span.file.text), span


class Never:
    """A pattern of which no line has the shape."""

    @staticmethod
    def match(text: str, at: int) -> None:  # noqa: ARG004
        return None


@settings(generous, max_examples=200)
@given(texts)
def test_a_plain_line_is_what_all_questions_make_of_it(text: str) -> None:
    file = SourceFile("m", text)
    quick = read_outline(file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_lines, "HEAD", Never)
        patch.setattr(plain_lines, "WORDS", Never)
        slow = read_outline(file)
    assert (quick.text, quick.heads, quick.comments) == (slow.text, slow.heads, slow.comments)
    assert quick.diagnostics == slow.diagnostics
    for at, letter in enumerate(quick.text):
        assert letter in " \n" or quick.offset(at) == slow.offset(at)


class NoShortWay:
    """Leaves every text to Lark."""

    @staticmethod
    def read(text: str) -> None:  # noqa: ARG004
        return None


@cache
def parsers() -> tuple[reader._Parser, reader._Parser]:
    quick, slow = reader._Parser(), reader._Parser()
    slow._walk = NoShortWay()  # type: ignore[assignment]
    return quick, slow


@settings(generous, max_examples=200)
@given(texts)
def test_the_short_way_through_a_text_reads_as_lark_does(text: str) -> None:
    outline = read_outline(SourceFile("m", text))
    quick, slow = parsers()
    read = quick.parse(outline)
    assert read == slow.parse(outline)
    quick._builder.outline = outline
    assert (quick._walk.read(outline.text) is None) == bool(read[1]) or not outline.text


def test_lines_of_every_kind_stand_under_each_other() -> None:
    """Denser than Hypothesis looks: eight hundred small files of slips."""
    for seed in range(800):
        rng = random.Random(seed)
        count = rng.randrange(1, 14)
        run("\n".join(rng.choice(INDENTS) + rng.choice(WHOLE) for _ in range(count)))


@generous
@given(st.binary())
def test_any_bytes_load(raw: bytes) -> None:
    load_bytes(raw)


def places(found: tuple[Diagnostic, ...]) -> list[Span]:
    spans = [item.span for item in found if item.span]
    spans += [label.span for item in found for label in item.labels]
    return spans + [edit.span for item in found for edit in item.edits]


def map_places(loaded: Loaded) -> list[Span]:
    map = loaded.map
    spans = [item.span for item in (*map.sides, *map.sources, *map.sections, *map.concessions)]
    spans += [span for link in map.links for span in link.spans]
    for statement in map.statements:
        spans += [statement.span, statement.prose.whole, *(cite.span for cite in statement.cites)]
        spans += [statement.card.prose.whole] if statement.card else []
    return spans


def document_places(document: Document) -> list[Span]:
    spans = list(document.comments)
    for item in document.items:
        spans.append(item.span)
        fields: tuple[Field, ...] = item.fields if isinstance(item, StatementLine) else ()
        spans += [field.name.span for field in fields]
    return spans


@generous
@given(texts)
def test_formatting_is_idempotent_and_keeps_graph_and_comments(text: str) -> None:
    loaded = load_text(text)
    if loaded.map.file.text and readable(loaded.map.file):
        check_formatting(loaded)


@pytest.mark.parametrize("text", SEEDS, ids=lambda text: text.partition("\n")[0][:30])
def test_formatting_keeps_the_real_files(text: str) -> None:
    check_formatting(load_text(text))


INDENTATION = re.compile(r"^ +", re.M)
CHANGES: dict[str, Callable[[str], str]] = {
    "tabs": lambda text: INDENTATION.sub(lambda blanks: "\t" * (len(blanks[0]) // 4), text),
    "one space": lambda text: INDENTATION.sub(lambda blanks: " " * (len(blanks[0]) // 4), text),
    "seven spaces": lambda text: INDENTATION.sub(lambda blanks: " " * (len(blanks[0]) // 4 * 7), text),
    "windows": lambda text: text.replace("\n", "\r\n"),
    "blank lines": lambda text: text.replace("\n", "\n  \n\n"),
    "comments": lambda text: text.replace("\n", "\n  # a remark\n"),
    "blanks at line ends": lambda text: text.replace("\n", " \t\n"),
    "no last line end": lambda text: text.rstrip("\n"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("text", SEEDS, ids=lambda text: text.partition("\n")[0][:30])
def test_the_look_of_a_file_is_not_its_meaning(text: str, change: str) -> None:
    before, after = load_text(text), load_text(CHANGES[change](text))
    assert graph(after) == graph(before)
    assert errors(after.diagnostics) == errors(before.diagnostics)


@generous
@given(texts)
def test_the_json_of_any_text_obeys_its_schema(text: str) -> None:
    validator.validate(json.loads(to_json(load_text(text).map)))


@pytest.mark.parametrize("piece", [*PIECES, "claim: x\n", "    claim: x\n", "a + ", "[s; ", '"“', "x\n# c\n  "])
def test_loading_takes_time_in_line_with_length(piece: str) -> None:
    """Sixteen times the text takes about sixteen times as long; the square of it would be 256."""
    few, many = 20_000 // len(piece) // 16, 20_000 // len(piece)
    assert seconds("claim a: " + piece * many) < 60 * max(seconds("claim a: " + piece * few), 0.002)


def seconds(text: str) -> float:
    """The processor time that loading takes, the better of two."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        load_text(text)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("letter", ["\u202e", "\u200b", "\u3000", "\u2060"])
def test_a_line_of_text_that_begins_with_an_odd_blank_keeps_being_text(letter: str) -> None:
    """Wrapped to the start of a line, such a sign would be taken for indentation."""
    loaded = load_text(f"claim a: {'word ' * 16}{letter}tail of it and more words here\n")
    formatted = load_text(format_document(loaded.documents[0]))
    assert formatted.sound
    assert formatted.map.statements[0].text == loaded.map.statements[0].text
