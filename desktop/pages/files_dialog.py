"""The files of one cell: what is attached, adding from disk, taking out. What it gives back is the cell's new value."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.dropping import paths_of
from desktop.file_copies import open_copy
from desktop.pieces import button, label, row
from forms import attachments, media
from forms.errors import InputRefused
from forms.kinds import Files
from forms.kinds.files import MOST_FILES, File, files_of, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from forms.book import Book
    from forms.definition import Field


class FilesDialog(QDialog):
    """Lists the files of a cell. Contents are kept in the Book as they are added, named when the row is saved."""

    def __init__(self, book: Book, field: Field, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._field = book, field
        self.files: list[File] = files_of(value or None)
        self.setWindowTitle(field.label)
        self.setMinimumWidth(theme.px("nav") * 2)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("附件"))
        self.refusal = label(role="error", wrap=True)
        self.refusal.hide()
        self.add = button(self.tr("添加文件…"), "add", "primary", self.choose)
        self.look = button(self.tr("打开"), "", "", self._open)
        self.look.setToolTip(self.tr("用系统的阅读器打开一份副本"))
        self.store = button(self.tr("另存为…"), "", "", self._save)
        self.remove = button(self.tr("移除"), "delete", "", self._remove)
        done = button(self.tr("完成"), "", "", self.accept)
        column = QVBoxLayout(self)
        column.addWidget(label(self._wanted(), "caption", wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(self.refusal)
        column.addLayout(row(self.add, self.look, self.store, self.remove, 0, done))
        self.list.itemActivated.connect(lambda _: self._open())
        self.setAcceptDrops(True)
        self._show()

    def choose(self) -> None:
        """Ask for files and add them."""
        accepted = " ".join(f"*{one}" for one in media.suffixes(self._book.catalogue, self._accepted()))
        kinds = self.tr("附件 (%1)").replace("%1", accepted)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("添加附件"), "", kinds)
        self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> bool:
        """Add files; those that cannot be taken are said, the others stay. False where one was refused."""
        told = []
        for path in paths[: MOST_FILES - len(self.files)]:
            try:
                content = attachments.read_content(self._book, self._field, path)
            except InputRefused as refusal:
                told.append(refusal.message)
                continue
            if content.file.sha256 not in {one.sha256 for one in self.files}:
                attachments.keep(self._book, content)
                self.files.append(content.file)
        self.refusal.setText("\n".join(told))
        self.refusal.setVisible(bool(told))
        self._show()
        return not told

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files dragged here."""
        if paths_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files dropped here."""
        self.take(paths_of(event))

    def _open(self) -> None:
        """Let the system show a copy; the program itself never looks inside."""
        if 0 <= self.list.currentRow() < len(self.files):
            self._tried(self._open_one)

    def _open_one(self, file: File) -> None:
        if not open_copy(self._book, file):
            text = self.tr("这台电脑没有能打开“%1”的程序。可点“另存为…”存到别处，再到装有阅读器的电脑上看。")
            raise InputRefused("no-viewer", text.replace("%1", file.name))

    def _save(self) -> None:
        """Ask for a folder and write a copy there."""
        if 0 <= self.list.currentRow() < len(self.files):
            folder = QFileDialog.getExistingDirectory(self, self.tr("另存到"))
            if folder:
                self._tried(lambda file: attachments.save(self._book, file, Path(folder)))

    def _tried(self, act: Callable[[File], object]) -> None:
        try:
            act(self.files[self.list.currentRow()])
        except InputRefused as refusal:
            self.refusal.setText(refusal.message)
            self.refusal.show()
        else:
            self.refusal.hide()

    def _remove(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.files):
            del self.files[at]
            self._show()

    def _show(self) -> None:
        self.files.sort()
        self.list.clear()
        self.list.addItems([f"{one.name}　{media.size_text(one.bytes)}" for one in self.files])
        self.list.setCurrentRow(0)
        for one in (self.remove, self.look, self.store):
            one.setEnabled(bool(self.files))

    def _accepted(self) -> tuple[str, ...]:
        return self._field.kind.accept if isinstance(self._field.kind, Files) else ()

    def _wanted(self) -> str:
        text = self.tr("可添加%1，每个不超过%2。")
        most = media.size_text(media.largest(self._book.catalogue))
        return text.replace("%1", media.named(self._accepted())).replace("%2", most)


def ask_files(book: Book, field: Field, value: str, parent: QWidget, dropped: Sequence[Path] = ()) -> str | None:
    """Let the files of a cell be changed; give the stored form of what is there then, None where it was put away.

    An empty cell asks for a file at once; files that were dropped are added without asking, unless one is refused.
    """
    dialog = FilesDialog(book, field, value, parent)
    if dropped and dialog.take(dropped):
        return packed(dialog.files)
    if not dialog.files and not dropped:
        dialog.choose()
        if dialog.files and dialog.refusal.isHidden():
            return packed(dialog.files)
        if dialog.refusal.isHidden():
            return None
    return (packed(dialog.files) or "") if dialog.exec() else None
