"""Paints the cells of a ledger grid and opens the inputs. It reads plain attributes of rows, never `data(role)`.

Two views show one grid (frozen columns over the rest); each has its own delegate, because Qt ties editors to one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop import theme
from desktop.access import hear_writing
from desktop.inputs.line import InputContext, LineInput
from desktop.inputs.table import is_listed, make_input
from desktop.pages.comment_bubble import draw_bubble
from desktop.pages.steps import ENTERS, NEXT, grid_step_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.models.ledger_model import LedgerModel
    from desktop.models.marks import CellMark

Index = QModelIndex | QPersistentModelIndex
PADDING = 7
NARROW_LETTER, WIDE_LETTER = 9, 17  # px no letter is wider than: only what may not fit is measured
TRIANGLE = 9
ARROW_ROOM = 18  # px at the right of the current cell that a click opens the list on
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class _Inks:
    """The colours a frame needs, looked up once a theme."""

    def __init__(self) -> None:
        self.in_contrast = theme.current().mode == "contrast"  # its selection bears its own ink only
        for name in ("text", "selection", "selection_text", "readonly", "line2", "brand", "surface", "text2"):
            setattr(self, name, theme.color(name))
        self.tint = {"error": theme.color("error_bg"), "warning": theme.color("warning_bg")}
        self.ink = {"error": theme.color("error"), "warning": theme.color("warning"), "info": theme.color("text")}

    text: QColor
    selection: QColor
    selection_text: QColor
    readonly: QColor
    line2: QColor
    brand: QColor
    surface: QColor
    text2: QColor


class GridDelegate(QStyledItemDelegate):
    """The delegate of one of the grid's two views; it paints and edits only `first` ≤ column < `stop`.

    `moved` says that an input was left by Enter or Tab: the index and the direction to go; `fillWanted` gives what was
    typed for all selected cells (Ctrl+Enter).
    """

    moved = Signal(QModelIndex, int)
    fillWanted = Signal(str)

    def __init__(self, view: QTableView, model: LedgerModel, context: InputContext, columns: range) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._context = context
        self.first, self.stop = columns.start, columns.stop
        self.selected: list[tuple[int, int, int, int]] = []  # blocks as (top, left, bottom, right)
        self._inks = _Inks()
        self._metrics = QFontMetrics(theme.font())
        self.current = (-1, -1)

    def follow_theme(self) -> None:
        """Take up the colours and font of the theme in use."""
        self._inks = _Inks()
        self._metrics = QFontMetrics(theme.font())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, text, marks, grid line, focus border: all from attributes of one row object."""
        column = index.column()
        if not self.first <= column < self.stop:
            return
        place = index.row()
        model, inks = self._model, self._inks
        row = model.pages.row(place)
        rect = whole = QRect(option.rect)  # type: ignore[attr-defined]  # missing in PySide's stubs
        mark = model.mark(row, column)
        severity = mark.severity if mark else ""
        selected = any(top <= place <= down and left <= column <= right for top, left, down, right in self.selected)
        is_current = self.current == (place, column)
        if selected or is_current:
            painter.fillRect(rect, inks.selection)
        elif severity in inks.tint:
            painter.fillRect(rect, inks.tint[severity])
        elif model.locked(row, column):
            painter.fillRect(rect, inks.readonly)
        if is_current and is_listed(model.columns[column].field) and not model.locked(row, column):
            rect = self._draw_arrow(painter, rect)
        text = model.text(row, column)
        if text:
            on_selection = selected or (is_current and inks.in_contrast)
            ink = inks.ink[severity] if severity and not (on_selection and inks.in_contrast) else None
            painter.setPen(ink or (inks.selection_text if on_selection else inks.text))
            self._draw_text(painter, rect, text, column)
        elif mark and mark.awaits:
            painter.setPen(inks.text2)
            self._draw_text(painter, rect, self.tr("待填"), column)
        if mark:
            self._draw_mark(painter, whole, mark)
        if is_current:
            painter.setPen(inks.brand)
            painter.drawRect(whole.adjusted(0, 0, -1, -1))
            painter.drawRect(whole.adjusted(1, 1, -2, -2))

    def _draw_arrow(self, painter: QPainter, rect: QRect) -> QRect:
        """Draw the sign of a list at the right of its cell; give what is left for the text."""
        x, y = rect.right() - ARROW_ROOM + 3.0, rect.center().y() + 3.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.brand)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(QPolygonF([QPointF(x, y - 4), QPointF(x + 8, y - 4), QPointF(x + 4, y + 1)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return rect.adjusted(0, 0, PADDING - ARROW_ROOM, 0)

    def _draw_text(self, painter: QPainter, rect: QRect, text: str, column: int) -> None:
        spec = self._model.columns[column]
        room = rect.adjusted(PADDING, 0, -PADDING - (2 if spec.right else 0), 0)
        widest = NARROW_LETTER if text.isascii() else WIDE_LETTER
        if len(text) * widest > room.width() and self._metrics.horizontalAdvance(text) > room.width():
            text = self._metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, RIGHT if spec.right else CENTRE if spec.centred else LEFT, text)

    def _draw_mark(self, painter: QPainter, rect: QRect, mark: CellMark) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark.severity in self._inks.tint:
            ink = self._inks.ink[mark.severity]
            if mark.severity == "error":
                painter.setBrush(ink)
            else:  # hollow, for whoever does not see the colour
                painter.setPen(ink)
                painter.setBrush(self._inks.surface)
            right, top = rect.right() + 1.0, float(rect.top())
            corner = [QPointF(right - TRIANGLE, top), QPointF(right, top), QPointF(right, top + TRIANGLE)]
            painter.drawPolygon(QPolygonF(corner))
        if mark.comments:
            painter.setPen(Qt.PenStyle.NoPen)
            draw_bubble(painter, QPointF(rect.left() + 3, rect.top() + 3), self._inks.brand)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # -- editing ---------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the kind's input, shaped to the cell."""
        field = self._model.columns[index.column()].field
        editor = make_input(field, self._context, parent)
        editor.setFrame(False)
        inks = theme.current().colors
        editor.setStyleSheet(
            f"QLineEdit {{ min-height: 0; border: 2px solid {inks['brand']}; border-radius: 0;"
            f" padding: 0 {PADDING - 4}px; background: {inks['surface']}; color: {inks['text']}; }}"
        )
        editor.chosen.connect(lambda: self._leave(editor, self._view.currentIndex(), NEXT))
        hear_writing(editor, lambda: self._take_written(editor))
        return editor

    def _take_written(self, editor: LineInput) -> None:
        """Keep what assistive technology wrote: it has no Enter."""
        index = self._view.currentIndex()
        if editor.text() != self._model.edit_text(self._model.row_at(index.row()), index.column()):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Cover the cell; a narrow one is widened so that a date or an amount fits."""
        rect = QRect(option.rect)  # type: ignore[attr-defined]
        least = 112 if isinstance(editor, LineInput) and editor.field.kind.name == "date" else 84
        if rect.width() < least:
            rect.setWidth(least)
        editor.setGeometry(rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with the text as it can be typed; what was typed since stays, whatever a check repaints meanwhile."""
        if isinstance(editor, LineInput) and not editor.isModified():
            model, row, column = self._model, index.row(), index.column()
            editor.above = model.edit_text(model.row_at(row - 1), column) if row else None
            editor.begin(model.edit_text(model.row_at(row), column))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the typed text to the model; the kind reads it."""
        if isinstance(editor, LineInput):
            model.setData(index, editor.answer())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab commit and go on; the rest is Qt's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, LineInput):
            key: QKeyEvent = event  # type: ignore[assignment]  # the type says so
            if key.key() in ENTERS and key.modifiers() & Qt.KeyboardModifier.ControlModifier:
                text = watched.answer()
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.fillWanted.emit(text)
                return True
            step = grid_step_of(key)
            if step:
                self._leave(watched, self._view.currentIndex(), step)
                return True
        return super().eventFilter(watched, event)

    def _leave(self, editor: QWidget, index: QModelIndex, step: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.moved.emit(index, step)
