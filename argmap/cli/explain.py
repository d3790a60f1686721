"""`argmap explain`: a rule's page, or the list of rules."""

from itertools import groupby

import click

from .shared import color_option, coloured, style


@click.command("explain")
@click.argument("rule", required=False)
@color_option
def command(rule: str | None, color: str) -> None:
    """Print what RULE finds, why, a bad and a good example, how to mend and how to silence it.

    Without RULE, list the rules.
    """
    from ..checks import RULES

    if rule is None:
        click.echo(_list(color), nl=False, color=coloured(color, err=False))
        return
    found = next((each for each in RULES if each.name == rule), None)
    if found is None:
        from ..checks.configuration import unknown

        raise click.UsageError(unknown(rule, "rule", (each.name for each in RULES)) + ".")
    from ..checks.page import page

    paint = style(color, err=False)
    weight = paint(found.severity, found.severity)
    only = f", profile {', '.join(sorted(found.profiles))}" if found.profiles else ""
    title = f"{paint(found.name, 'strong')} ({found.group}, {weight}{only})"
    click.echo(f"{title}\n\n{page(found).text}", nl=False, color=coloured(color, err=False))


def _list(color: str) -> str:
    from ..checks import RULES

    paint = style(color, err=False)
    width = max(len(rule.name) for rule in RULES)
    lines: list[str] = []
    for group, rules in groupby(RULES, key=lambda rule: rule.group):
        lines += ["", paint(group.value, "strong")] if lines else [paint(group.value, "strong")]
        for rule in rules:
            weight = paint(rule.severity.value.ljust(7), rule.severity)
            lines.append(f"  {rule.name.ljust(width)}  {weight}  {rule.summary}")
    return "\n".join([*lines, "", "`argmap explain RULE` says more.", ""])
