"""The keys that work everywhere, and what they do. Pages have keys of their own beside these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.pages.help import HelpPage
    from desktop.window import Window

PAGES = 9
FIRST_RUN_TOO = ("F1", "Ctrl+/")


class Keys(QObject):
    """Binds the global keys to a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.asked_to_check = False
        self._goes_on: bool | None = None  # the way F8 shall go once everything was checked
        self._bind_keys()

    def listed(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Return the keys that work everywhere: key, what it does, the action. The help page lists them from here."""
        return [
            ("F1", self.tr("本页的帮助"), self.show_help),
            ("Ctrl+/", self.tr("快捷键一览"), lambda: self.show_help(keys=True)),
            ("F8", self.tr("下一处问题"), lambda: self.step_problem(forward=True)),
            ("Shift+F8", self.tr("上一处问题"), lambda: self.step_problem(forward=False)),
            ("F9", self.tr("审核本期全部报表"), self.check),
            ("Ctrl+Shift+Return", self.tr("报送"), self.submit),
            ("Ctrl+K", self.tr("切换企业"), self._window.top.firm.showPopup),
            ("Ctrl+PgUp", self.tr("上一报告期"), lambda: self._turn(1)),
            ("Ctrl+PgDown", self.tr("下一报告期"), lambda: self._turn(-1)),
            ("Ctrl+F", self.tr("筛选"), self._focus_filter),
            ("Ctrl+P", self.tr("打印预览、存为 PDF"), self.print_form),
            ("Ctrl+S", self.tr("保存（每次改动都已自动保存）"), self._saved),
            ("Ctrl+Z", self.tr("撤销"), lambda: self._step_back(forward=False)),
            ("Ctrl+Y", self.tr("重做"), lambda: self._step_back(forward=True)),
        ]

    def show_help(self, *, keys: bool = False) -> None:
        """Open the manual at the page one is on (F1), or at the keys; without a firm in a window of its own."""
        here = next((name for name, page in self._window.pages.items() if page is self._window.page()), "")
        page = self._manual()
        if keys:
            page.show_keys()
        elif here != "help":
            page.show_for(here)

    def show_trouble(self, heading: str) -> None:
        """Open the manual where it explains a refusal."""
        from desktop.manual import TROUBLE

        self._manual().show_topic(TROUBLE, heading)

    def _manual(self) -> HelpPage:
        from desktop.pages.help import HelpDialog, HelpPage

        if self._window.workspace.is_open:
            self._window.show_page("help")
            page = self._window.page()
            if isinstance(page, HelpPage):
                return page
        page = HelpPage(self._window.workspace, self.listed())
        HelpDialog(page, self._window).open()
        return page

    def _bind_keys(self) -> None:
        self._window.navigation.help.clicked.connect(lambda: self.show_help())  # noqa: PLW0108  drops the signal's argument
        for key, _does, action in self.listed():
            self._bind(key, action)
        self._bind("Ctrl+Shift+Enter", self.submit)
        for number in range(1, PAGES + 1):
            self._bind(f"Ctrl+{number}", partial(self._show_nth, number - 1))

    def _bind(self, key: str, action: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self._window)
        always = key in FIRST_RUN_TOO
        shortcut.activated.connect(lambda: self._press(action, always=always))
        shortcut.activatedAmbiguously.connect(lambda: self._press(action, always=always))

    def _press(self, action: Callable[[], object], *, always: bool) -> None:
        """Commit what is being typed, then act (first run: only help has something to act on)."""
        if not self._window.workspace.is_open and not always:
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            focused.clearFocus()
        action()

    def _show_nth(self, number: int) -> None:
        pages = self._window.navigation.pages()
        if number < len(pages):
            self._window.show_page(pages[number])

    def _turn(self, by: int) -> None:
        row = self._window.top.period.currentIndex() + by
        if 0 <= row < self._window.top.period.count():
            self._window.workspace.set_period(self._window.top.period.itemData(row))

    def _focus_filter(self) -> None:
        page = self._window.page()
        if page is not None:
            page.focus_filter()

    def _saved(self) -> None:
        self._window.strip.tell(self.tr("每次改动都已自动保存，不必另存。"))

    def _step_back(self, *, forward: bool) -> None:
        page = self._window.page()
        if page is not None and page.step_back(forward=forward):
            return
        from desktop.pages.undoing import step_journal

        space, strip = self._window.workspace, self._window.strip
        form = step_journal(space.book, lambda text, _tone: strip.tell(text), forward=forward)
        if form is not None:
            space.touched(form)

    def step_problem(self, *, forward: bool) -> None:
        """Go to the next problem: on this page, else the first one of another form; check first if nobody did."""
        page, space = self._window.page(), self._window.workspace
        if page is not None and page.step_problem(forward=forward):
            return
        if not space.is_checked:  # what was mended since is no problem any more
            self._goes_on = forward
            self.check()
            return
        from desktop.next_problem import on_another_page

        found = on_another_page(space, self._window.navigation.page(), forward=forward)
        if found is not None:
            self._window.show_place(found)
        else:
            self._window.strip.tell(self.tr("没有别的问题要处理了。"))

    def go_on(self) -> None:
        """Go to the next problem after all, where it was asked for before anybody had checked."""
        forward, self._goes_on = self._goes_on, None
        if forward is not None and self._window.workspace.is_checked:
            self.step_problem(forward=forward)

    def print_form(self) -> None:
        """Open the preview of the page's form, or of the chosen filing (Ctrl+P)."""
        page = self._window.page()
        if page is None or not page.print_form():
            self._window.strip.tell(self.tr("本页没有可打印的报表；请到要打印的报表或报送记录，再按 Ctrl+P。"))

    def check(self) -> None:
        """Check the period (F9)."""
        self.asked_to_check = True
        self._window.strip.tell(self.tr("正在审核…"))
        self._window.workspace.check()

    def submit(self) -> None:
        """Open the submission page and file what is ready (Ctrl+Shift+Enter)."""
        self._window.show_page("submit")
        page = self._window.page()
        begin = getattr(page, "begin", None)
        if begin is not None:
            begin()
