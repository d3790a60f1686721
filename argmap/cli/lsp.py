"""`argmap lsp`: the language server, on standard input and output."""

import os
import sys

import click

from .needing import needs


@click.command("lsp")
def command() -> None:
    """Serve an editor: what is wrong while you type, mends, completion, names, the picture.

    An editor starts this itself and speaks the Language Server Protocol on standard input and output.
    """
    needs("pygls", "The language server")
    from ..lsp.sooner import sooner

    with sooner():
        from ..lsp.serving import server

    # What is printed by mistake must not get between the messages, and what ends is closed.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    server().start_io(sys.stdin.buffer, out)
