"""Sources named for a reader: in full for a list of sources, in short beside a statement."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ..english import listed
from ..model import Cite, Source
from ..regex import regex
from ..values import dataclass

PARTICLES = """
    af al ap av bin bint da das de degli dei del della den der des di do dos du el ibn la las le lo los st ten ter
    van vom von zu zum zur
"""
"""Small words that belong to the last name behind them."""

SUFFIXES = "jr sr ii iii iv esq phd md jd dds edd rn"
"""What stands behind a last name and is no part of it (full stops apart)."""

ORGANISATIONS = """
    of the for and on in to with without sans against die new us uk un eu
    national international federal european american british african asian global world united public royal
    general supreme central associated human civil social foreign local state county city town village
    academy agency alliance army assembly association authority bank board bureau cabinet campaign center centre
    chamber church city club coalition college commission committee community company conference congress consortium
    consulting convention cooperative corp corporation council court department directorate district division embassy
    endowment enterprise federation forum foundation fund government group hospital house inc industries initiative
    inspectorate institut institute institution laboratory league legislature library limited llc llp ltd ministry
    ministries movement museum nations navy network office organisation organization parliament partnership party
    police program programme project register registry republic school schools secretariat senate service services
    society states taskforce team tribunal trust trusts union universität universidad université university watch
    affairs broadcasting bulletin chronicle daily digest economist editor editors editorial gazette guardian herald
    independent intelligence journal magazine media mirror monitor news newspaper observer opinion post press
    publishers publishing quarterly radio reporter report reports review standard studio television times
    today tribune tv weekly
    analytics authors citizens contributors correspondent doctors economics economists education engineers
    environment farmers finance friends health investigations journalists lawyers ministers nurses parents physicians
    politics reporters research rights science sciences scientists security staff statistics students studies survey
    systems teachers technologies technology trade transport veterans women workers writers youth
"""
"""Words that no person's name has, or hardly one: with one of them a name is shown whole. (Small words
and adjectives first, then bodies, papers and stations, people together and what they work on.)"""

_PARTICLES, _SUFFIXES, _ORGANISATIONS = (frozenset(w.split()) for w in (PARTICLES, SUFFIXES, ORGANISATIONS))

PERSON_WORD = regex(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")
BETWEEN_NAMES = regex(r",\s*(?:(?:and|&)\s)?|\s(?:and|&)\s")
_LETTERS = r"[^\W\d_](?:[^\W\d_]|['’-])*"
_LAST = rf"(?<!\w)(?:(?!and\s){_LETTERS}\s)?{_LETTERS}"
_INITIALS = r"[^\W\d_]\.(?:[\s-]?[^\W\d_]\.)*"
LAST_NAME_FIRST = regex(rf"(?P<last>{_LAST}),\s(?P<first>{_INITIALS}|{_LETTERS}(?:\s[^\W\d_]\.?(?!\w))?)")
_ONE = rf"{_LAST},\s(?:{_INITIALS}|{_LETTERS}(?:\s[^\W\d_]\.?(?!\w))?)"
LAST_NAMES_FIRST = regex(rf"(?:{_LAST},\s{_INITIALS},\s)*{_ONE},?\s(?:and|&)\s{_ONE}")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a citation: its words, and which field they are of (`title`, `url`, `author` ...)."""

    field: str
    text: str


def full_citation(source: Source) -> Iterator[Part]:
    """Author, credentials, title, publisher, date, pages, address and day of reading, as far as given."""
    authors = "; ".join(source.authors)
    credentials = source.get("credentials")
    if authors:
        yield Part("author", f"{authors} ({credentials})" if credentials else authors)
    elif credentials:
        yield Part("author", credentials)
    if source.title:
        yield Part("title", source.title)
    if publisher := other_publisher(source):
        yield Part("publisher", publisher)
    for field, before in (("date", ""), ("pages", "pp. "), ("url", ""), ("accessed", "read ")):
        words = source.get(field)
        if words:
            yield Part(field, before + words)


def short_citation(cite: Cite) -> str:
    """`Saraswat 2023, para 12`; without an author the publisher or the title stands for it."""
    source = cite.source
    year = f"{source.dated.year:04}" if source.dated else source.get("date")
    name = " ".join(part for part in (named_in_short(source), year) if part)
    return f"{name}, {cite.locator}" if cite.locator else name


def named_in_short(source: Source) -> str:
    """Who stands for a source: `Johnstone and Hornung`, of more than two the first `et al.`; without
    an author its publisher, its title or its id."""
    names = [short_name(name) for author in source.authors for name in _last_names_first(author) or [author]]
    who = f"{names[0]} et al." if len(names) > 2 else listed(names)
    return who or source.get("publisher") or source.title or source.id


def other_publisher(source: Source) -> str | None:
    """The publisher, unless it is the author."""
    publisher = source.get("publisher")
    same = publisher is not None and publisher.casefold() in (author.casefold() for author in source.authors)
    return None if same else publisher


@lru_cache(maxsize=1000)
def short_name(author: str) -> str:
    """`Saraswat` of `Abhyuday Saraswat`, `van Dam` of `Ada van Dam`; an organisation, and whatever is
    not clearly a person's name, as it is written."""
    words = _person(author)
    if words is None:
        return author
    at = len(words) - 1
    while at > 1 and _plain(words[at - 1]) in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def several_people(author: str) -> list[str]:
    """The names of people that were written as one author: `Ann Smith, Bo Li`, or with the last name
    first, as reference programs write it: `Smith, A. & Li, B.`; empty where it is one."""
    if turned := _last_names_first(author):
        return turned
    names = [name.strip() for name in BETWEEN_NAMES.split(author)]
    return names if len(names) > 1 and all(_person(name) for name in names) else []


def _last_names_first(author: str) -> list[str]:
    if "," not in author or not LAST_NAMES_FIRST.fullmatch(author):
        return []
    turned = [f"{m['first'].strip()} {m['last']}" for m in LAST_NAME_FIRST.finditer(author)]
    return turned if len(turned) > 1 and all(map(_person, turned)) else []


def _person(author: str) -> list[str] | None:
    """The words of a person's name, what stands behind it left out; None where it may be no person's.

    Better a name too long than one cut wrongly: a single word, small words that are no particles,
    capitals alone, scripts other than the Latin one are all left as they are.
    """
    if (turned := LAST_NAME_FIRST.fullmatch(author)) and _plain(turned["first"]) not in _SUFFIXES:
        author = f"{turned['first']} {turned['last']}"
    words = author.replace(",", " , ").split()
    all_words = len(words)
    while words and (words[-1] == "," or _plain(words[-1]) in _SUFFIXES):
        words.pop()
    if not 2 <= len(words) <= 6 or len(_plain(words[-1])) < 2 or words[0].casefold() in _PARTICLES:
        return None
    surely = len(words) < all_words  # no organisation is called `John Public III`
    return words if all(_of_a_person(word, surely=surely) for word in words) else None


def _of_a_person(word: str, *, surely: bool) -> bool:
    if not PERSON_WORD.fullmatch(word) or not all(_latin(letter) for letter in word if letter.isalpha()):
        return False
    if _plain(word) in _PARTICLES:
        return True
    shouted = word.isupper() and "." not in word and len(word) > 1
    return word[0].isupper() and not shouted and (surely or _plain(word) not in _ORGANISATIONS)


def _plain(word: str) -> str:
    return word.replace(".", "").casefold()


def _latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN ")
