"""What is found bad once is not read again elsewhere: dates, settings, the rules' pages."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.checks import RULES
from argmap.checks.configuration import read_settings
from argmap.dates import Date, NoSuchDateError, known_date, read_date
from argmap.diagram.failure import PaperError

DAY = st.dates()


@given(DAY)
def test_every_day_is_read_as_it_is_written(day: object) -> None:
    assert str(read_date(str(day))) == str(day)


@given(st.text(alphabet="0123456789-²٣x ", max_size=12))
def test_any_text_is_a_date_that_exists_or_none(text: str) -> None:
    found = known_date(text)
    assert found is None or str(found) == text


def test_dates_are_shown_as_people_write_them() -> None:
    assert [known_date(words).readable() for words in ("2023-09-19", "2023-09", "0033")] == [  # type: ignore[union-attr]
        "19 Sep 2023", "Sep 2023", "0033",
    ]  # fmt: skip
    assert Date(2023, 9).years(latest=False) < Date(2023, 9, 2).years(latest=False) < Date(2023, 9).years(latest=True)
    for text, part in (("0000", "year"), ("2023-13", "month"), ("2023-02-30", "day"), ("2023-00-01", "month")):
        with pytest.raises(NoSuchDateError, match=part):
            read_date(text)


@pytest.mark.parametrize("date", ["9" * 310, "2023-²", "2023-" + "1" * 5000, "٢٠٢٣", "-", "2023--", "9999-99-99", "²"])
@pytest.mark.parametrize("form", ["svg", "html", "dot", "json", "mermaid", "markdown", "outline"])
def test_no_date_breaks_a_check_or_a_form(date: str, form: str) -> None:
    text = f"topic: T\n    date: {date}\nsource s: T\n    date: {date}\nclaim a analytic: A.\n    evidence [s]: E.\n"
    loaded = argmap.load_text(text)
    assert {found.code for found in argmap.check(loaded)} >= {"bad-date"}
    assert argmap.render(loaded.map, form)


@pytest.mark.parametrize(
    "text",
    [
        "limits = { stale-years = " + "9" * 5000 + " }",
        "profile = 0x" + "f" * 5000,
        "severity = { orphan = 0x" + "f" * 5000 + " }",
        "limits = { stale-years = 0x" + "f" * 5000 + " }",
        "limits = { stale-years = nan }",
        "limits = { stale-years = inf }",
        "profile = '" + "n" * 100_000 + "'",
        "x = " + "[" * 50_000,
        "ignore = [1979-05-27]",
        "'" + "k" * 100_000 + "' = 1",
    ],
)
def test_settings_of_any_size_are_faults_in_a_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "argmap.toml").write_text(text, encoding="utf-8")
    read = read_settings(tmp_path / "argmap.toml")
    assert read is not None and len(read[1]) == 1
    assert read[1][0].code == "bad-setting" and len(read[1][0].message) < 500
    assert "sys." not in read[1][0].message  # that is said to programmers


def test_the_rules_pages_are_there_where_python_drops_docstrings() -> None:
    code = "from argmap.checks import RULES\nfor rule in RULES: print(rule.page)\n"
    done = subprocess.run(
        [sys.executable, "-OO", "-X", "utf8", "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout == "".join(f"{rule.page}\n" for rule in RULES)


@pytest.mark.parametrize("form", ["pdf", "png"])
def test_a_panic_of_typst_ends_one_output_and_not_the_program(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    typst = pytest.importorskip("typst")

    class PanicException(BaseException):
        pass

    def panics(*_: object, **__: object) -> bytes:
        raise PanicException("index out of bounds")

    monkeypatch.setattr(typst, "compile", panics)
    with pytest.raises(PaperError, match="Typst failed on this picture"):
        argmap.render(argmap.load_text("claim a analytic: A.\n").map, form)


@pytest.mark.parametrize("form", ["svg", "html", "mermaid", "markdown"])
def test_a_title_of_odd_bytes_is_a_title(form: str) -> None:
    made = argmap.render(argmap.load_text("claim a analytic: A.\n").map, form, title="odd \udcff\x07 title")
    assert isinstance(made, str) and "odd ?" in made and "\x07" not in made
