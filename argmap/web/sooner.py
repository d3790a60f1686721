"""What need not be made at every start of the page, since it was made when the page was built.

`attrs` writes the methods of each of the protocol's classes as a text and compiles it: that is a fifth of the
start. The build (`editor/compile.py`) keeps what it compiled, by its text, in `KEPT`.
"""

import marshal
from pathlib import Path
from types import CodeType

KEPT = Path(__file__).with_name("compiled.bin")


def keep() -> dict[str, CodeType]:
    """From now on keep what `attrs` compiles, in what is returned."""
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

    vars(_make)["compile"] = compiled  # the module finds it before Python's own
