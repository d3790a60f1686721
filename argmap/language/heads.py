"""Heads that the grammar could not read: what is wrong with one."""

import re

from ..diagnostic import Diagnostic, Edit
from ..english import nearest
from ..faults import Fault
from ..vocabulary import ANALYTIC, DECLARATIONS, KINDS, MARKS, VERB_FORMS, nearly_a_mark
from .citing import Trouble, explain_cites
from .openings import BAR_HELP, BRACKETED, FIRST_WORD, ID, PLUS, head_end
from .outline import Outline

PART = re.compile(
    rf"\s*(?:(?P<word>{ID})|(?P<round>\([^()]*\))|(?P<square>{BRACKETED.pattern})"
    r"|(?P<sign>[@#][^\s()\[\]:#@]+)|(?P<other>[^\s\w]|\w[\w-]*))"
)
ONE_ID = re.compile(rf"\s*{ID}\s*")
CLOCK_BEFORE = re.compile(r"time\s+[0-9]+$")
EXAMPLES = {
    "claim": "`claim growth (pro): The words.`",
    "evidence": "`evidence pledge [smith para 3]: The words.`",
    "warrant": "`warrant: The words.`",
    "rebuttal": "`rebuttal turn: The words.`",
    "side": "`side pro: The name`",
    "source": "`source smith: The title`",
    "topic": "`topic: The question`",
    "section": "`section: The title`",
    "include": "`include: sources.argmap`",
}
VERB = re.compile(rf"(?<!\S)({'|'.join(VERB_FORMS)})(?=[\s:]|$)")
AND = re.compile(r"\w\s*(,|\band\b|&)\s*\w")
SEVERAL = re.compile(r"\w\s*(,|\band\b|&|\+)\s*\w[^>]*$")
KIND_RELATION = re.compile(rf"(?:{'|'.join(KINDS)})\s+(?P<id>{ID})\s+(?P<verb>{'|'.join(VERB_FORMS)})\s+\S")
BARE_CITE = re.compile(
    rf"{ID},?\s+(?:para(?:graph)?s?|pages?|pp?|section|time)\.?\s*(?:[0-9]+(?:[:–-][0-9]+)*|\"[^\"]*\")"
)
SPLIT_MARK = re.compile(rf"(?:{'|'.join(mark.replace('-', ' +') for mark in MARKS if '-' in mark)})(?![\w-])")
LISTING = ("concedes", "extends")
"""The verbs that several statements may stand after, with commas between."""
QUOTE_MARKS = "\"'“”‘’"
ONE_SPEECH = "write it as in `@NS`; `argmap explain unknown-speech` lists the speeches of each format"
DASH_FOR_COLON = re.compile(r"\s+[–—-]\s+")
OF_AN_ID = "an id is a letter, then letters, digits, `-` or `_`"


def explain_head(outline: Outline, start: int, end: int, at: int) -> Diagnostic:
    """The one fault to tell of the line `outline.text[start:end]`, which the grammar left at `at`."""
    indented = outline.text[start - 1 : start] == " "
    if plus := PLUS.match(outline.text, start, end):
        start = plus.end()
    line = outline.text[start:end]
    first = FIRST_WORD.match(line)
    word = first.group() if first else ""
    fault = None
    if word in MARKS and head_end(line) < 0:
        message = f"`{word}` says which answer a rebuttal is, but this line has no kind and no colon"
        fault = Trouble(0, len(word), message, f"write `rebuttal {word}: ...`")
    elif word in EXAMPLES:
        fault = _brackets(line) or _colon(line, word) or _parts(line, word)
    elif word or line.startswith("@"):
        fault = _relation(line)
    if fault is None:
        place = min(max(at - start, 0), max(len(line) - 1, 0))
        fault = Trouble(place, place + 1, _cannot_stand(line[place : place + 1]), _as_in(word))
    prose = indented and word in (*KINDS, *MARKS) and "[" not in line
    advice = f"{fault.advice}; {BAR_HELP}" if prose else fault.advice
    span = outline.span(start + fault.begin, start + max(fault.end, fault.begin))
    edits = (Edit(span, fault.mend),) if fault.mend else ()
    return Fault.UNREADABLE_LINE.at(span, fault.message, advice, edits=edits)


