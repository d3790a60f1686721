"""What is wrong with one word, bracket or sign between a kind and its colon."""

import re

from ..debate import AGAINST, FOR, SPEECHES
from ..english import nearest
from ..regex import regex
from ..vocabulary import ANALYTIC, DECLARATIONS, KINDS, MARKS, nearly_a_mark
from .citing import Trouble
from .shapes import FIRST_WORD, ID

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
BARE_CITE = regex(rf"{ID},?\s+(?:para(?:graph)?s?|pages?|pp?|section|time)\.?\s*(?:[0-9]+(?:[:–-][0-9]+)*|\"[^\"]*\")")
NAMED_BY_YEAR = regex(rf"{ID}(?:\s+et\s+al\.?|\s+(?:and|&)\s+{ID})?,?\s+['’]?(?:19|20)?[0-9]{{2}}(?!\w)")
ANSWERED = regex(rf"\s+(?P<to>to|of|for|against)\s+(?P<what>{ID})\s*:")
SPLIT_MARK = regex(rf"(?:{'|'.join(mark.replace('-', '(?: +| *[‐‑–—] *)') for mark in MARKS if '-' in mark)})(?![\w-])")
BEFORE_A_MARK = regex(rf"[-–—,;./|]\s*(?=(?:{'|'.join((*MARKS, ANALYTIC))})(?![\w-]))")
CURLY = regex(r"[{<]\s*([^{}<>]*?)\s*[}>]")
WORDS = regex(r"[\w'’ -]+")
ONE_ID = regex(rf"\s*{ID}\s*")
OF_AN_ID = "an id is a letter, then letters, digits, `-` or `_`"
IN_BRACKETS = "a citation stands in square brackets"


def cannot_stand(shown: str, where: str = "here") -> str:
    """That a character has no place in a line."""
    if not shown:
        return "something is missing at the end of this line"
    if not shown.isprintable() or not shown.strip():
        return f"the character U+{ord(shown):04X} cannot stand {where}"
    return f"`{shown}` cannot stand {where}"


def as_in(word: str) -> str:
    """How a line that begins with a word is written."""
    return f"write the line as in {EXAMPLES.get(word, EXAMPLES['evidence'])}"


def explain_word(line: str, word: str, place: tuple[int, int], *, named: bool, marked: bool) -> Trouble | None:
    """What is wrong with the word at `place` in the head of `word`: it is the id, or one too many."""
    begin, end = place
    text = line[begin:end]
    if word in DECLARATIONS and word not in ("side", "source"):
        return Trouble(begin, end, f"`{word}` takes no id", f"write it as in {EXAMPLES[word]}")
    meant = _meant(line, word, place) if word in KINDS else None
    if meant or (not named and not marked):
        return meant
    if not named:
        return Trouble(begin, end, "the id comes first, then what kind of answer it is", f"write `{word} {text} ...`")
    return _not_one_word(line, word, begin, end)


def _not_one_word(line: str, word: str, begin: int, end: int) -> Trouble:
    before = line[len(word) : end]
    if WORDS.fullmatch(before):
        joined = "-".join(before.split())
        return Trouble(begin, end, "an id is one word", f"join the words with a hyphen, such as `{joined}`")
    text = line[begin:end]
    return Trouble(begin, end, f"an id is one word, and stands right after `{word}`", f"leave out `{text}`")


def _by_year(cited: str, begin: int, end: int) -> Trouble:
    """A source that is named by its author and the year, as in `Marsh 24`."""
    name = cited.split(maxsplit=1)[0].rstrip(",").casefold()
    advice = f"write `[{name}]`, where a line at the margin declares it: `source {name}: The title`"
    return Trouble(begin, end, f"{IN_BRACKETS}, and names a source by its id", advice)


