"""`argmap site`: the live page as files that need no server."""

from pathlib import Path

import click

from .shared import quiet_option, talk
from .whole import write_whole


@click.command("site")
@click.argument("out", type=click.Path(file_okay=False))
@quiet_option
def command(out: str, quiet: bool) -> None:
    """Write a page that runs argmap itself in a browser: nothing is installed and nothing is sent.

    OUT is a folder. Its files can lie on any web server, where the page also works without a network once it
    was open; `argmap.html` in it is the whole page in one file, to be opened from a disk or passed on.
    """
    from ..web.alone import ONE, NotBuiltError, site

    try:
        files = site()
    except NotBuiltError as why:
        raise click.ClickException(str(why)) from why
    for name, data in files.items():
        write_whole(Path(out, name), data)
    one = len(files[ONE]) / 1e6
    size = sum(map(len, files.values())) / 1e6 - one
    talk(f"{out}: {len(files) - 1} files, {size:.1f} MB, and the same in one: {ONE}, {one:.1f} MB", quiet=quiet)
