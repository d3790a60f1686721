"""How a side settles what it has no answer to."""

from ...model import Side, Statement


def how_to_concede(side: Side, statement: Statement) -> str:
    """The line that concedes a statement; and first the id that it needs, where it has none."""
    if statement.id:
        return f"concede it: `{side.id} concedes {statement.id}`"
    return f"concede it: give it an id, such as `{statement.kind} NAME: ...`, and write `{side.id} concedes NAME`"
