"""What can be wrong with a file's lines, in words for the person who wrote them."""

from .characters import Wrong
from .diagnostic import Diagnostic, Edit, Label, Severity
from .openings import Opening
from .outline import Entry, Piece
from .source import Span

BAR_HELP = "if it is meant as text, put `|` before it"


def _error(
    code: str, span: Span, message: str, help: str | None = None, labels: tuple[Label, ...] = (),
    edits: tuple[Edit, ...] = (),
) -> Diagnostic:  # fmt: skip
    return Diagnostic(code, Severity.ERROR, message, span, help, labels, edits)


def mixed_indentation(span: Span, indent: str) -> Diagnostic:
    used, other = ("spaces", "a tab") if indent == " " else ("tabs", "spaces")
    return _error(
        "mixed-indentation",
        span,
        f"this line is indented with {other}, but the lines before it with {used}",
        f"indent the whole file with {used}: how deep a line stands must be beyond doubt",
    )


def wrong_indentation(span: Span, parent: Entry, sibling: int) -> Diagnostic:
    head = Span(span.file, parent.start, parent.start + len(parent.word))
    return _error(
        "wrong-indentation",
        span,
        "this line lines up with nothing above it",
        f"what stands under this `{parent.word}` is indented by {sibling}; indent this line by"
        f" {sibling} as well, or deeper to put it under the line above",
        (Label(head, "it would stand under this"),),
    )


def nothing_above(span: Span) -> Diagnostic:
    return _error(
        "wrong-indentation",
        span,
        "this line is indented, but there is nothing above it to stand under",
        "move it to the margin",
    )


def misplaced(span: Span, found: Opening, parent: Entry) -> Diagnostic:
    what = f"a field (`{found.word}`)" if found.role == "field" else f"a statement (`{found.word}`)"
    under = f"`{parent.word}`"
    place = "move it to the left, so that it lines up with the line it belongs to"
    if parent.role in ("topic", "source", "side", "relation", "include"):
        place = "move it to the margin" if found.role != "field" else BAR_HELP
    return _error("misplaced", span, f"{what} cannot stand under {under}", place)


def indented(span: Span, found: Opening) -> Diagnostic:
    what = "a relation" if found.role == "relation" else f"`{found.word}`"
    return _error(
        f"indented-{'relation' if found.role == 'relation' else 'declaration'}",
        span,
        f"{what} cannot be indented",
        f"move the line to the margin; {BAR_HELP}",
    )


def stray(span: Span, last: Entry | None, width: int, parent: Entry | None) -> Diagnostic:
    """Text that belongs to nothing: why, as far as the lines above tell."""
    what = "this line starts nothing that argmap knows"
    if last is None:
        return _error(
            "stray-text",
            span,
            what,
            "a line at the margin starts with a word such as `topic:`, `claim:` or `section:`;"
            " a note to yourself starts with `#`",
        )
    if not last.takes_text and width > last.width:
        return _error("stray-text", span, f"`{last.word}` takes no text of its own here", _no_text_help(last))
    if parent is None:
        return _error(
            "stray-text",
            span,
            what,
            "if it goes on with the text above, indent it; otherwise start it with a word"
            " such as `claim`, `evidence`, `warrant` or `rebuttal`",
        )
    return _error(
        "stray-text",
        span,
        f"this text comes too late: the words of a `{parent.word}` stand before all that is nested under it",
        f"move it up to the words of the `{parent.word}`, or indent it deeper to go on with the line above",
        (Label(Span(span.file, parent.start, parent.start + len(parent.word)), "its words belong here"),),
    )


def _no_text_help(last: Entry) -> str:
    if last.role == "reference":
        return (
            f"`{last.word}` with an id and no colon points at a statement written elsewhere;"
            " to write a new one, put a colon behind the id"
        )
    return f"indent it no deeper than `{last.word}` and start it with a word such as `claim`"


def misspelt(span: Span, written: str, meant: str, *, margin: bool) -> Diagnostic:
    if written.casefold() == meant:
        message = f"`{written}` is written in small letters: `{meant}`"
    else:
        message = f"`{written}` is not a word of the language; did you mean `{meant}`?"
    help = f"write `{meant}`" if margin else f"write `{meant}`; {BAR_HELP}"
    return _error("misspelt-word", span, message, help, edits=(Edit(span, meant),))


