"""Word files in the ways of Word, Verbatim, Google Docs, older templates and nobody's: made here, in our
own words, as other people's files are never kept."""

import io
import zipfile

from argmap.papers.word.package import package
from argmap.papers.word.xml import HEAD, MAIN, letters
from argmap.papers.zipping import zipped

SPACES = (
    f'{MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
NAME = '<w:rStyle w:val="Style13ptBold"/>'
LIT = '<w:rStyle w:val="StyleUnderline"/><w:highlight w:val="yellow"/>'


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{letters(words)}</w:t></w:r>'


def line(*runs: str, style: str = "", properties: str = "") -> str:
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{properties}</w:pPr>{''.join(runs)}</w:p>"


def tag(words: str) -> str:
    return line(run(words), style="Heading4")


CITE = line(
    run("Moreau 23", NAME),
    run(' [Lena Moreau, hydrologist, 4-2-2023, "A River Reconsidered," Valley Press,'
        " https://example.org/river, accessed 5-1-2023] //QZ"),
)  # fmt: skip
BODY = line(run("The river "), run("did not flood", LIT), run(" that year."))
CARD = tag("Floods are rare.") + CITE + BODY


def word_file(
    body: str, *, styles: str | None = None, parts: dict[str, bytes] | None = None, document: bytes | None = None
) -> bytes:
    """A Word file of a body; `styles` in place of ours, other `parts` beside, or a whole other `document`."""
    with zipfile.ZipFile(io.BytesIO(package("", ""))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    whole = f"{HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode()
    found["word/document.xml"] = whole if document is None else document
    if styles is not None:
        found["word/styles.xml"] = f"{HEAD}<w:styles {MAIN}>{styles}</w:styles>".encode()
    return zipped(found | (parts or {}))


def style(kind: str, id: str, name: str, look: str = "", paragraph: str = "", based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{on}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


OLDER = (
    style("paragraph", "BlockHeadings", "Block Headings", "<w:b/>")
    + style("paragraph", "Tags", "Tags", "<w:b/>")
    + style("paragraph", "Cites", "Cites")
    + style("paragraph", "Cards", "Cards")
    + style("character", "AuthorDate", "Author-Date", "<w:b/>")
    + style("character", "DebateUnderline", "Debate Underline", '<w:u w:val="single"/>')
)
GOOGLE = "".join(style("paragraph", f"Heading{n}", f"heading {n}") for n in range(1, 5))
"""Google Docs names its headings and gives them no outline level; its cites are only bold."""
