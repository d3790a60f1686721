"""Characters that word processors and other keyboards put where the language wants plain ones."""

from ..regex import regex
from ..values import dataclass

PLAIN = {
    "：": (":", "a full-width colon"),
    "；": (";", "a full-width semicolon"),
    "（": ("(", "a full-width bracket"),
    "）": (")", "a full-width bracket"),
    "［": ("[", "a full-width bracket"),
    "］": ("]", "a full-width bracket"),
    "【": ("[", "a full-width bracket"),
    "】": ("]", "a full-width bracket"),
    "＃": ("#", "a full-width number sign"),
    "＠": ("@", "a full-width at sign"),
    "＋": ("+", "a full-width plus"),
    "→": ("->", "an arrow of one character"),
    "⟶": ("->", "an arrow of one character"),
    "“": ("", "a curly quotation mark"),
    "”": ("", "a curly quotation mark"),
    "‘": ("", "a curly quotation mark"),
    "’": ("", "a curly quotation mark"),
    "\u200b": ("", "an invisible blank"),
    "\u200e": ("", "an invisible mark of direction"),
    "\u200f": ("", "an invisible mark of direction"),
    "\ufeff": ("", "an invisible mark of byte order"),
    "\u00ad": ("", "an invisible hyphen"),
}
NO_INDENTATION = regex("[\u3000\u2000-\u200f\u2028-\u202f\u205f\u2060\u1680\u180e\u0085\ufeff\u00ad\v\f\x1c-\x1f]")
"""What looks like a blank, or like nothing, before a line's words."""
WRONG = regex("[" + "".join(PLAIN) + "]")
WIDE = {"\u3000": ("  ", "a wide blank"), **{chr(c): (" ", "a special blank") for c in range(0x2000, 0x200B)}}
SECTION_TITLE = regex(r"section\s*[\"“][^\"“”\n]*[\"”]")
HEAD_END = regex("[:：]")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One character at an offset of a line, what to type in its place, and what it is called."""

    start: int
    letter: str
    plain: str
    called: str


def wrong_characters(line: str) -> tuple[Wrong, ...]:
    """The characters of a line's head (of the whole line, where it has no colon) to be replaced.

    Curly quotes round the title of a section in a citation are read as they are.
    """
    if line.isascii():
        return ()
    titles = [m.span() for m in SECTION_TITLE.finditer(line)]
    end = _head(line)
    return tuple(
        Wrong(m.start(), m.group(), *PLAIN[m.group()])
        for m in WRONG.finditer(line, 0, end)
        if not any(a <= m.start() < b for a, b in titles)
    )


def wrong_blanks(blanks: str) -> tuple[Wrong, ...]:
    """The characters before a line's words that are no plain blanks, and the blanks to type for them."""
    return tuple(
        Wrong(m.start(), m.group(), *WIDE.get(m.group(), ("", "an invisible character")))
        for m in NO_INDENTATION.finditer(blanks)
    )


def _head(line: str) -> int:
    """The end of the head, with its colon: a colon inside brackets belongs to a time or a title."""
    depth = 0
    for at, letter in enumerate(line):
        if letter in "[［【":
            depth += 1
        elif letter in "]］】":
            depth = max(depth - 1, 0)
        elif depth == 0 and letter in ":：":
            return at + 1
    colon = HEAD_END.search(line)
    return colon.end() if colon else len(line)
