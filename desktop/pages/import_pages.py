"""The plain pages of the import dialog: choose a file, wait, hear why a file cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from desktop import theme
from desktop.pieces import button, label


class ChoosePage(QFrame):
    """Drop a file here, choose one, or take a template."""

    fileWanted = Signal()
    templateWanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset")
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px("space3"))
        layout.addStretch(1)
        for widget in (
            label(self.tr("把 Excel 文件拖到这里，或者")),
            button(self.tr("选择文件…"), "folder", "primary", self.fileWanted.emit),
            label(self.tr("列的次序和名称不必和模板一样；先预览，确认后才写入账套，可以撤销。"), "caption"),
            button(self.tr("下载模板"), "", "link", self.templateWanted.emit),
        ):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)


class WorkingPage(QWidget):
    """A bar, and the rows behind it in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("导入进度"))
        self.words = label("", "caption")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.bar)
        layout.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def begin(self) -> None:
        """Show that work has begun, and nothing more."""
        self.bar.setRange(0, 0)
        self.words.setText("")

    def show_rows(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(self.tr("%1 / %2 行").replace("%1", f"{done:,}").replace("%2", f"{total:,}"))


class RefusedPage(QWidget):
    """Why nothing can be imported, and where it can be settled by hand the way there."""

    settleWanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        box = QFrame(self)
        box.setProperty("role", "banner-error")
        self.sentence = label(wrap=True)
        inner = QVBoxLayout(box)
        inner.addWidget(self.sentence)
        self.settle = button(self.tr("指定表头和各列"), "", "primary", self.settleWanted.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px("space3"))
        layout.addWidget(box)
        layout.addWidget(self.settle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_refusal(self, sentence: str, *, can_settle: bool) -> None:
        """Say why."""
        self.sentence.setText(sentence)
        self.settle.setVisible(can_settle)
