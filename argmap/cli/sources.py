"""`argmap sources`: what maps take from each of their sources, and what they have not used yet."""

import json
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from ..english import counted, listed
from ..project import status
from ..words.references import full_citation
from .alone import Alone
from .choosing import choice, sources_option
from .inputs import opened, report
from .packets import write_packet
from .shared import coloured, paths_argument, print_data, shared_options, style, talk

if TYPE_CHECKING:
    from ..checks.usage import SourceUse
    from ..model import Source
    from ..quoting.quoted import Quoted

WIDTH = 96


@click.command("sources")
@paths_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to print it.")  # fmt: skip
@click.option("--packet", metavar="OUT",
              help="Write each quoted passage, in its place in the source, to OUT: a .pdf or .html file.")  # fmt: skip
@sources_option
@shared_options
def command(
    paths: tuple[str, ...], form: str, packet: str | None, folders: tuple[Path, ...], allow_outside: bool, quiet: bool,
    color: str,
) -> None:  # fmt: skip
    """Print for each source its citation, where it is used, which paragraphs are not used yet, and
    how many of its quotations are verified.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder.
    """
    from ..checks.usage import not_looked_at, source_uses

    project = opened(paths, choice(folders=folders), allow_outside=allow_outside)
    errors = (*project.faults, *project.errors)
    report(errors, color)
    alone = Alone(errors)
    if packet is not None:
        with alone.on(project.maps[0].name if project.maps else "-", "its packet"):
            write_packet(project.maps, packet, quiet=quiet)
        raise click.exceptions.Exit(alone.end(status(errors)))
    pages: list[str] = []
    data: list[dict[str, Any]] = []
    idle = 0
    for member in project.maps:
        with alone.on(member.name, "its sources"):
            found = source_uses(member.map, member.texts), not_looked_at(member.map)
            if form == "json":
                data.append(_as_json(member.map.file.name, *found))
            else:
                pages.append(_as_text(member.map.file.name, *found, color))
            idle += sum(not use.cites for use in found[0])
    if form == "json":
        print_data(json.dumps({"maps": data}, ensure_ascii=False, indent=2) + "\n")
    else:
        click.echo("\n".join(pages), nl=False, color=coloured(color, err=False))
        if idle:
            talk(f"{counted(idle, 'source is', 'sources are')} not used yet", quiet=quiet)
    raise click.exceptions.Exit(alone.end(status(errors)))


def _as_json(name: str, uses: "Sequence[SourceUse]", unlooked: "Sequence[Quoted]") -> dict[str, Any]:
    return {
        "file": name,
        "quotations": {**_counts(uses, unlooked), "unlooked_in": _statements(unlooked)},
        "sources": [
            {
                "id": use.source.id,
                "title": use.source.title,
                **{field: value.text for field, value in use.source.fields.items()},
                "author": list(use.source.authors),
                "citation": citation(use.source),
                "cites": [
                    {
                        "statement": statement.name,
                        "locator": str(cite.locator) if cite.locator else None,
                        "file": statement.file.name,
                        "line": statement.span.line,
                    }
                    for statement, cite in use.cites
                ],
                "paragraphs": {"count": use.count, "used": use.used, "unused": use.unused},
                "quotations": {"verified": use.verified, "failed": use.failed, "unchecked": use.unchecked},
                "alone": [claim.name for claim in use.alone],
            }
            for use in uses
        ],
    }


def citation(source: "Source") -> str:
    """The full citation of a source, as far as it is given."""
    parts = full_citation(source)
    return ", ".join(f"“{part.text}”" if part.field == "title" else part.text for part in parts)


def _counts(uses: "Sequence[SourceUse]", unlooked: "Sequence[Quoted]") -> dict[str, int]:
    """How many quotations there are, and what came of each: they add up."""
    parts = {
        "verified": sum(use.verified for use in uses),
        "failed": sum(use.failed for use in uses),
        "unchecked": sum(use.unchecked for use in uses),
        "unlooked": len(unlooked),
    }
    return {"all": sum(parts.values()), **parts}


def _statements(quotations: "Sequence[Quoted]") -> list[str]:
    return list(dict.fromkeys(quoted.statement.name for quoted in quotations))


def _in_all(uses: "Sequence[SourceUse]", unlooked: "Sequence[Quoted]") -> str:
    counts = _counts(uses, unlooked)
    said = f"{counted(counts['all'], 'quotation')} in all: {counts['verified']} verified, {counts['failed']} failed,"
    said += f" {counts['unchecked']} not verifiable, {counts['unlooked']} not looked at"
    return f"{said} (in {listed(_statements(unlooked))}, where no source is cited)" if unlooked else said


def _as_text(name: str, uses: "Sequence[SourceUse]", unlooked: "Sequence[Quoted]", color: str) -> str:
    from ..report.text import clean

    paint = style(color, err=False)
    lines = [paint(clean(name), "strong")]
    for use in uses:
        lines += ["", f"  {paint(clean(use.source.id), 'strong')}"]
        for row in _rows(use):
            lines += _wrapped(clean(row))
    if not uses:
        lines += ["", "  This map names no source."]
    if uses or unlooked:
        lines += ["", *(f"  {row.strip()}" for row in _wrapped(clean(_in_all(uses, unlooked))))]
    return "\n".join([*lines, ""])


def _wrapped(row: str) -> list[str]:
    return wrap(row, WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _rows(use: "SourceUse") -> list[str]:
    """What is said of one source, a sentence a row."""
    rows = [citation(use.source)]
    if not use.cites:
        return [*rows, "not used yet"]
    places: dict[str, list[str]] = {}
    for statement, cite in use.cites:
        where = f", {cite.locator}" if cite.locator else ""
        place = f"{statement.name} (line {statement.span.line}{where})"
        places.setdefault(statement.file.name, []).append(place)
    count = len(use.cites)
    rows.append(f"cited {counted(count, 'time')}")
    rows += [f"in {file}: {', '.join(named)}" for file, named in places.items()]
    if use.used:
        rows.append(f"paragraphs used: {_ranges(use.used)}")
    if use.count is not None:
        rows.append(f"not used yet: {_ranges(use.unused) or 'none'} (of {use.count})")
    rows.append(f"quotations: {use.verified} verified, {use.failed} failed, {use.unchecked} not verifiable")
    if use.alone:
        who = listed(use.source.authors) or "it"
        rows.append(f"claims that rest on {who} alone: {', '.join(claim.name for claim in use.alone)}")
    return rows


def _ranges(numbers: Sequence[int]) -> str:
    """`1-4, 6` for 1, 2, 3, 4, 6."""
    parts: list[tuple[int, int]] = []
    for number in numbers:
        if parts and parts[-1][1] == number - 1:
            parts[-1] = parts[-1][0], number
        else:
            parts.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)