def unknown_field(span: Span, written: str, owner: Entry, fields: tuple[str, ...]) -> Diagnostic:
    listed = ", ".join(f"`{name}`" for name in fields)
    known = f"it has the fields {listed}" if fields else "it has no fields"
    return _error(
        "unknown-field", span, f"a `{owner.word}` has no field `{written}`", f"{known}; {BAR_HELP}"
    )


def numbered_comment(span: Span) -> Diagnostic:
    return Diagnostic(
        "comment-in-text",
        Severity.WARNING,
        "a line that starts with `#` is a comment and is left out of the text",
        span,
        "if it is meant as text, put `|` before it; if it is a comment, put a blank after the `#`",
    )


def wrong_characters(file_span: Span, wrong: tuple[Wrong, ...], at: int) -> Diagnostic:
    """One message for all the wrong characters of a line; `at` is the line's offset."""
    file = file_span.file
    spans = [Span(file, at + w.start, at + w.start + 1) for w in wrong]
    called: dict[str, list[str]] = {}
    for w in {w.letter: w for w in wrong}.values():
        called.setdefault(w.called, []).append(_shown(w))
    named = ", and ".join(
        f"{' and '.join(shown)} {'is' if len(shown) == 1 else 'are each'} {what}" for what, shown in called.items()
    )
    todo = " and ".join(
        f"type `{w.plain}` for it" if w.plain else "leave it out" for w in {w.plain: w for w in wrong}.values()
    )
    return _error(
        "wrong-character",
        spans[0],
        named,
        todo,
        tuple(Label(span, "here too") for span in spans[1:]),
        tuple(Edit(span, w.plain) for span, w in zip(spans, wrong, strict=True)),
    )


def _shown(wrong: Wrong) -> str:
    if wrong.letter.isprintable() and wrong.letter.strip():
        return f"`{wrong.letter}`"
    return f"the character U+{ord(wrong.letter):04X}"


def replaced(words: str, start: int, wrong: tuple[Wrong, ...]) -> list[Piece]:
    """The words of a line (which begins at the offset `start`) with plain characters, as pieces."""
    pieces: list[Piece] = []
    at = 0
    for w in wrong:
        pieces.append((words[at : w.start], start + at, w.start - at))
        pieces.append((w.plain, start + w.start, 1))
        at = w.start + 1
    pieces.append((words[at:], start + at, len(words) - at))
    return [piece for piece in pieces if piece[0]]


def respelt(pieces: list[Piece], start: int, end: int, meant: str) -> list[Piece]:
    """Pieces of a line with the letters from `start` to `end` (of their text) replaced."""
    done: list[Piece] = []
    at = 0
    for text, origin, length in pieces:
        cut, upto = max(start - at, 0), end - at
        if cut >= len(text) or upto <= 0:
            done.append((text, origin, length))
        else:
            upto = min(upto, len(text))
            done.append((text[:cut], origin, cut))
            done.append((meant, origin + cut, upto - cut))
            done.append((text[upto:], origin + upto, length - upto))
            meant = ""
        at += len(text)
    return [piece for piece in done if piece[0]]


def cut(pieces: list[Piece], length: int) -> list[Piece]:
    """The first `length` letters of a line's pieces."""
    kept: list[Piece] = []
    for text, origin, size in pieces:
        if length > 0:
            kept.append((text[:length], origin, min(size, length)))
        length -= len(text)
    return kept


def no_text(span: Span, word: str) -> Diagnostic:
    return _error(
        "missing-text",
        span,
        f"this `{word}` says nothing",
        "write its words behind the colon, or on deeper lines below it",
    )


def card_without_quotes(span: Span) -> Diagnostic:
    return _error(
        "card-without-quotes",
        span,
        "the passage of a card stands between two lines of three quotation marks",
        'put `"""` on a line of its own before the passage and after it',
    )


def unclosed_card(span: Span) -> Diagnostic:
    return _error(
        "unclosed-card",
        span,
        "this card is opened and never closed",
        'put `"""` on a line of its own after the passage',
    )


def words_after_card(span: Span) -> Diagnostic:
    return _error(
        "stray-text", span, "these words stand behind the end of the card", "put them before the closing marks"
    )
