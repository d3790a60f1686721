"""What can be wrong with the marks round the passage of a card."""

from collections.abc import Sequence

from ..diagnostic import Diagnostic, Edit, Label
from ..faults import Fault
from ..source import Span


def card_without_marks(span: Span) -> Diagnostic:
    """A card whose passage does not begin with marks."""
    message = "the passage of a card stands between two lines of three quotation marks"
    return Fault.CARD_WITHOUT_QUOTES.at(span, message, 'put `"""` on a line of its own before and after it')


def marks_without_card(span: Span) -> Diagnostic:
    """Marks of a passage where no card is opened."""
    message = "three quotation marks begin the passage of a card, but there is no `card:` above them"
    advice = 'write `card:` on the line above; in a text, put one quotation mark (`"`)'
    return Fault.MARKS_WITHOUT_CARD.at(span, message, advice)


def unclosed_card(span: Span) -> Diagnostic:
    """A passage that begins and never ends."""
    message = "this card is opened and never closed"
    return Fault.UNCLOSED_CARD.at(span, message, 'put `"""` on a line of its own after the passage')


def words_after_card(span: Span) -> Diagnostic:
    """Words on the line that ends a passage."""
    message = "these words come after the end of the card"
    return Fault.STRAY_TEXT.at(span, message, "put them before the closing marks")


def curly_marks(spans: Sequence[Span]) -> Diagnostic:
    """Marks round a passage that a word processor made curly."""
    message = "the three quotation marks round a card are curly, and plain ones are wanted"
    labels = (Label(span, "here too") for span in spans[1:])
    edits = tuple(Edit(span, '"""') for span in spans)
    return Fault.WRONG_CHARACTER.at(spans[0], message, 'type `"""`', *labels, edits=edits)
