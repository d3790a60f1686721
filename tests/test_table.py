"""The parser's table that is kept between runs, and the one worked out from the grammar."""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.language import parse, parser, table
from argmap.source import SourceFile

ROOT = Path(__file__).parent.parent
SHOW = "import sys; sys.path.insert(0, sys.argv[2]); from argmap.cli import main; main(['show', sys.argv[1]])"


def test_the_kept_table_reads_as_the_grammar_does(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [SourceFile(path.name, path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.argmap"))]
    kept = [(parser._Parser(), [parse.parse(file) for file in files]) for _ in range(2)]
    monkeypatch.setattr(parser, "parser", table.build)
    built = parser._Parser()
    monkeypatch.setattr(parser, "_parser", lambda: built)
    assert len(files) > 10
    assert [parse.parse(file) for file in files] == kept[0][1] == kept[1][1]
    states = [len(one._lark.parser.parser._parse_table.states) for one in (kept[1][0], built)]
    assert states[0] == states[1]


def test_a_spoilt_or_unwritable_table_does_no_harm(tmp_path: Path, arguments: Path) -> None:
    def shown(prefix: Path) -> str:
        command = [sys.executable, "-X", f"pycache_prefix={prefix}", "-c", SHOW, "in-short.argmap", str(ROOT)]
        done = subprocess.run(command, cwd=arguments, capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    (tmp_path / "kept").mkdir()
    first = shown(tmp_path / "kept")
    (kept,) = (tmp_path / "kept").rglob("*.table")
    whole = kept.read_bytes()
    for spoilt in (b"", whole[:40], whole[:-100], b"x" * 1000, whole[:32] + b"cos\nsystem\n."):
        kept.write_bytes(spoilt)
        assert shown(tmp_path / "kept") == first
        assert kept.read_bytes() != spoilt
    (tmp_path / "blocked").write_text("no folder")
    assert shown(tmp_path / "blocked") == first
