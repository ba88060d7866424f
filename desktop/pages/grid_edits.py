"""What one does with blocks of cells: copy, cut, paste, clear, fill. Each is one step to undo.

A pasted cell that does not parse is kept as typed and listed; one that may not be edited is left and counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtGui import QGuiApplication

from desktop.figures import figure
from desktop.models import block as blocks
from desktop.models.tray import Kept
from forms import journal

if TYPE_CHECKING:
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView

MOST_CELLS = 200_000


def tr(text: str) -> str:
    """Translate in the context of the grid."""
    return QCoreApplication.translate("GridEdits", text)


@dataclass(slots=True)
class BlockEdit:
    """What a block edit did: cells written, left because locked, rows added; what is for the tray, and its step."""

    written: int = 0
    locked: int = 0
    added: int = 0
    unread: list[Kept] = field(default_factory=list)
    refused: list[Kept] = field(default_factory=list)
    seq: int = 0

    def sentence(self, *, listed: bool = False) -> str:
        """What to tell the user, "" when nothing needs saying; `listed`: the tray says the rest."""
        parts = []
        if self.added:
            parts.append(tr("新增 %1 行").replace("%1", figure(self.added)))
        if listed:
            return "".join(parts)
        if self.unread:
            parts.append(tr("%1 格未能识别，已按原文保留并标记").replace("%1", figure(len(self.unread))))
        if self.locked:
            parts.append(tr("%1 格不能修改，未写入").replace("%1", figure(self.locked)))
        return "；".join(parts)


class GridEdits:
    """Block edits over a grid's selection."""

    def __init__(self, view: GridView, model: LedgerModel) -> None:
        self._view = view
        self._model = model

    # -- selection -------------------------------------------------------------------------------------------------

    def ranges(self) -> list[QItemSelectionRange]:
        """The selected ranges, the current cell when nothing is selected."""
        chosen = self._view.selected_ranges()
        current = self._view.currentIndex()
        return chosen or ([QItemSelectionRange(current)] if current.isValid() else [])

    def rows(self) -> list[int]:
        """Grid places of rows with a selected cell, ascending."""
        return sorted({row for part in self.ranges() for row in range(part.top(), part.bottom() + 1)})

    def cells(self) -> list[tuple[int, int]]:
        """Selected cells, row by row; none, with a word, where they are too many to do something with at once."""
        if sum(part.width() * part.height() for part in self.ranges()) > MOST_CELLS:
            self._refuse_many()
            return []
        found = {
            (row, column)
            for part in self.ranges()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        }
        return sorted(found)

    # -- copying ---------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the block around the selection on the clipboard."""
        parts = self.ranges()
        if not parts:
            return
        top, left = min(part.top() for part in parts), min(part.left() for part in parts)
        bottom, right = max(part.bottom() for part in parts), max(part.right() for part in parts)
        if (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            self._refuse_many()
            return
        model = self._model
        lines = []
        for place in range(top, bottom + 1):
            row = model.row_at(place)
            lines.append([model.edit_text(row, column) for column in range(left, right + 1)])
        QGuiApplication.clipboard().setText(blocks.write_block(lines))

    def cut(self) -> BlockEdit:
        """Copy, then clear."""
        self.copy()
        return self.clear(tr("剪切"))

    def clear(self, label: str = "") -> BlockEdit:
        """Empty the selected cells."""
        return self._write([(row, column, "") for row, column in self.cells()], label or tr("清除"))

    # -- pasting and filling ---------------------------------------------------------------------------------------

    def paste(self) -> BlockEdit:
        """Paste the clipboard at the selection; rows past the last are added in the same step."""
        text = QGuiApplication.clipboard().text()
        parts = self.ranges()
        if not text or (not parts and self._model.rowCount()):
            return BlockEdit()
        top = min((part.top() for part in parts), default=0)
        left = min((part.left() for part in parts), default=0)
        high = max((part.bottom() for part in parts), default=0) - top + 1
        wide = max((part.right() for part in parts), default=0) - left + 1
        block = blocks.spread(blocks.read_block(text), high, wide)
        label = tr("粘贴 %1×%2").replace("%1", str(len(block))).replace("%2", str(blocks.columns_of(block)))
        outcome = self._write(list(blocks.placed(block, top, left)), label, "pasted")
        self._select(top, left, len(block), blocks.columns_of(block))
        return outcome

    def fill_down(self) -> BlockEdit:
        """Copy the first selected row's cells into the rows below; a single row takes them from the row above."""
        cells = self.cells()
        if not cells:
            return BlockEdit()
        rows = self.rows()
        top = rows[0] if len(rows) > 1 else rows[0] - 1
        if top < 0:
            return BlockEdit()
        source = self._model.row_at(top)
        edits = [(row, column, self._model.edit_text(source, column)) for row, column in cells if row != top]
        return self._write(edits, tr("向下填充"))

    def fill_selection(self) -> BlockEdit:
        """Put the value of the cell where the selection was begun into every selected cell."""
        current = self._view.anchor()
        if not current.isValid():
            return BlockEdit()
        text = self._model.edit_text(self._model.row_at(current.row()), current.column())
        here = (current.row(), current.column())
        return self._write([(*cell, text) for cell in self.cells() if cell != here], tr("填充"))

    def put(self, text: str, label: str) -> BlockEdit:
        """Put one text into every selected cell."""
        return self._write([(*cell, text) for cell in self.cells()], label)

    def _select(self, top: int, left: int, high: int, wide: int) -> None:
        """Select a pasted block, as spreadsheets do."""
        model = self._model
        first = model.index(top, left)
        last = model.index(min(top + high, model.rowCount()) - 1, min(left + wide, model.columnCount()) - 1)
        if first.isValid() and last.isValid():
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._view.selectionModel().select(QItemSelection(first, last), chosen)

    def _write(self, edits: list[tuple[int, int, str]], label: str, source: str = "typed") -> BlockEdit:
        model, outcome = self._model, BlockEdit()
        if len(edits) > MOST_CELLS:
            self._refuse_many()
            return outcome
        count = model.rowCount()
        kept: list[tuple[int, int, str]] = []
        added: dict[int, dict[str, object]] = {}
        for row, column, text in edits:
            if column >= len(model.columns):
                outcome.locked += 1
                pos = model.pages.position(row) if row < count else row + 1
                uid = model.row_at(row).uid if row < count else ""
                outcome.refused += [Kept(pos, uid, "", text, tr("超出最后一列"))] if text else []
            elif row >= count:
                self._add(added, row, column, text, outcome)
            elif model.locked(model.row_at(row), column):
                self._refuse(row, column, text, outcome)
            else:
                kept.append((row, column, text))
        if (kept or added) and model.commit(kept, label, source=source, added=list(added.values())):
            outcome.written = len(kept)
            outcome.added = len(added)
            outcome.unread = self._unread([(row, column) for row, column, _ in edits])
        outcome.seq = journal.last_seq(model.book)
        return outcome

    def _refuse_many(self) -> None:
        sentence = tr("一次最多处理 %1 格，请少选一些，或用导入、导出。")
        self._model.refused.emit(sentence.replace("%1", f"{MOST_CELLS:,}"))

    def _refuse(self, row: int, column: int, text: str, outcome: BlockEdit) -> None:
        """Count a cell that may not be written; what was meant for it is kept for the tray."""
        model = self._model
        there = row < model.rowCount()
        if there and text in (model.edit_text(model.row_at(row), column), model.text(model.row_at(row), column)):
            return  # the cell says so already
        outcome.locked += 1
        if text:
            spec = model.columns[column]
            if spec.readonly:
                why = tr("“%1”由系统生成，不能填写").replace("%1", spec.label)
            else:
                settled = model.why_settled(model.row_at(row)) if there else ""
                why = settled or tr("账套以只读方式打开，不能修改")
            pos = model.pages.position(row) if there else row + 1
            uid = model.row_at(row).uid if there else ""
            outcome.refused.append(Kept(pos, uid, spec.id, text, why))

    def _add(self, added: dict[int, dict[str, object]], row: int, column: int, text: str, outcome: BlockEdit) -> None:
        cells = added.setdefault(row, {})
        spec = self._model.columns[column]
        if spec.readonly:
            self._refuse(row, column, text, outcome)
        elif text:
            cells[spec.id] = self._model.in_full(column, text)

    def _unread(self, cells: list[tuple[int, int]]) -> list[Kept]:
        model = self._model
        count, width = model.rowCount(), len(model.columns)
        found = []
        rows = {place: model.row_at(place) for place in dict.fromkeys(place for place, _ in cells) if place < count}
        for place, column in cells:
            row = rows.get(place)
            if row is not None and row.unparsed and column < width:
                spec = model.columns[column]
                kept = row.unparsed.get(spec.id)
                if kept:
                    found.append(Kept(row.pos, row.uid, spec.id, kept[0], spec.kind.why(*kept), stands=True))
        return found
