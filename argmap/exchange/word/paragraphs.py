"""A Word file's paragraphs in reading order, each with the look that its letters have in the end."""

from ...values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that look alike. `style`: the name of their character style; `shade`: the colour behind
    them, as six digits, and `highlight` the marker's; `link`: the address that they point at."""

    text: str
    bold: bool = False
    underline: bool = False
    box: bool = False
    highlight: str = ""
    shade: str = ""
    style: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `level`: its outline level from 0, or None; `style`: its style's name; `listed`: it has
    a list's bullet or number; `row`: the number of the table's row that it stands in, or 0."""

    pieces: tuple[Piece, ...]
    style: str = "Normal"
    level: int | None = None
    listed: bool = False
    row: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return all(not piece.text or piece.text.isspace() for piece in self.pieces)
