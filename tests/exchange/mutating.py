"""Files of other tools with something wrong in them, many a second.

    python tests/exchange/mutating.py [--each 10000] [--first 0] [--log FILE] [FORM...]

Each file is made in its tool's ways and changed by what suits its form: values of JSON replaced, moved,
left out; lines of text and tags of XML likewise; the parts inside a zip; and bytes of anything. It must
become a map without a fault, or be refused in one sentence, in under five seconds.
"""

import argparse
import copy
import io
import json
import random
import re
import signal
import sys
import time
import traceback
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml

sys.path.insert(0, str(Path(__file__).parent))

import tools_ways

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Options, known_by, read_foreign
from argmap.exchange.telling import as_data, lines
from argmap.formatting import format_document
from argmap.language.parse import parse
from argmap.papers.zipping import zipped
from argmap.pipeline import load_text
from argmap.source import SourceFile

LIMIT = 5.0
BY_NAME = {importer.name: importer for importer in IMPORTERS}
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1e308, float("nan"), "", "1", "s2", "root", "\ud800", "\0", "x" * 3000,
    [], [[]], {}, {"id": {}}, ["1", 2],
)  # fmt: skip
PIECES = (
    b"{", b"}", b"[", b"]", b'"', b"<", b">", b"\x00", b"\xff", b"\n", b"    ", b"\t", b"null", b"1e999", b"-1",
    b":", b"1.", b"- ", b"-> See 1.", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\\u0000", b"\\ud800", b"- [x]: y\n",
    b"  + ", b"<_>", b"&amp;", b"&#1;", b"1.1. Con: ", b"T9\tSupport Arg1:T1 Arg2:T2\n", b'"""', b"#", b"@", b"(1) ",
    b"----\n", b"--\n", b"*a ", b"!!python/x ", b"<!--", b"===\n",
)  # fmt: skip
LINE = re.compile(rb"(?<=\n)|(?<=>)(?=<)")


def changed(name: str, data: bytes, rng: random.Random) -> bytes:
    """A file with a few slips."""
    if data.startswith(b"PK"):
        if rng.random() < 0.15:
            return _bytes(data, rng)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        main = [each for each in parts if re.search(r"document|sheet|shared|styles|workbook", each)]
        part = rng.choice(main if rng.random() < 0.9 else list(parts))
        parts[part] = _tree(parts[part], rng) if rng.random() < 0.8 else _lines(parts[part], rng)
        if rng.random() < 0.03:
            del parts[part]
        return zipped(parts)
    if data.startswith(b"{") and rng.random() < 0.75:
        whole = json.loads(data)
        for _ in range(rng.randrange(1, 4)):
            _value(whole, rng)
        data = json.dumps(whole, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")
        return data if rng.random() < 0.8 else _bytes(data, rng)
    if data.startswith(b"<?xml") and rng.random() < 0.75:
        return _tree(data, rng)
    if name == "carneades" and rng.random() < 0.6:
        whole = yaml.safe_load(data)
        _value(whole, rng)
        return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True).encode("utf-8", "surrogatepass")
    return _lines(data, rng) if rng.random() < 0.6 else _bytes(_lines(data, rng), rng)


