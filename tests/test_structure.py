"""What the import contracts in `pyproject.toml` cannot say: no module needs itself, however far round."""

import grimp

from argmap.graph.components import components

SHOWN_ONLY = {("argmap.model", "argmap.notebook"), ("argmap.pipeline", "argmap.notebook")}
"""A map shows itself in a notebook: the one way up, taken only when a notebook asks."""


def test_there_is_no_circle_of_imports() -> None:
    built = grimp.build_graph("argmap")
    modules = sorted(built.modules)
    numbers = {module: number for number, module in enumerate(modules)}

    def needs(number: int) -> list[int]:
        module = modules[number]
        return [
            numbers[other]
            for other in built.find_modules_directly_imported_by(module)
            if (module, other) not in SHOWN_ONLY
        ]

    circles = [part for part in components(range(len(modules)), needs) if len(part) > 1]
    assert [[modules[number] for number in circle] for circle in circles] == []
