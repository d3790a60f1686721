"""The Python API as somebody meets it at a prompt: what there is, what it shows."""

import pydoc
import rlcompleter
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import argmap
from argmap.forms import FORMS, BytesForm, TextForm

SLIP = "claim a: One.\n    evidense e: Two.\n"
DEBATE = """
topic: T
side pro: P
side con: C
claim a (pro) analytic: One.
    rebuttal r: No.
claim b (con) analytic: Two.
"""


def test_everything_is_listed_completed_and_helped() -> None:
    assert set(argmap.__all__) <= set(dir(argmap))
    completer = rlcompleter.Completer({"argmap": argmap})
    offered = [completer.complete("argmap.", state) for state in range(200)]
    plain = {each.rstrip("()") for each in offered if each}
    assert plain >= {f"argmap.{name}" for name in argmap.__all__ if not name.startswith("_")}
    page = pydoc.plain(pydoc.render_doc(argmap))
    for name in ("check(map", "judge(map", "load(path", "render(map", "select(map", "class Findings"):
        assert name in page
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'chek'"):
        argmap.chek  # type: ignore[attr-defined]  # noqa: B018


def test_the_types_name_every_form() -> None:
    named = dict.fromkeys(get_args(TextForm), False) | dict.fromkeys(get_args(BytesForm), True)
    assert named == {form.name: form.binary for form in FORMS}


def test_a_start_reads_no_parser() -> None:
    program = "import sys, argmap; dir(argmap); print(*[m for m in sys.modules if m.startswith(('lark', 'argmap.'))])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b""


def test_a_missing_file_says_so_wherever_it_is_shown() -> None:
    loaded = argmap.load("nowhere.argmap")
    assert "nowhere.argmap: error[missing-file]: there is no such file" in repr(loaded)
    assert set(loaded._repr_mimebundle_()) == {"text/plain", "text/html"}
    for shown in loaded._repr_mimebundle_().values():
        assert "missing-file" in shown and "<img" not in shown
    assert not argmap.check(loaded).sound


def test_a_faulty_file_shows_its_faults_above_its_picture() -> None:
    loaded = argmap.load_text(SLIP, "slip.argmap")
    assert repr(loaded).splitlines()[0] == "<slip.argmap: 2 statements, 1 link>"
    assert "slip.argmap:2:5: error[misspelt-word]" in repr(loaded)
    html = loaded._repr_mimebundle_()["text/html"]
    assert 0 < html.index("misspelt-word") < html.index("<img")
    assert "image/svg+xml" not in loaded._repr_mimebundle_()  # a notebook must not choose it over the faults


def test_what_a_check_finds_is_a_sequence_that_shows_itself() -> None:
    found = argmap.check(argmap.load_text(SLIP.replace("One", "A <b> & c"), "slip.argmap"))
    assert [one.code for one in found] == ["misspelt-word"] == [found[0].code]
    assert found.errors == found and not found.sound
    report = str(found)
    assert report.startswith("error[misspelt-word]: `evidense` is not a word of the language")
    assert " --> slip.argmap:2:5" in report and report.endswith("\n1 error") and repr(found) == report
    html = found._repr_html_()
    assert "misspelt-word" in html and "--&gt;" in html and "1 error" in html and "\x01" not in html
    nothing = argmap.check(argmap.load_text("claim a analytic: One.\n"))
    assert (repr(nothing), nothing.sound, len(nothing)) == ("no faults", True, 0)


def test_a_map_and_what_was_loaded_are_both_taken(arguments: Path) -> None:
    loaded = argmap.load(arguments / "in-short.argmap")
    assert argmap.check(loaded.map) == argmap.check(loaded)  # the comments that silence a rule are seen too
    assert argmap.render(loaded, "json") == argmap.render(loaded.map, "json")
    whole, bare = argmap.select(loaded, focus="hallmarks"), argmap.select(loaded.map, focus="hallmarks")
    assert whole.statements == bare.statements
    assert str(argmap.judge(loaded)) == str(argmap.judge(loaded.map))


def test_a_judgement_answers_and_shows_itself() -> None:
    loaded = argmap.load_text(DEBATE)
    judged = argmap.judge(loaded)
    assert judged.verdicts == {"a": "falls", "r": "stands", "b": "stands"}
    assert judged.verdict("C1") is judged.verdict(loaded.map.by_name["a"]) is argmap.Verdict.FALLS
    assert "nothing answers" in judged.because("a")
    assert "[x] falls" in str(judged) and repr(judged) == str(judged)
    assert judged._repr_html_().startswith("<pre") and "[x] falls" in judged._repr_html_()
    assert argmap.judge(loaded, answer=["r"]).verdict("a") is argmap.Verdict.STANDS
    assert argmap.judge(loaded, concede=["a"], drop=["b"]).verdict("b") is argmap.Verdict.FALLS
    assert argmap.judge(loaded, answer=["r -> a"]).verdict("a") is argmap.Verdict.STANDS
    part = argmap.select(loaded, kinds=["claim"])
    assert argmap.judge(part).verdict("a") is argmap.Verdict.FALLS  # as in the whole map


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"drop": ["rr"]}, "there is no statement `rr`"),
        ({"answer": ["a -> b"]}, "there is no link `a -> b`"),
        ({"drop": ["r -> a"]}, "`r -> a` is a link: only an answer can be to one"),
    ],
)
def test_a_wrong_name_is_said(asked: dict[str, list[str]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        argmap.judge(argmap.load_text(DEBATE), **asked)
