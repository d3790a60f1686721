"""Settings from a file: `argmap.toml`, or the table `[tool.argmap]` of a `pyproject.toml`.

The nearest one upward from a map holds. Faults in it are diagnostics like those of a map.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from ..diagnostic import Diagnostic, Severity
from ..english import no_such
from ..faults import ALWAYS_TOLD, FAULTS, REMARKS, Fault
from ..files import DISK, Files
from ..look import CHOICES, NAMES, Choice
from ..reading import read_file, resolved, settings_files, shown
from ..regex import regex
from ..source import SourceFile, Span
from .house_words import HouseWord, HouseWords, plain
from .limits import Limits
from .profiles import DEFAULT, PROFILES
from .rule import Group
from .rules import RULES
from .settings import ALL, LANGUAGE, Settings

SEVERITIES: Mapping[str, Severity | None] = {**{s.value: s for s in Severity}, "off": None}
KEYS = (
    "profile", "select", "ignore", "severity", "limits", "sources", "look", "words", "presumption", "second-rebuttal",
)  # fmt: skip
WORD_PARTS = ("message", "severity", "instead")
LISTS = ("select", "ignore", "sources")
BARE = regex(r"\s*(?P<key>[\w-]+)\s*[:=]\s*\[?(?P<value>[\w \"'“”‘’.,/-]*\w[\w \"'“”‘’.,/-]*)\]?\s*(?:#.*)?")
"""A setting as other files write it: with a colon, or without quotation marks."""
FEW = 8
"""So many names are all named, where none is near the one that was written."""
LONGEST = 200
"""How much of a line is looked at for what was meant."""
NUMBER = regex(r"[0-9]+(?:\.[0-9]+)?")
LIMITS = tuple(limit.name.replace("_", "-") for limit in fields(Limits))
PLACE = regex(r" \(at line (\d+), column (\d+)\)")


def choices() -> list[str]:
    """What `select` and `ignore` may name: rules, groups, all, the language and its own remarks."""
    return [*(rule.name for rule in RULES), *(group.value for group in Group), LANGUAGE, ALL, *REMARKS]


def unknown(name: str, what: str, known: Iterable[str]) -> str:
    """What to say of a name that is none of the known ones."""
    return no_such(what, name, known, few=FEW)


def unknown_rule(name: str) -> str:
    """What to say of a name that `select` and `ignore` cannot take."""
    if name in FAULTS:
        return f"`{name}` is not a rule: {ALWAYS_TOLD}, and can be neither selected nor ignored"
    return unknown(name, "rule", choices())


def find_settings(
    path: Path | None, files: Files = DISK, *, allow_outside: bool = False
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings that hold for a map: those of the nearest file upward from it (from the current
    folder where it is None), or the defaults; and what is wrong with that file. What it names lies in its
    own folder tree, unless `allow_outside`."""
    for file in settings_files(path, files):
        found = read_settings(file, files, allow_outside=allow_outside)
        if found is not None:
            return found
    return Settings(), ()


def read_settings(
    path: Path, files: Files = DISK, *, allow_outside: bool = False
) -> tuple[Settings, tuple[Diagnostic, ...]] | None:
    """The settings of one file (see `find_settings`); None for a `pyproject.toml` that has none."""
    import tomllib

    project = path.name == "pyproject.toml"
    if not allow_outside and not resolved(path).is_relative_to(resolved(path.parent)):
        message = "this is a link to a file outside its folder"
        return Settings(), (Fault.BAD_SETTING.of_file(shown(path), message, "allow it with --allow-outside"),)
    read = read_file(path, shown(path), files)
    if isinstance(read, Diagnostic):
        faults = () if read.code == Fault.EMPTY_FILE.code else (read,)
        return None if project else (Settings(), faults)
    if project and "argmap" not in read.text:
        return None
    try:
        table: Any = tomllib.loads(read.text)
    except (ValueError, RecursionError) as error:  # a number of too many digits is a ValueError of Python's own
        return None if project else (Settings(), (_not_toml(read, error),))
    if project:
        tools = table.get("tool")
        table = tools.get("argmap") if isinstance(tools, dict) else None
        if not isinstance(table, dict):
            return None
    reader = _Reader(read, path.parent, allow_outside)
    return reader.settings(table), tuple(reader.found)


def _not_toml(file: SourceFile, error: Exception) -> Diagnostic:
    place = PLACE.search(str(error))
    at = 0
    if place:
        at = min(file.line_start(int(place[1])) + int(place[2]) - 1, len(file.text))
    words = PLACE.sub("", str(error)).removesuffix(" (at end of document)")
    if type(error) is ValueError:
        words = "a number in it has too many digits"  # Python's own words are for programmers
    message = f"this is not TOML: {words[:1].lower()}{words[1:]}"
    span = Span(file, at, min(at + 1, len(file.text)))
    return Fault.BAD_SETTING.at(span, message, _as_toml(file, span.line))


def _as_toml(file: SourceFile, line: int) -> str | None:
    """How to write a line such as `profile: nsda`; None where it is not clear what was meant."""
    start = file.line_start(line)
    meant = BARE.fullmatch(file.text[start : start + LONGEST].partition("\n")[0].rstrip("\r"))
    if not meant:
        return None
    key, words = meant["key"], [word for part in meant["value"].split(",") if (word := part.strip(" \"'“”‘’"))]
    quoted = [f'"{word}"' for word in words]
    if key in LISTS:
        return f"write `{key} = [{', '.join(quoted)}]`"
    if len(words) != 1:
        return None
    return f"write `{key} = {words[0] if NUMBER.fullmatch(words[0]) else quoted[0]}`"


