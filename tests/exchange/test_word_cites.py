"""Cites of Word files taken apart: argmap's own come back as they were, debaters' lose no address.

`EXAMPLES=2000 pytest tests/exchange/test_word_cites.py` tries more of them.
"""

import os
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import BODY, NAME, line, run, tag, word_file

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Options, read_foreign
from argmap.model import ArgumentMap, Source
from argmap.papers.cards import cite_line
from argmap.papers.entries import words_of
from argmap.papers.papers import to_docx
from argmap.pipeline import load_text

WORD = next(importer for importer in IMPORTERS if importer.name == "docx")
PLAIN = Options()
FIELDS = ("author", "credentials", "date", "publisher", "pages", "url", "accessed")


def imported(data: bytes, options: Options = PLAIN) -> Imported:
    made = read_foreign(data, "round.docx", WORD, options)
    assert isinstance(made, Imported), made
    return made


def loaded(text: str) -> ArgumentMap:
    found = load_text(text)
    assert found.errors == (), text
    return found.map


def fields(source: Source) -> dict[str, str | None]:
    return {"title": source.title} | {name: source.get(name) for name in FIELDS}


def cited(cite: str) -> dict[str, str]:
    """What is found in a cite; words between two `|` are set off."""
    runs = [run(words, NAME if number % 2 else "") for number, words in enumerate(cite.split("|"))]
    [source] = loaded(imported(word_file(tag("Floods are rare.") + line(*runs) + BODY)).text).sources
    return {name: words for name, words in fields(source).items() if words}


