"""Argdown's text: statements, arguments, relations by indentation, premises and conclusions, headings."""

import re

from ..losses import Report
from ..net import Bond, Net
from ..reading import text_of, words
from ..unreadable import UnreadableError
from .marks import TAG, plain, put_away, restored
from .things import Argument, Thing, Things

COMMENT = re.compile(r"/\*|<!--|(?<![:\w])//")
ENDS = {"/*": "*/", "<!--": "-->"}
FRONT = re.compile(r"\A\s*===+[ \t]*\n(?P<says>.*?)\n===+[ \t]*(?:\n|\Z)", re.S)
TITLE = re.compile(r"^title:[ \t]*(?P<quote>[\"']?)(?P<words>[^\s\"'|>].*?)(?P=quote)[ \t]*$", re.M)
HEADING = re.compile(r"^(#{1,6})[ \t]+(.*)$")
RELATION = re.compile(r"^(?P<sign>><|<\+|<-(?!-)|<_|\+>|->|_>|\+|-(?![-\d])|_)[ \t]+(?P<rest>\S.*)$")
PREMISE = re.compile(r"^\((\d+)\)[ \t]*(.*)$")
INFERENCE = "--"
"""A line between premises and conclusion begins and ends so. Alone on its line it opens the name of an
inference, which the next one closes."""
NAMED = re.compile(r"^(?:\[(?P<statement>[^\[\]]+)\]|<(?P<argument>[^<>]+)>)(?P<colon>:)?[ \t]*(?P<text>.*)$", re.S)
LIST = re.compile(r"^(?:\*|\d+\.)[ \t]+")
XML = re.compile(r"\s*<([A-Za-z][\w.:-]*)(?:\s[^<>]*)?>\s*<(?!\1>)[^<>]+>.*</", re.S)
"""A file of tags: one right behind another, and some that close."""
OUTWARD = ("+>", "->", "_>")


def looks(start: bytes) -> bool:
    """Whether a text begins like Argdown."""
    text = start.decode("utf-8-sig", "ignore")
    named = re.search(
        r"^\s*(?:[+\-_]|<[+\-_]|><)?[ \t]*(?:\[[^\[\]\n]+\]|<[^<>\n/!?][^<>\n]*>)(?::|[ \t]*$)", text, re.M
    )
    return named is not None and not text.lstrip().startswith(("{", "[{", "<?xml", "<!")) and not XML.match(text)


def read(data: bytes) -> tuple[Net, Report]:
    """An Argdown text as a net."""
    reader = _Reader(Report())
    reader.read(text_of(data))
    if not reader.net.points:
        raise UnreadableError("it holds no statement or argument, so it is not Argdown")
    return reader.finish()


def _without_comments(text: str) -> str:
    """A text without its comments. What opens one that nothing ends stays; so does all like it behind that."""
    parts: list[str] = []
    never: set[str] = set()
    at = 0
    opened = COMMENT.search(text)
    while opened:
        sign, resume = opened[0], opened.end()
        end = None if sign in never else _end(text, sign, resume)
        if end is None:
            never.add(sign)
        else:
            parts.append(text[at : opened.start()])
            at = resume = end
        opened = COMMENT.search(text, resume)
    return "".join([*parts, text[at:]])


def _end(text: str, sign: str, start: int) -> int | None:
    """Where a comment ends that is opened by a sign."""
    if sign not in ENDS:  # with its line
        found = text.find("\n", start)
        return found if found >= 0 else len(text)
    found = text.find(ENDS[sign], start)
    return found + len(ENDS[sign]) if found >= 0 else None


class _Reader(Things):
    """Takes one line after another. `_stack` are the things that the next relation may be under, with
    their indentation."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self._stack: list[tuple[int, Thing, int | None]] = []
        self._argument: Argument | None = None
        self._conclude = False
        self._inferring = False
        self._in_steps = False
        self._lines: list[str] = []
        self._opened: tuple[int, str, str] | None = None

    def read(self, text: str) -> None:
        """Read a whole text."""
        text = put_away(text)
        front = FRONT.match(text)
        kept = text
        if front:
            kept = text[front.end() :]
            self._front(front["says"])
        for line in _without_comments(kept).split("\n"):
            self._line(line)
        self._flush()

    def _front(self, says: str) -> None:
        """Take the title of what stands in front; anything else there is left out."""
        title = TITLE.search(says)
        if title:
            self.net.topic = words(restored(title["words"]), self.report)
            says = says[: title.start()] + says[title.end() :]
        self.report.left_out["front matter"] += bool(says.strip())

    def _line(self, line: str) -> None:
        said, indent = line.strip(), len(line) - len(line.lstrip())
        if self._inferring and not PREMISE.match(said):
            self._inferring = said != INFERENCE
        elif not said:
            self._flush()
        elif found := HEADING.match(said):
            self._flush()
            self.group, self._argument, self._stack = plain(found[2], self.report)[0], None, []
        elif self._after_premises and said.startswith(INFERENCE) and said.endswith(INFERENCE):
            self._flush()
            self._conclude, self._inferring = True, said == INFERENCE
            self.report.left_out["name of an inference rule"] += self._inferring or bool(said.strip("- "))
        elif found := PREMISE.match(said):
            self._flush()
            self._inferring = False
            self._opened = (indent, f"({found[1]})", found[2])
        elif found := RELATION.match(said):
            self._flush()
            self._opened = (indent, found["sign"], found["rest"])
        elif self._opened is None or said.startswith("* "):
            self._flush()
            self._opened = (indent, "", LIST.sub("", said))
        else:
            self._lines.append(said)

    @property
    def _after_premises(self) -> bool:
        return self._argument is not None or (self._opened is not None and self._opened[1].startswith("("))

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
        self._in_steps = self._in_steps and bool(sign)
        if isinstance(thing, Argument) and not self._in_steps:  # what bears on a step opens no steps of its own
            self._argument, self._conclude = thing, False

    def _premise(self, indent: int, sign: str, thing: Thing) -> None:
        point = thing.point if isinstance(thing, Argument) else thing
        if sign == "(1)" and (self._argument is None or self._argument.conclusion is not None):
            self._argument = self.argument(f"untitled {len(self.arguments) + 1}")
            self.gone.add(self._argument.point)
            self._conclude = False
        argument = self._argument
        self._stack, self._in_steps = [(indent, thing, None)], True
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
            return self.statement("", *plain(text, self.report))
        said = plain(found["text"], self.report)
        if found["argument"]:
            return self.argument(restored(found["argument"]).strip(), *said)
        return self.statement(restored(found["statement"] or "").strip(), *said)
