"""The navigation at the left: pages with icons and badges, an icon rail in narrow windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QStyledItemDelegate, QVBoxLayout

from desktop import theme
from desktop.access import follow_selection
from desktop.figures import short_figure
from desktop.navigation_entries import FOLD, NOTHING, Badge, Entries, Entry

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    Index = QModelIndex | QPersistentModelIndex

_GAP = 13
_LEAST = 22  # every form of a firm stands in a window of 1366×768, without a bar
_RAIL_LEAST, _RAIL_GAP = 17, 4  # all of it stands in a window of 910×512
_RAIL_LEFT = 10  # the badge stands beside the icon, not over it
_PILL_GAP = 4
_DOT = 8
_LEFT, _RIGHT, _HEADING = 46, 9, 20


def _fill(painter: QPainter, box: QRect, token: str) -> None:
    """Fill a box; ``fillRect`` takes gradients too, whose 180 named ones PySide would build at the start (2 ms)."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(token))
    painter.drawRect(box)


class _Painter(QStyledItemDelegate):
    """Draws an entry: a bar and tint when chosen, icon, text, badge."""

    def __init__(self, model: Entries, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self.view = view
        self.hovered: Index = QModelIndex()
        self.rail = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the size it wants."""
        entry = self._model.entries[index.row()]
        if not entry.page:
            return QSize(0, self._gap(entry))
        pages = sum(bool(one.page) for one in self._model.entries)
        room = self.view.contentsRect().height() - sum(self._gap(one) for one in self._model.entries if not one.page)
        return QSize(0, max(_RAIL_LEAST if self.rail else _LEAST, min(theme.px("nav_item") + 4, room // max(pages, 1))))

    def _gap(self, entry: Entry) -> int:
        """The height of a separator, or of a heading, which is one in the rail."""
        return _RAIL_GAP if self.rail else _HEADING if entry.text else _GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entries[index.row()]
        box = QRect(option.rect)  # type: ignore[attr-defined]
        if entry.text and not entry.page and not self.rail:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            painter.drawText(box.adjusted(18, 4, -_RIGHT, 0), Qt.AlignmentFlag.AlignVCenter, entry.text)
            return
        if not entry.page:
            _fill(painter, QRect(box.left() + 12, box.center().y(), box.width() - 24, 1), "line2")
            return
        chosen = index == self.view.currentIndex()
        if chosen:
            _fill(painter, box, "brand_soft")
            _fill(painter, QRect(box.left(), box.top(), 3, box.height()), "brand")
        elif index == self.hovered:
            _fill(painter, box, "hover")
        # On a page that is no entry the arrow keys begin at the first.
        begins = chosen or (index.row() == 0 and not self.view.currentIndex().isValid())
        if begins and self.view.hasFocus():
            painter.setPen(theme.color("brand"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 1, -1, -1))  # not along the edge: at 150 % half a line would be cut
        ink = "brand" if chosen else "text2"
        left = _RAIL_LEFT if self.rail else 18
        theme.draw(painter, entry.icon, ink, QPoint(box.left() + left, box.center().y() - 9), 20)
        metrics, room = QFontMetrics(theme.font("body", bold=chosen)), box.width() - _LEFT - _RIGHT
        pills = self._fitting(entry.badge, room - metrics.horizontalAdvance(entry.text))
        if not self.rail:
            painter.setFont(theme.font("body", bold=chosen))
            painter.setPen(theme.color("brand" if chosen else "text"))
            text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room - _width_of(pills))
            painter.drawText(box.adjusted(_LEFT, 0, -_RIGHT, 0), Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_pills(painter, box, pills)

    def _pills(self, badge: Badge) -> list[tuple[str, str, int]]:
        """The pills of a badge from the right: token, text, width; the last is the more urgent one."""
        metrics = QFontMetrics(theme.font("caption", bold=True))
        found = []
        for token, number in (("badge_warning", badge.warnings), ("badge", badge.errors)):
            if number:
                text = short_figure(number)
                found.append((token, text, max(self._pill_height, metrics.horizontalAdvance(text) + 10)))
        return found

    def _fitting(self, badge: Badge, room: int) -> list[tuple[str, str, int]]:
        """The pills that leave the name (in the rail the icon) whole: all, the most urgent one, or only its dot."""
        pills = self._pills(badge)
        if self.rail:
            return [pill if len(pill[1]) == 1 else (pill[0], "", _DOT) for pill in pills[-1:]]
        if _width_of(pills[-1:]) <= room < _width_of(pills):
            return pills[-1:]
        return pills if not pills or _width_of(pills) <= room else [(pills[-1][0], "", _DOT)]

    @property
    def _pill_height(self) -> int:
        return 16 if self.rail else 18

    def _paint_pills(self, painter: QPainter, box: QRect, pills: list[tuple[str, str, int]]) -> None:
        right = box.right() - _RIGHT
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption", bold=True))
        for token, text, width in pills:
            height = self._pill_height if text else width
            pill = QRect(right - width, box.center().y() - height // 2, width, height)
            if self.rail:
                pill.moveLeft(min(box.left() + _RAIL_LEFT + 22, box.right() - width - 1))  # whole, ring and all
            right = pill.left() - _PILL_GAP
            full = token == "badge"  # noqa: S105  a design token; what only awaits a reason is hollow
            painter.setPen(theme.color(token))
            painter.setBrush(theme.color(token if full else "surface"))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setPen(theme.color(f"on_{token}" if full else token))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def _width_of(pills: list[tuple[str, str, int]]) -> int:
    return sum(width + _PILL_GAP for _token, _text, width in pills)


class Navigation(QFrame):
    """The list of pages. ``chosen`` tells the page a person picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._model = Entries()
        self._every: list[Entry] = []
        self._unfolded, self._shown, self._under = False, "", ""
        self.view = QListView()
        self._painter = _Painter(self._model, self.view)
        self.view.setAccessibleName(self.tr("页面导航"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._painter)
        self.view.setMouseTracking(True)
        self.view.entered.connect(self._hover)
        self.view.viewportEntered.connect(lambda: self._hover(QModelIndex()))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.clicked.connect(self._fold)
        self.view.activated.connect(self._fold)
        follow_selection(self.view)
        self.help = QPushButton(self.tr("帮助  F1"))
        self.help.setProperty("role", "nav")
        self.help.setIcon(theme.icon("help"))
        self.help.setIconSize(QSize(20, 20))
        self.help.setAccessibleName(self.tr("帮助"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 1, 8)
        box.addWidget(self.view, 1)
        box.addWidget(self.help)
        self.set_rail(rail=False)

    def fill(self, entries: list[Entry]) -> None:
        """Show these entries; the page shown stays chosen."""
        shown = self.page()
        badges = {entry.page: entry.badge for entry in self._model.entries}
        self._model.beginResetModel()
        self._every = entries
        self._model.entries = [one for one in entries if self._unfolded or not one.folded or one.page == shown]
        for entry in self._model.entries:
            entry.badge = badges.get(entry.page, NOTHING)
            if entry.page == FOLD:
                entry.text = self.tr("收起报表") if self._unfolded else self.tr("更多报表")
                entry.icon = "chevron-up" if self._unfolded else "chevron-right"
        self._model.endResetModel()
        self.choose(shown, self._under)

    def page(self) -> str:
        """Return the chosen page."""
        index = self.view.currentIndex()
        page = self._model.entries[index.row()].page if index.isValid() else ""
        return self._shown if page == FOLD or (page and page == self._under) else page

    def pages(self) -> list[str]:
        """Return every page in order (Ctrl+1 … Ctrl+9)."""
        return [entry.page for entry in self._model.entries if entry.page not in ("", FOLD)]

    def choose(self, page: str, under: str = "") -> None:
        """Mark ``page`` as the one shown, or the entry it stands ``under`` without being one; tell nobody."""
        self._shown, self._under = page, under
        self.view.selectionModel().blockSignals(True)
        marked = under or page
        row = next((row for row, entry in enumerate(self._model.entries) if entry.page and entry.page == marked), None)
        self.view.setCurrentIndex(self._model.index(row) if row is not None else QModelIndex())
        self.view.selectionModel().blockSignals(False)
        self._model.tell_changed()

    def set_badges(self, badges: dict[str, Badge]) -> None:
        """Show the numbers of what is to be done, by page."""
        before = [entry.badge for entry in self._model.entries]
        for entry in self._model.entries:
            entry.badge = badges.get(entry.page, NOTHING)
        if before != [entry.badge for entry in self._model.entries]:
            self._model.tell_changed()

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only, or icons with names."""
        self._painter.rail = rail
        # The rail has no room for a bar: the wheel and the arrow keys scroll it, and its last icon is seen in part.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if rail else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.view.setVerticalScrollBarPolicy(policy)
        self.setFixedWidth(theme.px("rail") if rail else theme.px("nav"))
        self.help.setText("" if rail else self.tr("帮助  F1"))
        self.help.setToolTip(self.tr("帮助  F1") if rail else "")
        self.help.setProperty("state", "rail" if rail else "")
        self.help.style().unpolish(self.help)
        self.help.style().polish(self.help)
        self.view.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the entries closer together in low windows."""
        super().resizeEvent(event)
        self.view.doItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self._painter.hovered = index
        self._model.tell_changed()

    def _tell(self, index: QModelIndex) -> None:
        page = self._model.entries[index.row()].page if index.isValid() else FOLD
        if page != FOLD:
            self._shown = page
            self.chosen.emit(page)

    def _fold(self, index: QModelIndex) -> None:
        """Show or hide what is folded away when its line is taken; lead back to an entry from a page under it."""
        if self._under and self._model.entries[index.row()].page == self._under:
            self._tell(index)
        elif self._model.entries[index.row()].page == FOLD:
            self._unfolded = not self._unfolded
            self.choose(self._shown, self._under)
            self.fill(self._every)
