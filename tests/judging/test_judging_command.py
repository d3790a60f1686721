"""`argmap judge` as a user meets it: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import load
from argmap.judging import Verdict, judge
from argmap.judging.inquiry import Questions, inquire
from argmap.judging.words.data import to_json
from argmap.model import ArgumentMap

POOL = """topic: Should the town build a pool?
side pro: Build it
side con: Do not

claim pool (pro): The town should build a pool.
    claim health: Swimming keeps people well.
        evidence study: A study finds it so.
            weight: 0.8
            rebuttal old indict: The study is old.
                weight: 0.3
    claim fun (pro) analytic: A pool is fun.
    rebuttal cost: It costs too much.
        evidence bill: The bill was high elsewhere.
            weight: 0.6
        rebuttal share no-link: The county pays for most of it.
"""
CLASH = """claim calm analytic: The river is calm.
claim wild analytic: The river is wild.
calm contradicts wild
claim swim: One can swim in it.
calm supports swim
"""


def argmap(*args: str, cwd: Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "judge", *args],
        cwd=cwd,
        input=stdin.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **env},
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pool.argmap").write_text(POOL, encoding="utf-8")
    (tmp_path / "clash.argmap").write_text(CLASH, encoding="utf-8")
    return tmp_path


def test_the_page_has_top_claims_first_with_what_decides_them(folder: Path) -> None:
    done = argmap("pool.argmap", cwd=folder)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "By this map pro wins: C1 stands and con has no reason that stands."
    assert lines[2] == "Should the town build a pool?"
    assert "as it is drawn" in lines[3]
    top = next(line for line in lines if "C1 pool" in line)
    assert top.startswith("  [+] stands C1 pool (strength ")
    assert "C1 stands because C3 supports it, and its one rebuttal R2 does not count:" in " ".join(done.stdout.split())
    assert "The county pays for most of it." in done.stdout


def test_json_keeps_the_contract(folder: Path) -> None:
    data = json.loads(argmap("pool.argmap", "--format", "json", cwd=folder).stdout)
    by_name = {entry["statement"]: entry for entry in data["statements"]}
    assert set(by_name["pool"]) == {"statement", "verdict", "weakened_by", "strength", "because"}
    assert [by_name[name]["verdict"] for name in ("pool", "health", "study", "old")] == [
        "stands",
        "falls",
        "falls",
        "stands",
    ]
    assert by_name["health"]["because"] == "its only card study falls: old rebuts it and nothing answers old"
    assert by_name["health"]["strength"] == 0.56
    assert {
        "kind": "rebuts",
        "from": ["share"],
        "to": {"from": ["cost"], "to": "pool"},
        "verdict": "stands",
        "weakened_by": [],
    } in data["links"]
    assert data["judged"] == "as drawn"


def test_without_weights_strengths_are_null(folder: Path) -> None:
    data = json.loads(argmap("clash.argmap", "--format", "json", cwd=folder).stdout)
    assert {entry["strength"] for entry in data["statements"]} == {None}


def test_why_follows_the_verdict_to_the_ground(folder: Path) -> None:
    done = argmap("pool.argmap", "--why", "health", "--why", "R2", cwd=folder)
    heads = [line for line in done.stdout.splitlines() if line.lstrip().startswith("[")]
    assert heads == [
        "[x] C2 health falls: its only card E1 falls.",
        "  [x] E1 study falls: R1 rebuts it and nothing answers R1.",
        "    [+] R1 old stands: nothing answers it.",
        "[+] R2 cost stands: nothing rebuts it, and its card E2 stands.",
        "  [+] E2 bill stands: nothing rebuts it.",
    ]


def test_what_if_prints_only_what_changes(folder: Path) -> None:
    done = argmap("pool.argmap", "--concede", "study", "--answer", "cost -> pool", "--drop", "fun", cwd=folder)
    changes = [line for line in done.stdout.splitlines() if line.startswith("  [")]
    assert [line[: line.index(":", line.index(":") + 1)] if "->" in line else line for line in changes[:2]] == [
        "  [x] C3 fun: stands -> falls",
        "  [+] E1 study: falls -> stands",
    ]
    assert changes[2] == "  [x] the link R2 -> C1 still falls."
    assert changes[3].startswith("  [+] C1 pool still stands: C2 supports it")
    assert changes[4].startswith("  [+] C2 health: falls -> stands: ")
    assert len(changes) == 5
    assert "Nothing else changes." not in done.stdout
    again = argmap("pool.argmap", "--drop", "old", "--drop", "share", "--format", "json", cwd=folder)
    changed = json.loads(again.stdout)["what_if"]["changes"]
    assert {(c["statement"], c["before"], c["after"]) for c in changed if "statement" in c} == {
        ("pool", "stands", "falls"),
        ("health", "falls", "stands"),
        ("study", "falls", "stands"),
        ("old", "stands", "falls"),
        ("share", "stands", "falls"),
    }


def test_flips_weak_points_bar_worth_and_tally(folder: Path) -> None:
    done = argmap("pool.argmap", "--flip", "pool", "--weak-points", "--bar", "--worth", "--tally", cwd=folder)
    text = " ".join(done.stdout.split())
    assert "C1 pool stands. It would fall if 1 new rebuttal went unanswered against C3 fun or R3 share." in text
    assert "Losing cards alone, however many, would not change it." in text
    assert "(Left out: a new answer to C1 itself, and dropping it.)" in text
    assert "pro: C1 pool needs C3 fun and R3 share." in text
    assert "No bar changes the verdict on a main claim." in text
    assert "It is not importance" in text
    assert "none settles a claim alone" in text


def test_clashes_and_their_readings(folder: Path) -> None:
    pytest.importorskip("pysat")
    done = argmap("clash.argmap", cwd=folder)
    assert done.returncode == 0
    assert "C1, C2 and C3: 2 consistent ways to judge this clash." in done.stdout
    assert "C3 swim wins in 1." in done.stdout
    assert "C2 stands; C1 and C3 fall." in done.stdout
    assert "C1 and C3 stand; C2 falls." in done.stdout


def test_without_python_sat_all_but_readings_works_and_says_what_to_install(folder: Path) -> None:
    blocker = folder / "without"
    (blocker / "pysat").mkdir(parents=True)
    (blocker / "pysat" / "__init__.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    done = argmap("clash.argmap", "--drop", "wild", "--flip", "swim", cwd=folder, PYTHONPATH=str(blocker))
    assert (done.returncode, "C3 swim: open -> stands" in done.stdout) == (0, True)
    page = argmap("clash.argmap", cwd=folder, PYTHONPATH=str(blocker))
    assert page.returncode == 0
    assert "pip install python-sat" in " ".join(page.stdout.split())
    data = json.loads(argmap("clash.argmap", "--format", "json", cwd=folder, PYTHONPATH=str(blocker)).stdout)
    assert data["clashes"] is None


def test_a_folder_is_judged_map_by_map(folder: Path) -> None:
    done = argmap(cwd=folder)
    assert [line for line in done.stdout.splitlines() if line.startswith("== ")] == [
        "== clash.argmap",
        "== pool.argmap",
    ]
    data = json.loads(argmap("--format", "json", cwd=folder).stdout)
    assert [found["file"] for found in data["maps"]] == ["clash.argmap", "pool.argmap"]


def test_standard_input_and_quiet(folder: Path) -> None:
    done = argmap("-", "--quiet", cwd=folder, stdin=CLASH)
    assert (done.returncode, done.stderr) == (0, "")
    assert "C3 swim" in done.stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--why", "heath"], "there is no statement `heath`; did you mean `health`?"),
        (["--answer", "fun -> cost"], "there is no link `fun -> cost`"),
        (["--drop", "fun -> pool"], "'fun -> pool' is a link: only --answer takes one."),
        (["--format", "xml"], "xml"),
    ],
)
def test_a_wrong_call_says_so(folder: Path, args: list[str], words: str) -> None:
    done = argmap("pool.argmap", *args, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_a_faulty_file_is_judged_as_far_as_it_goes(folder: Path) -> None:
    (folder / "faulty.argmap").write_text(POOL + "evidense x: Slip.\n", encoding="utf-8")
    done = argmap("faulty.argmap", cwd=folder)
    assert done.returncode == 1
    assert "C1 pool" in done.stdout
    assert "judged as far as it could be read" in done.stderr


def test_an_empty_map(folder: Path) -> None:
    done = argmap("-", cwd=folder, stdin="topic: Nothing yet\n")
    assert done.returncode == 0
    assert "Of 0 statements 0 stand, 0 fall and 0 are open." in done.stdout


def test_the_real_maps(arguments: Path) -> None:
    """What somebody who knows the articles would say: the likeness stands, so does "no formal
    alliance", and the flat claim of collective defence falls to Article 5."""
    map_ = load(arguments / "camp-david.argmap").map
    judgement = judge(map_)
    verdicts = {name: str(judgement.verdict(map_.by_name[name])) for name in ("hallmarks", "noalliance", "collective")}
    assert verdicts == {"hallmarks": "stands", "noalliance": "stands", "collective": "falls"}
    assert argmap(str(arguments), cwd=arguments).returncode == 0


def test_links_on_links_of_any_depth_as_json() -> None:
    from judging_maps import Maker

    made = Maker()
    link = made.support(made.say("C0", analytic=True), made.say("E0"))
    for number in range(3_000):
        link = made.rebut(link, made.say(f"R{number}"))
    map_: ArgumentMap = made.map()
    found = inquire(map_, Questions())
    assert to_json(found).count('"verdict"') == len(map_.statements) + len(map_.links)
    assert found.judgement.verdict(map_.statements[0]) is Verdict.STANDS


ROUND = """topic: Should the town build a pool?
    format: lincoln-douglas
side aff: Build it
side neg: Do not
claim health (aff) analytic @AC: Swimming keeps people well.
    rebuttal lake @NR: There is a lake.
"""


def test_what_came_too_late_counts_only_where_speeches_are_left_aside(folder: Path) -> None:
    (folder / "round.argmap").write_text(ROUND, encoding="utf-8")
    done = argmap("round.argmap", cwd=folder)
    assert done.stdout.startswith("By this map aff wins: C1 stands and neg has no reason that stands.")
    assert "R1 came too late: NR, due in the NC." in " ".join(done.stdout.split())
    done = argmap("round.argmap", "--no-speeches", cwd=folder)
    assert done.stdout.startswith("By this map nobody has a reason that stands.")


