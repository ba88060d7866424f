"""What a window that ended abnormally leaves behind, and what of its work is in the Book. No Qt.

While a window runs, a small file names the Book it has open. A window that ends takes the file away; where it is found
at the next start and nobody answers, the last one was killed or the power went.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.languages import spoken, translate
from desktop.languages.words import period_word
from desktop.settings import home

if TYPE_CHECKING:
    from forms.book import Book


@dataclass(frozen=True, slots=True)
class Left:
    """What the ended window had open: the Book, and the number of the last edit when it was opened."""

    book: Path
    seq: int


@dataclass(frozen=True, slots=True)
class Saved:
    """The last edit in the Book: when (UTC), and where in words («合同台账 第5行»)."""

    at: str
    where: str


def mark() -> Path:
    """Return the file that says a window runs."""
    return home() / "running"


def left_behind() -> Left | None:
    """Return what the last window left, None where it ended as it should or had no Book open."""
    try:
        found = json.loads(mark().read_text(encoding="utf-8"))
        return Left(Path(found["book"]), int(found["seq"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note(book: Path | None, seq: int = 0) -> None:
    """Write down that this window runs, with the Book it has open and the number of its last edit."""
    text = json.dumps({"book": str(book), "seq": seq}, ensure_ascii=False) if book is not None else ""
    with contextlib.suppress(OSError):
        mark().parent.mkdir(parents=True, exist_ok=True)
        mark().write_text(text, encoding="utf-8")


def forget() -> None:
    """Take the file away: the window ended as it should."""
    with contextlib.suppress(OSError):
        mark().unlink(missing_ok=True)


def last_saved(book: Book, since: int) -> Saved | None:
    """Return the last edit after the one of number ``since``, None where there was none."""
    query = "SELECT seq, at, form FROM journal WHERE seq > ? ORDER BY seq DESC LIMIT 1"
    entry = book.db.execute(query, (since,)).fetchone()
    if entry is None:
        return None
    from forms import journal

    short = spoken(book.catalogue).edition(entry["form"]).short
    step = journal.step_of(book, entry["seq"])
    where = step.label if short in step.label else f"{short} {step.label}"
    if len(step.uids) == 1:
        table = book.catalogue.table(entry["form"])
        row = book.db.execute(f"SELECT pos, period FROM {table} WHERE uid = ?", (step.uids[0],)).fetchone()
        if row is not None:
            is_ledger = book.catalogue.edition(entry["form"]).is_ledger
            number = translate("Filings", "第%1行").replace("%1", str(row["pos"]))
            where = f"{short} {number}" if is_ledger else f"{short} {period_word(row['period'])}"
    return Saved(entry["at"], where)
