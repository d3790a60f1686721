"""What other tools' files are made of: text, JSON, XML, read with care."""

import html
import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from .losses import Report
from .unreadable import UnreadableError

MOJIBAKE = re.compile(r"Ã.|â€|Â[\xa0-\xbf]")
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.I)


def text_of(data: bytes) -> str:
    """The words of a text file. Raises UnreadableError for what is none."""
    if not data.strip():
        raise UnreadableError("it is empty")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        words = data.decode(encoding)
    except UnicodeDecodeError:
        words = data.decode("cp1252", "replace")
    if "\0" in words:
        raise UnreadableError("it is not a text file")
    return words.replace("\r\n", "\n").replace("\r", "\n")


def json_of(data: bytes) -> Any:
    """What a JSON file holds. Raises UnreadableError, with the place, for what is none."""
    try:
        return json.loads(text_of(data))
    except json.JSONDecodeError as fault:
        raise UnreadableError(f"it is not valid JSON: {fault.msg.lower()} in line {fault.lineno}") from None
    except ValueError:
        raise UnreadableError("it is not valid JSON: it holds a number that is too long") from None


def xml_of(data: bytes) -> ElementTree.Element:
    """The root of an XML file. Raises UnreadableError; a file with a document type is refused."""
    if b"<!DOCTYPE" in data or b"<!DOCTYPE" in data[:4096].replace(b"\0", b""):
        raise UnreadableError("it declares a document type, which is not read; take that line out")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        raise UnreadableError(f"it is not valid XML: {fault}") from None


def mapping(value: Any) -> Mapping[str, Any]:
    """A JSON object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """A JSON list's items, or an object's values; none for anything else."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def words(value: Any, report: Report) -> str:
    """A text in a file: entities as their letters, letters that were read in a wrong encoding mended."""
    said = value if isinstance(value, str) else "" if value is None else str(value)
    plain = html.unescape(said) if "&" in said else said
    if plain != said:
        report.changed["text with HTML's signs for letters (now the letters)"] += 1
    if MOJIBAKE.search(plain):
        try:
            plain = plain.encode("cp1252").decode("utf-8")
            report.changed["text in a wrong encoding (mended)"] += 1
        except UnicodeError:
            report.changed["text in a wrong encoding (left as it is)"] += 1
    if TAG.search(plain):
        plain = TAG.sub(" ", plain)
        report.left_out["HTML tag in a text"] += 1
    return " ".join(plain.split())
