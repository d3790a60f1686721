"""How fast the language server answers somebody who types, and whether it lasts.

    python tests/bench/live.py [--size 500] [--keys 100]   a real server, a key at a time
    python tests/bench/live.py --edits 50000               random edits: each time what a fresh reading finds
    python tests/bench/live.py --minutes 60                random typing at a real server: memory, answers, life

Prints what was measured; exits with 1 where an answer is wrong, or memory grew by more than a fifth.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from speed import in_argmap

from argmap.diagram.layout.engine import start
from argmap.service import Desk
from argmap.service.picture import picture

sys.path[:0] = [str(Path(__file__).parent.parent)]

from mutations import SEEDS, changed  # noqa: E402

SNIPPETS = ["claim x: y\n", "    ", "\n", "#", "evidence e [s page 2]: ", ":", '"', "c0", "[", "c0 supports c7\n",
            '"""', "é🏊", "\u2028", "\r\n", "rebuttal turn: ", "x", " ", "a", ""]  # fmt: skip


class Server:
    """A real server on its standard input and output."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "argmap", "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.count = 0
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode("utf-8")
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        heard: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return heard

    def ask(self, method: str, params: Any) -> Any:
        self.count += 1
        self.tell(method, params, id=self.count)
        while (heard := self.hear()).get("id") != self.count:
            pass
        return heard.get("result")

    def found(self, version: int) -> list[Any]:
        while True:
            heard = self.hear()
            if heard.get("method") == "textDocument/publishDiagnostics" and heard["params"].get("version") == version:
                found: list[Any] = heard["params"]["diagnostics"]
                return found

    def spent(self) -> float:
        """Seconds of processor time, on Linux; else 0."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Kilobytes, on Linux; else 0."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0
        return int(status.split("VmRSS:")[1].split()[0])


def typed(size: int, keys: int) -> int:
    """Type a word into the middle of a map, and wait for each answer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        server, text, uri = Server(folder), in_argmap(size), (folder / "map.argmap").as_uri()
        server.tell("textDocument/didOpen", {"textDocument": _document(uri, 1, text)})
        server.found(1)
        line = len(text.splitlines()) // 2
        found, drawn, spent = [], [], 0.0
        for number in range(keys):
            at = {"line": line, "character": 0}
            change = {
                "range": {"start": at, "end": at},
                "text": " " if number % 6 == 5 else "\n" if number == 0 else "x",
            }
            start, before = time.perf_counter(), server.spent()
            document = {"uri": uri, "version": number + 2}
            server.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
            server.found(number + 2)
            found.append(time.perf_counter() - start)
            spent += server.spent() - before
            if number % 10 == 0:
                start = time.perf_counter()
                server.ask("argmap/picture", {"uri": uri})
                drawn.append(time.perf_counter() - start)
        server.process.kill()
        for what, times in (("findings", found), ("picture", drawn)):
            ordered = sorted(times)
            p95 = ordered[int(len(ordered) * 0.95)]
            shown = f"median {statistics.median(times) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms"
            print(f"{what} after a key at {size} statements: {shown}")
        print(f"processor time of the server for the findings of a key: {spent / keys * 1000:.0f} ms")
    return 0


def _document(uri: str, version: int, text: str) -> dict[str, Any]:
    return {"uri": uri, "languageId": "argmap", "version": version, "text": text}


def edited(count: int, seed: int) -> int:
    """Random edits of small maps in one desk: after each it finds what a fresh desk finds, all of it and at its
    places; after every 40th the picture, too, is what a fresh process draws of it."""
    chance, text = random.Random(seed), in_argmap(20)
    path = Path("map.argmap").absolute()
    desk = Desk([path.parent])
    how = get_context("spawn" if sys.platform == "win32" else "forkserver")
    how.set_forkserver_preload([picture.__module__])
    with start("tidy") as engine, ProcessPoolExecutor(1, how, max_tasks_per_child=1) as fresh_ones:
        for number in range(count):
            text = _edit(chance, text)
            desk.put(path, text)
            fresh = Desk([path.parent])
            fresh.put(path, text)
            here, there = (repr(one.view(path).diagnostics) for one in (desk, fresh))
            if here != there:
                print(f"edit {number} of seed {seed}: {here} is not {there}\n{text}")
                return 1
            if number % 1000 == 999:
                print(f"{number + 1} edits", flush=True)
            if number % 40 == 0:
                look = {"layout": chance.choice(["map", "flow"]), "verdicts": chance.random() < 0.5}
                drawn = picture(desk.view(path), look, engine=engine).files
                if drawn != fresh_ones.submit(_drawn, path, text, look).result():
                    print(f"edit {number} of seed {seed}: another picture with {look} of\n{text}")
                    return 1
    print(f"{count} edits (seed {seed}): what was found and drawn equals a fresh reading every time")
    return 0


def _drawn(path: Path, text: str, look: dict[str, object]) -> tuple[str | bytes, ...]:
    """The picture of a text, where nothing was drawn before."""
    fresh = Desk([path.parent])
    fresh.put(path, text)
    with start("tidy") as engine:
        return picture(fresh.view(path), look, engine=engine).files


def _edit(chance: random.Random, text: str) -> str:
    if len(text) > 6000 or not text:
        return in_argmap(20) if chance.random() < 0.5 else chance.choice(SEEDS)[:5000]
    at = chance.randrange(len(text))
    if chance.random() < 0.3:
        return changed(chance, text, 1)
    return text[:at] + chance.choice(SNIPPETS) + text[at + chance.choice([0, 0, 1, 5, 30]) :]


def lasting(minutes: float, seed: int) -> int:
    """Random typing at a real server: it answers, rightly, and does not grow."""
    chance, first = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        server, text, path = Server(folder), in_argmap(60), folder / "map.argmap"
        uri, version = path.as_uri(), 1
        server.tell("textDocument/didOpen", {"textDocument": _document(uri, 1, text)})
        start = time.monotonic()
        while time.monotonic() - start < minutes * 60:
            text, version = _edit(chance, text), version + 1
            document = {"uri": uri, "version": version}
            server.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
            found = server.found(version)
            fresh = Desk([folder])
            fresh.put(path, text)
            if [each["code"] for each in found] != [each.code for each in fresh.view(path).diagnostics]:
                print(f"a wrong answer to version {version} of seed {seed}:\n{text}")
                return 1
            place = {"line": chance.randrange(80), "character": chance.randrange(30)}
            for method in ("hover", "completion"):
                server.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place})
            if version % 50 == 0:
                server.ask("argmap/picture", {"uri": uri})
            if version == 400:
                first = server.memory()
        last = server.memory()
        alive = server.process.poll() is None
        server.process.kill()
        grown = f", memory from {first // 1024} to {last // 1024} MB" if first else ""
        print(f"{version} changes in {minutes:g} minutes (seed {seed}): every answer right{grown}")
        return int(not alive or (first > 0 and last > first * 1.2))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--size", type=int, default=500)
    arguments.add_argument("--keys", type=int, default=100)
    arguments.add_argument("--edits", type=int, default=0)
    arguments.add_argument("--minutes", type=float, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    if asked.edits:
        return edited(asked.edits, asked.seed)
    return lasting(asked.minutes, asked.seed) if asked.minutes else typed(asked.size, asked.keys)


if __name__ == "__main__":
    sys.exit(main())