FIRST = st.sampled_from(["Ada", "Bo", "J. R.", "Mary-Ann", "Élodie", "Omar"])
LAST = st.sampled_from(
    ["Hsu", "Reyes", "van Dam", "O’Neil", "Smith-Jones", "Nuñez", "de la Cruz", "King Jr.", "Li PhD"]
)
PEOPLE = st.builds(lambda first, last: f"{first} {last}", FIRST, LAST)
BODIES = st.sampled_from(
    ["World Bank", "Department of Trade and Industry", "NATO", "Ministry of Health, Norway", "漢字"]
)
AUTHORS = st.one_of(
    PEOPLE,
    BODIES,
    st.tuples(PEOPLE | BODIES, PEOPLE | BODIES).map("; ".join),
    st.tuples(PEOPLE | BODIES, st.lists(PEOPLE, min_size=2, max_size=4)).map(lambda who: "; ".join([who[0], *who[1]])),
)
CREDENTIALS = st.sampled_from(
    ["head of research", "Professor of Law and Economics, Yale", "former judge (retired), now a writer",
     "PhD", "fellow since May 2020", "Senior Fellow and Deputy Director, RAND", "writer, “Best of 2019” prize"]
)  # fmt: skip
DATES = st.one_of(
    st.dates().map(str), st.dates().map(lambda day: str(day)[:7]), st.dates().map(lambda day: str(day)[:4])
)
TITLES = st.lists(
    st.sampled_from(["No cure", "floods,", "May 2, 2019", "The “new” dams", "https://x.example/a", "(old)", "pp. 3",
                     "accessed", "3.5%", "a//b", "is it?", "para 4", "2024", "'so'", "é", "n.d."]),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip
PUBLISHERS = st.sampled_from(
    ["Riverton Daily", "Family and School", "Journal (new) Series B", "Water, Dams and Fish", "Press 2020", "Vol. 3"]
)
PAGES = st.sampled_from(["3", "3-9", "12-14, 20", "xii"])
URLS = st.sampled_from(
    ["https://riverton.example/phones", "http://x.example/a_(b)", "www.x.example/2024/05/02/cure?a=1&b=2#c",
     "https://doi.org/10.1234/abc.5", "10.1234/abc.5", "https://x.example/a,b", "https://web.example/web/http://y.example/"]
)  # fmt: skip
PLACES = st.sampled_from(["", " para 3", " para 3-9", " page 4", " page xii", " time 1:02:30", ' section "Of; dams"'])
SOURCES = st.fixed_dictionaries(
    {"title": TITLES, "author": AUTHORS},
    optional={"credentials": CREDENTIALS, "date": DATES, "publisher": PUBLISHERS, "pages": PAGES, "url": URLS,
              "accessed": DATES},
)  # fmt: skip
NAMELESS = st.fixed_dictionaries(
    {"title": TITLES}, optional={"date": DATES, "publisher": PUBLISHERS | BODIES, "pages": PAGES, "url": URLS}
)


def map_of(sources: list[tuple[dict[str, str], str]]) -> ArgumentMap:
    """A map with a card of each source at a place."""
    lines = ["topic: Dams"]
    for number, (source, _) in enumerate(sources):
        lines.append(f"source s{number}: T{number} {source['title']}")
        lines += [f"    {name}: {words}" for name, words in source.items() if name != "title"]
    for number, (_, place) in enumerate(sources):
        lines += [f"claim: C{number}", f"    evidence [s{number}{place}]: E{number}"]
        lines += ["        card:", '            """', "            They __held__.", '            """']
    return loaded("\n".join(lines) + "\n")


def cites(map: ArgumentMap, told: Callable[[Source], object]) -> list[object]:
    return [(told(cite.source), str(cite.locator)) for statement in map.statements for cite in statement.cites]


some = settings(max_examples=int(os.environ.get("EXAMPLES", "40")), deadline=None)


@some
@given(st.lists(st.tuples(SOURCES, PLACES), min_size=1, max_size=6))
def test_argmaps_own_cites_come_back_as_they_were(sources: list[tuple[dict[str, str], str]]) -> None:
    map = map_of(sources)
    back = loaded(imported(to_docx(map).data).text)
    assert cites(back, fields) == cites(map, fields)


@some
@given(st.lists(st.tuples(NAMELESS, PLACES), min_size=1, max_size=6))
def test_a_source_without_an_author_is_cited_in_the_same_words(sources: list[tuple[dict[str, str], str]]) -> None:
    """Whether the name in front is an author's, a publisher's or a title cannot be seen in Word."""
    map = map_of(sources)
    back = loaded(imported(to_docx(map).data).text)
    assert cites(back, lambda s: words_of(cite_line(s))) == cites(map, lambda s: words_of(cite_line(s)))


BAKER = {"title": "Phones out", "author": "Dana Baker", "credentials": "education reporter", "date": "2025"}
SEVERAL = {"title": "Title here", "author": "Hsu; Li", "date": "2021", "publisher": "Pub"}
ADDRESS = {"url": "https://riverton.example/phones"}


@pytest.mark.parametrize(
    ("cite", "found"),
    [
        ("|Baker 25|, Dana Baker, education reporter, “Phones out”, https://riverton.example/phones", BAKER | ADDRESS),
        ("|Baker 25|, Dana Baker, education reporter, “Phones out”, https://riverton.example/phones //JK",
         BAKER | ADDRESS),
        ("|Baker 25|, Dana Baker, education reporter, “Phones out”, https://riverton.example/phones//jk",
         BAKER | ADDRESS),
        ("|Baker 25|, Dana Baker, education reporter, “Phones out”, https: //riverton.example/phones", BAKER | ADDRESS),
        ("|Baker 25|, Dana Baker, education reporter, “Phones out”, http://x.example/a//2025.html",
         BAKER | {"url": "http://x.example/a//2025.html"}),
        ("|Baker 25| (Dana Baker, education reporter, “Calm”, https://riverton.example/phones) // JK",
         BAKER | ADDRESS | {"title": "Calm"}),
        ("Dana |Baker|, education reporter, May |2025|, “Phones out”, Daily, https://riverton.example/phones //JK",
         BAKER | ADDRESS | {"date": "2025-05", "publisher": "Daily"}),
        ("Dana Baker, education reporter, May 2025, “Phones out”, https://riverton.example/phones",
         BAKER | ADDRESS | {"date": "2025-05"}),
        ("|Lund and Bree 25|, Kari Lund and Tom Bree, Family and School, “In the pocket”, June 2025",
         {"title": "In the pocket", "author": "Kari Lund; Tom Bree", "credentials": "Family and School",
          "date": "2025-06"}),
        ("|Hsu & Li|, professors, |2021|, “Title here”, Pub", SEVERAL | {"credentials": "professors"}),
        ("|Hsu and Li|, |2021|, “Title here”, Pub", SEVERAL),
        ("|Ada Hsu and Bo Li|, |2021|, “Title here”, Pub", SEVERAL | {"author": "Ada Hsu; Bo Li"}),
        ("|Hsu; Li|, |2021|, “Title here”, Pub", SEVERAL),
        ("|Hsu, Li|, |2021|, “Title here”, Pub", SEVERAL),
        ("|Hsu et al.|, |2021|, “Title here”, Pub", SEVERAL | {"author": "Hsu"}),
        ("|Department of Trade and Industry|, |2021|, “Title here”, Pub",
         SEVERAL | {"author": "Department of Trade and Industry"}),
        ("|Hsu, Li, and Ng 25| [Ada Hsu, Bo Li & Cy Ng; hydrologists; “Dams age”]",
         {"title": "Dams age", "author": "Ada Hsu; Bo Li; Cy Ng", "credentials": "hydrologists", "date": "2025"}),
    ],
)  # fmt: skip
def test_a_debaters_cite_is_taken_apart(cite: str, found: dict[str, str]) -> None:
    assert cited(cite) == found


def test_initials_behind_an_address_are_initials() -> None:
    cite = line(run("Baker 25", NAME), run(", Dana Baker, “Phones out”, https://riverton.example/phones //JK"))
    made = imported(word_file(tag("Floods are rare.") + cite + BODY), Options(initials=True))
    assert "note: Cut by JK." in made.text
    assert "# as cut: Baker 25, Dana Baker, “Phones out”, https://riverton.example/phones\n" in made.text


@pytest.mark.parametrize(
    "behind", ["", ", https://ex.org/a", ", https://ex.org/a, accessed May 3, 2021", ", accessed May 3, 2021"]
)
@pytest.mark.parametrize("sign", [" // AB", "//AB", " //A & B"])
def test_initials_behind_pages_are_told_only_where_that_is_asked_for(behind: str, sign: str) -> None:
    told = f", May 2, |2021|, “Dams age”, Journal, pp. 3-9{behind}"
    found = {"title": "Dams age", "author": "Ada Hsu", "date": "2021-05-02", "publisher": "Journal", "pages": "3-9"}
    found |= {"url": "https://ex.org/a"} if "https" in behind else {}
    found |= {"accessed": "2021-05-03"} if "accessed" in behind else {}
    assert cited(f"Ada |Hsu|{told}{sign}") == found
    ends = run(f", “Dams age”, pp. 3-9{behind}{sign}")
    cite = line(run("Ada "), run("Hsu", NAME), run(", "), run("2021", NAME), ends)
    data = word_file(tag("Floods are rare.") + cite + BODY)
    assert sign.strip(" /") not in imported(data).text
    assert f"note: Cut by {sign.strip(' /')}." in imported(data, Options(initials=True)).text
