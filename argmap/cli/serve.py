"""`argmap serve`: the live page, for this machine alone."""

import secrets
import socket
import webbrowser
from functools import partial
from pathlib import Path

import click

from ..reading import resolved
from .needing import needs
from .shared import quiet_option, talk

NEEDED = ("pygls", "starlette", "uvicorn", "websockets", "watchfiles")
HOST = "127.0.0.1"


@click.command("serve")
@click.argument("path", required=False, default=".", type=click.Path(exists=True))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on; any free one by default."
)
@click.option("--no-open", is_flag=True, help="Print the address; open no browser.")
@quiet_option
def command(path: str, port: int, no_open: bool, quiet: bool) -> None:
    """Open a live page on a map, or on a folder of maps: write, and see what is found, the picture and
    the ballot change as you type.

    PATH is a file or a folder; none means the current one. The page is for this machine alone, and
    only maps in the folder are saved. Ctrl-C ends it.
    """
    needs(NEEDED, "The live page")
    import uvicorn

    from ..lsp.sooner import sooner
    from .whole import write_whole

    with sooner():
        from ..web.app import SITE, Live, application

    try:
        listening = socket.create_server((HOST, port))
    except OSError as why:
        raise click.ClickException(
            f"port {port} cannot be had ({why.strerror}); leave out --port for any other"
        ) from why
    port = listening.getsockname()[1]
    top = resolved(Path(path))
    folder = top if top.is_dir() else top.parent
    live = Live(folder, [path], secrets.token_urlsafe(24), port, partial(write_whole, lasting=True))
    address = f"http://{HOST}:{port}/?token={live.token}"
    click.echo(address)
    if not (SITE / "editor.js").is_file():
        talk(
            "The editor is a plain text area here; `argmap/web/editor/README.md` in the sources builds another.",
            quiet=quiet,
        )
    talk("Ctrl-C ends it.", quiet=quiet)
    if not no_open:
        webbrowser.open(address)
    # What goes no further than this machine is not compressed: at each key that would take longer than to send it.
    config = uvicorn.Config(
        application(live),
        log_level="error",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    server.run(sockets=[listening])
