"""The page's scripts, which name one another: a browser that is told of all of them asks for all of them at once."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

PAGE = Path(__file__).parent / "page"
FIRST = "page.js"
IMPORTED = re.compile(r'^import .* from "\./(\w+\.js)";$', re.MULTILINE)
"""How one names another."""


def at_once(page: str, editor: str) -> str:
    """The page with all its scripts named in its head; `editor` is where its editor lies."""
    links = [f'<link rel="modulepreload" href="{name}">' for name in (*(f"/{name}" for name in _scripts()), editor)]
    return page.replace("</head>", "\n".join([*links, "</head>"]))


@cache
def _scripts() -> Sequence[str]:
    found = [FIRST]
    for name in found:  # grows while it is walked
        named = IMPORTED.findall((PAGE / name).read_text(encoding="utf-8"))
        found += [each for each in dict.fromkeys(named) if each not in found]
    return found
