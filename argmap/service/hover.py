"""What there is to say about a word of a file, in Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..debate import floor_of
from ..diagnostic import Diagnostic
from ..english import counted, listed
from ..faults import FAULTS
from ..graph.conceding import conceded
from ..language.syntax import Item, StatementLine
from ..model import Side, Source, Statement
from ..regex import regex
from ..resolve.names import Name, Role
from ..source import Span
from ..vocabulary import MEANINGS
from ..words.particulars import particulars
from ..words.references import full_citation, short_citation
from ..words.telling import kind_words
from .outline import items
from .view import View

LONGEST = 1500
MARKS = regex(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Hover:
    """Markdown, and the place that it is about."""

    markdown: str
    span: Span


def hover(view: View, offset: int) -> Hover | None:
    """What an id says, a source in full, the paragraph that is cited, what a word means; and the page of
    the rule that found something there. None where there is nothing to say."""
    said = [*_findings(view, offset), *_cited(view, offset), *_named(view, offset)] or [*_meant(view, offset)]
    if not said:
        return None
    smallest = min((one.span for one in said), key=lambda span: span.end - span.start)
    return Hover("\n\n---\n\n".join(one.markdown for one in said), smallest)


def plain(words: str) -> str:
    """Words as Markdown that says just them."""
    return MARKS.sub(r"\\\1", " ".join(words.split()))


def rule_page(code: str) -> str | None:
    """The page of a rule, or of a code of the language, as Markdown; None where there is none."""
    from ..checks import RULES
    from ..checks.page import language_page, page

    rule = next((each for each in RULES if each.name == code), None)
    if rule is None and code not in FAULTS:
        return None
    return f"**{code}**\n\n{(page(rule).text if rule else language_page(code)).strip()}"


def _findings(view: View, offset: int) -> Iterator[Hover]:
    told: set[str] = set()
    for found in view.diagnostics:
        if found.span and view.here(found.span, offset) and found.code not in told:
            told.add(found.code)
            yield Hover(_page(found), found.span)


def _page(found: Diagnostic) -> str:
    return rule_page(found.code) or f"**{found.code}**\n\n{plain(found.message)}"


def _cited(view: View, offset: int) -> Iterator[Hover]:
    """The words of the paragraphs or pages that a citation names."""
    from ..quoting.passage import SourceText
    from ..quoting.verify import cited_places

    for cite in (cite for statement in view.map.statements for cite in statement.cites):
        text = view.reading.member.texts.get(cite.source) if view.here(cite.span, offset) else None
        if isinstance(text, SourceText) and cite.locator and (places := cited_places(cite, text)):
            words = text.passage[slice(*places[0])]
            quoted = "\n>\n".join(f"> {plain(each)}" for each in re.split(r"\n\s*\n", _cut(words)) if each.strip())
            yield Hover(f"**{plain(short_citation(cite))}**\n\n{quoted}", cite.span)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def _named(view: View, offset: int) -> Iterator[Hover]:
    name = view.name_at(offset)
    if name is None:
        return
    what = name.what
    if isinstance(what, Statement):
        yield Hover(_statement(view, what), name.span)
    elif isinstance(what, Source):
        yield Hover(_source(view, what), name.span)
    elif isinstance(what, Side):
        own = sum(statement.side is what for statement in view.map.statements)
        yield Hover(f"**{plain(what.name)}** (side): {counted(own, 'statement')}", name.span)
    elif words := _word(view, name):
        yield Hover(words, name.span)


def _statement(view: View, statement: Statement) -> str:
    more = [one.words for one in particulars(statement, conceded(view.map))]
    cites = listed(short_citation(cite) for cite in statement.cites)
    head = f"**{statement.label}** {kind_words(statement)}" + "".join(f" · {plain(words)}" for words in more)
    return "\n\n".join([head, plain(_cut(statement.text)), *([f"— {plain(cites)}"] if cites else [])])


def _source(view: View, source: Source) -> str:
    from ..quoting.passage import SourceText

    text = view.reading.member.texts.get(source)
    words = plain(", ".join(part.text for part in full_citation(source))) or f"**{source.id}**"
    cited = sum(cite.source is source for statement in view.map.statements for cite in statement.cites)
    held = counted(len(text.paragraphs), "paragraph") if isinstance(text, SourceText) else ""
    own = f"; its words are at hand: {held}" if held else ""
    return f"{words}\n\nCited {counted(cited, 'time')}{own}."


def _word(view: View, name: Name) -> str:
    if name.role is Role.TAG:
        return f"**#{plain(name.text)}**: {counted(sum(name.text in s.tags for s in view.map.statements), 'statement')}"
    floor = floor_of(view.map)
    speech = floor.by_name.get(name.text) if floor else None
    if floor is None or speech is None:
        return ""
    speaker = floor.speaker(name.text)
    who = f" of {plain(speaker.name)}" if speaker else ""
    return f"**{speech.name}**: {speech.called}{who}, {speech.minutes:g} minutes"


def _meant(view: View, offset: int) -> Iterator[Hover]:
    """What a word of the language means, where the line uses it as one."""
    for span in _words(view, offset):
        if span.text in MEANINGS:
            yield Hover(f"**{span.text}**: {MEANINGS[span.text]}", span)


def _words(view: View, offset: int) -> Iterator[Span]:
    for item in items(view.document.items):
        for span in _own(item):
            if view.here(span, offset):
                yield span


def _own(item: Item) -> Iterator[Span]:
    for name in ("kind", "word", "verb"):
        if word := getattr(item, name, None):
            yield word.span
    yield from (field.name.span for field in getattr(item, "fields", ()))
    if isinstance(item, StatementLine):
        yield from (word.span for word in (*item.marks, *item.analytic))
