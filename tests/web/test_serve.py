"""The live page's server: whom it lets in, what it gives, and what it lets be written."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from editing import DEBATE, RIVER

for package in ("pygls", "starlette", "uvicorn", "watchfiles", "websockets"):
    pytest.importorskip(package)

from serving import Served, served  # noqa: E402
from websockets.exceptions import InvalidStatus  # noqa: E402
from websockets.sync.client import connect  # noqa: E402


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("live") / "maps"
    folder.mkdir()
    (folder / "map.argmap").write_text(DEBATE, encoding="utf-8")
    (folder / "river.txt").write_text(RIVER, encoding="utf-8")
    (folder.parent / "outside.argmap").write_text("claim a: A\n", encoding="utf-8")
    with served(folder) as running:
        for _ in range(200):
            try:
                ask(running, "/page.css")
                break
            except OSError:
                time.sleep(0.05)
        yield running


def ask(live: Served, path: str, data: object = None, **headers: str) -> tuple[int, str, Any]:
    """The status, the text and the headers of an answer."""
    body = None if data is None else json.dumps(data).encode("utf-8")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request(live.origin + path, body, {"content-type": "application/json", **named})
    try:
        with urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode("utf-8"), answer.headers
    except HTTPError as refused:
        return refused.code, refused.read().decode("utf-8"), refused.headers


def test_only_who_has_the_key_sees_the_page(live: Served) -> None:
    status, page, headers = ask(live, f"/?token={live.token}")
    assert status == 200
    assert "map.argmap" in page
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    for address in ("/", "/?token=", "/?token=guess"):
        status, page, _ = ask(live, address)
        assert status == 403
        assert live.token not in page


def test_a_foreign_name_for_this_machine_is_refused(live: Served) -> None:
    assert ask(live, f"/?token={live.token}", host="evil.example")[0] == 400


def socket(live: Served, origin: str | None = None, token: str | None = None) -> Any:
    address = f"{live.origin.replace('http', 'ws')}/talk?token={live.token if token is None else token}"
    return connect(address, origin=origin or live.origin, open_timeout=20, max_size=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(("origin", "token"), [("https://evil.example", None), (None, "guess"), (None, "")])
def test_no_other_page_may_talk_to_it(live: Served, origin: str | None, token: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused, socket(live, origin, token):
        pass
    assert refused.value.response.status_code == 403


def save(live: Served, path: Path, text: str, known: str = "", **headers: str) -> int:
    given = {"origin": live.origin, "x_argmap_token": live.token, **headers}
    return ask(live, "/save", {"uri": path.as_uri(), "text": text, "known": known}, **given)[0]


def read(live: Served, path: Path) -> tuple[str, str]:
    """A map's text, and what its file is known by."""
    status, answer, _ = ask(live, f"/map?uri={path.as_uri()}", x_argmap_token=live.token)
    assert status == 200
    found = json.loads(answer)
    return found["text"], found["known"]


def test_only_maps_in_the_folder_are_saved_by_who_has_the_key(live: Served) -> None:
    new = live.folder / "new é.argmap"
    assert save(live, new, "claim é: É\n") == 200
    assert new.read_bytes() == "claim é: É\n".encode()
    new.unlink()
    assert save(live, new, "x", origin="https://evil.example") == 403
    assert save(live, new, "x", x_argmap_token="guess") == 403
    assert save(live, live.folder / ".." / "outside.argmap", "x") == 403
    assert save(live, live.folder / "river.txt", "x") == 403
    assert save(live, live.folder / "argmap.toml", "x") == 403
    assert ask(live, "/save", {"text": 1}, origin=live.origin, x_argmap_token=live.token)[0] == 400
    assert ask(live, "/save", [], origin=live.origin, x_argmap_token=live.token)[0] == 400
    assert not new.exists()
    assert (live.folder / "river.txt").read_text(encoding="utf-8") == RIVER
    assert (live.folder.parent / "outside.argmap").read_text(encoding="utf-8") == "claim a: A\n"


def test_a_byte_order_mark_stays_when_a_map_is_saved(live: Served) -> None:
    marked = live.folder / "marked.argmap"
    marked.write_bytes(b"\xef\xbb\xbfclaim a: A\r\n")
    text, known = read(live, marked)
    assert text == "claim a: A\r\n"
    assert save(live, marked, "claim b: B\r\n", known) == 200
    assert marked.read_bytes() == b"\xef\xbb\xbfclaim b: B\r\n"
    marked.unlink()


def test_only_what_a_page_knows_is_written_over(live: Served) -> None:
    """Whatever a page was told or was not told of, it cannot lose what another program wrote."""
    shared = live.folder / "shared.argmap"
    shared.write_bytes(b"claim a: A\n")
    _, known = read(live, shared)
    with shared.open("ab") as other:
        other.write(b"# theirs\n")
    for stale in (known, "", "x"):
        assert save(live, shared, "claim a: Mine\n", stale) == 409
    assert shared.read_bytes() == b"claim a: A\n# theirs\n"
    text, known = read(live, shared)
    assert text.endswith("# theirs\n")
    assert save(live, shared, "claim a: Mine\n", known) == 200
    assert save(live, shared, "claim a: Mine\n", known) == 200, "it is the same already"
    assert save(live, shared, "claim a: Stale\n", known) == 409
    shared.write_bytes(b"\xff\xfe")
    assert save(live, shared, "claim a: Mine\n", known) == 409
    shared.unlink()
    assert save(live, shared, "claim a: Mine\n", known) == 200, "nothing lies there: nothing is lost"
    shared.unlink()


