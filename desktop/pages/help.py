"""帮助: the manual with its contents and its search, the glossary out of the definitions, the keys. All offline."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import background, glossary, handbook_files, manual, theme
from desktop.key_map import KEYS, key_topic
from desktop.pages.help_view import HelpView
from desktop.pages.page import Page
from desktop.pages.toast import Toast
from desktop.pieces import LinkLine, button, empty, label, row
from forms.catalogue import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop.manual import Topic
    from desktop.place import Place
    from desktop.workspace import Workspace

_TOPIC = Qt.ItemDataRole.UserRole
_HEADING = Qt.ItemDataRole.UserRole + 1
PROFILE = "JLFW-01"
_SIDE, _NARROW_SIDE, _NARROW = 264, 190, 820


class HelpPage(Page):
    """What an accountant asks, answered without a network."""

    icon_name = "help"
    heeds_checks = False

    def __init__(self, workspace: Workspace, keys: list[tuple[str, str, Callable[[], object]]]) -> None:
        super().__init__(workspace)
        written = manual.topics()
        catalogue = load_catalogue()
        made = [*glossary.topics(catalogue), *glossary.rule_topics(catalogue)]
        made.append(key_topic([(key, does) for key, does, _action in keys]))
        self.topics: dict[str, Topic] = {one.id: one for one in (*written, *made)}
        self._shown: list[tuple[str, str]] = []
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("搜索帮助和术语（Ctrl+F）"))
        self.box.setAccessibleName(self.tr("搜索帮助"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._search)
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(self.tr("帮助目录"))
        self.list.setProperty("role", "flat")
        self.list.setIndentation(14)
        self.list.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self.view = HelpView()
        self.view.anchorClicked.connect(self.follow)
        self.back = button(self.tr("返回"), "chevron-left", "link", self.go_back)
        self.found = label(role="caption")
        self.toast = Toast(self)
        self._build()
        self._fill()
        self.show_topic(written[0].id)
        workspace.dressed.connect(self.view.redress)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("帮助")

    def _build(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addLayout(row(label(self.tr("帮助"), "h2"), 0, self.back))
        side.addWidget(self.box)
        side.addWidget(self.found)
        self._about = QVBoxLayout()
        side.addLayout(self._about)
        side.addWidget(self.list, 1)
        self.found.hide()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 16)
        whole.setSpacing(12)
        whole.addWidget(self._side)
        whole.addWidget(self.view, 1)

    # -- contents and search

    def _fill(self) -> None:
        """List the topics by group."""
        self.list.blockSignals(True)
        self.list.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for topic in self.topics.values():
            if topic.group not in groups:
                groups[topic.group] = head = QTreeWidgetItem(self.list, [topic.group])
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                head.setExpanded(True)
                head.setSizeHint(0, QSize(0, theme.px("row")))
                head.setFont(0, theme.font("caption", bold=True))
            item = QTreeWidgetItem(groups[topic.group], [topic.title])
            item.setData(0, _TOPIC, topic.id)
            item.setToolTip(0, topic.title)
            item.setSizeHint(0, QSize(0, theme.px("row")))
        self.list.blockSignals(False)
        self._mark_shown()

    def _search(self, words: str) -> None:
        """List where the words stand; an empty box lists the contents again."""
        hits = manual.search(words, self.topics.values())
        self.found.setVisible(bool(words.strip()))
        self.found.setText(
            self.tr("找到 %1 处").replace("%1", str(len(hits))) if hits else self.tr("没有找到，换一个词试试。")
        )
        if not words.strip():
            self._fill()
            self.view.mark([])
            return
        self.list.blockSignals(True)
        self.list.clear()
        for hit in hits:
            title = hit.heading if hit.heading == hit.topic.title else f"{hit.heading} · {hit.topic.title}"
            item = QTreeWidgetItem(self.list, [title])
            item.setData(0, _TOPIC, hit.topic.id)
            item.setData(0, _HEADING, hit.heading)
            item.setToolTip(0, hit.excerpt)
            QTreeWidgetItem(item, [hit.excerpt]).setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setExpanded(True)
        self.list.blockSignals(False)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _TOPIC):
            self.show_topic(item.data(0, _TOPIC), item.data(0, _HEADING) or "")
            self.view.mark(self.box.text().split())

    # -- what is shown

    def show_topic(self, name: str, heading: str = "") -> None:
        """Show a topic, at a heading of it if one is named."""
        if not self._shown or self._shown[-1] != (name, heading):
            self._shown.append((name, heading))
        self.back.setEnabled(len(self._shown) > 1)
        self.view.show_text(self.topics[name].text)
        if heading:
            self.view.go_to(manual.plain(heading))
        self._mark_shown()

    def _mark_shown(self) -> None:
        """Choose the topic shown in the contents, without showing it again."""
        if self.box.text().strip() or not self._shown:
            return
        for item in self.list.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if item.data(0, _TOPIC) == self._shown[-1][0]:
                self.list.blockSignals(True)
                self.list.setCurrentItem(item)
                self.list.blockSignals(False)

    def shown(self) -> str:
        """Return the topic shown."""
        return self._shown[-1][0]

    def show_for(self, page: str) -> None:
        """Show what explains a page of the program (F1); of a form, offer its fields and rules as well."""
        self.box.clear()
        self.show_topic(manual.topic_of(page))
        self._offer_form(PROFILE if page == "profile" else page.removeprefix("form:"))

    def _offer_form(self, form: str) -> None:
        empty(self._about)
        for text, topic in ((self.tr("%1各项指标"), f"terms:{form}"), (self.tr("%1的审核关系"), f"rules:{form}")):
            if topic in self.topics:
                name = manual.plain(self.topics[f"terms:{form}"].title).replace("\\", "")
                self._about.addWidget(LinkLine(text.replace("%1", name), partial(self.show_topic, topic)))

    def show_place(self, place: Place) -> None:
        """Show a field among those of its form."""
        self.box.clear()
        field = load_catalogue().edition(place.form).by_id.get(place.field or "")
        self.show_topic(f"terms:{place.form}", glossary.heading_of(field) if field else "")
        self._offer_form(place.form)

    def show_keys(self) -> None:
        """Show the keys (Ctrl+/)."""
        self.box.clear()
        self.show_topic(KEYS)

    def go_back(self) -> None:
        """Show what was shown before."""
        if len(self._shown) > 1:
            self._shown.pop()
            self.show_topic(*self._shown[-1])

    def follow(self, link: QUrl) -> None:
        """Go where a link leads: another topic, or a page of the program."""
        match link.scheme():
            case "topic":
                self.show_topic(link.path(), QUrl.fromPercentEncoding(link.fragment().encode()))
            case "page" if self.workspace.is_open:
                self.workspace.pageWanted.emit(link.path())
            case "key":
                self.show_keys()
            case "handbook":
                self._give_handbook(save=link.path() == "save")

    # -- the handbook as a file

    def _give_handbook(self, *, save: bool) -> None:
        """Open the indicator handbook in the browser, or save it where the user says."""
        if not save:
            self.write_handbook(handbook_files.place(), show=True)
            return
        kinds = self.tr("网页 (*.html);;PDF (*.pdf)")
        name = f"{self.tr('指标手册')}.html"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("指标手册另存为"), name, kinds)
        if chosen:
            self.write_handbook(Path(chosen), show=False)

    def write_handbook(self, path: Path, *, show: bool) -> None:
        """Write the handbook in the background, then open it or say where it lies."""
        catalogue = self.workspace.catalogue if self.workspace.is_open else load_catalogue()

        def done(written: Path) -> None:
            if not show:
                self.toast.say(self.tr("已保存：%1").replace("%1", str(written)))
            elif not handbook_files.show(written):
                self.toast.say(self.tr("没有可用的浏览器，手册已写到：%1").replace("%1", str(written)), "warning")

        self.toast.say(self.tr("正在生成指标手册…"))
        background.run(
            lambda _job: handbook_files.write(catalogue, path),
            owner=self,
            done=done,
            failed=lambda problem: self.toast.say(problem.message, "error"),
        )

    def focus_filter(self) -> None:
        """Give the focus to the search (Ctrl+F)."""
        self.box.setFocus()
        self.box.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Alt+Left; Down leads from the search into the list."""
        if event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.go_back()
        elif event.key() == Qt.Key.Key_Down and self.box.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in small windows."""
        super().resizeEvent(event)
        self._side.setFixedWidth(_NARROW_SIDE if self.width() < _NARROW else _SIDE)


class HelpDialog(QDialog):
    """The manual in a window of its own, while no firm is known yet."""

    def __init__(self, page: HelpPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(page.title())
        self.resize(min(parent.width() - 60, 1000), min(parent.height() - 60, 680))
        self.page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
