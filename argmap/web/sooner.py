"""What need not be made at every start of the page, since it was made when the page was built.

`attrs` and `dataclasses` write the methods of their classes as a text and compile it: that is a fifth of the
start. The build (`editor/compile.py`) keeps what they compiled, by its text, in `KEPT`.
"""

import dataclasses
import marshal
from pathlib import Path
from types import CodeType
from typing import Any

KEPT = Path(__file__).with_name("compiled.bin")


def keep() -> dict[str, CodeType]:
    """From now on keep what is compiled, in what is returned."""
    kept: dict[str, CodeType] = {}
    _lend(kept)
    return kept


def begin() -> None:
    """Take what was kept; where there is nothing, or something else is asked for, it is compiled."""
    if KEPT.is_file():
        _lend(marshal.loads(KEPT.read_bytes()))


def _lend(kept: dict[str, CodeType]) -> None:
    from attr import _make

    def compiled(text: str, name: str, mode: str) -> CodeType:
        if text not in kept:
            kept[text] = compile(text, name, mode)
        return kept[text]

    def run(text: str, names: dict[str, Any], own: dict[str, Any]) -> None:
        exec(compiled(text, "<string>", "exec"), names, own)

    # Each module finds these before Python's own.
    vars(_make)["compile"] = compiled
    vars(dataclasses)["exec"] = run
