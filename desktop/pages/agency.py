"""全部企业: every firm of an agency, where its reports stand, and one order for many of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from desktop.agency.agency import agency_of
from desktop.agency.outcomes import Outcome
from desktop.agency.rows import by_form, by_month, filter_word
from desktop.languages import spoken
from desktop.pages.agency_bar import AgencyBar
from desktop.pages.agency_drawer import JobDrawer
from desktop.pages.agency_menus import AgencyMenus
from desktop.pages.agency_model import FIRST, AgencyModel
from desktop.pages.agency_table import AgencyTable
from desktop.pages.page import Page
from desktop.pieces import ElidedLabel, button, label, row
from desktop.place import Place

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.agency.outcomes import Line
    from desktop.agency.rows import Column
    from desktop.workspace import Workspace
    from forms.cabinet import FirmStand

_WIDE = 1000
_DRAWER, _NARROW_DRAWER = 340, 290


class AgencyPage(Page):
    """The matrix of all firms, its filters, its orders and the drawer of the batch under way."""

    icon_name = "firms"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.agency = agency_of(workspace)
        self.model = AgencyModel(self.agency, self._columns())
        self.table = AgencyTable(self.model)
        self.bar = AgencyBar(self.agency)
        self.drawer = JobDrawer(self.agency)
        self.where = ElidedLabel(role="caption")
        self.stack = QStackedWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)  # rows come many a second; their counts need not
        self._soon.timeout.connect(self._show_counts)
        self.menus = AgencyMenus(self)
        self._build()
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("全部企业")

    # -- layout

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.bar)
        frame = QFrame()
        frame.setProperty("role", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        foot = row(self.where, button(self.tr("换文件夹"), "folder", "link", self.menus.choose_folder))
        foot.setStretch(0, 1)
        foot.setContentsMargins(12, 4, 8, 4)
        inner.addLayout(foot)
        self.stack.addWidget(frame)
        self.stack.addWidget(self._nothing())
        body = row(self.stack, self.drawer, spacing=12)
        body.setStretch(0, 1)
        column.addLayout(body, 1)

    def _nothing(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.addStretch(2)
        self.empty_words = label(role="second", wrap=True)
        actions = row(
            0,
            button(self.tr("添加一家企业"), "add", "primary", self.menus.add_one),
            button(self.tr("从 Excel 批量添加"), "import", "", self.menus.add_many),
            button(self.tr("选择账套文件夹"), "folder", "", self.menus.choose_folder),
            0,
        )
        words = row(0, self.empty_words, 0)
        column.addLayout(words)
        column.addSpacing(8)
        column.addLayout(actions)
        column.addStretch(3)
        return frame

    def _connect(self) -> None:
        agency, bar = self.agency, self.bar
        bar.changed.connect(self._narrowed)
        bar.columnsChanged.connect(self._turn)
        bar.checkWanted.connect(lambda: agency.start("check", self.chosen()))
        bar.fileWanted.connect(lambda: agency.start("check", self.chosen(), then_file=True))
        bar.syncWanted.connect(lambda: agency.start("sync", self.chosen()))
        bar.menuWanted.connect(self.menus.show)
        self.table.opened.connect(self._open)
        self.model.ticksChanged.connect(self._show_counts)
        self.drawer.fileWanted.connect(self._file)
        self.drawer.firmWanted.connect(self._open_line)
        agency.listed.connect(self._listed)
        agency.stood.connect(self._stood)
        agency.readingChanged.connect(self._reading)
        agency.jobChanged.connect(self._show_counts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the drawer what the matrix can spare."""
        super().resizeEvent(event)
        self.drawer.setFixedWidth(_DRAWER if self.width() >= _WIDE else _NARROW_DRAWER)

    # -- content

    def bring_up_to_date(self) -> None:
        """Read what has changed; the page needs no open Book."""
        self.stale = False
        self.refresh()

    def refresh(self) -> None:
        """Show what is known at once, and read the rest in the background."""
        self._turn()
        self.agency.refresh()

    def _columns(self) -> list[Column]:
        from forms.catalogue import load_catalogue

        if self.agency.month_form:
            return by_month(self.agency.month_form, self.agency.period)
        return by_form(spoken(load_catalogue()), self.agency.period, self.agency.stands.values())

    def _turn(self) -> None:
        """Show another period or other columns."""
        self.model.set_columns(self._columns())
        self.bar.show_periods()
        if self.workspace.is_open and self.workspace.period != self.agency.period:
            self.workspace.set_period(self.agency.period)
        self._show_counts()

    def _narrowed(self) -> None:
        self.model.fill()
        self._show_counts()

    def _listed(self) -> None:
        self.model.fill()
        self._soon.start()

    def _stood(self, stands: list[FirmStand]) -> None:
        if not self.model.take(stands) and not self.agency.is_reading:
            self.model.fill()
        if not self._soon.isActive():
            self._soon.start()

    def _reading(self, on: bool) -> None:  # noqa: FBT001  a signal's argument
        """When all are read, put them in order once."""
        if not on:
            self.model.fill()
        self._show_counts()
        if not on and (columns := self._columns()) != self.model.columns:
            self.model.set_columns(columns)

    def _show_counts(self) -> None:
        agency = self.agency
        self.bar.show_counts(agency.counts(), len(self.model.ticked()), len(self.model.rows))
        self.bar.show_periods()
        reading = self.tr("，正在读取…") if agency.is_reading else ""
        said = self.tr("%1　共 %2 家，列出 %3 家").replace("%1", str(agency.folder))
        self.where.setText(
            said.replace("%2", str(len(agency.stands))).replace("%3", str(len(self.model.rows))) + reading
        )
        empty = not self.model.rows and not agency.is_reading
        self.stack.setCurrentIndex(1 if empty else 0)
        if empty:
            self.empty_words.setText(self._why_empty(bool(agency.stands)))

    def _why_empty(self, any_firm: bool) -> str:  # noqa: FBT001  one flag, one call
        if any_firm:
            text = self.tr("没有符合“%1”的企业。换一个筛选或搜索词，就能看到其余企业。")
            return text.replace("%1", self.agency.search or filter_word(self.agency.narrow))
        text = self.tr("这个文件夹里还没有账套：%1")
        return text.replace("%1", str(self.agency.folder))

    def focus_filter(self) -> None:
        """Give the focus to the search."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    # -- one firm

    def _open(self, at: int, column: int) -> None:
        stand = self.model.rows[at]
        if stand.firm is None:
            from desktop.pages.agency_remedies import tell_way_on

            tell_way_on(self, stand, self.agency)
            return
        pill = column - FIRST
        if 0 <= pill < len(self.model.columns):
            shown = self.model.columns[pill]
            self._go(stand.path, lambda: self.workspace.go(Place(shown.form, shown.period)))
        else:
            self._go(stand.path, partial(self.workspace.pageWanted.emit, "home"))

    def _open_line(self, line: Line) -> None:
        if line.outcome in (Outcome.BLOCKED, Outcome.READY, Outcome.UNBOUND):
            self._go(line.path, partial(self.workspace.pageWanted.emit, "submit"))
        else:
            self._go(line.path, partial(self.workspace.pageWanted.emit, "records"))

    def _go(self, path: object, then: object) -> None:
        """Open a firm's Book in the window and show a place there."""
        from forms.errors import BookProblem

        space, period = self.workspace, self.agency.period
        try:
            space.open_book(path)  # type: ignore[arg-type]
        except BookProblem as problem:
            space.problem.emit(problem)
            return
        space.set_period(period)
        then()  # type: ignore[operator]

    # -- many firms

    def chosen(self) -> list[FirmStand]:
        """Return the ticked firms that are shown, or all shown; what cannot be read is left out."""
        found = self.model.ticked() or self.model.rows
        return [one for one in found if one.firm is not None]

    def _file(self) -> None:
        """File the firms that the check before found ready: the drawer has shown them."""
        agency = self.agency
        ready = [one.path for one in agency.lines if one.outcome is Outcome.READY]
        agency.start("file", [agency.stands[path] for path in ready if path in agency.stands])
