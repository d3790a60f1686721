"""Values: small classes whose objects are never changed once they are made.

`dataclass` here is the standard library's for the type checker, which refuses a change. When the
program runs nothing guards a value: to guard it would double the time that a map takes to read, which
makes tens of thousands of them; and what compares and shows one is made without compiling it anew for
each class.
"""

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 (so that it may be taken from here)
else:

    def dataclass(*, frozen: bool, slots: bool = False, eq: bool = True) -> Any:
        """`dataclasses.dataclass(frozen=True)`, made and filled faster. With `eq`, two of a class are
        equal, and have one hash, where all their fields are."""
        assert frozen

        def make(plain: type) -> type:
            made = dataclasses.dataclass(slots=slots, repr=False, eq=False)(plain)
            if "__repr__" not in plain.__dict__:
                made.__repr__ = _shown
            if eq:
                _compare(made)
            return made

        return make


def _compare(made: Any) -> None:
    """Let values of a class be compared by their fields."""
    content = attrgetter(*made.__match_args__)

    def equal(one: Any, other: Any) -> Any:
        return content(one) == content(other) if one.__class__ is other.__class__ else NotImplemented

    made.__eq__, made.__hash__ = equal, lambda value: hash(content(value))


def _shown(value: Any) -> str:
    fields = ", ".join(f"{field.name}={getattr(value, field.name)!r}" for field in dataclasses.fields(value))
    return f"{type(value).__qualname__}({fields})"