def test_the_presumption_decides_where_nobody_has_a_reason(folder: Path) -> None:
    (folder / "round.argmap").write_text(ROUND.replace("@NR", "@NC"), encoding="utf-8")
    (folder / "argmap.toml").write_text('presumption = "neg"\n', encoding="utf-8")
    done = argmap("round.argmap", cwd=folder)
    words = "By this map nobody has a reason that stands, so neg wins on presumption, as the settings have it."
    assert words in " ".join(done.stdout.split())
    data = json.loads(argmap("round.argmap", "--format", "json", cwd=folder).stdout)
    assert (data["ballot"]["result"], data["ballot"]["by"]) == ("neg", "presumption")
    (folder / "argmap.toml").write_text('presumption = "con"\n', encoding="utf-8")
    done = argmap("round.argmap", cwd=folder)
    assert done.stdout.startswith("By this map nobody has a reason that stands.\n")
    assert "has no side `con`" in done.stderr


def test_in_public_forum_the_second_rebuttal_answers_the_first_only_where_that_is_set(folder: Path) -> None:
    text = ROUND.replace("lincoln-douglas", "public-forum").replace("@NR", "@NR") + (
        "claim debts (neg) analytic @NC: The town has debts.\n"
        "    rebuttal grant @AR: The county pays.\n        rebuttal half @NS: Only half of it.\n"
    )
    (folder / "round.argmap").write_text(text, encoding="utf-8")
    assert "By this map neg wins: C2" in argmap("round.argmap", cwd=folder).stdout
    (folder / "argmap.toml").write_text("second-rebuttal = true\n", encoding="utf-8")
    done = argmap("round.argmap", cwd=folder)
    assert "R3 came too late: NS, due in the NR" in " ".join(done.stdout.split())


def test_flip_ballot(folder: Path) -> None:
    done = argmap("pool.argmap", "--flip", "ballot", cwd=folder)
    text = " ".join(done.stdout.split())
    assert "The least that would change who wins. Nobody would have a reason that stands if 1 new" in text
    assert "(Left out: answers to main claims.)" in text
