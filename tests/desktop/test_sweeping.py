"""Garbage is collected by the window between two jobs, never by a job: Qt objects must end where they were made."""

from __future__ import annotations

import gc
import threading
from typing import ClassVar

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget

from desktop import background, sweeping


class Page(QObject):
    """Something of the window that is part of a cycle, like every page with a lambda as a slot."""

    ended_in: ClassVar[list[QThread]] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        Page.ended_in.append(QThread.currentThread())


def much(count: int) -> list[list[int]]:
    """Allocate so much that Python would collect by itself."""
    return [[number] for number in range(count)]


def test_a_job_that_allocates_much_does_not_collect_what_is_the_windows(qapp, qtbot):
    Page.ended_in.clear()
    Page()
    done: list[bool] = []
    background.run(lambda _job: much(2_000_000), owner=qapp, done=lambda _rows: done.append(True))
    qtbot.waitUntil(lambda: bool(done) and not background.busy())
    assert not Page.ended_in
    gc.collect()
    assert Page.ended_in == [qapp.thread()]


def test_the_window_collects_when_enough_came_together_and_no_job_runs(qapp, qtbot):
    sweeper = sweeping.Sweeper(qapp)
    gc.collect()
    assert sweeper.sweep() is None
    kept = much(sweeping.YOUNG + 100)
    go_on, ended = threading.Event(), []
    background.run(lambda _job: go_on.wait(10), owner=qapp, ended=lambda: ended.append(True))
    assert sweeper.sweep() is None
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert sweeper.sweep() is not None
    assert gc.get_count()[0] < sweeping.YOUNG
    assert kept
    sweeper.deleteLater()


class Thing:
    """Something a long list is full of."""

    left = 0

    def __init__(self) -> None:
        Thing.left += 1

    def __del__(self) -> None:
        Thing.left -= 1


def test_a_long_list_goes_a_portion_at_a_time(qapp, qtbot):
    things = [Thing() for _ in range(2 * sweeping.PORTION + 5)]
    sweeping.let_go(things)
    sweeping.let_go([Thing()])
    del things
    assert Thing.left == 2 * sweeping.PORTION + 6
    seen = []
    while Thing.left:
        qapp.processEvents()
        seen.append(Thing.left)
    assert {sweeping.PORTION + 6, 6} <= set(seen)
    qtbot.waitUntil(lambda: not sweeping._leaving)


def test_a_window_closed_in_the_middle_of_a_long_paste_closes_when_the_paste_has_ended(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTimer.singleShot(0, window.close)
    sweeping.breathe()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_timer_goes_on_while_a_long_paste_breathes(qtbot):
    del qtbot
    ticks: list[int] = []
    QTimer.singleShot(0, lambda: ticks.append(1))
    sweeping.breathe()
    assert ticks == [1]
