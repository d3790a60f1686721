"""A map as an interactive page: one file that asks for nothing, from nobody."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..diagram.drawing import Box, Drawing
from ..diagram.layout.engine import Engine
from ..diagram.palette import Theme
from ..diagram.picture import picture, pictures
from ..diagram.render.svg import render
from ..diagram.text.told import NOTHING, Told
from ..diagram.text.words import description
from ..diagram.xml import number, tag, text
from ..keeping import collecting_nothing
from ..look import PLAIN, Look
from ..model import ArgumentMap
from .colours import colour_sheet
from .controls import bar, panel
from .graph import graph_data
from .outline import outline

STYLES = ("page.css", "outline.css", "phone.css", "print.css")
SCRIPTS = (
    "graph.js", "shape.js", "scene.js", "light.js", "squeeze.js", "view.js", "pointers.js", "cull.js", "walk.js",
    "panel.js", "search.js", "choose.js", "layouts.js", "keys.js", "start.js",
)  # fmt: skip
"""The parts of the script, in their order: each uses only those before it."""
LAYOUTS = ("map", "flow")
SHEETS_UP_TO = 600
"""A larger map's page prints its words alone; its sheets are made by `argmap export --to pdf --page a4`."""
TOO_LARGE = "The picture has too many sheets for a page: `argmap export --to pdf --page a4` makes them."


@collecting_nothing()
def to_html(
    map: ArgumentMap, look: Look = PLAIN, *, engine: Engine | None = None, told: Told = NOTHING, lang: str = "en"
) -> str:
    """The page of a map, as an HTML file's text: with the layout of the look shown first (the map, if it names
    none), and the other one and the sheets to be printed at hand. What is `told` of the map is said in the
    pictures and in the words. Raises EngineError.
    """
    theme = Theme(look.theme)
    first, other = LAYOUTS if look.layout != "flow" else LAYOUTS[::-1]
    drawing, second = (picture(map, replace(look, layout=each), engine=engine, told=told) for each in (first, other))
    sheets = _sheets(map, look, told)
    style = "\n".join([colour_sheet(theme), _paper(sheets), *map_files("style", STYLES)])
    script = _wrapped("\n".join(map_files("script", SCRIPTS)))
    head = [
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": _policy(script, style)}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "referrer", "content": "no-referrer"}),
        tag("title", {}, text(drawing.title)),
        tag("meta", {"name": "description", "content": description(map)}),
        tag("link", {"rel": "icon", "href": "data:,"}),
        tag("style", {}, style),
        tag("script", {}, script),
    ]
    shown = {"class": "picture", "data-layout": first, "aria-label": "The map as a picture"}
    body = [
        bar(map, told, drawing.title, LAYOUTS),
        '<main class="main">',
        tag("section", shown, _drawn(_for_page(drawing), Theme.LIGHT, lang)),
        panel(map, told),
        '<section class="outline" aria-label="The map in words"><h2>The map in words</h2>',
        tag("p", {}, text(description(map))),
        tag("p", {"class": "lead"}, text(told.lead)) if told.lead else "",
        tag("p", {"class": "too-large"}, text(TOO_LARGE)) if not sheets else "",
        outline(map, told),
        "</section>",
        "</main>",
        # What no one sees at first is text to the browser until it is wanted. In XML, `<` stands before the name
        # of an element alone, and a picture has no script: so no text ends early.
        tag("script", {"type": "text/plain", "class": "other"}, _drawn(_for_page(second), Theme.LIGHT, lang)),
        tag("script", {"type": "text/plain", "class": "sheets"}, _printed_sheets(sheets, theme, lang)),
        tag("script", {"type": "application/json", "class": "graph"}, graph_data(map, told)),
    ]
    root = {"lang": lang, "data-theme": "auto" if theme is Theme.AUTO else _fixed(theme)}
    inner = tag("head", {}, "\n".join(head)) + "\n" + tag("body", {}, "\n".join(body))
    return f"<!DOCTYPE html>\n{tag('html', root, inner)}\n"


def _sheets(map: ArgumentMap, look: Look, told: Told) -> Sequence[Drawing]:
    """What the page prints: the flow, which needs no engine for its sheets."""
    if len(map.statements) > SHEETS_UP_TO:
        return ()
    return pictures(map, replace(look, layout="flow", page="a4"), told=told)


def _printed_sheets(sheets: Sequence[Drawing], theme: Theme, lang: str) -> str:
    return "".join(_drawn(sheet, _printed(theme), lang) for sheet in sheets)


def _drawn(drawing: Drawing, theme: Theme, lang: str) -> str:
    return render(drawing, theme=theme, lang=lang).partition("?>\n")[2]


def map_files(folder: str, names: tuple[str, ...]) -> list[str]:
    """The texts of some of this room's own files."""
    here = Path(__file__).parent / folder
    return [(here / name).read_text(encoding="utf-8") for name in names]


def _wrapped(script: str) -> str:
    return f'"use strict";\n(() => {{\n{script}\n}})();\n'


def _fixed(theme: Theme) -> str:
    return "dark" if theme is Theme.DARK else "light"


def _printed(theme: Theme) -> Theme:
    """Paper is light, whatever the screen is."""
    return Theme.PRINT if theme is Theme.PRINT else Theme.LIGHT


def _policy(script: str, style: str) -> str:
    """Nothing but this page's own script and style sheet, known by what they hold."""
    return (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(words: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(words.encode('utf-8')).digest()).decode('ascii')}'"


def _for_page(drawing: Drawing) -> Drawing:
    """The picture without links of its own: each box is one thing to press, and the words beside it
    have the addresses."""
    return replace(drawing, boxes=tuple(_unlinked(box) for box in drawing.boxes))


def _unlinked(box: Box) -> Box:
    if all(line.url is None for line in box.block.lines):
        return box
    lines = tuple(replace(line, url=None) for line in box.block.lines)
    return replace(box, block=replace(box.block, lines=lines))


def _paper(sheets: Sequence[Drawing]) -> str:
    """The sizes of paper: that of the sheets, which are all turned one way, and A4 for the words."""
    wide, tall = (sheets[0].width * sheets[0].scale, sheets[0].height * sheets[0].scale) if sheets else (842.0, 595.0)
    return f"@page{{size:A4;margin:14mm}}@page sheet{{size:{number(wide)}pt {number(tall)}pt;margin:0}}"
