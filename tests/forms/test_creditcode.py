"""Credit codes by the standard's example and made-up firms; a wrong one is told by place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.creditcode import (
    ALPHABET,
    check_character,
    check_credit_code,
    credit_code_valid,
    organisation_code_valid,
)

VALID = [
    "912201011234567884",
    "91220201MA1K2L3N2A",
    "91220101MA10000760",  # the check character is 0: 31 taken modulo 31 again
    "91220101MA100005X5",  # the organisation code ends in X
    "91220106774200014E",
    "91350100M000100Y43",  # the example of GB 32100-2015
]


@pytest.mark.parametrize("code", VALID)
def test_right_codes(code: str) -> None:
    assert check_credit_code(code) is None
    assert credit_code_valid(code)
    assert organisation_code_valid(code[8:17])


@pytest.mark.parametrize(
    ("code", "position", "words"),
    [
        ("91350100M000100Y4Z", 18, "第18位“Z”"),  # the standard's own example of a wrong one
        ("9122O1011234567884", 5, "应为“0”"),
        ("91220101123456788", 18, "现为17位"),
        ("9122010112345678845", 19, "现为19位"),
        ("912201011234567885", 18, "应为“4”"),
        ("91A201011234567884", 3, "应为数字"),
        ("912201011243567884", 11, "第11、12位疑似颠倒"),
        ("912201011234567784", 9, "第9至17位"),
        ("", 1, "现为0位"),
    ],
)
def test_a_wrong_code_is_told_by_place(code: str, position: int, words: str) -> None:
    fault = check_credit_code(code)
    assert fault is not None
    assert fault.position == position
    assert words in fault.sentence
    assert fault.sentence.endswith("。")


@given(
    st.text("123456789ANY", min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
    st.integers(0, 17),
    st.sampled_from(ALPHABET),
)
def test_one_changed_character_is_always_noticed(head: str, area: str, body: str, place: int, char: str) -> None:
    first = head + area + body
    code = first + check_character(first)
    assert credit_code_valid(code)
    changed = code[:place] + char + code[place + 1 :]
    assert credit_code_valid(changed) == (changed == code)
