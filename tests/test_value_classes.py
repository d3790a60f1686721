"""Value classes are made faster than the standard library makes them, and are the same."""

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from argmap.diagnostic import Diagnostic, Severity
from argmap.source import SourceFile, Span
from argmap.values import dataclass


def both(**how: Any) -> tuple[Any, Any]:
    """One class, made by us and by the library."""
    made = []
    for make in (dataclass, dataclasses.dataclass):
        annotations = {"place": str, "weight": float, "tags": tuple[str, ...]}
        plain = type("Written", (), {"__annotations__": annotations, "weight": 1.0, "tags": ()})
        made.append(make(frozen=True, **how)(plain))
    return made[0], made[1]


@pytest.mark.parametrize("slots", [True, False])
def test_a_value_is_made_shown_and_compared_as_the_library_does(slots: bool) -> None:
    ours, theirs = both(slots=slots)
    for make in (ours, theirs):
        one = make("a", tags=("x",))
        assert (one.place, one.weight, one.tags) == ("a", 1.0, ("x",))
        assert repr(one) == "Written(place='a', weight=1.0, tags=('x',))"
        assert one == make("a", 1.0, ("x",)) != make("b") and hash(one) == hash(copy.copy(one))
        assert dataclasses.replace(one, weight=0.5).weight == 0.5
        assert dataclasses.asdict(one) == {"place": "a", "weight": 1.0, "tags": ("x",)}
        assert hasattr(one, "__dict__") is not slots
        for wrong in ((), ("a", 1.0, (), 4)):
            with pytest.raises(TypeError, match=r"Written\.__init__\(\)"):
                make(*wrong)
    shown = [[(each.name, each.type, each.default) for each in dataclasses.fields(made)] for made in (ours, theirs)]
    assert shown[0] == shown[1] and ours.__match_args__ == theirs.__match_args__
    assert list(inspect.signature(ours).parameters) == list(inspect.signature(theirs).parameters)


@pytest.mark.parametrize("slots", [True, False])
def test_what_is_gathered_is_made_for_each(slots: bool) -> None:
    for make in (dataclass, dataclasses.dataclass):
        fields = {
            "__annotations__": {"name": str, "found": list[str]},
            "found": dataclasses.field(default_factory=list),
        }
        made: Any = make(slots=slots)(type("Gathered", (), dict(fields)))
        one, other = made("a"), made("a")
        one.found.append("x")
        one.name = "b"
        assert (one.name, one.found, other.found, made("c", found=["y"]).found) == ("b", ["x"], [], ["y"])
        assert other == made("a") != one and made.__hash__ is None
        assert [each.default_factory for each in dataclasses.fields(made)] == [dataclasses.MISSING, list]
        assert list(inspect.signature(made).parameters) == ["name", "found"]
        assert not hasattr(made, "found") or slots
        assert dataclasses.replace(one, name="z").found == ["x"]


def test_a_value_may_be_sent_and_taken_apart() -> None:
    span = Span(SourceFile("m", "abc"), 1, 2)
    fault = Diagnostic("code", Severity.ERROR, "message", span)
    sent = pickle.loads(pickle.dumps(fault))
    assert (sent.message, sent.span.text, sent.edits) == ("message", "b", ())
    match fault:
        case Diagnostic(code, Severity.ERROR, _, Span(_, start, end)):
            assert (code, start, end) == ("code", 1, 2)
        case _:
            pytest.fail("a fault has its fields in their order")


def test_a_class_keeps_a_hash_of_its_own() -> None:
    own = {"__annotations__": {"one": int}, "__hash__": lambda _: 7}
    for make in (dataclass, dataclasses.dataclass):
        made: Any = make(frozen=True)(type("Own", (), dict(own)))
        assert hash(made(3)) == 7 and made(3) == made(3)


def test_a_class_on_top_of_a_value_has_its_fields() -> None:
    ours = dataclass(frozen=True)(type("Base", (), {"__annotations__": {"one": int}, "one": 1}))
    on_top: Any = dataclasses.dataclass(type("More", (ours,), {"__annotations__": {"two": int}, "two": 2}))
    assert on_top(5) == on_top(5, 2) and [each.name for each in dataclasses.fields(on_top)] == ["one", "two"]