class _Reader:
    """Takes a table apart, and notes what is wrong with it."""

    def __init__(self, file: SourceFile, folder: Path, allow_outside: bool) -> None:
        self.file, self.folder, self.allow_outside = file, folder, allow_outside
        self.found: list[Diagnostic] = []

    def settings(self, table: Mapping[str, Any]) -> Settings:
        for key in table:
            if key not in KEYS:
                self._fault(key, unknown(key, "setting", KEYS))
        return Settings(
            profile=self._profile(table.get("profile", DEFAULT)),
            select=frozenset(self._names("select", table.get("select", []))),
            ignore=frozenset(self._names("ignore", table.get("ignore", []))),
            severity=dict(self._severity(table.get("severity", {}))),
            limits=self._limits(table.get("limits", {})),
            sources=tuple(self._folders(self._words("sources", table.get("sources", [])))),
            look=dict(self._look(table.get("look", {}))),
            words=HouseWords.of([*self._house(table.get("words", {}))]),
            presumption=self._side(table.get("presumption")),
            second_rebuttal=self._flag("second-rebuttal", table.get("second-rebuttal", False)),
        )

    def _fault(self, word: str, message: str) -> None:
        """Note a fault at a key of this name, or else at the first place where the word stands."""
        name = re.escape(word[:LONGEST])
        key = re.search(rf"^[ \t]*[\"']?({name})[\"']?[ \t]*=", self.file.text, re.MULTILINE)
        place = key or re.search(rf"(?<![\w-])({name})(?![\w-])", self.file.text)
        span = Span(self.file, *place.span(1)) if place else None
        fault = Fault.BAD_SETTING
        self.found.append(fault.at(span, message, None) if span else fault.of_file(self.file.name, message))

    def _folders(self, names: Iterable[str]) -> Iterator[Path]:
        for name in names:
            folder = self.folder / name
            if self.allow_outside or resolved(folder).is_relative_to(resolved(self.folder)):
                yield folder
            else:
                what = "lies outside the folder of this settings file; name it with --sources, or allow it with"
                self._fault(name, f"`{name}` {what} --allow-outside")

    def _profile(self, value: object) -> str:
        if not isinstance(value, str):
            self._fault("profile", f"`profile` is one of the words {', '.join(PROFILES)}")
        elif value in PROFILES:
            return value
        else:
            self._fault(value, unknown(value, "profile", PROFILES))
        return DEFAULT

    def _side(self, value: object) -> str | None:
        if value is None or (isinstance(value, str) and value):
            return value
        self._fault("presumption", '`presumption` is the id of a side: `presumption = "con"`')
        return None

    def _flag(self, key: str, value: object) -> bool:
        if isinstance(value, bool):
            return value
        self._fault(key, f"`{key}` is `true` or `false`")
        return False

    def _words(self, key: str, value: object) -> list[str]:
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return value
        self._fault(key, f'`{key}` is a list of words: `{key} = ["..."]`')
        return []

    def _names(self, key: str, value: object) -> Iterator[str]:
        known = choices()
        for name in self._words(key, value):
            if name in known:
                yield name
            else:
                self._fault(name, unknown_rule(name))

    def _severity(self, value: object) -> Iterator[tuple[str, Severity | None]]:
        names = [rule.name for rule in RULES]
        for name, weight in self._table("severity", value).items():
            if name not in names:
                self._fault(name, unknown(name, "rule", names))
            elif not isinstance(weight, str):
                self._fault(name, f"a severity is one of the words {', '.join(SEVERITIES)}")
            elif weight not in SEVERITIES:
                self._fault(weight, unknown(weight, "severity", SEVERITIES))
            else:
                yield name, SEVERITIES[weight]

    def _limits(self, value: object) -> Limits:
        chosen: dict[str, Any] = {}
        for name, limit in self._table("limits", value).items():
            if name not in LIMITS:
                self._fault(name, unknown(name, "limit", LIMITS))
            elif isinstance(limit, bool) or not isinstance(limit, int | float) or not 0 <= limit < 1e9:
                self._fault(name, f"the limit `{name}` is a number, 0 or more")
            else:
                chosen[name.replace("-", "_")] = limit
        return Limits(**chosen)

    def _look(self, value: object) -> Iterator[tuple[str, object]]:
        known = {choice.name: choice for choice in CHOICES}
        for name, word in self._table("look", value).items():
            if name not in known:
                self._fault(name, unknown(name, "part of the look", NAMES))
            elif self._taken(known[name], word):
                yield name, word

    def _house(self, value: object) -> Iterator[HouseWord]:
        for phrase, rule in self._table("words", value).items():
            parts = {"message": rule} if isinstance(rule, str) else rule
            if not plain(phrase) or not isinstance(parts, dict) or not all(isinstance(p, str) for p in parts.values()):
                self._fault(phrase, f'a word is written `"{phrase[:40]}" = {{ message = "...", instead = "..." }}`')
                continue
            for key in parts.keys() - WORD_PARTS:
                self._fault(key, unknown(key, "part of a word's rule", WORD_PARTS))
            weight = parts.get("severity")
            if weight and weight not in SEVERITIES:
                self._fault(weight, unknown(weight, "severity", SEVERITIES))
            elif weight != "off":
                own = SEVERITIES[weight] if weight else None
                yield HouseWord(phrase, parts.get("message"), parts.get("instead"), own)

    def _taken(self, choice: Choice, word: object) -> bool:
        try:
            choice.read(word)
        except ValueError as fault:
            self._fault(choice.name, str(fault))
            return False
        return True

    def _table(self, key: str, value: object) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self._fault(key, f"`{key}` is a table: `[{key}]` with a line for each name")
        return {}
