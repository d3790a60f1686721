"""What a reader presses: the bar above the picture and the panel beside it.

Both do nothing without the script, which shows them.
"""

from collections.abc import Iterator

from ..diagram.flow.table import fared
from ..diagram.signs import Standing
from ..diagram.text.told import Told
from ..diagram.text.words import description
from ..diagram.xml import clean, tag, text
from ..graph.forest import homes
from ..model import ArgumentMap, Kind
from .entry import goes_to

WELCOME = "Press a box to read it in full: its words, where they come from, what it bears on, what answers it."
KEYS = (
    ("arrow keys", "walk from statement to statement"),
    ("u, r, a", "go up to what it bears on, to its first reason, to the first answer"),
    ("Space", "fold or unfold what bears on it"),
    ("o", "overview: the main claims"),
    ("/", "search; Enter goes to the next one found"),
    ("s", "show only some: a side, a kind, what has no answer"),
    ("m, w", "map or flow; the map in words"),
    ("+ − 0", "nearer, farther, the whole"),
    ("Shift and arrows", "move the picture"),
    ("Escape", "let go of it"),
)


def bar(map: ArgumentMap, told: Told, title: str, layouts: tuple[str, ...]) -> str:
    """The page's title and its controls; `layouts` are the pictures that the page has."""
    query = {"type": "search", "class": "query", "placeholder": "Search", "autocomplete": "off"}
    search = tag("input", {**query, "aria-label": "Search the statements"})
    views = [(f"show-{name}", name.capitalize(), f"Show the {_shown(name)}") for name in layouts]
    tools = [
        tag("div", {"class": "search"}, search + tag("span", {"class": "count"}, "")),
        _only(map, told),
        _group("views", *views, ("show-words", "Words", "Show the map in words")),
        _group("zoom", ("farther", "−", "Farther"), ("whole", "Whole", "The whole picture"), ("nearer", "+", "Nearer")),
        _group("folds", ("fold-all", "Fold", "Show the main claims alone"), ("unfold-all", "Unfold", "Show all")),
        _group("look", ("theme", "", "Light or dark")),
    ]
    heading = tag("h1", {"dir": "auto"}, text(title))
    said = tag("p", {"class": "spoken", "role": "status"}, "")
    return tag("header", {"class": "bar"}, heading + tag("div", {"class": "tools"}, "".join(tools)) + said)


def _shown(layout: str) -> str:
    return "map: reasons beside their claims" if layout == "map" else "flow: a column for each step of answering"


def _only(map: ArgumentMap, told: Told) -> str:
    """The choice of what is shown: no more than the map has."""
    options = "".join(tag("option", {"value": value}, text(words)) for value, words in _choices(map, told))
    return tag("select", {"class": "only", "aria-label": "Show only"}, options)


def _choices(map: ArgumentMap, told: Told) -> Iterator[tuple[str, str]]:
    yield "", "All statements"
    for index, side in enumerate(map.sides):
        yield f"side {index}", f"Only {clean(side.name)}"
    kinds = {statement.kind for statement in map.statements}
    named = {Kind.CLAIM: "claims", Kind.EVIDENCE: "evidence", Kind.WARRANT: "warrants", Kind.REBUTTAL: "rebuttals"}
    for kind, words in named.items():
        if kind in kinds:
            yield f"kind {kind.value}", f"Only {words}"
    if Kind.REBUTTAL in kinds:
        yield "unanswered", "Only rebuttals without an answer"
    found = {told.verdicts.get(statement, "") for statement in map.statements}
    said = {Standing.FALLS: "falls", Standing.OPEN: "is open", Standing.WEAKENED: "stands weakened"}
    for standing, words in said.items():
        if standing in found:
            yield f"standing {standing}", f"Only what {words}"


def panel(map: ArgumentMap, told: Told) -> str:
    """The place beside the picture where a statement is shown in full."""
    fold = _button("fold", "Fold", "Fold or unfold what bears on this")
    close = _button("close", "Close", "Close this panel")
    parts = [
        tag("div", {"class": "panel-bar"}, fold + close),
        tag("div", {"class": "found"}, ""),
        tag("div", {"class": "shown"}, ""),
        tag("div", {"class": "welcome"}, _welcome(map, told)),
    ]
    return tag("aside", {"class": "panel", "aria-label": "The statement in full"}, "".join(parts))


def _welcome(map: ArgumentMap, told: Told) -> str:
    """What the panel holds while nothing is chosen: an overview, and the keys."""
    sides = "".join(
        tag("li", {"class": f"side side-{min(number, 4)}", "dir": "auto"}, text(clean(side.name)))
        for number, side in enumerate(map.sides, 1)
    )
    keys = "".join(tag("dt", {}, text(key)) + tag("dd", {}, text(what)) for key, what in KEYS)
    letters = {"type": "button", "class": "letters", "aria-pressed": "true"}
    parts = [
        tag("h2", {"class": "overview", "tabindex": "-1"}, "Overview"),
        tag("p", {}, text(clean(told.lead))) if told.lead else "",
        tag("p", {"class": "small"}, text(description(map))),
        tag("ul", {"class": "sides"}, sides) if sides else "",
        _main_claims(map, told),
        tag("h2", {}, "Choose a statement"),
        tag("p", {}, WELCOME),
        tag("dl", {"class": "keys"}, keys),
        tag("button", {**letters, "title": "Whether single letters are keys of the picture"}, "Letter keys"),
    ]
    return "".join(parts)


def _main_claims(map: ArgumentMap, told: Told) -> str:
    """Each main claim and how it has fared."""
    found = homes(map)
    items = []
    for root in found.roots:
        words = tag("span", {"dir": "auto"}, text(clean(root.text)))
        note = tag("span", {"class": "snippet"}, text(fared(found, root, told.verdicts)))
        items.append(tag("li", {}, f"{goes_to(root)} {words} {note}"))
    return tag("ul", {"class": "main-claims"}, "".join(items)) if items else ""


def _group(name: str, *buttons: tuple[str, str, str]) -> str:
    return tag("div", {"class": f"group {name}".strip()}, "".join(_button(*button) for button in buttons))


def _button(name: str, words: str, title: str) -> str:
    """A button; one whose words say nothing aloud has its title as its label."""
    label = {} if words.isalpha() else {"aria-label": title}
    return tag("button", {"type": "button", "class": name, "title": title, **label}, text(words))
