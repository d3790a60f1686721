"""What can be wrong with a file's lines, in words for the person who wrote them."""

from collections.abc import Sequence

from ..debate import AGAINST, FOR
from ..diagnostic import Diagnostic, Edit, Label
from ..english import listed, plural
from ..faults import Fault
from ..source import SourceFile, Span
from ..vocabulary import KINDS, SOURCE_FIELDS, STATEMENT_FIELDS, TOPIC_FIELDS
from .characters import Wrong
from .indentation import Line
from .labels import bullet, label
from .openings import BAR_HELP, FIRST_WORD, Opening, head_end
from .outline import Entry

OR_OF_ITS_OWN = "; if it says something of its own, start it with a word such as `evidence:` or `rebuttal:`"
DASHES = " –—-"
LONGEST_SHOWN = 60
MOST_SHOWN = 8
"""Of how many wrong characters in one line the places are shown."""


def _head(entry: Entry, span: Span) -> Span:
    return Span(span.file, entry.start, entry.start + len(entry.word))


def mixed_indentation(span: Span, letter: str) -> Diagnostic:
    """A line indented with tabs in a file of spaces, or the reverse; `letter` is what the file uses."""
    used, other = ("spaces", "a tab") if letter == " " else ("tabs", "spaces")
    return Fault.MIXED_INDENTATION.at(span,
        f"this line is indented with {other}, but the lines before it with {used}",
        f"indent the whole file with {used}, so that it is clear how deep each line stands",
    )


def wrong_indentation(span: Span, parent: Entry) -> Diagnostic:
    """A line between two depths: less deep than the line above, deeper than `parent`."""
    return Fault.WRONG_INDENTATION.at(span,
        "this line lines up with nothing above it",
        f"indent it as far as the other lines under this `{parent.word}`, or deeper to put it under"
        " the line above",
        Label(_head(parent, span), "it would stand under this"),
    )


def nothing_above(span: Span) -> Diagnostic:
    """A line that is indented where nothing is open."""
    return Fault.WRONG_INDENTATION.at(span,
        "this line is indented, but there is nothing above it to stand under",
        "move it to the margin",
    )


def misplaced(span: Span, found: Opening, parent: Entry) -> Diagnostic:
    """A statement or a field under a line that can have none."""
    what = f"`{found.word}:`" if found.role == "field" else f"a statement (`{found.word}`)"
    advice = "move it to the left, so that it lines up with the line it belongs to"
    if parent.role in ("topic", "source", "side", "relation", "include"):
        advice = "move it to the margin" if found.role != "field" else BAR_HELP
    if parent.role == "relation" and found.word == "warrant":
        advice = (
            "put it under one of the statements, where that one is nested under what it supports: a warrant under"
            " one of several that are joined is the warrant of them all"
        )
    return Fault.MISPLACED.at(span, f"{what} cannot stand under `{parent.word}`", advice)


def indented(span: Span, found: Opening) -> Diagnostic:
    """A declaration or a relation that is not at the margin."""
    relation = found.role == "relation"
    fault = Fault.INDENTED_RELATION if relation else Fault.INDENTED_DECLARATION
    return fault.at(
        span,
        f"{'a relation' if relation else f'`{found.word}`'} cannot be indented",
        f"move the line to the margin; {BAR_HELP}",
    )


def stray(span: Span, last: Entry | None, line: Line, parent: Entry | None) -> Diagnostic:
    """Text that belongs to nothing: why, as far as the lines above tell."""
    first = FIRST_WORD.match(line.words)
    word = first.group() if first else ""
    alone = line.words.rstrip(":. ") == word
    if word in KINDS and head_end(line.words) < 0:
        message = f"this `{word}` has no colon, so it is read as text, and no text can stand here"
        return Fault.STRAY_TEXT.at(span, message, f"put a colon before its words: `{word}: ...`")
    if last is not None and not last.takes_text and line.width > last.width:
        return Fault.STRAY_TEXT.at(span, *_takes_no_text(last))
    if parent is not None:
        what = f"the words of this `{parent.word}`"
        return Fault.STRAY_TEXT.at(span,
            f"this text comes too late: the words of this `{parent.word}` stand before all that is nested under it",
            f"move it up to {what}" + (OR_OF_ITS_OWN if parent.role in ("statement", "reference") else ""),
            Label(_head(parent, span), "its words would belong here"),
        )
    advice = _at_margin(word, last, alone=alone)
    return Fault.STRAY_TEXT.at(span, "this line does not start with a word that argmap knows", advice)


def _at_margin(word: str, last: Entry | None, *, alone: bool) -> str:
    owners = {"topic": TOPIC_FIELDS, "source": SOURCE_FIELDS, "statement": STATEMENT_FIELDS}
    owner = next((owner for owner, fields in owners.items() if word in fields), None)
    if owner and last is not None:
        return f"`{word}` belongs to a {owner}: indent it under that line"
    if alone and word.casefold() in FOR | AGAINST:
        side = word.casefold()
        return (
            f"a side is declared once, `side {side}: ...`; `section ({side}): ...` begins what it says, and"
            f" `claim ({side}): ...` is one of its claims"
        )
    if last is None:
        return (
            "a line at the margin starts with a word such as `topic:`, `claim:` or `section:`;"
            " a note to yourself starts with `#`"
        )
    return (
        "start it with a word such as `claim:`, `evidence:`, `warrant:` or `rebuttal:`; only where it goes on"
        " with the sentence above, indent it"
    )


