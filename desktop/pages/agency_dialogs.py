"""Adding firms to 全部企业: one by hand, many from an Excel list; the list's template; the matrix as a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from desktop import background
from desktop.languages import spoken
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import button, label, row, set_role
from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.agency.agency import Agency
    from desktop.background import Job
    from forms.errors import ZhibaoError
    from forms.founding import Founded
    from forms.workbook.firm_list import FirmList

_DIVISION = slice(2, 8)
_EXCEL = "Excel (*.xlsx)"


@dataclass(frozen=True, slots=True)
class _Typed:
    """A firm typed by hand."""

    uscc: str
    name: str
    division: str
    starts_on: str | None


class AddFirmDialog(QDialog):
    """One firm more: code, name, division, and from which month it reports here."""

    def __init__(self, agency: Agency, parent: QWidget) -> None:
        super().__init__(parent)
        self._agency = agency
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("添加一家企业"))
        self.setMinimumWidth(460)
        self.code, self.name, self.starts_on = QLineEdit(), QLineEdit(), QLineEdit()
        self.division = QComboBox()
        self.verdict = label(role="caption", wrap=True)
        self.make = button(self.tr("建立账套"), "add", "primary", self._make)
        self._build()
        self.code.textChanged.connect(self._judge)
        self.name.textChanged.connect(self._judge)
        self._judge()

    def _build(self) -> None:
        from forms.catalogue import load_catalogue

        for one in spoken(load_catalogue()).codelist("divisions"):
            self.division.addItem(one.label, one.code)
        self.division.setCurrentIndex(-1)
        self.division.activated.connect(self._judge)
        self.starts_on.setPlaceholderText(self.tr("不填则从当年1月起，如 2026-03"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(label(self.tr("添加一家企业"), "h2"))
        fields = (
            (self.tr("统一社会信用代码"), self.code, True),
            (self.tr("企业名称"), self.name, True),
            (self.tr("属地"), self.division, True),
            (self.tr("起报月份"), self.starts_on, False),
        )
        for text, box, required in fields:
            caption = label(text, "second")
            caption.setBuddy(box)
            box.setAccessibleName(self.tr("%1，必填").replace("%1", text) if required else text)
            column.addWidget(caption)
            column.addWidget(box)
        column.addWidget(self.verdict)
        where = self.tr("账套建在 %1").replace("%1", str(self._agency.folder))
        column.addWidget(label(where, "caption", wrap=True))
        column.addLayout(row(0, button(self.tr("取消"), clicked=self.reject), self.make))

    def _judge(self) -> None:
        from forms.creditcode import check_credit_code
        from forms.founding import cleaned_code

        code = cleaned_code(self.code.text())
        fault = check_credit_code(code) if code else None
        if code and fault is None and self.division.currentIndex() < 0:
            at = self.division.findData(code[_DIVISION])
            self.division.setCurrentIndex(at if at >= 0 else self.division.findData(f"{code[2:6]}00"))
        self.verdict.setText(fault.sentence if fault else self.tr("✓ 校验位正确") if code else "")
        set_role(self.verdict, "error" if fault else "ok")
        ready = bool(code) and fault is None and bool(self.name.text().strip()) and self.division.currentIndex() >= 0
        self.make.setEnabled(ready)

    def _make(self) -> None:
        from forms import periods
        from forms.founding import cleaned_code, found

        month = self.starts_on.text().strip()
        try:
            starts_on = periods.first_day(periods.parse_period(month)) if month else None
            code = cleaned_code(self.code.text())
            found(self._agency.folder, _Typed(code, self.name.text(), self.division.currentData(), starts_on))
        except InputRefused as refused:
            self.verdict.setText(refused.message)
            set_role(self.verdict, "error")
            return
        self._agency.refresh()
        self.accept()


class ListDialog(QDialog):
    """What an Excel list holds: the firms that will get Books, and each refused line with its cell and reason."""

    def __init__(self, agency: Agency, path: Path, found: FirmList, parent: QWidget) -> None:
        super().__init__(parent)
        self._agency, self._found = agency, found
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("从 Excel 批量添加"))
        self.resize(720, 460)
        text = self.tr("%1：可以建立 %2 家，拒收 %3 行").replace("%1", path.name)
        text = text.replace("%2", str(len(found.firms))).replace("%3", str(len(found.refused)))
        self.head = label(text, "h3", wrap=True)
        self.model = TextModel((self.tr("单元格"), self.tr("内容"), self.tr("结果")))
        rows: list[Sequence[str]] = [(f"{found.sheet}!{one.cell}", one.text, one.reason) for one in found.refused]
        rows += [(f"{found.sheet}!{one.row}", one.name, self.tr("将建立账套")) for one in found.firms]
        self.model.fill(rows)
        table = plain_table(self.model, self.tr("名单"), stretch=2)
        table.setColumnWidth(0, 110)
        table.setColumnWidth(1, 230)
        self.note = label(self.tr("拒收的行不影响其余企业；改好后可以用同一个文件再导入一次。"), "caption", wrap=True)
        self.make = button(self.tr("建立 %1 家").replace("%1", str(len(found.firms))), "add", "primary", self._make)
        self.make.setEnabled(bool(found.firms))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        for widget in (self.head, table, self.note):
            column.addWidget(widget, 1 if widget is table else 0)
        column.addLayout(row(0, button(self.tr("关闭"), clicked=self.reject), self.make))

    def _make(self) -> None:
        from forms.founding import found_all

        folder, firms = self._agency.folder, self._found.firms
        self.make.setEnabled(False)
        self._job = background.run(
            lambda job: found_all(folder, firms, job.report, job.cancelled),
            owner=self,
            progress=lambda done: self.make.setText(self.tr("正在建立 %1").replace("%1", f"{done + 1}/{len(firms)}")),
            done=self._made,
        )

    def _made(self, founded: Founded) -> None:
        self._agency.refresh()
        if not founded.refused:
            text = self.tr("已建立 %1 家企业的账套。").replace("%1", str(len(founded.made)))
            self._agency.workspace.news.emit(text)
            self.accept()
            return
        self.model.fill([("", name, why) for name, why in founded.refused])
        text = self.tr("已建立 %1 家，%2 家没有建成").replace("%1", str(len(founded.made)))
        self.head.setText(text.replace("%2", str(len(founded.refused))))
        self.make.hide()

    def reject(self) -> None:
        """Closing stops before the next firm; what is made stays."""
        if self._job is not None:
            self._job.cancel()
        super().reject()


def add_from_list(agency: Agency, parent: QWidget) -> None:
    """Ask for a list, read it in the background and show what it holds."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, parent.tr("选择企业名单"), "", _EXCEL)
    if chosen:
        read_list(agency, Path(chosen), parent)


