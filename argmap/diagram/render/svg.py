"""A drawing as SVG: one self-contained picture, well-formed whatever the words in it."""

from ..drawing import Drawing
from ..palette import Theme
from ..typography import FONT, Tone
from ..xml import number, tag, text
from .ink import style_sheet
from .pen import Attributes, drawn_by

PIXELS = 96 / 72
"""In a point, as CSS counts."""


def render(drawing: Drawing, *, theme: Theme = Theme.AUTO, lang: str = "en", words: bool = True) -> str:
    """A drawing as an SVG file's text, of `drawing.width` by `drawing.height` points times its scale.

    Without `words`, the shapes alone: another hand sets the texts.
    """
    pen = drawn_by(theme, words=words)
    areas = sorted(enumerate(drawing.areas, 1), key=lambda pair: pair[1].level)
    parts = [
        tag("title", {"id": "argmap-title"}, text(drawing.title)),
        tag("desc", {"id": "argmap-desc"}, text(drawing.description)),
        tag("style", {}, style_sheet()) if theme is Theme.AUTO else "",
        pen.rectangle(0, 0, drawing.width, drawing.height, fill=Tone.PAGE),
        *(pen.line(line) for line in drawing.heading),
        *(pen.area(area, number) for number, area in areas),
        *(pen.heading(line) for line in drawing.titles),
        *(pen.rail(rail) for rail in drawing.rails),
        *(pen.trunk(trunk) for trunk in drawing.trunks),
        *(pen.tie(tie) for tie in drawing.ties),
        *(pen.joint(joint) for joint in drawing.joints),
        *(pen.title(area, number) for number, area in enumerate(drawing.areas, 1)),
        *(pen.box(box) for box in drawing.boxes),
        pen.key(drawing),
        *(pen.line(line) for line in drawing.footer),
    ]
    root: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        # In pixels, without a unit: what draws SVG for other programs (resvg) knows no other.
        "width": number(drawing.width * drawing.scale * PIXELS),
        "height": number(drawing.height * drawing.scale * PIXELS),
        "viewBox": f"0 0 {number(drawing.width)} {number(drawing.height)}",
        "role": "graphics-document document",
        "aria-labelledby": "argmap-title",
        "aria-describedby": "argmap-desc",
        "lang": lang,
        "xml:lang": lang,
        "font-family": FONT,
    }
    body = "\n".join(part for part in parts if part)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tag("svg", root, f"\n{body}\n") + "\n"
