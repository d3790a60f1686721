"""The application behind the live page: a page, its files, one socket, and saving.

Only this machine can reach it, and of what runs here only a page that knows the token of this run.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from hmac import compare_digest
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from ..colouring.patterns import for_javascript
from ..english import counted
from ..lsp.server import Server
from ..lsp.serving import server
from ..project.inputs import SUFFIX, InputError, find_inputs
from ..reading import resolved
from .saving import Save, saved, there
from .scripts import at_once
from .socket import end, talk
from .spare import Spare

HERE = Path(__file__).parent
PAGE, SITE = HERE / "page", HERE / "site"
HOSTS = ("127.0.0.1", "localhost")
LARGEST = 20_000_000
"""Bytes that a map may have to be saved."""
LOCKED = "Open the address that `argmap serve` printed: it holds this run's key."


@dataclass
class Live:
    """What is served: the folder that everything lies in, the maps that were named, the token of this
    run, the port, and how a map is saved."""

    folder: Path
    named: Sequence[str]
    token: str
    port: int
    save: Save
    servers: set[Server] = field(default_factory=set)
    spare: Spare | None = None
    """One that is made before a page asks for it, and has drawn the first map once."""
    saving: Lock = field(default_factory=Lock)
    """Maps are saved one after the other: between looking at the disk and writing there is no other page."""

    def knows(self, token: str | None) -> bool:
        """Whether a page has the token of this run."""
        return compare_digest((token or "").encode(), self.token.encode())

    @property
    def origins(self) -> set[str]:
        """Where a page that may talk to it comes from."""
        return {f"http://{host}:{self.port}" for host in HOSTS}

    def maps(self) -> Sequence[Path]:
        """The maps to choose from, as they are now."""
        try:
            found = [item.path for item in find_inputs(self.named) if item.path]
        except InputError:
            return []
        return [path for path in map(resolved, found) if path.is_relative_to(self.folder)]

    def inside(self, uri: object) -> Path | None:
        """The map below the folder that an address means; None where it is none."""
        from pygls.uris import to_fs_path

        name = to_fs_path(uri) if isinstance(uri, str) and uri.startswith("file:") else None
        path = resolved(Path(name)) if name else None
        return path if path and path.suffix == SUFFIX and path.is_relative_to(self.folder) else None


def application(live: Live) -> Starlette:
    """The application that serves some maps."""
    routes = [
        Route("/", partial(_index, live)),
        Route("/map", partial(_map, live)),
        Route("/save", partial(_save, live), methods=["POST"]),
        WebSocketRoute("/talk", partial(_talk, live)),
        *([Mount("/site", StaticFiles(directory=SITE))] if SITE.is_dir() else []),
        Mount("/", StaticFiles(directory=PAGE)),
    ]

    @asynccontextmanager
    async def watching(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(_watch(live))
        live.spare = Spare(partial(_first, live))
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        if unused := live.spare.taken():
            end(unused)

    return Starlette(
        routes=routes,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS))],
        lifespan=watching,
    )


def _policy(live: Live, nonce: str) -> dict[str, str]:
    """Nothing but this page's own files, and nobody to talk to but this server. The editor's styles have
    a word of this one answer (`nonce`)."""
    sockets = " ".join(f"ws://{host}:{live.port}" for host in HOSTS)
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' blob: data:; "
        f"connect-src 'self' {sockets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


async def _index(live: Live, request: Request) -> Response:
    nonce = token_urlsafe(16)
    headers = _policy(live, nonce)
    if not live.knows(request.query_params.get("token")):
        return HTMLResponse(f"<!doctype html><title>argmap</title><p>{LOCKED}</p>", 403, headers)
    maps = live.maps()
    place = {
        "token": live.token,
        "folder": live.folder.as_uri(),
        "maps": [{"uri": path.as_uri(), "name": path.relative_to(live.folder).as_posix()} for path in maps],
        # `&plain=1` in the address asks for the text area, which some screen readers get on with better.
        "editor": (SITE / "editor.js").is_file() and "plain" not in request.query_params,
        "patterns": for_javascript(),
        "nonce": nonce,
    }
    # A script element ends at `</`, whatever it holds.
    data = json.dumps(place).replace("<", "\\u003c")
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    page = at_once(page, "/site/editor.js" if place["editor"] else "/plain.js")
    return HTMLResponse(page.replace('"PLACE"', data), 200, headers)


async def _map(live: Live, request: Request) -> Response:
    path = live.inside(request.query_params.get("uri"))
    if not live.knows(request.headers.get("x-argmap-token")):
        return JSONResponse({"error": LOCKED}, 403)
    if path is None:
        return JSONResponse({"error": "this is no map in the folder that is served"}, 404)
    found = await asyncio.to_thread(there, path)
    return JSONResponse({"error": found.error} if found.error else {"text": found.text, "known": found.known})


async def _save(live: Live, request: Request) -> Response:
    if request.headers.get("origin") not in live.origins or not live.knows(request.headers.get("x-argmap-token")):
        return JSONResponse({"error": LOCKED}, 403)
    if int(request.headers.get("content-length") or LARGEST + 1) > LARGEST:
        return JSONResponse({"error": f"a map of more than {counted(LARGEST, 'byte')} is not saved"}, 413)
    try:
        given = await request.json()
        path, text, known = live.inside(given["uri"]), str(given["text"]), str(given.get("known"))
        text.encode("utf-8")
    except (ValueError, TypeError, KeyError):
        return JSONResponse({"error": "this is nothing that could be saved"}, 400)
    if path is None:
        return JSONResponse({"error": "only maps below the folder that is served are saved"}, 403)
    return await asyncio.to_thread(_written, live, path, text, known)


def _written(live: Live, path: Path, text: str, known: str) -> Response:
    try:
        with live.saving:
            written, now = saved(live.save, path, text, known)
    except OSError as why:
        return JSONResponse({"error": f"{path.name} could not be saved: {why.strerror or why}"}, 500)
    if written:
        return JSONResponse({"saved": path.name, "known": now.known})
    changed = f"Not saved: {path.name} was changed on the disk by another program"
    if now.error:
        return JSONResponse({"error": f"{changed} and cannot be read now; give that file another name, then save"}, 409)
    return JSONResponse({"error": changed, "there": {"text": now.text, "known": now.known}}, 409)


async def _talk(live: Live, socket: WebSocket) -> None:
    if socket.headers.get("origin") not in live.origins or not live.knows(socket.query_params.get("token")):
        await socket.close(4403)
        return
    await socket.accept()
    ready = live.spare.taken() if live.spare else None
    await talk(socket, ready or server(), live.servers)


def _first(live: Live) -> Server:
    return server(live.folder, next(iter(live.maps()), None))


async def _watch(live: Live) -> None:
    """Tell every page of what changes on the disk."""
    from watchfiles import awatch

    async for changes in awatch(live.folder, debounce=100, step=30):
        uris = sorted({Path(path).as_uri() for _, path in changes})
        for own in list(live.servers):
            own.check_soon()
            own.protocol.notify("argmap/changed", {"uris": uris})
