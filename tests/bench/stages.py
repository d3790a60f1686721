"""What each stage of a check takes of the processor's time, in one process.

python tests/bench/stages.py MAP
"""

import gc
import sys
import time
from pathlib import Path


class Laps:
    """Tells the time since the last lap."""

    def __init__(self) -> None:
        self.at = time.process_time()

    def done(self, what: str) -> None:
        print(f"{what} {1000 * (time.process_time() - self.at):.0f} ms", end="; ")
        self.at = time.process_time()


def main(path: Path) -> None:
    laps = Laps()
    import click  # noqa: F401

    laps.done("click")
    import argmap.cli.check  # noqa: F401
    from argmap.checks import run
    from argmap.includes import Reading
    from argmap.language import parser
    from argmap.language.layout import read_outline
    from argmap.language.syntax import Document
    from argmap.pipeline import load
    from argmap.resolve import resolve
    from argmap.source import SourceFile

    laps.done("argmap's own modules")
    reader = parser._parser()
    laps.done("the grammar's table")
    file = SourceFile(path.name, path.read_text(encoding="utf-8"))
    gc.disable()
    laps = Laps()
    outline = read_outline(file)
    laps.done("outline")
    items, _ = reader.parse(outline)
    laps.done("grammar and syntax")
    document = Document(file, items, outline.comments)
    resolve(Reading([(document, item) for item in items], [document]))
    laps.done("resolve")
    loaded = load(path)
    gc.freeze()
    laps = Laps()
    run(loaded)
    laps.done("rules")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
