"""`argmap speech`: words and time of each speech."""

import json
from typing import Any

import click

from ..english import counted
from ..project import status
from .alone import Alone
from .inputs import opened, report
from .shared import paths_argument, print_data, shared_options, talk

HEADS = ("speech", "cards", "tags", "read", "words", "time", "of", "")


@click.command("speech")
@paths_argument
@click.option("--wpm", type=click.IntRange(50, 600), default=250, show_default=True, help="Words spoken in a minute.")
@click.option("--cites", is_flag=True, help="Count the short citations too, as some read them.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="A table, or JSON.")  # fmt: skip
@shared_options
def command(
    paths: tuple[str, ...], wpm: int, cites: bool, form: str, allow_outside: bool, quiet: bool, color: str
) -> None:
    """Say how many words each speech has and how long it takes.

    Counted are tags (claims, analytics, answers) and what is highlighted of cards, else underlined.
    """
    from ..words.rounds import speeches_of

    project = opened(paths, allow_outside=allow_outside)
    report(project.errors, color)
    data: list[dict[str, Any]] = []
    alone = Alone(project.errors)
    for member in project.maps:
        with alone.on(member.name, "its speeches"):
            rows = [_row(found, wpm, cites) for found in speeches_of(member.map)]
            data.append({"file": member.map.file.name, "speeches": rows})
            if form == "text":
                _print(member.map.file.name if len(project.maps) > 1 else "", rows, quiet=quiet)
    if form == "json":
        print_data(json.dumps({"wpm": wpm, "files": data}, ensure_ascii=False, indent=2) + "\n")
    raise click.exceptions.Exit(alone.end(status(project.errors)))


def _print(name: str, rows: list[dict[str, Any]], *, quiet: bool) -> None:
    """A map's table, under its name where there are several."""
    from ..report.text import clean

    if name:
        click.echo(f"{clean(name)}:")
    _table(rows)
    whole = sum(row["unmarked_cards"] for row in rows[:-1] or rows)
    if whole:
        talk(f"{counted(whole, 'card has', 'cards have')} no marks, so all of it counts as read", quiet=quiet)


def _row(found: Any, wpm: int, cites: bool) -> dict[str, Any]:
    spoken = found.spoken
    seconds = round(spoken.seconds(wpm, cites=cites))
    limit = found.minutes * 60 if found.minutes is not None else None
    return {
        "speech": found.name,
        "cards": spoken.cards,
        "tags": spoken.tags,
        "read": spoken.read,
        "words": spoken.words + (spoken.cites if cites else 0),
        "seconds": seconds,
        "limit": limit,
        "over": max(seconds - limit, 0) if limit is not None else None,
        "unmarked_cards": spoken.whole,
    }


def _table(rows: list[dict[str, Any]]) -> None:
    lines = [HEADS]
    for row in rows:
        limit = _clock(row["limit"]) if row["limit"] is not None else ""
        over = f"over by {_clock(row['over'])}" if row["over"] else ""
        numbers = (f"{row[name]:,}" for name in ("cards", "tags", "read", "words"))
        lines.append((row["speech"] or "all", *numbers, _clock(row["seconds"]), limit, over))  # type: ignore[arg-type]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEADS))]
    for line in lines:
        first, *rest = line
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        click.echo("  ".join(cells).rstrip())


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
