"""An agency's busiest day in a real window: fifty firms checked and filed in one go, each with its receipt.

See `hands` for how the window is driven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.hands import (
    GLANCE,
    HEIGHT,
    PATIENCE,
    WIDTH,
    Disk,
    Screen,
    a_screen,  # noqa: F401  a fixture
    needs_a_screen,
    until,
    wait_for,
)
from tests.journeys.many_firms import PERIOD, make_firms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRMS, REPORTS = 50, 3
CHECKED = "SELECT max(at) FROM checked WHERE form = 'JLFW-04'"
OWED = "SELECT count(*) FROM filings WHERE id NOT IN (SELECT filing_id FROM receipts)"

pytestmark = needs_a_screen

Spot = tuple[int, int]


@pytest.fixture
def firms(tmp_path: Path) -> list[Path]:
    """Keep the books of fifty firms in one folder, and have looked at it before."""
    from desktop.settings import Settings

    made = make_firms(tmp_path / "账套", FIRMS)
    Settings(agency_folder=str(made[0].parent), theme="light").save()
    return made


@pytest.fixture
def spots(qapp, qtbot, firms: list[Path]) -> dict[str, Spot]:
    """Measure where things lie in the same window that nobody sees, at the moment each is needed."""
    from PySide6.QtCore import QPoint

    from desktop import background
    from desktop.agency.control import Order
    from desktop.agency.outcomes import Line, Outcome
    from desktop.app import dress, make_window
    from desktop.settings import load_settings

    settings = load_settings()
    dress(qapp, settings, "light")
    window = make_window(settings)
    window.resize(WIDTH, HEIGHT)
    with qtbot.waitExposed(window):
        window.show()
    window.open_book(firms[0])
    window.show_page("agency")
    page = window.page()
    qtbot.waitUntil(lambda: not page.agency.is_reading and not background.busy())
    view = window.navigation.view
    row = next(at for at, entry in enumerate(window.navigation._model.entries) if entry.page == "agency")
    found = {
        "page": view.viewport().mapTo(window, view.visualRect(view.model().index(row)).center()),
        "all": page.table.horizontalHeader().mapTo(window, QPoint(18, page.table.horizontalHeader().height() // 2)),
    }
    page.model.tick([one.path for one in page.model.rows], on=True)
    found |= {name: centre(window, getattr(page.bar, name)) for name in ("check", "file")}
    page.agency.order, page.agency.then_file, page.agency.total = Order("check", PERIOD), True, FIRMS
    page.agency.lines = [Line(path, path.stem, path.stem, Outcome.READY, "", REPORTS) for path in firms]
    page.drawer.show_job()
    qapp.processEvents()
    found["confirm"] = centre(window, page.drawer.file)
    window.close()
    window.deleteLater()
    return {name: (at.x(), at.y()) for name, at in found.items()}


def centre(window, widget):
    """Give the middle of a widget of a window."""
    return widget.mapTo(window, widget.rect().center())


def press(screen: Screen, spot: Spot, begun: Callable[[], object]) -> None:
    """Click until it had an effect: a person would see when the button is there, or no longer grey."""
    for _ in range(int(PATIENCE / GLANCE)):
        screen.click(*spot)
        if wait_for(begun, GLANCE):
            return
    pytest.fail(f"clicked at {spot} for nothing")


def everywhere(what: str, disks: list[Disk], holds: Callable[[Disk], object]) -> None:
    """Wait until something holds in every Book."""
    left = list(disks)

    def none_left() -> bool:
        while left and holds(left[-1]):
            left.pop()
        return not left

    until(what, none_left)


def test_fifty_firms_are_filed_in_one_go(screen: Screen, firms: list[Path], spots: dict[str, Spot]) -> None:
    disks = [Disk(path) for path in firms]
    program = screen.program("--book", firms[0])
    screen.take("外包直报")
    until("the firm's home page", lambda: screen.title().startswith("首页"))
    screen.click(*spots["page"])
    until("the page 全部企业", lambda: screen.title().startswith("全部企业"))
    screen.keep("agency-1-all")

    screen.click(*spots["all"])
    before = {disk.path: disk.one(CHECKED) for disk in disks}
    # The first firm is open in the window, which checks it by itself: it tells nothing of the order.
    press(screen, spots["check"], lambda: any(disk.one(CHECKED) != before[disk.path] for disk in disks[1:]))
    everywhere("every firm checked", disks, lambda disk: disk.one(CHECKED) != before[disk.path])
    screen.keep("agency-2-checked")

    before = {disk.path: disk.one(CHECKED) for disk in disks}
    press(screen, spots["file"], lambda: any(disk.one(CHECKED) != before[disk.path] for disk in disks[1:]))
    everywhere("every firm checked again", disks, lambda disk: disk.one(CHECKED) != before[disk.path])
    assert not any(disk.one("SELECT count(*) FROM filings") for disk in disks)  # nothing before the drawer was read
    screen.keep("agency-3-ready")
    press(screen, spots["confirm"], lambda: any(disk.one("SELECT count(*) FROM filings") for disk in disks))
    reports = "SELECT count(*) FROM receipts"
    everywhere("a receipt for every report", disks, lambda disk: disk.one(reports) == REPORTS)
    screen.keep("agency-4-filed")

    assert [disk.one(OWED) for disk in disks] == [0] * FIRMS
    assert [disk.one("SELECT count(*) FROM outbox") for disk in disks] == [0] * FIRMS
    screen.key("alt+F4")
    assert program.wait(timeout=PATIENCE) == 0
