"""What is shown of a statement beside its kind and its words: one list, which every outline, list and
page goes through, so that none drops a field.

Each form of output sets these in its own way; what it has no way for, it shows as the words say.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from ..english import listed
from ..model import Side, Statement
from ..values import dataclass


class Field(StrEnum):
    """Which of a statement's particulars it is. The order is that in which they are shown."""

    SIDE = "side"
    SPEECH = "speech"
    EXTENDED = "extended"
    ID = "id"
    TAG = "tag"
    WEIGHT = "weight"
    CONCEDED = "conceded"


@dataclass(frozen=True, slots=True)
class Particular:
    """One of them, as plain words: `pro`, `1AC`, `nato`, `#cost`, `weight 0.8`, `conceded by con`.

    `side` is the side that is meant, for those who show it in its own colour or by its name.
    """

    field: Field
    words: str
    side: Side | None = None


def particulars(statement: Statement, conceded: Mapping[Statement, tuple[Side, ...]]) -> Iterator[Particular]:
    """All that the file says of a statement beside its words, citations, card and note.

    `conceded` is what `graph.conceding` finds for its map.
    """
    if statement.side:
        yield Particular(Field.SIDE, statement.side.id, statement.side)
    if statement.speech:
        yield Particular(Field.SPEECH, statement.speech)
    if statement.extended:
        yield Particular(Field.EXTENDED, f"extended in {listed(statement.extended)}")
    if statement.id:
        yield Particular(Field.ID, statement.id)
    for tag in statement.tags:
        yield Particular(Field.TAG, f"#{tag}")
    if statement.weight is not None:
        yield Particular(Field.WEIGHT, f"weight {statement.weight:g}")
    for side in conceded.get(statement, ()):
        yield Particular(Field.CONCEDED, f"conceded by {side.id}", side)
