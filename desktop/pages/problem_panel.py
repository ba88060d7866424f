"""The panel under a grid: 审核结果 and 主管批注, each line leading to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.access import follow_selection
from desktop.figures import figure
from desktop.models.problems_model import Problem, ProblemsModel
from desktop.models.tips import plain_tip
from desktop.models.tray import TrayModel
from desktop.pages.problem_summary import summary
from desktop.phrases import Phrase, Phrases
from forms.findings import INFO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pages.problem_summary import Found

FINDINGS, COMMENTS, TRAY = 0, 1, 2
ROW_HEIGHT = 26
HEAD = 40
QWIDGETSIZE_MAX = (1 << 24) - 1


class ProblemPanel(QFrame):
    """Shows problems; `chosen` gives the one clicked.

    `exportWanted` asks for the list as a file, `clearWanted` to forget what a paste left to do,
    `explainWanted` for a place to write the explanation of the warning marked.
    """

    chosen = Signal(object)
    exportWanted = Signal()
    clearWanted = Signal()
    explainWanted = Signal()
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.models = (ProblemsModel(self), ProblemsModel(self), TrayModel(self))
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("审核结果"))
        self.tabs.addTab(self.tr("主管批注"))
        self.tabs.setTabVisible(self.tabs.addTab(self.tr("粘贴待处理")), False)
        self.summary = Phrases(self)
        self.table = self._make_table()
        self.empty = QLabel(self)
        self.empty.setProperty("role", "second")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(12, 6, 0, 0)
        self._empty_texts = [self.tr("尚未审核。按 F9 审核本表。"), self.tr("没有主管部门的批注。"), ""]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_head())
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        layout.addSpacing(theme.px("space1"))
        self._column = layout
        self.tabs.currentChanged.connect(self._show_tab)
        self._show_tab(FINDINGS)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def set_findings(self, problems: Sequence[Problem], found: Found, checked_at: str) -> None:
        """Show findings, so many as `found` counts, of a check made at `checked_at` ("" = not checked yet)."""
        self.models[FINDINGS].put(problems)
        self._said = summary(found, checked_at)
        self.summary.say(self._said)
        if checked_at:
            self._empty_texts[FINDINGS] = self.tr("没有需要修改或说明的地方。")
        else:
            self._empty_texts[FINDINGS] = self.tr("尚未审核。按 F9 审核本表。")
        self._show_tab(self.tabs.currentIndex())

    def set_comments(self, problems: Sequence[Problem]) -> None:
        """Show the authority's comments."""
        self.models[COMMENTS].put(problems)
        count = f" {figure(len(problems))}" if problems else ""
        self.tabs.setTabText(COMMENTS, self.tr("主管批注") + count)
        self._show_tab(self.tabs.currentIndex())

    def set_tray(self, problems: Sequence[Problem], *, show: bool = False) -> None:
        """Show what the newest paste left to do, in a tab that is there as long as something is left."""
        self.models[TRAY].put(problems)
        self.tabs.setTabText(TRAY, self.tr("粘贴待处理") + f" {figure(len(problems))}")
        self.tabs.setTabVisible(TRAY, bool(problems))
        if show and problems:
            self.tabs.setCurrentIndex(TRAY)
        elif not problems and self.tabs.currentIndex() == TRAY:
            self.tabs.setCurrentIndex(FINDINGS)
        self._show_tab(self.tabs.currentIndex())

    def problems(self) -> list[Problem]:
        """What F8 walks over, in the order of the grid: what must be mended or explained; notes where nothing is."""
        both = [*self.models[FINDINGS].problems, *self.models[COMMENTS].problems]
        open_ones = (problem for problem in both if problem.pos and not problem.explained)
        placed = sorted(open_ones, key=lambda one: (one.pos, one.column))
        return [problem for problem in placed if problem.severity != INFO] or placed

    def follow(self, cell: tuple[str, str] | None) -> None:
        """Highlight what is said of a cell (uid, field) one came to; None where nothing is."""
        tab = self.tabs.currentIndex()
        found = None
        if cell is not None:
            lines = [*self.models[tab].problems, *self.models[FINDINGS].problems, *self.models[COMMENTS].problems]
            found = next((one for one in lines if (one.uid, one.field) == cell), None)
        self.marked = None
        self.explain_button.setVisible(self._is_explained_here())
        if found is not None and (tab != TRAY or found in self.models[TRAY].problems):
            self.mark(found)
        elif self._is_folded:
            self.summary.say(self._said)

    def mark_again(self, cell: tuple[str, str] | None) -> None:
        """Highlight, in lists just made anew, the line marked before, or else one of the current cell (uid, field)."""
        lines, was = self.models[self.tabs.currentIndex()].problems, self.marked
        again = [one for one in lines if was and (one.uid, one.field, one.rule) == (was.uid, was.field, was.rule)]
        found = again or [one for one in lines if (one.uid, one.field) == cell]
        if found:
            self.mark(found[0])

    def mark(self, problem: Problem) -> None:
        """Highlight the line of a problem that was gone to; folded, the head line says it."""
        self.marked = problem
        self.explain_button.setVisible(self._is_explained_here())
        if self._is_folded:
            where = self.models[FINDINGS].where(problem)
            token = {"comment": "brand", "info": "text2"}.get(problem.severity, problem.severity)
            self.summary.say([Phrase(f"{where} {problem.label}：{problem.text}", token)])
            self.summary.setToolTip(plain_tip(problem.text))
        for tab, model in enumerate(self.models):
            if problem in model.problems:
                self.tabs.setCurrentIndex(tab)
                row = model.problems.index(problem)
                self.table.selectRow(row)
                self.table.scrollTo(model.index(row, 1))

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001 - a switch
        """Show only the head line."""
        self._is_folded = folded
        self._fold.setIcon(theme.icon("chevron-up" if folded else "chevron-down", "brand"))
        self._fold.setAccessibleName(self.tr("展开") if folded else self.tr("收起"))
        self._fold.setToolTip(self._fold.accessibleName())
        self._show_tab(self.tabs.currentIndex())
        self._fit()
        self.folded.emit(folded)

    def minimumSizeHint(self) -> QSize:
        """At least the head line, and what one writes of a problem."""
        below = 0 if self._below is None or self._below.isHidden() else self._below.sizeHint().height()
        listed = max(2 * ROW_HEIGHT, self.table.minimumSizeHint().height() + 8 if below else 0)
        return QSize(300, HEAD + (2 if self._is_folded else listed) + below)

    def _fit(self) -> None:
        self.setMaximumHeight(self.minimumSizeHint().height() if self._is_folded else QWIDGETSIZE_MAX)
        self.updateGeometry()

    @property
    def is_folded(self) -> bool:
        """True while only the head line shows."""
        return self._is_folded

    # -- inside ----------------------------------------------------------------------------------------------------

    _is_folded = False
    marked: Problem | None = None
    can_explain = True
    _below: QWidget | None = None
    _widths: tuple[int, ...] = ()
    _said: Sequence[Phrase] = ()

    def _make_head(self) -> QHBoxLayout:
        self._hint = QLabel(self.tr("F8 下一处 · Shift+F8 上一处"), self)
        self._hint.setProperty("role", "caption")
        export = QPushButton(self.tr("导出清单"), self)
        export.setProperty("role", "link")
        export.clicked.connect(self.exportWanted)
        self.export_button = export
        self.clear_button = QPushButton(self.tr("清空"), self)
        self.clear_button.setProperty("role", "link")
        self.clear_button.clicked.connect(self.clearWanted)
        self.explain_button = QPushButton(self.tr("写说明  Shift+F2"), self)
        self.explain_button.setProperty("role", "link")
        self.explain_button.setToolTip(self.tr("核实无误的写明原因，随报表上报；有误的请修改"))
        self.explain_button.clicked.connect(lambda: self.explainWanted.emit())  # noqa: PLW0108  drops the argument
        self.explain_button.hide()
        self._fold = QToolButton(self)
        self._fold.setIcon(theme.icon("chevron-down", "brand"))
        self._fold.setAccessibleName(self.tr("收起"))
        self._fold.setToolTip(self.tr("收起"))
        self._fold.clicked.connect(lambda: self.set_folded(not self._is_folded))
        head = QHBoxLayout()
        head.setContentsMargins(0, 2, 0, 2)
        head.setSpacing(theme.px("space2"))
        head.addWidget(self.tabs)
        head.addWidget(self.summary, 1)
        for widget in (self.explain_button, self._hint, self.clear_button, export, self._fold):
            head.addWidget(widget)
        return head

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setProperty("role", "flat")
        table.setAccessibleName(self.tr("问题清单"))
        table.setModel(self.models[FINDINGS])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setFixedHeight(ROW_HEIGHT)
        table.horizontalHeader().setHighlightSections(False)
        follow_selection(table, self._pick)
        table.selectionModel().currentRowChanged.connect(self._unfold)
        table.clicked.connect(self._pick)
        table.activated.connect(self._pick)
        return table

    def _pick(self, index: QModelIndex) -> None:
        model = self.models[self.tabs.currentIndex()]
        if 0 <= index.row() < len(model.problems):
            self.chosen.emit(model.problems[index.row()])

    def _show_tab(self, tab: int) -> None:
        model = self.models[tab]
        if self.table.model() is not model:
            self.table.setModel(model)
            follow_selection(self.table, self._pick)
            self.table.selectionModel().currentRowChanged.connect(self._unfold)
            self._widths = ()
        if model.widths != self._widths:
            self._widths = model.widths
            for column, width in enumerate(model.widths):
                self.table.setColumnWidth(column, width)
        filled = bool(model.problems)
        self.table.setVisible(filled and not self._is_folded)
        self.empty.setVisible(not filled and not self._is_folded)
        self.empty.setText(self._empty_texts[tab])
        self.export_button.setEnabled(bool(self.models[FINDINGS].problems))
        self.export_button.setVisible(tab != TRAY)
        self.clear_button.setVisible(tab == TRAY)

    def _unfold(self, now: QModelIndex, before: QModelIndex) -> None:
        """Show the whole sentence of the line one is at, and of no other."""
        if before.isValid():
            self.table.setRowHeight(before.row(), ROW_HEIGHT)
        if now.isValid():
            last = now.siblingAtColumn(now.model().columnCount() - 1)
            room = QRect(0, 0, self.table.columnWidth(last.column()) - 2 * theme.px("space2"), 0)
            text = self.table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, last.data())
            self.table.setRowHeight(now.row(), max(ROW_HEIGHT, text.height() + theme.px("space2")))

    def put_below(self, widget: QWidget) -> None:
        """Put what one writes of a problem under the list; it may hide."""
        self._below = widget
        self._column.insertWidget(self._column.count() - 1, widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for what came below, or take it back."""
        if watched is self._below and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def _is_explained_here(self) -> bool:
        return self.can_explain and self.marked is not None and self.marked.severity == "warning"

    def resizeEvent(self, event: object) -> None:
        """Leave the key hint out where there is no room for it."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._hint.setVisible(self.width() > 720)  # noqa: PLR2004 - tabs, summary and the two buttons need that much
