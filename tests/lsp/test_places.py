"""The protocol's positions and argmap's offsets say the same place."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as t

from argmap.lsp.places import Lines

TEXTS = st.text(alphabet="ab\n\r\u2028\x0c🏊é\t", max_size=40)


@given(text=TEXTS, where=st.integers(0, 40))
def test_there_and_back(text: str, where: int) -> None:
    lines = Lines(text)
    offset = min(where, len(text))
    inside = text[max(offset - 1, 0) : offset + 1] == "\r\n"
    assert lines.offset(lines.position(offset)) == offset or inside


@given(text=TEXTS, start=st.integers(0, 40), gone=st.integers(0, 9), new=TEXTS)
def test_an_edit_by_positions_is_the_edit_by_offsets(text: str, start: int, gone: int, new: str) -> None:
    start = min(start, len(text))
    end = min(start + gone, len(text))
    if "\r\n" in (text[start - 1 : start + 1], text[end - 1 : end + 1]):
        return
    lines = Lines(text)
    where = t.Range(lines.position(start), lines.position(end))
    assert lines.changed(where, new) == text[:start] + new + text[end:]


def test_without_its_package_the_command_says_how_to_get_it() -> None:
    code = "import sys; sys.modules['pygls'] = None; from argmap.cli import main; main(['lsp'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: The language server needs pygls: `")
    assert "pip install pygls` gets it" in done.stderr
