"""A picture that is told again, as what of it has changed: whoever had the last one has the next one."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls")

from argmap.diagram.layout.engine import Engine, start
from argmap.lsp.changes import PLACE, lines_changed
from argmap.lsp.pictures import Drawing
from argmap.lsp.server import Server
from argmap.lsp.serving import hear, server

LINES = st.lists(
    st.one_of(
        st.sampled_from(["<g>", "</g>", ""]),
        st.builds('<g id="{}" transform="translate({} 2)">'.format, st.integers(0, 3), st.integers(0, 3)),
        st.builds('<text>{} transform="translate({})"{}</text>'.format, *[st.sampled_from(["", "1", "11"])] * 3),
    ),
    max_size=12,
)


def applied(old: Sequence[str], steps: Sequence[Any]) -> list[str]:
    new: list[str] = []
    for step in steps:
        if isinstance(step, str):
            new.append(step)
        elif isinstance(step[1], int):
            new += old[step[0] : step[0] + step[1]]
        else:
            new.append(PLACE.sub(f' transform="translate({step[1]})"', old[step[0]], count=1))
    return new


@given(LINES, LINES)
def test_the_steps_lead_from_one_to_the_other(old: list[str], new: list[str]) -> None:
    assert applied(old, lines_changed(old, new)) == new


def test_who_has_the_last_one_is_told_what_has_changed(tmp_path: Path) -> None:
    server, drawing, path = Server(), Drawing(), tmp_path / "map.argmap"
    uri, text = path.as_uri(), "claim a: One thing.\n    claim b: Another.\nclaim c: A third.\n"
    server.put(uri, text, 1)
    try:
        first = drawing.picture(server, {"uri": uri, "after": 0})
        assert [each["label"] for each in first["statements"]] == ["C1", "C2", "C3"]
        server.put(uri, text.replace("third", "last"), 2)
        assert "files" in drawing.picture(server, {"uri": uri}), "a print is whole, and takes nothing from the page"
        next_one = drawing.picture(server, {"uri": uri, "after": first["number"]})
        assert "files" not in next_one
        lines = applied(first["files"][0].split("\n"), next_one["changed"]["lines"])
        assert next_one["changed"]["statements"][0] == [0, 2]
        whole = drawing.picture(server, {"uri": uri, "after": first["number"]})
        assert whole["files"] == ["\n".join(lines)]
    finally:
        drawing.close()


def test_pictures_that_are_asked_for_together_have_a_number_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something is exported while what has changed of the page's own picture is found out."""
    server, drawing, path = Server(), Drawing(), tmp_path / "map.argmap"
    uri, exported = path.as_uri(), list[Any]()
    server.put(uri, "claim a: One thing.\nclaim b: Another.\n", 1)

    def meanwhile(old: Sequence[str], new: Sequence[str]) -> Any:
        other = Thread(target=lambda: exported.append(drawing.picture(server, {"uri": uri, "look": {"theme": "dark"}})))
        other.start()
        other.join(20)
        return lines_changed(old, new)

    try:
        first = drawing.picture(server, {"uri": uri, "after": 0})
        monkeypatch.setattr("argmap.lsp.pictures.lines_changed", meanwhile)
        second = drawing.picture(server, {"uri": uri, "after": first["number"]})
        monkeypatch.undo()
        assert second["number"] != exported[0]["number"]
        third = drawing.picture(server, {"uri": uri, "after": second["number"]})
        assert third["changed"]["lines"] == [[0, first["files"][0].count("\n") + 1]]
    finally:
        drawing.close()


def test_first_pictures_that_are_asked_for_together_share_an_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, drawing, path = Server(), Drawing(), tmp_path / "map.argmap"
    uri, begun, drawn = path.as_uri(), list[Engine](), list[Any]()
    server.put(uri, "claim a: One thing.\n", 1)

    def slowly(**given: Any) -> Engine:
        time.sleep(0.3)
        begun.append(start(**given))
        return begun[-1]

    monkeypatch.setattr("argmap.lsp.pictures.start", slowly)
    looks = [{"layout": "flow"}, {}, {"theme": "dark"}]
    asking = [
        Thread(target=lambda look=look: drawn.append(drawing.picture(server, {"uri": uri, "look": look})))
        for look in looks
    ]
    try:
        for each in asking:
            each.start()
        for each in asking:
            each.join(60)
        assert len(drawn) == len(looks)
        assert len({each["number"] for each in drawn}) == len(looks)
        assert len(begun) == 1
    finally:
        drawing.close()


def test_a_server_that_is_made_before_it_is_asked_has_read_the_map(tmp_path: Path) -> None:
    path = tmp_path / "map.argmap"
    path.write_text("claim a: One thing.\n", encoding="utf-8")
    own = server(tmp_path, path)
    read = own.desk.reading(path)
    begin: dict[str, Any] = {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}}
    hear(own, json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": begin}))
    assert own.desk.reading(path) is read
    path.write_text("claim a: Another.\n", encoding="utf-8")
    assert own.desk.reading(path) is not read
    hear(own, '{"jsonrpc": "2.0", "id": 2, "method": "shutdown"}')
