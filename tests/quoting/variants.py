"""Variants of what real sources say, faithful and unfaithful, and how many of each argmap gets wrong.

    python tests/quoting/variants.py [COUNT] [SEED]

A faithful one that is called an error is refused; an unfaithful one of which nothing is said is silent.
Each is printed with the seed that makes it; the exit status is 1 if there is one.
"""

import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from said import said

CHECKS = Path(__file__).parent.parent / "checks"
FILES = sorted([*CHECKS.glob("maps/texts/*.txt"), *CHECKS.glob("seeded/*.txt")])
TEXTS = [path.read_text(encoding="utf-8") for path in FILES]
NOT = re.compile(
    r"(?i)\b(?:not|no|never|none|nor|neither|nothing|nobody|nowhere|cannot|without|hardly|barely|rarely|unless|unlikely"
    r"|den(?:y|ie[sd])|refus\w+|reject\w*|fail\w*)\b|n['’]t\b"
)
PLAIN = re.compile(r"[a-z]{4,}")
ERRORS = {"misquotation", "splice", "quotation-elsewhere"}
QUIET = {"overclaim", "stale-evidence", "same-passage"}
WRONG_WORDS = ["zebra", "always", "seven", "London", "because", "very", "not", "€40", "1931"]


@dataclass(frozen=True)
class Variant:
    """A source, a quotation from it, and where it is cited."""

    text: str
    quoted: str
    where: str = ""


Change = Callable[[random.Random, Variant], Variant | None]


def stretch(rng: random.Random) -> Variant:
    """Some words in a row of one paragraph of a source, between two and thirty."""
    text = rng.choice(TEXTS)
    blocks = [m for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text) if len(m.group().split()) > 8]
    block = rng.choice(blocks)
    words = [*re.finditer(r"[^\W_](?:\S*[^\W_%])?", block.group())]
    first = rng.randrange(len(words) - 3)
    last = min(len(words), first + rng.randrange(4, 30))
    start, end = words[first].start(), words[last - 1].end()
    number = len(list(re.finditer(r"\S(?:.|\n(?!\s*\n))*", text[: block.end()])))
    quoted = re.sub('["“”„]', "", block.group()[start:end])
    return Variant(text, " ".join(quoted.split()), f" para {number}")


def _typography(rng: random.Random, v: Variant) -> Variant:
    pairs = [("'", "’"), ("’", "'"), ("fi", "ﬁ"), ("fl", "ﬂ"), (" ", "\u00a0"), ("-", "‑"), ("—", " – "), (" ", "  ")]
    old, new = rng.choice(pairs)
    return replace(v, quoted=v.quoted.replace(old, new))


def _first_letter(rng: random.Random, v: Variant) -> Variant:
    return replace(v, quoted=v.quoted[0].swapcase() + v.quoted[1:])


def _end(rng: random.Random, v: Variant) -> Variant:
    return replace(v, quoted=v.quoted + rng.choice(",."))


def _divided(rng: random.Random, v: Variant, mark: str, *, quoted: bool) -> Variant | None:
    word = _some_word(rng, v.quoted, r"[a-zé]{6,}")
    if not word:
        return None
    at = rng.randrange(2, len(word) - 2)
    if quoted and len(re.findall(rf"\b{word}\b", v.quoted)) > 1:
        return None
    divided = word[:at] + mark + word[at:]
    if quoted:
        return replace(v, quoted=re.sub(rf"\b{word}\b", divided, v.quoted, count=1))
    return replace(v, text=re.sub(rf"\b{word}\b", divided, v.text))


def _divided_source(rng: random.Random, v: Variant) -> Variant | None:
    return _divided(rng, v, rng.choice(("-\n", "\u00ad\n", "\u00ad", "-\f", "-\n7\n\f")), quoted=False)


def _divided_quotation(rng: random.Random, v: Variant) -> Variant | None:
    return _divided(rng, v, rng.choice(("- ", "\u00ad ", "\u00ad")), quoted=True)


def _footnotes(rng: random.Random, v: Variant) -> Variant | None:
    word = _some_word(rng, v.quoted, r"[a-z]{5,}")
    marker = rng.choice(("[12]", "¹", "³⁴", "[3][4]", "[2–5]"))
    return replace(v, text=re.sub(rf"\b{word}\b(?!-)", word + marker, v.text)) if word else None


def _furniture(rng: random.Random, v: Variant) -> Variant | None:
    lines = v.text.split("\n")
    at = rng.randrange(1, len(lines))
    if not (lines[at].strip() and lines[at - 1].strip()):
        return None
    number = rng.choice(("12", "Page 3", "- 4 -", "iv"))
    return replace(v, text="\n".join([*lines[:at], number, "\f" + lines[at], *lines[at + 1 :]]))


