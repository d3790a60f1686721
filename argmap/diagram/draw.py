"""The whole way from a map to its drawing, with the layout chosen by size and by what is there."""

from dataclasses import replace
from functools import partial

from ..model import ArgumentMap
from .compose import compose
from .drawing import Drawing
from .failure import EngineError
from .layout import tidy
from .layout.dot import to_dot, upside_down
from .layout.engine import TIDY, Engine, EngineTimeout, start
from .palette import Theme
from .render import svg
from .routing.orientation import Ground, Orientation
from .sketch.placement import Placement, read
from .sketch.sketch import Sketch, sides, ungrouped
from .sketch.sketching import Remarks, Verdicts, sketch
from .text.captions import Captions

TWICE_UP_TO = 400
"""A map of up to so many statements is laid out again where its sides came out in the wrong order."""
TIDY_FROM = 5000
"""With more statements than this, a map is laid out as a plain tree."""

JUDGED = "what stands and falls is judged by this map as it is drawn, and by nothing else"
JUDGED_WHOLE = "what stands and falls is judged by the whole map as it is drawn, and by nothing else"


def to_svg(  # noqa: PLR0913 - the room's front door
    map: ArgumentMap,
    *,
    engine: Engine | None = None,
    theme: Theme = Theme.AUTO,
    title: str | None = None,
    key: bool = True,
    wrap: int = 28,
    remarks: Remarks | None = None,
    verdicts: Verdicts | None = None,
    orientation: Orientation = Orientation.LEFT,
    lang: str = "en",
) -> str:
    """The picture of a map, as an SVG file's text.

    `engine`: from `engine.start()`; None starts one and ends it. `wrap`: letters in a line of a
    claim. `remarks`: small words for statements' boxes; `verdicts`: what becomes of statements.
    `orientation`: where the conclusion stands. Raises EngineError.
    """
    captions = Captions(title, key=key)
    made = draw(
        map,
        engine=engine,
        captions=captions,
        wrap=wrap,
        remarks=remarks,
        verdicts=verdicts,
        orientation=orientation,
    )
    return svg.render(made, theme=theme, lang=lang)


def draw(  # noqa: PLR0913 - what a picture is made of
    map: ArgumentMap,
    *,
    engine: Engine | None = None,
    captions: Captions = Captions(),  # noqa: B008 - an immutable value
    wrap: int = 28,
    remarks: Remarks | None = None,
    verdicts: Verdicts | None = None,
    orientation: Orientation = Orientation.LEFT,
) -> Drawing:
    """Measure, lay out and compose a map; `remarks` and `verdicts` are said on its boxes.

    Raises EngineError where no layout can be made.
    """
    if engine is None:
        with start() as own:
            return draw(
                map,
                engine=own,
                captions=captions,
                wrap=wrap,
                remarks=remarks,
                verdicts=verdicts,
                orientation=orientation,
            )
    measured = partial(sketch, map, wrap=wrap, remarks=remarks, verdicts=verdicts)
    made = measured()
    if verdicts:
        captions = replace(captions, note=JUDGED_WHOLE if map.part else JUDGED)
    reason = _too_much(map, engine)
    if not reason:
        try:
            placement = _placed(map, made, engine, orientation)
            # Where some who hold together stand apart, a frame would go round others: they meet at a dot.
            if loose := placement.apart(made, Ground(orientation, 0.0, 0.0).point):
                made = measured(loose=loose)
                placement = _placed(map, made, engine, orientation)
            return compose(map, made, placement, captions, orientation)
        except EngineTimeout as late:
            reason = str(late)
    made = ungrouped(made)
    notes = [note for note in (captions.note, f"drawn as a plain tree: {reason}") if note]
    captions = replace(captions, note=" · ".join(notes))
    return compose(map, made, tidy.place(made, orientation), captions, orientation)


def _too_much(map: ArgumentMap, engine: Engine) -> str:
    """Why a map is not given to the engine; empty where it is."""
    if engine.name == TIDY:
        return "as was asked"
    if len(map.statements) > TIDY_FROM:
        return f"it has more than {TIDY_FROM:,} statements"
    return ""


def _placed(map: ArgumentMap, made: Sketch, engine: Engine, orientation: Orientation) -> Placement:
    """The engine's placement, with the first side on top where the map is small enough to try twice."""
    placement = _read(made, engine, to_dot(map, made, orientation=orientation))
    if orientation is not Orientation.LEFT:
        return placement
    keys = [group.key for group in sides(made)]
    if placement.in_order(keys) or len(map.statements) > TWICE_UP_TO:
        return placement
    other = _read(made, engine, upside_down(made)).mirrored()
    return other if other.in_order(keys) else placement


def _read(made: Sketch, engine: Engine, dot: str) -> Placement:
    answer = engine.layout(dot)
    try:
        return read(made, answer)
    except ValueError as fault:
        raise EngineError(f"the layout engine's answer cannot be read: {fault}", dot) from fault
