"""Paint the pictures of the READMEs anew: `.venv/bin/python packaging/paint_readme.py`.

The ledger is shown as imported, its mistakes marked; home, report and records as they stand when a report came back.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop import journey
from forms.book import Book
from sync import exchange, sealing

PICTURES = Path(__file__).resolve().parent / "pictures"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}


def imported(folder: Path) -> None:
    """Make the Book as it is right after the import."""
    demo = journey.prepare(folder)
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)


def returned(folder: Path) -> None:
    """Make the Book as it is after the first exchange: one report came back with a comment."""
    demo = journey.prepare(folder)
    with Book.open(demo.book) as book, journey.start_province(demo) as province:
        journey.import_all(book, demo)
        journey.mend(book, demo)
        journey.fill_cards(book, demo)
        journey.explain_all(book, demo)
        journey.enroll(book, province)
        sealing.file_period(book, demo.sample.period, with_earlier=True, as_of=demo.as_of)
        exchange.sync(book)


def paint(folder: Path, *names: str) -> None:
    """Paint the Book's pages and keep those named."""
    out = folder / "pictures"
    command = [sys.executable, "-m", "desktop.pictures", folder, out, "--check"]
    subprocess.run(command, env={**os.environ, **OFFSCREEN}, check=True)
    PICTURES.mkdir(exist_ok=True)
    for name in names:
        shutil.copyfile(out / f"{name}.png", PICTURES / f"{name}.png")


def main() -> None:
    """Paint them all."""
    with tempfile.TemporaryDirectory() as place:
        imported(Path(place, "imported"))
        paint(Path(place, "imported"), "ledger")
        returned(Path(place, "returned"))
        paint(Path(place, "returned"), "home", "report", "receipt")


if __name__ == "__main__":
    main()
