"""A map as an interactive page: one file that asks for nothing, from nobody."""

import hashlib
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from ..diagram.drawing import Box, Drawing
from ..diagram.layout.engine import Engine
from ..diagram.palette import Theme
from ..diagram.picture import picture
from ..diagram.render.svg import render
from ..diagram.text.told import NOTHING, Told
from ..diagram.text.words import description
from ..diagram.xml import number, tag, text
from ..look import PLAIN, Look
from ..model import ArgumentMap
from .colours import colour_sheet
from .controls import bar, panel
from .graph import graph_data
from .outline import outline

STYLES = ("page.css", "outline.css", "print.css")
SCRIPTS = ("graph.js", "scene.js", "squeeze.js", "view.js", "cull.js", "walk.js", "panel.js", "search.js", "start.js")
"""The parts of the script, in their order: each uses only those before it."""
READABLE = 0.7
"""A picture that would have to be drawn smaller than this on a sheet is printed on a larger one."""
SHEETS = (("A4 portrait", 535.0, 760.0), ("A4 landscape", 780.0, 515.0))
"""A sheet's name, and the width and height in points that its margins leave."""


def to_html(
    map: ArgumentMap, look: Look = PLAIN, *, engine: Engine | None = None, told: Told = NOTHING, lang: str = "en"
) -> str:
    """The page of a map, as an HTML file's text; what is `told` of the map is said in the picture and in the
    words. Raises EngineError.
    """
    theme = Theme(look.theme)
    drawing = picture(map, look, engine=engine, told=told)
    style = "\n".join([colour_sheet(theme), _sheet(drawing), *map_files("style", STYLES)])
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
    drawn = render(_for_page(drawing), theme=Theme.LIGHT, lang=lang).partition("?>\n")[2]
    body = [
        bar(drawing.title),
        '<main class="main">',
        tag("section", {"class": "picture", "aria-label": "The map as a picture"}, drawn),
        panel(map),
        '<section class="outline" aria-label="The map in words"><h2>The map in words</h2>',
        tag("p", {}, text(description(map))),
        tag("p", {"class": "lead"}, text(told.lead)) if told.lead else "",
        outline(map, told),
        "</section>",
        "</main>",
        tag("script", {"type": "application/json", "class": "graph"}, graph_data(map)),
    ]
    root = {"lang": lang, "data-theme": "auto" if theme is Theme.AUTO else _fixed(theme)}
    inner = tag("head", {}, "\n".join(head)) + "\n" + tag("body", {}, "\n".join(body))
    return f"<!DOCTYPE html>\n{tag('html', root, inner)}\n"


def map_files(folder: str, names: tuple[str, ...]) -> list[str]:
    """The texts of some of this room's own files."""
    here = Path(__file__).parent / folder
    return [(here / name).read_text(encoding="utf-8") for name in names]


def _wrapped(script: str) -> str:
    return f'"use strict";\n(() => {{\n{script}\n}})();\n'


def _fixed(theme: Theme) -> str:
    return "dark" if theme is Theme.DARK else "light"


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


def _sheet(drawing: Drawing) -> str:
    """The paper that the picture is printed on: A4 if it can be read there, else as large as it is."""
    name, width, height = max(SHEETS, key=lambda sheet: min(sheet[1] / drawing.width, sheet[2] / drawing.height))
    if min(width / drawing.width, height / drawing.height) < READABLE:
        name = f"{number(drawing.width + 60)}pt {number(drawing.height + 90)}pt"
    return f"@page{{size:A4;margin:14mm}}@page picture{{size:{name};margin:10mm}}"
