"""Slides as a PowerPoint file, by the library python-pptx: native shapes and text that can be edited."""

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

from ..diagram.failure import PaperError
from ..diagram.measure import ALLOWANCE, width
from ..diagram.palette import Palette, Theme, palette
from ..diagram.signs import Plate, Role, Shape, Standing
from ..diagram.sketch.sketch import role_of, shape_of
from ..diagram.text.blocks import shortened
from ..diagram.text.captions import file_name
from ..diagram.text.sides import SideLook, SideLooks
from ..diagram.text.told import NOTHING, Told
from ..diagram.text.words import link_words
from ..diagram.typography import Tone
from ..diagram.xml import clean
from ..formats.outline import as_outline
from ..graph.selecting import branch, part
from ..installing import how_to_get
from ..model import ArgumentMap, Mark, Statement
from ..papers.zipping import zipped
from .builds import timing
from .deck import (
    BODIES,
    BODY,
    CHIP,
    COLUMN,
    MARGIN,
    PAD,
    TALL,
    TITLE,
    TITLE_TOP,
    WIDE,
    Card,
    Deck,
    Slide,
    cited,
    deck,
    mark,
    words,
)

if TYPE_CHECKING:
    from pptx.presentation import Presentation

Place = tuple[float, float, float, float]
"""Left, top, width and height, in points."""
Said = tuple[str, float, Tone, bool, bool]
"""Words, their size in points, their colour, whether they are bold, whether italic."""
POINT = 12700
"""English Metric Units in a point."""
FONT = "Arial"
ANY_DAY = dt.datetime(1980, 1, 1)
MOST_CLAIMS = 12
"""So many main claims are listed on the first slide."""
LIST = 820.0
"""The room for a line of that list, in points."""
DASHES = {Role.REBUT: "dash", Role.REBUT_LINK: "sysDot"}
TIPS = {Role.REBUT: "none", Role.REBUT_LINK: "diamond"}
TONES = {Role.REBUT: Tone.REBUT, Role.REBUT_LINK: Tone.LINK_REBUT}
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def to_pptx(map: ArgumentMap, *, title: str | None = None, told: Told = NOTHING, theme: Theme = Theme.LIGHT) -> bytes:
    """A map as a presentation: the main claims on the first slide, then each with its answers, one press for
    each. What no slide shows stands in the notes. The same map gives the same bytes. Raises PaperError.
    """
    try:
        from pptx import Presentation
        from pptx.util import Emu
    except ImportError as error:
        way_out = f"`{how_to_get('python-pptx')}` gets it"
        raise PaperError(f"slides need the library python-pptx, which is not installed: {way_out}") from error
    show = Presentation()
    show.slide_width, show.slide_height = Emu(round(WIDE * POINT)), Emu(round(TALL * POINT))
    topic = map.topic.text if map.topic else ""
    said = clean(title if title is not None else topic) or file_name(map) or "Argument map"
    hand = _Hand(map, show, said, told, palette(theme))
    made = deck(map, told)
    hand.first(made)
    for slide in made.slides:
        hand.slide(slide)
    properties = show.core_properties
    properties.title, properties.author, properties.last_modified_by = said, "", ""
    properties.created = properties.modified = ANY_DAY
    buffer = io.BytesIO()
    show.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return zipped({name: archive.read(name) for name in sorted(archive.namelist(), key=_order)})


def _order(name: str) -> tuple[bool, str]:
    """The list of what is in the file comes first in it."""
    return name != "[Content_Types].xml", name


