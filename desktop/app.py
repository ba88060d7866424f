"""Start the window: parse the command line, dress the program, show a frame, then open the Book.

The order is for speed: nothing that the first painted frame does not need is imported or read before it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop import background, languages, sweeping, theme
from desktop.settings import Settings, cache_folder, home, load_settings
from desktop.window import Window
from desktop.workspace import Workspace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from desktop.instance import Instance
    from desktop.recovery import Left

SIZE = (1366, 768)  # of the first start, where the screen has room for it
FRAME, BAR = 4, 40  # px a window manager draws at most round a window and above it; before it did, nobody knows
UNSEEN_MS = 2000  # a window that is started minimized, or behind another, is not painted and must begin all the same


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """Read the window's command line."""
    import argparse

    parser = argparse.ArgumentParser(prog="python -m desktop", description="外包直报")
    parser.add_argument("--demo", nargs="?", const="", metavar="DIR", help="open the demo firm, made in DIR if need be")
    parser.add_argument("--book", type=Path, help="open this Book")
    parser.add_argument("--theme", choices=("light", "dark", "system"), help="for this start only")
    parser.add_argument("--page", metavar="NAME", help="show this page first (home, form:JLFW-02, submit, records …)")
    return parser.parse_args(list(argv))


def mode_of(wanted: str) -> str:
    """Return light or dark: as chosen, or as the system has it."""
    if wanted in ("light", "dark"):
        return wanted
    scheme = QApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def dress(application: QApplication, settings: Settings, mode: str | None = None) -> None:
    """Give the program its look."""
    application.setApplicationName(languages.translate("App", "外包直报"))
    cache, look = cache_folder() / "theme", mode_of(mode or settings.theme)
    theme.apply(application, look, settings.font_factor, cache, settings.row_height)
    application.setWindowIcon(theme.icon("logo", "brand"))


def make_window(settings: Settings) -> Window:
    """Return the window in the place it had last time, as far as the screen has room for it; no Book open yet."""
    window = Window(Workspace(settings))
    known = len(settings.window) == len(("x", "y", "width", "height"))
    left, top, width, height = settings.window if known else (0, 0, *SIZE)
    there = QApplication.screenAt(QPoint(left + width // 2, top + 20)) if known else None  # None: that screen is gone
    room = (there or QApplication.primaryScreen()).availableGeometry()
    place = fitted(QRect(left, top, width, height), room)
    window.resize(place.size())
    if there is not None:
        window.move(place.topLeft())
    return window


def fitted(wanted: QRect, room: QRect) -> QRect:
    """Clip a window, placed by its frame and sized without it, so that it stands in `room` with title bar and edges."""
    width, height = min(wanted.width(), room.width() - 2 * FRAME), min(wanted.height(), room.height() - BAR - FRAME)
    left = max(room.left(), min(wanted.left(), room.right() + 1 - width - 2 * FRAME))
    top = max(room.top(), min(wanted.top(), room.bottom() + 1 - height - BAR - FRAME))
    return QRect(left, top, width, height)


def _open_first(window: Window, arguments: argparse.Namespace) -> None:
    """Open what was asked for, else the Book of last time, else begin."""
    settings = window.workspace.settings
    if arguments.demo is not None:
        from desktop.demo import open_demo

        open_demo(window.workspace, Path(arguments.demo) if arguments.demo else None)
    else:
        known = settings.known_books()
        path = arguments.book or (Path(known[0].path) if known else None)
        if path is None or not window.open_book(path):
            window.show_page("first-run")
    if arguments.page:
        window.show_page(arguments.page)


def _take_calls(window: Window) -> Instance:
    from desktop.instance import Instance

    space = window.workspace

    def come_to_front(book: str) -> None:
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if book:
            window.open_book(Path(book))

    instance = Instance()
    instance.called.connect(come_to_front)
    instance.listen()

    def hold() -> None:
        from forms import journal

        instance.hold(space.book.path, journal.last_seq(space.book))

    space.bookChanged.connect(hold)
    space.closing.connect(instance.close)  # the last backup takes a moment in which nobody could be answered
    if space.is_open:
        hold()
    return instance


def follow_system(application: QApplication, window: Window) -> None:
    """Change between light and dark with the system, while the settings say to follow it."""
    space = window.workspace

    def changed() -> None:
        if space.settings.theme == "system":
            space.dressing.emit()
            dress(application, space.settings)
            space.dressed.emit()

    application.styleHints().colorSchemeChanged.connect(changed)


def _look_after(window: Window, left: Left | None) -> None:
    """Say what there is to say of the Books that are opened, and back them up."""
    from desktop import network, safekeeping
    from desktop.book_notices import BookNotices
    from desktop.resuming import Resuming
    from desktop.unwritten import UnwrittenKeeper

    if window.workspace.settings.proxy != network.SYSTEM:
        network.apply_proxy(window.workspace.settings)
    BookNotices(window, left)
    Resuming(window)  # after the notices: these clear the bars of the Book before
    UnwrittenKeeper(window)
    window.workspace.bookChanged.connect(lambda: safekeeping.catch_up(window.workspace))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed."""
    arguments = parsed(sys.argv[1:] if argv is None else argv)
    application = theme.make_application(sys.argv[0])
    left = None
    if (home() / "running").exists():
        from desktop import recovery
        from desktop.instance import call_running

        if call_running(arguments.book and arguments.book.resolve()):
            return 0
        left = recovery.left_behind()
    from desktop import bugs

    sweeping.stay_responsive(application)
    settings = load_settings()
    languages.speak(application, languages.wanted(settings.language, os.environ))
    dress(application, settings, arguments.theme)
    window = make_window(settings)
    bugs.install(window.tell_problem)
    window.show()
    instance: list[Instance] = []

    def after_the_first_frame() -> None:
        languages.speak_for_qt(application)
        _look_after(window, left)
        if arguments.theme is None:
            follow_system(application, window)
        _open_first(window, arguments)
        instance.append(_take_calls(window))
        sweeping.settle()

    first = QTimer(window, singleShot=True, interval=UNSEEN_MS)
    first.timeout.connect(after_the_first_frame)
    window.painted.connect(lambda: first.isActive() and first.start(0))
    first.start()
    status = application.exec()
    from desktop.demo import close_provinces

    close_provinces()
    for listener in instance:
        listener.close()
    if not background.finish():
        os._exit(status)  # a request hangs in the network; what matters is in the Book, which survives even a kill
    return status
