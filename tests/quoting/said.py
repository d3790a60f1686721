"""What argmap says of one quotation from one source."""

from collections.abc import Sequence

from argmap.checks import Settings, run
from argmap.checks.rule import Group
from argmap.checks.rules import RULES
from argmap.diagnostic import Diagnostic
from argmap.pipeline import load_text
from argmap.quoting.passage import SourceText
from argmap.source import SourceFile

EVIDENCE = {rule.name for rule in RULES if rule.group is Group.EVIDENCE} - {"single-source", "no-citation"}


def said(
    quoted: str, text: str, *, own: str = "It says so: ", marks: str = '""', where: str = "", profile: str = "none"
) -> set[str]:
    """The codes of what is said of a quotation, all on one line, between its marks."""
    line = f"{own}{marks[0]}{quoted}{marks[1]}."
    head = "source s: A source\n    date: 2023\nclaim c analytic: C.\n"
    return _codes(f"{head}    evidence e [s{where}]: {line}\n", text, profile)


def said_of_card(card: str, text: str) -> set[str]:
    """The codes of what is said of a card."""
    lines = "".join(f"        {line}\n" if line.strip() else "\n" for line in card.split("\n"))
    return _codes(
        "source s: A source\n    date: 2023\nclaim c analytic: C.\n    evidence e [s]: It says so.\n"
        f'        card: """\n{lines}        """\n',
        text,
    )


def helps_of(quoted: str, text: str) -> list[str]:
    """What is advised where a quotation is said to be wrong."""
    head = "source s: A source\n    date: 2023\nclaim c analytic: C.\n"
    found = _found(f'{head}    evidence e [s]: It says "{quoted}".\n', text, "none")
    return [diagnostic.help or "" for diagnostic in found if diagnostic.code == "misquotation"]


def _codes(map: str, text: str, profile: str = "none") -> set[str]:
    return {diagnostic.code for diagnostic in _found(map, text, profile)} & EVIDENCE - {"incomplete-citation"}


def _found(map: str, text: str, profile: str) -> Sequence[Diagnostic]:
    loaded = load_text(map)
    assert not loaded.diagnostics, loaded.diagnostics
    texts = {source: SourceText(SourceFile("s.txt", text)) for source in loaded.map.sources}
    return run(loaded, Settings(profile=profile), texts)