def _omission(rng: random.Random, v: Variant) -> Variant | None:
    words = v.quoted.split()
    if len(words) < 6:
        return None
    first = rng.randrange(1, len(words) - 2)
    last = rng.randrange(first + 1, len(words))
    mark = rng.choice(("...", "…", "[...]", ". . .", "[Table Omitted]"))
    return replace(v, quoted=" ".join([*words[:first], mark, *words[last:]]))


def _bracketed_capital(rng: random.Random, v: Variant) -> Variant | None:
    if not v.quoted[0].isalpha():
        return None
    return replace(v, quoted=f"[{v.quoted[0].swapcase()}]{v.quoted[1:]}")


def _explained(rng: random.Random, v: Variant) -> Variant | None:
    words = v.quoted.split()
    first = rng.randrange(1, len(words) - 1)
    last = min(first + rng.randrange(0, 4), len(words) - 1)
    gone, before = " ".join(words[first:last]), " ".join(words[:first])
    # A bracket within another's words, or beside an omission, of which nobody could tell what each is for.
    if before.count("[") != before.count("]") or re.match(r"\[|…|\.", words[last]):
        return None
    if NOT.search(gone) or re.search(r"[\d\[\]%…]|\.\.", gone) or ". ." in v.quoted:
        return None
    return replace(v, quoted=" ".join([*words[:first], "[the town]", *words[last:]]))


def _own_bracket(rng: random.Random, v: Variant) -> Variant | None:
    word = _some_word(rng, v.quoted, r"[a-z]{5,}")
    bracket = rng.choice(("[sic]", "[95% CI 1.2-2.6]", "[the town]"))
    if not word:
        return None
    return replace(
        v,
        text=re.sub(rf"\b{word}\b(?!-)", f"{word} {bracket}", v.text),
        quoted=re.sub(rf"\b{word}\b(?!-)", f"{word} {bracket}", v.quoted),
    )


def _some_word(rng: random.Random, text: str, pattern: str) -> str | None:
    words = re.findall(rf"(?<![\w’'\[\]-]){pattern}(?![\w’'\[\]-])", text)
    return rng.choice(words) if words else None


FAITHFUL: list[Change] = [
    _own_bracket, _footnotes, _divided_source, _furniture, _omission, _explained, _bracketed_capital,
    _divided_quotation, _typography, _first_letter, _end,
]  # fmt: skip


def faithful(rng: random.Random) -> Variant:
    """A stretch with one to three changes that a faithful quoter or a faithful copy makes."""
    made = stretch(rng)
    # What changes the source's words comes first, and what changes single letters of the quotation last.
    for change in sorted(rng.sample(FAITHFUL, rng.randrange(1, 4)), key=FAITHFUL.index):
        made = change(rng, made) or made
    return made


def _word_changed(rng: random.Random, v: Variant) -> Variant:
    words = v.quoted.split()
    at = rng.randrange(len(words))
    new = rng.choice([word for word in WRONG_WORDS if word != words[at]])
    match rng.randrange(4):
        case 0:
            words[at] = new
        case 1:
            words.insert(at, new)
        case 2 if 0 < at < len(words) - 1:
            del words[at]
        case _ if at and words[at] != words[at - 1]:
            words[at], words[at - 1] = words[at - 1], words[at]
        case _:
            words.insert(at, new)
    return replace(v, quoted=" ".join(words))


def _letter(rng: random.Random, v: Variant) -> Variant | None:
    word = _some_word(rng, v.quoted, r"[a-z]{4,}")
    if not word:
        return None
    at = rng.randrange(len(word))
    shorter, other = word[:at] + word[at + 1 :], word[:at] + "z" + word[at + 1 :]
    changed = rng.choice((word + "s", shorter, other, word.replace("a", "а")))
    if changed == word or re.search(rf"\b{changed}\b", v.text):
        return None
    return replace(v, quoted=re.sub(rf"\b{word}\b", changed, v.quoted, count=1))


def _sign(rng: random.Random, v: Variant) -> Variant | None:
    word = _some_word(rng, v.quoted, r"[a-z]{4,}")
    signed, bare = rng.choice(
        [
            *[("≥12", "12"), ("−3", "3"), ("-4", "4"), ("±2", "2"), ("₹500", "500"), ("10⁹", "109"), ("5%", "5")],
            *[("<7", ">7"), ("3×4", "34"), ("£8", "€8"), ("1.5", "15"), ("2,000", "200"), ("5‰", "5%")],
        ]
    )
    if not word:
        return None
    return _after(v, word, signed, bare)


def _after(v: Variant, word: str, source: str, quoted: str) -> Variant:
    """A variant with something after a word of the source, and something else there in the quotation."""
    here = rf"\b{word}\b(?!-)"
    return Variant(re.sub(here, f"{word} {source}", v.text), re.sub(here, f"{word} {quoted}", v.quoted), v.where)


