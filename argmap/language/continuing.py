"""Whether a line goes on with the text above it or opens something of its own."""

from ..regex import regex
from . import pieces
from .characters import NO_INDENTATION, Wrong, wrong_characters
from .labels import ends_sentence, unknown_label
from .openings import opening
from .shapes import NO_PROSE, QUOTES, Opening

FIELD_LIKE = regex(r"([^\W\d_][\w-]*)\s*:(?=\s|$)")
OTHER_COMMENT = regex(r"//|/\*|<!--")
"""How lines begin that are comments elsewhere."""
BESIDE_A_TITLE = regex(r"(?P<address>(?:https?://|www\.)\S+$)|(?P<by>[Bb]y\s+)(?=[A-Z])")
"""How lines begin that are no words of a source's title."""
QUOTATION_MARKS = "“”„‘’‚"


def reads_as_text(words: str, role: str, before: str = "") -> bool:
    """Whether a deeper line of these words goes on with a text, of which the line `before` ends there:
    that of a statement or a field of one (`role` is `statement`), or of a topic, source or side (`role`
    says which)."""
    if words[0] in "#|" or NO_INDENTATION.match(words) or words.startswith(QUOTES):
        return False
    if role in NO_PROSE and FIELD_LIKE.match(words):
        return False
    if OTHER_COMMENT.match(words) or (role == "source" and BESIDE_A_TITLE.match(words)):
        return False
    if role == "statement" and unknown_label(words) and ends_sentence(before):
        return False
    return read_opening(words, role, margin=False, before=before)[0] is None


def read_opening(words: str, role: str, *, margin: bool, before: str) -> tuple[Opening | None, tuple[Wrong, ...], str]:
    """What a line opens where it stands (see `opening`), the characters in it to be replaced for that,
    and the words without them."""
    # Words in quotation marks amid a text are no head.
    wrong = () if words[0] in QUOTATION_MARKS and not margin else wrong_characters(words)
    if wrong:
        words = "".join(text for text, _, _ in pieces.replaced(words, 0, wrong))
    return opening(words, role, margin, before=before), wrong, words
