"""Where the passage of a card ends."""

import re

QUOTES = '"""'
CLOSING = re.compile(r'(?:[^"\\]|\\.|"(?!""))*+"""', re.S)
"""The rest of a passage with the marks that close it; a backslash before a quotation mark makes it a letter."""
NEXT_CARD = re.compile(r"^[ \t]*card[ \t]*:\s*\Z", re.M)


def passage_end(text: str, at: int) -> int | None:
    """The offset behind the marks that close the passage whose opening marks stand at `at`, or None
    where it is never closed: the next marks then open another card, or there are none."""
    closing = CLOSING.match(text, at + len(QUOTES))
    if closing is None or NEXT_CARD.search(text, at + len(QUOTES), closing.end() - len(QUOTES)):
        return None
    return closing.end()