def _turned(rng: random.Random, v: Variant) -> Variant | None:
    """A bracket over a negation that is put into the source."""
    word = _some_word(rng, v.quoted, r"[a-z]{4,}")
    negation = rng.choice(("not", "never", "hardly", "in no way", "denied to have"))
    if not word or v.quoted.split()[0] == word or v.quoted.split()[-1] == word:
        return None
    text = re.sub(rf"\b{word}\b(?!-)", f"{negation} {word}", v.text)
    bracket = rng.choice(("[indeed]", "[surely]", f"[{word}]", "..."))
    quoted = re.sub(rf"\b{word}\b(?!-)", bracket, v.quoted)
    # What an omission or a bracket before the first word stands for is no part of the quotation.
    return None if quoted.startswith(bracket) else Variant(text, quoted, v.where)


def _hidden(rng: random.Random, v: Variant) -> Variant | None:
    word = _some_word(rng, v.quoted, r"[a-z]{4,}")
    source, quoted = rng.choice(
        [
            *[("unlawful", "[l]awful"), ("ineffective", "[e]ffective"), ("cannot", "can[]"), ("isn’t", "is[]")],
            *[
                ("can", "can[not]"),
                ("harmless", "harm[ful]"),
                ("unsafe", "[safe]"),
                ("is", "is [not]"),
                ("may", "may[be]"),
            ],
        ]
    )
    if not word:
        return None
    made = _after(v, word, source, quoted)
    # "should may be" has the letters of "should may[be]" in a row: it does say so.
    plain, there = (re.sub(r"[\[\]\s]", "", words) for words in (made.quoted, made.text))
    return None if plain in there else made


def _splice(rng: random.Random, v: Variant) -> Variant | None:
    other = stretch(rng)
    if other.text != v.text or other.quoted in v.quoted or v.quoted in other.quoted:
        return None
    joined = f"{v.quoted} {other.quoted}"
    return None if " ".join(joined.split()) in " ".join(v.text.split()) else replace(v, quoted=joined)


def _elsewhere(rng: random.Random, v: Variant) -> Variant | None:
    number = int(v.where.split()[-1])
    paragraphs = re.split(r"\n\s*\n", v.text.strip())
    other = rng.randrange(1, len(paragraphs) + 1)
    plain = " ".join(v.quoted.split()).casefold()
    if other == number or plain in " ".join(paragraphs[other - 1].split()).casefold():
        return None
    return replace(v, where=f" para {other}")


def _question(rng: random.Random, v: Variant) -> Variant:
    return replace(v, quoted=v.quoted + rng.choice("?!"))


def _number_in_bracket(rng: random.Random, v: Variant) -> Variant | None:
    made = _own_bracket(rng, v)
    if not made or "2.6" not in made.quoted:
        return None
    return replace(made, quoted=made.quoted.replace("2.6", "2.7"))


def _lost_hyphen(rng: random.Random, v: Variant) -> Variant | None:
    return replace(v, quoted=re.sub(r"(?<=\w)-(?=\w)", " ", v.quoted)) if re.search(r"\w-\w", v.quoted) else None


UNFAITHFUL: list[Change] = [
    _word_changed, _word_changed, _letter, _sign, _turned, _hidden, _splice, _elsewhere, _question, _number_in_bracket,
    _lost_hyphen,
]  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def unfaithful(rng: random.Random) -> Variant:
    """A stretch with one change that makes it say another thing; typography may be changed as well."""
    while True:
        change = rng.choice(UNFAITHFUL)
        made = change(rng, stretch(rng))
        # Without one of its words a stretch may be another stretch of its source.
        if made and not (change is _word_changed and _plain(made.quoted) in _plain(made.text)):
            return _typography(rng, made) if rng.random() < 0.3 else made


def refused(seed: int) -> str | None:
    """The faithful variant of a seed if argmap calls it an error."""
    made = faithful(random.Random(seed))
    found = _told(made) & ERRORS
    return f"{found} {made.quoted!r}" if found else None


def silent(seed: int) -> str | None:
    """The unfaithful variant of a seed if argmap says nothing of it."""
    made = unfaithful(random.Random(seed))
    return None if _told(made) - QUIET else repr(made.quoted) + made.where


def _told(made: Variant) -> set[str]:
    # A paragraph is cut in two where a page ends within it: then the place is no question.
    where = "" if "\f" in made.text else made.where
    return said(made.quoted, made.text, own="", where=where, profile="none")


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    wrong = 0
    for name, wrong_one in (("faithful ones refused", refused), ("unfaithful ones silent", silent)):
        bad = [(seed, told) for seed in range(first, first + count) if (told := wrong_one(seed))]
        for seed, told in bad[:40]:
            print(f"  seed {seed}: {told}")
        print(f"{name}: {len(bad)} of {count}")
        wrong += len(bad)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
