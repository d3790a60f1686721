"""`argmap completion`: a script that lets a shell complete argmap's commands and options."""

import click
from click.shell_completion import get_completion_class

HOW = {
    "bash": 'add to ~/.bashrc:  eval "$(argmap completion bash)"',
    "zsh": 'add to ~/.zshrc:  eval "$(argmap completion zsh)"',
    "fish": "run once:  argmap completion fish > ~/.config/fish/completions/argmap.fish",
}


@click.command("completion", epilog="; ".join(HOW.values()))
@click.argument("shell", type=click.Choice(list(HOW)))
def command(shell: str) -> None:
    """Print a script that completes commands and options in SHELL."""
    from . import program

    script = get_completion_class(shell)
    assert script is not None
    click.echo(script(program, {}, "argmap", "_ARGMAP_COMPLETE").source())
