"""What can be wrong with a file's lines, in words for the person who wrote them."""

from collections.abc import Sequence

from ..diagnostic import Diagnostic, Edit, Label
from ..english import listed, plural
from ..faults import Fault
from ..source import SourceFile, Span
from ..vocabulary import KINDS, OWNERS
from .characters import Wrong
from .labels import bullet, label
from .outline import Entry
from .shapes import BAR_HELP, Opening, head_end

DASHES = " –—-"
LONGEST_SHOWN = 60
MOST_SHOWN = 8
"""Of how many wrong characters in one line the places are shown."""


def _head(entry: Entry, span: Span) -> Span:
    return Span(span.file, entry.start, entry.start + len(entry.word))


def mixed_indentation(span: Span, letter: str) -> Diagnostic:
    """A line indented with tabs in a file of spaces, or the reverse; `letter` is what the file uses."""
    used, other = ("spaces", "a tab") if letter == " " else ("tabs", "spaces")
    return Fault.MIXED_INDENTATION.at(
        span,
        f"this line is indented with {other}, but the lines before it with {used}",
        f"indent the whole file with {used}, so that it is clear how deep each line stands",
    )


def wrong_indentation(span: Span, parent: Entry) -> Diagnostic:
    """A line between two depths: less deep than the line above, deeper than `parent`."""
    return Fault.WRONG_INDENTATION.at(
        span,
        "this line lines up with nothing above it",
        f"indent it as far as the other lines under this `{parent.word}`, or deeper to put it under the line above",
        Label(_head(parent, span), "it would stand under this"),
    )


def nothing_above(span: Span) -> Diagnostic:
    """A line that is indented where nothing is open."""
    return Fault.WRONG_INDENTATION.at(
        span,
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


def misspelt(span: Span, written: str, meant: str, *, margin: bool) -> Diagnostic:
    """A word that is nearly one of the language."""
    if bullet(written):
        message = f"a statement begins its line: `{meant}`, without a bullet or a number before it"
    elif f"{written.casefold()}:" == meant:
        message = f"this `{written}` has no colon"
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


def listed_lines(span: Span) -> Diagnostic:
    """Lines of a text that are counted like a list; `span` is the first of them."""
    return Fault.LIST_IN_TEXT.at(
        span,
        "these lines begin like a list, and are read as one text",
        "start each with what it is, such as `evidence:`, `claim:` or `rebuttal:`; if they are one text, put `|`"
        " before them",
    )


def other_comment(span: Span) -> Diagnostic:
    """A line of a text that begins as comments do elsewhere; `span` is what it begins with."""
    return Fault.COMMENT_IN_TEXT.at(
        span,
        f"a line that starts with `{span.text}` is text",
        f"a comment starts with `#`; {BAR_HELP}",
    )


def beside_a_title(span: Span, by: str) -> Diagnostic:
    """An address on the web below a source's title, or the line that names the author, which begins with `by`."""
    what, field = ("this name", "author") if by else ("this address", "url")
    message = f"{what} would be read as a part of the source's title"
    edits = (Edit(Span(span.file, span.start, span.start + len(by)), f"{field}: "),)
    return Fault.STRAY_TEXT.at(span, message, f"write `{field}:` before it; {BAR_HELP}", edits=edits)


def unknown_label(span: Span) -> Diagnostic:
    """A line of a text that begins a new sentence with words in small letters and a colon."""
    message = f"`{span.text}` is not a word of the language"
    advice = "write `claim`, `evidence`, `warrant` or `rebuttal`, whichever it is"
    for owner, fields in OWNERS.items():
        if span.text in fields:
            message, advice = f"a statement has no `{span.text}:`", f"it stands under a {owner}"
    return Fault.MISSPELT_WORD.at(span, message, f"{advice}; {BAR_HELP}")


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
    return Fault.WRONG_CHARACTER.at(
        spans[0],
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
