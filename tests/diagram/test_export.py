"""`argmap export` and its choices of view, paper and form, as a user meets them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def export(*options: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "export", *options],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def maps(tmp_path: Path, arguments: Path) -> Path:
    shutil.copytree(arguments, tmp_path / "arguments")
    return tmp_path


def test_a_view_is_drawn_and_says_what_it_is(maps: Path) -> None:
    done = export("arguments/in-short.argmap", "--focus", "C3", "--without", "evidence", "-o", "-", cwd=maps)
    assert done.returncode == 0
    assert "shown: C3 and what bears on it; without evidence" in done.stdout
    assert "more under C3" in done.stdout


def test_maps_that_lack_the_name_are_left_out_and_that_is_said(maps: Path) -> None:
    done = export("arguments", "--focus", "hallmarks", "-o", "out", cwd=maps)
    assert done.returncode == 0
    assert "separate-alliances.argmap: there is no statement `hallmarks`" in done.stderr.replace("\\", "/")
    assert not (maps / "out" / "separate-alliances.svg").exists()
    assert (maps / "out" / "in-short.svg").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--focus", "hallmark"], "there is no statement `hallmark`; did you mean `hallmarks`?"),
        (["--side", "bro"], "there is no side `bro`; did you mean `pro`?"),
        (["--side", "con", "--kind", "warrant"], "no statement fits everything that was asked for"),
        (["--kind", "evidance"], "'evidance' is not one of"),
        (["--to", "html", "--page", "a4"], "--page is for svg, pdf and png, not for html"),
        (["--to", "json", "--engine", "tidy"], "--engine is for what is laid out (svg, html, pdf, png), not for json"),
        (["--to", "json", "--verdicts"], "--verdicts is for svg, html, pdf, png and pptx, not for json"),
    ],
)
def test_a_wrong_choice_is_answered_in_words(options: list[str], said: str, maps: Path) -> None:
    done = export("arguments/in-short.argmap", "-o", "out", *options, cwd=maps)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (maps / "out").exists()


def test_pages_are_numbered_files_or_one_pdf(maps: Path) -> None:
    done = export("arguments/separate-alliances.argmap", "--page", "a3", "-o", "out", cwd=maps)
    assert done.returncode == 0
    names = sorted(path.name for path in (maps / "out").iterdir())
    assert names[:2] == ["separate-alliances-01.svg", "separate-alliances-02.svg"]
    assert f"page 1 of {len(names)}" in (maps / "out" / names[0]).read_text(encoding="utf-8")
    done = export("arguments/separate-alliances.argmap", "--page", "a3", "-o", "out/x.pdf", cwd=maps)
    assert done.returncode == 0
    assert (maps / "out" / "x.pdf").read_bytes().startswith(b"%PDF-")
    done = export("arguments/separate-alliances.argmap", "--page", "a3", "-o", "-", cwd=maps)
    assert done.returncode == 2
    assert f"there are {len(names)} pages" in done.stderr


def test_a_picture_too_large_for_a_pdf_goes_on_pages(maps: Path) -> None:
    claims = "".join(f"claim c{n} analytic: This is claim number {n} of very many claims.\n" for n in range(320))
    (maps / "long.argmap").write_text("topic: T?\n" + claims, encoding="utf-8")
    done = export("long.argmap", "--to", "pdf", "-o", "out", cwd=maps)
    assert done.returncode == 0
    assert "too large for one sheet of a PDF" in done.stderr


def test_verdicts_stand_on_the_boxes(maps: Path) -> None:
    done = export("arguments/in-short.argmap", "--verdicts", "-o", "-", cwd=maps)
    assert done.returncode == 0
    assert ">stands</text>" in done.stdout
    assert ">falls</text>" in done.stdout
    assert "judged by this map as it is drawn, and by nothing else" in done.stdout


def test_letters_that_no_font_has_are_told(maps: Path) -> None:
    (maps / "odd.argmap").write_text("claim a analytic: A \U0003fffd letter.\n", encoding="utf-8")
    done = export("odd.argmap", "--to", "png", "-o", "out", cwd=maps)
    assert done.returncode == 0
    assert "no font on this machine has U+3FFFD" in done.stderr


def test_the_ending_chooses_the_form_in_any_case_of_letters(maps: Path) -> None:
    assert export("arguments/in-short.argmap", "-o", "map.PDF", cwd=maps).returncode == 0
    assert (maps / "map.PDF").read_bytes().startswith(b"%PDF-")
    for name in ("map.jpg", "map.odt"):
        done = export("arguments/in-short.argmap", "-o", name, cwd=maps)
        assert done.returncode == 2
        assert f"'{name}': no form ends in `{Path(name).suffix}`; there is svg (.svg), html (.html)" in done.stderr
        assert not (maps / name).exists()
    assert export("arguments/in-short.argmap", "-o", "map.v2/", cwd=maps).returncode == 0
    assert (maps / "map.v2" / "in-short.svg").exists()


def test_the_look_can_stand_in_the_settings(maps: Path) -> None:
    settings = maps / "arguments" / "argmap.toml"
    settings.write_text('[look]\ntheme = "print"\nkey = false\ntitle = "Round 3"\n', encoding="utf-8")
    done = export("arguments/in-short.argmap", "-o", "-", cwd=maps)
    assert done.returncode == 0
    assert "#0B5FA5" not in done.stdout
    assert ">Key<" not in done.stdout
    assert "Round 3" in done.stdout
    done = export("arguments/in-short.argmap", "--theme", "light", "-o", "-", cwd=maps)
    assert "#0B5FA5" in done.stdout, "what the call says goes before the settings"
    done = export("arguments/in-short.argmap", "--to", "json", "-o", "-", cwd=maps)
    assert done.returncode == 0, "a form leaves alone what of the settings it does not take"


def test_a_slip_in_the_settings_look_is_told_once(maps: Path) -> None:
    settings = maps / "arguments" / "argmap.toml"
    settings.write_text('[look]\ntheme = "drak"\nwidht = 3\nkey = 3\nwidth = 300\n', encoding="utf-8")
    done = export("arguments", "-o", "out", cwd=maps)
    assert done.returncode == 1
    for said in (
        "there is no theme `drak`; did you mean `dark`?",
        "there is no part of the look `widht`; did you mean `width`?",
        "`key` is true or false, not `3`",
        "`width` is a number from 12 to 80, not `300`",
    ):
        assert done.stderr.count(said) == 1
    assert (maps / "out" / "in-short.svg").exists()