class _Hand:
    """Draws the slides of one map."""

    def __init__(self, map: ArgumentMap, show: "Presentation", title: str, told: Told, colours: Palette) -> None:
        self.map = map
        self.show = show
        self.title = title
        self.told = told
        self.colours = colours
        self.looks = SideLooks(map)

    def first(self, made: Deck) -> None:
        """The slide that names the topic and its main claims."""
        slide = self._empty(self.title, (MARGIN, 34, WIDE - 2 * MARGIN, 84), 30)
        said = [clean(self.told.lead)] if self.told.lead else []
        said += [f"{side.id.upper()}: {clean(side.name)}" for side in self.map.sides]
        self._text(slide.shapes, " · ".join(said), (MARGIN, 118, WIDE - 2 * MARGIN, 40), Tone.MUTED, size=16)
        lines = [f"{words(claim, 80)}  ({note})" for claim, note in made.claims[:MOST_CLAIMS]]
        fitting = (each for each in BODIES if all(width(line, each) * ALLOWANCE <= LIST for line in lines))
        body = next(fitting, BODY) if len(lines) <= 8 else BODY
        for number, (claim, _) in enumerate(made.claims[:MOST_CLAIMS]):
            y = 170 + number * min(46.0, 330.0 / min(len(made.claims), MOST_CLAIMS))
            self._chip(slide.shapes, claim, MARGIN, y)
            place = (MARGIN + CHIP[0] + 6, y + CHIP[1] / 2 - 4 - body.leading / 2, LIST, 28)
            self._text(slide.shapes, lines[number], place, Tone.INK, size=body.size)
        if len(made.claims) > MOST_CLAIMS:
            more = f"and {len(made.claims) - MOST_CLAIMS:,} more main claims, on the slides that follow"
            self._text(slide.shapes, more, (MARGIN, 505, 700, 28), Tone.MUTED)

    def slide(self, made: Slide) -> None:
        """A slide about a main claim: its answers come one by one."""
        of = f" ({made.number} of {made.of})" if made.of > 1 else ""
        claim = made.claim
        left, wide = MARGIN + CHIP[0] + 8, WIDE - 2 * MARGIN - 52
        tall = made.lines * TITLE.leading
        slide = self._empty(f"{made.title}{of}", (left, TITLE_TOP, wide, tall), TITLE.size)
        self._chip(slide.shapes, claim, MARGIN, 37)
        self._text(slide.shapes, shortened(self.title, BODY, wide), (MARGIN, 6, wide, 26), Tone.MUTED)
        self._text(slide.shapes, made.note, (left, TITLE_TOP + tall, wide, 26), Tone.MUTED)
        self._text(slide.shapes, file_name(self.map), (MARGIN, 508, 700, 26), Tone.MUTED)
        drawn: dict[Statement, Any] = {}
        steps: list[int] = []
        for card in made.cards:
            if card.answers is None or card.again:
                drawn[card.statement] = self._card(slide.shapes, card, made)
                if card.answers:
                    self._line(slide.shapes, card, drawn)
                continue
            group = slide.shapes.add_group_shape()
            group.name = link_words(card.answers[0])
            drawn[card.statement] = self._card(group.shapes, card, made)
            self._line(group.shapes, card, drawn)
            steps.append(group.shape_id)
        if steps:
            from lxml import etree

            slide.element.append(etree.fromstring(timing(steps)))
        if made.number == 1:
            below = branch(self.map, [claim], len(self.map.statements))
            slide.notes_slide.notes_text_frame.text = clean_lines(as_outline(part(self.map, below, "")))

    def _empty(self, title: str, place: Place, size: float) -> Any:
        slide = self.show.slides.add_slide(self.show.slide_layouts[5])  # a title alone
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = self._rgb(Tone.PAGE)
        shape = slide.shapes.title
        self._at(shape, place)
        self._write(shape, [(title, size, Tone.INK, True, False)], inset=(0, 0), middle=False)
        return slide

    def _card(self, shapes: Any, card: Card, slide: Slide) -> Any:
        """A box with its label, as the picture's boxes look."""
        from pptx.enum.shapes import MSO_SHAPE

        statement, look = card.statement, self.looks.of(card.statement)
        shape = shape_of(statement)
        rounded = shape in (Shape.CLAIM, Shape.REBUTTAL)
        box = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE if rounded else MSO_SHAPE.RECTANGLE, 0, 0, 1, 1)
        self._at(box, (card.x, card.y, COLUMN, card.height))
        if rounded:
            box.adjustments[0] = min(0.5, 9 / min(card.height, COLUMN))
        self._fill(box, look.tint if look.tint is not Tone.PAGE else Tone.PAGE)
        tone = Tone.LINK_REBUT if shape is Shape.LINK_REBUTTAL else Tone.INK
        line = self._outline(box, tone, 1.2 if shape is not Shape.LINK_REBUTTAL else 3.0)
        if shape is Shape.REBUTTAL:
            self._add(line, "prstDash", val="dash")
        if shape is Shape.LINK_REBUTTAL:
            line.set("cmpd", "dbl")
        said = self._said(statement, slide.body.size, itself=statement is slide.claim)
        self._write(box, said, inset=(CHIP[0] + PAD + 2, PAD), middle=False)
        box.name = f"{statement.label}{', continued' if card.again else ''}"
        self._chip(shapes, statement, card.x + 4, card.y + PAD + (slide.body.leading - CHIP[1]) / 2)
        return box

    def _said(self, statement: Statement, size: float, *, itself: bool) -> list[Said]:
        """What a box says, in letters of a size; of the claim in the slide's title, no more than that it is it."""
        if itself:
            return [("the claim itself", size, Tone.INK, False, True)]
        said: list[Said] = []
        if mark(statement):
            said.append(
                (
                    f"{mark(statement)} ",
                    size,
                    Tone.LINK_REBUT if statement.mark is Mark.NO_LINK else Tone.REBUT,
                    True,
                    False,
                )
            )
        said.append((words(statement), size, Tone.INK, False, False))
        if cited(statement):
            said.append((f" {cited(statement)}", size, Tone.MUTED, False, True))
        verdict = self.told.verdicts.get(statement, Standing.STANDS)
        if verdict != Standing.STANDS:
            said.append((f" ({verdict})", size, Tone.INK, True, False))
        return said

    def _chip(self, shapes: Any, statement: Statement, x: float, y: float) -> None:
        """A label on its plate: filled for the first side, outlined for the second."""
        from pptx.enum.shapes import MSO_SHAPE

        look: SideLook = self.looks.of(statement)
        chip = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, 0, 0, 1, 1)
        self._at(chip, (x, y, *CHIP))
        filled = look.plate is Plate.FILLED
        self._fill(chip, look.accent if filled else Tone.PAGE)
        self._outline(chip, look.accent, 0.0 if look.plate is Plate.PLAIN else 1.2)
        self._write(chip, [(statement.label, 14, look.label, True, False)], inset=(0, 0), centred=True)
        chip.text_frame.word_wrap = False
        chip.name = f"label {statement.label}"

    def _line(self, shapes: Any, card: Card, drawn: dict[Statement, Any]) -> None:
        """A link: from an answer to what it answers."""
        from pptx.enum.shapes import MSO_CONNECTOR

        assert card.answers is not None
        link, target = card.answers
        role = role_of(link)
        box, other = drawn[card.statement], drawn[target]
        level = abs((box.top + box.height / 2) - (other.top + other.height / 2)) < POINT
        kind = MSO_CONNECTOR.STRAIGHT if level else MSO_CONNECTOR.ELBOW
        line = shapes.add_connector(kind, 0, 0, 0, 0)
        line.begin_connect(box, 1)
        line.end_connect(other, 3)
        drawn_line = self._outline(line, TONES.get(role, Tone.SUPPORT), 1.8)
        self._add(drawn_line, "prstDash", val=DASHES.get(role, "solid"))
        self._add(drawn_line, "tailEnd", type=TIPS.get(role, "triangle"))
        line.name = link_words(link)
        line._element.nvCxnSpPr.cNvPr.set("descr", link_words(link))
        if role is Role.REBUT:  # PowerPoint's lines have no bar at their ends
            x, y = other.left + other.width + round(2.5 * POINT), other.top + other.height // 2
            bar = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, y - 6 * POINT, x, y + 6 * POINT)
            self._outline(bar, Tone.REBUT, 3.0)
            bar.name = "bar"

    # The library's own ways

    def _at(self, shape: Any, place: Place) -> None:
        shape.left, shape.top, shape.width, shape.height = (round(each * POINT) for each in place)

    def _rgb(self, tone: Tone) -> Any:
        from pptx.dml.color import RGBColor

        colour = self.colours[tone]
        made: Any = RGBColor
        return made.from_string(colour[1:])

    def _fill(self, shape: Any, tone: Tone) -> None:
        shape.fill.solid()
        shape.fill.fore_color.rgb = self._rgb(tone)

    def _outline(self, shape: Any, tone: Tone, width: float) -> Any:
        """A shape's line, and nothing of the theme's; its element, for what the library does not know."""
        for style in shape._element.xpath("p:style"):
            shape._element.remove(style)
        if not width:
            shape.line.fill.background()
        else:
            shape.line.color.rgb = self._rgb(tone)
            shape.line.width = round(width * POINT)
        return shape.line._get_or_add_ln()

    def _add(self, line: Any, name: str, **attributes: str) -> None:
        from lxml import etree

        etree.SubElement(line, f"{{{DRAWING}}}{name}", attributes)

    def _text(self, shapes: Any, said: str, place: Place, tone: Tone, size: float = BODY.size) -> None:
        box = shapes.add_textbox(0, 0, 1, 1)
        self._at(box, place)
        self._write(box, [(said, size, tone, False, False)], inset=(0, 4), middle=False)

    def _write(
        self,
        shape: Any,
        said: list[Said],
        *,
        inset: tuple[float, float],
        middle: bool = True,
        centred: bool = False,
    ) -> None:
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
        from pptx.util import Pt

        frame = shape.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        frame.margin_left, frame.margin_right = round(inset[0] * POINT), round(min(inset[0], PAD) * POINT)
        frame.margin_top = frame.margin_bottom = round((min(inset[1], 4) if middle else inset[1]) * POINT)
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
        for text, size, tone, bold, italic in said:
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold, run.font.italic, run.font.name = Pt(size), bold, italic, FONT
            run.font.color.rgb = self._rgb(tone)


def clean_lines(text: str) -> str:
    """Lines of words without what XML cannot hold."""
    return "\n".join(" " * (len(line) - len(line.lstrip())) + clean(line) for line in text.splitlines())
