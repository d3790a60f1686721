"""Graphviz in a browser, where no process can be started: the page that runs argmap lends its own.

Nothing here can end a layout that takes too long; the page ends its whole worker.
"""

from ..failure import EngineError, Unavailable

FUNCTION = "argmapLayout"
"""What the page calls the function that it lends: DOT in, `json0` out, or an Error."""


class Page:
    """The page's engine."""

    name = "page"

    def layout(self, dot: str) -> str:
        """Graphviz `json0` for the DOT. Raises EngineError; Unavailable where the page lends no engine."""
        import js  # type: ignore[import-not-found]
        from pyodide.ffi import JsException  # type: ignore[import-not-found]

        lent = getattr(js, FUNCTION, None)
        if lent is None:
            raise Unavailable("this page lends no layout engine")
        try:
            return str(lent(dot))
        except JsException as why:
            raise EngineError(f"the layout engine of this page failed: {why}", dot) from why

    def close(self) -> None:
        """Nothing runs between two maps."""
