"""Paint the pictures of the manual anew: `.venv/bin/python packaging/paint_help.py`.

Home, ledger, filing and report are shown as imported, with their mistakes; the records after a report came back.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from paint_readme import OFFSCREEN, imported, returned
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter

from desktop.manual import FOLDER

SIZE = "1180x640"
COLORS = 256
BEGUN = {"home": "home", "form-JLFW-02": "ledger", "submit": "submit", "form-JLFW-04": "report"}
RETURNED = {"records": "records"}


def paint(folder: Path, names: dict[str, str]) -> None:
    """Paint the Book's pages and keep them under the manual's names, small."""
    out = folder / "pictures"
    pages = ",".join(name.replace("-", ":", 1) for name in names)
    command = [sys.executable, "-m", "desktop.pictures", folder, out, "--check", "--size", SIZE, "--pages", pages]
    subprocess.run(command, env={**os.environ, **OFFSCREEN}, check=True)
    for page, name in names.items():
        writer = QImageWriter(str(FOLDER / "pictures" / f"{name}.png"))
        writer.setCompression(100)
        writer.write(few_colors(QImage(str(out / f"{page}.png"))))


def few_colors(picture: QImage) -> QImage:
    """Keep the most common colours only, every other pixel takes the nearest of them."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(whole.constBits()).cast("I")
    table = [color for color, _count in Counter(pixels).most_common(COLORS)]
    return whole.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def main() -> None:
    """Paint them all."""
    (FOLDER / "pictures").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        imported(Path(place, "imported"))
        paint(Path(place, "imported"), BEGUN)
        returned(Path(place, "returned"))
        paint(Path(place, "returned"), RETURNED)


if __name__ == "__main__":
    main()
