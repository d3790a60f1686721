"""`argmap explain`: a rule's page, a group of rules, or the list of all that argmap checks."""

from collections.abc import Iterator

import click

from ..diagnostic import Severity
from .shared import color_option, coloured, style


@click.command("explain")
@click.argument("rule", required=False)
@color_option
def command(rule: str | None, color: str) -> None:
    """Print what RULE finds, why, a bad and a good example, how to fix it and how to silence it.

    RULE may be a code of the language itself, such as misspelt-word, or the heading of a group,
    which lists that group. Without RULE, list everything.
    """
    groups = _groups()
    if rule is None or rule in groups:
        said: str | None = _list({rule: groups[rule]} if rule else groups, color)
    else:
        said = _page(rule, color) or _language_page(rule, color)
    if said is None:
        raise click.UsageError(_unknown(rule or "", groups))
    click.echo(said, nl=False, color=coloured(color, err=False))


def _unknown(name: str, groups: dict[str, list[tuple[str, Severity, str]]]) -> str:
    from ..checks.configuration import unknown

    known = [*groups, *(code for listed in groups.values() for code, _, _ in listed)]
    message = unknown(name, "rule", known)
    return message if message.endswith("?") else f"{message}; `argmap explain` lists them"


def _groups() -> dict[str, list[tuple[str, Severity, str]]]:
    """Each group's name, with its codes, how they weigh, and what they say in a sentence."""
    from ..checks import RULES
    from ..checks.settings import LANGUAGE
    from ..faults import FAULTS

    groups: dict[str, list[tuple[str, Severity, str]]] = {}
    for rule in RULES:
        groups.setdefault(rule.group.value, []).append((rule.name, rule.severity, rule.summary))
    groups[LANGUAGE] = [(code, fault.severity, fault.summary) for code, fault in FAULTS.items()]
    return groups


def _page(name: str, color: str) -> str | None:
    from ..checks import RULES
    from ..checks.page import page

    found = next((each for each in RULES if each.name == name), None)
    if found is None:
        return None
    paint = style(color, err=False)
    only = f", profile {', '.join(sorted(found.profiles))}" if found.profiles else ""
    title = f"{paint(found.name, 'strong')} ({found.group}, {paint(found.severity, found.severity)}{only})"
    return f"{title}\n\n{page(found).text}"


def _language_page(code: str, color: str) -> str | None:
    from ..checks.page import language_page
    from ..checks.settings import LANGUAGE
    from ..faults import FAULTS

    if code not in FAULTS:
        return None
    paint = style(color, err=False)
    weight = FAULTS[code].severity
    return f"{paint(code, 'strong')} ({LANGUAGE}, {paint(weight, weight)})\n\n{language_page(code)}"


def _list(groups: dict[str, list[tuple[str, Severity, str]]], color: str) -> str:
    width = max(len(name) for listed in groups.values() for name, _, _ in listed)
    blocks = ("\n".join(_block(group, listed, width, color)) for group, listed in groups.items())
    return "\n\n".join([*blocks, "`argmap explain RULE` says more."]) + "\n"


def _block(group: str, listed: list[tuple[str, Severity, str]], width: int, color: str) -> Iterator[str]:
    paint = style(color, err=False)
    yield paint(group, "strong")
    for name, weight, summary in listed:
        yield f"  {name.ljust(width)}  {paint(weight.value.ljust(7), weight)}  {summary}"
