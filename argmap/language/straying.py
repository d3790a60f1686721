"""Text that belongs to nothing: why, and what was probably meant, as far as the lines above tell."""

import re

from ..debate import AGAINST, FOR, SPEECHES
from ..diagnostic import Diagnostic, Label
from ..faults import Fault
from ..regex import regex
from ..source import Span
from ..vocabulary import KINDS, OWNERS
from .indentation import Line
from .labels import bullet
from .outline import Entry
from .shapes import FIRST_WORD, ID, head_end

OR_OF_ITS_OWN = "; if it says something of its own, start it with a word such as `evidence:` or `rebuttal:`"
CITED = regex(rf"[\[(]?(?P<name>[A-Z][\w'’-]+)(?:\s+et\s+al\.?|\s+(?:and|&)\s+{ID})?,?\s+['’]?(?:19|20)?[0-9]{{2}}\b")
SHAPES = (
    (regex(r"(?:sides|teams?|part(?:y|ies))\s*:", re.I),
     "each side has a line of its own, such as `side pro: Close it`"),
    (regex(r"sources\s*:", re.I), "each source has a line of its own, such as `source smith: The title`"),
    (regex(r"\w+s\s*:$"), "each statement has a line of its own, such as `claim growth (pro): The words.`"),
    (regex(r"(?:extends?|cross-apply)\b", re.I), "what is said again is told by ids, as in `@AS extends growth`"),
    (regex(rf"[\[(](?P<side>{'|'.join((*FOR, *AGAINST))})[\])]", re.I), "write `claim ({side}): ...`"),
    (regex(rf"(?P<id>{ID})\s+(?P<kind>{'|'.join(KINDS)})\s*:"),
     "write `{kind}: ...`, indented under `{id}`, which it bears on"),
    (regex(r"//|/\*|<!--|--\s|[;%]\s"), "a note to yourself starts with `#`"),
    (regex(r"[\"“„«]"),
     "what a source says is `evidence [smith para 3]: ...`, indented under the claim that it supports"),
)  # fmt: skip
"""How lines begin that were meant as something else, and what to do about each."""
HEADING = regex(r"[^\s.!?;:,]+(?:\s+[^\s.!?;:,]+){0,3}")


def stray(span: Span, last: Entry | None, line: Line, parent: Entry | None) -> Diagnostic:
    """The fault of a line that is text and can go on with none: `last` is what was opened last, `parent`
    what the line stands under (None at the margin)."""
    first = FIRST_WORD.match(line.words)
    word = first.group() if first else ""
    if word in KINDS and head_end(line.words) < 0:
        message = f"this `{word}` has no colon, so it is read as text, and no text can stand here"
        return Fault.STRAY_TEXT.at(span, message, f"put a colon before its words: `{word}: ...`")
    if last is not None and not last.takes_text and line.width > last.width:
        return Fault.STRAY_TEXT.at(span, *_takes_no_text(last))
    if parent is not None:
        what = f"the words of this `{parent.word}`"
        above = Span(span.file, parent.start, parent.start + len(parent.word))
        return Fault.STRAY_TEXT.at(
            span,
            f"this text comes too late: the words of this `{parent.word}` stand before all that is nested under it",
            f"move it up to {what}" + (OR_OF_ITS_OWN if parent.role in ("statement", "reference") else ""),
            Label(above, "its words would belong here"),
        )
    advice = _at_margin(line.words, word, last)
    return Fault.STRAY_TEXT.at(span, "this line does not start with a word that argmap knows", advice)


def _at_margin(words: str, word: str, last: Entry | None) -> str:
    alone = words.rstrip(":. ")
    owner = next((owner for owner, fields in OWNERS.items() if word in fields), None)
    if owner and last is not None:
        return f"`{word}` belongs to a {owner}: indent it under that line"
    if word.casefold() in FOR | AGAINST and (alone == word or words[len(word) :].lstrip()[:1] == ":"):
        side = word.casefold()
        return (
            f"a side is declared once, `side {side}: ...`; `section ({side}): ...` begins what it says, and"
            f" `claim ({side}): ...` is one of its claims"
        )
    if speech := SPEECHES.get(alone.casefold()):
        return f"what is said in a speech begins with `section @{speech}: ...`"
    return _meant(words) or _words_to_start_with(words, last)


def _meant(words: str) -> str | None:
    """What to write for a line at the margin, where its shape tells."""
    if cited := CITED.match(words):
        name = cited["name"].casefold()
        return (
            f"a source is declared once, `source {name}: The title`, its `author:` and `date:` indented below;"
            f" what it says is `evidence [{name}]: ...`, indented under the claim"
        )
    if bullet(words):
        return (
            "argmap has no bullets and numbers: start it with a word such as `claim:` or `evidence:`, indented under"
            " what it bears on; a heading is `section: ...`"
        )
    found = ((shape.match(words), way_out) for shape, way_out in SHAPES)
    return next((way_out.format(**match.groupdict()) for match, way_out in found if match), None)


def _words_to_start_with(words: str, last: Entry | None) -> str:
    if last is None and words.endswith("?"):
        return "write `topic:` before the question of the debate"
    if last is None:
        return (
            "a line at the margin starts with a word such as `topic:`, `claim:` or `section:`;"
            " a note to yourself starts with `#`"
        )
    heading = " (a heading with `section:`)" if HEADING.fullmatch(words) else ""
    return (
        f"start it with a word such as `claim:`, `evidence:`, `warrant:` or `rebuttal:`{heading}; only where it goes"
        " on with the sentence above, indent it"
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
