"""Paint a Book in trouble, each trouble made for real: `care_states.py BOOK OUT MODE WIDTHxHEIGHT`.

After a crash, on a disk that is nearly full, read-only, in use elsewhere, damaged with a good backup.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop import book_notices, recovery
from desktop.app import dress, make_window
from desktop.book_notices import BookNotices
from desktop.pictures import settle
from desktop.settings import HOME_VARIABLE, Settings
from forms import backups, journal
from forms.book import Book


def main() -> int:
    """Paint them all."""
    source, out, mode, size = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = str(Path(folder, "home"))
        path = Path(shutil.copy(source, folder))
        paint(path, out, mode, [int(part) for part in size.split("x")])
    return 0


def paint(path: Path, out: Path, mode: str, size: list[int]) -> None:
    """Open the Book in each state and save what is seen."""
    with Book.open(path) as book:
        last = journal.last_seq(book)
        backups.back_up(book)
    application = QApplication(sys.argv[:1])
    settings = Settings(theme=mode)
    dress(application, settings, mode)
    window = make_window(settings)
    window.resize(*size)
    window.show()
    book_notices.TIGHT = 2**60  # any disk is nearly full
    watch = BookNotices(window, recovery.Left(path, last - 1))
    window.open_book(path)
    _save(window, out / "care-recovered.png")
    watch.deleteLater()
    window.workspace.let_go()
    window.open_book(path, readonly=True)
    window.show_page("form:JLFW-02")
    _save(window, out / "care-readonly.png")
    window.workspace.let_go()
    with Book.open(path):
        window.open_book(path)
        _save_dialog(window, out / "care-in-use.png")
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    window.open_book(path)
    _save_dialog(window, out / "care-damaged.png")
    window.close()


def _save(widget: QWidget, path: Path) -> None:
    settle()
    widget.grab().save(str(path))


def _save_dialog(window: QWidget, path: Path) -> None:
    settle()
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    _save(box, path)
    box.close()


if __name__ == "__main__":
    sys.exit(main())
