"""Which tools' files can be read: a line for each."""

from .draft import Draft
from .importing import Importer, Options
from .losses import Report


def _word(data: bytes, name: str, options: Options) -> tuple[Draft, Report]:
    from .word.drafting import word_draft

    return word_draft(data, name, format=options.format, initials=options.initials)


def _zip(start: bytes) -> bool:
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


IMPORTERS: tuple[Importer, ...] = (Importer("docx", "a Word file of cards", (".docx", ".docm", ".doc"), _zip, _word),)
"""In the order in which a file is held against them."""
