"""The head of a card page: title and state, what one can do with the form, and the banner when it came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop import theme
from desktop.clock import shown_time
from desktop.languages.words import period_word, state_word
from desktop.models.marks import ROW
from desktop.pieces import Banner, ElidedLabel, Pill, button, label, row, tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from desktop.models.card_model import CardModel
    from desktop.models.marks import Comment

NARROW = 980  # the short name, and buttons without words, below this
PRINTS = 840  # below it Ctrl+P prints without a button
LEAST = 640
LEAST_NAME = 48
GAPS = 90  # between title, pill and buttons
ERRORS = "ERRORS"


class CardHead(QWidget):
    """Signals say what is wanted; the page does it."""

    carryWanted = Signal()
    zeroWanted = Signal(bool)
    unitChanged = Signal(bool)
    checkWanted = Signal()
    fileWanted = Signal()
    commentWanted = Signal()
    helpWanted = Signal()
    explainWanted = Signal()
    recordsWanted = Signal()

    def __init__(self, model: CardModel, *, zero: bool, printing: Callable[[], object]) -> None:
        super().__init__()
        self._names = (model.edition.title, model.edition.short)
        self._title = label(model.edition.title, "h2")
        self.pill = Pill()
        self._facts = ElidedLabel("", "caption")
        self.saved = label("", "caption")
        self.carry = button(self.tr("从上期带入"), "history", clicked=self.carryWanted.emit)
        self.carry.setToolTip(self.tr("把上期填写的各项带入本期的空白项"))
        self.zero = button(self.tr("零申报"), "done")
        self.zero.setCheckable(True)
        self.zero.setVisible(zero)
        self.zero.setToolTip(self.tr("本期没有新签合同，也没有执行额：选“零申报”并说明原因"))
        self.zero.toggled.connect(self.zeroWanted)
        self.unit = QComboBox()
        self.unit.addItems([self.tr("单位：万元"), self.tr("单位：元")])
        self.unit.setAccessibleName(self.tr("金额单位"))
        self.unit.setVisible(model.wan)
        self.unit.currentIndexChanged.connect(lambda index: self.unitChanged.emit(index == 0))
        self.print = button("", "print", clicked=printing)
        self.print.setAccessibleName(self.tr("打印"))
        self.print.setToolTip(self.tr("打印预览、存为 PDF（Ctrl+P）"))
        self.check = button(self.tr("审核  F9"), "check", clicked=self.checkWanted.emit)
        self.file = button(self.tr("报送"), "send", "primary", clicked=self.fileWanted.emit)
        self.help = button(self.tr("说明"), "help", clicked=self.helpWanted.emit)
        self.help.setToolTip(self.tr("显示或隐藏指标解释"))
        banners = self._make_banners()
        self._worded = [(each, each.text()) for each in (self.carry, self.zero, self.help)]
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addLayout(row(self._title, self.pill, 0, spacing=10))
        facts = row(self._facts, self.saved)
        facts.setStretch(0, 1)
        titles.addLayout(facts)
        actions = row(self.carry, self.zero, self.unit, self.help, self.print, self.check, self.file)
        line = row()
        line.addLayout(titles, 1)
        line.addLayout(actions)
        line.setAlignment(actions, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space2"))
        column.addLayout(line)
        for each in banners:
            column.addWidget(each)

    def _make_banners(self) -> tuple[Banner, ...]:
        """Make what says that it came back, what is found of the whole form, and that what is filed stays."""
        self.banner = Banner("error", "returned")
        self.banner.add(button(self.tr("定位批注"), role="link", clicked=self.commentWanted.emit))
        self.notes = Banner("warning", "warning")
        self.explain = button(self.tr("写说明  Shift+F2"), role="link", clicked=self.explainWanted.emit)
        self.notes.add(self.explain)
        self.filed = Banner("info", "lock")
        self.filed.words.setText(self.tr("已报送，不能直接改。要改，到“报送记录”办理更正或撤回。"))
        self.filed.add(button(self.tr("去报送记录"), role="link", clicked=self.recordsWanted.emit))
        banners = self.banner, self.notes, self.filed
        for each in banners:
            each.hide()
        return banners

    def show_model(self, model: CardModel) -> None:
        """Take up state, facts and comments."""
        state = model.state()
        errors = any(one.severity == "error" for one in model.marks.findings())
        word = ERRORS if errors and state.state in ("DRAFT", "CHECKED") else state.state
        said = self.tr("有错误") if word == ERRORS else state_word(state.state)
        self.pill.show_state(word, self.tr("未开始") if model.waits_for_its_window else said)
        self._facts.setText(
            self.tr("报告期 %1 · 表号 %2 · 截止 %3")
            .replace("%1", period_word(model.period))
            .replace("%2", model.form)
            .replace("%3", state.due)
        )
        self._fit()
        writable = not model.figures.locked and not model.book.readonly
        for each in (self.carry, self.zero):
            each.setEnabled(writable)
        self.filed.setVisible(model.figures.locked and not model.book.readonly)
        self.zero.blockSignals(True)
        self.zero.setChecked(bool(model.figures.values.get("is_zero_report")))
        self.zero.blockSignals(False)
        self._show_comments(model.marks.comments())
        whole = model.mark(ROW)
        self.notes.setVisible(bool(whole and whole.messages))
        self.notes.words.setText("\n".join(whole.messages) if whole else "")
        self.explain.setVisible(bool(whole and "warning" in whole.severities) and not model.book.readonly)

    def _show_comments(self, comments: list[Comment]) -> None:
        self.banner.setVisible(bool(comments))
        if comments:
            first = comments[0]
            text = self.tr("主管部门退回（%1 %2）：%3 共 %4 处批注。")
            text = (
                text.replace("%1", first.author).replace("%2", shown_time(first.at)).replace("%4", str(len(comments)))
            )
            self.banner.words.setText(text.replace("%3", first.text))

    def minimumSizeHint(self) -> QSize:
        """Narrower than the words: they make room when the page is narrow."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit again: only what is shown has the fonts of the style sheet."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Icons only where words have no room."""
        worded = sum(each.fontMetrics().horizontalAdvance(text) for each, text in self._worded)
        actions = (*(each for each, _text in self._worded), self.unit, self.print, self.check, self.file)
        icons = sum(one.sizeHint().width() for one in actions if not one.isHidden())
        icons -= sum(each.fontMetrics().horizontalAdvance(each.text()) for each, _text in self._worded)
        titles = [self._title.fontMetrics().horizontalAdvance(name) for name in self._names]
        room = self.width() - icons - self.pill.sizeHint().width() - GAPS
        narrow = self.width() < NARROW or room < titles[1] + worded
        name = self._names[room < titles[0] + (0 if narrow else worded)]
        room -= 0 if narrow else worded
        self._title.setText(
            self._title.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, max(room, LEAST_NAME))
        )
        tip(self._title, "" if self._title.text() == name else name)
        self.saved.setVisible(not narrow)
        self.print.setVisible(self.width() >= PRINTS)
        for each, text in self._worded:
            each.setText("" if narrow else text)
            each.setAccessibleName(text)
