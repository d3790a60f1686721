"""What a Python program does with a map, a call for each step: check, judge, render."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack, overload

from .checks import Settings, run
from .checks.configuration import find_settings
from .diagnostic import Diagnostic, place_order
from .forms import BytesForm, TextForm, form_named
from .language.parse import parse
from .look import LookWords, look_of
from .model import ArgumentMap
from .pipeline import Loaded
from .report.findings import Findings

if TYPE_CHECKING:
    from .diagram.layout.engine import Engine
    from .judging.words.judged import Judged


def check(map: Loaded | ArgumentMap, *, settings: Settings | None = None) -> Findings:
    """What is wrong with a map: its text's faults and what the rules find, in the order of places.

    `settings`: None takes the nearest settings file upward from the map, as the command line does. Of a
    bare map (what `load` gives has the faults of its text, a map has not) only the rules are asked.
    """
    loaded = map if isinstance(map, Loaded) else _bare(map)
    faults: tuple[Diagnostic, ...] = ()
    if settings is None:
        settings, faults = find_settings(loaded.map.file.path, loaded.files)
    found = run(loaded, settings)
    return Findings(sorted((*faults, *found), key=place_order))


def _bare(map: ArgumentMap) -> Loaded:
    """A map as if it had just been loaded: with the comments of its files, which may silence a rule."""
    return Loaded(map, tuple(parse(file)[0] for file in map.files), ())


def judge(
    map: Loaded | ArgumentMap, *, drop: Iterable[str] = (), concede: Iterable[str] = (), answer: Iterable[str] = ()
) -> "Judged":
    """Which statements of a map stand, which fall, which are open, and why, as the map is drawn.

    A part of a map is judged in its whole. `drop`, `concede` and `answer` ask what if, as the options of
    `argmap judge` do: ids or labels of statements, `answer` also links (`"R2 -> C1"`). Raises ValueError
    for a name that the map does not have.
    """
    from .judging.inquiry import Questions, inquire
    from .judging.moves import Move, MoveKind, one_node
    from .judging.words.judged import Judged

    map = map.map if isinstance(map, Loaded) else map
    whole = map.part.whole if map.part else map
    asked = {MoveKind.DROP: drop, MoveKind.CONCEDE: concede, MoveKind.ANSWER: answer}
    moves = tuple(Move(kind, one_node(whole, name, kind)) for kind, names in asked.items() for name in names)
    return Judged(inquire(whole, Questions(moves=moves)))


@overload
def render(
    map: ArgumentMap | Loaded, form: TextForm = "svg", *, engine: "Engine | None" = None, **look: Unpack[LookWords]
) -> str: ...
@overload
def render(
    map: ArgumentMap | Loaded, form: BytesForm, *, engine: "Engine | None" = None, **look: Unpack[LookWords]
) -> bytes: ...
@overload
def render(
    map: ArgumentMap | Loaded, form: str, *, engine: "Engine | None" = None, **look: Unpack[LookWords]
) -> str | bytes: ...
def render(
    map: ArgumentMap | Loaded, form: str = "svg", *, engine: "Engine | None" = None, **look: Unpack[LookWords]
) -> str | bytes:
    """A map in one of `argmap export`'s forms: the text of a file, or the bytes of a pdf or png.

    `look` holds what the command line's options hold: `theme="dark"`, `page="a4"`, `verdicts=True` ...
    `engine`: from `argmap.diagram.layout.engine.start()`, for many maps. Raises ValueError for a form or
    a word that there is not, or for several sheets that are one file each (`sheets` gives those),
    EngineError where nothing can lay the map out, PaperError where a PDF or PNG cannot be made.
    """
    made = sheets(map, form, engine=engine, **look)
    if len(made) > 1:
        raise ValueError(f"as {form} this map takes {len(made)} sheets, a file for each: `sheets` gives them all")
    return made[0]


def sheets(
    map: ArgumentMap | Loaded, form: str = "svg", *, engine: "Engine | None" = None, **look: Unpack[LookWords]
) -> tuple[str | bytes, ...]:
    """As `render`, but all the files that a map becomes on sheets of paper: one for each sheet, or one."""
    chosen = form_named(form)
    words = {name: value for name, value in look.items() if value is not None}
    made = look_of(words)
    if said := chosen.refused(words):
        raise ValueError(said)
    files = chosen.write(map.map if isinstance(map, Loaded) else map, made, engine).files
    return files if chosen.binary else tuple(file.decode("utf-8") for file in files)
