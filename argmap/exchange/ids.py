"""Ids made of words."""

import re
import unicodedata

from ..normal import normal
from ..vocabulary import RESERVED

LONGEST_ID = 40


def id_of(words: str, otherwise: str = "source") -> str:
    """An id made of a few words: letters of the Latin script without accents, in small, with hyphens."""
    plain = normal("NFKD", words)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    plain = re.sub(r"[^\w]+", "-", plain).replace("_", "-").strip("-")[:LONGEST_ID].strip("-")
    plain = plain or otherwise
    plain = plain if plain[0].isalpha() else f"{otherwise[0]}-{plain}"
    return f"{plain}-1" if plain in RESERVED else plain


class Ids:
    """Ids that a file's statements, or its sources, have: each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, id: str) -> bool:
        """Give out an id as it is; whether it was free."""
        free = id not in self._taken
        self._taken.add(id)
        return free

    def new(self, base: str) -> str:
        """A free id: `hsu-21`, or `hsu-21-2` where that is taken."""
        id, number = base, self._last.get(base, 1)
        while not self.take(id):
            number += 1
            id = f"{base}-{number}"
        self._last[base] = number
        return id
