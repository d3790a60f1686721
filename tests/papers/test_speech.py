"""What is spoken in a round: counts of words, times, one speech as a paper."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from literate import paper

from argmap.cli import program
from argmap.graph.selecting import select
from argmap.model import ArgumentMap
from argmap.papers.entries import Heading
from argmap.papers.speech import speech_paper
from argmap.pipeline import load_text
from argmap.words.rounds import speeches_of
from argmap.words.speaking import Spoken, lends, spoken

QUOTES = '"""'
ROUND = f"""
topic: Should the dam be kept?
    format: public-forum
side pro: Keep it
side con: Let it go
source hsu: Rivers
    author: Ada Hsu
    date: 2021
section: Water
claim flood (pro) @AC @AS: It holds back floods.
    evidence [hsu]: Hsu 2021
        card:
        {QUOTES}
        It __held ==in== the ==two==__ years, un==der==stood.
        {QUOTES}
    evidence [hsu]: No flood came.
        card:
        {QUOTES}
        None __came at__ all.
        {QUOTES}
    rebuttal turn @NR: It makes floods worse.
        rebuttal @AS: It came before.
            evidence [hsu]: Hsu 21
                card:
                {QUOTES}
                All of it is read.
                {QUOTES}
"""


@pytest.fixture
def map() -> ArgumentMap:
    return load_text(ROUND).map


def test_what_is_read_is_highlighted_else_underlined_else_all(map: ArgumentMap) -> None:
    assert [spoken([s]).read for s in map.statements if s.card] == [3, 2, 5]
    assert [lends(s) for s in map.statements if s.cites] == [True, False, True]


def test_each_speech_has_its_words_and_the_last_row_is_all(map: ArgumentMap) -> None:
    rows = {found.name: (found.minutes, found.spoken) for found in speeches_of(map)}
    assert rows["AC"] == (4, Spoken(tags=7, read=5, cites=4, cards=2))
    assert rows["NR"] == (4, Spoken(tags=4))
    assert rows["AS"] == (3, Spoken(tags=7, read=5, cites=2, cards=1, whole=1))
    assert rows[None][1].words == 7 + 5 + 4 + 3 + 5
    assert rows["AC"][1].seconds(60) == 12
    assert rows["AC"][1].seconds(60, cites=True) == 16


def test_a_speech_as_a_paper_extends_what_was_said_before(map: ArgumentMap) -> None:
    assert paper(speech_paper(select(map, speech="AS"), "AS")) == (
        "= AS\n"
        "== Water\n"
        "~ Extend: It holds back floods.\n"
        "=== AT: It makes floods worse.\n"
        "- 1. It came before.\n"
        "    Ada Hsu, 2021, “Rivers”\n"
        "    > All of it is read.\n"
    )


def test_an_extended_answer_says_first_that_it_is_one() -> None:
    map = load_text(
        "topic: T\n    format: policy\nside a: A\nside b: B\nsection: Growth\n"
        "claim crash (b) @1NC: It ends in a crash.\n"
        "    rebuttal grows turn @2AC @2AR: Building raises growth.\n"
        "    rebuttal non-unique @2AC @2AR: 2) It was spent.\n"
        "    rebuttal @2AR: There is no crash.\n"
    ).map
    assert paper(speech_paper(select(map, speech="2AR"), "2AR")) == (
        "= 2AR\n"
        "== Growth\n"
        "=== AT: It ends in a crash.\n"
        "~ 1. Extend: Turn: Building raises growth.\n"
        "~ Extend: 2) It was spent.\n"
        "~ 3. There is no crash.\n"
    )


def test_a_claim_is_told_under_its_own_section_and_a_card_said_before_is_extended() -> None:
    map = load_text(
        "topic: T\n    format: public-forum\nside pro: A\nside con: B\n"
        "source s: S\n    author: Ada Hsu\n    date: 2021\n"
        "section (pro) @AC: Harm\nclaim big: It is bad.\n    evidence vow [s]: They vowed it.\n"
        "    rebuttal small (con) @NR: It is small.\n        rebuttal close (pro) @AS: It comes close.\n"
        "section (pro) @AC: Cost\nclaim dear: It is dear.\n    evidence [s]: It costs.\n"
        "dear supports big\nvow supports close\n"
    ).map
    assert paper(speech_paper(select(map, speech="AC"), "AC")) == (
        "= AC\n== Harm\n~ It is bad.\n- They vowed it.\n    Ada Hsu, 2021, “S”\n"
        "== Cost\n~ It is dear.\n- It costs.\n    Ada Hsu, 2021, “S”\n"
        "(2 pieces of evidence have no card (only a cite))\n(1 link between claims is not told in a Word file)\n"
    )
    assert paper(speech_paper(select(map, speech="AS"), "AS")) == (
        "= AS\n== Harm\n=== AT: It is small.\n~ 1. It comes close.\n~ Extend: They vowed it.\n"
    )


def test_the_command_prints_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.argmap").write_text(ROUND, encoding="utf-8")
    done = CliRunner().invoke(program, ["speech", str(tmp_path / "a.argmap"), "--wpm", "60"])
    assert done.exit_code == 0
    assert done.stdout == (
        "speech  cards  tags  read  words  time    of\n"
        "AC          2     7     5     12  0:12  4:00\n"
        "NR          0     4     0      4  0:04  4:00\n"
        "AS          1     7     5     12  0:12  3:00\n"
        "all         3    14    10     24  0:24\n"
    )
    assert "1 card has no marks" in done.stderr


def test_over_time_is_said_and_json_has_all(tmp_path: Path) -> None:
    long = ROUND.replace("It holds back floods.", "word " * 300)
    (tmp_path / "a.argmap").write_text(long, encoding="utf-8")
    done = CliRunner().invoke(program, ["speech", str(tmp_path / "a.argmap"), "--wpm", "60"])
    assert "5:08  4:00  over by 1:08" in done.stdout
    data = json.loads(CliRunner().invoke(program, ["speech", str(tmp_path), "--format", "json"]).stdout)
    assert [row["speech"] for row in data["files"][0]["speeches"]] == ["AC", "NR", "AS", None]


def test_a_speech_of_a_real_export_is_named_so_that_verbatim_finds_it(tmp_path: Path) -> None:
    (tmp_path / "a.argmap").write_text(ROUND, encoding="utf-8")
    call = ["export", str(tmp_path / "a.argmap"), "--to", "docx", "--speech", "AS", "-o", str(tmp_path / "out")]
    assert CliRunner().invoke(program, call).exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a speech AS.docx"]
    wrong = CliRunner().invoke(program, [*call[:-3], "1AC", "-o", "x"])
    assert wrong.exit_code == 2
    assert "there is no speech" in wrong.stderr


def test_answers_to_one_statement_are_one_block() -> None:
    """However its answers are reached: here the second stands apart from the first, behind one to another."""
    map = load_text(
        "topic: T\n    format: policy\nside a: A\nside b: B\n"
        "claim big (a) @1AC: It is big.\n    rebuttal one @1NC: No.\n        rebuttal @2AC: Yes.\n"
        "claim old (a) @1AC: It is old.\n    rebuttal @1NC: New.\n"
        "rebuttal two (b) @1NC: Not that big.\ntwo rebuts big\n"
    ).map
    told = speech_paper(select(map, speech="1NC"), "1NC").entries
    assert [entry.text if isinstance(entry, Heading) else entry.tag for entry in told] == [
        "1NC", "T", "AT: It is big.", "1. No.", "2. Not that big.", "AT: It is old.", "1. New.",
    ]  # fmt: skip
