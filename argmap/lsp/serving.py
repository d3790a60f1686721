"""A server that answers every request, ready to be joined to whatever carries its messages."""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from lsprotocol import types as t
from pygls.exceptions import JsonRpcException

from .asking import REQUESTS, failed
from .pictures import HAS_THREADS, Drawing, forms, judge, sources
from .server import Server


def server(folder: Path | None = None, first: Path | None = None, flat: Path | None = None) -> Server:
    """A new server. What it cannot do is answered to the one who asks, and logged nowhere besides. With a map that
    will be looked at `first`, in its folder, it has read and drawn that once, which takes a second: the one who
    asks gets the first answer as fast as later ones; a fault of argmap in that is raised. `flat`: see
    `argmap.service.kept.Kept`."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    own, drawing = Server(flat), Drawing()
    for method, answer, options in REQUESTS:
        _answer(own, method, answer, options)
    draw = _bound(own, "argmap/picture", drawing.picture)
    own.feature("argmap/picture")(own.thread()(draw) if HAS_THREADS else draw)
    _answer(own, "argmap/judge", judge)
    _answer(own, "argmap/sources", sources)
    _answer(own, "argmap/forms", forms)
    _answer(own, t.SHUTDOWN, lambda _, __: drawing.close())
    if folder and first:
        own.work_in([folder])
        try:
            with suppress(JsonRpcException):  # what is wrong with the map is said to the one who asks for it
                drawing.made(own.view(first.as_uri()), {}, "svg")
        except BaseException:
            drawing.close()
            raise
    return own


def hear(own: Server, text: str) -> None:
    """One message, as JSON. What is no message is passed over, and nobody who sends one can end the program."""
    try:
        if json.loads(text).get("method") != t.EXIT:
            own.protocol.handle_message(json.loads(text, object_hook=own.protocol.structure_message))
    except (ValueError, AttributeError, TypeError, KeyError, JsonRpcException):
        return


def _answer(own: Server, method: str, answer: Callable[[Server, Any], Any], options: Any = None) -> None:
    own.feature(method, options)(_bound(own, method, answer))


def _bound(own: Server, method: str, answer: Callable[[Server, Any], Any]) -> Callable[[Any], Any]:
    """An answer for pygls. A fault of argmap itself is one more thing that cannot be done, and is said."""

    def answered(params: Any = None) -> Any:
        try:
            return answer(own, params)
        except JsonRpcException:
            raise
        except Exception as error:
            raise failed(own.mishap(error, f"`{method}`")) from error

    return answered
