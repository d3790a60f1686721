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
