"""Parts of a cite that know themselves by their signs: address, title, pages, places, who cut the card."""

import re

URL = re.compile(
    r"(?:https?:\s?//|www\.)[^\s“”\"<>]+|\b(?:doi:\s?)?10\.\d{4,9}/[^\s“”\"<>]+"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|gov|edu|net|co\.uk)/[^\s“”\"<>]*",
    re.I,
)
ACCESS = re.compile(
    r"(?:,|;|\.|\(|//)?\s*\b(?:date\s+(?:of\s+)?access(?:ed)?|access(?:ed)?\s+date|last\s+accessed|accessed|doa"
    r"|d\.o\.a\.?|retrieved)\b\s*(?:on)?\s*[:=\-]?\s*",
    re.I,
)
TITLE = re.compile(r"(?:[“\"](?=[^“”\"]{6})|(?<=[,;.:\[(] )[“\"])([^“”\"]+?)[,.;]?[”\"]")
"""In quotation marks; a short one stands behind a sign, or it is what the author is called."""
PAGES = re.compile(r"\b(?:pp?|pgs?|pages?)\.?\s*(\d+(?:\s*[-–—]\s*\d+)?(?:,\s*\d+(?:\s*[-–—]\s*\d+)?)*)", re.I)
PLACE = (
    r"(?:(?:para|page) \d{1,6}(?:-\d{1,6})?|page (?:[ivxlcdm]{1,9}|[A-Za-z]{1,2}\d{1,6})(?:-\w{1,9})?"
    r"|time \d{1,4}:\d\d(?::\d\d)?|section \"[^\"]{1,300}\")"
)
PLACES = re.compile(rf",\s*({PLACE}(?:;\s*{PLACE})*)$")
"""Where in its source, as argmap itself writes it at a cite's end."""
INITIALS = re.compile(
    r"(?:(?:\s*(?<![:/])(?<!:\s)/{2,}\s*)(?P<a>[^\s/\]]{1,16}(?:\s?[&+,/]\s?[^\s/\]]{1,12}){0,3}(?:\s+\w{1,12})?)"
    r"|(?<=[\])}>])\s*(?P<b>[A-Za-z][\w’'./&+-]{0,14}(?:\s[\w’'.&+-]{1,12}){0,2}))\s*\W*$"
)
MOST_INITIALS = 40
NO_INITIALS = re.compile(r"[.?=&#%_]|\d|[a-z]{5}")
"""What the end of an address may hold behind two strokes."""


def without_places(text: str) -> tuple[str, tuple[str, ...]]:
    """A cite without the places at its end, and these."""
    found = PLACES.search(text)
    if not found:
        return text, ()
    return text[: found.start()], tuple(place.group() for place in re.finditer(PLACE, found[1]))


def signed(words: str) -> re.Match[str] | None:
    """Who cut a card, at the end of its cite; not the end of an address, nor of a title."""
    found = INITIALS.search(words, max(len(words) - 2 * MOST_INITIALS, 0))
    if not found or len(found[0]) >= MOST_INITIALS:
        return None
    before = words[: found.start()]
    in_address = found[0].startswith("/") and NO_INITIALS.search(found["a"]) and URL.search(before)
    in_title = found["b"] and (before.count("“") > before.count("”") or before.count('"') % 2)
    return None if in_address or in_title else found
