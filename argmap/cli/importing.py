"""`argmap import`: maps from other tools' files, with a report of what could not be said."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..debate import FORMATS, format_meant
from ..exchange.importers import IMPORTERS
from ..exchange.importing import Importer, Options
from .alone import Alone
from .foreign import FORMS, LARGEST, Foreign, foreign_files, targets_of
from .shared import patience, print_data, quiet_option, talk
from .whole import write_whole

if TYPE_CHECKING:
    from ..exchange.importing import Imported, Refused


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(readable=False))
@click.option("-o", "--output", "where", metavar="WHERE",
              help="A folder, a file (for one FILE), or - for standard output.")  # fmt: skip
@click.option("--from", "form", type=click.Choice(list(FORMS)), help="What FILE is.  [default: found out]")
@click.option("--format", "format", metavar="FORMAT",
              help="The debate's format, such as policy: headings that name its speeches then say when.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over files that are there.")
@click.option("--initials", is_flag=True, help="Keep who cut a card (often a minor), as a note.")
@click.option("--report", "report", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="The report as words on standard error, or as JSON on standard output.")  # fmt: skip
@quiet_option
def command(
    paths: tuple[str, ...], where: str | None, form: str | None, format: str | None, force: bool,
    initials: bool, report: str, quiet: bool,
) -> None:  # fmt: skip
    """Make maps of other tools' files: FILE may be a folder, or - for standard input.

    What could not be said in a map, and what to look over, is reported with its line.
    """
    options = Options(_format(format), initials)
    if report == "json" and where == "-":
        raise click.UsageError("standard output takes the map or the report; name a file for the map.")
    files = list(foreign_files(paths, form))
    targets = targets_of(files, where)
    told: list[dict[str, Any]] = []
    status = 0
    alone = Alone()
    for file, target in zip(files, targets, strict=True):
        with alone.on(file.name, "importing it"):
            with patience(f"reading {file.name} ...", quiet=quiet):
                made = _read(file, form, options)
            came = _kept(file, target, made, force, quiet, told if report == "json" else None)
            status = max(status, came)
            continue
        told.append(_mishap(file))
    if report == "json":
        print_data(json.dumps({"files": told}, ensure_ascii=False, indent=2) + "\n")
    raise click.exceptions.Exit(alone.end(status))


def _mishap(file: Foreign) -> dict[str, Any]:
    """What a report says of a file whose import ended with a fault of argmap itself."""
    from ..exchange.importing import Refused
    from ..exchange.telling import as_data

    return as_data(file.name, None, Refused("not read: a fault of argmap itself"))


def _format(name: str | None) -> str | None:
    if name is None:
        return None
    found = name if name in FORMATS else format_meant(name)
    if found is None:
        raise click.UsageError(f"there is no format '{name}'; there is {', '.join(FORMATS)}.")
    return found


def _read(file: Foreign, form: str | None, options: Options) -> "Imported | Refused":
    from ..exchange.importing import Refused, known_by, read_foreign

    try:
        if file.path is None:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with file.path.open("rb") as opened:
                data = opened.read(LARGEST + 1)
    except OSError as error:
        return Refused(error.strerror or str(error))
    except ValueError as error:  # a NUL in the name
        return Refused(str(error))
    if len(data) > LARGEST:
        return Refused(f"it is larger than {LARGEST >> 20} MiB")
    importer: Importer | None = FORMS[form] if form else known_by(data, file.name, IMPORTERS)
    if importer is None:
        return Refused(f"argmap does not know this kind of file ({', '.join(FORMS)}); say what it is with --from")
    return read_foreign(data, file.name, importer, options)


def _kept(
    file: Foreign, target: Path | None, made: "Imported | Refused", force: bool, quiet: bool,
    told: list[dict[str, Any]] | None,
) -> int:  # fmt: skip
    """Write a map and say what came of it; the exit status that this gives."""
    from ..exchange.importing import Refused
    from ..exchange.telling import as_data, lines

    status = 1
    if isinstance(made, Refused):
        fault = f"not read: {made.why}"
    elif target is not None and not force and os.path.lexists(target):
        fault = f"'{target}' is there already; --force writes over it"
        made = Refused(fault)
    else:
        fault, status = _written(made.text, target), 2
    if told is not None:
        told.append(as_data(file.name, str(target) if target else None, Refused(fault) if fault else made))
    if fault:
        talk(f"{file.name}: {fault}")
        return status
    talk(f"{file.name} -> {target}" if target else file.name, quiet=quiet or target is None)
    if told is None:
        for line in lines(made):
            talk(line, quiet=quiet)
    return 0


def _written(text: str, target: Path | None) -> str:
    """Write a map; what kept it from being written, or nothing."""
    data = text.encode("utf-8")
    if target is None:
        print_data(text)
        return ""
    try:
        write_whole(target, data)
    except OSError as error:
        return f"{target or 'standard output'} cannot be written: {error.strerror or error}"
    return ""
