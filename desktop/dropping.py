"""What somebody drags here from the file manager."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent


def paths_of(event: QDropEvent) -> list[Path]:
    """Give the files and folders of this computer that are dragged; pages of the web are none."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
