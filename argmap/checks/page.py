"""A rule's page, taken apart: its prose, its examples, the files that they read; and the language's own."""

import re
from collections.abc import Mapping
from textwrap import dedent, fill

from ..faults import ALWAYS_TOLD, FAULTS, REMARKS
from ..regex import regex
from ..values import dataclass
from .rule import Rule

EXAMPLE = regex(r"^(Bad|Good|Source [^\s:]+):\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)

SOURCE = "Source "
WIDTH = 100


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
    silence = _silence(rule.name, by_comment=rule.check is not None)
    return Page(f"{rule.page.strip()}\n\n{silence}\n", found["Bad"], found["Good"], files)


def language_page(code: str) -> str:
    """The page of a code of the language."""
    fault = FAULTS[code]
    remark = code in REMARKS
    silence = _silence(code, by_comment=True) if remark else f"Silence: none; {ALWAYS_TOLD}."
    return f"{_wrapped(fault.summary)}\n\n{_wrapped(f'Fix: {fault.mend}')}\n\n{silence}\n"


def _wrapped(words: str) -> str:
    return fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)


def _silence(name: str, *, by_comment: bool) -> str:
    above = f"`# argmap: ignore[{name}] your reason` above the line; " if by_comment else ""
    return (
        f"Silence: {above}for a folder,\n"
        f'`ignore = ["{name}"]` in its argmap.toml; for one run, `argmap check --ignore {name}`.'
    )
