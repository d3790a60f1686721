"""Which tools' files can be read: a line for each."""

from collections.abc import Callable

from . import aif, arggraph, arguebuf, brat, carneades, flows, kialo, mindmup
from .argdown import json as argdown_json
from .argdown import text as argdown
from .draft import Draft
from .importing import Importer, Options, Read
from .losses import Report
from .net import Net
from .shaping import shaped


def _net(read: Callable[[bytes], tuple[Net, Report]]) -> Read:
    """How a file is read that comes to points and bonds."""

    def drafted(data: bytes, _name: str, _options: Options) -> tuple[Draft, Report]:
        net, report = read(data)
        return shaped(net, report), report

    return drafted


def _word(data: bytes, name: str, options: Options) -> tuple[Draft, Report]:
    from .word.drafting import word_draft

    return word_draft(data, name, format=options.format, initials=options.initials)


def _zip(start: bytes) -> bool:
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not flows.looks_sheets(start)


IMPORTERS: tuple[Importer, ...] = (
    Importer("docx", "a Word file of cards", (".docx", ".docm", ".doc"), _zip, _word),
    Importer("kialo", "an export of Kialo", (".txt",), kialo.looks, _net(kialo.read)),
    Importer("aif", "AIF, xAIF or a file of OVA", (".json", ".aif", ".xaif"), aif.looks, _net(aif.read)),
    Importer("mindmup", "a map of MindMup", (".mup",), mindmup.looks, _net(mindmup.read)),
    Importer("arggraph", "argumentative microtexts in XML", (".xml",), arggraph.looks, _net(arggraph.read)),
    Importer("brat", "brat's marks in an essay", (".ann",), brat.looks, _net(brat.read)),
    Importer("sadface", "SADFace", (".json",), arguebuf.looks_sadface, _net(arguebuf.read_sadface)),
    Importer("arguebuf", "Arguebuf's JSON", (".json",), arguebuf.looks_arguebuf, _net(arguebuf.read_arguebuf)),
    Importer("argdown-json", "the JSON of Argdown's command line", (".json",), argdown_json.looks,
             _net(argdown_json.read)),
    Importer("flow", "a flow of debate-flow", (".json",), flows.looks_app, _net(flows.read_app)),
    Importer("flow-sheets", "flow sheets of Excel", (".xlsx", ".xlsm"), flows.looks_sheets, _net(flows.read_sheets)),
    Importer("carneades", "Carneades' YAML", (".yml", ".yaml"), carneades.looks, _net(carneades.read)),
    Importer("argdown", "an Argdown text", (".argdown", ".ad", ".adown", ".md"), argdown.looks, _net(argdown.read)),
)  # fmt: skip
"""In the order in which a file is held against them."""
