"""Attacks by files of other tools, and by maps that are to become such files."""

import random
import sys
from functools import cache
from pathlib import Path

import literate
from attacking import TEXTS, few_lines

sys.path.insert(0, str(Path(__file__).parent.parent / "exchange"))
from word_files import BODY, CITE, LIT, NAME, line, run, tag, word_file

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Importer, Options, known_by, read_foreign
from argmap.exchange.out.aif import to_aif
from argmap.exchange.out.argdown import to_argdown
from argmap.exchange.out.graphs import to_apx, to_graphml, to_tgf
from argmap.papers.flow.app import to_flow_json
from argmap.papers.flow.placing import flow
from argmap.papers.flow.workbook import to_xlsx
from argmap.papers.papers import PAPERS, to_cites, to_docx
from argmap.pipeline import load_text

PLAIN = Options()
BY_NAME = {importer.name: importer for importer in IMPORTERS}
PIECES = (
    b"{", b"}", b"[", b"]", b'"', b"<", b">", b"\x00", b"\xff", b"\n", b"    ", b"null", b"1e999", b"-1", b":",
    b"-> See 1.", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\\u0000", b"\\ud800", b"true", b"- [x]: y\n", b"  + ", b"<_>",
    b"&amp;", b"&#1;", b"1.1. Con: ", b"T9\tSupport Arg1:T1 Arg2:T2\n", b'"""', b"#", b"@",
)  # fmt: skip
LOOKS = (
    "", LIT, NAME, "<w:b/>",
    '<w:u w:val="single"/>', '<w:rStyle w:val="Emphasis"/>', "<w:vanish/>", '<w:sz w:val="9"/>',
)  # fmt: skip
STYLES = ("", "Heading1", "Heading2", "Heading3", "Heading4", "Analytic", "Normal", "nobody")


@cache
def samples() -> tuple[bytes, ...]:
    """The files of the pages of cases: small ones of every tool."""
    folder = Path(__file__).parent.parent / "exchange" / "cases"
    blocks = (block for case in literate.cases(folder) for block in case.blocks if block.word == "file")
    return tuple(block.body.encode("utf-8") for block in blocks if len(block.body) < 3000)


def read(data: bytes, name: str, importer: Importer, options: Options = PLAIN) -> None:
    made = read_foreign(data, name, importer, options)
    if isinstance(made, Imported):
        loaded = load_text(made.text)
        assert loaded.errors == (), f"{loaded.errors[0]}\n{made.text}"
    else:
        assert made.why and "\n" not in made.why, made


def imports(rng: random.Random) -> None:
    """A small file of another tool with stretches out, twice, moved or replaced; read as what it is, or not."""
    data = rng.choice(samples())
    for _ in range(rng.randrange(1, 5)):
        start = rng.randrange(len(data) + 1)
        end = min(start + rng.randrange(40), len(data))
        piece = rng.choice((b"", data[start:end], rng.choice(PIECES)))
        data = data[:start] + piece + data[rng.choice((start, end)) :]
    known = known_by(data, "x.json", IMPORTERS)
    some = [each for each in IMPORTERS if each.name not in ("docx", "flow-sheets")]
    read(data, "x", known if known and rng.random() < 0.7 else rng.choice(some))


def word_in(rng: random.Random) -> None:
    """A Word file of paragraphs in any order and any look, now and then with a byte of it changed."""
    whole = (tag("Floods are rare."), CITE, BODY, tag("AT: Floods"), line(run("Block"), style="Heading3"))

    def paragraph() -> str:
        if rng.random() < 0.4:
            return rng.choice(whole)
        words = [(rng.choice(TEXTS) if rng.random() < 0.3 else rng.choice(("Moreau 23", "the river", '"so', "A2: x")))
                 for _ in range(rng.randrange(1, 4))]  # fmt: skip
        return line(*(run(word, rng.choice(LOOKS)) for word in words), style=rng.choice(STYLES))

    body = "".join(paragraph() for _ in range(rng.randrange(1, 7)))
    for _ in range(rng.randrange(3) if rng.random() < 0.3 else 0):
        at = rng.randrange(len(body))
        new = rng.choice(("<", "</w:p>", "<w:tbl>", "&", "<w:del>", '"', ""))
        body = body[:at] + new + body[at + rng.randrange(9) :]
    data = word_file(body.encode("utf-8", "replace").decode("utf-8"))
    if rng.random() < 0.1:
        at = rng.randrange(len(data))
        data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
    format = rng.choice((None, "policy", "public-forum"))
    read(data, "a round.docx", BY_NAME["docx"], Options(format, rng.random() < 0.5))


def sheets_in(rng: random.Random) -> None:
    """A flow of Excel with bytes changed, outside and inside what is packed in it."""
    data = bytearray(_workbook())
    for _ in range(rng.randrange(1, 4)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    read(bytes(data), "x.xlsx", BY_NAME["flow-sheets"])


@cache
def _workbook() -> bytes:
    sides = "topic: T\n    format: policy\nside a: A\nside b: B\n"
    map = load_text(f"{sides}claim (a) @1AC: X.\n    rebuttal @1NC: Y.\n").map
    return to_xlsx(map, flow(map))


def papers(rng: random.Random) -> None:
    """A map as a paper for Word, which is read back; and as a cite sheet."""
    map = load_text(few_lines(rng)).map
    made = to_docx(map, rng.choice(list(PAPERS)), highlight=rng.choice(("cyan", "yellow")))
    to_cites(map)
    read(made.data, "back.docx", BY_NAME["docx"])


def forms(rng: random.Random) -> None:
    """A map as files of other tools, those of which are read back that can be."""
    map = load_text(few_lines(rng)).map
    for write in (to_tgf, to_apx, to_graphml):
        write(map)
    flows = to_flow_json(flow(map))
    for data, name in ((to_aif(map).text, "aif"), (to_argdown(map).text, "argdown"), (flows, "flow")):
        read(data.encode("utf-8"), f"back.{name}", BY_NAME[name])


KINDS = (imports, word_in, sheets_in, papers, forms)
