"""How to get a package that is missing: a command that works for how argmap itself was installed."""

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path


def how_to_get(package: str) -> str:
    """The command, as somebody would type it here: `pip install typst`, `pipx inject argmap typst` ...

    A package's own name is asked for, never an extra of argmap's: that works wherever argmap came from.
    """
    prefix = Path(sys.prefix)
    if prefix.parent.name == "venvs" and prefix.parent.parent.name == "pipx":
        return f"pipx inject {prefix.name} {package}"
    if find_spec("pip") is None and shutil.which("uv"):
        return f"uv pip install --python {_shown(sys.executable)} {package}"
    pip = shutil.which("pip")
    if pip and Path(pip).parent.absolute() == Path(sys.executable).parent.absolute():
        return f"pip install {package}"
    return f"{_shown(sys.executable)} -m pip install {package}"


def _shown(path: str) -> str:
    """A program's path as it can be typed in the current folder."""
    try:
        short = os.path.relpath(path) if Path(path).is_relative_to(Path.cwd()) else path
    except (OSError, ValueError):
        short = path
    return f'"{short}"' if " " in short else short
