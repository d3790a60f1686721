"""What letters look like in the end: the file's defaults, the styles' chains, what was set by hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from .package import MAIN, Package

VAL = MAIN + "val"
Look = Mapping[str, Any]
"""Properties that are set: `bold`, `underline`, `box`, `highlight`, `shade`, `hidden`; and a paragraph's
`level`, `style` and `listed`."""
DEEPEST = 40
"""No honest style builds on more others than this; some build on themselves."""
KNOWN = {"StyleUnderline", "Underline", "StyleBoldUnderline", "Emphasis"}
"""Styles that underline even where the file does not define them."""
OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based: str
    paragraph: Look
    letters: Look


class Looks:
    """The styles of a Word file."""

    def __init__(self, package: Package) -> None:
        self.default: Look = {}
        self.normal = "Normal"
        self._styles: dict[str, _Style] = {}
        self._known: dict[tuple[str, bool], Look] = {}
        part = package.beside("styles.xml")
        if part in package:
            self._read(package.xml(part))

    def _read(self, root: Element) -> None:
        self.default = letters_look(root.find(f"{MAIN}docDefaults/{MAIN}rPrDefault/{MAIN}rPr"))
        for element in root.iter(MAIN + "style"):
            name, based = element.find(MAIN + "name"), element.find(MAIN + "basedOn")
            id = element.get(MAIN + "styleId", "")
            self._styles[id] = _Style(
                "" if name is None else name.get(VAL, ""),
                "" if based is None else based.get(VAL, ""),
                paragraph_look(element.find(MAIN + "pPr")),
                letters_look(element.find(MAIN + "rPr")),
            )
            if element.get(MAIN + "default") in ("1", "true") and element.get(MAIN + "type") == "paragraph":
                self.normal = id

    def name(self, id: str) -> str:
        """A style's name; of a style that the file does not define, its id read as a name."""
        if id in self._styles:
            return self._styles[id].name
        return re.sub(r"^[Hh]eading\s?([1-9])$", r"heading \1", id)

    def paragraph(self, id: str) -> Look:
        """What a style says of paragraphs, with what it builds on."""
        return self._chain(id, of_letters=False)

    def letters(self, id: str) -> Look:
        """What a style says of letters, with what it builds on."""
        if id and id not in self._styles and id in KNOWN:
            return {"underline": True}
        return self._chain(id, of_letters=True)

    def _chain(self, id: str, *, of_letters: bool) -> Look:
        key = (id, of_letters)
        if key not in self._known:
            chain: list[_Style] = []
            at = id
            while at in self._styles and len(chain) < DEEPEST:
                chain.append(self._styles[at])
                at = self._styles[at].based
            look: dict[str, Any] = {}
            for style in reversed(chain):
                look |= style.letters if of_letters else style.paragraph
            self._known[key] = look
        return self._known[key]


def letters_look(properties: Element | None) -> Look:
    """What a run's or a style's properties say of letters."""
    look: dict[str, Any] = {}
    for element in () if properties is None else properties:
        name, value = element.tag.removeprefix(MAIN), element.get(VAL)
        match name:
            case "b":
                look["bold"] = value not in OFF
            case "u":
                look["underline"] = value not in (None, *OFF)
            case "bdr":
                look["box"] = value not in (None, "none", "nil")
            case "highlight":
                look["highlight"] = "" if value in (None, "none", "white") else value
            case "shd":
                look["shade"] = element.get(MAIN + "fill", "").lower()
            case "rStyle":
                look["style"] = value or ""
            case "vanish" | "webHidden":
                look["hidden"] = value not in OFF
            case "strike" | "dstrike":
                look["strike"] = value not in OFF
    return look


def paragraph_look(properties: Element | None) -> Look:
    """What a paragraph's or a style's properties say of paragraphs."""
    look: dict[str, Any] = {}
    for element in () if properties is None else properties:
        name, value = element.tag.removeprefix(MAIN), element.get(VAL, "")
        if name == "outlineLvl" and value.isdecimal() and value.isascii():
            look["level"] = int(value) if int(value) < 9 else None
        elif name == "pStyle":
            look["style"] = value
        elif name == "numPr":
            number = element.find(MAIN + "numId")
            look["listed"] = number is not None and number.get(VAL) != "0"
    return look
