"""How a source is named in short: the same on the picture, in Markdown and in Mermaid."""

import pytest

from argmap.diagram.text.citation import cite_line
from argmap.formats.markdown import to_markdown
from argmap.formats.mermaid import to_mermaid
from argmap.model import Cite
from argmap.pipeline import load_text
from argmap.words.references import full_citation, several_people, short_citation, short_name


def cite(*fields: str) -> Cite:
    lines = "".join(f"    {field}\n" for field in fields)
    map = load_text(f"source s: A title\n{lines}claim a: One thing.\n    evidence [s para 2]: Another.\n").map
    return map.statements[1].cites[0]


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        ("Abhyuday Saraswat", "Saraswat"),
        ("Christopher B. Johnstone", "Johnstone"),
        ("J.R.R. Tolkien", "Tolkien"),
        ("Sean O'Donnell", "O'Donnell"),
        ("Dr. Ann Smith", "Smith"),
        ("Ann Smith, PhD", "Smith"),
        ("Martin Luther King Jr.", "King"),
        ("Martin Luther King, Jr.", "King"),
        ("John Smith III", "Smith"),
        ("Ludwig van Beethoven", "van Beethoven"),
        ("Charles de Gaulle", "de Gaulle"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Osama bin Laden", "bin Laden"),
        ("Peter St. John", "St. John"),
        ("Smith, Ann", "Smith"),
        ("Smith, A. B.", "Smith"),
        ("van Dam, Ada", "van Dam"),
        ("John Q. Public III", "Public"),
    ],
)
def test_of_a_person_the_last_name_is_shown(author: str, shown: str) -> None:
    assert short_name(author) == shown


@pytest.mark.parametrize(
    "author",
    [
        "The trade board",
        "National Education Association",
        "U.S. Department of Education",
        "UNESCO",
        "BBC Verify",
        "G20 Sherpas",
        "County transport office",
        "Institut für Verkehr",
        "Ostrava Engineers",
        "Working group on phones, Lakeside School",
        "Procter & Gamble",
        "Le Monde",
        "staff writer",
        "Malcolm X",
        "Ann Smith, Bo Li",
        "Ann Smith and Bo Li",
        "山田 太郎",
        "Иван Петров",
        "محمد علي",
    ],
)
def test_what_may_be_no_persons_name_is_shown_whole(author: str) -> None:
    assert short_name(author) == author


def test_every_output_names_a_source_alike() -> None:
    text = (
        "source s: A title\n    author: The trade board\n    date: 2025-03\n"
        "claim a: One thing.\n    evidence [s para 2]: Another.\n"
    )
    map = load_text(text).map
    assert cite_line(map.statements[1].cites[0]) == "The trade board, Mar 2025, para\u00a02"
    assert "The trade board 2025, para 2" in to_markdown(map)
    assert "The trade board 2025, para 2" in to_mermaid(map)


def test_one_two_and_more_authors() -> None:
    assert short_citation(cite("author: Ann Smith; Bo Li")) == "Smith and Li, para 2"
    assert short_citation(cite("author: Ann Smith; Bo Li; Cy Poe")) == "Smith et al., para 2"
    assert short_citation(cite("author: Ann Smith, Bo Li")) == "Ann Smith, Bo Li, para 2"


def test_a_publisher_that_is_the_author_is_not_repeated() -> None:
    own = cite("author: UNESCO", "publisher: UNESCO", "date: 2023")
    assert cite_line(own) == "UNESCO, 2023, para\u00a02"
    assert [part.text for part in full_citation(own.source)] == ["UNESCO", "A title", "2023"]
    other = cite("author: Ann Smith", "publisher: UNESCO (Paris)")
    assert cite_line(other) == "Smith, UNESCO, para\u00a02"
    assert [part.text for part in full_citation(other.source)] == ["Ann Smith", "A title", "UNESCO (Paris)"]


def test_without_an_author_the_publisher_or_the_title_stands_for_it() -> None:
    assert cite_line(cite("publisher: Elm Press")) == "Elm Press, para\u00a02"
    assert cite_line(cite("date: 2023")) == "A title, 2023, para\u00a02"


def test_people_that_are_written_as_one_author() -> None:
    assert several_people("Ann Smith, Bo Li and Cy Poe") == ["Ann Smith", "Bo Li", "Cy Poe"]
    assert several_people("Smith, A. & Li, B.") == ["A. Smith", "B. Li"]
    assert several_people("Smith, A., Li, B., & Poe, C.") == ["A. Smith", "B. Li", "C. Poe"]
    assert several_people("Smith, Ann and Li, Bo") == ["Ann Smith", "Bo Li"]
    for one in ("Smith, Ann", "Ann Smith, PhD", "Department of Health and Human Services", "Johnson and Johnson",
                "Bill and Melinda Gates", "Working group on phones, Lakeside School", "Ann Smith"):  # fmt: skip
        assert several_people(one) == []
