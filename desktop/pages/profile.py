"""企业信息: the profile form of the year, the people who answer for the figures, and the Book's backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout

from desktop.catalogue_of_pages import PROFILE_FORM
from desktop.pages.card import CardPage
from desktop.pages.opening_place import OpeningLink
from desktop.pages.page import Page
from desktop.pieces import ElidedLabel, button, card, label, row
from desktop.place import Place
from forms import ledger

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book

_LOW = 560  # px of a page; a notebook of 1366×768 at 150 % leaves 438


class ProfilePage(Page):
    """The firm: report header above, JLFW-01 below."""

    icon_name = "firm"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.people: dict[str, QLineEdit] = {}
        self._captions: list[QLabel] = []
        self._low: bool | None = None
        self.opening = OpeningLink(workspace)
        self.card = CardPage(workspace, PROFILE_FORM)
        self.backup = button(self.tr("立即备份"), "archive", "", self.back_up)
        self.backup_note = label(role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        frame, inner = card(margin=14, spacing=8)
        why = ElidedLabel(self.tr("印在每张报表上，随报表上报"), "caption")
        head = row(label(self.tr("报表表头"), "h3"), why, self.opening, self.backup_note, self.backup)
        head.setStretch(1, 1)
        inner.addLayout(head)
        inner.addLayout(self._people())
        holder = QVBoxLayout()
        holder.setContentsMargins(12, 12, 12, 0)
        holder.addWidget(frame)
        column.addLayout(holder)
        column.addWidget(self.card, 1)

    def _people(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        names = (
            ("unit_head", self.tr("单位负责人")),
            ("stat_head", self.tr("统计负责人")),
            ("filler", self.tr("填表人")),
            ("filler_tel", self.tr("联系电话")),
        )
        for key, name in names:
            box = QLineEdit()
            box.setAccessibleName(name)
            box.setMaxLength(60)
            box.editingFinished.connect(lambda key=key: self._keep(key))
            caption = label(name, "second")
            caption.setBuddy(box)
            self._captions.append(caption)
            self.people[key] = box
        self._grid = grid
        self._lay_people(low=False)
        return grid

    def _lay_people(self, *, low: bool) -> None:
        """Put the names above their boxes; in a low window beside them, for the form wants the height."""
        if low == self._low:
            return
        self._low = low
        for column, (caption, box) in enumerate(zip(self._captions, self.people.values(), strict=True)):
            for each in (caption, box):
                self._grid.removeWidget(each)
            self._grid.addWidget(caption, 0, 2 * column, 1, 1 if low else 2)
            self._grid.addWidget(box, 0 if low else 1, 2 * column + low, 1, 1 if low else 2)
            self._grid.setColumnStretch(2 * column, 0 if low else 2)
            self._grid.setColumnStretch(2 * column + 1, 3 if low and column == len(self._captions) - 1 else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the form as much height as there is."""
        super().resizeEvent(event)
        self._lay_people(low=self.height() < _LOW)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("企业信息")

    # -- the page protocol, passed on to the form

    def refresh(self) -> None:
        """Read header, form and the last backup."""
        book = self.workspace.book
        for key, box in self.people.items():
            if not box.hasFocus():
                box.setText(book.header[key])
                box.setCursorPosition(0)
            box.setReadOnly(book.readonly)
        self.backup.setEnabled(not book.readonly)
        self._show_last_backup()
        self.opening.refresh()
        self._bring_in_what_is_known()
        self.card.bring_up_to_date()

    def _bring_in_what_is_known(self) -> None:
        """Put name and division, which were asked for when the firm was added, into a profile that nobody began."""
        book, year = self.workspace.book, self.workspace.period_of(PROFILE_FORM)
        if book.readonly or book.firm.demo or ledger.card_row(book, PROFILE_FORM, year) is not None:
            return
        known = {"ent_name": book.firm.name, "division_code": book.firm.division}
        label = self.tr("带入企业名称和属地")
        ledger.set_card(book, PROFILE_FORM, year, known, label=label, as_of=self.workspace.as_of)

    def show_place(self, place: Place) -> None:
        """Go to a field of the header or of the form; a place without a field is the header, where that lacks one."""
        lacking = self._lacking()
        if place.field in self.people or (not place.field and lacking):
            self.people[place.field or lacking[0]].setFocus()
        else:
            self.card.show_place(place)

    def to_print(self) -> tuple[str, str, str] | None:
        """Print the form."""
        return self.card.to_print()

    def step_problem(self, *, forward: bool) -> bool:
        """Go to what the header lacks, then to the next problem of the form."""
        lacking = self._lacking()
        if lacking and not any(box.hasFocus() for box in self.people.values()):
            self.people[lacking[0]].setFocus()
            return True
        return self.card.step_problem(forward=forward)

    def step_back(self, *, forward: bool) -> bool:
        """Undo in the form."""
        return self.card.step_back(forward=forward)

    # -- header and backups

    def _lacking(self) -> list[str]:
        """List what the header must have and has not."""
        return [key for key in self.people if key != "stat_head" and not self.workspace.book.header[key]]

    def _keep(self, key: str) -> None:
        text = self.people[key].text().strip()
        book = self.workspace.book
        if not book.readonly and text != book.header[key]:
            book.set_header(**{key: text})
            self.workspace.touched(PROFILE_FORM)

    def _show_last_backup(self) -> None:
        from desktop import safekeeping
        from desktop.clock import shown_time
        from forms import backups

        book = self.workspace.book
        folder = safekeeping.folder_for(self.workspace.settings, book.path)
        found = backups.list_backups(folder, book.path.stem)
        if found:
            stamp = shown_time(backups.made_at(found[0]))
            self.backup_note.setText(self.tr("上次备份 %1").replace("%1", stamp))
        else:
            self.backup_note.setText(self.tr("还没有备份；退出时也会自动备份"))

    def back_up(self) -> None:
        """Write a verified backup now."""

        def backing_up(book: Book, job: Job) -> Path:
            from desktop import safekeeping

            del job
            return safekeeping.back_up(book, self.workspace.settings)

        self.backup.setEnabled(False)
        self.workspace.work(backing_up, owner=self, done=self._backed_up, ended=lambda: self.backup.setEnabled(True))

    def _backed_up(self, path: Path) -> None:
        self._show_last_backup()
        self.workspace.news.emit(self.tr("已备份并校验：%1").replace("%1", str(path)))
