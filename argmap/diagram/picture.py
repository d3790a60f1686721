"""The picture of a map in any look: as a map or as a flow, whole or on sheets of paper. Only what makes the one
that is asked for is loaded."""

from collections.abc import Sequence
from dataclasses import replace

from ..keeping import collecting_nothing
from ..look import PLAIN, Look
from ..model import ArgumentMap, LinkKind
from .drawing import Drawing
from .layout.engine import Engine
from .palette import Theme
from .render.svg import render
from .text.captions import Captions, captions_of
from .text.told import NOTHING, Told


@collecting_nothing()
def to_svg(
    map: ArgumentMap, look: Look = PLAIN, *, engine: Engine | None = None, told: Told = NOTHING, lang: str = "en"
) -> str:
    """The whole picture of a map, as an SVG file's text. Raises EngineError."""
    drawing = picture(map, look, engine=engine, told=told)
    return render(drawing, theme=Theme(look.theme), lang=lang)


@collecting_nothing()
def picture(map: ArgumentMap, look: Look = PLAIN, *, engine: Engine | None = None, told: Told = NOTHING) -> Drawing:
    """The whole picture of a map on one canvas. Raises EngineError."""
    look = replace(look, page=None)
    if flows(map, look):
        from .flow.flow import canvas

        return canvas(map, look, told=told)
    from .draw import draw

    return draw(map, look, engine=engine, told=told)


@collecting_nothing()
def pictures(map: ArgumentMap, look: Look, *, engine: Engine | None = None, told: Told = NOTHING) -> Sequence[Drawing]:
    """The picture of a map, or its sheets where the look names a paper. Raises EngineError."""
    if not look.page:
        return (picture(map, look, engine=engine, told=told),)
    if flows(map, look):
        from .flow.sheets import sheets

        return sheets(map, look.page, look, told=told)
    from .draw import draw
    from .pages.pages import paginate

    def drawn(part: ArgumentMap, captions: Captions) -> Drawing:
        return draw(part, look, engine=engine, captions=captions, told=told)

    return paginate(map, look.page, drawn, captions_of(look, told))


def flows(map: ArgumentMap, look: Look) -> bool:
    """Whether a look draws a map as a flow: where it asks for one, and on paper where there are answers."""
    if look.layout or not look.page:
        return look.layout == "flow"
    return look.orientation == "left" and any(link.kind is LinkKind.REBUTS for link in map.links)