def _tree(data: bytes, rng: random.Random) -> bytes:
    """Elements of XML left out, doubled, moved, renamed, with others' words or attributes."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return data
    for _ in range(rng.randrange(1, 4)):
        whole = [(above, each) for above in root.iter() for each in above]
        if not whole:
            break
        (above, each), (_, other) = rng.choice(whole), rng.choice(whole)
        way = rng.randrange(6)
        if way == 0:
            above.remove(each)
        elif way == 1:
            above.insert(rng.randrange(len(above) + 1), copy.deepcopy(other))
        elif way == 2:
            each.tag = other.tag
        elif way == 3:
            each.text = rng.choice((other.text, None, "9" * 30, "-1", *tools_ways.SAID[:9]))
        elif way == 4:
            each.attrib.clear()
        elif each.attrib:
            values = [*other.attrib.values(), "", "-1", "x", "9" * 30]
            each.set(rng.choice(list(each.attrib)), rng.choice(values))
    return ElementTree.tostring(root, "utf-8", xml_declaration=True)


def _value(whole: Any, rng: random.Random) -> None:
    """Replace, leave out, move or double a value somewhere in JSON."""
    places: list[tuple[Any, Any]] = []
    waiting: list[Any] = [whole]
    while waiting:
        at = waiting.pop()
        keys = list(at) if isinstance(at, dict) else range(len(at)) if isinstance(at, list) else ()
        places += [(at, key) for key in keys]
        waiting += [at[key] for key in keys]
    if not places:
        return
    at, key = rng.choice(places)
    other, its = rng.choice(places)
    way = rng.randrange(5)
    if way == 0:
        del at[key]
    elif way == 1:
        at[key] = rng.choice(ODD)
    elif way == 2:
        at[key] = json.loads(json.dumps(other[its]))
    elif way == 3 and isinstance(at, list):
        at.append(json.loads(json.dumps(at[key])))
    elif isinstance(at, dict):
        at[str(its)] = at.pop(key)


def _lines(data: bytes, rng: random.Random) -> bytes:
    """Lines, or tags, that are left out, doubled, moved, deeper, or have a piece of another in them."""
    found = LINE.split(data)
    for _ in range(rng.randrange(1, 4)):
        at, other = rng.randrange(len(found)), rng.randrange(len(found))
        way = rng.randrange(6)
        if way == 0:
            found[at] = b""
        elif way == 1:
            found[at] += found[at]
        elif way == 2:
            found[at], found[other] = found[other], found[at]
        elif way == 3:
            found[at] = rng.choice((b"  ", b"\t", b"        ", b"\xc2\xa0")) + found[at]
        elif way == 4:
            found[at] = found[at].lstrip()
        else:
            cut = rng.randrange(len(found[at]) + 1)
            found[at] = found[at][:cut] + found[other][rng.randrange(len(found[other]) + 1) :]
    return b"".join(found)


def _bytes(data: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randrange(1, 4)):
        start = rng.randrange(len(data) + 1)
        end = min(start + rng.randrange(40), len(data))
        piece = rng.choice((b"", data[start:end], rng.choice(PIECES), bytes([rng.randrange(256)])))
        data = data[:start] + piece + data[rng.choice((start, end)) :]
    return data[: rng.randrange(len(data) + 1)] if rng.random() < 0.05 else data


def attempt(name: str, seed: int) -> str:
    """Import a file of a form that is wrong in some way; `read` or `refused`. Raises AssertionError."""
    rng = random.Random(f"{name} {seed}")
    data = changed(name, tools_ways.made(name, rng), rng)
    known_by(data, "x", IMPORTERS)
    options = Options(rng.choice((None, "policy", "public-forum")), rng.random() < 0.5)
    read = read_foreign(data, "a round.x", BY_NAME[name], options)
    json.dumps(as_data("x", "y", read))
    if not isinstance(read, Imported):
        assert read.why and "\n" not in read.why, read.why
        return "refused"
    assert "\n" not in "".join(lines(read))
    assert load_text(read.text).errors == (), f"{load_text(read.text).errors[0]}\n{read.text}"
    assert format_document(parse(SourceFile("x", read.text))[0]) == read.text, read.text
    return "read"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--log", type=Path)
    parser.add_argument("forms", nargs="*")
    options = parser.parse_args()
    failed = 0
    print("| form | files | read | refused | failed | slowest |\n|---|---:|---:|---:|---:|---:|", flush=True)
    for name in options.forms or BY_NAME:
        found = {"read": 0, "refused": 0, "failed": 0}
        slowest = 0.0
        for seed in range(options.first, options.first + options.each):
            began = time.process_time()
            if hasattr(signal, "setitimer"):
                signal.signal(signal.SIGPROF, _ring)
                signal.setitimer(signal.ITIMER_PROF, LIMIT)
            try:
                found[attempt(name, seed)] += 1
            except (Exception, TooLongError):
                found["failed"] += 1
                print(f"{name} {seed}\n{traceback.format_exc()}", file=sys.stderr, flush=True)
            slowest = max(slowest, time.process_time() - began)
        failed += found["failed"]
        counts = " | ".join(f"{found[what]:,}" for what in ("read", "refused", "failed"))
        row = f"| {name} | {options.each:,} | {counts} | {slowest:.2f} s |"
        print(row, flush=True)
        if options.log:
            with options.log.open("a", encoding="utf-8") as log:
                log.write(row + "\n")
    return int(failed > 0)


class TooLongError(BaseException):
    """A file took longer than `LIMIT`: no `except Exception` on the way makes something else of it."""


def _ring(_signal: int, _frame: object) -> None:
    raise TooLongError


if __name__ == "__main__":
    sys.exit(main())