def _cannot_stand(shown: str, where: str = "here") -> str:
    if not shown:
        return "something is missing at the end of this line"
    if not shown.isprintable() or not shown.strip():
        return f"the character U+{ord(shown):04X} cannot stand {where}"
    return f"`{shown}` cannot stand {where}"


def _as_in(word: str) -> str:
    return f"write the line as in {EXAMPLES.get(word, EXAMPLES['evidence'])}"


def _brackets(line: str) -> Trouble | None:
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
            return Trouble(at, at + 1, f"this `{opened}` is never closed", f"put `{closing}` after {what}")
    return None


def _colon(line: str, word: str) -> Trouble | None:
    if head_end(line) >= 0:
        return None
    end = len(word)
    while match := PART.match(line, end):
        if match.lastgroup in ("round", "square", "sign") or end == len(word):
            end = match.end()
        else:
            break
    if related := KIND_RELATION.match(line):
        return Trouble(0, len(line), "a relation names statements by their ids alone",
                       f"write it as in `{related['id']} {related['verb']} growth`")  # fmt: skip
    message, advice = f"this `{word}` has no colon", f"put one before its words, as in {EXAMPLES[word]}"
    if dash := DASH_FOR_COLON.match(line, end):
        return Trouble(end, dash.end(), message, f"write `{line[:end]}: ...`", ": ")
    return Trouble(0, end, message, advice)


def _parts(line: str, word: str) -> Trouble | None:
    """The first part between the kind (or the declaration's word) and the colon that cannot be read."""
    colon = head_end(line)
    at, named, marked, speech = len(word), False, False, 0
    while at < colon and (match := PART.match(line, at)):
        kind = match.lastgroup or ""
        begin, at = match.span(kind)
        text = match.group(kind)
        fault: Trouble | None = None
        if speech and kind in ("word", "other"):
            return Trouble(speech, at, f"a speech is one word: `{line[speech:at]}` is none", ONE_SPEECH)
        speech = begin if kind == "sign" and text[0] == "@" and word in (*KINDS, "section") else 0
        if any(mark in text for mark in QUOTE_MARKS) and speech:
            return Trouble(begin, at, "a speech stands without quotation marks", ONE_SPEECH)
        if kind == "word" and word in KINDS and text in (*MARKS, ANALYTIC):
            marked = True
        elif kind == "word":
            fault = _word(line, word, (begin, at), named=named, marked=marked)
            named = True
        elif kind == "other":
            fault = _other(line, begin, at, named=named)
        elif word in DECLARATIONS and not (word == "section" and kind in ("round", "sign") and text[0] in "(@"):
            fault = Trouble(begin, at, _cannot_stand(text[:1]), _as_in(word))
        elif kind == "round" and BARE_CITE.fullmatch(text[1:-1]):
            square = f"[{text[1:-1]}]"
            fault = Trouble(begin, at, "a citation stands in square brackets", f"write `{square}`", square)
        elif kind == "round" and not ONE_ID.fullmatch(text[1:-1]):
            fault = Trouble(begin, at, "round brackets hold the id of one side", "write it as in `(pro)`")
        elif kind == "square":
            fault = explain_cites(text, begin)
        if fault:
            return fault
    if word in ("side", "source") and not named:
        advice = f"give it a short name of one word, as in {EXAMPLES[word]}"
        return Trouble(0, len(word), f"this `{word}` has no id", advice)
    return None


def _word(line: str, word: str, place: tuple[int, int], *, named: bool, marked: bool) -> Trouble | None:
    """What is wrong with a word in a head: it is the id, or a word too many."""
    begin, end = place
    text = line[begin:end]
    if word in DECLARATIONS and word not in ("side", "source"):
        return Trouble(begin, end, f"`{word}` takes no id", f"write it as in {EXAMPLES[word]}")
    meant = _meant(line, word, place) if word in KINDS else None
    if meant or (not named and not marked):
        return meant
    if not named:
        return Trouble(begin, end, "the id comes first, then what kind of answer it is", f"write `{word} {text} ...`")
    joined = "-".join(line[len(word) : end].split())
    return Trouble(begin, end, "an id is one word", f"join the words with a hyphen, such as `{joined}`")


