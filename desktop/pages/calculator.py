"""F7: a calculator beside the field; what comes out goes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.pieces import button, label, row, set_role
from forms.kinds import Money, Unparsed

if TYPE_CHECKING:
    from desktop.inputs.line import LineInput

_UNFINISHED = "+-*/(.（．"
_READER = Money()


class Calculator(QDialog):
    """Works out what is typed; Enter puts the result into `target`, Esc leaves it as it is."""

    def __init__(self, target: LineInput, parent: QWidget) -> None:
        super().__init__(parent)
        self._target = target
        self.setWindowTitle(self.tr("计算器"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("算式"))
        self.line.setPlaceholderText(self.tr("如 1200*3+56.7 或 12.5万"))
        self.outcome = label("", "big")
        self.put = button(self.tr("填入  Enter"), "", "primary", self.accept)
        self.put.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(label(self.tr("填入“%1”").replace("%1", target.field.label), "second"))
        column.addWidget(self.line)
        column.addWidget(self.outcome)
        column.addLayout(row(0, button(self.tr("取消"), "", "", self.reject), self.put))
        self.setMinimumWidth(320)
        self.line.textChanged.connect(self._work_out)
        self._work_out("")
        text = target.text().replace(",", "").strip()
        if text and not isinstance(_READER.parse(text), Unparsed):
            self.line.setText(text)

    def _work_out(self, text: str) -> None:
        value = _READER.parse(f"={text}") if text.strip() else None
        if isinstance(value, Unparsed):
            value = _READER.parse(text)
        known = value is not None and not isinstance(value, Unparsed)
        unfinished = text.strip()[-1:] in _UNFINISHED
        self.put.setEnabled(known)
        set_role(self.outcome, "big" if known else "caption")
        if known:
            self.outcome.setText(_READER.show(value))  # type: ignore[arg-type]
        else:
            self.outcome.setText(self.tr("请输入算式") if unfinished or not text.strip() else self.tr("算不出"))

    def accept(self) -> None:
        """Put the result into the field, as if it were typed."""
        target, text = self._target, self.outcome.text()
        super().accept()
        target.setFocus()
        target.selectAll()
        target.insert(text.replace(",", ""))
        target.textEdited.emit(target.text())
