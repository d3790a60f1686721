"""The words in a box of the flow: its label on the left, what is said to the right of it."""

from collections.abc import Sequence

from ...model import Kind, Mark, Statement
from ...values import dataclass
from .. import typography as type_
from ..drawing import Block, Chip, TextLine
from ..measure import Run
from ..signs import Anchor
from ..text.blocks import FOLD, chip_of, quoted_runs, rtl, text_line
from ..text.citation import brief_cite
from ..text.sides import SideLook
from ..typography import Tone, Type, at_least
from ..wrapping import wrap
from ..xml import clean, safe_url

PAD = 6.0
CORNER = 4.0
"""From a box's corner to the plate of its label, in points."""
LOWEST = 20.0
MOST_LINES = 48


@dataclass(frozen=True, slots=True)
class Note:
    """A small line under a statement's words."""

    words: str
    tone: Tone


def flow_block(  # noqa: PLR0913 - what a box is made of
    statement: Statement,
    look: SideLook,
    notes: Sequence[Note],
    width: float,
    *,
    main: bool = False,
    badge: bool = False,
    speech: str = "",
    least: float = 0.0,
) -> tuple[Block, Chip]:
    """The words of a statement in a box of that width. `main`: it is what a strip is about; `badge`: a badge
    will sit on its upper edge; `speech`: the one that is named; no type of it is smaller than `least`."""
    evidence = statement.kind is Kind.EVIDENCE
    raised = 4.5 if badge else 0.0
    chip, label = chip_of(statement.label, look, CORNER, CORNER + raised, least)
    left, right = CORNER + chip.width + 5, width - PAD - (FOLD / 2 if evidence else 0)
    room = right - left
    turned = rtl(clean(statement.text))
    lines: list[TextLine] = [label]
    y = PAD - 2 + raised
    said = [
        run if run.type.size >= least else Run(run.text, at_least(run.type, least))
        for run in _runs(statement, speech, main=main)
    ]
    wrapped = wrap(said, room)
    if len(wrapped) > MOST_LINES:
        lost = sum(len(run.text.split()) for line in wrapped[MOST_LINES - 1 :] for run in line)
        wrapped = [*wrapped[: MOST_LINES - 1], (Run(f"… {lost:,} more words", at_least(type_.STATEMENT, least)),)]
    url = next((safe_url(cite.source.get("url")) for cite in statement.cites), None)
    for runs in wrapped:
        y += max(run.type.leading for run in runs)
        lines.append(_line(runs, left, right, y, turned, url))
    remark = at_least(type_.REMARK, least)
    for note in notes:
        for runs in wrap([Run(clean(note.words), remark)], room):
            y += remark.leading
            lines.append(text_line(left, y - 3, [(run, note.tone) for run in runs]))
    return Block(width, max(y + PAD - 1, LOWEST), tuple(lines)), chip


def _line(  # noqa: PLR0913, PLR0917 - the fields of a line
    runs: tuple[Run, ...], left: float, right: float, y: float, turned: bool, url: str | None
) -> TextLine:
    toned = [(run, run.type.tone) for run in runs]
    cites = any(run.type.italic and run.type.tone is Tone.MUTED for run in runs)
    return text_line(
        right if turned else left,
        y - 3.4,
        toned,
        anchor=Anchor.END if turned else Anchor.START,
        rtl=turned,
        url=url if cites else None,
    )


def _runs(statement: Statement, speech: str, *, main: bool) -> list[Run]:
    """What a statement says, in the types that it is set in."""
    evidence = statement.kind is Kind.EVIDENCE
    plain = type_.MAIN_CLAIM if main else type_.EVIDENCE if evidence else type_.STATEMENT
    quote = Type(plain.size, plain.leading, bold=plain.bold, italic=True)
    runs = []
    if statement.mark and statement.mark is not Mark.DENY:
        kind = type_.NO_LINK if statement.mark is Mark.NO_LINK else type_.ANSWER_MARK
        runs.append(Run(f"{statement.mark.replace('-', ' ').upper()} ", kind))
    if statement.kind is Kind.WARRANT:
        runs.append(Run("BECAUSE ", type_.BECAUSE))
    runs += quoted_runs(clean(statement.text), plain, quote) or [Run("…", plain)]
    cited = "; ".join(brief_cite(cite) for cite in statement.cites)
    said = [word for word in (clean(cited), f"@{speech}" if speech else "") if word]
    if said:
        runs.append(Run(f" {', '.join(said)}", type_.CITATION))
    return runs
