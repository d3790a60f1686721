"""`argmap export`: write each map in another form."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostic import Diagnostic
from ..forms import FORMS, Form, Output, form_named, form_of_file
from ..project import Member, Project, status
from .alone import Alone
from .inputs import inputs, read, report
from .looking import Given, look_for, look_options
from .outputs import Outputs, destinations, is_folder, refuse_one_file_for_many
from .shared import paths_argument, patience, print_data, shared_options, talk
from .viewing import View, parts, view_options

if TYPE_CHECKING:
    from ..diagram.layout.engine import Engine


BINARY = (b"%PDF", b"\x89PNG", b"PK")


@click.command("export")
@paths_argument
@click.option("--to", "form", type=click.Choice([form.name for form in FORMS]),
              help="The form to write.  [default: svg]")  # fmt: skip
@click.option("-o", "--output", "where", metavar="WHERE",
              help="A folder, a file (for one map), or - for standard output.")  # fmt: skip
@look_options
@click.option("--engine", metavar="NAME", help="What lays pictures out: pygraphviz, dot, tidy or a program's path.")
@click.option("--time-limit", type=click.FloatRange(0.1),
              help="Seconds that the layout of one picture may take.  [default: 60]")  # fmt: skip
@view_options
@shared_options
def command(
    paths: tuple[str, ...], form: str | None, where: str | None, given: Given, engine: str | None,
    time_limit: float | None, view: View, allow_outside: bool, quiet: bool, color: str,
) -> None:  # fmt: skip
    """Write one picture (or other form) for each map.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder.
    """
    from ..diagram.failure import EngineError, PaperError

    chosen = _form(form, where)
    lacking = False
    _refuse(chosen, given, engine, time_limit)
    items = inputs(paths)
    refuse_one_file_for_many(len(items), where, chosen.suffix)
    with _started(chosen, given, engine, time_limit or 60.0) as running:
        project = read(items, allow_outside=allow_outside)
        failed = status(project.errors)
        maps = parts([(member.input, member.map) for member in _sound(project, quiet, color)], view, quiet=quiet)
        added = chosen.added(given, view.speech)
        targets = destinations([item for item, _ in maps], where, chosen.suffix, added) if maps else []
        told: set[str] = set()
        alone = Alone(project.errors)
        outputs = Outputs((*project.maps, *project.parts), targets)
        for (item, map), target in zip(maps, targets, strict=True):
            name = str(item.path or "standard input")
            look, faults = look_for(item.path, chosen, given, allow_outside=allow_outside)
            failed = max(failed, _told(faults, told, color))
            try:
                with alone.on(name, f"writing it as {chosen.name}", expected=(EngineError, PaperError)):
                    with patience(f"drawing {name} ...", quiet=quiet):
                        output = chosen.write(map, look, running)
                    written = _write(output, target, outputs)
                    for note in output.notes:
                        talk(f"{name}: {note}")
                    if written:
                        talk(f"{name} -> {written}", quiet=quiet)
            except BrokenPipeError:
                raise
            except (EngineError, PaperError, OSError) as error:
                lacking = True  # the others may do, so this one does not stop them
                talk(f"argmap: {name}: {_why(error, target, outputs)}")
    if not maps and not failed:
        raise click.UsageError("there is no map here with statements of its own.")
    raise click.exceptions.Exit(alone.end(2 if lacking else failed))


def _form(name: str | None, where: str | None) -> Form:
    """The form that a call names, or the ending of its output. Raises click.UsageError."""
    if name:
        return form_named(name)
    if where is None or where == "-" or is_folder(where):
        return FORMS[0]
    try:
        return form_of_file(where) or FORMS[0]
    except ValueError as fault:
        raise click.UsageError(f"'{where}': {fault}. If it is to be a folder, write '{where}/'.") from fault


def _refuse(form: Form, given: Given, engine: str | None, time_limit: float | None) -> None:
    """Refuse what a form does not take. Raises click.UsageError."""
    if said := form.refused(given):
        raise click.UsageError(f"{said}.")
    for option, value in (("--engine", engine), ("--time-limit", time_limit)):
        if value is not None and not form.laid_out:
            names = ", ".join(each.name for each in FORMS if each.laid_out)
            raise click.UsageError(f"{option} is for what is laid out ({names}), not for {form.name}.")


def _told(faults: tuple[Diagnostic, ...], told: set[str], color: str) -> int:
    """Say what is wrong with settings, once for each file of them; the exit status that this gives."""
    new = [fault for fault in faults if fault.file_name not in told]
    told.update(fault.file_name for fault in new)
    if new:
        report(new, color)
    return int(bool(faults))


@contextlib.contextmanager
def _started(chosen: Form, given: Given, name: str | None, time_limit: float) -> "Iterator[Engine | None]":
    """The engine, started before the maps are read so that both take their time at once."""
    if not chosen.laid_out or given.get("layout") == "flow":
        yield None
        return
    from ..diagram.layout import engine

    with engine.start(name, time_limit=time_limit) as running:
        yield running


def _sound(project: Project, quiet: bool, color: str) -> list[Member]:
    """The maps that can be written; what is wrong with the others is said."""
    for member in project.parts:
        talk(f"{member.input.path}: only included by other maps, so it gets no picture of its own", quiet=quiet)
    report(project.errors, color)
    for member in project.maps:
        if not member.loaded.sound:
            talk(f"{member.map.file.name}: not written, because it has errors")
    return [member for member in project.maps if member.loaded.sound]


def _why(error: Exception, target: Path | None, outputs: Outputs) -> str:
    """Why a map could not be drawn or written; what should have been laid out is kept beside it."""
    from ..diagram.failure import EngineError

    if isinstance(error, OSError):
        return f"{error.filename or target or 'standard output'} cannot be written: {error.strerror or error}"
    if isinstance(error, EngineError) and target is not None and error.dot:
        with contextlib.suppress(OSError):
            return f"{error}; what was to be laid out is kept in {outputs.keep(target, error.dot.encode('utf-8'))}"
    return str(error)


def _write(output: Output, target: Path | None, outputs: Outputs) -> str:
    """Write a map's files, several as `name-01.svg` and so on; what to say of where they are."""
    if target is None:
        if len(output.files) > 1:
            raise click.UsageError(f"there are {len(output.files)} pages, and standard output takes only one.")
        _print(output.files[0])
        return ""
    if len(output.files) == 1:
        outputs.write({target: output.files[0]})
        return str(target)
    digits = max(2, len(str(len(output.files))))
    names = [target.with_stem(f"{target.stem}-{n:0{digits}}") for n in range(1, len(output.files) + 1)]
    outputs.write(dict(zip(names, output.files, strict=True)), of=target)
    return f"{names[0]} to {names[-1].name}"


def _print(data: bytes) -> None:
    """To standard output as it is; text on a terminal without what could steer it."""
    if sys.stdout.isatty() and not data.startswith(BINARY):
        print_data(data.decode("utf-8"))
    else:
        sys.stdout.buffer.write(data)
