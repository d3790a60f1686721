"""The Markdown outline, read by a CommonMark reader."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.formats.markdown import escaped, to_markdown
from argmap.pipeline import load, load_text

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MAP = """
topic: # Is 2 * 3 < 7 & 1. so?
side pro: *Yes*
side con: - No
source s: A_title_ [with](marks)
    author: Ann Poe
    date: 2020
    url: https://example.org/a_b_c?d=*e*
section: ## One
claim a (pro): 1. First *claim* with <b>tags</b> & $sums$ and `code`.
    evidence e [s para 2]: ~~Said~~ "so | so" \\\\ [x](javascript:y)
        card: \"\"\"
            # Not a heading, __read__ this
            - nor a list
            1. nor __that **one**__

            > nor a ==quotation== <script>x</script>
            \"\"\"
        note: A *note*.
        warrant w: Because.
    rebuttal r turn: No.
a supports z
claim z: Zed.
e + w support z
con concedes a
"""


def words(markdown: str) -> str:
    """What a reader shows, without its markup."""
    shown = []
    for token in READER.parse(markdown):
        for child in token.children or ():
            assert child.type != "html_inline" or child.content in ALLOWED, child.content
            shown.append(
                "\n" if child.type in ("softbreak", "hardbreak") else child.content if child.type in TEXT else ""
            )
        if token.type == "html_block":
            raise AssertionError(token.content)
        shown.append("\n" if token.type.endswith("_close") else "")
    return "".join(shown)


TEXT = ("text", "code_inline")
ALLOWED = {f"<{slash}{name}>" for slash in ("", "/") for name in ("ins", "mark", "strong", "br")}


def test_words_are_shown_as_they_were_written() -> None:
    shown = words(to_markdown(load_text(MAP).map))
    for said in (
        "# Is 2 * 3 < 7 & 1. so?",
        "pro: *Yes*",
        "## One",
        "1. First *claim* with <b>tags</b> & $sums$ and `code`.",
        '~~Said~~ "so | so" \\\\ [x](javascript:y) (Poe 2020, para 2)',
        "# Not a heading, read this\n- nor a list\n1. nor that one",
        "> nor a quotation <script>x</script>",
        "Note: A *note*.",
        "conceded by - No",
        "Ann Poe, A_title_ [with](marks), 2020, https://example.org/a_b_c?d=*e*",
    ):
        assert said in shown, said


def test_every_link_is_said() -> None:
    shown = words(to_markdown(load_text(MAP).map))
    for said in ("E1 evidence (pro, e) supports C1", "says why E1 bears on C1", "R1 rebuttal, turn (con, r) rebuts C1",
                 "E1 supports C2, together with W1", "C1 claim (pro, a, conceded by - No) supports C2"):  # fmt: skip
        assert said in shown, said


@pytest.mark.parametrize("name", ["asian-nato", "camp-david", "in-short", "separate-alliances"])
def test_real_maps_hold_every_statement_once(name: str, arguments: Path) -> None:
    map = load(arguments / f"{name}.argmap").map
    shown = words(to_markdown(map))
    for statement in map.statements:
        assert shown.count(f"{statement.label} {statement.kind}") == 1
        assert statement.text in shown


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs"])
        | st.sampled_from(" *_`[]()<>&#\\|~!-+=$"),
        min_size=1,
    )
)
def test_any_words_stay_themselves(said: str) -> None:
    plain = " ".join(said.split())
    [paragraph] = [token for token in READER.parse(f"x {escaped(said)} x") if token.children]
    assert "".join(child.content for child in paragraph.children or ()) == f"x {plain} x"
    assert {child.type for child in paragraph.children or ()} <= {"text"}


def test_a_deep_chain_is_written() -> None:
    lines = [f"claim c{n}: Number {n}." for n in range(3000)] + [f"c{n} supports c{n - 1}" for n in range(1, 3000)]
    assert to_markdown(load_text("\n".join(lines)).map).count("supports") == 2999


def test_what_stands_deep_is_nested_as_deep_and_far_below_it_in_one_list() -> None:
    lines = [f"claim c{n}: Number {n}." for n in range(16)] + [f"c{n} supports c{n - 1}" for n in range(1, 16)]
    written = to_markdown(load_text("\n".join(lines)).map).splitlines()
    indents = [len(line) - len(line.lstrip()) for line in written if line.lstrip().startswith("- ")]
    assert indents == [2 * min(depth, 12) for depth in range(16)]
