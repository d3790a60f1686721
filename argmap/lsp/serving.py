"""A server that answers every request, ready to be joined to whatever carries its messages."""

import json
import logging
from collections.abc import Callable
from typing import Any

from lsprotocol import types as t
from pygls.exceptions import JsonRpcException

from .asking import REQUESTS, failed
from .pictures import HAS_THREADS, Drawing, forms, judge, sources
from .server import Server


def server() -> Server:
    """A new server. What it cannot do is answered to the one who asks, and logged nowhere besides."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    own, drawing = Server(), Drawing()
    for method, answer, options in REQUESTS:
        _answer(own, method, answer, options)
    draw = _bound(own, "argmap/picture", drawing.picture)
    own.feature("argmap/picture")(own.thread()(draw) if HAS_THREADS else draw)
    _answer(own, "argmap/judge", judge)
    _answer(own, "argmap/sources", sources)
    _answer(own, "argmap/forms", forms)
    _answer(own, t.SHUTDOWN, lambda _, __: drawing.close())
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
