"""The canonical form of a file, as the edits that lead to it."""

from difflib import SequenceMatcher

from ..diagnostic import Edit, Severity
from ..language.parse import parse
from ..source import SourceFile, Span
from .view import View


def formatted(view: View) -> tuple[Edit, ...] | None:
    """What `argmap fmt` would change in a file; None where the file has errors, as it is left then."""
    from ..formatting import format_document

    document, found = parse(view.file)
    if not view.file.text or any(each.severity is Severity.ERROR for each in found):
        return None
    return difference(view.file, format_document(document))


def difference(file: SourceFile, text: str) -> tuple[Edit, ...]:
    """The edits, line by line, that make another text of a file's."""
    before, after = _lines(file.text), _lines(text)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        Edit(Span(file, starts[one], starts[other]), "".join(after[first:last]))
        for what, one, other, first, last in changes
        if what != "equal"
    )


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