def _takes_no_text(last: Entry) -> tuple[str, str]:
    if last.role == "reference":
        refers = f"this `{last.word}` has no colon, so it refers to a statement written elsewhere"
        return f"{refers}, and takes no words of its own", "to write a new statement, put a colon after its id"
    if last.role == "section":
        return (
            "only statements stand under a section, and its title is one line",
            "start this line with a word such as `claim`, or add it to the title",
        )
    return (
        f"no text can follow this {'relation' if last.role == 'relation' else f'`{last.word}`'}",
        "move it to the margin and start it with a word such as `claim`, or make it a comment with `#`",
    )


def misspelt(span: Span, written: str, meant: str, *, margin: bool) -> Diagnostic:
    """A word that is nearly one of the language."""
    if bullet(written):
        message = f"a statement begins its line: `{meant}`, without a bullet or a number before it"
    elif written.casefold() == meant:
        message = f"`{written}` is written in small letters: `{meant}`"
    elif meant == f"rebuttal {written}":
        message = f"`{written}` says which answer a rebuttal is, and comes after that word"
    elif meant.startswith(KINDS) and label(f"{written.rstrip(DASHES)}: x"):
        message = f"`{written}` is written `{meant}` in argmap"
    else:
        message = f"`{written}` is not a word of the language; did you mean `{meant}`?"
    advice = f"write `{meant}`" if margin else f"write `{meant}`; {BAR_HELP}"
    return Fault.MISSPELT_WORD.at(span, message, advice, edits=(Edit(span, meant),))


def unknown_field(span: Span, written: str, owner: Entry, fields: tuple[str, ...]) -> Diagnostic:
    """A word and a colon where only fields can stand."""
    listed = ", ".join(f"`{name}:`" for name in fields)
    known = f"under it stand {listed}" if fields else "nothing stands under it"
    message = f"a {owner.word} has no `{written}:`"
    return Fault.UNKNOWN_FIELD.at(span, message, f"{known}; {BAR_HELP}")


def hashtag(span: Span) -> Diagnostic:
    """A comment right below a text, with no blank after its `#`: a warning."""
    return Fault.COMMENT_IN_TEXT.at(
        span,
        "a line that starts with `#` is a comment and is left out of the text",
        "if it is meant as text, put `|` before it; if it is a comment, put a blank after the `#`",
    )


def wrong_characters(file: SourceFile, at: int, wrong: Sequence[Wrong], words: str) -> Diagnostic:
    """One message for all the wrong characters of a line that begins at the offset `at`; `words` is
    the line with the right ones."""
    spans = [Span(file, at + item.start, at + item.start + 1) for item in wrong]
    called: dict[str, list[str]] = {}
    for item in {item.letter: item for item in wrong}.values():
        called.setdefault(item.called, []).append(_shown(item))
    named = ", and ".join(
        f"{listed(shown)} {plural(len(shown), 'is', 'are each')} {what}" for what, shown in called.items()
    )
    colon = head_end(words)
    head = words[: colon + 1] if colon >= 0 else words
    plain = listed(f"`{letter}`" for letter in dict.fromkeys(item.plain for item in wrong) if letter)
    return Fault.WRONG_CHARACTER.at(spans[0],
        f"{named}, which cannot stand here",
        f"type `{head}`" if len(head) <= LONGEST_SHOWN else f"type {plain}" if plain else "leave it out",
        *(Label(span, "here too") for span in spans[1:MOST_SHOWN]),
        edits=tuple(Edit(span, item.plain) for span, item in zip(spans, wrong, strict=True)),
    )


def wrong_blanks(file: SourceFile, at: int, wrong: Sequence[Wrong]) -> Diagnostic:
    """Characters before a line that begins at the offset `at` which look like blanks, or like nothing."""
    spans = [Span(file, at + item.start, at + item.start + 1) for item in wrong]
    named = listed(f"{_shown(item)} ({item.called})" for item in {item.letter: item for item in wrong}.values())
    return Fault.WRONG_CHARACTER.at(
        spans[0],
        f"before this line stands {named}, which does not indent it",
        "indent it with plain spaces",
        *(Label(span, "here too") for span in spans[1:MOST_SHOWN]),
        edits=tuple(Edit(span, item.plain) for span, item in zip(spans, wrong, strict=True)),
    )


def _shown(wrong: Wrong) -> str:
    if wrong.letter.isprintable() and wrong.letter.strip():
        return f"`{wrong.letter}`"
    return f"the character U+{ord(wrong.letter):04X}"


def no_text(span: Span, word: str) -> Diagnostic:
    """A line that opens something and has no words; `word` is the word that opens it."""
    says, advice = "says nothing", "write its words after the colon, or on deeper lines below it"
    if word == "include":
        says, advice = "names no file", "write the file's name after the colon, as in `include: sources.argmap`"
    elif word == "weight":
        advice = "write a number from 0 to 1 after the colon, as in `weight: 0.7`"
    elif word == "card":
        says, advice = "holds no passage", 'write the passage below it, between two lines of `"""`'
    return Fault.MISSING_TEXT.at(span, f"this `{word}` {says}", advice)
