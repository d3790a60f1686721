"""What can go wrong between a map and its picture: faults of the machine, so exceptions."""


class EngineError(Exception):
    """A layout failed, or nothing is there to make one. `dot` is what should have been laid out."""

    def __init__(self, message: str, dot: str) -> None:
        super().__init__(message)
        self.dot = dot

    def __reduce__(self) -> tuple[type[Exception], tuple[str, str]]:
        """What another process is told."""
        return EngineError, (str(self), self.dot)


class EngineTimeout(EngineError):  # noqa: N818
    """A layout took longer than its time limit (in seconds)."""

    def __init__(self, seconds: float, dot: str) -> None:
        super().__init__(f"the layout took longer than {seconds:g} s", dot)


class Unavailable(Exception):  # noqa: N818
    """This engine cannot run on this machine; another one may."""


class PaperError(Exception):
    """A PDF or PNG cannot be made: its library is missing, or the picture is too large."""
