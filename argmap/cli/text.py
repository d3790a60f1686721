"""`argmap text`: the words of a source as numbered paragraphs or pages."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from .alone import Alone
from .shared import talk, width

if TYPE_CHECKING:
    from ..quoting.passage import SourceText

LEAST_WIDTH = 40


@click.command("text")
@click.argument("file", metavar="FILE", type=click.Path(readable=False))
def command(file: str) -> None:
    """Print the words of a source as argmap reads them, by the numbers that a citation uses.

    FILE is plain text, Markdown (.md), a web page (.html), a Word file (.docx) or a PDF. Paragraphs
    are numbered from 1, the title included; of a PDF, pages are.
    """
    alone = Alone()
    status = 1
    with alone.on(file, "reading it"):
        status = _print(file)
    raise click.exceptions.Exit(alone.end(status))


def _print(file: str) -> int:
    """Print a source's words; the exit status."""
    from ..files import DISK
    from ..quoting.texts import read_text
    from ..report.text import clean

    found = read_text(Path(file), file, DISK)
    if isinstance(found, str):
        talk(found)
        return 1
    if found.doubt:
        talk(f"{file}: {found.doubt}")
    columns = max(width(88), LEAST_WIDTH)
    lines = _by_pages(found) if found.labels else _by_paragraphs(found, columns)
    click.echo("\n".join(clean(line) for line in lines))
    return 0


def _by_paragraphs(text: "SourceText", columns: int) -> Iterator[str]:
    size = len(str(len(text.paragraphs)))
    for number, (start, end) in enumerate(text.paragraphs, 1):
        head = f"para {number:>{size}}  "
        words = " ".join(text.passage[start:end].split())
        yield from wrap(words, columns, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False)
        yield ""


def _by_pages(text: "SourceText") -> Iterator[str]:
    for name, (start, end) in zip(text.pages.shown, text.pages.spans, strict=True):
        yield f"page {name}"
        yield from (f"  {line.strip()}" for line in text.passage[start:end].split("\n") if line.strip())
        yield ""
