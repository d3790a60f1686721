"""What a Python program does with a map, a call for each step: check, select, render."""

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .checks import Settings, run
from .checks.configuration import find_settings
from .diagnostic import Diagnostic, place_order
from .forms import form_named
from .look import LookWords, look_of
from .model import ArgumentMap
from .pipeline import Loaded

if TYPE_CHECKING:
    from .diagram.layout.engine import Engine

TextForm = Literal["svg", "html", "dot", "json", "mermaid", "markdown", "outline"]
BytesForm = Literal["pdf", "png"]


def check(loaded: Loaded, *, settings: Settings | None = None) -> tuple[Diagnostic, ...]:
    """What is wrong with a map: its text's faults and what the rules find, in the order of places.

    `settings`: None takes the nearest settings file upward from the map, as the command line does.
    """
    faults: tuple[Diagnostic, ...] = ()
    if settings is None:
        settings, faults = find_settings(loaded.map.file.path, loaded.files)
    found = run(loaded, settings)
    return tuple(sorted((*faults, *found), key=place_order))


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
