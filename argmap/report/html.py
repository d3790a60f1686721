"""Diagnostics as a piece of HTML, for a notebook: the words of the terminal, coloured."""

import re
from collections.abc import Sequence
from html import escape

from ..diagnostic import Diagnostic
from ..regex import regex
from .text import as_text

COLOURS = {"error": "#b3261e", "warning": "#8a5300", "info": "#1a5fb4", "place": "#44546a"}
"""Each is read easily on white and on the near-black of a dark notebook's output."""
FRAME = "white-space:pre;overflow-x:auto;font-family:monospace;font-size:0.9em;line-height:1.35;margin:0 0 1em"
# Signs of the terminal's own kind, which `report.text` lets through from nowhere else.
BEGIN, PART, END = "\x01", "\x02", "\x03"
MARKED = regex(f"{BEGIN}(.*?){PART}(.*?){END}", re.DOTALL)


def as_html(diagnostics: Sequence[Diagnostic]) -> str:
    """Every diagnostic as the terminal shows it, in an element of its own; no script, no style sheet."""
    marked = as_text(diagnostics, lambda words, what: f"{BEGIN}{what}{PART}{words}{END}")
    inner = MARKED.sub(_span, escape(marked, quote=False).strip("\n"))
    return f'<div class="argmap-findings" style="{FRAME}">{inner}</div>'


def _span(found: re.Match[str]) -> str:
    what, words = found[1], found[2]
    look = f"color:{COLOURS[what]}" if what in COLOURS else "font-weight:bold"
    return f'<span style="{look}">{words}</span>'
