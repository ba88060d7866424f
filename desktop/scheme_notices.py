"""The calm bars about the scheme: a newer pack at the province, a damaged one, a year whose calendar is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.window import Window
    from forms.book import Book
    from forms.scheme.changes import Change
    from forms.scheme.shelf import Installed
    from sync.signed import SchemeRef


class SchemeNotices(QObject):
    """Keeps the bars true as Book and period change."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.workspace.periodChanged.connect(self._tell_calendar)
        window.workspace.synced.connect(self._tell_offer)

    def begin(self) -> None:
        """Say what there is to say of the scheme of the Book that was opened."""
        from forms import in_use

        broken = in_use.notices()
        if broken:
            self._window.notices.tell("damaged-scheme", "warning", " ".join(broken))
        self._tell_calendar()
        self._tell_offer()
        self._tell_drafts()

    def _tell_calendar(self, *_: object) -> None:
        """Say where the deadlines shown count weekends alone."""
        from forms import deadlines

        space = self._window.workspace
        said = deadlines.unplanned_among(space.book.catalogue, [space.period, space.period[:4]])
        if said:
            self._window.notices.tell("calendar", "info", " ".join(said))
        elif "notices" in vars(self._window):  # not made for nothing
            self._window.notices.drop("calendar")

    def _tell_offer(self, *_: object) -> None:
        """Say that the province has a newer pack; it is fetched only when the person asks."""
        book = self._window.workspace.book
        if book.get("scheme.offered") is None:  # most Books: nothing of packs is loaded
            return
        from sync import scheme

        offered = scheme.waits(book)
        if offered is None or book.readonly:
            self._window.notices.drop("scheme")
            return
        text = self.tr("省平台有新的制度包 %1。").replace("%1", offered.version)
        self._window.notices.tell(
            "scheme",
            "info",
            text,
            (self.tr("查看变化"), self._look),
            (self.tr("安装"), self._install),
            (self.tr("以后"), lambda: self._put_off(offered)),
        )

    def _tell_drafts(self) -> None:
        """Say which drafts are still under an older edition of their form, one at a time."""
        from forms.kept_editions import kept

        space = self._window.workspace
        if space.book.readonly or not kept(space.book.db):
            return
        from forms import editions

        waiting = editions.drafts(space.book, space.as_of)
        if not waiting:
            return
        form, period = waiting[0]
        text = self.tr("%1 有了新版，%2 的草稿仍按旧版填写。")
        text = text.replace("%1", space.catalogue.edition(form).short).replace("%2", period)
        self._window.notices.tell(
            "edition", "info", text, (self.tr("查看并转到新版"), lambda: self._preview(form, period))
        )

    def _preview(self, form: str, period: str) -> None:
        from desktop.pages.edition_dialog import EditionDialog
        from forms import editions

        space = self._window.workspace
        dialog = EditionDialog(editions.preview(space.book, form, period, space.as_of), self._window)
        dialog.accepted.connect(lambda: self._move(form, period))
        dialog.open()

    def _move(self, form: str, period: str) -> None:
        """Move the draft and open the Book anew, whose pages show the new edition's fields."""
        from forms import editions

        space = self._window.workspace
        path = space.book.path
        editions.move(space.book, form, period, as_of=space.as_of)
        self._window.let_go()
        self._window.open_book(path)

    def _look(self) -> None:
        self._window.workspace.news.emit(self.tr("正在取制度包…"))
        self._window.workspace.work(_changes, owner=self, done=self._show)

    def _show(self, found: list[Change]) -> None:
        from desktop.pages.scheme_dialog import SchemeDialog

        dialog = SchemeDialog(found, self._window)
        dialog.accepted.connect(self._install)
        dialog.open()

    def _install(self) -> None:
        self._window.workspace.news.emit(self.tr("正在核对并试算制度包…"))
        self._window.workspace.work(_install, owner=self, done=self._installed)

    def _installed(self, done: Installed) -> None:
        """Open the Book anew: definitions hold as long as a Book is open."""
        from forms import in_use

        path = self._window.workspace.book.path
        self._window.let_go()
        in_use.refresh()
        self._window.open_book(path)
        text = self.tr("制度包 %1 已安装并启用。").replace("%1", done.manifest.version)
        self._window.notices.tell("scheme", "info", text)

    def _put_off(self, offered: SchemeRef) -> None:
        from sync import scheme

        scheme.put_off(self._window.workspace.book, offered)
        self._window.notices.drop("scheme")


def _changes(book: Book, job: Job) -> list[Change]:
    from sync import scheme

    del job
    return scheme.changes(book)


def _install(book: Book, job: Job) -> Installed:
    from sync import scheme

    del job
    return scheme.install(book)
