"""Argdown: its text (statements, arguments, relations by indentation, premises and conclusions,
headings) and the JSON of its command line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .losses import Report
from .net import Bond, Net, Point
from .reading import items, json_of, mapping, text_of, words
from .unreadable import UnreadableError

COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->|(?<![:\w])//[^\n]*", re.S)
FRONT = re.compile(r"\A\s*===+[ \t]*\n.*?\n===+[ \t]*(?:\n|\Z)", re.S)
HEADING = re.compile(r"^(#{1,6})[ \t]+(.*)$")
RELATION = re.compile(r"^(?P<sign>><|<\+|<-(?!-)|<_|\+>|->|_>|\+|-(?![-\d])|_)[ \t]+(?P<rest>\S.*)$")
PREMISE = re.compile(r"^\((\d+)\)[ \t]*(.*)$")
INFERENCE = re.compile(r"^--+(?:.*--+)?[ \t]*$")
NAMED = re.compile(r"^(?:\[(?P<statement>[^\[\]]+)\]|<(?P<argument>[^<>]+)>)(?P<colon>:)?[ \t]*(?P<text>.*)$", re.S)
DATA = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"(?<!\S)#(?:\(([^()]+)\)|([\w-]+))")
STRESS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
MENTION = re.compile(r"@(?:\[([^\[\]]+)\]|<([^<>]+)>)")
LIST = re.compile(r"^(?:\*|\d+\.)[ \t]+")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
AWAY = 0xF0000
"""Where signs with a backslash before them are kept while a text is read: as letters of nobody's."""
BACK = re.compile("[\U000f0021-\U000f007e]")
SUPPORTS = ("+", "<+", "+>")
UNDERCUTS = ("_", "<_", "_>")
OUTWARD = ("+>", "->", "_>")


@dataclass(slots=True, eq=False)
class _Argument:
    """An argument: its point, and once its premises are written the bond that they make."""

    point: Point
    premises: list[Point] = field(default_factory=list)
    conclusion: Point | None = None
    bond: Bond | None = None


Thing = Point | _Argument


def looks(start: bytes) -> bool:
    """Whether a text begins like Argdown."""
    text = start.decode("utf-8-sig", "ignore")
    named = re.search(
        r"^\s*(?:[+\-_]|<[+\-_]|><)?[ \t]*(?:\[[^\[\]\n]+\]|<[^<>\n/!?][^<>\n]*>)(?::|[ \t]*$)", text, re.M
    )
    return named is not None and not text.lstrip().startswith(("{", "[{", "<?xml", "<!"))


def looks_json(start: bytes) -> bool:
    """Whether a file begins like the JSON of Argdown's command line."""
    return start.lstrip().startswith(b"{") and (b'"arguments"' in start or b'"equivalenceClass' in start)


def read(data: bytes) -> tuple[Net, Report]:
    """An Argdown text as a net."""
    reader = _Reader(Report())
    reader.read(text_of(data))
    if not reader.net.points:
        raise UnreadableError("it holds no statement or argument, so it is not Argdown")
    return reader.finish()


