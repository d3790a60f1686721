"""Which part of a map a call wants: the options, and the part that they choose."""

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from ..values import dataclass

if TYPE_CHECKING:
    from ..model import ArgumentMap

KINDS = click.Choice(["claim", "evidence", "warrant", "rebuttal"])


@dataclass(frozen=True, slots=True)
class View:
    """What a call says about the part of a map that it wants; nothing at all for the whole."""

    focus: str | None
    depth: int | None
    side: str | None
    section: str | None
    tag: str | None
    speech: str | None
    kinds: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether everything is wanted."""
        named = (self.focus, self.depth, self.side, self.section, self.tag, self.speech)
        return not (self.kinds or self.without) and all(choice is None for choice in named)

    def part(self, map: "ArgumentMap") -> "ArgumentMap":
        """The part of a map that is wanted. Raises ValueError for a name that the map does not have."""
        from ..graph.selecting import select

        if self.whole:
            return map
        chosen = select(
            map,
            focus=self.focus,
            depth=self.depth,
            side=self.side,
            section=self.section,
            tag=self.tag,
            speech=self.speech,
            kinds=self.kinds,
            without=self.without,
        )
        if not chosen.statements:
            raise ValueError("no statement fits everything that was asked for")
        return chosen


def view_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose a part of a map; the command gets them as one `view`."""

    @wraps(function)
    def gathered(**given: Any) -> Any:
        view = View(**{choice.name: given.pop(choice.name) for choice in fields(View)})
        return function(view=view, **given)

    options = (
        click.option("--focus", metavar="ID", help="Only this statement (id or label) and what bears on it."),
        click.option("--depth", metavar="N", type=click.IntRange(0),
                     help="At most N steps from the focus, or from the top claims."),
        click.option("--side", metavar="ID", help="Only what this side says."),
        click.option("--section", metavar="TITLE", help="Only this section."),
        click.option("--tag", metavar="TAG", help="Only what has this tag."),
        click.option("--speech", metavar="NAME", help="Only what is said in this speech, such as 1AC."),
        click.option("--kind", "kinds", type=KINDS, multiple=True, help="Only this kind of statement. Repeatable."),
        click.option("--without", type=KINDS, multiple=True, help="Leave this kind of statement out. Repeatable."),
    )  # fmt: skip
    wrapped: Callable[..., Any] = gathered
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped
