"""The job drawer of 全部企业: how the batch goes, firm by firm; and what may be filed, before anything is filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop import theme
from desktop.agency.outcomes import Outcome, summary, word_of
from desktop.pieces import ElidedLabel, button, label, row
from desktop.pills import pill

if TYPE_CHECKING:
    from desktop.agency.agency import Agency
    from desktop.agency.outcomes import Line

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
LOOKS = {
    Outcome.READY: "CHECKED",
    Outcome.BLOCKED: "ERRORS",
    Outcome.NOTHING: "SUPERSEDED",
    Outcome.FILED: "ACCEPTED",
    Outcome.HEARD: "ACCEPTED",
    Outcome.UNREACHED: "QUEUED",
    Outcome.REFUSED: "REFUSED",
    Outcome.UNBOUND: "CONFLICT",
    Outcome.IN_USE: "LOCKED",
    Outcome.FAILED: "CONFLICT",
    Outcome.SKIPPED: "ABANDONED",
}
_PAD = 10
_SOON = 60  # ms; lines may come many a second


class _Lines(QAbstractListModel):
    """The results in the order they came."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__()
        self.lines = list(lines)

    def add(self, lines: list[Line]) -> None:
        self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(lines) - 1)
        self.lines += lines
        self.endInsertRows()

    def fill(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.firm}　{word_of(line.outcome)}：{line.text}"
        return line if role == LINE_ROLE else None


class _Painter(QStyledItemDelegate):
    """Three lines a firm: its name and a pill, and what came of it on two."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the size it wants."""
        return QSize(0, 2 * theme.px("body") + 34 + _line_high())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it."""
        line: Line = index.data(LINE_ROLE)
        box = QRect(option.rect)  # type: ignore[attr-defined]
        style = option.widget.style()  # type: ignore[attr-defined]
        style.drawPrimitive(style.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)  # type: ignore[attr-defined]
        painter.save()
        small, high = theme.font("caption"), theme.px("pill")
        image = pill(painter, LOOKS[line.outcome], word_of(line.outcome), small)
        left = box.right() - round(image.deviceIndependentSize().width()) - _PAD
        painter.drawPixmap(left, box.top() + 7, image)
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(theme.color("text"))
        name = QRect(box.left() + _PAD, box.top() + 7, left - box.left() - 2 * _PAD, high)
        self._write(painter, name, line.firm)
        painter.setFont(small)
        painter.setPen(theme.color("text2"))
        text = QRect(box.left() + _PAD, name.bottom() + 3, box.width() - 2 * _PAD, 2 * _line_high())
        two = box.width() * 2 - 6 * _PAD  # a line ends before a word of the sentence that has no room in it
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, two)
        painter.drawText(text, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft), shown)
        painter.setPen(theme.color("line2"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _line_high() -> int:
    return QFontMetrics(theme.font("caption")).lineSpacing()


class JobDrawer(QFrame):
    """Shows the agency's batch; it goes on whether anybody looks or not."""

    fileWanted = Signal()
    firmWanted = Signal(object)  # Line

    def __init__(self, agency: Agency) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._agency = agency
        self.model = _Lines(agency.lines)
        self.head = label(role="h3")
        self.state = ElidedLabel(role="second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("批量进度"))
        self.list = QListView()
        self.list.setProperty("role", "flat")
        self.list.setAccessibleName(self.tr("每家企业的结果"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pause = button(self.tr("暂停"), "", "", agency.pause)
        self.stop = button(self.tr("取消"), "", "", agency.cancel)
        self.away = button("", "close", "link", agency.put_away)
        self.away.setAccessibleName(self.tr("收起"))
        self.away.setToolTip(self.tr("收起"))
        self.ready = label(role="strong", wrap=True)
        self.file = button("", "send", "primary", self.fileWanted.emit)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._catch_up)
        self._build()
        self.list.activated.connect(lambda index: self.firmWanted.emit(index.data(LINE_ROLE)))
        agency.lineEnded.connect(self._ended)
        agency.firmBegun.connect(self._begun)
        agency.jobChanged.connect(self.show_job)
        self.show_job()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 1)
        column.setSpacing(6)
        top = row(self.head, 0, self.pause, self.stop, self.away)
        top.setContentsMargins(12, 0, 8, 0)
        column.addLayout(top)
        middle = QVBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.addWidget(self.bar)
        middle.addWidget(self.state)
        column.addLayout(middle)
        column.addWidget(self.list, 1)
        self.foot = QFrame()
        self.foot.setProperty("role", "inset")
        inner = QVBoxLayout(self.foot)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.ready)
        inner.addLayout(row(0, self.file))
        column.addWidget(self.foot)

    def show_job(self) -> None:
        """Show what the batch does now, from the beginning."""
        agency = self._agency
        self.setVisible(agency.order is not None)
        if agency.order is None:
            return
        if not agency.lines:
            self.model.fill([])
        verbs = {"check": self.tr("批量审核"), "file": self.tr("批量报送"), "sync": self.tr("获取反馈")}
        self.head.setText(verbs[agency.order.verb])
        self.bar.setMaximum(max(agency.total, 1))
        self._catch_up()
        for widget in (self.pause, self.stop):
            widget.setVisible(agency.is_running)
        self.away.setVisible(not agency.is_running)
        self.pause.setText(self.tr("继续") if agency.is_paused else self.tr("暂停"))
        if not agency.is_running:
            self.state.setText(self.tr("已完成：%1").replace("%1", summary(agency.lines)))
        elif agency.is_paused:
            self.state.setText(self.tr("已暂停，%1").replace("%1", self._progress()))
        self._show_ready()

    def _progress(self) -> str:
        agency = self._agency
        return self.tr("%1 / %2 家").replace("%1", str(len(agency.lines))).replace("%2", str(agency.total))

    def _show_ready(self) -> None:
        """Before anything is filed: how many firms and reports may be."""
        agency = self._agency
        ready = [one for one in agency.lines if one.outcome is Outcome.READY]
        asks = agency.then_file and not agency.is_running and agency.order is not None and agency.order.verb == "check"
        if asks and self.foot.isHidden():
            QTimer.singleShot(0, self.list, self.list.scrollToBottom)  # the foot takes room from the last lines
        self.foot.setVisible(asks)
        if not asks:
            return
        forms = sum(one.forms for one in ready)
        left = len(agency.lines) - len(ready)
        text = self.tr("全部可报送：%1 家、%2 张报表。").replace("%1", str(len(ready))).replace("%2", str(forms))
        if left:
            text += self.tr("另有 %1 家不在内，原因见上表。").replace("%1", str(left))
        self.ready.setText(text if ready else self.tr("没有可报送的企业，原因见上表。"))
        self.file.setText(self.tr("报送这 %1 家").replace("%1", str(len(ready))))
        self.file.setVisible(bool(ready))

    def _begun(self, name: str) -> None:
        self.state.setText(self.tr("%1：%2").replace("%1", self._progress()).replace("%2", name))

    def _ended(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _catch_up(self) -> None:
        """Show the lines that came since."""
        lines = self._agency.lines
        fresh = lines[len(self.model.lines) :]
        if fresh:
            self.model.add(fresh)
            self.list.scrollToBottom()
        self.bar.setUpdatesEnabled(False)  # else it would paint at once, and with it all that waits to be painted
        self.bar.setValue(len(lines))
        self.bar.setUpdatesEnabled(True)
