"""`argmap check`: read maps and say what is wrong."""

import stat
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from ..diagnostic import Diagnostic
from ..english import counted
from ..project import Survey, status, survey
from ..source import SourceFile
from .alone import Alone
from .baseline import against
from .choosing import choice, rule_options
from .inputs import inputs
from .shared import (
    coloured,
    jobs_option,
    paths_argument,
    patience,
    print_data,
    print_difference,
    shared_options,
    style,
    talk,
)

FORMATS = ("text", "json", "sarif", "github")
ROUNDS = 5
"""So many times what can be fixed is fixed: one fault can hide another that can be fixed as well."""


@click.command("check")
@paths_argument
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to print what is found.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings count as faults in the exit status.")
@click.option("--fix", is_flag=True, help="Fix what can be fixed in just one safe way, then check again.")
@click.option("--diff", is_flag=True, help="Write nothing; print what --fix would change.")
@click.option("--baseline", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="A list of faults that are known: only new ones are shown and count.")  # fmt: skip
@click.option("--write-baseline", is_flag=True, help="Write that list: all that is found now is known from then on.")
@click.option("--all", "every", is_flag=True, help="Show every remark, also where one rule has many in a file.")
@jobs_option
@rule_options
@shared_options
def command(
    paths: tuple[str, ...], form: str, strict: bool, fix: bool, diff: bool, every: bool,
    baseline: Path | None, write_baseline: bool, jobs: int | None, select: tuple[str, ...],
    ignore: tuple[str, ...], profile: str | None, folders: tuple[Path, ...],
    allow_outside: bool, quiet: bool, color: str,
) -> None:  # fmt: skip
    """Read maps and print what is wrong with them.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder. `argmap explain` lists what is checked.
    """
    chosen = choice(select, ignore, profile, folders)
    items = inputs(paths)
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline goes with --baseline FILE, which names the list.")
    if fix and not diff and any(item.path is None or _is_stream(item.path) for item in items):
        raise click.UsageError("what comes through a pipe cannot be fixed in place; --diff shows what would change.")
    written, alone = True, Alone()
    with patience(f"checking {counted(len(items), 'file')} ...", quiet=quiet):
        project = survey(items, chosen, allow_outside=allow_outside, jobs=jobs)
        if fix and not diff:
            again = partial(survey, items, chosen, allow_outside=allow_outside, jobs=jobs)
            project, written = _fix(project, again, alone, quiet=quiet)
        found = project.found
    if baseline is not None:
        whole = not (select or ignore or profile or project.waiting)
        found = against(baseline, project, found, write=write_baseline, prune=whole, quiet=quiet)
    if diff:
        _show_mends(found, alone)
    elif form == "text":
        _print(project, found, every=every, quiet=quiet, color=color)
    else:
        print_data(WRITERS[form](found, len(items)))
    alone.know(found)
    raise click.exceptions.Exit(alone.end(status(found, strict=strict) if written else 2))


def _is_stream(path: Path) -> bool:
    """Whether a path can be read only once."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _print(project: Survey, found: Sequence[Diagnostic], *, every: bool, quiet: bool, color: str) -> None:
    from ..report.text import as_text, summary

    click.echo(as_text(found, style(color, err=False), every=every), nl=False, color=coloured(color, err=False))
    talk(summary(found, project.size, len(project.waiting)), quiet=quiet)


def _json(found: Sequence[Diagnostic], files: int) -> str:
    from ..report.json import as_json

    return as_json(found, files) + "\n"


def _sarif(found: Sequence[Diagnostic], files: int) -> str:
    from .. import __version__
    from ..checks import RULES
    from ..checks.page import language_page, page
    from ..faults import FAULTS
    from ..report.sarif import RuleText, as_sarif

    rules = [RuleText(rule.name, rule.summary, page(rule).text, rule.severity) for rule in RULES]
    rules += [RuleText(code, fault.summary, language_page(code), fault.severity) for code, fault in FAULTS.items()]
    return as_sarif(found, rules, __version__) + "\n"


def _github(found: Sequence[Diagnostic], files: int) -> str:
    from ..report.github import as_github

    return as_github(found)


WRITERS: dict[str, Callable[[Sequence[Diagnostic], int], str]] = {
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}


def _show_mends(found: Sequence[Diagnostic], alone: Alone) -> None:
    for file, text, _ in _mended(found, alone):
        print_difference(file.text, text, file.name, "fixed")


def _fix(project: Survey, again: Callable[[], Survey], alone: Alone, *, quiet: bool) -> tuple[Survey, bool]:
    """Mend what can be mended, and what then comes to light; what is found `again` after it, and whether all
    could be written."""
    fixed: Counter[str] = Counter()
    written = True
    for _ in range(ROUNDS):
        before = fixed.total()
        written = _mend(project.found, alone, fixed, quiet=quiet)
        if fixed.total() == before:
            break
        project = again()
        if not written:
            break
    for name, count in (+fixed).items():
        talk(f"{name}: {counted(count, 'fault')} fixed", quiet=quiet)
    return project, written


def _mend(found: Sequence[Diagnostic], alone: Alone, fixed: Counter[str], *, quiet: bool) -> bool:
    """Write every mended file, and count what was `fixed` in it; whether all could be written."""
    from ..reading import BYTE_ORDER_MARK
    from .outputs import overwrite

    written = True
    for file, text, count in _mended(found, alone):
        if file.path is not None and not text.strip():
            if file.name not in fixed:
                talk(f"{file.name}: nothing would be left of it, so it stays as it is", quiet=quiet)
            fixed[file.name] += 0
        elif file.path is not None and file.path.is_file():
            mark = BYTE_ORDER_MARK if file.path.read_bytes().startswith(BYTE_ORDER_MARK) else b""
            if overwrite(file.path, mark + text.encode("utf-8"), file.name):
                fixed[file.name] += count
            else:
                written = False
    return written


def _mended(found: Sequence[Diagnostic], alone: Alone) -> list[tuple[SourceFile, str, int]]:
    """Each file that can be mended, its new text, and how many faults are mended in it."""
    from ..checks.mend import by_file, mend

    made: list[tuple[SourceFile, str, int]] = []
    for mine in by_file(found).values():
        with alone.on(mine[0].file_name, "mending it"):
            made += [(file, text, count) for file, (text, count) in mend(mine).items()]
    return made
