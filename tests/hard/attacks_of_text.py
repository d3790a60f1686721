"""Attacks by what is typed: maps, quotations, names, settings."""

import random
import string

import mutations
from attacking import EVERYTHING, HERE, TEXTS, everything, few_lines, told

from argmap.checks import run
from argmap.checks.configuration import read_settings
from argmap.files import memory
from argmap.look import CHOICES, look_of
from argmap.pipeline import load_text

WORDS = ["the", "dam", "will", "not", "hold", "the", "water", "of", "1,200", "days", "for", "long,", "he", "said"]
KEYS = (
    "profile", "select", "ignore", "severity", "limits", "sources", "look", "words", "presumption", "second-rebuttal",
    "nothing", "[tool.argmap]", "[look]", "[words]", "[limits]", "[severity]", "dam", '"the dam"', "stale-years",
    *(choice.name for choice in CHOICES),
)  # fmt: skip
VALUES = (
    '"nsda"', "[]", '["all"]', "{ orphan = 'off' }", "{ stale-years = 3 }", "1e999", "nan", "-0", "0x" + "f" * 40,
    "1979-05-27", '"""a"""', "{", "[[", "true", "9" * 4400, '["..", "/"]', "'\ud83d'", "{theme='dark'}",
    '{ dam = { instead = "weir", severity = "error" } }', '{ instead = "use", message = "so" }', '"say weir"', '"con"',
    '"off"', "28", '"flow"', '"a4"', "{ dam = 7 }", '{ " " = "x" }',
)  # fmt: skip
DEBATED = "side pro: Yes\nside con: No\nclaim a (pro): The dam holds.\n    evidence b: The dam's wall is new.\n"
LETTERS = string.ascii_letters + "-_.0123456789 éß漢\u202e\u0301\x1b\ud800::#[]()`'\"$%&;|<>\\/\n"


def maps(rng: random.Random) -> None:
    """A few lines of a real file with slips of many kinds."""
    everything(few_lines(rng))


def long_maps(rng: random.Random) -> None:
    """Up to sixty of them."""
    everything(mutations.mutated(rng))


def formatted(rng: random.Random) -> None:
    """The same, written in their canonical form: nothing may change but their look."""
    mutations.run(few_lines(rng))


def quotations(rng: random.Random) -> None:
    """A source's words with what quoters do to them, and what they should not."""
    words = [
        (rng.choice(TEXTS).strip() or "it") if rng.random() < 0.2 else rng.choice(WORDS)
        for _ in range(rng.randrange(1, rng.choice((12, 60))))
    ]
    said = list(words)
    for _ in range(rng.randrange(6)):
        at, upto = sorted(rng.randrange(len(said) + 1) for _ in range(2))
        new = [rng.choice(TEXTS) for _ in range(rng.randrange(3))]
        said[at : upto if rng.random() < 0.5 else at] = new
    quoted = " ".join(said).replace('"', "”").replace("\n", " ")
    place = rng.choice(("", " para 1", " para 2-3", " page 9", ' section "A"'))
    marked = " ".join(f"{m}{w}{m}" if (m := rng.choice(("", "", "", "__", "**", "=="))) else w for w in said)
    text = f'source s: T\n    text: s.txt\nclaim a: A.\n    evidence e [s{place}]: He said "{quoted}".\n'
    card = "\n".join(f"            {line}" for line in marked.split("\n"))
    text += f'        card:\n            """\n{card}\n            """\n'
    everything(text, {"s.txt": rng.choice((" ", "\n\n", "\n", " - ")).join(words)})


def settings(rng: random.Random) -> None:
    """Settings files, nearly right; then a map is checked and a look made by them."""
    lines = [f"{rng.choice(KEYS)} = {rng.choice(VALUES)}" for _ in range(rng.randrange(6))]
    lines = [line.partition(" =")[0] if line.startswith("[") else line for line in lines]
    text = "\n".join(lines)
    for _ in range(rng.randrange(4) if rng.random() < 0.6 else 0):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice([*TEXTS, "=", "[", "]", "'", ".", "\x7f"]) + text[at + rng.randrange(3) :]
    name = rng.choice(("argmap.toml", "pyproject.toml"))
    found = read_settings(HERE / name, memory({HERE / name: text}))
    if found is None:
        return
    told(found[1])
    look_of(found[0].look)
    told(run(load_text(DEBATED), found[0]))


def names(rng: random.Random) -> None:
    """Names that nobody would give: of files, statements, sides, sources, tags."""

    def name() -> str:
        return "".join(rng.choice(LETTERS) for _ in range(rng.randrange(1, 12)))

    text = f"side {name()}: {name()}\nsource {name()}: {name()}\n    text: {name()}\n    date: {name()}\n"
    text += "".join(
        f"{rng.choice(('claim', 'evidence', 'rebuttal'))} {name()} ({name()}) [{name()} para {name()}] #{name()}: "
        f"{name()}\n{name()} {rng.choice(('supports', 'rebuts', 'contradicts'))} {name()}\ninclude: {name()}\n"
        for _ in range(rng.randrange(1, 3))
    )
    everything(text, {"s.txt": "x"}, f"{name().replace('/', '')}.argmap".replace("\ud800", "").replace("\0", ""))


def letters(rng: random.Random) -> None:
    """No map at all: letters and pieces in any order."""
    pieces = (rng.choice(TEXTS) if rng.random() < 0.5 else rng.choice(LETTERS) for _ in range(rng.randrange(30)))
    told(run(load_text("".join(pieces)), EVERYTHING))


KINDS = (maps, long_maps, formatted, quotations, settings, names, letters)
