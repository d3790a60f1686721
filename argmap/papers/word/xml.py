"""Letters and sizes as a Word file has them."""

from xml.sax.saxutils import escape

from ...regex import regex

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
UNFIT = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
BREAKS = regex("([\n\t])")
UNUSUAL = regex('[&<>"\x00-\x1f\ufffe\uffff\ud800-\udfff]')
"""What nearly no run of words holds: what XML spells or cannot hold, and what is an element of its own."""


def letters(words: str) -> str:
    """Words for XML, without the characters that it cannot hold."""
    return escape(UNFIT.sub("", words), {'"': "&quot;"})


def size(points: float) -> str:
    """A size of letters, counted in half points."""
    half = int(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def run(words: str, properties: str = "") -> str:
    """Words that look alike; line breaks and tabs are elements."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if words and not UNUSUAL.search(words):
        return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'
    inner = "".join(
        "<w:br/>" if part == "\n" else "<w:tab/>" if part == "\t"
        else f'<w:t xml:space="preserve">{letters(part)}</w:t>'
        for part in BREAKS.split(words)
        if part
    )  # fmt: skip
    return f"<w:r>{look}{inner}</w:r>" if inner else ""


def paragraph(runs: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"
