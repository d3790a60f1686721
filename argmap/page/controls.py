"""What a reader presses: the bar above the picture and the panel beside it.

Both do nothing without the script, which shows them.
"""

from ..diagram.xml import clean, tag, text
from ..model import ArgumentMap

KEYS = (
    ("arrow keys", "walk from statement to statement"),
    ("Space", "fold or unfold what bears on it"),
    ("+ − 0", "nearer, farther, the whole"),
    ("Shift and arrows", "move the picture"),
    ("/", "search"),
    ("Escape", "let go"),
)


def bar(title: str) -> str:
    """The page's title and its controls."""
    search = tag("input", {"type": "search", "class": "query", "placeholder": "Search",
                           "aria-label": "Search the statements", "autocomplete": "off"})  # fmt: skip
    parts = [
        tag("h1", {"dir": "auto"}, text(title)),
        tag("div", {"class": "tools"}, "".join([
            tag("div", {"class": "search"}, search + tag("span", {"class": "count", "role": "status"}, "")),
            _group(_button("show-map", "Map", "Show the picture"), _button("show-words", "Words", "Show the map in words")),
            _group(
                _button("farther", "−", "Farther"), _button("whole", "Whole", "Show the whole picture"),
                _button("nearer", "+", "Nearer"), name="zoom",
            ),
            _group(_button("fold-all", "Fold", "Fold everything under the top claims"),
                   _button("unfold-all", "Unfold", "Unfold everything"), name="folds"),
            _group(_button("theme", "◐", "Light or dark")),
        ])),
    ]  # fmt: skip
    return tag("header", {"class": "bar"}, "".join(parts))


def panel(map: ArgumentMap) -> str:
    """The place beside the picture where a statement is shown in full."""
    keys = "".join(f"<dt>{text(key)}</dt><dd>{text(what)}</dd>" for key, what in KEYS)
    sides = "".join(
        tag("li", {"class": f"side side-{min(number, 4)}", "dir": "auto"}, text(clean(side.name)))
        for number, side in enumerate(map.sides, 1)
    )
    welcome = (
        tag("h2", {}, "Choose a statement")
        + tag("p", {}, "Press a box to read it in full: its words, where they come from, what it answers "
                       "and what answers it.")  # fmt: skip
        + (tag("ul", {"class": "sides"}, sides) if sides else "")
        + tag("dl", {"class": "keys"}, keys)
    )
    parts = [
        tag("div", {"class": "panel-bar"}, _button("fold", "Fold", "Fold or unfold what bears on this")
            + _button("close", "Close", "Close this panel")),
        tag("div", {"class": "found"}, ""),
        tag("div", {"class": "shown"}, ""),
        tag("div", {"class": "welcome"}, welcome),
    ]  # fmt: skip
    return tag("aside", {"class": "panel", "aria-label": "The statement in full", "tabindex": "-1"}, "".join(parts))


def _group(*buttons: str, name: str = "") -> str:
    return tag("div", {"class": f"group {name}".strip()}, "".join(buttons))


def _button(name: str, words: str, title: str) -> str:
    label = {} if words.isalpha() else {"aria-label": title}
    return tag("button", {"type": "button", "class": name, "title": title, **label}, text(words))
