"""Paint what the forms, files and scheme bring beside the pages: `form_states.py BOOK READY OUT MODE WIDTHxHEIGHT`.

All forms unfolded, a text left unwritten, a newer scheme pack, its changes, a draft of an older edition, the files of
a cell, files dropped on a ledger, and (of the Book READY to be filed) what waits to be sent.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication, QDialog

from desktop import unwritten
from desktop.app import dress, make_window
from desktop.book_notices import BookNotices
from desktop.navigation_entries import FOLD, Entries
from desktop.pages.edition_dialog import EditionDialog
from desktop.pages.files_dialog import FilesDialog
from desktop.pages.match_dialog import MatchDialog
from desktop.pages.scheme_dialog import SchemeDialog
from desktop.pictures import settle
from desktop.settings import HOME_VARIABLE, Settings
from desktop.window import Window
from forms import attaching, ledger, sample_papers
from forms.book import Book
from forms.editions import CellMove, Preview
from forms.scheme.changes import Change
from sync import scheme, sealing
from sync.signed import SchemeRef

FORM, PERIOD = "JLFW-02", "2026-10"
CHANGES = [
    Change("form", "JLFW-02 承接服务外包合同登记表", "有了自 2026-07 起的新版。"),
    Change("field", "JLFW-02 承接服务外包合同登记表 · 原件存放处", "不再填报。"),
    Change("parameter", "报送截止日", "月报由每月 5 日改为每月 8 日，遇休息日顺延到下一个工作日。"),
]


def main() -> int:
    """Paint them all."""
    source, ready, out = (Path(word) for word in sys.argv[1:4])
    mode, size = sys.argv[4:6]
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = str(Path(folder, "home"))
        settings = Settings(theme=mode)
        dress(application, settings, mode)
        window = make_window(settings)
        window.resize(*(int(part) for part in size.split("x")))
        window.show()
        watches = BookNotices(window), unwritten.UnwrittenKeeper(window)
        paint_bars(window, Path(shutil.copy(source, folder)), out)
        paint_dialogs(window, out, Path(folder))
        window.let_go()
        paint_queue(window, Path(shutil.copy(ready, folder)), out)
        window.close()
        del watches
    return 0


def paint_bars(window: Window, path: Path, out: Path) -> None:
    """Open the Book with a text left over and a pack offered; then unfold the navigation."""
    with Book.open(path) as book:
        row = ledger.read_rows(book, FORM)[2]
        unwritten.keep(book, unwritten.Unwritten(FORM, row["period"], row["uid"], "contract_name", "跨境电商客服外"))
        book.put(scheme.OFFERED, msgspec.json.encode(SchemeRef("2027.1", 2**31, "0" * 64)).decode())
    window.open_book(path)
    window.show_page("home")
    save(window, out / "bars.png")
    view = window.navigation.view
    entries = view.model()
    if isinstance(entries, Entries):
        view.clicked.emit(entries.index([one.page for one in entries.entries].index(FOLD)))
    window.show_page("form:JLFW-10")
    save(window, out / "more-forms.png")


def paint_dialogs(window: Window, out: Path, folder: Path) -> None:
    """Open each dialog over its page."""
    book = window.workspace.book
    window.show_page(f"form:{FORM}")
    cells = [
        CellMove(row["pos"], row["uid"], "orig_location", "原件存放处", "档案室二层 3 号柜", "")
        for row in ledger.read_rows(book, FORM)[:4]
    ]
    preview = Preview(FORM, "合同台账", PERIOD, "2026-01", "2026-07", cells, ["数据出境方式", "结算方式"])
    edition = book.catalogue.edition(FORM)
    field = next(one for one in edition.stored_fields if one.kind.name == "files")
    row = next(one for one in ledger.read_rows(book, FORM) if one[field.id])
    scans = [folder / f"{row['contract_no']} 合同正本.pdf", folder / "验收单.pdf", folder / "说明.txt"]
    for one in scans:
        one.write_bytes(sample_papers.paper(one.name.encode().hex()))
    match = attaching.match(book, FORM, scans)
    refused, fit = attaching.sifted(book, edition, field, match.by_row)
    dialogs = {
        "scheme-dialog": SchemeDialog(CHANGES, window),
        "edition-dialog": EditionDialog(preview, window),
        "files-dialog": FilesDialog(book, field, row[field.id], window),
        "drop-dialog": MatchDialog(field, match, refused, fit, window),
    }
    for name, dialog in dialogs.items():
        dialog.open()
        save(dialog, out / f"{name}.png")
        dialog.close()


def paint_queue(window: Window, path: Path, out: Path) -> None:
    """Sign what is ready without a province that hears it."""
    with Book.open(path) as book:
        sealing.file_period(book, PERIOD, with_earlier=True, as_of=book.get("demo.as_of") or "")
    window.open_book(path)
    window.workspace.set_period(PERIOD)
    window.show_page("submit")
    save(window, out / "queued.png")


def save(widget: QDialog | Window, path: Path) -> None:
    """Wait until it stands, and save it."""
    settle()
    widget.grab().save(str(path))


if __name__ == "__main__":
    sys.exit(main())
