"""What every attack shares: pieces of text to attack with, and all that the commands do with a map."""

import random
from collections.abc import Sequence
from pathlib import Path

from mutations import PIECES, SEEDS, changed

from argmap.checks import RULES, Settings, run
from argmap.diagnostic import Diagnostic
from argmap.files import memory
from argmap.formats.json import to_json
from argmap.formats.markdown import to_markdown
from argmap.formats.mermaid import to_mermaid
from argmap.formats.outline import as_outline
from argmap.judging.inquiry import Questions, inquire
from argmap.judging.words.data import to_json as judged_json
from argmap.judging.words.text import as_lines
from argmap.model import ArgumentMap
from argmap.pipeline import Loaded, load_text
from argmap.report.github import as_github
from argmap.report.json import as_json
from argmap.report.text import as_text

EVERYTHING = Settings(select=frozenset(rule.name for rule in RULES), profile="nsda", insist=True)
TEXTS = [
    *PIECES, "\u0301\u0327", "so ", "not ", "[...]", "...", "…", "[t]he", "__", "**", "==", "¶", "1,000", "-5 %", "½",
]  # fmt: skip
HERE = Path().absolute()
LINES = [text.splitlines(keepends=True) for text in SEEDS]


def few_lines(rng: random.Random) -> str:
    """A few lines of a real file, with slips: small, so that many can be tried."""
    lines = rng.choice(LINES)
    start = rng.randrange(len(lines))
    return changed(rng, "".join(lines[start : start + rng.randrange(1, 9)]), rng.randrange(1, 7))


def everything(text: str, files: dict[str, str] | None = None, name: str = "m.argmap") -> Loaded:
    place = memory({HERE / path: words for path, words in (files or {}).items()})
    loaded = load_text(text, str(HERE / name), files=place)
    told(run(loaded, EVERYTHING))
    for write in (to_json, to_markdown, to_mermaid, as_outline):
        write(loaded.map)
    judged(loaded.map, Questions())
    return loaded


def told(found: Sequence[Diagnostic]) -> None:
    for each in found:
        assert not each.trace, each.trace
        spans = [each.span, *(label.span for label in each.labels), *(edit.span for edit in each.edits)]
        assert all(span is None or 0 <= span.start <= span.end <= len(span.file.text) for span in spans), each
    as_text(found)
    as_json(found, 1)
    as_github(found)


def judged(map: ArgumentMap, questions: Questions) -> None:
    found = inquire(map, questions)
    as_lines(found, 80)
    judged_json(found)
