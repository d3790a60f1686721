"""`argmap check`, `explain` and `sources` as a user meets them: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.checks import RULES
from argmap.project import choose

BARE = "claim pool: The town should build a pool.\n"
QUOTING = """source river: The river
    author: Dana Smith
    date: 2023

claim move: The town should move.
    evidence wet [river para 2]: The fields are "under water by March".
    evidence old [river]: It was "always so".
    rebuttal far [river para 3]: Some are not.
        rebuttal: Most are.
"""
RIVER = "The river\n\nThe fields are under water by March.\n\nNot all.\n"


def argmap(*args: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *args],
        cwd=cwd,
        input=stdin.encode("utf-8"),
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )
    out = done.stdout.decode("utf-8").replace("\r\n", "\n")
    err = done.stderr.decode("utf-8").replace("\r\n", "\n")
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bare.argmap").write_text(BARE, encoding="utf-8")
    return tmp_path


def test_a_warning_counts_only_if_strict(folder: Path) -> None:
    done = argmap("check", cwd=folder)
    assert done.returncode == 0
    assert "warning[unsupported-claim]: nothing supports `pool`\n --> bare.argmap:1:1\n" in done.stdout
    assert done.stderr == "1 file checked: 1 warning\n"
    assert argmap("check", "--strict", cwd=folder).returncode == 1


def test_select_and_ignore(folder: Path) -> None:
    assert argmap("check", "--ignore", "unsupported-claim", cwd=folder).stdout == ""
    assert argmap("check", "--select", "evidence,debate", cwd=folder).stdout == ""
    chosen = argmap("check", "--select", "structure", "--ignore", "orphan", cwd=folder)
    assert "unsupported-claim" in chosen.stdout


def test_unknown_names_are_a_wrong_call_with_a_suggestion(folder: Path) -> None:
    for option, name, meant in (
        ("--select", "unsuported-claim", "unsupported-claim"),
        ("--ignore", "evidense", "evidence"),
        ("--profile", "ndsa", "nsda"),
    ):
        done = argmap("check", option, name, cwd=folder)
        assert done.returncode == 2
        assert f"`{name}`; did you mean `{meant}`?" in done.stderr
    assert argmap("check", "--sources", "nowhere", cwd=folder).returncode == 2


def test_the_nearest_settings_file_holds_and_the_call_goes_before_it(folder: Path) -> None:
    deep = folder / "novice" / "spring"
    deep.mkdir(parents=True)
    (deep / "map.argmap").write_text(BARE, encoding="utf-8")
    (folder / "pyproject.toml").write_text('[tool.argmap.severity]\nunsupported-claim = "error"\n', encoding="utf-8")
    assert argmap("check", str(deep), cwd=folder).returncode == 1
    (folder / "novice" / "argmap.toml").write_text('ignore = ["unsupported-claim"]\n', encoding="utf-8")
    assert argmap("check", str(deep), cwd=folder).stdout == ""
    assert "unsupported-claim" in argmap("check", str(deep), "--select", "unsupported-claim", cwd=folder).stdout


def test_a_pyproject_of_another_tool_is_passed_over(folder: Path) -> None:
    (folder / "argmap.toml").write_text('ignore = ["unsupported-claim"]\n', encoding="utf-8")
    inner = folder / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "argmap-maps"\n', encoding="utf-8")
    (inner / "map.argmap").write_text(BARE, encoding="utf-8")
    assert argmap("check", "inner", cwd=folder).stdout == ""


def test_settings_that_say_nothing_or_nonsense(folder: Path) -> None:
    for words in ("", "\n", "tool = 3\n"):
        name = "pyproject.toml" if "tool" in words else "argmap.toml"
        (folder / name).write_text(words, encoding="utf-8")
        assert argmap("check", cwd=folder).returncode == 0
    (folder / "argmap.toml").write_text("select = " + "[" * 5000 + "\n[severity]\norphan = []\n", encoding="utf-8")
    done = argmap("check", cwd=folder)
    assert done.returncode == 1
    assert "bad-setting" in done.stdout


def test_a_fault_in_the_settings_is_told_once_and_fails(folder: Path) -> None:
    (folder / "other.argmap").write_text(BARE.replace("pool", "park"), encoding="utf-8")
    (folder / "argmap.toml").write_text('profil = "nsda"\n', encoding="utf-8")
    done = argmap("check", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.count("error[bad-setting]: there is no setting `profil`; did you mean `profile`?") == 1
    assert " --> argmap.toml:1:1" in done.stdout


def test_fix_mends_and_checks_again(folder: Path) -> None:
    path = folder / "bare.argmap"
    before = b"\xef\xbb\xbfclam pool: The town should build a pool.\r\n    evidence analytic: So it is.\r\n"
    path.write_bytes(before)
    shown = argmap("check", "--fix", "--diff", cwd=folder)
    assert "-clam pool" in shown.stdout and "+claim pool" in shown.stdout
    assert path.read_bytes() == before
    done = argmap("check", "--fix", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "bare.argmap: 1 fault fixed" in done.stderr
    assert path.read_bytes() == before.replace(b"clam", b"claim")


def test_a_fault_that_hid_behind_another_is_fixed_at_once(folder: Path) -> None:
    text = "source baker: Phones out\n    date: 2025\nclaim a: A.\n    evidence e [Baker, para 6]: It was.\n"
    (folder / "bare.argmap").write_text(text, encoding="utf-8")
    done = argmap("check", "--fix", cwd=folder)
    assert "bare.argmap: 2 faults fixed" in done.stderr
    assert "[baker para 6]" in (folder / "bare.argmap").read_text(encoding="utf-8")


def test_standard_input_is_checked_and_not_mended(folder: Path) -> None:
    assert "unsupported-claim" in argmap("check", "-", cwd=folder, stdin=BARE).stdout
    assert argmap("check", "-", "--fix", cwd=folder, stdin=BARE).returncode == 2
    done = argmap("check", "-", "--diff", cwd=folder, stdin=BARE.replace("claim", "clam"))
    assert "+claim pool" in done.stdout


def test_shared_files_are_told_of_once_and_comments_serve_every_map(folder: Path) -> None:
    (folder / "bare.argmap").unlink()
    (folder / "part.argmap").write_text(
        "# argmap: ignore[unanswered-rebuttal] answered in round.argmap\nclaim pool: The town should build a pool.\n",
        encoding="utf-8",
    )
    (folder / "a.argmap").write_text("include: part.argmap\nclaim a analytic: One thing.\n", encoding="utf-8")
    (folder / "b.argmap").write_text("include: part.argmap\nclaim b analytic: Another.\n", encoding="utf-8")
    found = json.loads(argmap("check", "--format", "json", cwd=folder).stdout)["diagnostics"]
    assert [(item["file"], item["code"]) for item in found] == [
        ("part.argmap", "unused-ignore"),
        ("part.argmap", "unsupported-claim"),
    ]
    (folder / "part.argmap").write_text(
        "# argmap: ignore[unsupported-claim] supported in b\nclaim pool: The town should build a pool.\n",
        encoding="utf-8",
    )
    (folder / "b.argmap").write_text(
        "include: part.argmap\nclaim b analytic: Another.\nb supports pool\n", encoding="utf-8"
    )
    assert argmap("check", cwd=folder).stdout == ""
    assert "unused-ignore" in argmap("check", "b.argmap", cwd=folder).stdout


def test_sources_from_a_folder(folder: Path) -> None:
    (folder / "bare.argmap").write_text(QUOTING, encoding="utf-8")
    assert "2 quotations from `river` not verified" in argmap("check", cwd=folder).stdout
    texts = folder / "texts"
    texts.mkdir()
    (texts / "river.txt").write_text(RIVER, encoding="utf-8")
    done = argmap("check", "--sources", "texts", cwd=folder)
    assert done.returncode == 1
    assert "these words are not in `river`" in done.stdout
    assert "not verified" not in done.stdout
    (folder / "argmap.toml").write_text('sources = ["texts"]\n', encoding="utf-8")
    assert argmap("check", cwd=folder).stdout == done.stdout


def test_sarif_and_github(folder: Path) -> None:
    log = json.loads(argmap("check", "--format", "sarif", cwd=folder).stdout)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["unsupported-claim"]
    done = argmap("check", "--format", "github", cwd=folder)
    assert done.stdout.startswith("::warning file=bare.argmap,line=1,endLine=1,col=1,endColumn=12,title=")
    assert done.stdout.count("\n") == 1


def test_what_explain_lists_under_a_heading_select_and_ignore_take_too(folder: Path) -> None:
    listed = argmap("explain", cwd=folder).stdout
    headings = [line for line in listed.splitlines() if line and line.islower() and line.isalpha()]
    assert sorted(headings) == ["comments", "debate", "evidence", "language", "structure"]
    assert choose(headings, headings).select == set(headings)
    (folder / "remark.argmap").write_text("topic: T\n    format: parlor\nclaim a: One.\n", encoding="utf-8")
    only = argmap("check", "--select", "language", "remark.argmap", cwd=folder).stdout
    assert "unknown-format" in only and "unsupported-claim" not in only
    rest = argmap("check", "--ignore", "language", "remark.argmap", cwd=folder).stdout
    assert "unknown-format" not in rest and "unsupported-claim" in rest


def test_explain_lists_every_rule_and_shows_its_page(tmp_path: Path) -> None:
    listed = argmap("explain", cwd=tmp_path).stdout
    for rule in RULES:
        assert f"  {rule.name} " in listed
        assert rule.summary in listed
    page = argmap("explain", "splice", cwd=tmp_path).stdout
    for part in ("splice (evidence, error)", "\nBad:\n", "\nGood:\n", "\nFix: ", "\nSilence: "):
        assert part in page
    done = argmap("explain", "splise", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no rule `splise`; did you mean `splice`?\n" in done.stderr
    unlike = argmap("explain", "quite-another-thing", cwd=tmp_path)
    assert unlike.returncode == 2
    assert "there is no rule `quite-another-thing`; `argmap explain` lists them\n" in unlike.stderr


def test_explain_knows_the_codes_of_the_language_and_the_headings(tmp_path: Path) -> None:
    told = argmap("explain", "misspelt-word", cwd=tmp_path)
    assert told.returncode == 0
    assert told.stdout.startswith("misspelt-word (language, error)\n")
    assert "\nFix: " in told.stdout and "always shown" in told.stdout
    assert "unknown-format (language, warning)" in argmap("explain", "unknown-format", cwd=tmp_path).stdout
    group = argmap("explain", "structure", cwd=tmp_path).stdout
    assert "  orphan " in group and "splice" not in group
    whole = argmap("explain", cwd=tmp_path).stdout
    assert "\nlanguage\n" in whole and "  misspelt-word " in whole


def test_errors_of_the_language_cannot_be_chosen(folder: Path) -> None:
    for option in ("--select", "--ignore"):
        done = argmap("check", option, "misspelt-word", cwd=folder)
        assert done.returncode == 2
        assert "`misspelt-word` is not a rule: errors of the language are always shown" in done.stderr
    (folder / "argmap.toml").write_text('ignore = ["misspelt-word"]\n', encoding="utf-8")
    assert "errors of the language are always shown" in argmap("check", cwd=folder).stdout


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("profile: nsda", 'profile = "nsda"'),
        ("profile = nsda  # our league", 'profile = "nsda"'),
        ("profile = “nsda”", 'profile = "nsda"'),
        ("select = structure, evidence", 'select = ["structure", "evidence"]'),
        ("ignore: [orphan]", 'ignore = ["orphan"]'),
        ("stale-years: 3", "stale-years = 3"),
    ],
)
def test_settings_as_other_files_write_them(folder: Path, line: str, meant: str) -> None:
    (folder / "argmap.toml").write_text(f"{line}\n", encoding="utf-8")
    done = argmap("check", cwd=folder)
    assert done.returncode == 1
    assert "this is not TOML" in done.stdout and f"write `{meant}`" in done.stdout


def test_sources_says_what_is_used_and_what_is_not(folder: Path) -> None:
    (folder / "bare.argmap").write_text(QUOTING, encoding="utf-8")
    (folder / "river.txt").write_text(RIVER, encoding="utf-8")
    done = argmap("sources", "bare.argmap", "--sources", ".", cwd=folder)
    assert done.returncode == 0
    assert done.stdout == (
        "bare.argmap\n"
        "\n"
        "  river\n"
        "    Dana Smith, “The river”, 2023\n"
        "    cited 3 times\n"
        "    in bare.argmap: wet (line 6, para 2), old (line 7), far (line 8, para 3)\n"
        "    paragraphs used: 2-3\n"
        "    not used yet: 1 (of 3)\n"
        "    quotations: 1 verified, 1 failed, 0 not verifiable\n"
        "    claims that rest on Dana Smith alone: move\n"
        "\n"
        "  2 quotations in all: 1 verified, 1 failed, 0 not verifiable, 0 not looked at\n"
    )


def test_sources_as_json(folder: Path) -> None:
    (folder / "bare.argmap").write_text(QUOTING, encoding="utf-8")
    read = json.loads(argmap("sources", "--format", "json", cwd=folder).stdout)
    (map_read,) = read["maps"]
    (source,) = map_read["sources"]
    assert source["id"] == "river" and source["author"] == ["Dana Smith"]
    assert source["cites"][0] == {"statement": "wet", "locator": "para 2", "file": "bare.argmap", "line": 6}
    assert source["paragraphs"] == {"count": None, "used": [2, 3], "unused": []}
    assert source["quotations"] == {"verified": 0, "failed": 0, "unchecked": 2}
    assert source["alone"] == ["move"]
