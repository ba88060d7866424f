"""The window stands on the screen with its title bar: at the first start, and wherever it stood last time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QStyle

from desktop.app import FRAME, SIZE, fitted, make_window
from desktop.settings import Settings


def with_frame(place: QRect) -> QRect:
    bar = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return QRect(place.left(), place.top(), place.width() + 2 * FRAME, place.height() + bar + 2 * FRAME)


@pytest.mark.parametrize("room", [QRect(0, 0, 1366, 768), QRect(0, 28, 1366, 740), QRect(1920, 0, 1280, 1024)])
@pytest.mark.parametrize("wanted", [QRect(0, 0, *SIZE), QRect(700, 400, 1366, 768), QRect(-200, -90, 2500, 1400)])
def test_no_part_of_the_frame_hangs_off_the_screen(themed, room, wanted):
    assert room.contains(with_frame(fitted(wanted, room)))


def test_a_window_that_has_room_stays_as_it_was(themed):
    wanted = QRect(100, 80, 1366, 768)
    assert fitted(wanted, QRect(0, 0, 1920, 1040)) == wanted


@pytest.mark.parametrize("remembered", [[], [0, 0, 5000, 4000], [9000, 9000, 5000, 4000]])
def test_the_window_made_fits_the_screen_there_is(themed, qtbot, remembered):
    settings = Settings()
    settings.window = remembered
    window = make_window(settings)
    qtbot.addWidget(window)
    room = QApplication.primaryScreen().availableGeometry()
    least = window.minimumSize()
    assert window.width() <= max(room.width() - 2 * FRAME, least.width())
    assert window.height() <= max(room.height() - 2 * FRAME, least.height())
    window.workspace.close()
