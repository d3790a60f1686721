"""What a Python program does with a map, a call for each step: check, select, render."""

from collections.abc import Callable, Mapping
from typing import Any

from .checks import Settings, run
from .checks.configuration import find_settings
from .diagnostic import Diagnostic, place_order
from .model import ArgumentMap
from .pipeline import Loaded


def check(loaded: Loaded, *, settings: Settings | None = None) -> tuple[Diagnostic, ...]:
    """What is wrong with a map: its text's faults and what the rules find, in the order of places.

    `settings`: None takes the nearest settings file upward from the map, as the command line does.
    """
    faults: tuple[Diagnostic, ...] = ()
    if settings is None:
        settings, faults = find_settings(loaded.map.file.path, loaded.files)
    found = run(loaded, settings)
    return tuple(sorted((*faults, *found), key=place_order))


def render(map: ArgumentMap, form: str = "svg", **look: Any) -> str:
    """A map as the text of a file: svg, html, dot, json, mermaid, markdown or outline.

    `look` goes to the form's own function: `theme`, `title`, `key`, `wrap`, `remarks` for svg and
    html, `title` for mermaid and markdown, `width` for outline. Raises ValueError for an unknown
    form, TypeError for a look that the form does not have, EngineError where nothing can lay it out.
    """
    if form not in FORMS:
        raise ValueError(f"there is no form `{form}`; there is {', '.join(FORMS)}")
    return FORMS[form]()(map, **look)


Write = Callable[..., str]


def _svg() -> Write:
    from .diagram.draw import to_svg

    return to_svg


def _html() -> Write:
    from .page.html import to_html

    return to_html


def _dot() -> Write:
    from functools import partial

    from .diagram.layout.dot import to_dot

    return partial(to_dot, labelled=True)


def _json() -> Write:
    from .formats.json import to_json

    return to_json


def _mermaid() -> Write:
    from .formats.mermaid import to_mermaid

    return to_mermaid


def _markdown() -> Write:
    from .formats.markdown import to_markdown

    return to_markdown


def _outline() -> Write:
    from .formats.outline import as_outline

    return as_outline


FORMS: Mapping[str, Callable[[], Write]] = {
    "svg": _svg,
    "html": _html,
    "dot": _dot,
    "json": _json,
    "mermaid": _mermaid,
    "markdown": _markdown,
    "outline": _outline,
}
"""Each form's writer, read only when it is asked for."""
