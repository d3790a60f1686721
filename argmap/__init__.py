"""argmap: write arguments as plain text, check them, draw them, judge them.

    >>> import argmap
    >>> loaded = argmap.load("arguments/in-short.argmap")
    >>> argmap.check(loaded).errors
    no faults
    >>> branch = argmap.select(loaded, focus="hallmarks")
    >>> argmap.render(branch, "html").startswith("<!DOCTYPE html>")
    True
    >>> argmap.judge(loaded).verdict("hallmarks")
    <Verdict.STANDS: 'stands'>

`load` and `load_text` read a map; `check` says what is wrong with it, `select` takes a part of it,
`render` and `sheets` write it, `judge` says which statements stand. What they give shows itself: printed,
at the prompt, and in a notebook.
"""

TYPE_CHECKING = False  # as in `typing`, which takes longer to read than all of this
if TYPE_CHECKING:
    from .checks import Settings
    from .diagnostic import Diagnostic, Severity
    from .graph.selecting import select
    from .judging.verdict import Verdict
    from .judging.words.judged import Judged
    from .model import ArgumentMap, Kind, Link, LinkKind, Statement
    from .pipeline import Loaded, load, load_text
    from .report.findings import Findings
    from .workbench import check, judge, render, sheets

__all__ = [
    "ArgumentMap",
    "Diagnostic",
    "Findings",
    "Judged",
    "Kind",
    "Link",
    "LinkKind",
    "Loaded",
    "Settings",
    "Severity",
    "Statement",
    "Verdict",
    "__version__",
    "check",
    "judge",
    "load",
    "load_text",
    "render",
    "select",
    "sheets",
]
__version__ = "0.1.0"
_PLACES = {
    "ArgumentMap": "model",
    "Diagnostic": "diagnostic",
    "Findings": "report.findings",
    "Judged": "judging.words.judged",
    "Kind": "model",
    "Link": "model",
    "LinkKind": "model",
    "Loaded": "pipeline",
    "Settings": "checks",
    "Severity": "diagnostic",
    "Statement": "model",
    "Verdict": "judging.verdict",
    "check": "workbench",
    "judge": "workbench",
    "load": "pipeline",
    "load_text": "pipeline",
    "render": "workbench",
    "select": "graph.selecting",
    "sheets": "workbench",
}
"""Where each name is to be had. A type checker reads the imports above instead."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Read what a name needs only when somebody uses it."""
        if name in _PLACES:
            from importlib import import_module

            value = globals()[name] = getattr(import_module(f".{_PLACES[name]}", __name__), name)
            return value
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Everything that there is to use, whether or not it was used yet."""
    return sorted({*globals(), *__all__})
