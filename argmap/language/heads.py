"""Heads that the grammar could not read: what is wrong with one."""

from ..diagnostic import Diagnostic, Edit
from ..faults import Fault
from ..regex import regex
from ..vocabulary import ANALYTIC, DECLARATIONS, KINDS, MARKS, VERB_FORMS
from .citing import Trouble, explain_cites
from .outline import Outline
from .parts import EXAMPLES, as_in, cannot_stand, explain_round, explain_sign, explain_word
from .relating import VERB, explain_relation
from .shapes import BAR_HELP, BRACKETED, FIRST_WORD, ID, PLUS, head_end

PART = regex(
    rf"\s*(?:(?P<word>{ID})|(?P<round>\([^()]*\))|(?P<square>{BRACKETED.pattern})"
    r"|(?P<sign>[@#][^\s()\[\]:#@]+)|(?P<other>[^\s\w]|\w[\w-]*))"
)
CLOCK_BEFORE = regex(r"time\s+[0-9]+$")
KIND_RELATION = regex(rf"(?:{'|'.join(KINDS)})\s+(?:(?P<id>[\w-]+)\s+)?(?P<verb>{'|'.join(VERB_FORMS)})\s+\S")
QUOTE_MARKS = "\"'“”‘’"
ONE_SPEECH = "write it as in `@NS`; `argmap explain unknown-speech` lists the speeches of each format"
OTHER_COLON = regex(r"\s+[–—-]\s+|\s*[=;,.]\s+")
"""What was written where the colon belongs."""
WITHOUT_ID = ("topic", "section", "include")


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
    elif word or line.startswith("@") or VERB.search(line):
        fault = explain_relation(line)
    if fault is None:
        place = min(max(at - start, 0), max(len(line) - 1, 0))
        fault = Trouble(place, place + 1, cannot_stand(line[place : place + 1]), as_in(word))
    prose = indented and word in (*KINDS, *MARKS) and "[" not in line
    advice = f"{fault.advice}; {BAR_HELP}" if prose else fault.advice
    span = outline.span(start + fault.begin, start + max(fault.end, fault.begin))
    edits = () if fault.mend is None else (Edit(span, fault.mend),)
    return Fault.UNREADABLE_LINE.at(span, fault.message, advice, edits=edits)


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
        names = match.lastgroup == "word" and end == len(word) and word not in WITHOUT_ID
        if match.lastgroup not in ("round", "square", "sign") and not names:
            break
        end = match.end()
    if related := KIND_RELATION.match(line):
        name = related["id"] if (related["id"] or "0")[0].isalpha() else "jobs"
        return Trouble(0, len(line), "a relation names statements by their ids alone",
                       f"write it as in `{name} {related['verb']} growth`")  # fmt: skip
    message, advice = f"this `{word}` has no colon", f"put one before its words, as in {EXAMPLES[word]}"
    other = OTHER_COLON.match(line, end)
    if other and not (word in DECLARATIONS and "," in other.group()):  # `side pro, con` are two
        return Trouble(end, other.end(), message, f"write `{line[:end]}: ...`", ": ")
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
            fault = explain_word(line, word, (begin, at), named=named, marked=marked)
            named = True
        elif kind == "other":
            fault = explain_sign(line, begin, at, named=named)
        elif word in DECLARATIONS and not (word == "section" and kind in ("round", "sign") and text[0] in "(@"):
            fault = Trouble(begin, at, cannot_stand(text[:1]), as_in(word))
        elif kind == "round":
            fault = explain_round(text, begin, at)
        elif kind == "square":
            fault = explain_cites(text, begin)
        if fault:
            return fault
    if word in ("side", "source") and not named:
        advice = f"give it a short name of one word, as in {EXAMPLES[word]}"
        return Trouble(0, len(word), f"this `{word}` has no id", advice)
    return None