def _meant(line: str, kind: str, place: tuple[int, int]) -> Trouble | None:
    """What a word was meant to be that is no id: a mark, a citation, a speech, a side."""
    begin, end = place
    text = line[begin:end]
    known = nearly_a_mark(text, MARKS) if kind == "rebuttal" else None
    known = known or nearest(text, (ANALYTIC,))
    if known and text not in (*MARKS, ANALYTIC):
        message = f"`{text}` is not a word of the language; did you mean `{known}`?"
        return Trouble(begin, end, message, f"write `{known}`", known)
    if cite := BARE_CITE.match(line, begin):
        square = f"[{cite.group()}]"
        return Trouble(*cite.span(), IN_BRACKETS, f"write `{square}`", square)
    if cited := NAMED_BY_YEAR.match(line, begin):
        return _by_year(cited.group(), *cited.span())
    if kind == "rebuttal" and (split := SPLIT_MARK.match(line, begin)):
        mark = "-".join(re.split(r"[ ‐‑–—]+", split.group()))
        return Trouble(*split.span(), f"`{split.group()}` is written with a hyphen", f"write `{mark}`", mark)
    return _answered(line, kind) or (_standing(text, begin, end) if line[len(kind) : begin].strip() else None)


def _answered(line: str, kind: str) -> Trouble | None:
    found = ANSWERED.match(line, len(kind))
    if found is None:
        return None
    message = "a statement bears on what it stands under"
    advice = f"indent it under `{found['what']}`, and leave out `{found['to']} {found['what']}`"
    return Trouble(*found.span("to"), message, advice)


def _standing(text: str, begin: int, end: int) -> Trouble | None:
    """A speech or a side behind an id that lacks its sign."""
    if speech := SPEECHES.get(text.casefold()):
        return Trouble(begin, end, "a speech stands after an `@`", f"write `@{speech}`", f"@{speech}")
    if text.casefold() in FOR | AGAINST:
        return Trouble(begin, end, "a side stands in round brackets", f"write `({text})`", f"({text})")
    return None


def explain_round(text: str, begin: int, end: int) -> Trouble | None:
    """What is wrong with round brackets in a statement's head; None where they hold one id."""
    inner = text[1:-1].strip()
    if BARE_CITE.fullmatch(inner):
        return Trouble(begin, end, IN_BRACKETS, f"write `[{inner}]`", f"[{inner}]")
    if NAMED_BY_YEAR.fullmatch(inner):
        return _by_year(inner, begin, end)
    if ONE_ID.fullmatch(text[1:-1]):
        return None
    return Trouble(begin, end, "round brackets hold the id of one side", "write it as in `(pro)`")


def explain_sign(line: str, begin: int, end: int, *, named: bool) -> Trouble:
    """What is wrong with a character that no part of a head begins with."""
    text = line[begin:end]
    if before := BEFORE_A_MARK.match(line, begin):
        blank = "" if line[begin - 1] == " " else " "
        return Trouble(*before.span(), f"`{text}` cannot stand here", "leave it out", blank)
    if curly := CURLY.match(line, begin):
        return Trouble(*curly.span(), IN_BRACKETS, f"write `[{curly[1]}]`", f"[{curly[1]}]")
    first = FIRST_WORD.match(line)
    word = first.group() if first else ""
    if named and text[0].isdigit() and line[begin - 1] == " ":
        return _not_one_word(line, word, begin, end)
    if not named and (text[0].isdigit() or text[0] == "_"):
        return Trouble(begin, end, "an id begins with a letter", f"write a letter before it, such as `c{text}`")
    if named and not line[begin - 1].isspace() and line[begin - 1] not in ")]" and text[0] not in "\"')]@#":
        return Trouble(begin, end, cannot_stand(text[0], "in an id"), OF_AN_ID)
    where = "after the id" if named else "here"
    return _known_sign(text, begin, end) or Trouble(begin, end, cannot_stand(text[0], where), as_in(word))


def _known_sign(text: str, begin: int, end: int) -> Trouble | None:
    if text in "\"'":
        return Trouble(begin, end, "an id stands without quotation marks", "leave them out")
    if text in ")]":
        opening = "(" if text == ")" else "["
        return Trouble(begin, end, f"this `{text}` closes nothing", f"put `{opening}` where it opens, or leave it out")
    if text in "@#":
        what = "a speech, such as `@1AC`" if text == "@" else "a tag, such as `#economy`"
        return Trouble(begin, end, f"`{text}` stands before {what}", "write them without a blank between")
    return None
