"""A language server on a web socket: one for each page that is open."""

import asyncio
import contextlib

from starlette.websockets import WebSocket, WebSocketDisconnect

from ..lsp.server import Server
from ..lsp.serving import hear


class _Writer:
    """What a server says goes out in its order, from whichever thread it is said."""

    def __init__(self) -> None:
        self.said: asyncio.Queue[str] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()

    def write(self, data: bytes) -> None:
        self._loop.call_soon_threadsafe(self.said.put_nowait, data.decode("utf-8"))

    def close(self) -> None:
        """The socket is closed by the one who opened it."""


async def talk(socket: WebSocket, own: Server, servers: set[Server]) -> None:
    """Let a page talk to a server of its own until it goes away."""
    writer = _Writer()
    own.protocol.set_writer(writer, include_headers=False)
    servers.add(own)
    sending = asyncio.create_task(_send(socket, writer))
    try:
        while True:
            hear(own, await socket.receive_text())
    except WebSocketDisconnect:
        pass
    finally:
        servers.discard(own)
        sending.cancel()
        end(own)


def end(own: Server) -> None:
    """Stop what a server has started."""
    hear(own, '{"jsonrpc": "2.0", "id": "end", "method": "shutdown"}')
    own.thread_pool.shutdown(wait=False, cancel_futures=True)


async def _send(socket: WebSocket, writer: _Writer) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):  # the page went away meanwhile
        while True:
            await socket.send_text(await writer.said.get())