def test_maps_are_read_from_the_folder_alone(live: Served) -> None:
    for path, status in ((live.folder / "map.argmap", 200), (live.folder.parent / "outside.argmap", 404)):
        assert ask(live, f"/map?uri={path.as_uri()}", x_argmap_token=live.token)[0] == status
    assert ask(live, f"/map?uri={(live.folder / 'map.argmap').as_uri()}")[0] == 403


SLIPPED = DEBATE.replace("evidence", "evidense")


def conversation(uri: str, root: str) -> list[dict[str, Any]]:
    """Messages, each with an id or none."""
    document = {"textDocument": {"uri": uri}}
    place = {"position": {"line": 16, "character": 20}}
    said: list[tuple[str, Any]] = [
        ("initialize", {"processId": None, "rootUri": root, "capabilities": {}}),
        ("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "argmap", "version": 1, "text": SLIPPED}}),
        ("textDocument/hover", {**document, **place}),
        ("textDocument/completion", {**document, **place}),
        ("textDocument/documentSymbol", document),
        ("textDocument/formatting", {**document, "options": {"tabSize": 4, "insertSpaces": True}}),
        ("textDocument/rename", {**document, "position": {"line": 22, "character": 1}, "newName": "cost"}),
        ("argmap/judge", {"uri": uri, "drop": ["tax"]}),
        ("argmap/sources", {"uri": uri}),
        ("argmap/picture", {"uri": uri, "look": {"theme": "light"}}),
    ]
    return [
        {"jsonrpc": "2.0", "method": method, "params": params, **({} if "did" in method else {"id": number})}
        for number, (method, params) in enumerate(said)
    ]


def hear(heard: dict[object, Any], answer: dict[str, Any]) -> None:
    """Keep what was answered, and what was found; the server may tell of changed files at any moment."""
    if answer.get("method") == "textDocument/publishDiagnostics":
        heard["found"] = answer["params"]
    elif "method" not in answer:
        heard[answer["id"]] = answer["result"]


def over_socket(live: Served, messages: list[dict[str, Any]]) -> dict[object, Any]:
    heard: dict[object, Any] = {}
    with socket(live) as own:
        for message in messages:
            own.send(json.dumps(message))
        while not {message["id"] for message in messages if "id" in message} | {"found"} <= heard.keys():
            hear(heard, json.loads(own.recv(timeout=60)))
    return heard


def over_stdio(messages: list[dict[str, Any]], folder: Path) -> dict[object, Any]:
    heard: dict[object, Any] = {}
    command = [sys.executable, "-m", "argmap", "lsp"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for message in messages:
            body = json.dumps(message).encode("utf-8")
            process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        process.stdin.flush()
        while not {message["id"] for message in messages if "id" in message} | {"found"} <= heard.keys():
            length = 0
            while line := process.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            hear(heard, json.loads(process.stdout.read(length)))
        process.stdin.close()
        process.wait(20)
    return heard


def test_the_same_messages_have_the_same_answers_on_every_way(live: Served) -> None:
    uri, root = (live.folder / "map.argmap").as_uri(), live.folder.as_uri()
    messages = conversation(uri, root)
    here, there = over_socket(live, messages), over_stdio(messages, live.folder)
    assert "evidense" in here["found"]["diagnostics"][0]["message"]
    assert "<svg" in here[9]["files"][0]
    assert here == there


def test_a_page_cannot_end_the_program(live: Served) -> None:
    with socket(live) as own:
        odd = '{"jsonrpc": "2.0", "id": 9, "method": "textDocument/hover", "params": {"position": 7}}'
        for message in ('{"jsonrpc": "2.0", "method": "exit"}', "[]", "7", "{", '{"method": 3}', "é", odd):
            own.send(message)
        own.send(json.dumps(conversation("file:///x.argmap", "file:///")[0]))
        while json.loads(own.recv(timeout=20)).get("id") != 0:  # the server may tell of changed files at any moment
            pass


def test_a_change_on_the_disk_is_told(live: Served) -> None:
    with socket(live) as own:
        for message in conversation((live.folder / "map.argmap").as_uri(), live.folder.as_uri())[:2]:
            own.send(json.dumps(message))
        changed = live.folder / "later.argmap"
        changed.write_text("claim a: A\n", encoding="utf-8")
        told: list[str] = []
        while changed.as_uri() not in told:
            answer = json.loads(own.recv(timeout=20))
            told += answer["params"]["uris"] if answer.get("method") == "argmap/changed" else []
        changed.unlink()


def test_without_its_packages_the_command_says_how_to_get_them() -> None:
    code = "import sys; sys.modules['starlette'] = None; from argmap.cli import main; main(['serve'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: The live page needs starlette: `")


def test_a_taken_port_is_said(live: Served) -> None:
    port = live.origin.rpartition(":")[2]
    command = [sys.executable, "-m", "argmap", "serve", "--no-open", "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=live.folder)
    assert done.returncode == 2
    assert f"port {port} cannot be had" in done.stderr
