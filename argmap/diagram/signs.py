"""The signs that a picture is made of: shapes of boxes, roles of lines, marks, badges."""

from enum import StrEnum


class Shape(StrEnum):
    """What a box looks like."""

    TOPIC = "topic"
    CLAIM = "claim"
    REBUTTAL = "rebuttal"
    LINK_REBUTTAL = "link-rebuttal"
    EVIDENCE = "evidence"
    WARRANT = "warrant"
    STUB = "stub"
    ROW = "row"
    """A row of a table: words without an outline."""


class Role(StrEnum):
    """What a line between boxes says. Its style and its tip carry the meaning."""

    SUPPORT = "support"
    REBUT = "rebut"
    REBUT_LINK = "rebut-link"
    WARRANT = "warrant"
    SPEAKS_FOR = "speaks-for"
    SPEAKS_AGAINST = "speaks-against"
    BEARS = "bears"


class Mark(StrEnum):
    """What stands where a line splits a link: a rebuttal's circle, a warrant's dot, a joining."""

    CIRCLE = "circle"
    DOT = "dot"
    JOIN = "join"
    NONE = "none"


class Standing(StrEnum):
    """What becomes of a statement, as its badge says in shape and word."""

    STANDS = "stands"
    WEAKENED = "stands weakened"
    FALLS = "falls"
    OPEN = "open"


class Anchor(StrEnum):
    """Which end of a line of text its place names."""

    START = "start"
    END = "end"


class Plate(StrEnum):
    """How a side's labels are set, so that they tell the sides apart without colour."""

    PLAIN = "plain"
    FILLED = "filled"
    OUTLINED = "outlined"
    BARRED = "barred"
    DASHED = "dashed"
