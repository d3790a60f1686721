"""Comments that silence rules: `# argmap: ignore[rule, other-rule] reason`.

A comment is about the next line that is neither blank nor a comment. Where a statement, a source
or another thing begins on that line, it is about all of it, up to where the next one begins.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field

from ..diagnostic import Diagnostic, Edit
from ..english import nearest
from ..faults import ALWAYS_TOLD
from ..language.syntax import Document
from ..model import ArgumentMap
from ..regex import regex
from ..source import SourceFile, Span
from ..values import dataclass
from .rule import Finding

COMMENT = regex(r"#[ \t]*argmap\b[ \t]*:?[ \t]*")
IGNORE = regex(r"ignore\s*\[([^\]]*)\]")
NAME = regex(r"[^\s,]+")
LIKELY = regex(r"#[ \t]*argmap[ \t]*:|#[ \t]*argmap[ \t]+ignore")


@dataclass(slots=True)
class Ignore:
    """One comment: the names it silences with their places, the lines it is about (first, and one
    past the last), and which of its names silenced something."""

    span: Span
    names: dict[str, Span]
    lines: tuple[int, int]
    used: set[str] = field(default_factory=set)


def read_ignores(documents: Sequence[Document], map: ArgumentMap) -> tuple[list[Ignore], list[Finding]]:
    """The comments to argmap in a map's files, and those that cannot be read."""
    ignores: list[Ignore] = []
    faults: list[Finding] = []
    heads: dict[SourceFile, list[int]] | None = None
    for document in documents:
        below = 0  # the line that the comment before is about: one amid its comments is about the same
        for comment in document.comments:
            words = comment.text.rstrip("\r")
            start = COMMENT.match(words)
            if start is None:
                continue
            span = Span(comment.file, comment.start, comment.start + len(words))
            listed = IGNORE.match(words, start.end())
            names = _names(span, listed) if listed else {}
            if names:
                heads = heads or _heads(map)
                if not span.line < below:
                    below = _line_below(span)
                ignores.append(Ignore(span, names, _about(span, below, heads.get(span.file, []))))
            elif LIKELY.match(words):
                way_out = "write `# argmap: ignore[RULE] reason` above the line that it is about"
                faults.append(Finding(span, "this comment to argmap cannot be read", way_out))
    return ignores, faults


def _names(comment: Span, listed: re.Match[str]) -> dict[str, Span]:
    start = comment.start + listed.start(1)
    places = NAME.finditer(listed[1])
    return {name.group(): Span(comment.file, start + name.start(), start + name.end()) for name in places}


def _heads(map: ArgumentMap) -> dict[SourceFile, list[int]]:
    """For each file the lines, in order, on which something begins."""
    spans = [statement.span for statement in map.statements]
    spans += [source.span for source in map.sources]
    spans += [side.span for side in map.sides]
    spans += [section.span for section in map.sections]
    spans += [span for link in map.links for span in (*link.spans, *link.nested)]
    spans += [concession.span for concession in map.concessions]
    if map.topic:
        spans.append(map.topic.span)
    found: dict[SourceFile, set[int]] = {}
    for span in spans:
        found.setdefault(span.file, set()).add(span.line)
    return {file: sorted(lines) for file, lines in found.items()}


def _line_below(comment: Span) -> int:
    """The next line that is neither blank nor a comment."""
    file = comment.file
    last = file.line_column(len(file.text))[0]
    line = comment.line + 1
    while line <= last and (not (words := file.line_text(line).strip()) or words.startswith("#")):
        line += 1
    return line


def _about(comment: Span, line: int, heads: Sequence[int]) -> tuple[int, int]:
    last = comment.file.line_column(len(comment.file.text))[0]
    after = bisect_right(heads, line)
    if after and heads[after - 1] == line:
        return line, heads[after] if after < len(heads) else last + 1
    return line, line + 1


class Silence:
    """Which diagnostics comments silence; remembers which comments did."""

    def __init__(self, ignores: Sequence[Ignore]) -> None:
        self._ignores = ignores
        by_place: dict[tuple[SourceFile, str], dict[tuple[int, bool], list[Ignore]]] = {}
        for ignore in ignores:
            first, end = ignore.lines
            for name in ignore.names:
                here = by_place.setdefault((ignore.span.file, name), {})
                here.setdefault((first, end - first > 1), []).append(ignore)
        self._by_place = {
            place: (sorted(first for first, several in found if several), found) for place, found in by_place.items()
        }

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether a comment silences a diagnostic. Every comment that does counts as used."""
        span = diagnostic.span
        here = self._by_place.get((span.file, diagnostic.code)) if span else None
        if not here or span is None:
            return False
        line, (starts, by_start) = span.line, here
        # Some are about a line alone; those about more lines are about one thing each, and things do not
        # overlap: only the last one to begin can reach down to here.
        at = bisect_right(starts, line)
        last = by_start[starts[at - 1], True] if at else []
        covering = [*by_start.get((line, False), ()), *(ignore for ignore in last if line < ignore.lines[1])]
        for ignore in covering:
            ignore.used.add(diagnostic.code)
        return bool(covering)

    def unknown(self, known: Collection[str]) -> Iterator[Finding]:
        """Names that are no rule's."""
        for ignore in self._ignores:
            for name, span in ignore.names.items():
                if name not in known:
                    meant = nearest(name, known)
                    hint = f"; did you mean `{meant}`?" if meant else ""
                    yield Finding(
                        span,
                        f"there is no rule `{name}` to ignore{hint}",
                        f"write `{meant}`" if meant else f"`argmap explain` lists them; {ALWAYS_TOLD}",
                        edits=(Edit(span, meant),) if meant else (),
                    )

    def unused(self, ran: Collection[str]) -> Iterator[Finding]:
        """Names of rules that did run and that the comment did not silence."""
        for ignore in self._ignores:
            idle = [name for name in ignore.names if name in ran and name not in ignore.used]
            if not idle:
                continue
            kept = [name for name in ignore.names if name not in idle]
            names = ", ".join(f"`{name}`" for name in idle)
            yield Finding(
                ignore.names[idle[0]],
                f"nothing here needs to ignore {names}",
                "remove the comment" if not kept else f"leave out {names}",
                edits=(_removal(ignore.span) if not kept else _shortened(ignore, kept),),
            )


def _removal(span: Span) -> Edit:
    file = span.file
    start = file.line_start(span.line)
    end = file.text.find("\n", start)
    return Edit(Span(file, start, end + 1 if end >= 0 else len(file.text)), "")


def _shortened(ignore: Ignore, kept: Sequence[str]) -> Edit:
    places = list(ignore.names.values())
    return Edit(Span(ignore.span.file, places[0].start, places[-1].end), ", ".join(kept))
