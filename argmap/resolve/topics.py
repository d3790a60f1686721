"""What a topic says of a debate: its format, and who opens."""

from dataclasses import replace
from unicodedata import normalize

from ..debate import FORMATS, format_meant
from ..diagnostic import Diagnostic, Edit
from ..english import nearest
from ..faults import Fault
from ..language.syntax import Declaration, Word
from ..model import Side, Topic
from ..source import Prose
from .dates import check_date
from .fields import read_fields
from .words import Unknown


def read_topic(item: Declaration, found: list[Diagnostic]) -> Topic:
    """The topic of a line, and in `found` what is wrong with its fields."""
    fields = read_fields(item.fields, found)
    check_date(fields.get("date"), found)
    kind = fields.get("format")
    if kind is not None and kind.text not in FORMATS:
        found.append(_unknown_format(kind))
    words = {name: value.text for name, value in fields.items()}
    return Topic(
        item.text.text if item.text else "",
        item.span,
        words.get("format"),
        words.get("date"),
        words.get("author"),
        words.get("rules"),
        fields=fields,
    )


def _unknown_format(value: Prose) -> Diagnostic:
    meant = format_meant(value.text) or nearest(value.text, FORMATS)
    known = ", ".join(f"`{name}`" for name in FORMATS)
    return Fault.UNKNOWN_FORMAT.at(
        value.whole,
        f"argmap does not know the format `{value.text}`" + (f"; did you mean `{meant}`?" if meant else ""),
        f"the formats are {known}",
        edits=(Edit(value.whole, meant),) if meant else (),
    )


def with_opening_side(
    topic: Topic | None, sides: dict[str, Side], unknown: Unknown, found: list[Diagnostic]
) -> Topic | None:
    """The topic with the side that opens, if it says which; in `found` where it cannot."""
    written = (topic.fields or {}).get("first") if topic else None
    if topic is None or written is None:
        return topic
    name = normalize("NFC", written.text)
    side = sides.get(name)
    if side is None:
        found.extend(unknown.tell(Word.at(written.whole, name), "side", sides))
        return topic
    format = FORMATS.get(topic.format or "")
    if topic.format is None:
        message = "who speaks first follows from the format, and the topic names none"
        found.append(_no_choice(written, message, "write a `format`, such as `format: public-forum`"))
    elif format and not format.coin:
        message = f"in {format.name} the order of the speeches is settled: the {format.speeches[0].name} comes first"
        found.append(_no_choice(written, message, "leave this line out"))
    return replace(topic, first=side)


def _no_choice(written: Prose, message: str, advice: str) -> Diagnostic:
    return Fault.NO_CHOICE_OF_ORDER.at(written.whole, message, advice)