def _meant(line: str, kind: str, place: tuple[int, int]) -> Trouble | None:
    """A mark that is misspelt or lacks its hyphen, or a citation that lacks its brackets."""
    begin, end = place
    text = line[begin:end]
    known = nearly_a_mark(text, MARKS) if kind == "rebuttal" else None
    known = known or nearest(text, (ANALYTIC,))
    if known and text not in (*MARKS, ANALYTIC):
        message = f"`{text}` is not a word of the language; did you mean `{known}`?"
        return Trouble(begin, end, message, f"write `{known}`", known)
    if cite := BARE_CITE.match(line, begin):
        square = f"[{cite.group()}]"
        return Trouble(*cite.span(), "a citation stands in square brackets", f"write `{square}`", square)
    if kind == "rebuttal" and (split := SPLIT_MARK.match(line, begin)):
        mark = "-".join(split.group().split())
        return Trouble(*split.span(), f"`{split.group()}` is written with a hyphen", f"write `{mark}`", mark)
    return None


def _other(line: str, begin: int, end: int, *, named: bool) -> Trouble:
    """What is wrong with a character that no part of a head begins with."""
    text = line[begin:end]
    if not named and (text[0].isdigit() or text[0] == "_"):
        return Trouble(begin, end, "an id begins with a letter", f"write a letter before it, such as `c{text}`")
    if text in "\"'":
        return Trouble(begin, end, "an id stands without quotation marks", "leave them out")
    if text in ")]":
        opening = "(" if text == ")" else "["
        return Trouble(begin, end, f"this `{text}` closes nothing", f"put `{opening}` where it opens, or leave it out")
    if text in "@#":
        what = "a speech, such as `@1AC`" if text == "@" else "a tag, such as `#economy`"
        return Trouble(begin, end, f"`{text}` stands before {what}", "write them without a blank between")
    if named and not line[begin - 1].isspace() and line[begin - 1] not in ")]":
        return Trouble(begin, end, _cannot_stand(text[0], "in an id"), OF_AN_ID)
    first = FIRST_WORD.match(line)
    where = "after the id" if named else "here"
    return Trouble(begin, end, _cannot_stand(text[0], where), _as_in(first.group() if first else ""))


def _relation(line: str) -> Trouble:
    verb = VERB.search(line)
    colon = line.find(":")
    if verb and colon >= 0 and not line[verb.end() : colon].strip():
        whole = " ".join(line.replace(":", " ", 1).split())
        return Trouble(colon, colon + 1, "a relation has no colon", f"write `{whole}`")
    several = SEVERAL.search(line, verb.end()) if verb else None
    if several:
        if verb and VERB_FORMS[verb[1]] in LISTING:
            message = f"what stands after `{verb[1]}` is listed with commas"
            return Trouble(*several.span(1), message, f"write it as in `{verb[1]} a, b`")
        return Trouble(*several.span(1), "a relation points at one statement", "write a line for each of them")
    if verb and colon > verb.end():
        advice = "leave out what follows the statements; a reason is a statement of its own, such as a `warrant`"
        return Trouble(colon, len(line), "a relation has no words of its own", advice)
    if verb and (joint := AND.search(line)):
        return Trouble(*joint.span(1), "statements are joined with `+`", "write it as in `a + b support c`")
    if verb and not line[: verb.start()].strip():
        message = f"nothing stands before `{verb[1]}`"
    elif verb and not line[verb.end() :].strip():
        message = f"nothing stands after `{verb[1]}`"
    else:
        message = "this relation cannot be read" if verb else "this relation has no verb"
    advice = (
        "a relation is a line of its own, such as `a supports b`, `a + b support c`, `a rebuts b`,"
        " `a rebuts b -> c`, `a contradicts b`, `con concedes a` or `@AS extends a`"
    )
    return Trouble(0, len(line), message, advice)
