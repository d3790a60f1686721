"""A packet as a page for a browser: one file, no script."""

from collections.abc import Iterator
from html import escape

from ..english import listed
from ..words.references import Part
from .packet import Entry, Packet, Passage

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2.2rem 0 0.2rem; border-top: 2px solid; padding-top: 0.6rem; }
h3 { font-size: 0.9rem; margin: 1.2rem 0 0.2rem; }
blockquote { margin: 0; padding-left: 0.8rem; border-left: 3px solid; }
mark { text-decoration: underline; } footer { font-size: 0.85rem; }
@media print { h3 { break-after: avoid; } blockquote { break-inside: avoid; } }
"""


def to_html(packet: Packet, *, lang: str = "en") -> str:
    """The packet as one HTML page."""
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    body = "".join(part for entry in packet.entries for part in _entry(entry))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}"><head>{head}'
        f"<title>{_text(packet.title)}</title><style>{STYLE}</style></head>\n<body><main>"
        f'<h1 dir="auto">{_text(packet.title)}</h1><p>What is quoted, in its place in the source.</p>\n'
        f"{body or '<p>Nothing is quoted.</p>'}</main></body></html>\n"
    )


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<section><h2 dir="auto">{_text(entry.id)}</h2><p dir="auto">{_text(citation(entry.citation))}</p>\n'
    yield from (_passage(passage) for passage in entry.passages)
    if entry.missing:
        items = "".join(f'<li dir="auto">{_text(words)} ({_text(why)})</li>' for words, why in entry.missing)
        yield f"<h3>To be looked at</h3><ul>{items}</ul>"
    yield "</section>\n"


def citation(parts: tuple[Part, ...]) -> str:
    """A citation on one line, its title in quotation marks."""
    return ", ".join(f"“{part.text}”" if part.field == "title" else part.text for part in parts)


def _passage(passage: Passage) -> str:
    words = "".join(f"<mark>{_text(piece)}</mark>" if marked else _text(piece) for piece, marked in passage.pieces)
    quoted = f"Quoted in {_text(listed(passage.statements))}."
    return f'<h3>{_text(passage.where)}</h3><blockquote dir="auto">{words}</blockquote><footer>{quoted}</footer>\n'


def _text(words: str) -> str:
    clean = "".join(letter if letter.isprintable() or letter in "\n\t" else "\ufffd" for letter in words)
    return escape(clean, quote=False)
