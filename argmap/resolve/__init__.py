"""From what files say to the graph that they mean."""

from collections.abc import Iterable, Iterator

from ..debate import FORMATS
from ..diagnostic import Diagnostic
from ..faults import Fault
from ..includes import Reading
from ..language.syntax import ExtensionLine
from ..model import ArgumentMap, Extension, Statement
from ..vocabulary import VERB_FORMS
from .declarations import Declared, declare
from .links import Links
from .occurrences import outline
from .statements import Statements
from .topics import with_opening_side
from .words import Unknown


def resolve(reading: Reading) -> tuple[ArgumentMap, tuple[Diagnostic, ...]]:
    """The map that a file and its includes mean, and every fault in what they refer to.

    The map holds all that could be made sense of; nothing is raised for what a user wrote. The items of the
    reading are taken out of it: of a large map they need as much room as the graph that is made of them.
    """
    top = reading.documents[0]
    outlined = outline(reading.items)
    reading.items.clear()
    declared = declare(outlined.declarations, top)
    unknown = Unknown(outlined.unread, declared.sides, incomplete=reading.incomplete)
    statements = Statements(outlined, declared, unknown)
    links = Links(statements, declared, unknown)
    links.nest(outlined.occurrences)
    links.relate(outlined.relations)
    found = [*outlined.found, *declared.found, *statements.found, *links.found]
    topic = with_opening_side(declared.topic, declared.sides, unknown, found)
    found.extend(_speech_without_format(declared, statements.all))
    map = ArgumentMap(
        top.file,
        tuple(document.file for document in reading.documents),
        topic,
        tuple(declared.sides.values()),
        tuple(declared.sources.values()),
        statements.sections,
        statements.all,
        links.all(),
        tuple(links.concessions),
        extensions=tuple(_extensions(outlined.extensions, statements)),
    )
    return map, tuple(found)


def _extensions(lines: Iterable[ExtensionLine], statements: Statements) -> Iterator[Extension]:
    for line in lines:
        for word in line.statements:
            statement = statements.named(word.text)
            if statement and VERB_FORMS[line.verb.text] == "extends":
                yield Extension(line.speech.text, statement, line.span)


def _speech_without_format(declared: Declared, statements: tuple[Statement, ...]) -> list[Diagnostic]:
    spoken = [statement for statement in statements if statement.speech or statement.extended]
    if not spoken or (declared.topic and declared.topic.format):
        return []
    more = f" (and {len(spoken) - 1} more)" if len(spoken) > 1 else ""
    known = ", ".join(f"`{name}`" for name in FORMATS)
    return [
        Fault.SPEECH_WITHOUT_FORMAT.at(
            spoken[0].span,
            f"`@{spoken[0].speech or spoken[0].extended[0]}`{more} names a speech, but the topic names no format",
            f"write `format: ...` under the topic; the formats are {known}",
        )
    ]
