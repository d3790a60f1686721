"""What the language itself tells of: a short page for each of its codes.

Rules hold a map up to something; these faults are found before there is a map, while its files are
read. They are told in any case: only the remarks among them can be left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..diagnostic import Severity
from .run import LANGUAGE_REMARKS

ALWAYS_TOLD = "errors of the language are always told"


@dataclass(frozen=True, slots=True)
class Fault:
    """`summary` says in a sentence what is wrong and why it is told, `mend` how to put it right."""

    summary: str
    mend: str


def weight(code: str) -> Severity:
    """How a code of the language weighs."""
    return Severity.WARNING if code in LANGUAGE_REMARKS else Severity.ERROR


FAULTS: Mapping[str, Fault] = {
    # Lines and words.
    "misspelt-word": Fault(
        "A word is nearly one of the language's own (`clam`, `Claim`, `suports`), so the line would be lost.",
        "write the word that the message names; in running text, put `|` before the line.",
    ),
    "unreadable-line": Fault(
        "A line begins as argmap expects, but goes on in a way that it cannot read.",
        "write it as the message shows: kind, id, answer, then `(side)`, `[source]`, `@speech`, `#tag`, and a colon.",
    ),
    "stray-text": Fault(
        "Text stands where it belongs to no statement, so that nobody could say what it is.",
        "indent it below the line that it goes on with, start it with a word such as `claim`, or make it a comment.",
    ),
    "missing-text": Fault("A line opens something and says nothing.", "write its words behind the colon."),
    "wrong-character": Fault(
        "A word processor put a character that looks like a plain one (a curly quotation mark, a full-width colon).",
        "type the plain character; `argmap check --fix` does it.",
    ),
    "comment-in-text": Fault(
        "A line amid a text begins with `#` and is left out as a comment, though it may be meant as text.",
        "put `|` before it if it is text, a blank behind the `#` if it is a comment.",
    ),
    # How deep a line stands.
    "wrong-indentation": Fault(
        "A line lines up with nothing above it, so that it is open what it stands under.",
        "indent it as far as the lines that it belongs with.",
    ),
    "mixed-indentation": Fault(
        "Some lines are indented with tabs and some with spaces, so that nobody can tell how deep they stand.",
        "indent the whole file with spaces.",
    ),
    "misplaced": Fault(
        "A statement or a field stands under a line that cannot have it.", "move it under the line that it belongs to."
    ),
    "indented-relation": Fault(
        "A relation (`a supports b`) is indented, but it stands by itself.", "move it to the margin."
    ),
    "indented-declaration": Fault(
        "A topic, side, source, section or include is indented, but it stands by itself.", "move it to the margin."
    ),
    "reference-at-top": Fault(
        "A kind and an id without a colon point at a statement written elsewhere, but stand under nothing.",
        "put a colon and words behind it, or indent it under what the statement bears on.",
    ),
    # Fields and cards.
    "unknown-field": Fault(
        "A topic, source or statement has no field of this name.", "use one of the fields that the message lists."
    ),
    "duplicate-field": Fault("A field is given twice; the first one holds.", "leave out one of them."),
    "card-without-quotes": Fault(
        "The passage of a card does not begin with three quotation marks.",
        'put `"""` on a line of its own before and after it.',
    ),
    "marks-without-card": Fault(
        "Three quotation marks begin a passage, but no `card:` stands above them.", "write `card:` on the line above."
    ),
    "unclosed-card": Fault(
        "The passage of a card never ends, so that it would swallow the rest of the file.",
        'put `"""` on a line of its own after it.',
    ),
    "unclosed-quotation": Fault(
        "A quotation has only one of its two marks, so that it cannot be compared with its source.",
        "put the other mark where the source's own words begin or end.",
    ),
    "bad-date": Fault("A date cannot be read, or no such day exists.", "write `2023`, `2023-09` or `2023-09-19`."),
    "bad-weight": Fault("A weight is no number from 0 to 1.", "write it with a point, such as `weight: 0.7`."),
    "bad-locator": Fault(
        "A citation's paragraphs or pages count from 0 or run backwards.", "write it as in `para 3` or `para 3-5`."
    ),
    # Ids and what they point at.
    "bad-id": Fault(
        "A character stands in an id that cannot be in one.",
        "an id is a letter, then letters, digits, `-` or `_`; spell it so.",
    ),
    "reserved-word": Fault(
        "An id is a word of the language, so that lines with it could mean two things.",
        "add something to it, such as `claim-1`.",
    ),
    "duplicate-id": Fault(
        "Two statements, sides or sources have one id, so that it is open which of them a line means.",
        "give one of them another id; to use a statement again, write its kind and id without a colon.",
    ),
    "unknown-statement": Fault("No statement has this id.", "correct the id, or give it to a statement."),
    "unknown-side": Fault("No side has this id.", "correct it, or declare the side: `side pro: For the motion`."),
    "unknown-source": Fault("No source has this id.", "correct it, or declare the source: `source smith: The title`."),
    "wrong-kind": Fault(
        "A line refers to a statement as another kind than the one it is written as.", "write its own kind."
    ),
    # Statements.
    "given-twice": Fault(
        "A statement has two sides, two speeches or two kinds of answer; only one can hold.", "leave out one of them."
    ),
    "mark-without-rebuttal": Fault(
        "A kind of answer, such as `turn`, stands with a statement that is no rebuttal.",
        "leave it out, or write `rebuttal` for the kind.",
    ),
    "no-link-to-rebut": Fault(
        "A `no-link` rebuttal denies that a statement bears on the one above it, but there is none above.",
        "use another answer, such as `deny`, or write a relation: `a rebuts b -> c`.",
    ),
    # Relations.
    "bad-relation": Fault(
        "A relation has more on one of its ends than its verb can have.", "write a line for each, as the message shows."
    ),
    "joint-rebuttal": Fault(
        "Statements are joined with `+` to rebut something, but only support can be joined.", "write a line for each."
    ),
    "nothing-to-join": Fault(
        "A `+` joins a claim or evidence to the one before it under one statement; here it has nothing to join.",
        "leave the `+` out, or put the line where the reason stands that it belongs to.",
    ),
    "joined-with-itself": Fault("A statement is joined with itself.", "name each statement once."),
    "no-such-link": Fault(
        "A relation rebuts a link (`a rebuts b -> c`) that the map does not have.",
        "write first that `b supports c`, or name another link.",
    ),
    # Topics.
    "duplicate-topic": Fault("A map has one topic; the first one holds.", "leave out one of them."),
    "unknown-format": Fault(
        "The topic's format is none that argmap knows, so that it cannot tell who speaks when.",
        "write one of the formats that the message lists.",
    ),
    "no-choice-of-order": Fault(
        "A topic says which side speaks first, but its format settles that.", "leave the line `first: ...` out."
    ),
    "speech-without-format": Fault(
        "Statements name speeches, but the topic names no format, so that their order is not known.",
        "write `format: ...` under the topic.",
    ),
    # Files.
    "missing-file": Fault("There is no file of this name.", "correct the name; folders are written with `/`."),
    "is-a-folder": Fault("A folder is named where a file is wanted.", "name a file in it."),
    "unreadable-file": Fault("A file is there, but cannot be read.", "see to its permissions, or name another file."),
    "empty-file": Fault("A file has nothing in it.", "write something in it; `argmap new` writes one to start from."),
    "not-utf8": Fault("A file is no text in UTF-8.", "save it as plain text in the encoding UTF-8."),
    "nul-character": Fault("A file holds a NUL character, so that it is no plain text.", "save it as plain text."),
    "line-ends": Fault(
        "The lines of a file end as on very old Macs, so that it reads as a single line.",
        "save it with the line endings of Unix or Windows.",
    ),
    "include-outside": Fault(
        "An included file lies outside the folder of the map; a map from elsewhere could read any file so.",
        "move it below that folder, or allow it with `--allow-outside`.",
    ),
    "include-circle": Fault("Files include each other in a circle.", "leave out one of the includes."),
    "included-twice": Fault("A file is included twice; the second time nothing is added.", "leave out that line."),
    "bad-setting": Fault(
        "A settings file (argmap.toml, or `[tool.argmap]` in pyproject.toml) says something that argmap cannot follow.",
        'correct it as the message says; words stand in quotation marks: `profile = "nsda"`.',
    ),
}
"""Every code that can be told of files before the rules look at a map, in the order of `argmap explain`."""
