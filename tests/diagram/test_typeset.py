"""PDF and PNG, opened with the tools that others open them with (poppler's)."""

import io
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pypdf
import pytest
import sample_maps
from sample_maps import sample

from argmap.diagram.draw import draw
from argmap.diagram.drawing import Drawing
from argmap.diagram.failure import PaperError
from argmap.diagram.flow.sheets import sheets
from argmap.diagram.layout import engine
from argmap.diagram.pages.pages import paginate
from argmap.diagram.palette import DARK, Theme
from argmap.diagram.render.typeset import to_pdf, to_png
from argmap.diagram.text.captions import Captions
from argmap.diagram.typography import Tone
from argmap.graph.forest import homes
from argmap.look import Look
from argmap.model import ArgumentMap
from argmap.pipeline import load

ROOT = Path(__file__).parents[2]
poppler = pytest.mark.skipif(
    not shutil.which("pdftotext") and not os.environ.get("CI"), reason="needs poppler-utils (pdftotext)"
)


def poppler_says(pdf: bytes, tmp_path: Path, *command: str) -> str:
    path = tmp_path / "map.pdf"
    path.write_bytes(pdf)
    program, *options = command
    output = [] if program == "pdfinfo" else ["-"]
    done = subprocess.run([program, *options, str(path), *output], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def words_in(pdf: bytes, tmp_path: Path) -> str:
    return " ".join(poppler_says(pdf, tmp_path, "pdftotext", "-raw").split())


def pages_of(map: ArgumentMap, paper: str, laying_out: engine.Engine) -> tuple[Drawing, ...]:
    def drawn(map: ArgumentMap, captions: Captions) -> Drawing:
        return draw(map, Look(width=25), engine=laying_out, captions=captions)

    return paginate(map, paper, drawn, Captions())


@poppler
def test_the_words_of_a_pdf_can_be_selected(tmp_path: Path, laying_out: engine.Engine) -> None:
    drawing = draw(sample(sample_maps.SHAPES), engine=laying_out)
    words = words_in(to_pdf([drawing]).pages[0], tmp_path)
    for line in [line for box in drawing.boxes for line in box.block.lines] + list(drawing.footer):
        assert " ".join(line.text.replace("\u00a0", " ").split()) in words
    assert "Cities without" not in words


@poppler
def test_a_pdf_names_itself_and_its_links_are_live(tmp_path: Path, laying_out: engine.Engine) -> None:
    pdf = to_pdf([draw(sample(sample_maps.SHAPES), engine=laying_out)]).pages[0]
    told = poppler_says(pdf, tmp_path, "pdfinfo")
    assert "Title:           Shall the town close its centre to cars?" in told
    assert "Tagged:          yes" in told
    assert "https://example.org/cars" in poppler_says(pdf, tmp_path, "pdfinfo", "-url")


@poppler
def test_a_map_on_paper_is_one_pdf_with_all_its_pages(
    arguments: Path, tmp_path: Path, laying_out: engine.Engine
) -> None:
    map = load(arguments / "separate-alliances.argmap").map
    pages = pages_of(map, "letter", laying_out)
    pdf = to_pdf(pages).pages[0]
    told = poppler_says(pdf, tmp_path, "pdfinfo", "-l", str(len(pages)))
    assert re.search(rf"^Pages: +{len(pages)}$", told, re.M)
    sizes = set(re.findall(r"size: +([\d.]+ x [\d.]+) pts", told))
    assert sizes <= {"612 x 792", "792 x 612"}
    words = words_in(pdf, tmp_path)
    for number in range(1, len(pages) + 1):
        assert f"page {number} of {len(pages)}" in words
        told = poppler_says(pdf, tmp_path, "pdftotext", "-raw", "-f", str(number), "-l", str(number))
        told = " ".join(told.split())
        assert all(f"{box.name} " in told for box in pages[number - 1].boxes if box.name)
    assert all(statement.label in words for statement in map.statements)


@poppler
def test_a_page_is_drawn_as_others_draw_it(tmp_path: Path, laying_out: engine.Engine) -> None:
    (tmp_path / "map.pdf").write_bytes(to_pdf([draw(sample(sample_maps.SHAPES), engine=laying_out)]).pages[0])
    picture = tmp_path / "map.png"
    command = ["pdftoppm", "-singlefile", "-r", "40", "-png", str(tmp_path / "map.pdf"), str(tmp_path / "map")]
    subprocess.run(command, check=True, capture_output=True)
    width, height, colours = pixels(picture.read_bytes())
    assert width > 300
    assert height > 300
    assert len(colours) > 50


def pixels(png: bytes) -> tuple[int, int, set[bytes]]:
    """A PNG's width, height and the colours of its dots, where its rows are unfiltered or filtered alike."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert depth == 8
    size = {2: 3, 6: 4}[kind]
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    raw = zlib.decompress(data)
    stride = width * size + 1
    assert len(raw) == stride * height
    rows = [raw[row * stride + 1 : (row + 1) * stride] for row in range(height)]
    return width, height, {row[x : x + size] for row in rows for x in range(0, len(row), size)}


def test_a_png_has_the_size_and_the_theme_asked_for(laying_out: engine.Engine) -> None:
    drawing = draw(sample("claim a: A.\n"), engine=laying_out)
    png = to_png([drawing], theme=Theme.DARK, dpi=72).pages[0]
    width, height, colours = pixels(png)
    assert (width, height) == (pytest.approx(drawing.width, abs=1), pytest.approx(drawing.height, abs=1))
    page = bytes.fromhex(DARK[Tone.PAGE][1:])
    assert page + b"\xff" in colours or page in colours


def test_a_png_that_no_machine_could_show_is_refused(laying_out: engine.Engine) -> None:
    drawing = draw(sample_maps.chain(5001), engine=laying_out)
    with pytest.raises(PaperError, match="million dots; take --page a4"):
        to_png([drawing])


@pytest.mark.parametrize("text", [sample_maps.SHAPES, sample_maps.LETTERS, sample_maps.HOSTILE])
def test_the_same_map_gives_the_same_bytes(text: str, laying_out: engine.Engine) -> None:
    drawing = draw(sample(text), engine=laying_out)
    assert to_pdf([drawing]) == to_pdf([drawing])
    assert to_png([drawing], dpi=36) == to_png([drawing], dpi=36)


@poppler
def test_nothing_that_a_user_writes_is_read_as_code(tmp_path: Path, laying_out: engine.Engine) -> None:
    text = 'topic: #panic("x") *b* $x$ #sys.inputs \\u{1F600} @label <tag> // no comment'
    text += '\nclaim a: #eval("1+1") = - + / 1.\n'
    pdf = to_pdf([draw(sample(text), engine=laying_out)]).pages[0]
    words = words_in(pdf, tmp_path)
    assert '#eval("1+1") = - + / 1.' in words or "#eval(“1+1”) = - + / 1." in words
    assert "*b* $x$ #sys.inputs" in words


@poppler
def test_letters_that_no_font_has_are_reported(tmp_path: Path, laying_out: engine.Engine) -> None:
    drawing = draw(sample("claim a: Nyiakeng? \U0001e7e0 and \U0003fffd there.\n"), engine=laying_out)
    paper = to_pdf([drawing])
    assert "\U0003fffd" in paper.missing
    assert "there." in words_in(paper.pages[0], tmp_path)
    assert to_png([drawing]).missing == paper.missing


def test_without_the_library_the_call_says_what_to_install(arguments: Path, tmp_path: Path) -> None:
    code = "import sys; sys.modules['typst'] = None; from argmap.cli import main; main(sys.argv[1:])"
    command = ["export", str(arguments / "in-short.argmap"), "-o", str(tmp_path / "x.pdf")]
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert "pip install typst` gets it" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_long_paper_has_bookmarks_and_no_reader_complains(arguments: Path, tmp_path: Path) -> None:
    map = load(arguments / "camp-david.argmap").map
    pages = sheets(map, "a4")
    pdf = to_pdf(pages).pages[0]
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    marks = [(mark.title, reader.get_destination_page_number(mark)) for mark in reader.outline]
    assert [title.split()[0] for title, _ in marks] == [root.label for root in homes(map).roots]
    for title, page in marks:
        assert title.split()[0] in {box.name for box in pages[page].boxes}
    if shutil.which("pdfinfo"):
        (tmp_path / "map.pdf").write_bytes(pdf)
        said = subprocess.run(["pdfinfo", tmp_path / "map.pdf"], capture_output=True, text=True, check=True)
        assert said.stderr == ""
