"""Every outline, list and page shows all that a file says of a statement."""

import pytest

import argmap
from argmap.graph.conceding import conceded
from argmap.words.particulars import Field, particulars

MAP = """
topic: Is it so?
    format: policy
side pro: Yes
side con: No
claim a (pro) analytic @1AC #cost #harm: It is so.
    weight: 0.75
    rebuttal (con) @1NC turn: It is not.
con concedes a
@1AR extends a
"""


def test_the_list_names_every_field() -> None:
    map = argmap.load_text(MAP).map
    said = [(each.field, each.words) for each in particulars(map.by_name["a"], conceded(map))]
    assert said == [
        (Field.SIDE, "pro"),
        (Field.SPEECH, "1AC"),
        (Field.EXTENDED, "extended in 1AR"),
        (Field.ID, "a"),
        (Field.TAG, "#cost"),
        (Field.TAG, "#harm"),
        (Field.WEIGHT, "weight 0.75"),
        (Field.CONCEDED, "conceded by con"),
    ]
    assert set(Field) == {field for field, _ in said}


@pytest.mark.parametrize(
    ("form", "head"),
    [
        ("outline", "C1 claim (analytic) `a` for pro @1AC (extended in 1AR) #cost #harm weight 0.75 - conceded by con"),
        (
            "markdown",
            r"**C1 claim, analytic** (pro, 1AC, extended in 1AR, `a`, \#cost, \#harm, weight 0.75, conceded by No): It",
        ),
        ("html", '<span class="small">#harm</span> <span class="small">weight 0.75</span>'),
    ],
)
def test_outline_markdown_and_page_show_them(form: str, head: str) -> None:
    assert head in argmap.render(argmap.load_text(MAP).map, form)
