"""A firm files for the first time: the code is tried before anything is signed, and a lost network loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import journey
from desktop.submission import Wanted, submit_and_send
from forms.book import Book
from sync.errors import BadEnrolmentCode, EndpointRefused
from sync.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sync.endpoint.demo import DemoEndpoint

PERIOD = "2026-02"


@pytest.fixture
def demo(demo_of: Callable[..., journey.Demo], tmp_path: Path) -> journey.Demo:
    """Give the sample firm, its mistakes mended and everything explained."""
    return demo_of(tmp_path / "firm", period=PERIOD)


@pytest.fixture
def filled(demo: journey.Demo) -> Iterator[Book]:
    with Book.open(demo.book) as book:
        yield book


@pytest.fixture
def province(demo: journey.Demo) -> Iterator[DemoEndpoint]:
    with journey.start_province(demo) as endpoint:
        yield endpoint


def file_with(book: Book, demo: journey.Demo, code: str):
    return submit_and_send(book, Wanted(PERIOD, demo.as_of, with_earlier=True, code=code), silent, lambda: False)


def frozen(book: Book) -> int:
    return int(book.db.execute("SELECT count(*) FROM filings").fetchone()[0])


def test_a_refused_code_changes_nothing(
    filled: Book, demo: journey.Demo, province: DemoEndpoint, tmp_path: Path
) -> None:
    code = province.code(filled.firm.uscc)
    other = journey.prepare(tmp_path / "other", period=PERIOD)
    with Book.open(other.book) as book:
        journey.enrolment.enroll(book, code)
    with pytest.raises(EndpointRefused, match="已在另一台电脑上使用"):
        file_with(filled, demo, code)
    with pytest.raises(BadEnrolmentCode):
        file_with(filled, demo, "这不是报送码")
    assert frozen(filled) == 0


def test_without_a_network_the_filings_wait_and_go_with_the_next_try(
    filled: Book, demo: journey.Demo, province: DemoEndpoint
) -> None:
    code = province.code(filled.firm.uscc)
    province.close()
    away = file_with(filled, demo, code)
    assert away.report.problem is not None
    assert away.report.queued == len(away.filed.filed) == frozen(filled) > 0

    with journey.start_province(demo) as again:
        back = file_with(filled, demo, again.code(filled.firm.uscc))
    assert back.filed.filed == []
    assert back.report.problem is None
    assert filled.db.execute("SELECT count(*) FROM receipts").fetchone()[0] == frozen(filled)
