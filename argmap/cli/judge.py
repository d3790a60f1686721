"""`argmap judge`: who wins by the map, which statements stand, and why."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from ..english import no_such
from ..model import ArgumentMap, Node, Statement
from ..project import status
from .alone import Alone
from .inputs import opened, report
from .shared import coloured, paths_argument, print_data, shared_options, style, talk, width

if TYPE_CHECKING:
    from ..judging.inquiry import Questions
    from ..project.project import Member

    Asked = tuple[ArgumentMap, Questions]
    Meant = Mapping[str, Node | None]
    """What the names of a call mean in one map."""

BALLOT = "ballot"
"""What `--flip` calls the question who wins (a statement of that id comes first)."""

HINT = "--why ID follows a verdict to the ground, --flip ID says what would change it; --help has more."


@click.command("judge")
@paths_argument
@click.option("--why", metavar="ID", multiple=True, help="Follow the verdict on ID to the ground.")
@click.option("--drop", metavar="ID", multiple=True, help="What if ID were lost? Prints what changes.")
@click.option("--concede", metavar="ID", multiple=True, help="What if nobody contested ID any more?")
@click.option("--answer", metavar="ID", multiple=True,
              help="What if ID, or the link 'ID -> ID', met a new rebuttal that nobody answers?")  # fmt: skip
@click.option("--flip", metavar="ID", multiple=True,
              help="The smallest change that turns the verdict on ID, or on 'ballot': who wins.")  # fmt: skip
@click.option("--weak-points", is_flag=True, help="The statements each of which alone can lose a main claim.")
@click.option("--bar", is_flag=True, help="What stands for a judge who ignores the weaker evidence.")
@click.option("--worth", is_flag=True, help="What each card is worth to each main claim.")
@click.option("--no-speeches", is_flag=True, help="Count what came too late, or was not extended, all the same.")
@click.option("--tally", is_flag=True, help="A second opinion on the strengths, by adding up.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to print it.")  # fmt: skip
@shared_options
def command(
    paths: tuple[str, ...], form: str, allow_outside: bool, quiet: bool, color: str,
    why: tuple[str, ...], drop: tuple[str, ...], concede: tuple[str, ...], answer: tuple[str, ...],
    flip: tuple[str, ...], weak_points: bool, bar: bool, worth: bool, no_speeches: bool, tally: bool,
) -> None:  # fmt: skip
    """Print who wins by the map, which statements stand, which fall, which are open, and why.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder. ID is a statement's id or its label. --drop, --concede and --answer may be given
    together, any number of times; what else is asked is then asked of what they leave. A map is
    judged as it is drawn.

    With two sides the first line says who wins. A side's reasons are its main claims and its turns that
    stand. Where both have reasons, an `outweigh` that stands unanswered decides, if it answers the other
    side's main claims or turns, or what these rest on; one that outweighs a mere answer weighs that
    answer alone.
    """
    project = opened(paths, allow_outside=allow_outside)
    if project.errors:
        report(project.errors, color)
        from ..judging.words.text import FAULTY

        talk(FAULTY, quiet=quiet)
    alone = Alone(project.errors)
    names = (*why, *drop, *concede, *answer, *(name for name in flip if name != BALLOT))
    meant = _meant(project.maps, names, alone)
    moves = {"drop": drop, "concede": concede, "answer": answer}
    flags = {"weak_points": weak_points, "bar": bar, "worth": worth, "tally": tally, "speeches": not no_speeches}
    asked: list[Asked] = []
    for member, nodes in meant:
        with alone.on(member.name, "what is asked of it"):
            asked.append((member.map, _questions(member, nodes, moves, why, flip, flags, quiet=quiet)))
    from ..judging.search.solver import NoSolverError

    try:
        (_print_json if form == "json" else _print_text)(asked, len(project.maps), color, alone)
    except NoSolverError as missing:
        raise click.ClickException(f"To find what would change a verdict on this map, {missing}") from missing
    if form == "text" and any(questions.whole for _, questions in asked):
        talk(HINT, quiet=quiet)
    raise click.exceptions.Exit(alone.end(status(project.errors)))


def _meant(maps: "Sequence[Member]", names: Sequence[str], alone: Alone) -> "list[tuple[Member, Meant]]":
    """The statements and links of each map that are meant by some names. Raises click.UsageError for a name
    that no map has, and for a link where a statement is wanted."""
    from ..judging.moves import find

    found: list[tuple[Member, Meant]] = []
    for member in maps:
        with alone.on(member.name, "what is asked of it"):
            found.append((member, {name: find(member.map, name) for name in (*names, BALLOT)}))
    for name in names:
        if len(found) == len(maps) and not any(nodes[name] for _, nodes in found):
            known = [] if "->" in name else [each.name for member in maps for each in member.map.statements]
            raise click.UsageError(no_such("link" if "->" in name else "statement", name, known))
    return found


def _questions(
    member: "Member",
    meant: "Meant",
    moves: dict[str, tuple[str, ...]],
    why: Sequence[str],
    flip: Sequence[str],
    flags: dict[str, bool],
    *,
    quiet: bool,
) -> "Questions":
    """What is asked of one map, whose statements are meant by the names that it has."""
    from ..judging.inquiry import Questions
    from ..judging.moves import Move, MoveKind

    map, settings = member.map, member.settings
    presumption = next((side for side in map.sides if side.id == settings.presumption), None)
    if settings.presumption and map.sides and presumption is None:
        words = f"{map.file.name} has no side `{settings.presumption}`: the setting `presumption` does not count there."
        talk(words, quiet=quiet)

    def nodes(names: Sequence[str], *, links: bool = False) -> list[Node]:
        for name in names:
            if meant[name] is not None and not links and not isinstance(meant[name], Statement):
                raise click.UsageError(f"'{name}' is a link: only --answer takes one.")
        return [node for name in names if (node := meant[name]) is not None]

    def statements(names: Sequence[str]) -> tuple[Statement, ...]:
        return tuple(node for node in nodes(names) if isinstance(node, Statement))

    of_ballot = BALLOT in flip and meant[BALLOT] is None
    return Questions(
        tuple(Move(kind, node) for kind in MoveKind for node in nodes(moves[kind], links=kind is MoveKind.ANSWER)),
        statements(why),
        statements([name for name in flip if not (of_ballot and name == BALLOT)]),
        of_ballot,
        flags["weak_points"],
        flags["bar"],
        flags["worth"],
        flags["tally"],
        presumption,
        flags["speeches"],
        settings.second_rebuttal,
    )


def _print_text(asked: "Sequence[Asked]", all: int, color: str, alone: Alone) -> None:
    from ..judging.inquiry import inquire
    from ..judging.search.solver import NoSolverError
    from ..judging.words.lines import SIGNS, WEAKENED_SIGN
    from ..judging.words.text import as_lines
    from ..report.text import clean

    columns = min(width(80), 100)
    paint, colour = style(color, err=False), coloured(color, err=False)
    for number, (map, questions) in enumerate(asked):
        if all > 1:
            click.echo(("\n" if number else "") + paint(f"== {clean(map.file.name)}", "place"), color=colour)
        with alone.on(map.file.name, "the verdict", expected=(NoSolverError,)):
            for line in as_lines(inquire(map, questions), columns):
                shown = clean(line)
                head = shown.startswith((*(f"  {sign}" for sign in (*SIGNS.values(), WEAKENED_SIGN)), "By this map "))
                click.echo(paint(shown, "strong") if head else shown, color=colour)


def _print_json(asked: "Sequence[Asked]", all: int, _: str, alone: Alone) -> None:
    from ..judging.inquiry import inquire
    from ..judging.search.solver import NoSolverError
    from ..judging.words.data import several, to_json

    found = []
    for map, questions in asked:
        with alone.on(map.file.name, "the verdict", expected=(NoSolverError,)):
            found.append(to_json(inquire(map, questions)))
    print_data(f"{found[0] if all == len(found) == 1 else several(found)}\n")
