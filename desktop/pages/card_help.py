"""The panel beside a card form: what a field means, where its number comes from, what check and authority say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop import theme
from desktop.clock import shown_time
from desktop.pieces import button, empty, label, row, scrolled
from desktop.place import Place
from forms.kinds import Breakdown

if TYPE_CHECKING:
    from desktop.models.card_model import CardModel
    from desktop.models.marks import CellMark
    from forms.definition import Field

WIDTH, WIDEST = 264, 420
SHARE = 5  # a part of so many of a wide page


class CardHelp(QFrame):
    """Field help (F1). `drillWanted` asks for a figure's rows, `explainWanted` for a place to explain a warning.

    `filingWanted` asks for the earlier months that a figure of the year lacks to be filed.
    """

    drillWanted = Signal(object)
    termWanted = Signal(object)  # the place in the manual where the fields of the form stand
    explainWanted = Signal()
    filingWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(theme.px("space2"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(scrolled(self._inner))
        self._column.addWidget(label(self.tr("指标解释"), "h3"))
        self._column.addWidget(
            label(self.tr("把光标放到某一项，这里说明它的含义、口径和取数来源。"), "second", wrap=True)
        )
        self._column.addStretch(1)

    def fit(self, width: int) -> None:
        """Be wider on a page that has room: its sentences are read sooner in longer lines."""
        self.setFixedWidth(max(WIDTH, min(WIDEST, width // SHARE)))

    def show_field(self, model: CardModel, one: Field, drill: str, written: str | None) -> None:
        """Explain a field, list a breakdown; `drill` names the ledger a computed figure comes from.

        `written` is the explanation of its warning, None where it has none that may be explained.
        """
        cause, value, lacks = model.figures.causes.get(one.id), model.figures.values.get(one.id), model.lacks(one)
        parts = one.kind.show(value).replace("、", "\n") if isinstance(one.kind, Breakdown) else str(cause or "")
        empty(self._column)
        self._column.addWidget(label(self.tr("指标解释"), "h3"))
        title = f"{one.line} {one.label}".strip()
        self._column.addWidget(label(title, "strong", wrap=True))
        told = one.help
        self._add("", told.means)
        for head, text in (
            (self.tr("口径"), told.scope),
            (self.tr("取数"), told.source),
            (self.tr("示例"), told.example),
            (self.tr("常见错误"), told.error),
        ):
            self._add(head, text)
        self._add(self.tr("明细"), parts)
        if lacks:
            text = self.tr("本年累计只含已报送的月份：缺%1。补报以后自动算全。").replace("%1", lacks)
            self._column.addWidget(label(text, "warning", wrap=True))
            self._column.addWidget(button(self.tr("去补报以前的月份"), "send", clicked=self.filingWanted.emit))
        if drill:
            text = self.tr("查看%1明细").replace("%1", drill)
            self._column.addWidget(button(text, "table", clicked=lambda: self.drillWanted.emit(one)))
        self._add_mark(model.mark(one.id), written)
        term = Place(model.edition.form, "", field=one.id, page="help")
        link = button(self.tr("本表全部指标"), "help", "link", lambda: self.termWanted.emit(term))
        self._column.addLayout(row(link, 0))
        self._column.addStretch(1)

    def _add(self, head: str, text: str) -> None:
        if not text:
            return
        if head:
            self._column.addWidget(label(head, "strong"))
        shown = label(text, "second", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(shown)

    def _add_mark(self, mark: CellMark | None, written: str | None) -> None:
        if mark is None:
            return
        if mark.messages:
            self._column.addWidget(label(self.tr("审核"), "strong"))
            for severity, message in zip(mark.severities, mark.messages, strict=True):
                self._column.addWidget(label(message, severity, wrap=True))
        if written is not None:
            self._add(self.tr("填报说明"), written)
            text = self.tr("改说明  Shift+F2") if written else self.tr("写说明  Shift+F2")
            self._column.addWidget(button(text, "comment", clicked=self.explainWanted.emit))
        if mark.comments:
            self._column.addWidget(label(self.tr("批注"), "strong"))
            for comment in mark.comments:
                head = f"{comment.author} {shown_time(comment.at)}".strip()
                self._column.addWidget(label(f"{head}：{comment.text}", "error", wrap=True))
