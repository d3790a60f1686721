"""The page's colours: those of the picture, as CSS variables that change with the theme."""

from collections.abc import Mapping

from ..diagram.palette import DARK, LIGHT, PRINT, Palette, Theme
from ..diagram.typography import Tone

_LIGHT_MORE = {"bar": "#F8FAFC", "hit": "#FFF1B8", "ring": "#1D4ED8", "shade": "#11182726"}
_DARK_MORE = {"bar": "#171E27", "hit": "#463705", "ring": "#93C5FD", "shade": "#00000080"}
_PRINT_MORE = {**_LIGHT_MORE, "hit": "#DDDDDD", "ring": "#000000"}


def colour_sheet(theme: Theme) -> str:
    """The variables, and the rules that give the picture's parts their colours by them.

    With AUTO the page follows the reader's screen until the reader chooses; it prints light.
    """
    day, day_more = (PRINT, _PRINT_MORE) if theme is Theme.PRINT else (LIGHT, _LIGHT_MORE)
    light, dark = _variables(day, day_more), _variables(DARK, _DARK_MORE)
    rules = [f":root{{color-scheme:light;{light}}}"]
    if theme is not Theme.PRINT:
        rules += [
            f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root[data-theme=auto]{{color-scheme:dark;{dark}}}}}",
        ]
    return "\n".join([*rules, *_painted()])


def _variables(colours: Palette, more: Mapping[str, str]) -> str:
    named = {**{tone.value: colours[tone] for tone in Tone}, **more}
    return "".join(f"--{name}:{colour};" for name, colour in named.items())


def _painted() -> list[str]:
    """The picture is drawn in the light colours: whatever has one of them takes its variable."""
    by_colour = {LIGHT[tone]: tone for tone in Tone}
    return [
        f'.picture [{what}="{colour}"]{{{what}:var(--{tone})}}'
        for colour, tone in by_colour.items()
        for what in ("fill", "stroke")
    ]
