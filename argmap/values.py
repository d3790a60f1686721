"""Values: small classes whose objects are mostly never changed once they are made.

`dataclass` here is the standard library's for the type checker, which refuses to change a frozen one. When
the program runs nothing guards a value: to guard it would double the time that a map takes to read, which
makes tens of thousands of them; and what makes, compares and shows one is not compiled anew for each
class: a small run has a hundred of them, and would wait for that longer than for its map.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 (so that it may be taken from here)
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:
        """`dataclasses.dataclass`, made and filled faster. With `eq`, two of a class are equal where all their
        fields are; where they are frozen, too, they have one hash."""

        def make(plain: type) -> type:
            made = _made(plain, slots) if _is_plain(plain) else _by_the_library(plain, slots)
            if "__repr__" not in plain.__dict__:
                made.__repr__ = _shown
            if eq:
                _compare(made, hashed=frozen, own="__hash__" in plain.__dict__)
            return made

        return make


def _is_plain(plain: Any) -> bool:
    """Whether a class has fields alone, and none of what `dataclasses` has beside them."""
    if plain.__bases__ != (object,) or "__post_init__" in plain.__dict__ or "__init__" in plain.__dict__:
        return False
    types = plain.__annotations__.values()
    if any(getattr(one, "__origin__", one) is ClassVar or (isinstance(one, str) and "Var" in one) for one in types):
        return False
    defaults = [name in plain.__dict__ for name in plain.__annotations__]
    fields = [plain.__dict__.get(name) for name in plain.__annotations__]
    return sorted(defaults) == defaults and all(
        (isinstance(one, dataclasses.Field) and _is_of_a_factory(one))
        or not isinstance(one, dataclasses.Field | list | dict)
        for one in fields
    )


def _is_of_a_factory(field: Any) -> bool:
    """Whether a field is said to have a default that is made for each value, and nothing else."""
    usual = dataclasses.field(default_factory=field.default_factory)
    return all(getattr(field, part) == getattr(usual, part) for part in ("default", "init", "repr", "compare", "hash"))


def _by_the_library(plain: Any, slots: bool) -> Any:
    return dataclasses.dataclass(slots=slots, repr=False, eq=False)(plain)


def _made(plain: Any, slots: bool) -> Any:
    """What `dataclasses` makes of a class, without what compares and shows one."""
    names = tuple(plain.__annotations__)
    defaults = {name: plain.__dict__[name] for name in names if name in plain.__dict__}
    factories: dict[str, Any] = {n: f.default_factory for n, f in defaults.items() if isinstance(f, dataclasses.Field)}
    code = _filling(len(names)).replace(
        co_varnames=("self", *names), co_names=names, co_qualname=f"{plain.__qualname__}.__init__"
    )
    made = plain
    if slots:
        left_out = {*names, "__dict__", "__weakref__"}
        own = {name: value for name, value in plain.__dict__.items() if name not in left_out}
        made = type(plain)(plain.__name__, plain.__bases__, {**own, "__slots__": names})
        made.__qualname__ = plain.__qualname__
    elif factories:
        for name in factories:
            delattr(made, name)
    made.__init__ = FunctionType(code, {}, "__init__", tuple(defaults.values()))
    if factories:
        made.__init__ = _and_make(made.__init__, [(name, defaults[name], make) for name, make in factories.items()])
    type.__setattr__(made, "__match_args__", names)
    made.__dataclass_fields__ = _Fields(made, plain.__annotations__, defaults)
    return made


def _and_make(fill: Any, factories: Sequence[tuple[str, object, Callable[[], object]]]) -> Any:
    """What fills a value, and makes what it was not given."""

    @wraps(fill)
    def filled(self: object, *values: object, **named: object) -> None:
        fill(self, *values, **named)
        for name, absent, make in factories:
            if getattr(self, name) is absent:
                setattr(self, name, make())

    return filled


@cache
def _filling(count: int) -> CodeType:
    """The code that fills an object with so many values."""
    names = [f"value{number}" for number in range(count)]
    lines = [f"def __init__(self, {', '.join(names)}):", *(f"    self.{name} = {name}" for name in names), "    pass"]
    made: dict[str, Any] = {}
    exec("\n".join(lines), made)
    code: CodeType = made["__init__"].__code__
    return code


class _Fields:
    """What `dataclasses` knows of the fields of a class: made when somebody asks for it, as few do."""

    def __init__(self, made: Any, types: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
        self._made = made
        self._types = types
        self._defaults = defaults

    def __get__(self, value: object, owner: object) -> Any:
        like: Any = dataclasses.make_dataclass(
            self._made.__name__,
            [
                (name, type, self._field(self._defaults.get(name, dataclasses.MISSING)))
                for name, type in self._types.items()
            ],
        )
        self._made.__dataclass_params__ = like.__dataclass_params__
        self._made.__dataclass_fields__ = like.__dataclass_fields__
        return like.__dataclass_fields__

    @staticmethod
    def _field(default: Any) -> Any:
        if isinstance(default, dataclasses.Field):
            return dataclasses.field(default_factory=default.default_factory)
        return dataclasses.field(default=default)


def _compare(made: Any, *, hashed: bool, own: bool) -> None:
    """Let values of a class be compared by their fields; with a hash of all of them, if they have no own."""
    content = attrgetter(*made.__match_args__)

    def equal(one: Any, other: Any) -> Any:
        return content(one) == content(other) if one.__class__ is other.__class__ else NotImplemented

    made.__eq__ = equal
    if not own:
        made.__hash__ = (lambda value: hash(content(value))) if hashed else None


def _shown(value: Any) -> str:
    fields = ", ".join(f"{field.name}={getattr(value, field.name)!r}" for field in dataclasses.fields(value))
    return f"{type(value).__qualname__}({fields})"
