"""A map in a notebook: it shows itself as its picture, with what is wrong with its text above it."""

from base64 import b64encode

from .checks.configuration import find_settings
from .diagram.failure import EngineError
from .diagram.picture import to_svg
from .diagram.text.words import description
from .diagram.xml import clean, tag, text
from .formats.outline import as_outline
from .look import Look, look_of
from .model import ArgumentMap
from .pipeline import Loaded
from .report.html import as_html
from .report.text import as_text

FRAME = "max-height:85vh;overflow:auto"
OF_PICTURES = ("layout", "links", "columns", "theme", "key", "orientation", "width")
"""What a notebook takes of the look in the settings."""


def mime_bundle(map: ArgumentMap) -> dict[str, str]:
    """A map in the forms that notebooks choose from: HTML, SVG, words.

    The HTML holds the picture as an image of its natural size in a frame that scrolls: nothing in it
    is shrunk to the notebook's width, and none of its ids or colours reach the notebook's page. Its
    look is that of the settings, as for `argmap export`. Where no picture can be made, the words alone.
    """
    words = as_outline(map)
    try:
        picture = to_svg(map, _look(map))
    except EngineError as fault:
        return {"text/plain": f"{words}\n({fault})"}
    data = b64encode(picture.encode("utf-8")).decode("ascii")
    image = {"src": f"data:image/svg+xml;base64,{data}", "alt": description(map), "style": "max-width:none"}
    return {
        "text/html": tag("div", {"style": FRAME}, tag("img", image)),
        "image/svg+xml": picture,
        "text/plain": words,
    }


def _look(map: ArgumentMap) -> Look:
    settings, _ = find_settings(map.file.path)
    return look_of({name: value for name, value in settings.look.items() if name in OF_PICTURES})


def loaded_bundle(loaded: Loaded) -> dict[str, str]:
    """The same for a map that was loaded: above it the faults of its text, and of a file that could not
    be read those alone."""
    faults = loaded.diagnostics
    if not faults:
        return mime_bundle(loaded.map)
    said = {"text/plain": as_text(faults), "text/html": as_html(faults)}
    if not loaded.map.statements:
        return said
    shown = mime_bundle(loaded.map)
    picture = shown.get("text/html", tag("pre", {}, text(clean(shown["text/plain"]))))
    return {"text/plain": f"{said['text/plain']}{shown['text/plain']}", "text/html": f"{said['text/html']}{picture}"}
