"""Looking at an attached file: a copy in a folder only this user can read, opened by the system's own viewer.

The program itself never reads what is in it. The copies go when the program ends; a viewer that still holds one on
Windows keeps it until the system clears its temporary folder.
"""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from forms import attachments

if TYPE_CHECKING:
    from forms.book import Book
    from forms.kinds.files import File


@functools.cache
def folder() -> Path:
    """Give the folder of this run, made for this user alone (mode 700)."""
    made = Path(tempfile.mkdtemp(prefix="zhibao-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def open_copy(book: Book, file: File) -> bool:
    """Write a copy and hand it to the system's viewer; False where the system has none.

    Raises:
        InputRefused: the Book lost the content, or nothing can be written.
    """
    copy = attachments.save(book, file, folder() / file.sha256[:16])
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
