"""The parser's table that is kept between runs, and the one worked out from the grammar."""

import os
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from argmap.language import kept as keeping
from argmap.language import parse, parser, recovering, table
from argmap.language.building import Builder
from argmap.language.recovering import Recovering
from argmap.language.taking import taken
from argmap.language.walk_table import walk_table
from argmap.language.walking import WalkTable
from argmap.source import SourceFile

ROOT = Path(__file__).parent.parent
SHOW = "import sys; sys.path.insert(0, sys.argv[2]); from argmap.cli import main; main(['show', sys.argv[1]])"

LOADS = "import sys; from argmap.pipeline import load; load(sys.argv[1]); print('lark' in sys.modules, end='')"


def test_the_kept_tables_read_as_the_grammar_does(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [SourceFile(path.name, path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.argmap"))]
    by_kept = [(Recovering(Builder()), [parse.parse(file) for file in files]) for _ in range(2)]
    monkeypatch.setattr(recovering, "parser", table.build)
    monkeypatch.setattr(parser, "walk_table", lambda: taken(table.build(postlex=table.Indents())))
    built = parser._Parser()
    monkeypatch.setattr(parser, "_parser", lambda: built)
    assert len(files) > 10
    assert [parse.parse(file) for file in files] == by_kept[0][1] == by_kept[1][1]
    states = [len(one._lark.parser.parser._parse_table.states) for one in (by_kept[1][0], Recovering(Builder()))]
    assert states[0] == states[1]


def test_the_table_that_is_walked_is_the_one_that_lark_makes_of_the_grammar() -> None:
    made = taken(table.build(postlex=table.Indents()))
    for kept in (walk_table(), walk_table()):
        assert _plain(kept) == _plain(made)
    assert len(made.states) > 100 > len(made.lexers) > 10


def _plain(walked: WalkTable) -> object:
    """The table without the order in which Lark comes upon states and rules, which is another one each time."""
    rules = [repr(rule) for rule in walked.rules]
    lexers = [repr(lexer) for lexer in walked.lexers]
    numbered: dict[int, int] = {walked.start: 0}
    waiting, found = [walked.start], []
    for state in waiting:  # grows while it is walked
        lexer, steps = walked.states[state]
        said = []
        for kind, step in sorted(steps.items()):
            if step >= 0 and step not in numbered:
                numbered[step] = len(numbered)
                waiting.append(step)
            said.append((kind, numbered[step] if step >= 0 else rules[-1 - step]))
        found.append((lexers[lexer], said))
    return sorted(rules), sorted(lexers), numbered[walked.end], found


def test_a_faultless_map_is_read_without_lark(tmp_path: Path) -> None:
    sound, faulty = "claim a: A.\n    evidence b: B.\na contradicts b\n", "claim a (: A.\n"
    keeps = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    loaded = []
    for text in (sound, sound, faulty):  # the first time there may be no table yet
        (tmp_path / "m.argmap").write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", LOADS, "m.argmap"]
        done = subprocess.run(command, cwd=tmp_path, env=keeps, capture_output=True, text=True, check=True)
        loaded.append(done.stdout)
    assert loaded[1:] == ["False", "True"]


def test_a_spoilt_or_unwritable_table_does_no_harm(tmp_path: Path, arguments: Path) -> None:
    def shown(prefix: Path) -> str:
        command = [sys.executable, "-X", f"pycache_prefix={prefix}", "-c", SHOW, "in-short.argmap", str(ROOT)]
        done = subprocess.run(command, cwd=arguments, capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    (tmp_path / "kept").mkdir()
    first = shown(tmp_path / "kept")
    tables = sorted((tmp_path / "kept").rglob("*.table"))
    assert len(tables) == 2
    whole = [kept.read_bytes() for kept in tables]
    for spoilt in ([b"", b""], [raw[:40] for raw in whole], [raw[:-100] for raw in whole], [b"x" * 5000] * 2):
        for kept, raw in zip(tables, spoilt, strict=True):
            kept.write_bytes(raw)
        assert shown(tmp_path / "kept") == first
        assert all(kept.read_bytes() != raw for kept, raw in zip(tables, spoilt, strict=True))
    (tmp_path / "blocked").write_text("no folder")
    assert shown(tmp_path / "blocked") == first


def test_what_other_code_kept_is_not_read() -> None:
    folder = Path(keeping.__file__).parent
    makers = [folder / f"{name}.py" for name in ("table", "taking", "walk_table", "walking")]
    number = crc32("".join(maker.read_text(encoding="utf-8") for maker in makers).encode("utf-8"))
    assert number == keeping.MAKERS, f"write MAKERS = {number} in {keeping.__file__}"
