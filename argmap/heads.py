"""Heads that the grammar could not read: what is wrong with one, and what can be saved of it."""

import re
import unicodedata
from collections.abc import Sequence

from .citing import explain_cites
from .diagnostic import Diagnostic, Edit, Severity
from .openings import BRACKETED, FIRST_WORD, ID, head_end
from .outline import Outline
from .syntax import Declaration, FaultyLine, Field, Nested, StatementLine, Word
from .vocabulary import ANALYTIC, DECLARATIONS, KINDS, MARKS, RESERVED, nearest

PART = re.compile(
    rf"\s*(?:(?P<word>{ID})|(?P<round>\([^()]*\))|(?P<square>{BRACKETED.pattern})"
    r"|(?P<sign>[@#][^\s()\[\]:#@]+)|(?P<other>[^\s\w]|\w[\w-]*))"
)
ONE_ID = re.compile(rf"\s*{ID}\s*")
CLOCK_BEFORE = re.compile(r"time\s+[0-9]+$")
EXAMPLE = "`evidence pledge (pro) [smith para 3]: The words.`"


def explain_head(outline: Outline, start: int, end: int, at: int) -> Diagnostic:
    """The one fault to tell of the line `outline.text[start:end]`, which the grammar left at `at`."""
    line = outline.text[start:end]
    first = FIRST_WORD.match(line)
    word = first.group() if first else ""
    fault = None
    if word in KINDS or word in DECLARATIONS:
        fault = _brackets(line) or _colon(line, word) or _parts(line, word)
    elif word:
        fault = _relation(line)
    if fault is None:
        place = min(max(at - start, 0), max(len(line) - 1, 0))
        shown = line[place : place + 1]
        fault = (place, place + 1, _cannot_stand(shown), f"a line such as {EXAMPLE} shows the order")
    begin, upto, message, help, *fix = fault
    span = outline.span(start + begin, start + max(upto, begin))
    edits = (Edit(span, fix[0]),) if fix else ()
    return Diagnostic("unreadable-line", Severity.ERROR, message, span, help, edits=edits)


Fault = tuple[int, int, str, str] | tuple[int, int, str, str, str]
"""Where it begins and ends in the line, the message, the way out, and the mend if there is just one."""


def _cannot_stand(shown: str) -> str:
    if not shown:
        return "something is missing at the end of this line"
    if not shown.isprintable() or not shown.strip():
        return f"the character U+{ord(shown):04X} cannot stand here"
    return f"`{shown}` cannot stand here"


def _brackets(line: str) -> Fault | None:
    colon = head_end(line)
    region = line if colon < 0 else line[:colon]
    for opened, closing in (("[", "]"), ("(", ")")):
        at = region.rfind(opened)
        if at < 0:
            continue
        inner = line.find(":", at)
        closed = region.find(closing, at)
        swallowed = colon < 0 and 0 <= inner < closed and not CLOCK_BEFORE.search(line[at:inner])
        if closed < 0 or (opened == "[" and swallowed):
            what = "its source, before the colon" if opened == "[" else "the side"
            return at, at + 1, f"this `{opened}` is never closed", f"put `{closing}` behind {what}"
    return None


def _colon(line: str, word: str) -> Fault | None:
    if head_end(line) >= 0:
        return None
    end = len(word)
    while match := PART.match(line, end):
        if match.lastgroup in ("round", "square", "sign") or end == len(word):
            end = match.end()
        else:
            break
    where = f"put a colon between what says which `{word}` it is and its words"
    return 0, end, f"this `{word}` has no colon", f"{where}, as in {EXAMPLE}" if word in KINDS else where


