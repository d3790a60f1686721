"""A server that is typed at all day keeps nothing of each key."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

from lsprotocol import types as t

from argmap.lsp.serving import hear, server


class _Nobody:
    """Whoever is told anything."""

    def write(self, data: Any) -> None:
        """It is not kept."""

    def close(self) -> None:
        """Nothing is open."""


def test_what_was_answered_is_not_kept(tmp_path: Path) -> None:
    own, uri = server(), (tmp_path / "m.argmap").as_uri()
    own.protocol.set_writer(_Nobody(), include_headers=False)  # type: ignore[arg-type]

    def tell(method: str, params: dict[str, Any], **more: Any) -> None:
        hear(own, json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}))

    def typed(first: int, last: int) -> int:
        for version in range(first, last):
            change = {"text": f"claim a: It is so, {version % 7}.\n"}
            document = {"uri": uri, "version": version}
            tell(t.TEXT_DOCUMENT_DID_CHANGE, {"textDocument": document, "contentChanges": [change]})
            own.view(uri)
        return tracemalloc.get_traced_memory()[0]

    tell("initialize", {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}}, id=1)
    opened = {"uri": uri, "languageId": "argmap", "version": 1, "text": ""}
    tell(t.TEXT_DOCUMENT_DID_OPEN, {"textDocument": opened})
    tracemalloc.start()
    try:
        before = typed(2, 200)
        assert typed(200, 600) - before < 100_000
    finally:
        tracemalloc.stop()
