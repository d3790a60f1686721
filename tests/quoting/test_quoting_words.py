"""A text as a row of words: what is read all at once is what a plain reading, word by word, finds."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.quoting import letters
from argmap.quoting.words import APART, DIVIDED, FREE, HYPHENATED, INSIDE, Words

PIECES = st.sampled_from(
    [
        *("a", "The", "dam", "it's", "O’Neil", "ﬁne", "CAFÉ", "cafe\u0301", "水", "10⁹", "km²", "5", "1,000.5", "word"),
        *(
            "gov-\n",
            "un\u00ad\n",
            "re\u00ad",
            "\u00ad",
            "long-",
            "-\f",
            "-",
            "–",
            "−",
            "− 3",
            "≥",
            "%",
            "$5",
            "[12]",
            "[note 3]",
            "³",
            "¹,²",
        ),
        *(" ", " ", " ", "\n", "\n\n", "\f", "\u00a0", "\u200b", ".", ", ", "?", "[", "]", "(", "”", "“", "\r\n", "_"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS, st.booleans())
@example("gov-\nern-\nment [12] 10⁹ −3 a-b a[b]c", False)
@settings(max_examples=300)
def test_words_are_what_a_plain_reading_finds(text: str, quoted: bool) -> None:
    read = Words(text, quoted=quoted)
    plain = _plain(text, quoted)
    assert (list(read.starts), list(read.ends), read.folded, read.before) == plain
    assert read.stream == "".join(read.folded)
    assert list(read.at) == [sum(map(len, read.folded[:n])) for n in range(len(read) + 1)]


@given(TEXTS)
@settings(max_examples=100)
def test_a_part_that_is_the_whole_text_has_its_words(text: str) -> None:
    whole, part = Words(text), Words(text + "\n\n", bounds=(0, len(text)))
    assert (part.starts, part.ends, part.folded, part.before) == (whole.starts, whole.ends, whole.folded, whole.before)
    assert part.markers == whole.markers


@given(TEXTS, st.sampled_from(["dam", "the", "word", "水"]))
@settings(max_examples=100)
def test_a_word_is_looked_up_where_it_stands(text: str, word: str) -> None:
    words = Words(text)
    words.look_up([word])
    assert list(words.known[word]) == [number for number, said in enumerate(words.folded) if said == word]
    assert list(words.places.get(word, ())) == list(words.known[word])


def _plain(text: str, quoted: bool) -> tuple[list[int], list[int], list[str], bytes]:
    """Starts, ends, what is compared and what stands before each letter, one word after the other."""
    found = [m for m in re.finditer(letters.WORD, text) if letters.folded(m.group())]
    if "[" in text or not text.isascii():
        for marker in re.finditer(letters.RAISED_MARKER if quoted else letters.MARKER, text):
            if not any(m.start() < marker.start() < m.end() for m in found):
                found = [m for m in found if not marker.start() <= m.start() < marker.end()]
    breaks = {m.start(): m.end() for m in re.finditer(letters.DIVISION_QUOTED if quoted else letters.DIVISION, text)}
    joined = {m.end() for m in re.finditer(letters.HYPHEN, text)}, {m.end() for m in re.finditer(letters.BRACKET, text)}
    starts: list[int] = []
    ends: list[int] = []
    said: list[str] = []
    before: list[int] = []
    for word in found:
        compared = letters.folded(word.group())
        if ends and breaks.get(ends[-1]) == word.start():
            said[-1] += compared
            ends[-1] = word.end()
            sign = DIVIDED
        else:
            sign = FREE if ends and ends[-1] == word.start() else APART
            sign = HYPHENATED if word.start() in joined[0] else FREE if word.start() in joined[1] else sign
            starts.append(word.start())
            ends.append(word.end())
            said.append(compared)
        before += [sign, *[INSIDE] * (len(compared) - 1)]
    return starts, ends, said, bytes(before)
