"""Running the rules over a map."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..diagnostic import Diagnostic, Severity, place_order
from ..english import listed, plural
from ..faults import REMARKS
from ..mishap import mishap, way
from ..model import Source
from ..pipeline import Loaded
from ..quoting.passage import SourceText
from ..quoting.texts import NoText, read_texts
from .comments import bad_ignore, unused_ignore
from .ignores import Silence, read_ignores
from .rule import Finding, Rule
from .settings import Settings
from .subject import Subject

NONE = frozenset[str]()
"""One for all maps that nothing is held back in: of ten thousand each counts."""


def run(
    rules: Sequence[Rule],
    loaded: Loaded,
    settings: Settings,
    texts: Mapping[Source, SourceText | NoText] | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that is to be said about a map, in the order of its places.

    What loading it found is returned as well, save for remarks that a comment or a setting silences.
    `texts` are the words of its sources (read where they are None). Where loading found an error,
    rules that speak about what is missing are held back.
    """
    map, found = loaded.map, loaded.diagnostics
    if texts is None:
        texts = read_texts(map, settings.sources, loaded.files, allow_outside=loaded.allow_outside)
    profile = settings.profile_for(map.topic.rules if map.topic else None)
    # Errors of the language are neither silenced nor ignored: they stay as they are.
    kept = [d for d in found if d.severity is Severity.ERROR]
    subject = Subject(map, settings.limits, texts, settings.words, settings.second_rebuttal)
    weights = {
        rule.name: weight
        for rule in rules
        if (weight := settings.weigh(rule, profile)) and not (kept and rule.judges_gaps)
    }
    remarks = [d for d in found if d.severity is not Severity.ERROR and settings.tells(d.code)]
    remarks += _found([rule for rule in rules if rule.name in weights], weights, subject)
    ignores, faults = read_ignores(loaded.documents, map)
    silence = Silence(ignores)
    kept.extend(d for d in remarks if not silence.covers(d))
    known = [rule.name for rule in rules] + list(REMARKS)
    comments = {
        bad_ignore.RULE.name: [*faults, *silence.unknown(known)],
        unused_ignore.RULE.name: silence.unused([*weights, *REMARKS]),
    }
    for name, findings in comments.items():
        if name in weights:
            kept.extend(_diagnostics(name, weights[name], findings))
    return tuple(sorted(kept, key=place_order))


def waiting(rules: Sequence[Rule], loaded: Loaded, settings: Settings) -> frozenset[str]:
    """The rules that are held back until a map has no errors: what they miss may be what cannot be read."""
    profile = settings.profile_for(loaded.map.topic.rules if loaded.map.topic else None)
    held = (rule.name for rule in rules if rule.judges_gaps and settings.weigh(rule, profile))
    return frozenset(held) if loaded.errors else NONE


def _found(rules: Sequence[Rule], weights: Mapping[str, Severity], subject: Subject) -> Iterator[Diagnostic]:
    """What rules find, each on its own: where one fails, that is told, and the others go on."""
    failed: dict[tuple[str, ...], tuple[Exception, list[str]]] = {}
    for rule in rules:
        if rule.check is None:
            continue
        try:
            yield from tuple(_diagnostics(rule.name, weights[rule.name], rule.check(subject)))
        except Exception as error:
            failed.setdefault(tuple(way(error)[-1:]), (error, []))[1].append(f"`{rule.name}`")
    for first, names in failed.values():
        yield mishap(first, f"the {plural(len(names), 'rule')} {listed(names, most=4)}", subject.map.file.name)


def _diagnostics(code: str, severity: Severity, findings: Iterable[Finding]) -> Iterable[Diagnostic]:
    for finding in findings:
        weight = finding.severity or severity
        yield Diagnostic(code, weight, finding.message, finding.span, finding.help, finding.labels, finding.edits)
