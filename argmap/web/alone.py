"""The page that needs no server, as files: a folder for any web server, and all of it in one file.

What is other people's work, or compiled, is built before by `editor/build.mjs` and lies in `BUILT`; here it is
put together with the page's own files.
"""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from ..colouring.patterns import for_javascript

HERE = Path(__file__).parent
HOME = HERE.parent
PAGE, BUILT = HERE / "page", HERE / "site/alone"
MADE = "made.json"
PARTS = ("pyodide.asm.wasm", "python_stdlib.zip", "packages.bin")
"""What the worker reads when it starts."""
ONE = "argmap.html"
NONCE = "argmap"
LEFT_OUT = ("web/editor", "web/site", "web/page", "packet")
"""What of argmap the page has no use for."""
KINDS = (".py", ".lark", ".json", ".js", ".css", ".argmap")


class NotBuiltError(Exception):
    """What has to be built is not there, or is of another argmap; the message says what to do."""


def ours() -> Iterator[tuple[str, bytes]]:
    """argmap's own files that run in the page, by their names."""
    for path in sorted(HOME.rglob("*")):
        name = path.relative_to(HOME).as_posix()
        if path.suffix in KINDS and path.is_file() and not name.startswith(LEFT_OUT):
            yield f"argmap/{name}", path.read_bytes()


def stamp() -> str:
    """What these files are known by: other ones have another stamp."""
    digest = hashlib.sha256()
    for name, data in ours():
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:16]


def site() -> Mapping[str, bytes]:
    """The files of the folder by their names, with the one file among them. Raises NotBuiltError."""
    built = _built()
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    style = (PAGE / "page.css").read_bytes()
    icon = (PAGE / "icon.svg").read_bytes()
    made = {
        "index.html": _in_folder(page),
        "page.css": style,
        "icon.svg": icon,
        "manifest.webmanifest": (PAGE / "manifest.webmanifest").read_bytes(),
        **built,
    }
    names = [name for name in made if name != "licences.txt"]
    known = hashlib.sha256(b"".join(made[name] for name in names)).hexdigest()[:16]
    service = (PAGE / "service.js").read_text(encoding="utf-8")
    service = service.replace('"STAMP"', json.dumps(known)).replace('["FILES"]', json.dumps(["./", *names]))
    one = _in_one(page, style.decode("utf-8"), icon, built)
    return {**made, "service.js": service.encode("utf-8"), ONE: one}


def _built() -> Mapping[str, bytes]:
    names = ("page.js", "worker.js", *PARTS, "licences.txt")
    if not (BUILT / MADE).is_file() or not all((BUILT / name).is_file() for name in names):
        raise NotBuiltError(
            "the page's parts are not built here; in argmap's sources, argmap/web/editor/README.md says how "
            "(Node 20 builds them in a minute), and a wheel that is made after that has them"
        )
    if json.loads((BUILT / MADE).read_text(encoding="utf-8"))["argmap"] != stamp():
        raise NotBuiltError(
            "the page's parts were built of another argmap than this one; build them again, as "
            "argmap/web/editor/README.md says"
        )
    return {name: (BUILT / name).read_bytes() for name in names}


def _place(**more: object) -> str:
    starter = files("argmap").joinpath("starter.argmap").read_text(encoding="utf-8")
    place = {"patterns": for_javascript(), "nonce": NONCE, "starter": starter, **more}
    return json.dumps(place).replace("<", "\\u003c")  # a script element ends at `</`, whatever it holds


def _policy(script: str, worker: str, connect: str, style: str) -> str:
    policy = (
        f"default-src 'none'; script-src {script} 'wasm-unsafe-eval'; worker-src {worker}; connect-src {connect}; "
        f"style-src {style} 'nonce-{NONCE}'; img-src 'self' blob: data:; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _in_folder(page: str) -> bytes:
    head = _policy("'self'", "'self'", "'self'", "'self'") + '\n<link rel="manifest" href="manifest.webmanifest">'
    page = _replaced(page, '<meta charset="utf-8">', f'<meta charset="utf-8">\n{head}')
    page = _replaced(page, 'href="data:,"', 'href="icon.svg"')
    page = _replaced(page, 'href="/page.css"', 'href="page.css"')
    page = _replaced(page, 'src="/page.js"', 'src="page.js"')
    return _replaced(page, '"PLACE"', _place()).encode("utf-8")


def _in_one(page: str, style: str, icon: bytes, built: Mapping[str, bytes]) -> bytes:
    """Everything in one file, which can be opened from a disk: it asks for nothing."""
    script = built["page.js"].decode("utf-8").replace("</script", "<\\/script").replace("<!--", "<\\!--")
    known = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    packed = "\n".join(
        f'<script type="text/plain" id="file-{name}">{_packed(built[name])}</script>' for name in ("worker.js", *PARTS)
    )
    head = _policy(f"'sha256-{known}' blob:", "blob:", "'none'", "")
    page = _replaced(page, '<meta charset="utf-8">', f'<meta charset="utf-8">\n{head}')
    drawn = base64.b64encode(icon).decode("ascii")
    page = _replaced(page, 'href="data:,"', f'href="data:image/svg+xml;base64,{drawn}"')
    page = _replaced(page, '<link rel="stylesheet" href="/page.css">', f'<style nonce="{NONCE}">{style}</style>')
    page = _replaced(page, '<script type="module" src="/page.js"></script>', "")
    page = _replaced(page, '"PLACE"', _place(parts=PARTS))
    licences = re.sub("--+", "-", built["licences.txt"].decode("utf-8"))
    end = f'<!--\n{licences}\n-->\n{packed}\n<script type="module">{script}</script>\n</body>'
    return _replaced(page, "</body>", end).encode("utf-8")


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")


def _replaced(page: str, old: str, new: str) -> str:
    before, found, after = page.partition(old)
    assert found, old
    return before + new + after
