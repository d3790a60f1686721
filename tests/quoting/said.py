"""What argmap says of one quotation from one source."""

from argmap.checks import Settings, run
from argmap.checks.rule import Group
from argmap.checks.rules import RULES
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


def _codes(map: str, text: str, profile: str = "none") -> set[str]:
    loaded = load_text(map)
    assert not loaded.diagnostics, loaded.diagnostics
    texts = {source: SourceText(SourceFile("s.txt", text)) for source in loaded.map.sources}
    found = run(loaded, Settings(profile=profile), texts)
    return {diagnostic.code for diagnostic in found} & EVIDENCE - {"incomplete-citation"}
