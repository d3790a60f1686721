"""The layout `map`: the whole way from a map to its drawing, by an engine or as a plain tree."""

from dataclasses import replace
from functools import partial

from ..graph.forest import homes
from ..look import PLAIN, Look
from ..model import ArgumentMap
from .budget import too_much
from .compose import compose, struck
from .drawing import Drawing
from .failure import EngineError
from .layout import tidy
from .layout.dot import to_dot
from .layout.engine import TIDY, Engine, EngineTimeout, start
from .layout.forest import in_order
from .routing.orientation import Orientation
from .sketch.further import candidates
from .sketch.placement import Placement, read
from .sketch.sketch import Sketch
from .sketch.sketching import sketch
from .text.captions import Captions, captions_of
from .text.told import NOTHING, Told

LINES_UP_TO = 400
"""In a map of more statements, every further link is a stub."""
ROUNDS = 3
"""So often a picture is laid out anew without the lines that were too much for it."""
TIDY_FROM = 400
"""With more statements than this, a map is laid out as a plain tree: an engine takes most of the time of such a
picture, and in its fast ways it does not keep the file's order."""

ALL = "all"
JUDGED = "what stands and falls is judged by this map as it is drawn, and by nothing else"
JUDGED_WHOLE = "what stands and falls is judged by the whole map as it is drawn, and by nothing else"


def draw(
    map: ArgumentMap,
    look: Look = PLAIN,
    *,
    engine: Engine | None = None,
    captions: Captions | None = None,
    told: Told = NOTHING,
) -> Drawing:
    """A map as the layout `map`: measured, laid out and composed.

    `engine`: from `engine.start()`; None starts one and ends it. `captions`: the words round the
    picture; None takes those of the look. What is `told` is said on the boxes. Raises EngineError where
    no layout can be made.
    """
    if engine is None:
        with start(early=len(map.statements) <= TIDY_FROM) as own:
            return draw(map, look, engine=own, captions=captions, told=told)
    captions = captions or captions_of(look, told)
    if told.verdicts:
        captions = replace(captions, note=JUDGED_WHOLE if map.part else JUDGED)
    orientation = Orientation(look.orientation)
    hand = _Hand(map, engine, captions, orientation, told)
    measured = partial(sketch, map, wrap=look.wrap, told=told, upright=orientation.upright, least=captions.least)
    if look.links == ALL:
        return hand.drawn(measured(stubs=False))
    lines = dict(candidates(map, homes(map))) if len(map.statements) <= LINES_UP_TO else {}
    for _ in range(ROUNDS):
        made = hand.drawn(measured(lines=lines))
        gone = too_much(map, made, lines) if lines else ()
        if not gone:
            return made
        lines = {link: back for link, back in lines.items() if link not in gone}
    return hand.drawn(measured())


class _Hand:
    """Lays sketches of one map out and composes them."""

    def __init__(
        self, map: ArgumentMap, engine: Engine, captions: Captions, orientation: Orientation, told: Told
    ) -> None:
        self.map = map
        self.engine = engine
        self.captions = captions
        self.orientation = orientation
        self.told = told
        self.reason = _too_much(map, engine)

    def drawn(self, made: Sketch) -> Drawing:
        """The picture of a sketch, with the links that fall struck."""
        return struck(self._composed(made), self.map, self.told.verdicts)

    def _composed(self, made: Sketch) -> Drawing:
        """The picture of a sketch: as the engine lays it out, or else as a plain tree."""
        if not self.reason:
            try:
                placement = self._placed(made)
                return compose(self.map, made, placement, self.captions, self.orientation)
            except EngineTimeout as late:
                self.reason = str(late)
        notes = [note for note in (self.captions.note, f"drawn as a plain tree: {self.reason}") if note]
        captions = replace(self.captions, note=" · ".join(notes))
        return compose(self.map, made, tidy.place(made, self.orientation), captions, self.orientation)

    def _placed(self, made: Sketch) -> Placement:
        """The engine's placement; the plain tree's where an engine does not keep the file's order."""
        dot = to_dot(self.map, made, orientation=self.orientation)
        answer = self.engine.layout(dot)
        try:
            placement = read(made, answer)
        except ValueError as fault:
            raise EngineError(f"the layout engine's answer cannot be read: {fault}", dot) from fault
        return placement if in_order(made, _across(placement, self.orientation)) else tidy.place(made, self.orientation)


def _across(placement: Placement, orientation: Orientation) -> dict[str, float]:
    """Where each cell and joint stands across the way of reading."""
    spots = dict(placement.centres)
    spots |= {key: ((at.left + at.right) / 2, (at.top + at.bottom) / 2) for key, at in placement.cells.items()}
    return {key: at[0 if orientation.upright else 1] for key, at in spots.items()}


def _too_much(map: ArgumentMap, engine: Engine) -> str:
    """Why a map is not given to the engine; empty where it is."""
    if engine.name == TIDY:
        return "as was asked"
    if len(map.statements) > TIDY_FROM:
        return f"it has more than {TIDY_FROM:,} statements"
    return ""
