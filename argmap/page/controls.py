"""What a reader presses: the bar above the picture and the panel beside it.

Both do nothing without the script, which shows them.
"""

from ..diagram.xml import clean, tag, text
from ..model import ArgumentMap

WELCOME = "Press a box to read it in full: its words, where they come from, what it bears on, what answers it."
KEYS = (
    ("arrow keys", "walk from statement to statement"),
    ("Space", "fold or unfold what bears on it"),
    ("+ − 0", "nearer, farther, the whole"),
    ("Shift and arrows", "move the picture"),
    ("/", "search"),
    ("Escape", "let go of it"),
)


def bar(title: str) -> str:
    """The page's title and its controls."""
    query = {"type": "search", "class": "query", "placeholder": "Search", "autocomplete": "off"}
    search = tag("input", {**query, "aria-label": "Search the statements"})
    tools = [
        tag("div", {"class": "search"}, search + tag("span", {"class": "count", "role": "status"}, "")),
        _group("", ("show-map", "Map", "Show the picture"), ("show-words", "Words", "Show the map in words")),
        _group("zoom", ("farther", "−", "Farther"), ("whole", "Whole", "The whole picture"), ("nearer", "+", "Nearer")),
        _group("folds", ("fold-all", "Fold", "Show the top claims alone"), ("unfold-all", "Unfold", "Show all")),
        _group("look", ("theme", "", "Light or dark")),
    ]
    heading = tag("h1", {"dir": "auto"}, text(title))
    return tag("header", {"class": "bar"}, heading + tag("div", {"class": "tools"}, "".join(tools)))


def panel(map: ArgumentMap) -> str:
    """The place beside the picture where a statement is shown in full."""
    fold = _button("fold", "Fold", "Fold or unfold what bears on this")
    close = _button("close", "Close", "Close this panel")
    parts = [
        tag("div", {"class": "panel-bar"}, fold + close),
        tag("div", {"class": "found"}, ""),
        tag("div", {"class": "shown"}, ""),
        tag("div", {"class": "welcome"}, _welcome(map)),
    ]
    return tag("aside", {"class": "panel", "aria-label": "The statement in full"}, "".join(parts))


def _welcome(map: ArgumentMap) -> str:
    """What the panel holds while nothing is chosen."""
    sides = "".join(
        tag("li", {"class": f"side side-{min(number, 4)}", "dir": "auto"}, text(clean(side.name)))
        for number, side in enumerate(map.sides, 1)
    )
    keys = "".join(tag("dt", {}, text(key)) + tag("dd", {}, text(what)) for key, what in KEYS)
    parts = [
        tag("h2", {}, "Choose a statement"),
        tag("p", {}, WELCOME),
        tag("ul", {"class": "sides"}, sides) if sides else "",
        tag("dl", {"class": "keys"}, keys),
    ]
    return "".join(parts)


def _group(name: str, *buttons: tuple[str, str, str]) -> str:
    return tag("div", {"class": f"group {name}".strip()}, "".join(_button(*button) for button in buttons))


def _button(name: str, words: str, title: str) -> str:
    """A button; one whose words say nothing aloud has its title as its label."""
    label = {} if words.isalpha() else {"aria-label": title}
    return tag("button", {"type": "button", "class": name, "title": title, **label}, text(words))