def _parts(line: str, word: str) -> Fault | None:
    """The first part between the kind (or the declaration's word) and the colon that cannot be read."""
    colon = head_end(line)
    at, named, marked = len(word), False, False
    while at < colon and (match := PART.match(line, at)):
        kind, (begin, at) = match.lastgroup or "", match.span(match.lastgroup or 0)
        text = match.group(match.lastgroup or 0)
        fault: Fault | None = None
        if kind == "word" and word in KINDS and text in (*MARKS, ANALYTIC):
            marked = True
        elif kind == "word":
            fault = _second_word(line, word, begin, at, named=named, marked=marked)
            named = True
        elif word in DECLARATIONS:
            fault = begin, at, _cannot_stand(text[:1]), f"behind `{word}` stands {_wanted(word)}"
        elif kind == "round" and not ONE_ID.fullmatch(text[1:-1]):
            fault = begin, at, "round brackets hold the id of one side", "such as `(pro)`"
        elif kind == "square":
            fault = explain_cites(text, begin)
        elif kind == "other":
            fault = _other(text, begin, at, named=named)
        if fault:
            return fault
    if word in ("side", "source") and not named:
        return 0, len(word), f"this `{word}` has no id", f"give it a short name of one word: `{word} pro: ...`"
    return None


def _wanted(word: str) -> str:
    return "an id of one word, then a colon" if word in ("side", "source") else "a colon"


def _second_word(line: str, word: str, begin: int, end: int, *, named: bool, marked: bool) -> Fault | None:
    text = line[begin:end]
    if word in DECLARATIONS and word not in ("side", "source"):
        return begin, end, f"`{word}` takes no id", f"write `{word}:` and then its words"
    if not named and not marked:
        return None
    meant = nearest(text, (*MARKS, ANALYTIC)) if word in KINDS else None
    if meant:
        return begin, end, f"`{text}` is no answer that argmap knows; did you mean `{meant}`?", f"write `{meant}`", meant
    if not named:
        return begin, end, "the id comes first, then what kind of answer it is", f"write `{word} {text} ...`"
    joined = "-".join(line[len(word) : end].split())
    return begin, end, "an id is one word", f"join the words with a hyphen, such as `{joined}`"


def _other(text: str, begin: int, end: int, *, named: bool) -> Fault:
    if text[0].isdigit():
        return begin, end, "an id begins with a letter", f"write a letter before it, such as `c{text}`"
    if text in ")]":
        opening = "(" if text == ")" else "["
        return begin, end, f"this `{text}` closes nothing", f"put `{opening}` where it opens, or leave it out"
    if text in "@#":
        what = "a speech, such as `@1AC`" if text == "@" else "a tag, such as `#economy`"
        return begin, end, f"behind `{text}` stands {what}", "write them without a blank between"
    where = "behind the id" if named else "here"
    return begin, end, f"{_cannot_stand(text[0])[:-5]} {where}", f"a line such as {EXAMPLE} shows the order"


def _relation(line: str) -> Fault | None:
    return (
        0,
        len(line),
        "this relation cannot be read",
        "a relation is a line of its own, such as `a supports b`, `a + b support c`, `a rebuts b`,"
        " `a rebuts b -> c`, `a contradicts b` or `con concedes a`",
    )


def salvage(
    outline: Outline, start: int, end: int, children: Sequence[Field | Nested]
) -> StatementLine | Declaration | FaultyLine:
    """What can be read of a faulty line, so that what names it or stands under it still makes sense."""
    line = outline.text[start:end]
    first = FIRST_WORD.match(line)
    fields = tuple(child for child in children if isinstance(child, Field))
    nested = tuple(child for child in children if not isinstance(child, Field))
    span = outline.span(start, end)
    words = [
        Word(unicodedata.normalize("NFC", m.group()), outline.span(start + m.start(), start + m.end()))
        for m in re.finditer(ID, line[:400])
    ]
    if not first or first.group() not in (*KINDS, *DECLARATIONS):
        return FaultyLine(tuple(words), nested, span)
    kind = Word(first.group(), outline.span(start, start + first.end()))
    colon = head_end(line)
    colon = line.find(":") if colon < 0 else colon
    begin = colon + 1 + len(line[colon + 1 :]) - len(line[colon + 1 :].lstrip())
    text = outline.prose(start + begin, end) if 0 < begin < len(line) and colon >= 0 else None
    name = next((w for w in words[1:2] if w.text not in RESERVED), None)
    if kind.text in DECLARATIONS:
        return Declaration(kind, name, text, fields, nested, span, faulty=True)
    return StatementLine(
        kind, name, (), (), (), (), (), (), text, fields, nested, span, faulty=True
    )