class _Things:
    """Statements and arguments by their titles."""

    def __init__(self, report: Report) -> None:
        self.net = Net()
        self.report = report
        self.statements: dict[str, Point] = {}
        self.arguments: dict[str, _Argument] = {}
        self.group = ""
        self.pending: list[tuple[str, Thing, Thing, int | None]] = []

    def statement(self, title: str, text: str = "", tags: tuple[str, ...] = ()) -> Point:
        """The statement with a title; without one a new statement."""
        if not title or title not in self.statements:
            point = Point(text or title, tags=tags, group=self.group)
            self.net.points.append(point)
            if not title:
                return point
            self.statements[title] = point
            return point
        point = self.statements[title]
        self._say(point, title, text)
        point.tags = tuple(dict.fromkeys((*point.tags, *tags)))
        return point

    def argument(self, title: str, text: str = "", tags: tuple[str, ...] = ()) -> _Argument:
        """The argument with a title."""
        if title not in self.arguments:
            point = Point(text or title, tags=tags, group=self.group)
            self.net.points.append(point)
            self.arguments[title] = _Argument(point)
        else:
            self._say(self.arguments[title].point, title, text)
        return self.arguments[title]

    def _say(self, point: Point, title: str, text: str) -> None:
        if text and point.text == title:
            point.text = text
        elif text and text != point.text:
            self.report.left_out["other wording of a statement"] += 1

    def relate(self, sign: str, source: Thing, target: Thing, under: int | None = None) -> int:
        """Say that one bears on the other, by the sign of a relation; the number of that relation. `under`
        is the one at the end of which this one stands: an undercut concerns that."""
        self.pending.append((sign, source, target, under))
        return len(self.pending) - 1

    def finish(self) -> tuple[Net, Report]:
        """Bonds of all relations, once every argument's premises are known."""
        for title, argument in self.arguments.items():
            self._close(title, argument)
        bound: dict[int, Bond] = {}
        for number, (sign, source, target, under) in enumerate(self.pending):
            bond = self._bind(sign, source, target, bound.get(under) if under is not None else None)
            if bond:
                bound[number] = bond
        titled = [t for t, p in self.statements.items() if p.text != t]
        titled += [t for t, a in self.arguments.items() if a.point.text != t]
        self.report.left_out["title beside a text"] += len(titled)
        self.report.read["statement"] += len(self.net.points)
        self.report.read["link"] += len(self.net.bonds)
        return self.net, self.report

    def _close(self, title: str, argument: _Argument) -> None:
        """An argument whose premises are written is the bond of these; its gist becomes a note."""
        if argument.conclusion is None or not argument.premises:
            return
        argument.bond = Bond(True, tuple(argument.premises), argument.conclusion)
        self.net.bonds.append(argument.bond)
        if argument.point in self.net.points:
            self.net.points.remove(argument.point)
            if argument.point.text == title:
                return
            argument.conclusion.note = argument.conclusion.note or argument.point.text
            self.report.changed["gist of an argument (now a note)"] += 1

    def _bind(self, sign: str, source: Thing, target: Thing, here: Bond | None) -> Bond | None:
        start = source.conclusion if isinstance(source, _Argument) and source.bond else None
        first = start or (source.point if isinstance(source, _Argument) else source)
        last = (target.bond or target.point) if isinstance(target, _Argument) else target
        if sign in UNDERCUTS and isinstance(last, Point):
            ahead = here or next((bond for bond in self.net.bonds if last in bond.sources), None)
            last = ahead or last
        if first is last:
            return None
        made = Bond(sign in SUPPORTS, (first,), last)
        self.net.bonds.append(made)
        if sign == "><" and isinstance(last, Point):
            self.net.bonds.append(Bond(False, (last,), first))
        return made


class _Reader(_Things):
    """Takes one line after another. `_stack` are the things that the next relation may be under, with
    their indentation."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self._stack: list[tuple[int, Thing, int | None]] = []
        self._argument: _Argument | None = None
        self._conclude = False
        self._lines: list[str] = []
        self._opened: tuple[int, str, str] | None = None

    def read(self, text: str) -> None:
        """Read a whole text."""
        text = ESCAPED.sub(lambda found: chr(AWAY + ord(found[1])), text)
        kept = FRONT.sub("", text)
        if kept != text:
            self.report.left_out["front matter"] += 1
        for line in COMMENT.sub("", kept).split("\n"):
            self._line(line)
        self._flush()

    def _line(self, line: str) -> None:
        words, indent = line.strip(), len(line) - len(line.lstrip())
        if not words:
            self._flush()
        elif found := HEADING.match(words):
            self._flush()
            self.group, self._argument, self._stack = self._plain(found[2])[0], None, []
        elif INFERENCE.match(words) and self._argument is not None:
            self._flush()
            self._conclude = True
            if words.strip("- "):
                self.report.left_out["name of an inference rule"] += 1
        elif found := PREMISE.match(words):
            self._flush()
            self._opened = (indent, f"({found[1]})", found[2])
        elif found := RELATION.match(words):
            self._flush()
            self._opened = (indent, found["sign"], found["rest"])
        elif self._opened is None:
            self._opened = (indent, "", LIST.sub("", words))
        else:
            self._lines.append(words)

    def _flush(self) -> None:
        """Take what was gathered: a statement, an argument, a premise, or a relation to one of these."""
        if self._opened is None:
            return
        indent, sign, first = self._opened
        text = " ".join([first, *self._lines])
        self._opened, self._lines = None, []
        if sign.startswith("("):
            self._premise(indent, sign, self._thing(text))
            return
        while self._stack and (self._stack[-1][0] >= indent or not sign):
            self._stack.pop()
        thing, number = self._thing(text), None
        if sign and self._stack:
            _, above, under = self._stack[-1]
            number = self.relate(sign, *((above, thing) if sign in OUTWARD else (thing, above)), under)
        elif sign:
            self.report.left_out["relation that stands under nothing"] += 1
        self._stack.append((indent, thing, number))
        if isinstance(thing, _Argument):
            self._argument, self._conclude = thing, False

    def _premise(self, indent: int, sign: str, thing: Thing) -> None:
        point = thing.point if isinstance(thing, _Argument) else thing
        if sign == "(1)" and (self._argument is None or self._argument.conclusion is not None):
            self._argument = self.argument(f"untitled {len(self.arguments) + 1}")
            self.net.points.remove(self._argument.point)
            self._conclude = False
        argument = self._argument
        self._stack = [(indent, thing, None)]
        if argument is None:
            return
        if argument.conclusion is not None:  # what was concluded before is a premise of what follows
            self.net.bonds.append(Bond(True, tuple(argument.premises), argument.conclusion))
            argument.premises, argument.conclusion = [argument.conclusion], None
        if self._conclude and argument.premises:
            argument.conclusion = point
        else:
            argument.premises.append(point)
        self._conclude = False

    def _thing(self, text: str) -> Thing:
        found = NAMED.match(text)
        if not found or (found["text"] and not found["colon"] and not TAG.match(found["text"])):
            plain, tags = self._plain(text)
            return self.statement("", plain, tags)
        plain, tags = self._plain(found["text"])
        if found["argument"]:
            return self.argument(_restored(found["argument"]).strip(), plain, tags)
        return self.statement(_restored(found["statement"] or "").strip(), plain, tags)

    def _plain(self, text: str) -> tuple[str, tuple[str, ...]]:
        """A text's words without data, tags and stress, and its tags."""
        kept = DATA.sub("", text)
        self.report.left_out["data in braces"] += kept != text
        tags = tuple(re.sub(r"[^\w-]+", "-", one or other).strip("-") for one, other in TAG.findall(kept))
        kept = MENTION.sub(lambda found: found[1] or found[2], TAG.sub("", kept))
        stressed = STRESS.sub(r"\2", kept)
        self.report.left_out["bold or italic stretch"] += stressed != kept
        return words(_restored(stressed), self.report), tuple(tag for tag in tags if tag)


