"""Diagnostics for a terminal: the message, the line, what is meant by it, and the way out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from ..diagnostic import Diagnostic, Severity
from ..english import counted, plural
from ..regex import regex
from ..source import Span

Style = Callable[[str, str], str]
"""Colours some words: takes the words and what they are (a severity, `place`, `strong`)."""

MOST_ALIKE, FIRST = 5, 3
"""Of more remarks of one rule in a file than so many, so many stand for all."""
WIDTH = 100
"""The most columns of a source line that are shown: enough to see where, whatever its length."""


def plain(words: str, what: str) -> str:  # noqa: ARG001 (the shape of a style)
    """The words as they are: the style of a file or a pipe."""
    return words


def as_text(diagnostics: Sequence[Diagnostic], style: Style = plain, *, every: bool = True) -> str:
    """The diagnostics in the order given, each followed by a blank line.

    Unless `every` one is wanted, of more than five remarks of one rule in a file the first three stand
    for all, and say how many more there are. Errors are never left out.
    """
    alike: Counter[tuple[str, str]] = Counter()
    if not every:
        alike.update(_kind(each) for each in diagnostics if each.severity is not Severity.ERROR)
    told: Counter[tuple[str, str]] = Counter()
    written = []
    for diagnostic in diagnostics:
        many = alike[_kind(diagnostic)]
        told[_kind(diagnostic)] += 1
        if many <= MOST_ALIKE or told[_kind(diagnostic)] <= FIRST:
            written.append(f"{_diagnostic(diagnostic, style)}\n")
        if many > MOST_ALIKE and told[_kind(diagnostic)] == FIRST:
            more = f"... and {many - FIRST} more of {diagnostic.code} in {clean(diagnostic.file_name)}"
            written.append(f"{style(f'{more} (--all shows them)', 'strong')}\n\n")
    return "".join(written)


def _kind(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.file_name


def summary(diagnostics: Sequence[Diagnostic], files: int, waiting: int = 0) -> str:
    """One line: how many files, what was found in them, and how many rules wait for errors to be fixed."""
    said = f"{counted(files, 'file')} checked: {tally(diagnostics)}"
    if not waiting:
        return said
    return f"{said}; {counted(waiting, 'rule')} {plural(waiting, 'waits', 'wait')} until the errors are fixed"


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors, warnings and remarks there are."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    found = [counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return ", ".join(found) if found else "no faults"


def _diagnostic(diagnostic: Diagnostic, style: Style) -> str:
    head = style(f"{diagnostic.severity}[{diagnostic.code}]", diagnostic.severity)
    lines = [f"{head}: {style(clean(diagnostic.message), 'strong')}"]
    if diagnostic.span is None:
        lines.append(f" {style('-->', 'place')} {clean(diagnostic.file_name)}")
        gutter = 1
    else:
        places = [(diagnostic.span, "", "^")] + [(label.span, label.message, "-") for label in diagnostic.labels]
        gutter = max(len(str(span.line)) for span, _, _ in places)
        lines.extend(_excerpts(places, gutter, diagnostic.severity, style))
    if diagnostic.help:
        lines.append(f"{' ' * gutter} {style('=', 'place')} help: {clean(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _excerpts(places: Sequence[tuple[Span, str, str]], gutter: int, severity: Severity, style: Style) -> list[str]:
    lines: list[str] = []
    bar = style("|", "place")
    file = None
    for span, message, mark in places:
        if file is not span.file:
            arrow = "-->" if file is None else ":::"
            lines.append(f"{' ' * gutter}{style(arrow, 'place')} {clean(str(span))}")
            lines.append(f"{' ' * gutter} {bar}")
            file = span.file
        number, text, under = _excerpt(span, mark)
        lines.append(f"{style(str(number).rjust(gutter), 'place')} {bar} {text}".rstrip())
        what = severity if mark == "^" else "place"
        lines.append(f"{' ' * gutter} {bar} {style((under + ' ' + clean(message)).rstrip(), what)}")
    return lines


def _excerpt(span: Span, mark: str) -> tuple[int, str, str]:
    """The number of a span's first line, its words, and marks under those that are meant."""
    line, column = span.file.line_column(span.start)
    text = span.file.line_text(line)
    start = min(column - 1, len(text))
    end = min(start + max(span.end - span.start, 1), max(len(text), start + 1))
    first = max(0, start - WIDTH // 2) if len(text) > WIDTH else 0
    shown = clean(text[first : first + WIDTH])
    before, cut = ("…" if first else ""), ("…" if len(text) > first + WIDTH else "")
    marked = clean(text[start : min(end, first + WIDTH)])
    indent = " " * (len(before) + _columns(clean(text[first:start])))
    return line, f"{before}{shown}{cut}", indent + mark * max(_columns(marked), 1)


COMMAND = regex(r"(^\s*:|##)(?::|\[)", re.MULTILINE)


def clean(text: str) -> str:
    """Text that cannot steer a terminal, or the run whose log it goes into: tabs become blanks, control
    characters a sign, and a workflow command (`::error::` at a line's start, `##[` anywhere) is none."""
    if ":" in text or "#" in text:
        text = COMMAND.sub("\\1\N{REPLACEMENT CHARACTER}", text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter == "\t":
        return "    "
    category = unicodedata.category(letter)
    return "\N{REPLACEMENT CHARACTER}" if category in ("Cc", "Cs") or letter in BIDI else letter


BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
