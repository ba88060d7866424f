"""Paint every page at every size, scale and theme into a folder, to be looked at by eye.

    .venv/bin/python tests/journeys/pictures.py OUT

The demo firm's Book is made in OUT/book: filed but for one returned report, so that every page has something to show.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = "first-run,home,form:JLFW-02,form:JLFW-03,form:JLFW-05,form:JLFW-04,submit,records,statistics,profile,settings"
PAGES += ",help"
VIEWS = (
    ("1366", "1366x768", "1"),
    ("1366at150", "910x512", "1.5"),  # 1366×768 pixels at 150 %
    ("1920", "1920x1080", "1"),
)


def make_books(folder: Path) -> list[tuple[str, Path]]:
    """Make two states of the demo firm: just imported, with its mistakes; and filed."""
    sys.path.insert(0, str(ROOT))
    from desktop import journey
    from desktop.demo import make_demo
    from forms.book import Book
    from sync import exchange, submit

    fresh = make_demo(folder / "fresh")
    demo = journey.prepare(folder / "filed")
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)
        journey.mend(book, demo)
        journey.fill_cards(book, demo)
        journey.explain_all(book, demo)
        with journey.start_province(demo) as province:
            journey.enroll(book, province)
            submit.file_period(book, demo.sample.period, with_earlier=True, as_of=demo.as_of)
            exchange.sync(book)
            exchange.sync(book)
    return [("fresh", fresh), ("filed", demo.book)]


def main() -> int:
    """Paint all pictures; return the number of failed runs."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "pictures").resolve()
    os.environ["ZHIBAO_HOME"] = str(out / "home")
    os.environ["ZHIBAO_KEYS"] = str(out / "keys")
    failed = 0
    for state, book in make_books(out / "book"):
        for name, size, scale in VIEWS:
            for mode in ("light", "dark"):
                env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT)}
                place = out / f"{name}-{mode}" / state
                command = [sys.executable, "-m", "desktop.pictures", str(book.parent), str(place)]
                command += ["--size", size, "--theme", mode, "--pages", PAGES]
                failed += subprocess.run(command, env=env, check=False).returncode != 0
    sys.stdout.write(f"{len(list(out.glob('*/*/*.png')))} pictures in {out}\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
