"""A packet as a PDF, set by Typst (the extra `pdf`)."""

import json
from importlib.resources import files

from ..english import listed
from ..installing import how_to_get
from .html import citation
from .packet import Packet


class NoTypesetterError(Exception):
    """Typst is not installed; the message says how to get it."""


def to_pdf(packet: Packet, *, lang: str = "en") -> bytes:
    """The packet as a PDF of A4 pages. Raises NoTypesetterError."""
    try:
        import typst
    except ImportError as missing:
        raise NoTypesetterError(f"a PDF needs the library Typst: `{how_to_get('typst')}` gets it") from missing
    data = {
        "title": packet.title,
        "lang": lang,
        "entries": [
            {
                "id": entry.id,
                "citation": citation(entry.citation),
                "passages": [
                    {"where": one.where, "pieces": one.pieces, "quoted": f"Quoted in {listed(one.statements)}."}
                    for one in entry.passages
                ],
                "missing": [f"{words} ({why})" for words, why in entry.missing],
            }
            for entry in packet.entries
        ],
    }
    program = files(__package__).joinpath("packet.typ").read_bytes()
    made: bytes = typst.compile(program, sys_inputs={"packet": json.dumps(data)}, format="pdf")
    return made
