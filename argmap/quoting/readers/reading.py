"""What a reader of sources' files gives."""

from ...values import dataclass


@dataclass(frozen=True, slots=True)
class Read:
    """The words of a file. `labels` are its pages' names where these are known, one for each stretch
    between form feeds. `doubt` is what is odd about it, or None."""

    text: str
    labels: tuple[str, ...] = ()
    doubt: str | None = None


class UnreadableError(Exception):
    """A file whose words cannot be had; the message says why and what to do."""
