"""`argmap export`: write each map in another form."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project import Member, Project, open_project, status
from .forms import FORMATS, ON_PAPER, ON_SCREEN, Format, Output, Picture
from .inputs import inputs, report
from .outputs import destinations, refuse_one_file_for_many, write_whole
from .shared import paths_argument, patience, print_data, shared_options, talk
from .viewing import View, parts, view_options

if TYPE_CHECKING:
    from ..diagram.layout.engine import Engine


BINARY = (b"%PDF", b"\x89PNG")


@click.command("export")
@paths_argument
@click.option("--to", "form", type=click.Choice(list(FORMATS)), help="The form to write.  [default: svg]")
@click.option("-o", "--output", "where", metavar="WHERE",
              help="A folder, a file (for one map), or - for standard output.")  # fmt: skip
@click.option("--title", help="A title in place of the topic.")
@click.option(
    "--theme", type=click.Choice(["auto", "light", "dark", "print"]), default="auto", show_default=True,
    help="The colours of a picture; auto follows the reader's screen and prints light.",
)  # fmt: skip
@click.option("--no-key", is_flag=True, help="Leave out the key to a picture's signs.")
@click.option("--orientation", type=click.Choice(["left", "right", "top", "bottom"]), default="left", show_default=True,
              help="Where the conclusion stands.")  # fmt: skip
@click.option("--width-chars", type=click.IntRange(12, 80),
              help="Letters in a line of a claim.  [default: 28; on paper 25]")  # fmt: skip
@click.option("--engine", metavar="NAME", help="What lays pictures out: pygraphviz, dot, tidy or a program's path.")
@click.option("--time-limit", type=click.FloatRange(0.1), default=60.0, show_default=True,
              help="Seconds that the layout of one picture may take.")  # fmt: skip
@click.option("--page", type=click.Choice(["a4", "a3", "letter", "slide"]),
              help="Write sheets of this size, to be read when printed: an overview, then each top claim.")  # fmt: skip
@click.option("--verdicts", is_flag=True, help="Mark what stands, falls or is open, as `argmap judge` finds it.")
@view_options
@shared_options
def command(
    paths: tuple[str, ...], form: str | None, where: str | None, title: str | None, theme: str,
    no_key: bool, orientation: str, width_chars: int | None, engine: str | None, time_limit: float,
    page: str | None, verdicts: bool, view: View, allow_outside: bool, quiet: bool, color: str,
) -> None:  # fmt: skip
    """Write one picture (or other form) for each map.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder.
    """
    from ..diagram.failure import EngineError, PaperError

    chosen = FORMATS[form or _by_suffix(where)]
    lacking = False
    if page and not chosen.paged:
        raise click.UsageError("--page is for pdf, svg and png.")
    if verdicts and not chosen.laid_out:
        raise click.UsageError("--verdicts is for svg, html, pdf and png.")
    wrap = width_chars or (ON_PAPER if page else ON_SCREEN)
    picture = Picture(theme, title, not no_key, wrap, page, verdicts, orientation)
    items = inputs(paths)
    refuse_one_file_for_many(len(items), where, chosen.suffix)
    with _started(chosen, engine, time_limit) as running:
        project = open_project(items, allow_outside=allow_outside)
        failed = status(project.errors)
        maps = parts([(member.input, member.map) for member in _sound(project, quiet, color)], view, quiet=quiet)
        targets = destinations([item for item, _ in maps], where, chosen.suffix) if maps else []
        for (item, map), target in zip(maps, targets, strict=True):
            name = str(item.path or "standard input")
            try:
                with patience(f"drawing {name} ...", quiet=quiet):
                    output = chosen.write(map, picture, running)
                written = _write(output, target)
            except (EngineError, PaperError, OSError) as error:
                lacking = True  # the others may do, so this one does not stop them
                talk(f"argmap: {name}: {_why(error, target)}")
                continue
            for note in output.notes:
                talk(f"{name}: {note}")
            if written:
                talk(f"{name} -> {written}", quiet=quiet)
    if not maps and not failed:
        raise click.UsageError("there is no map here that says anything by itself.")
    raise click.exceptions.Exit(2 if lacking else failed)


def _by_suffix(where: str | None) -> str:
    suffix = Path(where).suffix if where else ""
    return next((name for name, form in FORMATS.items() if form.suffix == suffix), "svg")


@contextlib.contextmanager
def _started(chosen: Format, name: str | None, time_limit: float) -> "Iterator[Engine | None]":
    """The engine, started before the maps are read so that both take their time at once."""
    if not chosen.laid_out:
        yield None
        return
    from ..diagram.layout import engine

    with engine.start(name, time_limit=time_limit) as running:
        yield running


def _sound(project: Project, quiet: bool, color: str) -> list[Member]:
    """The maps that can be written; what is wrong with the others is said."""
    for member in project.parts:
        talk(f"{member.input.path}: only included by others, no picture of its own", quiet=quiet)
    report(project.errors, color)
    for member in project.maps:
        if not member.loaded.sound:
            talk(f"{member.map.file.name}: not written, as it has errors")
    return [member for member in project.maps if member.loaded.sound]


def _why(error: Exception, target: Path | None) -> str:
    """Why a map could not be drawn or written; what should have been laid out is kept beside it."""
    from ..diagram.failure import EngineError

    if isinstance(error, OSError):
        return f"{target} cannot be written: {error.strerror or error}"
    if isinstance(error, EngineError) and target is not None and error.dot:
        saved = target.with_suffix(".dot")
        write_whole(saved, error.dot.encode("utf-8"))
        return f"{error}; what was to be laid out is kept in {saved}"
    return str(error)


def _write(output: Output, target: Path | None) -> str:
    """Write a map's files, several as `name-01.svg` and so on; what to say of where they are."""
    if target is None:
        if len(output.files) > 1:
            raise click.UsageError(f"there are {len(output.files)} pages; standard output takes one.")
        _print(output.files[0])
        return ""
    if len(output.files) == 1:
        write_whole(target, output.files[0])
        return str(target)
    digits = max(2, len(str(len(output.files))))
    names = [target.with_stem(f"{target.stem}-{n:0{digits}}") for n in range(1, len(output.files) + 1)]
    for name, data in zip(names, output.files, strict=True):
        write_whole(name, data)
    return f"{names[0]} to {names[-1].name}"


def _print(data: bytes) -> None:
    """To standard output as it is; text on a terminal without what could steer it."""
    if sys.stdout.isatty() and not data.startswith(BINARY):
        print_data(data.decode("utf-8"))
    else:
        sys.stdout.buffer.write(data)
