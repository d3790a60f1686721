"""`argmap export`: write each map in another form."""

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ..diagnostic import Diagnostic
from ..forms import FORMS, Form, Output, form_named, form_of_file
from ..keeping import collecting_nothing
from ..project import processes, status
from ..project.project import merged
from .alone import Alone
from .drawing import WORTH, Drawn, Seen, Task, draw, fitting, see, started
from .inputs import inputs, report
from .looking import Given, look_options
from .outputs import Outputs, destinations, is_folder, refuse_one_file_for_many
from .shared import jobs_option, paths_argument, patience, print_data, shared_options, talk
from .viewing import View, view_options

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
@jobs_option
@shared_options
def command(
    paths: tuple[str, ...], form: str | None, where: str | None, given: Given, engine: str | None,
    time_limit: float | None, view: View, jobs: int | None, allow_outside: bool, quiet: bool, color: str,
) -> None:  # fmt: skip
    """Write one picture (or other form) for each map.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder.
    """
    chosen = _form(form, where)
    _refuse(chosen, given, engine, time_limit)
    items = inputs(paths)
    refuse_one_file_for_many(len(items), where, chosen.suffix)
    task = Task(chosen.name, given, view, engine, time_limit, allow_outside)
    count = processes(items, jobs, WORTH)
    # Of one map nothing is garbage before all is written.
    with (
        collecting_nothing() if len(items) == 1 else contextlib.nullcontext(),
        started(task, items) if count == 1 else contextlib.nullcontext() as running,
    ):
        maps, inner = see(items, task, count)
        errors = merged([(seen.reads, seen.reads.errors) for seen in maps])
        wanted = fitting(_sound(maps, inner, errors, quiet, color), quiet=quiet)
        added = chosen.added(given, view.speech)
        targets = destinations([seen.item for seen in wanted], where, chosen.suffix, added) if wanted else []
        call = _Call(chosen, errors, Outputs([(seen.name, seen.belongs) for seen in (*maps, *inner)], targets))
        with contextlib.closing(draw(wanted, task, count, running)) as drawn:
            for seen, target in zip(wanted, targets, strict=True):
                with patience(f"drawing {seen.name} ...", quiet=quiet):
                    made = next(drawn)
                call.put(seen.name, made, target, quiet=quiet, color=color)
    if not wanted and not call.status:
        raise click.UsageError("there is no map here with statements of its own.")
    raise click.exceptions.Exit(call.end())


class _Call:
    """What a call has written so far, and the exit status that it comes to."""

    def __init__(self, form: Form, errors: Sequence[Diagnostic], outputs: Outputs) -> None:
        self.status = status(errors)
        self._form = form
        self._outputs = outputs
        self._alone = Alone(errors)
        self._lacking = False
        self._told: set[str] = set()

    def put(self, name: str, drawn: Drawn, target: Path | None, *, quiet: bool, color: str) -> None:
        """Write what a map became, and say so; or why there is nothing to write: the others may do."""
        from ..diagram.failure import EngineError, PaperError

        self.status = max(self.status, _told(drawn.faults, self._told, color))
        try:
            with self._alone.on(name, f"writing it as {self._form.name}", expected=(EngineError, PaperError)):
                if drawn.output is None:
                    raise drawn.error or AssertionError(name)
                written = _write(drawn.output, target, self._outputs)
                for note in drawn.output.notes:
                    talk(f"{name}: {note}")
                if written:
                    talk(f"{name} -> {written}", quiet=quiet)
        except BrokenPipeError:
            raise
        except (EngineError, PaperError, OSError) as error:
            self._lacking = True
            talk(f"argmap: {name}: {_why(error, target, self._outputs)}")

    def end(self) -> int:
        """The exit status."""
        return self._alone.end(2 if self._lacking else self.status)


COMMON = (".json", ".md", ".txt")
"""Endings of files that any program opens as text."""


def _form(name: str | None, where: str | None) -> Form:
    """The form that a call names, or the ending of its output. Raises click.UsageError."""
    file = None if where is None or where == "-" or is_folder(where) else where
    if name:
        named = form_named(name)
        if file:
            _agree(named, file)
        return named
    if file is None:
        return FORMS[0]
    try:
        return form_of_file(file) or FORMS[0]
    except ValueError as fault:
        raise click.UsageError(f"'{file}': {fault}. If it is to be a folder, write '{file}/'.") from fault


def _agree(form: Form, where: str) -> None:
    """Raise click.UsageError where a file is to be named as if it held another form: no program would open it.
    An ending that several kinds of text have, such as `.md`, says nothing."""
    try:
        other = form_of_file(where)
    except ValueError:
        return
    if other and other is not form and not where.casefold().endswith((form.suffix, *COMMON)):
        raise click.UsageError(f"'{where}' is named as {other.name}, but --to says {form.name} ({form.suffix}).")


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


def _sound(
    maps: Sequence[Seen], inner: Sequence[Seen], errors: Sequence[Diagnostic], quiet: bool, color: str
) -> list[Seen]:
    """The maps that can be written; what is wrong with the others is said."""
    for part in inner:
        talk(f"{part.item.path}: only included by other maps, so it gets no picture of its own", quiet=quiet)
    report(errors, color)
    for seen in maps:
        if seen.reads.errors:
            talk(f"{seen.reads.file.name}: not written, because it has errors")
    return [seen for seen in maps if not seen.reads.errors]


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
