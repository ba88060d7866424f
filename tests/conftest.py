"""Fixtures every test may ask for. Nothing here is a stand-in: Books are files, the endpoint is a process."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from forms.book import Book

USCC = "91222401MA1DEM1235"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Make a new Book of a Yanji firm."""
    from forms.book import Book

    made = Book.create(
        tmp_path / "海兰江.zhibao", uscc=USCC, name="延吉海兰江软件有限公司", division="222401", demo=True
    )
    yield made
    made.close()
