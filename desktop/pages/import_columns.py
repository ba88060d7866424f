"""The step of columns: each column of the file with samples, the field it is and the unit of its amounts, to change."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.pages.import_choice import Choice
from desktop.pieces import button, label, row, set_role
from forms.errors import ZhibaoError
from forms.workbook import mapping as mappings
from forms.workbook.addresses import column_index, column_letters
from forms.workbook.mapping_memory import read_mapping, write_mapping
from forms.workbook.units import says_unit

if TYPE_CHECKING:
    from forms.definition import Edition
    from forms.workbook.frames import Looked
    from forms.workbook.mapping import Mapping

LETTERS, HEAD, SAMPLES, FIELD, UNIT = range(5)
MOST_SAMPLES, MOST_COLUMNS = 3, 100
ROW_HEIGHT, HEAD_WIDTH, SAMPLES_WIDTH, UNIT_WIDTH = 38, 150, 210, 150
KINDS = "JSON (*.json)"


class ColumnsPage(QWidget):
    """Shows and changes which column is which field; `forgotten`: what is remembered for such files shall not hold."""

    forgotten = Signal()

    def __init__(self, edition: Edition, parent: QWidget) -> None:
        super().__init__(parent)
        self._edition = edition
        self._looked: Looked | None = None
        self._letters: list[str] = []
        self._chosen_in = -1  # the row whose field was chosen and not yet left
        self._folder = Path()
        self.is_changed = False
        self.table = QTableWidget(0, 5, self)
        heads = (self.tr("列"), self.tr("列名"), self.tr("样例"), self.tr("对应的指标"), self.tr("单位"))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setAccessibleName(self.tr("列对应"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the lists in it are gone through
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, wide in {LETTERS: 40, HEAD: HEAD_WIDTH, SAMPLES: SAMPLES_WIDTH, UNIT: UNIT_WIDTH}.items():
            self.table.setColumnWidth(column, wide)
        header.setSectionResizeMode(FIELD, QHeaderView.ResizeMode.Stretch)
        self.said = label("", "second", wrap=True)
        self.load = button(self.tr("读入对应关系…"), "", "link", self._ask_load)
        self.save = button(self.tr("存为文件…"), "", "link", self._ask_save)
        self.forget = button(self.tr("不用记住的对应"), "", "link", self.forgotten.emit)
        for one in (self.load, self.save, self.forget):
            one.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px("space2"))
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.load, self.save, self.forget, 0))

    # -- filling ---------------------------------------------------------------------------------------------------

    def show_file(self, looked: Looked, guesses: dict[str, tuple[int, int]], folder: Path) -> None:
        """Fill in the columns of a file as they were found."""
        self._looked, self._folder = looked, folder
        # What was known by content alone is settled by going on.
        self.is_changed, self._chosen_in = bool(looked.by_content), -1
        self.forget.setVisible(looked.mapped)
        fields = {letters: name for name, letters in looked.columns.items()}
        heads = self._heads()
        known = {column_letters(at) for at, head in enumerate(heads) if head} | fields.keys() | looked.possible.keys()
        self._letters = sorted(known, key=column_index)[:MOST_COLUMNS]
        self.table.setRowCount(0)
        self.table.setRowCount(len(self._letters))
        for at, letter in enumerate(self._letters):
            column = column_index(letter)
            texts = (letter, self._head_at(column), self._samples(column))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(f"<qt>{html.escape(text)}</qt>" if text else "")
                self.table.setItem(at, place, item)
            self._put_fields(at, letter, fields.get(letter, ""))
            self._put_units(at, fields.get(letter, ""), guesses)
        self._tell(guesses)

    def _heads(self) -> list[str]:
        looked = self._looked
        if looked is None or not 0 < looked.header_row <= len(looked.rows):
            return looked.rows[0] if looked is not None and looked.rows else []
        return looked.rows[looked.header_row - 1]

    def _head_at(self, column: int) -> str:
        heads = self._heads()
        return heads[column] if column < len(heads) else ""

    def _samples(self, column: int) -> str:
        looked = self._looked
        rows = looked.rows[looked.first_row - 1 :] if looked is not None else []
        cells = (cells[column] for cells in rows if column < len(cells) and cells[column])
        return " · ".join(list(dict.fromkeys(cells))[:MOST_SAMPLES])

    def _put_fields(self, at: int, letters: str, current: str) -> None:
        box = Choice(self.table)
        box.setAccessibleName(self.tr("%1 列对应的指标").replace("%1", letters))
        box.addItem(self.tr("— 不导入 —"), "")
        looked = self._looked
        possible, by_content = (looked.possible.get(letters, []), looked.by_content) if looked is not None else ([], [])
        fields = [field for field in self._edition.fields if field.in_sheets]
        for field in sorted(fields, key=lambda one: one.id not in possible):
            text = self.tr("%1（按内容看可能是）") if field.id in possible else "%1"
            if field.id == current and field.id in by_content:
                text = self.tr("%1（按内容认出）")
            box.addItem(text.replace("%1", field.label), field.id)
        box.setCurrentIndex(max(box.findData(current), 0))
        box.currentIndexChanged.connect(lambda _index, at=at: self._field_chosen(at))
        box.left.connect(self._settle)
        self.table.setCellWidget(at, FIELD, box)

    def _put_units(self, at: int, name: str, guesses: dict[str, tuple[int, int]]) -> None:
        field = self._edition.by_id.get(name)
        units = mappings.units_of(field) if field is not None else ()
        if not units or self._looked is None:
            self.table.removeCellWidget(at, UNIT)
            return
        box = Choice(self.table)
        box.setAccessibleName(self.tr("%1 列的单位").replace("%1", self._letters[at]))
        said, counted = self._unit_of(at, name)
        if not said:
            text = self.tr("没写，按%1")
            box.addItem(text.replace("%1", units[0]), "")
        for unit in units:
            text = self.tr("%1（像是）") if name in guesses and unit == units[1] else "%1"
            box.addItem(text.replace("%1", unit), unit)
        box.setCurrentIndex(box.findData(units[counted]) if said else 0)
        box.currentIndexChanged.connect(lambda _index: self._touched())
        self.table.setCellWidget(at, UNIT, box)

    def _unit_of(self, at: int, name: str) -> tuple[bool, bool]:
        """Tell whether the file says the unit of a column, and whether that is 万."""
        looked, letters = self._looked, self._letters[at]
        if looked is not None and looked.columns.get(name) == letters:
            return name in looked.unit_said, name in looked.in_ten_thousands
        return says_unit(self._head_at(column_index(letters)))

    def _tell(self, guesses: dict[str, tuple[int, int]]) -> None:
        text = self.tr("每一列导入成哪个指标，可以改；改过的按这种表头记住，下次不用再选。")
        recognised = self._looked.by_content if self._looked is not None else []
        if recognised:
            names = "、".join(self._edition.by_id[name].label for name in recognised)
            text = self.tr("“%1”的列名认不出来，是按内容认出的；请核对，对的就按下一步，不对的请改。").replace(
                "%1", names
            )
        if guesses:
            labels = "、".join(self._edition.by_id[name].label for name in guesses)
            text = self.tr("请看“%1”的单位：列头没有写，按以前的金额看像是以万为单位；不改就照数读入，不换算。")
            text = text.replace("%1", labels)
        self.said.setText(text)
        set_role(self.said, "warning" if guesses or recognised else "second")

    # -- changing --------------------------------------------------------------------------------------------------

    def field_box(self, letters: str) -> QComboBox:
        """Give the list of fields of a column."""
        return self._box(self._row_of(letters), FIELD)

    def unit_box(self, letters: str) -> QComboBox | None:
        """Give the list of units of a column of amounts."""
        found = self.table.cellWidget(self._row_of(letters), UNIT)
        return found if isinstance(found, QComboBox) else None

    def first_question(self, guesses: dict[str, tuple[int, int]]) -> QWidget | None:
        """Give the list a person should look at first."""
        if self._looked is None:
            return None
        for name in guesses:
            found = self.unit_box(self._looked.columns[name])
            if found is not None:
                return found
        for name in self._looked.by_content:
            return self.field_box(self._looked.columns[name])
        return self.table.cellWidget(0, FIELD)

    def _row_of(self, letters: str) -> int:
        return self._letters.index(letters)

    def _box(self, at: int, column: int) -> QComboBox:
        found = self.table.cellWidget(at, column)
        if not isinstance(found, QComboBox):
            raise TypeError
        return found

    def _field_chosen(self, at: int) -> None:
        """Ask the unit anew; keys go through many fields on their way, so the others keep theirs for now."""
        self._chosen_in = at
        self._put_units(at, self._box(at, FIELD).currentData(), {})
        self._touched()

    def _settle(self) -> None:
        """Take a field that was chosen from the column that had it: a field is one column's."""
        at, self._chosen_in = self._chosen_in, -1
        name = self._box(at, FIELD).currentData() if at >= 0 else ""
        for other in range(self.table.rowCount()) if name else ():
            box = self._box(other, FIELD)
            if other != at and box.currentData() == name:
                box.setCurrentIndex(0)
        self._chosen_in = -1

    def _touched(self) -> None:
        self.is_changed = True

    # -- taking out ------------------------------------------------------------------------------------------------

    def mapping(self) -> Mapping:
        """Give the columns as they stand.

        Raises:
            InputRefused: no column is a field.
        """
        self._settle()
        fields: dict[int, str | None] = {}
        units: dict[str, str] = {}
        for at in range(self.table.rowCount()):
            name = self._box(at, FIELD).currentData()
            fields[column_index(self._letters[at])] = name or None
            unit = self.table.cellWidget(at, UNIT)
            if name and isinstance(unit, QComboBox) and unit.currentData():
                units[name] = unit.currentData()
        looked = self._looked
        return mappings.make_mapping(
            self._edition,
            self._heads(),
            fields,
            units,
            sheet=looked.sheet if looked is not None else "",
            header_row=max(looked.header_row, 1) if looked is not None else 0,
        )

    def _ask_save(self) -> None:
        start = str(self._folder / self.tr("%1列对应.json").replace("%1", self._edition.short))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("保存列对应关系"), start, KINDS)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the columns to a file; what is against it is said on the page."""
        try:
            write_mapping(self.mapping(), path)
        except ZhibaoError as problem:
            self.said.setText(problem.message)
            return
        self.said.setText(self.tr("列对应关系已保存：%1").replace("%1", path.name))

    def _ask_load(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("读入列对应关系"), str(self._folder), KINDS)
        if chosen:
            self.load_from(Path(chosen))

    def load_from(self, path: Path) -> None:
        """Take the columns from a file; what is against it is said on the page."""
        try:
            settled = read_mapping(path, self._edition)
        except ZhibaoError as problem:
            self.said.setText(problem.message)
            return
        found = settled.place(self._heads())
        if not found:
            self.said.setText(self.tr("这份对应关系里的列名，文件里一个也没有。"))
            return
        for at in range(self.table.rowCount()):
            one = found.get(column_index(self._letters[at]))
            if one is not None:
                box = self._box(at, FIELD)
                box.setCurrentIndex(max(box.findData(one.field or ""), 0))
                self._settle()
                unit = self.table.cellWidget(at, UNIT)
                if one.unit is not None and isinstance(unit, QComboBox):
                    unit.setCurrentIndex(max(unit.findData(one.unit), 0))
        self._touched()
        self.said.setText(self.tr("已按 %1 对应 %2 列。").replace("%1", path.name).replace("%2", str(len(found))))
