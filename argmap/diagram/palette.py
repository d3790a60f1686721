"""The colours of each theme. A closed table: no colour ever comes from a user's file.

Every text tone keeps at least 4.5:1 against what it stands on (WCAG 2.2, 1.4.3), in each theme;
the tests compute it.
"""

from collections.abc import Mapping
from enum import StrEnum

from .typography import Tone

Palette = Mapping[Tone, str]


class Theme(StrEnum):
    """AUTO is light and turns dark where the reader's screen does; PRINT is grey."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


LIGHT: Palette = {
    Tone.PAGE: "#FFFFFF",
    Tone.INK: "#111827",
    Tone.MUTED: "#4B5563",
    Tone.RULE: "#9CA3AF",
    Tone.SUPPORT: "#0B5FA5",
    Tone.REBUT: "#B84300",
    Tone.LINK_REBUT: "#7A2E6B",
    Tone.NOTE_LINE: "#6B7280",
    Tone.NOTE_FILL: "#F3F4F6",
    Tone.SIDE_1: "#0B4F86",
    Tone.SIDE_2: "#8A3A00",
    Tone.SIDE_3: "#14532D",
    Tone.SIDE_4: "#5B2A86",
    Tone.TINT_1: "#EEF5FB",
    Tone.TINT_2: "#FBF4EC",
    Tone.TINT_3: "#EFF8F1",
    Tone.TINT_4: "#F6F1FA",
    Tone.PLAIN_TINT: "#F8FAFC",
}

DARK: Palette = {
    Tone.PAGE: "#11161D",
    Tone.INK: "#F3F4F6",
    Tone.MUTED: "#B6C0CC",
    Tone.RULE: "#5B6675",
    Tone.SUPPORT: "#6DB3F2",
    Tone.REBUT: "#FF9B57",
    Tone.LINK_REBUT: "#D98AC9",
    Tone.NOTE_LINE: "#8B96A5",
    Tone.NOTE_FILL: "#1D2530",
    Tone.SIDE_1: "#8CC4F5",
    Tone.SIDE_2: "#FFB27A",
    Tone.SIDE_3: "#86D9A0",
    Tone.SIDE_4: "#CFA8F0",
    Tone.TINT_1: "#12222F",
    Tone.TINT_2: "#2A2018",
    Tone.TINT_3: "#14261B",
    Tone.TINT_4: "#221A2C",
    Tone.PLAIN_TINT: "#171D26",
}

PRINT: Palette = {
    Tone.PAGE: "#FFFFFF",
    Tone.INK: "#000000",
    Tone.MUTED: "#404040",
    Tone.RULE: "#808080",
    Tone.SUPPORT: "#202020",
    Tone.REBUT: "#202020",
    Tone.LINK_REBUT: "#202020",
    Tone.NOTE_LINE: "#606060",
    Tone.NOTE_FILL: "#EBEBEB",
    Tone.SIDE_1: "#1A1A1A",
    Tone.SIDE_2: "#1A1A1A",
    Tone.SIDE_3: "#1A1A1A",
    Tone.SIDE_4: "#1A1A1A",
    Tone.TINT_1: "#F7F7F7",
    Tone.TINT_2: "#F2F2F2",
    Tone.TINT_3: "#F7F7F7",
    Tone.TINT_4: "#F2F2F2",
    Tone.PLAIN_TINT: "#FAFAFA",
}


def palette(theme: Theme) -> Palette:
    """The colours that a theme writes into a picture's attributes (AUTO writes the light ones)."""
    return {Theme.DARK: DARK, Theme.PRINT: PRINT}.get(theme, LIGHT)
