"""A list of the faults that old files have, so that only new ones count.

A fault is known by its rule, its file and the words that it is about, not by its line or by an id: it
stays known when lines move and when something is given another name.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..diagnostic import Diagnostic
from ..language.shapes import head_end
from ..regex import regex
from ..values import dataclass
from ..vocabulary import KINDS, VERB_FORMS

VERSION = 1
FIRST = regex(r"\+?\s*([^\W\d_][\w-]*)")
VERB = regex(rf"(?<!\S)({'|'.join(VERB_FORMS)})(?!\S)")

Key = tuple[str, str, str]
"""A rule, a file and the words that the fault is about."""


class NoBaselineError(ValueError):
    """A text that is no list of known faults."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings held against a list: those that are `new`, how many were `known`, and the `left` list
    without what is `fixed` (so many)."""

    new: tuple[Diagnostic, ...]
    known: int
    fixed: int
    left: Counter[Key]


def keys(found: Iterable[Diagnostic], name: Callable[[Diagnostic], str]) -> Counter[Key]:
    """What is known of some findings; `name` gives the file of one as the list writes it."""
    return Counter(_key(each, name) for each in found)


def compare(
    found: Sequence[Diagnostic], known: Counter[Key], name: Callable[[Diagnostic], str], checked: Iterable[str]
) -> Compared:
    """Hold findings against the list of known ones. `checked` are the files, as the list writes them, of
    which everything was found: what the list has of them beyond that is fixed."""
    open_ones = Counter(known)
    new = []
    for each in found:
        key = _key(each, name)
        if open_ones[key] > 0:
            open_ones[key] -= 1
        else:
            new.append(each)
    whole = set(checked)
    gone = Counter({key: count for key, count in open_ones.items() if count > 0 and key[1] in whole})
    return Compared(tuple(new), len(found) - len(new), gone.total(), known - gone)


def written(known: Counter[Key]) -> str:
    """The list as JSON, in an order of its own."""
    faults = [
        {"rule": rule, "file": file, "words": words, "count": count}
        for (rule, file, words), count in sorted(known.items())
    ]
    return json.dumps({"argmap-baseline": VERSION, "faults": faults}, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Counter[Key]:
    """The list that a text holds. Raises NoBaselineError where it is none."""
    try:
        value = json.loads(text)
        if value["argmap-baseline"] != VERSION:
            raise NoBaselineError("it is of another version of argmap")
        return Counter({(str(f["rule"]), str(f["file"]), str(f["words"])): int(f["count"]) for f in value["faults"]})
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NoBaselineError("it is no list that `--write-baseline` wrote") from error


def _key(found: Diagnostic, name: Callable[[Diagnostic], str]) -> Key:
    return found.code, name(found), _words(found)


def _words(found: Diagnostic) -> str:
    """The words of the line that a fault is on, without ids: of a statement its kind and its text, of a
    relation its verb."""
    if found.span is None:
        return ""
    line = found.span.file.line_text(found.span.line).strip()
    first = FIRST.match(line)
    colon = head_end(line)
    if first and first[1] in KINDS and colon >= 0:
        return f"{first[1]}:{line[colon + 1 :]}"
    if (verb := VERB.search(line)) and colon < 0:
        return verb[1]
    return line
