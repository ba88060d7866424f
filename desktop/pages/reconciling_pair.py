"""The card of one execution on the reconciliation page: its receipts with their amounts, what stays open, accepting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop import pairing as pairs
from desktop import theme
from desktop.pieces import ElidedLabel, button, empty, label, row, scrolled, set_role, set_state, tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop.pairing import Pairing
    from forms.reconciling import Received

AMOUNT_WIDTH = 132
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}


class PairCard(QFrame):
    """Shows a pairing and changes it. `changed` says so; accepting is the page's."""

    changed = Signal()
    acceptWanted = Signal()
    placeWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._pairing: Pairing | None = None
        self._receipts: Mapping[str, Received] = {}
        self._source = ""
        self.boxes: dict[str, QLineEdit] = {}
        self.head = ElidedLabel("", "h3")
        self.source = label(role="caption")
        self.sum = label(role="strong")
        self.said = ElidedLabel("", "error")
        self.go = button(self.tr("接受"), "check", "primary", self.acceptWanted.emit)
        tip(self.go, self.tr("写入执行台账的“对应收汇凭证”，一步，可撤销（Ctrl+Enter）"))
        self.again = button(self.tr("还原"), "undo", "", self._start_over)
        tip(self.again, self.tr("回到已保存的对应，没有的回到建议"))
        self.clear = button(self.tr("清空"), "delete", "", self._clear)
        tip(self.clear, self.tr("取出全部凭证；接受以后，这笔执行不再对应任何凭证"))
        self.place = button(self.tr("到台账"), "", "link", self.placeWanted.emit)
        holder = QWidget()
        self._lines = QVBoxLayout(holder)
        self._lines.setContentsMargins(0, 0, 4, 0)
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        top = row(self.head, self.place)
        top.setStretch(0, 1)
        column.addLayout(top)
        column.addWidget(self.source)
        column.addWidget(scrolled(holder), 1)
        foot = row(self.sum, self.said, self.clear, self.again, self.go)
        foot.setStretch(1, 1)
        column.addLayout(foot)
        self.show_pairing(None, {}, "")

    # -- what it shows

    def show_pairing(self, pairing: Pairing | None, receipts: Mapping[str, Received], source: str) -> None:
        """Show the pairing of another execution and where it comes from; without one, what `source` says of that."""
        self._pairing, self._receipts = pairing, receipts
        self._source = source
        self.source.setText(source)
        self.source.setVisible(bool(source) and pairing is not None)
        self.head.setVisible(pairing is not None)
        self.place.setVisible(pairing is not None)
        one = pairing.execution if pairing else None
        self.head.setText("" if one is None else self.tr("第%1行").replace("%1", str(one.row)) + f"　{one.contract_no}")
        if one is not None and pairing is not None:
            self.head.setText(f"{self.head.text()}　{one.ccy} {pairing.shown(one.amount)}　{one.payer}")
        self._build()

    def focus_amount(self) -> bool:
        """Go to the first amount (F2); False where there is none."""
        for box in self.boxes.values():
            box.setFocus()
            box.selectAll()
            return True
        return False

    def _build(self) -> None:
        empty(self._lines)
        self.boxes = {}
        if self._pairing is None:
            words = self._source or self.tr("在上面选一笔执行，这里列出它的收汇凭证。")
            self._lines.addWidget(label(words, "second", wrap=True))
        elif not self._pairing.entries:
            words = self.tr("还没有对应的凭证。在凭证一栏选中，按空格放进来；可以放几张，各写金额。")
            self._lines.addWidget(label(words, "second", wrap=True))
        else:
            self._lines.addLayout(self._grid(self._pairing))
        self._lines.addStretch(1)
        self._tell()

    def _grid(self, pairing: Pairing) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        locked = pairing.execution.is_locked
        for at, (number, text) in enumerate(pairing.entries.items()):
            receipt = self._receipts.get(number)
            told = f"{receipt.received_on}　{receipt.payer}" if receipt else self.tr("不在收汇凭证台账中")
            box = QLineEdit(text)
            box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            box.setFixedWidth(AMOUNT_WIDTH)
            box.setAccessibleName(self.tr("凭证 %1 的核销金额").replace("%1", number))
            left = self.tr("可核销 %1").replace("%1", pairing.shown(max(pairing.available(number), 0)))
            tip(box, left)
            box.setReadOnly(locked)
            box.textEdited.connect(partial(self._typed, number))
            box.installEventFilter(self)
            take_out = button("", "close", "", partial(self._drop, number))
            take_out.setAccessibleName(self.tr("取出凭证 %1").replace("%1", number))
            take_out.setToolTip(self.tr("取出"))
            take_out.setFixedWidth(theme.px("control"))
            take_out.setEnabled(not locked)
            for column, widget in enumerate((label(number), ElidedLabel(told, "second"), label(left, "caption"), box)):
                grid.addWidget(widget, at, column)
            grid.addWidget(take_out, at, 4)
            self.boxes[number] = box
        return grid

    def _tell(self) -> None:
        """Say the sum, what is open and what is wrong."""
        pairing = self._pairing
        for one in (self.sum, self.said, self.go, self.again, self.clear):
            one.setVisible(pairing is not None)
        if pairing is None:
            return
        code, number = pairing.problem()
        rest = pairing.rest
        text = self.tr("差额 %1").replace("%1", pairing.shown(rest))
        self.sum.setText(text)
        set_role(self.sum, "ok" if rest == 0 and not code else "warning" if rest > 0 else "error")
        self.said.setText(self._sentence(code, number))
        set_role(self.said, "error" if code in pairs.STOPS else "warning")
        for name, box in self.boxes.items():
            wrong = name == number or code == pairs.TOO_MUCH
            set_state(box, ("error" if code in pairs.STOPS else "warning") if code and wrong else "")
        free = not pairing.execution.is_locked
        self.go.setEnabled(free and code not in pairs.STOPS and pairing.is_new)
        self.again.setEnabled(free and pairing.is_touched)
        self.clear.setEnabled(free and bool(pairing.entries))

    def _sentence(self, code: str, number: str) -> str:
        if self._pairing is not None and self._pairing.execution.is_locked:
            return self.tr("已受理，不能改；请先办理更正。")
        said = {
            pairs.UNREADABLE: self.tr("金额不能识别，或不大于零。"),
            pairs.TOO_MUCH: self.tr("合计超过了执行金额。"),
            pairs.OVERDRAWN: self.tr("超过了凭证 %1 可核销的金额。"),
            pairs.OTHER_CURRENCY: self.tr("凭证 %1 的币种不同。"),
            pairs.UNKNOWN: self.tr("收汇凭证台账中没有 %1。"),
        }
        return said.get(code, "").replace("%1", number)

    # -- what a person does

    def _typed(self, number: str, text: str) -> None:
        if self._pairing is not None:
            self._pairing.entries[number] = text
            self._tell()
            self.changed.emit()

    def _drop(self, number: str) -> None:
        if self._pairing is not None:
            self._pairing.drop(number)
            self._changed_lines()

    def _clear(self) -> None:
        if self._pairing is not None:
            self._pairing.clear()
            self._changed_lines()

    def _start_over(self) -> None:
        if self._pairing is not None:
            self._pairing.start_over()
            self._changed_lines()

    def _changed_lines(self) -> None:
        self._build()
        self.changed.emit()
        if not self.focus_amount():
            (self.go if self.go.isEnabled() else self.place).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter go from amount to amount; Enter on the last one leads to accepting."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            key: QKeyEvent = event  # type: ignore[assignment]  # the type says so
            step = _MOVES.get(Qt.Key(key.key()), 0)
            if step and not key.modifiers() & Qt.KeyboardModifier.ControlModifier:
                boxes = list(self.boxes.values())
                to = boxes.index(watched) + step
                if 0 <= to < len(boxes):
                    boxes[to].setFocus()
                    boxes[to].selectAll()
                elif to == len(boxes):
                    (self.go if self.go.isEnabled() else self.place).setFocus()
                return True
        return super().eventFilter(watched, event)
