"""From what files say to the graph that they mean."""

from ..diagnostic import Diagnostic, Severity
from ..includes import Reading
from ..model import ArgumentMap, Statement
from ..vocabulary import SPEECHES
from .declarations import Declared, declare
from .links import Links
from .occurrences import outline
from .statements import Statements
from .words import Unknown


def resolve(reading: Reading) -> tuple[ArgumentMap, tuple[Diagnostic, ...]]:
    """The map that a file and its includes mean, and every fault in what they refer to.

    The map holds all that could be made sense of; nothing is raised for what a user wrote.
    """
    top = reading.documents[0]
    outlined = outline(reading.items)
    declared = declare(outlined.declarations, top)
    unknown = Unknown(outlined.unread, incomplete=reading.incomplete)
    statements = Statements(outlined, declared, unknown)
    links = Links(statements, declared, unknown)
    links.nest(outlined.occurrences)
    links.relate(outlined.relations)
    found = [*outlined.found, *declared.found, *statements.found, *links.found]
    found.extend(_speech_without_format(declared, statements.all))
    map = ArgumentMap(
        top.file,
        tuple(document.file for document in reading.documents),
        declared.topic,
        tuple(declared.sides.values()),
        tuple(declared.sources.values()),
        tuple(outlined.sections),
        statements.all,
        links.all(),
        tuple(links.concessions),
    )
    return map, tuple(found)


def _speech_without_format(declared: Declared, statements: tuple[Statement, ...]) -> list[Diagnostic]:
    spoken = [statement for statement in statements if statement.speech]
    if not spoken or (declared.topic and declared.topic.format):
        return []
    more = f" (and {len(spoken) - 1} more)" if len(spoken) > 1 else ""
    known = ", ".join(f"`{name}`" for name in SPEECHES)
    return [
        Diagnostic(
            "speech-without-format",
            Severity.WARNING,
            f"`@{spoken[0].speech}`{more} names a speech, but the topic names no format",
            spoken[0].span,
            f"write `format: ...` under the topic; the formats are {known}",
        )
    ]
