"""What can be wrong with the files themselves: every fault of the language, in one table.

Rules hold a map up to something; these faults are found before there is a map, while its files are
read. The errors among them are told in any case; what is a warning here can be silenced like a rule.
"""

from collections.abc import Mapping
from enum import Enum

from .diagnostic import Diagnostic, Edit, Label, Severity
from .source import Span

ALWAYS_TOLD = "errors of the language are always shown"
ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Fault(Enum):
    """One fault: how it weighs, a sentence on what is wrong and why it is told, and how to put it right.

    Its code is its name, in small letters with hyphens.
    """

    def __init__(self, severity: Severity, summary: str, mend: str) -> None:
        self.severity = severity
        self.summary = summary
        self.mend = mend

    @property
    def code(self) -> str:
        """What reports call it, such as `misspelt-word`."""
        return self.name.lower().replace("_", "-")

    def at(
        self, span: Span, message: str, help: str | None, *labels: Label, edits: tuple[Edit, ...] = ()
    ) -> Diagnostic:
        """This fault at a place, in words for the one who wrote it; `edits` where one mend is safe."""
        return Diagnostic(self.code, self.severity, message, span, help, labels, edits)

    def of_file(self, name: str, message: str, help: str | None = None) -> Diagnostic:
        """This fault of a file that there is no text of to point into."""
        return Diagnostic(self.code, self.severity, message, None, help, file=name)

    # Lines and words.
    MISSPELT_WORD = (
        ERROR,
        "A word is nearly one of the language's own (`clam`, `Claim`, `suports`), so the line would be lost.",
        "write the word that the message names; in running text, put `|` before the line.",
    )
    UNREADABLE_LINE = (
        ERROR,
        "A line begins as argmap expects, but goes on in a way that it cannot read.",
        "write it as the message shows: kind, id, answer, then `(side)`, `[source]`, `@speech`, `#tag`, and a colon.",
    )
    STRAY_TEXT = (
        ERROR,
        "Text stands where it belongs to no statement, so nobody can say what it is.",
        "indent it below the line that it goes on with, start it with a word such as `claim`, or make it a comment.",
    )
    MISSING_TEXT = (ERROR, "A line opens something and says nothing.", "write its words after the colon.")
    WRONG_CHARACTER = (
        ERROR,
        "A word processor put a character that looks like a plain one (a curly quotation mark, a full-width colon).",
        "type the plain character; `argmap check --fix` does it.",
    )
    COMMENT_IN_TEXT = (
        WARNING,
        "A line amid a text begins with `#` and is left out as a comment, or with `//`, which is no comment here.",
        "put `|` before it if it is text, `#` and a blank if it is a comment.",
    )
    LIST_IN_TEXT = (
        WARNING,
        "Lines that begin like a list (`1.`, `2.`) are read as one text, though each may be meant as a statement.",
        "start each with what it is, such as `evidence:` or `claim:`; if they are one text, put `|` before them.",
    )

    # How deep a line stands.
    WRONG_INDENTATION = (
        ERROR,
        "A line lines up with nothing above it, so it is not clear what it stands under.",
        "indent it as far as the lines that it belongs with.",
    )
    MIXED_INDENTATION = (
        ERROR,
        "Some lines are indented with tabs and some with spaces, so nobody can say how deep they stand.",
        "indent the whole file with spaces.",
    )
    MISPLACED = (
        ERROR,
        "A statement or a field stands under a line that cannot have it.",
        "move it under the line that it belongs to.",
    )
    INDENTED_RELATION = (
        ERROR,
        "A relation (`a supports b`) is indented, but it stands by itself.",
        "move it to the margin.",
    )
    INDENTED_DECLARATION = (
        ERROR,
        "A topic, side, source, section or include is indented, but it stands by itself.",
        "move it to the margin.",
    )
    REFERENCE_AT_TOP = (
        ERROR,
        "A kind and an id without a colon point at a statement written elsewhere, but stand under nothing.",
        "put a colon and words after it, or indent it under what the statement bears on.",
    )

    # Fields and cards.
    UNKNOWN_FIELD = (
        ERROR,
        "A topic, source or statement has no field of this name.",
        "use one of the fields that the message lists.",
    )
    DUPLICATE_FIELD = (ERROR, "A field is given twice; the first one holds.", "leave out one of them.")
    CARD_WITHOUT_QUOTES = (
        ERROR,
        "The passage of a card does not begin with three quotation marks.",
        'put `"""` on a line of its own before and after it.',
    )
    MARKS_WITHOUT_CARD = (
        ERROR,
        "Three quotation marks begin a passage, but no `card:` stands above them.",
        "write `card:` on the line above.",
    )
    UNCLOSED_CARD = (
        ERROR,
        "The passage of a card never ends, so it would swallow the rest of the file.",
        'put `"""` on a line of its own after it.',
    )
    UNCLOSED_QUOTATION = (
        ERROR,
        "A quotation has only one of its two marks, so it cannot be compared with its source.",
        "put the other mark where the source's own words begin or end.",
    )
    BAD_DATE = (ERROR, "A date cannot be read, or no such day exists.", "write `2023`, `2023-09` or `2023-09-19`.")
    BAD_WEIGHT = (ERROR, "A weight is not a number from 0 to 1.", "write it with a point, such as `weight: 0.7`.")
    BAD_LOCATOR = (
        ERROR,
        "A citation's paragraphs or pages count from 0 or run backwards.",
        "write it as in `para 3` or `para 3-5`.",
    )

    BAD_CITE = (
        ERROR,
        "A citation is nearly right: a year, a time without its word, or a comma between two citations.",
        "write it as in `[smith para 3; li page 2; talk time 1:30]`; `argmap check --fix` does it.",
    )
    CITE_IN_TEXT = (
        ERROR,
        "A citation stands among a statement's words, where it would be read as text.",
        "put it before the colon: `evidence [smith para 3]: ...`; `argmap check --fix` does it.",
    )

    HEAD_IN_TEXT = (
        WARNING,
        "A side or a speech stands among a statement's words, where it is read as text.",
        "put it before the colon: `claim growth (pro) @AC: ...`; `argmap check --fix` does it.",
    )

    # Ids and what they point at.
    BAD_ID = (
        ERROR,
        "A character stands in an id that cannot be in one.",
        "an id is a letter, then letters, digits, `-` or `_`; spell it so.",
    )
    RESERVED_WORD = (
        ERROR,
        "An id is a word of the language, so lines with it could mean two things.",
        "add something to it, such as `claim-1`.",
    )
    DUPLICATE_ID = (
        ERROR,
        "Two statements, sides or sources have one id, so it is not clear which of them a line means.",
        "give one of them another id; to use a statement again, write its kind and id without a colon.",
    )
    UNKNOWN_STATEMENT = (ERROR, "No statement has this id.", "correct the id, or give it to a statement.")
    UNKNOWN_SIDE = (ERROR, "No side has this id.", "correct it, or declare the side: `side pro: For the motion`.")
    UNKNOWN_SOURCE = (ERROR, "No source has this id.", "correct it, or declare the source: `source smith: The title`.")
    WRONG_KIND = (
        ERROR,
        "A line refers to a statement as another kind than the one it is written as.",
        "write its own kind.",
    )

    # Statements.
    GIVEN_TWICE = (
        ERROR,
        "A statement or section has two sides or two kinds of answer, or names one speech twice.",
        "leave out one of them.",
    )
    MARK_WITHOUT_REBUTTAL = (
        ERROR,
        "A kind of answer, such as `turn`, is given to a statement that is not a rebuttal.",
        "leave it out, or write `rebuttal` for the kind.",
    )
    NO_LINK_TO_REBUT = (
        ERROR,
        "A `no-link` rebuttal denies that a statement bears on the one above it, but there is none above.",
        "use another answer, such as `deny`, or write a relation: `a rebuts b -> c`.",
    )

    # Relations.
    BAD_RELATION = (
        ERROR,
        "A relation has more on one of its ends than its verb can have.",
        "write a line for each, as the message shows.",
    )
    JOINT_REBUTTAL = (
        ERROR,
        "Statements are joined with `+` to rebut something, but only support can be joined.",
        "write a line for each.",
    )
    NOTHING_TO_JOIN = (
        ERROR,
        "A `+` joins a claim or evidence to the one before it under one statement; here it has nothing to join.",
        "leave the `+` out, or put the line where the reason stands that it belongs to.",
    )
    JOINED_WITH_ITSELF = (ERROR, "A statement is joined with itself.", "name each statement once.")
    NO_SUCH_LINK = (
        ERROR,
        "A relation rebuts a link (`a rebuts b -> c`) that the map does not have.",
        "write first that `b supports c`, or name another link.",
    )

    # Topics.
    DUPLICATE_TOPIC = (ERROR, "A map has one topic; the first one holds.", "leave out one of them.")
    UNKNOWN_FORMAT = (
        WARNING,
        "argmap does not know the topic's format, so it cannot say who speaks when.",
        "write one of the formats that the message lists.",
    )
    NO_CHOICE_OF_ORDER = (
        ERROR,
        "A topic says which side speaks first, but its format settles that.",
        "leave the line `first: ...` out.",
    )
    SPEECH_WITHOUT_FORMAT = (
        WARNING,
        "Statements name speeches, but the topic names no format, so their order is not known.",
        "write `format: ...` under the topic.",
    )

    # Files.
    MISSING_FILE = (ERROR, "There is no file of this name.", "correct the name; folders are written with `/`.")
    IS_A_FOLDER = (ERROR, "A folder is named where a file is wanted.", "name a file in it.")
    UNREADABLE_FILE = (ERROR, "A file is there, but cannot be read.", "check its permissions, or name another file.")
    EMPTY_FILE = (ERROR, "A file has nothing in it.", "write something in it; `argmap new` writes one to start from.")
    NOT_UTF8 = (ERROR, "A file is not text in UTF-8.", "save it as plain text in the encoding UTF-8.")
    NUL_CHARACTER = (ERROR, "A file contains a NUL character, so it is not plain text.", "save it as plain text.")
    LINE_ENDS = (
        ERROR,
        "The lines of a file end as on very old Macs, so it reads as a single line.",
        "save it with the line endings of Unix or Windows.",
    )
    INCLUDE_OUTSIDE = (
        ERROR,
        "An included file lies outside the folder of the map; a map from somebody else could read any of your files.",
        "move it below that folder, or allow it with `--allow-outside`.",
    )
    INCLUDE_CIRCLE = (ERROR, "Files include each other in a circle.", "leave out one of the includes.")
    INCLUDED_TWICE = (WARNING, "A file is included twice; the second time nothing is added.", "leave out that line.")
    ARGMAP_FAULT = (
        ERROR,
        "argmap itself failed on this file, through no fault of yours; all else that it says holds.",
        "report it, with the file of places in the program that argmap writes and names.",
    )
    TOO_LARGE = (
        ERROR,
        "There was not enough memory for what was asked of this file.",
        "split the map into several files, name fewer of them at once, or close other programs.",
    )
    BAD_SETTING = (
        ERROR,
        "A settings file (argmap.toml, or `[tool.argmap]` in pyproject.toml) says something that argmap cannot follow.",
        'correct it as the message says; words stand in quotation marks: `profile = "nsda"`.',
    )


FAULTS: Mapping[str, Fault] = {fault.code: fault for fault in Fault}
"""Every fault by its code, in the order of `argmap explain`."""
REMARKS = tuple(code for code, fault in FAULTS.items() if fault.severity is WARNING)
"""The codes of those that are no errors: they can be silenced like a rule."""
