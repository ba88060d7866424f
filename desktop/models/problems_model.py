"""The lines of the problem panel: findings of the check, or comments of the authority, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop import theme
from desktop.models.roles import DISPLAY, Index
from desktop.models.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

ICONS = {
    "error": ("error", "error"),
    "warning": ("warning", "warning"),
    "info": ("info", "text3"),
    "comment": ("comment", "brand"),
}
LONGEST_SHEET = 6  # letters of a sheet's name that a line shows; the tip has them all
ORDER = {"error": 0, "warning": 1, "info": 2, "comment": 0}


@dataclass(frozen=True, slots=True)
class Problem:
    """One line: where it is (row number, field), its rule or author, and its sentence.

    `explained` is a warning whose explanation is written, `elsewhere` what is of another month than the shown one.
    """

    severity: str
    uid: str
    field: str
    pos: int
    column: int
    label: str
    rule: str
    text: str
    period: str = ""
    address: str = ""
    explained: bool = False
    elsewhere: bool = False

    def sort_key(self) -> tuple[bool, float, int, int]:
        """The shown month first; what must be mended first, what was explained after what was not; then by place."""
        return (self.elsewhere, ORDER.get(self.severity, 9) + self.explained / 2, self.pos, self.column)

    @property
    def urgent(self) -> bool:
        """True for what must be mended or answered before filing; F8 leaves the rest until these are gone."""
        return self.severity in ("error", "comment")


class ProblemsModel(QAbstractTableModel):
    """Problems in the order of the grid. Columns: icon, 位置, 栏目, 代码, 说明."""

    widths: tuple[int, ...] = (46, 76, 146, 72)
    wider = 178  # of 位置, where a line has its cell in the file, too

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: list[Problem] = []

    def put(self, problems: Sequence[Problem]) -> None:
        """Show `problems`, sorted by place."""
        self.beginResetModel()
        self.problems = sorted(problems, key=Problem.sort_key)
        self._fit()
        self.endResetModel()

    def _fit(self) -> None:
        icon, place, *others = type(self).widths
        self.widths = (icon, self.wider if any(one.address for one in self.problems) else place, *others)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Lines."""
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Five columns."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Text, icon and the words a screen reader says."""
        if not index.isValid():
            return None
        problem = self.problems[index.row()]
        column = index.column()
        if role == DISPLAY:
            return ("", self.placed(problem), problem.label, problem.rule, self.said(problem))[column]
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return theme.icon(*(("done", "accepted") if problem.explained else ICONS[problem.severity]))
        if role == Qt.ItemDataRole.ToolTipRole and column:
            return plain_tip("\n".join(filter(None, (problem.text, problem.address))))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return self.tr("核实，已写说明") if problem.explained else self._word(problem.severity)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return self.titles()[section]

    def titles(self) -> tuple[str, ...]:
        """Titles of the columns."""
        return self.tr("级别"), self.tr("位置"), self.tr("栏目"), self.tr("代码"), self.tr("说明", "column")

    def where(self, problem: Problem) -> str:
        """The place as people name it: 第5行; the whole form without a row."""
        return self.tr("第%1行").replace("%1", str(problem.pos)) if problem.pos else self.tr("全表")

    def placed(self, problem: Problem) -> str:
        """The place in the Book and in the file it came from: 第5行 · 合同台账!F17; a long sheet's name is cut."""
        sheet, _, cell = problem.address.rpartition("!")
        if not cell:
            return self.where(problem)
        sheet = sheet if len(sheet) <= LONGEST_SHEET else f"{sheet[: LONGEST_SHEET - 1]}…"
        return f"{self.where(problem)} · {sheet}!{cell}"

    def said(self, problem: Problem) -> str:
        """The sentence; what was explained says so."""
        return self.tr("已说明：%1").replace("%1", problem.text) if problem.explained else problem.text

    def _word(self, severity: str) -> str:
        words = {
            "error": self.tr("错误，须修改"),
            "warning": self.tr("核实，可说明后报送"),
            "info": self.tr("提示，不影响报送"),
            "comment": self.tr("主管批注"),
        }
        return words[severity]
