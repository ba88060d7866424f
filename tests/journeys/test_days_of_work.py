"""Two days of an accountant in a real window: a report comes back and is corrected; the program dies while one types.

See `hands` for how the window is driven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import journey
from forms.book import Book
from sync import exchange, sealing
from tests.journeys.hands import (
    PATIENCE,
    Disk,
    Screen,
    a_screen,  # noqa: F401  a fixture
    needs_a_screen,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PERIOD = "2026-02"
STANDS = (
    "SELECT s.state FROM filings f JOIN standing s ON s.filing_id = f.id"
    " WHERE f.form = 'JLFW-04' AND f.period = ? ORDER BY f.revision DESC LIMIT 1"
)
TYPED = "SELECT count(*) FROM contracts WHERE contract_name LIKE 'Service _'"

pytestmark = needs_a_screen


@pytest.fixture
def ready(demo_of: Callable[..., journey.Demo], tmp_path: Path) -> journey.Demo:
    """Give the demo firm's Book, ready to be filed."""
    return demo_of(tmp_path / "demo", period=PERIOD)


@pytest.fixture
def returned(ready: journey.Demo) -> Path:
    """File the month; the monthly report comes back with a comment."""
    demo = ready
    with Book.open(demo.book) as book, journey.start_province(demo) as province:
        journey.enroll(book, province)
        sealing.file_period(book, PERIOD, with_earlier=True, as_of=demo.as_of)
        exchange.sync(book)
        exchange.sync(book)
    assert Disk(demo.book).one(STANDS, PERIOD) == "RETURNED"
    return demo.book


def test_a_report_that_came_back_is_corrected_and_accepted(screen: Screen, returned: Path) -> None:
    disk = Disk(returned)
    program = screen.program("--book", returned)
    screen.take("外包直报")
    until("the firm's home page", lambda: screen.title().startswith("首页"))
    screen.keep("returned-1-home")

    screen.key("ctrl+8")
    until("the monthly report", lambda: screen.title().startswith("收入与执行月报"))
    doubted = disk.one("SELECT so_revenue FROM monthly WHERE period = ?", PERIOD)
    assert isinstance(doubted, int)
    lower = doubted * 99 // 100 // 10_000 * 10_000  # hundredths of a yuan, a whole number of 元 times 100
    screen.key("F8")  # to the cell the comment is about
    screen.keep("returned-2-comment")
    screen.type(f"{lower / 1_000_000:.2f}")  # in 万元
    screen.key("Return")
    until("the figure stored", lambda: disk.one("SELECT so_revenue FROM monthly WHERE period = ?", PERIOD) == lower)
    screen.keep("returned-3-corrected")

    screen.key("ctrl+shift+Return")
    until("a second revision", lambda: disk.one("SELECT max(revision) FROM filings WHERE form = 'JLFW-04'") == 2)
    until("accepted", lambda: disk.one(STANDS, PERIOD) == "ACCEPTED")
    screen.keep("returned-4-accepted")
    until("the dialog put away", lambda: screen.key("Escape") or not screen.find("^报送$"))
    screen.run("xdotool", "windowactivate", "--sync", screen.window)
    screen.key("alt+F4")
    assert program.wait(timeout=PATIENCE) == 0


def test_what_was_typed_is_all_there_after_the_program_was_killed(
    screen: Screen, demo_of: Callable[..., journey.Demo], tmp_path: Path
) -> None:
    demo = demo_of(tmp_path / "demo", period=PERIOD, until="imported")
    disk = Disk(demo.book)
    program = screen.program("--book", demo.book)
    screen.take("外包直报")
    until("the firm's home page", lambda: screen.title().startswith("首页"))
    screen.key("ctrl+2")
    until("the contracts", lambda: screen.title().startswith("合同台账"))
    screen.key("ctrl+Home", "Right")
    names = [f"Service {number}" for number in range(1, 6)]
    for number, name in enumerate(names, start=1):
        screen.type(name)
        screen.key("Return", "Home", "Right", *["Down"] * (number < len(names)))
        until(f"{name} stored", lambda number=number: disk.one(TYPED) == number)
    screen.type("half a na")
    beside = demo.book.with_name(f"{demo.book.name}.typing")
    until("the open cell kept beside the Book", lambda: beside.exists() and "half a na" in beside.read_text("utf-8"))
    screen.keep("killed-1-typing")
    program.kill()
    program.wait()

    assert disk.one(TYPED) == len(names)
    screen.program("--book", demo.book)
    screen.take("外包直报")
    until("home again", lambda: screen.title().startswith("首页"))
    screen.keep("killed-2-recovered")
    screen.key("ctrl+2")
    until("the contracts again", lambda: screen.title().startswith("合同台账"))
    screen.keep("killed-3-contracts")
    with Book.open(demo.book, readonly=True) as book:
        kept = [row[0] for row in book.db.execute("SELECT contract_name FROM contracts ORDER BY pos LIMIT 5")]
    assert kept == names
    screen.key("ctrl+z")  # also what was typed before can still be undone
    until("the last one undone", lambda: disk.one(TYPED) == len(names) - 1)
    assert "half a na" in beside.read_text("utf-8")  # offered until she took it back or gave it up


def test_filing_goes_on_by_itself_after_the_program_was_killed_in_the_middle(
    screen: Screen, ready: journey.Demo
) -> None:
    disk = Disk(ready.book)
    program = screen.program("--book", ready.book)
    screen.take("外包直报")
    until("the firm's home page", lambda: screen.title().startswith("首页"))
    screen.key("ctrl+shift+Return")
    until("something signed", lambda: disk.one("SELECT count(*) FROM outbox"))
    program.kill()
    program.wait()
    signed = disk.one("SELECT count(*) FROM filings")
    assert disk.one("SELECT count(*) FROM receipts") != signed

    program = screen.program("--book", ready.book)
    screen.take("外包直报")
    until("a receipt for each", lambda: disk.one("SELECT count(*) FROM receipts") == signed)
    assert disk.one("SELECT count(*) FROM outbox") == 0
    assert disk.one("SELECT count(*) FROM filings") == signed  # nothing was filed twice
    screen.keep("resumed")
    screen.key("alt+F4")
    assert program.wait(timeout=PATIENCE) == 0
