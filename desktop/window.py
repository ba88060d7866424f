"""The main window: top bar, navigation, pages, status strip and the keys that work everywhere."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.catalogue_of_pages import FIRST_RUN, UNDER, PageMaker
from desktop.navigation import Navigation
from desktop.navigation_entries import Badge
from desktop.statusstrip import StatusStrip
from desktop.topbar import ADD, ALL, TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from desktop.keys import Keys
    from desktop.notices import Notices
    from desktop.pages.page import Page
    from desktop.place import Place
    from desktop.workspace import Workspace
    from forms.errors import ZhibaoError

BADGES_MS = 120  # after the last change: a hand that types does not wait for them


class Window(QMainWindow):
    """The one window of the program. ``painted`` tells once, after the first frame: what that does not need waits."""

    painted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setWindowTitle(self.tr("外包直报"))
        self.setMinimumSize(theme.px("min_width"), theme.px("min_height"))
        self.top = TopBar()
        self.navigation = Navigation()
        self.strip = StatusStrip()
        self.stack = QStackedWidget()
        self.maker = PageMaker(workspace)
        self.pages: dict[str, Page] = {}
        self._lay_out()
        self._connect()
        self.navigation.fill(self.maker.entries())
        self._show_frame(known=bool(workspace.settings.known_books()))

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        self._over = QVBoxLayout()
        self._over.setSpacing(0)
        self._over.addWidget(self.stack, 1)
        middle.addLayout(self._over, 1)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        space = self.workspace
        self.navigation.chosen.connect(self.show_page)
        self.top.bookWanted.connect(lambda path: self.open_book(Path(path)))
        self.top.actionWanted.connect(self._add_book)
        self.top.periodWanted.connect(space.set_period)
        self.top.syncWanted.connect(self._sync)
        self.top.bell.clicked.connect(lambda: self.show_page("messages"))
        space.bookChanged.connect(self._book_changed)
        space.periodChanged.connect(self._period_changed)
        space.dataChanged.connect(lambda _form: self.strip.show_saved(space.saved_at))
        space.placeWanted.connect(self.show_place)
        space.pageWanted.connect(self.show_page)
        space.bookWanted.connect(self.open_book)
        space.problem.connect(self.tell_problem)
        space.importWanted.connect(self._import)
        space.news.connect(self.strip.tell)
        space.checked.connect(lambda _result: self._tell_checked())
        space.dressing.connect(lambda: self._drop([name for name in self.pages if self.pages[name] is not self.page()]))
        space.dressed.connect(self._dressed)
        self._badges = QTimer(self, singleShot=True, interval=BADGES_MS)
        self._badges.timeout.connect(self._show_badges)
        changes = (space.bookChanged, space.periodChanged, space.dataChanged, space.checked, space.synced)
        for changed in (*changes, space.messagesSeen):
            changed.connect(lambda *_: self._badges.start())
        for moved in (space.synced, space.syncing, space.bookChanged):
            moved.connect(self._show_sync)
        self._is_painted = False
        self.painted.connect(lambda: self.keys)

    @cached_property
    def keys(self) -> Keys:
        """The keys that work everywhere."""
        from desktop.keys import Keys

        return Keys(self)

    @cached_property
    def notices(self) -> Notices:
        """The calm bars over the pages; most days there are none."""
        from desktop.notices import Notices

        made = Notices()
        self._over.insertWidget(0, made)
        return made

    # -- pages

    def page(self) -> Page | None:
        """Return the page shown."""
        shown = self.stack.currentWidget()
        return shown if shown in self.pages.values() else None  # type: ignore[return-value]

    def show_page(self, name: str) -> None:
        """Show a page, made at its first use."""
        page = self.pages.get(name)
        if page is None:
            page = self.pages[name] = self.maker.make(name, self)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.navigation.choose(name, UNDER.get(name, ""))
        page.bring_up_to_date()
        self._show_frame(known=name != FIRST_RUN)
        known = f"{page.title()} - {self.workspace.book.firm.name} - " if self.workspace.is_open else ""
        self.setWindowTitle(known + self.tr("外包直报"))

    def show_place(self, place: Place) -> None:
        """Show a place: its period, its page, its row and cell."""
        from desktop.pages.way_back import turn_to

        turn_to(self, place)
        self.show_page(place.page or self.maker.page_of(place.form))
        page = self.page()
        if page is not None:
            page.show_place(place)

    def _show_frame(self, *, known: bool) -> None:
        self.navigation.setVisible(known)
        self.top.set_firm_known(known=known, others=bool(self.workspace.settings.known_books()))
        self._fit()

    # -- Books

    def open_book(self, path: Path, *, readonly: bool = False) -> bool:
        """Open a Book; a refusal is told, with the ways on, and the present one stays."""
        from forms.errors import BookProblem

        try:
            self.workspace.open_book(path, readonly=readonly)
        except BookProblem as problem:
            self.tell_problem(problem, path)
            self._show_firms()
            return False
        if self.page() is self.pages.get(FIRST_RUN):
            self.show_page("home")  # back from adding a firm to the one that is open
        return True

    def let_go(self) -> None:
        """Close the Book and its pages, so that its file can be put in order."""
        self._drop(list(self.pages))
        self.workspace.let_go()
        self.show_page(FIRST_RUN)

    def _add_book(self, action: str) -> None:
        self._show_firms()
        if action == ALL and self.workspace.is_open:
            self.show_page("agency")
            return
        self.show_page(FIRST_RUN)
        page = self.page()
        if action != ADD and page is not None:
            page.restore()  # type: ignore[attr-defined]

    def _book_changed(self) -> None:
        self._drop(list(self.pages))
        self.navigation.fill(self.maker.entries())
        self._show_firms()
        self._period_changed(self.workspace.period)
        scheme = self.workspace.catalogue.scheme.version
        self.strip.show_scheme(scheme)
        self.strip.show_saved(self.workspace.saved_at)
        self.show_page("home")
        self.navigation.view.setFocus()

    def _show_firms(self) -> None:
        settings = self.workspace.settings
        current = str(self.workspace.book.path) if self.workspace.is_open else settings.last_book
        self.top.show_firms(settings.known_books(), current)
        self._fit()

    def _period_changed(self, period: str) -> None:
        from desktop.languages.words import period_word
        from forms import periods

        months = periods.months_between(self.workspace.book.firm.starts_on[:7], self.workspace.as_of[:7])
        self.top.show_periods([(one, period_word(one)) for one in sorted({*months, period}, reverse=True)], period)

    def _import(self, path: str) -> None:
        """Bring a workbook into the ledgers of a firm that was just added."""
        from desktop.first_workbook import bring_in

        bring_in(self, Path(path))

    def _sync(self) -> None:
        from sync.province import is_enrolled

        if self.workspace.is_open and is_enrolled(self.workspace.book):
            self.workspace.sync()
        else:
            self.strip.tell(self.tr("尚未开通报送：首次报送时输入报送码即可，现在可以照常填报和审核。"))

    # -- what is told

    def tell_problem(self, problem: ZhibaoError, path: Path | None = None) -> None:
        """Tell a problem in the words it came with, and what can be done about the Book at ``path`` (the open one)."""
        from desktop import remedies

        remedies.tell(self, problem, path)

    def _tell_checked(self) -> None:
        """Say how a check ended that somebody asked for (F9)."""
        if not self.keys.asked_to_check:
            return
        self.keys.asked_to_check = False
        from desktop.pages.submit_why import told

        self.strip.tell(told(self.workspace))
        self.keys.go_on()

    def _show_badges(self) -> None:
        """Count at the pages what is to be done, and at the bell what came since the person last looked."""
        if self.workspace.is_open:
            from desktop import messages, todo

            book, counted = self.workspace.book, todo.badges(self.workspace)
            self.navigation.set_badges({page: Badge(*counts) for page, counts in counted.items()})
            self.top.show_unseen(messages.unseen(book, messages.messages(book)))

    def _show_sync(self) -> None:
        if not self.workspace.is_open:
            return
        from desktop.exchange_state import exchange_state

        shown = exchange_state(self.workspace)
        self.top.show_sync(shown.icon, shown.tone, shown.text, shown.tip)

    # -- the window itself

    def _drop(self, names: list[str]) -> None:
        """Let go of pages: of another Book, or not shown while the style changes; they are made anew when shown."""
        for name in names:
            page = self.pages.pop(name)
            self.stack.removeWidget(page)
            page.deleteLater()

    def _dressed(self) -> None:
        """Take up another theme or font size in what was measured with the old one."""
        self.top.setFixedHeight(theme.px("top_bar"))
        self.strip.setFixedHeight(theme.px("status_bar"))
        self.navigation.fill(self.maker.entries())
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme.px("rail_below")
        self.navigation.set_rail(rail=narrow)
        self.top.set_narrow(narrow=narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first frame, once this one is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new size."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and close the Book."""
        self.workspace.settings.window = [self.x(), self.y(), self.width(), self.height()]
        self.workspace.settings.save()
        self.hide()  # closing backs the Book up, which may take a moment
        self.workspace.close()
        super().closeEvent(event)
