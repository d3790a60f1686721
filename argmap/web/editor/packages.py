"""Python's part of the page that needs no server: argmap and what it needs there, in one archive, and
everybody's licences.

    python packages.py OUT.zip LICENCES.txt
"""

import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from argmap.web.alone import ours, stamp

NEEDED = ("attrs", "cattrs", "click", "graphviz", "lark", "lsprotocol", "pygls", "typing_extensions")
SUFFIXES = (".py", ".lark", ".json", ".js", ".css", ".argmap")
ROOT = Path(__file__).resolve().parents[3]
"""argmap's sources: wherever argmap itself is installed, its licence lies here."""
LICENCES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
EVER = (2020, 1, 1, 0, 0, 0)
"""When everything in the archive was written: two builds of the same are the same."""
OTHERS = """\
Pyodide (pyodide.asm.wasm, python_stdlib.zip, a part of worker.js): the Mozilla Public License 2.0,
https://www.mozilla.org/MPL/2.0/; its source: https://github.com/pyodide/pyodide
CPython in it: the PSF licence, https://docs.python.org/3/license.html
Viz.js (a part of worker.js): MIT; Graphviz 14.1.5 in it: the Eclipse Public License 1.0,
https://www.eclipse.org/legal/epl-v10.html; its source: https://graphviz.org/download/source/; Expat in it: MIT
"""
COMMON = Path("/usr/share/common-licenses/MPL-2.0")


def theirs(package: Distribution) -> Iterator[tuple[str, bytes]]:
    """What of a package is needed at run time."""
    for file in package.files or ():
        name = file.as_posix()
        wanted = name.endswith(SUFFIXES) or name.endswith(".dist-info/METADATA")
        if wanted and not name.startswith("..") and "/__pyinstaller/" not in name:
            yield name, Path(str(file.locate())).read_bytes()


def licences(package: Distribution) -> Iterator[str]:
    """A package's licences, each under its name."""
    for file in package.files or ():
        if ".dist-info/" in file.as_posix() and file.name.upper().startswith(LICENCES):
            text = Path(str(file.locate())).read_text(encoding="utf-8").strip()
            yield f"{package.name} {package.version}\n\n{text}\n"


def main(archive: str, written: str) -> None:
    """Write both files; print what argmap's part is known by."""
    try:
        packages = [distribution(name) for name in NEEDED]
    except PackageNotFoundError as missing:
        sys.exit(f"The page needs the package {missing.name}: in {ROOT}, `pip install '.[lsp]'` gets it")
    with ZipFile(archive, "w", ZIP_DEFLATED) as out:
        for name, data in [*ours(), *(each for package in packages for each in theirs(package))]:
            out.writestr(ZipInfo(name, EVER), data)
    texts = [OTHERS, "argmap\n\n" + (ROOT / "LICENSE").read_text(encoding="utf-8")]
    texts += [text for package in packages for text in licences(package)]
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    for name, path in (("Python", python), ("The Mozilla Public License 2.0 (Pyodide)", COMMON)):
        if path.is_file():
            texts.append(f"{name}\n\n{path.read_text(encoding='utf-8').strip()}\n")
    Path(written).write_text(("\n" + "-" * 78 + "\n\n").join(texts), encoding="utf-8", newline="\n")
    sys.stdout.write(stamp())


if __name__ == "__main__":
    main(*sys.argv[1:])
