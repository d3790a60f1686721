"""A rule's page, taken apart: its prose, its examples, the files that they read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from .rule import Rule

EXAMPLE = re.compile(r"^(Bad|Good|Source [^\s:]+):\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)

SOURCE = "Source "


@dataclass(frozen=True, slots=True)
class Page:
    """`text` is the whole page as it is shown. `bad` and `good` are maps, `files` what they name."""

    text: str
    bad: str
    good: str
    files: Mapping[str, str]


def page(rule: Rule) -> Page:
    """The page of a rule, with the paragraph on silencing that all pages share."""
    found = {m[1]: dedent(m[2]).strip("\n") + "\n" for m in EXAMPLE.finditer(rule.page + "\n")}
    files = {name.removeprefix(SOURCE): words for name, words in found.items() if name.startswith(SOURCE)}
    return Page(f"{rule.page.strip()}\n\n{_silence(rule)}\n", found["Bad"], found["Good"], files)


def _silence(rule: Rule) -> str:
    above = "" if rule.check is None else f"`# argmap: ignore[{rule.name}] your reason` above the line; "
    return (
        f"Silence: {above}for a folder,\n"
        f'`ignore = ["{rule.name}"]` in its argmap.toml; for one run, `argmap check --ignore {rule.name}`.'
    )
