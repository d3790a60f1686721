"""The parts of a drawing as SVG elements."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from ..drawing import Area, Badge, Block, Box, Chip, Drawing, Joint, KeyEntry, Path, Rail, TextLine, Tie, Trunk
from ..palette import Palette, Theme, palette
from ..routing.course import RADIUS, TIPS
from ..signs import Anchor, Mark, Plate, Role, Shape, Standing
from ..typography import Tone, Type
from ..xml import number, tag, text
from .ink import BOXES, LINES, Line, Tip
from .shapes import note_fold, note_outline, path_data, sign_data, strike, tip

Attributes = dict[str, str | float]


def area_id(number: int) -> str:
    """What an area is called, by its place in the drawing."""
    return f"argmap-area-{number}"


@lru_cache(maxsize=8)
def drawn_by(theme: Theme, *, words: bool = True) -> "Pen":
    """The pen of a theme. It is kept, since from one picture of a map to the next most boxes are the same."""
    return Pen(palette(theme), words=words)


class Pen:
    """Writes the parts of a drawing in the colours of one palette."""

    def __init__(self, colours: Palette, *, words: bool = True) -> None:
        self.colours = colours
        self.words = words
        self.face = cache(self._face)
        self.inside = lru_cache(maxsize=2048)(self._inside)
        self.tie = lru_cache(maxsize=2048)(self._tie)
        self.outline = lru_cache(maxsize=512)(self._outline)

    def rectangle(self, x: float, y: float, width: float, height: float, *, fill: Tone, **rest: str | float) -> str:
        """A filled rectangle."""
        return tag(
            "rect",
            {"x": x, "y": y, "width": width, "height": height, "fill": self.colours[fill], **rest},
        )

    def stroke(self, line: Line) -> Attributes:
        """How a line is stroked."""
        drawn: Attributes = {"fill": "none", "stroke": self.colours[line.tone], "stroke-width": line.width}
        if line.dash:
            drawn["stroke-dasharray"] = line.dash
        if line.dash.startswith("0.1"):
            drawn["stroke-linecap"] = "round"
        return drawn

    def area(self, area: Area, number: int) -> str:
        """A side, a section or a frame."""
        radius, width = ((10.0, 1.0), (7.0, 0.7), (8.0, 0.9))[area.level]
        outline: Attributes = {"stroke": self.colours[area.line], "stroke-width": width, "rx": radius}
        shape = self.rectangle(area.x, area.y, area.width, area.height, fill=area.tint, **outline)
        said = tag("title", {}, text(area.words))
        named: Attributes = {"id": area_id(number), "data-holds": " ".join(area.names)}
        return tag("g", {**named, "role": "graphics-object group"}, said + shape)

    def _tie(self, tie: Tie) -> str:
        """A link: its lines, its tip, and itself in words. (`tie` remembers it, as `inside` does.)"""
        line = LINES[tie.role]
        if tie.falls:
            line = replace(line, tone=Tone.RULE)
        said = tag("title", {}, text(tie.words))
        parts = [said, self.course(tie, line), self.tip(line, tie)] if tie.paths else [said, self.tip(line, tie)]
        if tie.falls and tie.paths:
            drawn: Attributes = {"fill": "none", "stroke": self.colours[Tone.INK], "stroke-width": 1.3}
            parts.append(tag("path", {"d": strike(tie.paths[0]), **drawn}))
        named: Attributes = {"id": f"argmap-{tie.name}"} if tie.name and not tie.goes_on else {}
        return tag("g", {**named, "role": "graphics-symbol img", "aria-label": tie.words}, "".join(parts))

    def course(self, tie: Tie, line: Line) -> str:
        """The lines of a link, without its tip."""
        stroke = self.stroke(line)
        data = "".join(path_data(path) for path in tie.paths)
        if line.dash:
            # Drawn from the tip, with the dashes counted by height, so that lines on one track
            # have their dashes in the same places and never close to a solid line.
            last = tie.paths[-1]
            data = "".join(path_data(path.reversed()) for path in reversed(tie.paths))
            stroke["stroke-dashoffset"] = last.end[1] if last.start[1] > last.end[1] else -last.end[1]
        return tag("path", {"d": data, **stroke})

    def trunk(self, trunk: Trunk) -> str:
        """What several links have in common: a line without a tip."""
        line = LINES[trunk.role]
        tie = Tie(trunk.role, (trunk.path,), trunk.path.end, trunk.path.end, "")
        named: Attributes = {"data-links": " ".join(trunk.names), "aria-hidden": "true"}
        return tag("g", named, self.course(tie, line))

    def tip(self, line: Line, tie: Tie) -> str:
        """What a link ends in."""
        colour = self.colours[line.tone]
        solid = line.tip is Tip.HEAD
        look: Attributes = {
            "fill": colour if solid else self.colours[Tone.PAGE],
            "stroke": colour,
            "stroke-width": {Tip.HEAD: 0.4, Tip.TEE: max(line.width * 1.5, 1.8)}.get(line.tip, 1.2),
        }
        return tag("path", {"d": tip(line.tip, tie.tip_from, tie.tip_end), **look})

    def joint(self, joint: Joint) -> str:
        """The spot on a link that others end on."""
        colour = self.colours[joint.tone]
        at: Attributes = {"cx": joint.x, "cy": joint.y}
        if joint.name:
            at["data-on"] = joint.name
        match joint.mark:
            case Mark.CIRCLE:
                return tag(
                    "circle",
                    {
                        **at,
                        "r": RADIUS,
                        "fill": self.colours[Tone.PAGE],
                        "stroke": colour,
                        "stroke-width": 1.5,
                    },
                )
            case Mark.DOT | Mark.JOIN:
                return tag("circle", {**at, "r": RADIUS * 0.75, "fill": colour})
            case _:
                return ""

    def box(self, box: Box) -> str:
        """A statement or the topic, and itself in words."""
        # An image hides what it holds from those who do not see it; a link must be there for them.
        linked = any(line.url for line in box.block.lines)
        label: Attributes = {"role": "group" if linked else "graphics-symbol img", "aria-label": box.words}
        if box.name:
            label["id"] = box.name
            if box.leads:
                label |= {"data-leads": box.leads, "data-link": box.link}
        else:
            label["data-topic"] = ""
        place: Attributes = {**label, "transform": f"translate({number(box.x)} {number(box.y)})"}
        inner = tag("title", {}, text(box.words)) + self.inside(
            box.block, box.shape, box.accent, box.fill, box.chip, box.badge
        )
        if box.leads:
            return tag("a", {"href": f"#{box.leads}", "aria-label": box.words}, tag("g", place, inner))
        return tag("g", place, inner)

    def _inside(  # noqa: PLR0913, PLR0917 - all that it follows from
        self, block: Block, shape: Shape, accent: Tone, fill: Tone | None, chip: Chip | None, badge: Badge | None
    ) -> str:
        """What a box shows, wherever it stands. (`inside` remembers it: see `drawn_by`.)"""
        parts = [
            *self.outline(shape, block.width, block.height, fill),
            self.chip(chip, accent) if chip else "",
            self.badge(badge) if badge else "",
            *(self.line(line) for line in block.lines),
        ]
        return "".join(parts)

    def chip(self, chip: Chip, accent: Tone) -> str:
        """What a label stands in: filled for the first side, outlined for the second."""
        if chip.plate is Plate.PLAIN:
            return ""
        colour = self.colours[accent]
        outline: Attributes = {"stroke": colour, "stroke-width": 0.9, "rx": 3.0}
        if chip.plate is Plate.DASHED:
            outline["stroke-dasharray"] = "2.2 1.4"
        fill = accent if chip.plate is Plate.FILLED else Tone.PAGE
        drawn = self.rectangle(chip.x, chip.y, chip.width, chip.height, fill=fill, **outline)
        if chip.plate is Plate.BARRED:
            drawn += self.rectangle(chip.x, chip.y, 3, chip.height, fill=accent)
        return drawn

    def rail(self, rail: Rail) -> str:
        """A plain line that is no link."""
        stroke: Attributes = {"fill": "none", "stroke": self.colours[rail.tone], "stroke-width": rail.width}
        if rail.dash:
            stroke["stroke-dasharray"] = rail.dash
        held: Attributes = {"data-rail": " ".join(rail.names)}
        if rail.spine:
            held["data-spine"] = ""
        return tag("path", {"d": path_data(rail.path), **stroke, **held, "stroke-linecap": "round"})

    def badge(self, badge: Badge) -> str:
        """A badge without its word: dark with a tick, light with a tick (weakened) or a cross, dashed with
        a ring."""
        ink, page = self.colours[Tone.INK], self.colours[Tone.PAGE]
        dark = badge.standing is Standing.STANDS
        stroke: Attributes = {"stroke": ink, "stroke-width": 1.0}
        if badge.standing is Standing.OPEN:
            stroke["stroke-dasharray"] = "2.2 1.6"
        fill = Tone.INK if dark else Tone.PAGE
        half = badge.height / 2
        pill = self.rectangle(badge.x, -half, badge.width, badge.height, fill=fill, rx=half, **stroke)
        sign: Attributes = {"d": sign_data(badge.standing, badge.x + 4.5), "fill": "none", "stroke-width": 1.3}
        return pill + tag("path", {**sign, "stroke": page if dark else ink})

    def _outline(self, shape: Shape, width: float, height: float, tint: Tone | None = None) -> Sequence[str]:
        """A box without its words. (`outline` remembers it: most boxes have the size of some other.)"""
        look = BOXES[shape]
        filled = tint or look.fill
        stroke: Attributes = {"stroke": self.colours[look.tone], "stroke-width": look.width}
        if look.dash:
            stroke["stroke-dasharray"] = look.dash
        if shape is Shape.EVIDENCE:
            fill = self.colours[filled]
            return [
                tag(
                    "path",
                    {"d": note_outline(width, height), "fill": fill, **stroke, "stroke-linejoin": "round"},
                ),
                tag("path", {"d": note_fold(width), "fill": "none", **stroke}),
            ]
        outer = self.rectangle(0, 0, width, height, fill=filled, rx=look.radius, **stroke)
        if shape is not Shape.LINK_REBUTTAL:
            return [outer]
        inset = {"rx": 1.0, **stroke}
        return [outer, self.rectangle(2.8, 2.8, width - 5.6, height - 5.6, fill=filled, **inset)]

    def line(self, line: TextLine) -> str:
        """One line of text. Where every letter's width is known, it keeps that width in any font."""
        if not self.words:
            return ""
        place = f' x="{number(line.x)}" y="{number(line.y)}"'
        if len(line.runs) == 1:
            (run, tone) = line.runs[0]
            place += self.face(run.type, tone)
            inner = text(run.text)
        else:
            inner = "".join([f"<tspan{self.face(run.type, tone)}>{text(run.text)}</tspan>" for run, tone in line.runs])
        if line.anchor is Anchor.END and not line.rtl:
            place += ' text-anchor="end"'
        if line.rtl:
            place += ' direction="rtl"'
        if line.exact:
            place += f' textLength="{number(line.width)}" lengthAdjust="spacingAndGlyphs"'
        written = f'<text{place} xml:space="preserve">{inner}</text>'
        if line.url is None:
            return written
        return tag("a", {"href": line.url, "target": "_blank", "rel": "noopener noreferrer"}, written)

    def title(self, area: Area, number: int) -> str:
        """What is written on an area, with the lines that run behind it kept off it.

        Not by the words' own outline: programs without `paint-order` would paint that over the letters,
        and a second text below them is read twice.
        """
        if not area.lines:
            return ""
        inner = "".join(self.halo(line, area.tint) + self.line(line) for line in area.lines)
        return tag("g", {"data-of": area_id(number)}, inner)

    def heading(self, line: TextLine) -> str:
        """A heading within the picture."""
        return tag("g", {"data-heading": ""}, self.line(line)) if self.words else ""

    def halo(self, line: TextLine, tone: Tone) -> str:
        """What keeps lines off a text."""
        left = line.x - line.width if line.anchor is Anchor.END else line.x
        size = max(run.type.size for run, _ in line.runs)
        return self.rectangle(left - 1, line.y - size * 0.8, line.width + 2, size, fill=tone)

    def _face(self, type: Type, tone: Tone) -> str:
        """How a run of text is set, as attributes: as short a way as there is, since most of a picture is text."""
        weight = ' font-weight="bold"' if type.bold else ""
        slope = ' font-style="italic"' if type.italic else ""
        return f' font-size="{number(type.size)}" fill="{self.colours[tone]}"{weight}{slope}'

    def key(self, drawing: Drawing) -> str:
        """The key below the picture, under its rule."""
        y = drawing.key_top
        rule: Attributes = {"d": f"M26 {number(y)}H{number(drawing.width - 26)}", "fill": "none"}
        parts = [tag("path", {**rule, "stroke": self.colours[Tone.RULE], "stroke-width": 0.7})]
        for entry in drawing.key:
            parts.append(self.sample(entry))
            parts.append(self.line(entry.line))
        return "".join(parts)

    def sample(self, entry: KeyEntry) -> str:
        """What an entry of the key shows."""
        x, y = entry.x, entry.y
        match entry.sample:
            case Role() as role:
                end = (x + 33, y)
                back = (end[0] - TIPS[role], y)
                return self.tie_sample(role, Path((x, y), ((back,),)), back, end)
            case Shape() as shape:
                drawn = "".join(self.outline(shape, 30, 15))
                return tag("g", {"transform": f"translate({number(x + 2)} {number(y - 7.5)})"}, drawn)
            case Mark() as mark:
                return self.joint(Joint(x + 16, y, mark, Tone.SUPPORT))
            case (Plate() as plate, Tone() as accent, Tone()):
                return self.chip(Chip(x + 8, y - 6, 22, 12, plate), accent)
            case Tone():
                outline: Attributes = {"stroke": self.colours[Tone.NOTE_LINE], "stroke-width": 0.9, "rx": 5.0}
                return self.rectangle(x + 2, y - 7.5, 30, 15, fill=Tone.PAGE, **outline)
            case _:
                return self._struck_sample(Path((x, y), (((x + 30, y),),))) if entry.sample else ""

    def _struck_sample(self, path: Path) -> str:
        """A line of which a verdict says that it falls."""
        line = tag("path", {"d": path_data(path), **self.stroke(replace(LINES[Role.REBUT], tone=Tone.RULE))})
        crossed: Attributes = {"fill": "none", "stroke": self.colours[Tone.INK], "stroke-width": 1.3}
        return line + tag("path", {"d": strike(path), **crossed})

    def tie_sample(self, role: Role, path: Path, back: tuple[float, float], end: tuple[float, float]) -> str:
        """A short line as the key shows it."""
        line = LINES[role]
        drawn = tag("path", {"d": path_data(path), **self.stroke(line)})
        return drawn + self.tip(line, Tie(role, (path,), back, end, ""))
