"""The words of an outline, as they are handed to what makes values of them."""

from typing import Any, TypeGuard


class Token(str):
    """A word of the grammar: its kind, and where it stands in the outline. Lark's own, which come of texts with
    faults, have the same."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int


def is_token(child: Any) -> TypeGuard[Token]:
    """Whether a child of a rule is a word, and no value that was made."""
    return isinstance(child, str)


class Gathered:
    """What stands under a rule that makes no value: it is handed on to the rule above."""

    __slots__ = ("children",)

    def __init__(self, children: list[Any]) -> None:
        self.children = children
