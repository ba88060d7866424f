"""What stands in the navigation: pages with their badges, headings of groups, and the line that unfolds the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from desktop.figures import figure

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

FOLD = "fold"


class Badge(NamedTuple):
    """What is to be done on a page: what must be mended (red), and what only awaits an explanation (amber)."""

    errors: int = 0
    warnings: int = 0


NOTHING = Badge()


class Entry:
    """One line: the page it opens, its text and icon, and its badge.

    Without a page it is a separator, or with a text the heading of a group; the page `FOLD` shows what is `folded`.
    """

    def __init__(self, page: str = "", text: str = "", icon: str = "", *, folded: bool = False) -> None:
        self.page, self.text, self.icon, self.folded = page, text, icon, folded
        self.badge = NOTHING


class Entries(QAbstractListModel):
    """The entries as a list."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Count the lines."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a line, for the eye and for assistive technology."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(entry)
        return None

    def tell_changed(self) -> None:
        """Have every line painted anew (asking the view for its viewport makes PySide build 60 classes: 9 ms)."""
        self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def _spoken(self, entry: Entry) -> str:
        errors, warnings = entry.badge
        said = [entry.text or self.tr("分隔线")]
        if errors:
            said.append(self.tr("%1 处须处理").replace("%1", figure(errors)))
        if warnings:
            said.append(self.tr("%1 处核实项待说明").replace("%1", figure(warnings)))
        return "，".join(said)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let pages be chosen, the fold be taken, the rest be passed by."""
        page = self.entries[index.row()].page
        if page in ("", FOLD):
            return Qt.ItemFlag.ItemIsEnabled if page else Qt.ItemFlag.NoItemFlags  # a fold is taken, not chosen
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
