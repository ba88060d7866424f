"""The firm and the province find the same in Books made at random; a thousand of them are told by both_sides.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.both_sides import differences, make_firm

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from forms.book import Book


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with make_firm(tmp_path_factory.mktemp("sides")) as made:
        yield made


@settings(max_examples=16)
@given(chance=st.randoms(use_true_random=False))
def test_both_sides_find_the_same_in_a_random_book(firm: Book, chance: random.Random) -> None:
    assert differences(firm, chance) == []
