"""A map in a notebook, and the five lines of Python."""

import base64
import xml.etree.ElementTree as ET
from dataclasses import fields
from pathlib import Path

import pytest

import argmap
from argmap.look import NAMES, Look, LookWords
from argmap.model import Kind


def test_load_check_select_render(arguments: Path, tmp_path: Path) -> None:
    loaded = argmap.load(arguments / "in-short.argmap")
    assert [found for found in argmap.check(loaded) if found.severity == "error"] == []
    branch = argmap.select(loaded.map, focus="hallmarks")
    assert {statement.name for statement in branch.statements} == {"hallmarks", "interlinked", "W1", "label", "R2"}
    assert len(branch.links) == 4
    for form in ("svg", "html", "dot", "json", "mermaid", "markdown", "outline"):
        assert "hallmarks of an" in argmap.render(branch, form).replace("\\l", " ")
    assert argmap.render(loaded, "svg", theme="dark") == argmap.render(loaded.map, theme="dark")
    assert argmap.render(branch, "pdf", page="a4").startswith(b"%PDF-")
    assert all(sheet.startswith("<?xml") for sheet in argmap.sheets(loaded, page="slide") if isinstance(sheet, str))


@pytest.mark.parametrize(
    ("form", "look", "said"),
    [
        ("gif", {}, "there is no form `gif`"),
        ("htlm", {}, "did you mean `html`"),
        ("svg", {"theme": "drak"}, "there is no theme `drak`; did you mean `dark`"),
        ("svg", {"them": "dark"}, "there is no part of the look `them`; did you mean `theme`"),
        ("json", {"theme": "dark"}, "--theme is for svg, html, pdf, png and pptx, not for json"),
        ("svg", {"page": "slide"}, "takes \\d+ sheets, a file for each: `sheets` gives them all"),
    ],
)
def test_a_wrong_word_is_answered_with_the_nearest(form: str, look: dict[str, str], said: str, arguments: Path) -> None:
    loaded = argmap.load(arguments / "separate-alliances.argmap")
    with pytest.raises(ValueError, match=said):
        argmap.render(loaded, form, **look)  # type: ignore[arg-type]


def test_the_keywords_of_a_look_are_its_fields() -> None:
    names = [field.name for field in fields(Look)]
    assert names == list(LookWords.__annotations__)
    assert sorted(names) == sorted(NAMES)


def test_selecting(arguments: Path) -> None:
    map = argmap.load(arguments / "camp-david.argmap").map
    near = argmap.select(map, focus="noalliance", depth=1)
    assert 1 < len(near.statements) < len(argmap.select(map, focus="noalliance").statements)
    con = argmap.select(map, side="con")
    assert {s.side.id for s in con.statements if s.side} == {"con"}
    bare = argmap.select(map, without=["evidence"])
    assert all(s.kind is not Kind.EVIDENCE for s in bare.statements)
    assert bare.sources == tuple(s for s in map.sources if any(c.source is s for x in bare.statements for c in x.cites))
    assert {s.kind for s in argmap.select(map, kinds=["claim"]).statements} == {Kind.CLAIM}
    assert all("denial" in s.tags for s in argmap.select(map, tag="denial").statements)
    one = argmap.select(map, section="No formal alliance")
    assert one.statements and {s.section.title for s in one.statements if s.section} == {"No formal alliance"}
    kept = set(con.statements)
    assert all(source in kept for link in con.links for source in link.sources)
    with pytest.raises(ValueError, match="there is no statement `noaliance`; did you mean `noalliance`"):
        argmap.select(map, focus="noaliance")


def test_a_map_shows_itself(arguments: Path) -> None:
    loaded = argmap.load(arguments / "in-short.argmap")
    bundle = loaded.map._repr_mimebundle_()
    assert ET.fromstring(bundle["image/svg+xml"]).tag == "{http://www.w3.org/2000/svg}svg"
    assert "The pact bears the hallmarks" in bundle["text/plain"]
    frame = ET.fromstring(bundle["text/html"])
    image = frame.find("img")
    assert image is not None
    kind, _, data = image.attrib["src"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data).decode() == bundle["image/svg+xml"]
    assert loaded._repr_mimebundle_() == bundle


def test_a_map_shows_itself_in_the_look_of_its_settings(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('[look]\nlayout = "flow"\n', encoding="utf-8")
    (tmp_path / "a.argmap").write_text("claim a: A.\n    rebuttal b: B.\n", encoding="utf-8")
    shown = argmap.load(tmp_path / "a.argmap")._repr_mimebundle_()
    assert "each column answers the one before it" in shown["image/svg+xml"]


def test_without_an_engine_a_map_shows_its_words(arguments: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_ENGINE", "/nowhere/dot")
    bundle = argmap.load(arguments / "in-short.argmap").map._repr_mimebundle_()
    assert set(bundle) == {"text/plain"}
    assert "The pact bears the hallmarks" in bundle["text/plain"]
