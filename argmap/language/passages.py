"""Where the passage of a card ends."""

import re

QUOTES = '"""'
NEXT_CARD = re.compile(r"^[ \t]*card[ \t]*:\s*\Z", re.M)


def passage_end(text: str, at: int) -> int | None:
    """The offset behind the marks that close the passage whose opening marks stand at `at`, or None
    where it is never closed: the next marks then open another card, or there are none."""
    closing = text.find(QUOTES, at + len(QUOTES))
    if closing < 0 or NEXT_CARD.search(text, at + len(QUOTES), closing):
        return None
    return closing + len(QUOTES)
