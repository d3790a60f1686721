"""A server that is made before the first page asks for it: a page never waits for it, nor has its faults."""

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from editing import DEBATE

for package in ("pygls", "starlette", "uvicorn", "watchfiles", "websockets"):
    pytest.importorskip(package)

from serving import served  # noqa: E402
from websockets.sync.client import connect  # noqa: E402

from argmap.lsp.server import Server  # noqa: E402
from argmap.lsp.serving import server  # noqa: E402
from argmap.web.spare import Spare  # noqa: E402


def test_it_is_taken_once_and_only_when_it_is_ready() -> None:
    go, made = threading.Event(), Server()

    def slowly() -> Server:
        go.wait(20)
        return made

    late = Spare(slowly)
    assert late.taken() is None
    ended = threading.Event()
    made.feature("shutdown")(lambda *_: ended.set())
    go.set()
    assert ended.wait(20), "nobody will ask for it any more"
    ready = Spare(lambda: made)
    time.sleep(0.3)
    assert ready.taken() is made
    assert ready.taken() is None


def test_a_fault_in_it_reaches_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.argmap"
    path.write_text("claim a: One thing.\n", encoding="utf-8")
    tried = threading.Event()

    def broken(*_: Any) -> Any:
        tried.set()
        raise RecursionError

    monkeypatch.setattr("argmap.lsp.pictures.picture", broken)
    spare = Spare(lambda: server(tmp_path, path))
    assert tried.wait(20)
    time.sleep(0.1)
    assert spare.taken() is None


@pytest.mark.skipif(sys.platform == "win32", reason="the slow engine is a script")
def test_with_a_slow_engine_a_page_hears_at_once_and_the_program_ends_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 25\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("ARGMAP_ENGINE", str(slow))
    path = tmp_path / "map.argmap"
    path.write_text(DEBATE, encoding="utf-8")
    begin = {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}}
    with served(tmp_path) as live:
        time.sleep(1)
        address = f"{live.origin.replace('http', 'ws')}/talk?token={live.token}"
        for _ in range(200):
            try:
                socket = connect(address, origin=live.origin)  # type: ignore[arg-type]
                break
            except OSError:
                time.sleep(0.05)
        with socket:
            socket.send(json.dumps({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": begin}))
            assert json.loads(socket.recv(timeout=10))["id"] == 0
        began = time.monotonic()
    assert time.monotonic() - began < 10
