"""`argmap sources --packet`: each quoted passage in its place in the source, as a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .outputs import Outputs, belongs
from .shared import talk

if TYPE_CHECKING:
    from ..project import Member

SUFFIXES = (".pdf", ".html")


def write_packet(maps: "Sequence[Member]", out: str, *, quiet: bool) -> None:
    """Write the packet of the one map that a call names. Raises click.UsageError, click.ClickException."""
    from ..packet.html import to_html
    from ..packet.packet import packet
    from ..packet.pdf import NoTypesetterError, to_pdf

    path = Path(out)
    if path.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"'{out}' must end in .pdf or .html.")
    if len(maps) != 1:
        raise click.UsageError(f"there are {len(maps)} maps: a packet is of one; name it.")
    (member,) = maps
    made = packet(member.map, member.texts)
    try:
        data = to_html(made).encode("utf-8") if path.suffix.lower() == ".html" else to_pdf(made)
    except NoTypesetterError as missing:
        raise click.ClickException(f"{missing}; or write a .html file.") from missing
    Outputs([(member.name, belongs(member))]).write({path: data})
    talk(f"{member.name} -> {out}", quiet=quiet)
