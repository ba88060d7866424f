"""备份与恢复: the backups there are, a new one now, one restored as a Book of its own, a rehearsal, another PC."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QMessageBox, QVBoxLayout, QWidget

from desktop import background, safekeeping
from desktop.clock import shown_moment
from desktop.figures import figure
from desktop.languages.words import list_of
from desktop.pages.page import Page
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import button, card, label, row, scrolled, set_role
from desktop.restoring import restore
from forms import backups, moving, rehearsal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.rehearsal import Rehearsal

_WHEN, _SIZE, _PROVED, _FILE = range(4)
_ROWS = 6
"""Backups in sight without scrolling."""


class BackupsPage(Page):
    """Everything about the copies of the open Book."""

    icon_name = "archive"
    heeds_checks = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._backups: list[Path] = []
        self.now = button(self.tr("立即备份"), "archive", "primary", self.back_up)
        self.rehearse = button(self.tr("恢复演练"), "verified", "", self.start_rehearsal)
        self.words = label(role="second", wrap=True)
        self.rehearsed = label(role="second", wrap=True)
        self.where = label(role="second", wrap=True)
        heads = (self.tr("备份时间"), self.tr("大小"), self.tr("校验"), self.tr("文件"))
        self.model = TextModel(heads, right=(_SIZE,))
        self.table = plain_table(self.model, self.tr("备份"), stretch=_FILE)
        self.bring = button(self.tr("恢复成新账套"), "undo", "", self.restore_chosen)
        self.prove = button(self.tr("重新核对"), "check", "", self.prove_chosen)
        self._waiting: list[QPushButton] = []
        self._build()

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("备份与恢复")

    # -- layout

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("备份与恢复"), "h2"))
        column.addWidget(self._list_card())
        column.addWidget(self._moving_card())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def _list_card(self) -> QFrame:
        frame, column = card()
        folder = button(self.tr("打开文件夹"), "folder", "", self._open_folder)
        column.addLayout(row(self.now, self.rehearse, 0, folder))
        self.words.setText(self.tr("程序退出前自动备份有改动的账套；保留最近10份和每月一份，每份写完都逐页校验。"))
        column.addWidget(self.words)
        column.addWidget(self.rehearsed)
        self.table.setColumnWidth(_WHEN, 170)
        self.table.setColumnWidth(_SIZE, 90)
        self.table.setColumnWidth(_PROVED, 160)
        column.addWidget(self.table)
        column.addLayout(row(self.bring, self.prove, 0))
        column.addWidget(self.where)
        return frame

    def _moving_card(self) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("换一台电脑"), "h3"))
        for text in (
            self.tr("1. 在这台电脑点“导出账套”，选 U 盘或文件夹：写出一份校验过的账套，数据、回执、历史都在里面。"),
            self.tr("2. 在那台电脑点“从文件移入”，选这份账套，即可接着填报。"),
            self.tr("3. 设备密钥留在这台电脑，不随账套走：到那边首次报送时，向主管部门要一个新的报送码重新开通。"),
            self.tr("移走以后只在一台电脑上填报，以免两边各改各的。"),
        ):
            column.addWidget(label(text, "second", wrap=True))
        out = button(self.tr("导出账套…"), "export", "", self._ask_out)
        into = button(self.tr("从文件移入…"), "import", "", self._ask_in)
        column.addLayout(row(out, into, 0))
        return frame

    # -- content

    @property
    def folder(self) -> Path:
        """The folder of this Book's backups."""
        return safekeeping.folder_for(self.workspace.settings, self.workspace.book.path)

    def refresh(self) -> None:
        """Read the list of backups and the last rehearsal."""
        book = self.workspace.book
        made = backups.remembered(book)
        self._backups = backups.list_backups(self.folder, book.path.stem)
        rows: list[Sequence[str]] = []
        for path in self._backups:
            size = path.stat().st_size
            known = path.name in made and made[path.name].size == size
            word = self.tr("写后已校验") if known else self.tr("未核对")
            rows.append((shown_moment(backups.made_at(path)), _sized(size), word, path.name))
        self.model.fill(rows)
        high = self.table.verticalHeader().defaultSectionSize() * min(len(rows), _ROWS)
        self.table.setFixedHeight(high + self.table.horizontalHeader().height() + 4)
        if rows:
            self.table.selectRow(0)
        for one in (self.table, self.bring, self.prove):
            one.setVisible(bool(rows))
        self.now.setEnabled(not book.readonly)
        self.where.setText(self.tr("备份文件夹：%1（可在“设置”里更改）").replace("%1", str(self.folder)))
        self._show_rehearsal(rehearsal.last(book))

    def _show_rehearsal(self, found: Rehearsal | None) -> None:
        if found is None:
            self.rehearsed.setText(
                self.tr("还没有做过恢复演练。演练把最近的备份恢复到临时位置并与账套比对，不动现有数据。")
            )
            set_role(self.rehearsed, "second")
            return
        at = shown_moment(found.at)[5:16]
        if found.fault:
            text = self.tr("上次演练没有成功 %1：%2").replace("%2", found.fault)
        elif found.same:
            text = self.tr("上次演练恢复成功 %1：%2，与账套逐行一致。")
        else:
            text = self.tr("上次演练恢复成功 %1：%2，与备份时一致；备份以后账套又有改动。")
        self.rehearsed.setText(text.replace("%1", at).replace("%2", self._rows_in_words(found.rows)))
        set_role(self.rehearsed, "error" if found.fault else "ok")

    def _rows_in_words(self, rows: dict[str, int]) -> str:
        short = self.workspace.catalogue.edition
        text = self.tr("%1%2行")
        words = [
            text.replace("%1", short(form).short).replace("%2", figure(count)) for form, count in rows.items() if count
        ]
        return list_of(words) or self.tr("空账套")

    def chosen(self) -> Path | None:
        """Return the backup chosen in the list."""
        at = self.table.currentIndex().row()
        return self._backups[at] if 0 <= at < len(self._backups) else None

    # -- what the buttons do

    def back_up(self) -> None:
        """Write a verified backup now."""
        settings = self.workspace.settings
        self._work(
            self.tr("正在备份并校验…"),
            lambda book: safekeeping.back_up(book, settings),
            lambda path: self.tr("已备份并校验：%1").replace("%1", str(path)),
        )

    def start_rehearsal(self) -> None:
        """Restore the newest backup to a scratch place and compare."""
        folder = self.folder
        self._work(
            self.tr("正在把最近的备份恢复到临时位置并比对…"),
            lambda book: rehearsal.rehearse(book, folder),
            lambda found: self.tr("演练没有成功，请看下面的原因。") if found.fault else self.tr("演练完成，备份可用。"),
        )

    def prove_chosen(self) -> None:
        """Check every page of the chosen backup."""
        path = self.chosen()
        if path is not None:
            self._work(
                self.tr("正在逐页核对…"),
                lambda _book: backups.verify(path),
                lambda _none: self.tr("核对完好：%1").replace("%1", path.name),
            )

    def restore_chosen(self) -> None:
        """Bring the chosen backup back as a Book of its own, beside the present one."""
        path = self.chosen()
        if path is not None:
            self._bring_in(path, self.tr("已恢复成新账套：%1。原来的账套没有变化。"))

    def take_out(self, folder: Path) -> None:
        """Write a verified copy of the Book for another PC."""
        self._work(
            self.tr("正在写出并校验…"),
            lambda book: moving.move_out(book, folder),
            lambda path: self.tr("已写出并校验：%1").replace("%1", str(path)),
        )

    def take_in(self, source: Path) -> None:
        """Bring a Book from another PC in."""
        self._bring_in(source, self.tr("已移入：%1。首次在本机报送时，请输入平台发放的新报送码。"))

    def _bring_in(self, source: Path, text: str) -> None:
        self._begin(self.tr("正在恢复并校验…"))
        background.run(
            lambda _job: restore(source),
            owner=self,
            done=lambda path: self._offer(path, text.replace("%1", path.name)),
            failed=self._failed,
            ended=self._ended,
        )

    def _offer(self, path: Path, text: str) -> None:
        """Say where the Book is now and offer to open it."""
        self._say(text, "ok")
        box = QMessageBox(QMessageBox.Icon.Information, self.title(), text, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        opening = box.addButton(self.tr("现在打开"), QMessageBox.ButtonRole.AcceptRole)
        opening.clicked.connect(lambda: self.workspace.bookWanted.emit(path))
        box.setEscapeButton(box.addButton(self.tr("以后再说"), QMessageBox.ButtonRole.RejectRole))
        box.open()

    def _work(self, begun: str, function: Callable[[Book], Any], said: Callable[[Any], str]) -> None:
        self._begin(begun)
        self.workspace.work(
            lambda book, _job: function(book),
            owner=self,
            done=lambda result: self._done(said(result)),
            failed=self._failed,
            ended=self._ended,
        )

    def _begin(self, text: str) -> None:
        self._waiting = [one for one in (self.now, self.rehearse, self.bring, self.prove) if one.isEnabled()]
        for one in self._waiting:
            one.setEnabled(False)
        self._say(text, "second")

    def _done(self, text: str) -> None:
        self._say(text, "ok")

    def _failed(self, problem: ZhibaoError) -> None:
        self._say(problem.message, "error")

    def _ended(self) -> None:
        for one in self._waiting:
            one.setEnabled(True)
        self.refresh()

    def _say(self, text: str, role: str) -> None:
        self.words.setText(text)
        set_role(self.words, role)

    def _open_folder(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _ask_out(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("导出到哪个文件夹"))
        if chosen:
            self.take_out(Path(chosen))

    def _ask_in(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, self.tr("选择移入的账套"), "", self.tr("账套 (*.zhibao)"))
        if chosen:
            self.take_in(Path(chosen))


def _sized(size: int) -> str:
    """Return a file's size as people read it."""
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{size / 1024:.0f} KB"