def read_list(agency: Agency, path: Path, parent: QWidget) -> None:
    """Read a list in the background and show what it holds."""
    from forms.workbook.firm_list import read_firm_list

    taken = {one.uscc: one.name for one in agency.stands.values() if one.uscc}
    background.run(
        lambda _job: read_firm_list(path, taken),
        owner=parent,
        done=lambda found: ListDialog(agency, path, found, parent).open(),
        failed=agency.workspace.problem.emit,
    )


def save_template(agency: Agency, parent: QWidget) -> None:
    """Write the empty list where the person says."""
    from forms.workbook.firm_list import write_firm_template

    title, name = parent.tr("保存企业名单模板"), parent.tr("企业名单.xlsx")
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, name, _EXCEL)
    if chosen:
        target = Path(chosen).with_suffix(".xlsx")
        _written(agency, parent, target, lambda: write_firm_template(target))


def export_rows(agency: Agency, parent: QWidget, heads: list[str], rows: list[list[str]]) -> None:
    """Write what the matrix shows into a workbook."""
    from forms.workbook.plain_list import write_list

    name = parent.tr("全部企业%1.xlsx").replace("%1", agency.period)
    chosen, _filter = QFileDialog.getSaveFileName(parent, parent.tr("导出当前列表"), name, _EXCEL)
    if chosen:
        target = Path(chosen).with_suffix(".xlsx")
        _written(agency, parent, target, lambda: write_list(target, parent.tr("全部企业"), heads, rows))


def _written(agency: Agency, parent: QWidget, target: Path, write: object) -> None:
    """Write a workbook in the background and say where it is."""
    told = parent.tr("已保存：%1").replace("%1", str(target))

    def failed(problem: ZhibaoError) -> None:
        agency.workspace.problem.emit(problem)

    background.run(
        lambda _job: write(),  # type: ignore[operator]
        owner=parent,
        done=lambda _path: agency.workspace.news.emit(told),
        failed=failed,
    )
