"""What is being typed and not in the Book yet: kept beside it, and offered again after a kill or a refused write.

A cell is in the Book when it is left. Until then its text lies in a small file beside the Book, no journal entry: it
goes as soon as the Book has the text, or the person has given it up.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.inputs.line import LineInput
from desktop.models.ledger_model import LedgerModel
from desktop.place import Place
from forms import ledger
from forms.errors import InputRefused

if TYPE_CHECKING:
    from desktop.window import Window
    from forms.book import Book

BAR = "unwritten"
PAUSE_MS = 400  # without a key
SUFFIX = ".typing"


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A text and the cell it was for; ``uid`` is empty for a card form."""

    form: str
    period: str
    uid: str
    field: str
    text: str


def beside(book: Book) -> Path:
    """Return the file that keeps the text."""
    return book.path.with_name(book.path.name + SUFFIX)


def keep(book: Book, one: Unwritten) -> None:
    """Keep it; a disk that is full keeps nothing, and says so elsewhere."""
    with contextlib.suppress(OSError):
        beside(book).write_text(json.dumps(asdict(one), ensure_ascii=False), encoding="utf-8")


def forget(book: Book) -> None:
    """Take it away."""
    with contextlib.suppress(OSError):
        beside(book).unlink(missing_ok=True)


def left(book: Book) -> Unwritten | None:
    """Return what was left, where its cell is still there and does not say so already."""
    try:
        found = Unwritten(**json.loads(beside(book).read_text(encoding="utf-8")))
        field = book.catalogue.edition(found.form, found.period or None).by_id[found.field]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    row = ledger.read_row(book, found.form, found.uid) if found.uid else None
    if found.uid and row is None:
        return None
    stored = None if row is None else row[field.id]
    return None if stored is not None and field.kind.edit(stored) == found.text else found


def write(book: Book, one: Unwritten, label: str, as_of: str) -> None:
    """Put it into its cell as one step. Raises InputRefused."""
    if one.uid:
        edit = ledger.CellEdit(one.uid, one.field, one.text)
        ledger.set_cells(book, one.form, [edit], label=label, as_of=as_of)
    else:
        ledger.set_card(book, one.form, one.period, {one.field: one.text}, label=label, as_of=as_of)


class UnwrittenKeeper(QObject):
    """Watches the inputs of the window's pages, and offers again what did not get into the Book."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._input: LineInput | None = None
        self._pending: Unwritten | None = None
        self._model: LedgerModel | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._keep)
        window.workspace.bookChanged.connect(self._offer_left)
        window.workspace.dataChanged.connect(self._written)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    # -- while one types

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Watch the input that has the focus; one left with its text taken has nothing pending."""
        if isinstance(now, LineInput) and now is not self._input and self._window.isAncestorOf(now):
            self._input = now
            now.textEdited.connect(lambda _text: self._timer.start())
            now.destroyed.connect(partial(self._gone, id(now)))
            model = getattr(self._window.page(), "model", None)
            if isinstance(model, LedgerModel) and model is not self._model:
                self._model = model
                model.refused.connect(self.refused)
        elif now is not None and not isinstance(now, LineInput):
            self._timer.stop()
            QTimer.singleShot(0, self, self._left)

    def _gone(self, which: int, *_: object) -> None:
        if self._input is not None and id(self._input) == which:
            self._input = None

    def _keep(self) -> None:
        """Keep the text being typed, and where."""
        space = self._window.workspace
        if self._input is None or not space.is_open or space.book.readonly:
            return
        found = self._typed(self._input)
        if found is not None:
            self._pending = found
            keep(space.book, found)

    def _typed(self, typing: LineInput) -> Unwritten | None:
        """Return what is being typed, with the unit of the view it is typed in, and the cell it is for."""
        page: Any = self._window.page()
        card = getattr(page, "card", page)
        line = next((one for one in getattr(card, "lines", ()) if one.input is typing), None)
        if line is not None:
            model = card.model
            return Unwritten(card.form, model.period, "", line.field.id, model.in_full(line.field, typing.typed()))
        index = page.view.currentIndex() if isinstance(getattr(page, "model", None), LedgerModel) else None
        if index is None or not index.isValid():
            return None
        row, text = page.model.row_at(index.row()), page.model.in_full(index.column(), typing.typed())
        return Unwritten(page.form, row.period, row.uid, page.model.columns[index.column()].id, str(text))

    def _written(self) -> None:
        """Forget: the Book has it."""
        self._timer.stop()
        if self._pending is not None:
            self._pending = None
            forget(self._window.workspace.book)

    def refused(self) -> None:
        """Offer again what the Book did not take: a full disk, a locked row."""
        self._keep()
        one, self._pending = self._pending, None
        if one is not None and one.text:
            self.offer(one)

    def _left(self) -> None:
        """Forget what was given up with Esc."""
        if self._pending is not None and self._window.workspace.is_open:
            self._pending = None
            forget(self._window.workspace.book)

    # -- afterwards

    def _offer_left(self) -> None:
        """Say what the window before this one did not get written."""
        space = self._window.workspace
        self._pending = None
        found = None if space.book.readonly else left(space.book)
        if found is not None:
            self.offer(found)

    def offer(self, one: Unwritten) -> None:
        """Show the text with its place; it may be put back, or given up."""
        book = self._window.workspace.book
        edition = self._window.workspace.catalogue.edition(one.form, one.period or None)
        row = ledger.read_row(book, one.form, one.uid) if one.uid else None
        number = self.tr("第%1行").replace("%1", str(row["pos"])) if row is not None else ""
        where = " ".join(filter(None, (edition.short, number, edition.by_id[one.field].label)))
        text = self.tr("上次未写入的内容：%1 “%2”。").replace("%1", where).replace("%2", one.text[:80])
        ways = ((self.tr("填回去"), lambda: self._put_back(one)), (self.tr("不要了"), self._give_up))
        self._window.notices.tell(BAR, "info", text, *ways)

    def _put_back(self, one: Unwritten) -> None:
        space = self._window.workspace
        try:
            write(space.book, one, self.tr("填回上次未写入的内容"), space.as_of)
        except InputRefused as refused:
            self._window.tell_problem(refused)
            return
        self._give_up()
        space.touched(one.form)
        space.go(Place(one.form, one.period, one.uid or None, one.field))

    def _give_up(self) -> None:
        self._window.notices.drop(BAR)
        forget(self._window.workspace.book)
