"""The styles that Verbatim and CardMirror go by: names, outline levels, sizes, as they expect them."""

from collections.abc import Iterator
from dataclasses import dataclass

from .xml import HEAD, MAIN, letters, size

FONT = "Calibri"
TEXT_SIZE = 11
KEEP = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id, name and alias, what it builds on, how its paragraphs and letters look."""

    kind: str
    id: str
    name: str
    alias: str = ""
    based: str = ""
    after: str = ""
    paragraph: str = ""
    letters: str = ""
    custom: bool = False
    default: bool = False
    hidden: bool = False


def _boxed() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="24" w:space="{4 if side in ("left", "right") else 1}" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f"<w:pBdr>{sides}</w:pBdr>"


def _heading(number: int, alias: str, paragraph: str, look: str) -> Style:
    level = f'<w:outlineLvl w:val="{number - 1}"/>'
    return Style(
        "paragraph", f"Heading{number}", f"heading {number}", alias, "Normal", "Normal", KEEP + paragraph + level, look
    )


NEW_PAGE = "<w:pageBreakBefore/>"
CENTRED = '<w:jc w:val="center"/>'
TIGHT = '<w:spacing w:before="40" w:after="0"/>'
UNDERLINED, DOUBLE = '<w:u w:val="single"/>', '<w:u w:val="double"/>'

STYLES = (
    Style("paragraph", "Normal", "Normal", "Normal/Card", default=True),
    Style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True, hidden=True),
    _heading(1, "Pocket", f'{NEW_PAGE}{_boxed()}<w:spacing w:before="240" w:after="0"/>{CENTRED}', "<w:b/>" + size(26)),
    _heading(2, "Hat", NEW_PAGE + TIGHT + CENTRED, "<w:b/>" + size(22) + DOUBLE),
    _heading(3, "Block", NEW_PAGE + TIGHT + CENTRED, "<w:b/>" + size(16) + UNDERLINED),
    _heading(4, "Tag", TIGHT, "<w:b/>" + size(13)),
    Style("paragraph", "Analytic", "Analytic", "", "Heading4", "Normal", '<w:outlineLvl w:val="3"/>',
          '<w:color w:val="1F3864"/>', custom=True),
    Style("character", "Style13ptBold", "Style 13 pt Bold", "Cite", "DefaultParagraphFont", "", "",
          "<w:b/><w:bCs/>" + size(13) + '<w:u w:val="none"/>', custom=True),
    Style("character", "StyleUnderline", "Style Underline", "Underline", "DefaultParagraphFont", "", "",
          '<w:b w:val="0"/>' + size(TEXT_SIZE) + UNDERLINED, custom=True),
    Style("character", "Emphasis", "Emphasis", "", "DefaultParagraphFont", "", "",
          '<w:b/><w:i w:val="0"/>' + size(TEXT_SIZE) + UNDERLINED),
)  # fmt: skip
"""Fonts are literal and there is no theme, so that every program shows the same."""


def styles_part(font: str = FONT) -> str:
    """The part of a Word file that holds its styles."""
    face = letters(font)
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}" w:eastAsia="{face}"/>'
    return (
        f"{HEAD}<w:styles {MAIN}><w:docDefaults>"
        f'<w:rPrDefault><w:rPr>{fonts}{size(TEXT_SIZE)}<w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>{''.join(''.join(_written(style, n)) for n, style in enumerate(STYLES))}</w:styles>"
    )


def _written(style: Style, place: int) -> Iterator[str]:
    """A style's element, its parts in the order that the schema wants."""
    default = ' w:default="1"' if style.default else ""
    custom = ' w:customStyle="1"' if style.custom else ""
    yield f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
    for element, value in (("aliases", style.alias), ("basedOn", style.based), ("next", style.after)):
        if value:
            yield f'<w:{element} w:val="{value}"/>'
    yield f'<w:uiPriority w:val="{place}"/>'
    yield "<w:semiHidden/><w:unhideWhenUsed/>" if style.hidden else "<w:qFormat/>"
    if style.paragraph:
        yield f"<w:pPr>{style.paragraph}</w:pPr>"
    if style.letters:
        yield f"<w:rPr>{style.letters}</w:rPr>"
    yield "</w:style>"
