"""The same text has the same colours everywhere, and every word of the language has one."""

import re
from pathlib import Path

import pytest

from argmap.colouring.patterns import HEAD, for_javascript
from argmap.colouring.textmate import grammar
from argmap.vocabulary import ANALYTIC, DECLARATIONS, FIELDS_UNDER, KINDS, MARKS, VERB_FORMS

pygments = pytest.importorskip("pygments")

from pygments.lexers import get_lexer_by_name  # noqa: E402
from pygments.token import Comment, Keyword, Name, Operator, String, Token  # noqa: E402

TEXT = '''# A comment: claim
topic: One
    format: public-forum
source s: The title
+ claim wär-2 (pro) analytic @AC [s section "a: b"; t page 3] #tag: It says "so be it" here.
    card:
        """
        claim in a card
        """
    text that claim goes on
a + b support c
con concedes a, b
@AS extends a
a rebuts b -> c
'''


def tokens(text: str) -> list[tuple[object, str]]:
    lexer = get_lexer_by_name("argmap")
    return [(kind, words) for kind, words in lexer.get_tokens(text) if words.strip()]


def test_what_pygments_makes_of_a_map() -> None:
    found = tokens(TEXT)
    for expected in [
        (Comment.Single, "# A comment: claim"),
        (Keyword.Declaration, "topic"),
        (Name.Attribute, "format"),
        (Operator, "+"),
        (Keyword, "claim"),
        (Name.Variable, "wär-2"),
        (Name.Class, "(pro)"),
        (Keyword.Type, "analytic"),
        (Name.Decorator, "@AC"),
        (Name.Entity, '[s section "a: b"; t page 3]'),
        (Name.Label, "#tag"),
        (String.Double, '"so be it"'),
        (Operator.Word, "support"),
        (Operator.Word, "concedes"),
        (Operator.Word, "extends"),
        (Operator, "->"),
    ]:
        assert expected in found
    assert [words for kind, words in found if kind is Keyword] == ["claim"]
    assert "claim in a card" in "".join(words for kind, words in found if kind is String.Doc)


def test_nothing_is_an_error_and_nothing_is_lost() -> None:
    for path in sorted((Path(__file__).parents[2] / "arguments").rglob("*.argmap")):
        text = path.read_text(encoding="utf-8")
        lexer = get_lexer_by_name("argmap", stripnl=False)
        found = list(lexer.get_tokens(text))
        assert "".join(words for _, words in found) == text
        assert not [words for kind, words in found if kind is Token.Error]


@pytest.mark.parametrize(
    ("line", "words", "kind"),
    [
        ("{} x: y", KINDS, Keyword),
        ("{} x: y", DECLARATIONS, Keyword.Declaration),
        ("    {}: y", dict.fromkeys(field for some in FIELDS_UNDER.values() for field in some), Name.Attribute),
        ("rebuttal {}: y", (*MARKS, ANALYTIC), Keyword.Type),
        ("a {} b", VERB_FORMS, Operator.Word),
    ],
)
def test_every_word_of_the_language_has_its_colour(line: str, words: list[str], kind: object) -> None:
    for word in words:
        assert (kind, word) in tokens(line.format(word) + "\n"), word


def test_the_other_highlighters_have_the_same_words() -> None:
    repository = grammar()["repository"]
    head, field, verbs = repository["head"]["begin"], repository["field"]["match"], repository["relation"]["begin"]
    javascript = {name: str(pattern) for name, pattern in for_javascript().items()}
    for some, textmate, name in [
        (KINDS, head, "kind"),
        (DECLARATIONS, head, "declaration"),
        (FIELDS_UNDER["source"], field, "field"),
        (VERB_FORMS, verbs, "verb"),
    ]:
        for word in some:
            assert re.search(rf"[:|]{word}[)|]", textmate)
            assert re.search(rf"[:|]{word}[)|]", javascript[name])
    assert [part["name"] for part in repository["head"]["patterns"]][:2] == ["storage.modifier.argmap"] * 2
    assert [name for name, _ in for_javascript()["head"]] == [part.name for part in HEAD]  # type: ignore[attr-defined]