def _restored(words: str) -> str:
    """Signs that were escaped, as themselves."""
    return BACK.sub(lambda found: chr(ord(found[0]) - AWAY), words)


def read_json(data: bytes) -> tuple[Net, Report]:
    """The JSON that Argdown's command line exports as a net."""
    whole = mapping(json_of(data))
    things = _Things(Report())
    for title, each in mapping(whole.get("statements")).items():
        for text in _wordings(mapping(each), things.report):
            things.statement(str(title), text)
        things.statement(str(title))
    for title, each in mapping(whole.get("arguments")).items():
        argument = things.argument(str(title))
        for text in _wordings(mapping(each), things.report):
            things.argument(str(title), text)
        _reconstruct(argument, mapping(each), things)
    if not things.net.points:
        raise UnreadableError("it holds no statements or arguments, so it is not JSON of Argdown")
    kinds = {"support": "+", "entails": "+", "attack": "-", "contrary": "><", "contradictory": "><", "undercut": "_"}
    for relation in map(mapping, items(whole.get("relations"))):
        kind = str(relation.get("relationType", relation.get("type")))
        ends = [_end(relation, end, things) for end in ("from", "to")]
        if kind in kinds and ends[0] is not None and ends[1] is not None:
            things.relate(kinds[kind], ends[0], ends[1])
        else:
            things.report.left_out["link with an end that is not there"] += 1
    things.report.left_out["section's heading"] += len(items(whole.get("sections")))
    return things.finish()


def _wordings(each: Mapping[str, Any], report: Report) -> Iterator[str]:
    for member in map(mapping, items(each.get("members"))):
        if member.get("text"):
            yield words(member["text"], report)


def _reconstruct(argument: _Argument, each: Mapping[str, Any], things: _Things) -> None:
    """An argument's premises and conclusions."""
    for step in map(mapping, items(each.get("pcs"))):
        point = things.statement(str(step.get("title", "")), words(step.get("text"), things.report))
        if step.get("role") == "premise":
            argument.premises.append(point)
        elif step.get("role") == "main-conclusion":
            argument.conclusion = point
        elif argument.premises:
            things.net.bonds.append(Bond(True, tuple(argument.premises), point))
            argument.premises = [point]


def _end(relation: Mapping[str, Any], end: str, things: _Things) -> Thing | None:
    title = relation.get(end)
    title = title.get("title") if isinstance(title, dict) else title
    if relation.get(f"{end}Type") in ("argument", "inference"):
        return things.arguments.get(str(title))
    return things.statements.get(str(title)) or things.arguments.get(str(title))
