"""The indicator handbook as a file, written from the window: opened in the browser, or saved where the user says."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop import languages
from desktop.settings import home
from forms import disk
from forms.handbook import handbook

if TYPE_CHECKING:
    from forms.catalogue import Catalogue

NAME = "handbook.html"


def write(catalogue: Catalogue, path: Path) -> Path:
    """Write the handbook, as a PDF where the name ends so, with names in the window's language behind the Chinese.

    Raises:
        InputRefused: the file cannot be written.
    """
    made = handbook(catalogue, language=languages.current())
    if path.suffix.lower() == ".pdf":
        from desktop.printing.files import print_handbook

        print_handbook(made, path)
        return path
    if path.suffix.lower() not in (".html", ".htm"):
        path = path.with_name(f"{path.name}.html")  # a slip of the hand must never take the place of a Book
    disk.write_whole(path, made.page().encode())
    return path


def place() -> Path:
    """Give the file that is opened in the browser, made anew each time."""
    folder = home() / "handbook"
    with contextlib.suppress(OSError):  # writing into it will say so in a sentence
        folder.mkdir(parents=True, exist_ok=True)
    return folder / NAME


def show(path: Path) -> bool:
    """Hand a written handbook to the browser; False where the system has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
