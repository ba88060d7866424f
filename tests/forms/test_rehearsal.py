"""A backup is rehearsed: brought back to a scratch place and compared with what it was made from."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from forms import backups, journal, ledger, rehearsal
from forms.book import Book
from forms.errors import BookProblem

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTS = "JLFW-02"
TODAY = "2026-11-04"


@pytest.fixture
def kept(book: Book) -> Book:
    """Enter three contracts."""
    ledger.add_rows(book, CONTRACTS, [{"contract_no": f"YJ-{n}"} for n in range(3)], as_of=TODAY)
    return book


def folder(book: Book) -> Path:
    return backups.folder_of(book.path)


def test_the_newest_backup_comes_back_row_for_row(kept: Book) -> None:
    made = backups.back_up(kept)
    found = rehearsal.rehearse(kept, folder(kept))
    assert (found.fault, found.same, found.backup) == ("", True, made.name)
    assert found.rows[CONTRACTS] == 3
    path = kept.path
    kept.close()
    with Book.open(path) as again:
        assert rehearsal.last(again) == found, "it is remembered"
    assert [path.name for path in folder(kept).iterdir()] == [made.name], "nothing is left behind"


def test_what_was_typed_since_is_no_fault_of_the_backup(kept: Book) -> None:
    backups.back_up(kept)
    ledger.add_row(kept, CONTRACTS, {"contract_no": "YJ-9"}, as_of=TODAY)
    found = rehearsal.rehearse(kept, folder(kept))
    assert (found.fault, found.same, found.rows[CONTRACTS]) == ("", False, 3)


def test_without_a_backup_there_is_nothing_to_rehearse(kept: Book) -> None:
    with pytest.raises(BookProblem, match="立即备份"):
        rehearsal.rehearse(kept, folder(kept))
    assert rehearsal.last(kept) is None


def test_a_backup_the_disk_spoilt_is_found_out_and_remembered(kept: Book) -> None:
    made = backups.back_up(kept)
    data = bytearray(made.read_bytes())
    data[8192 : 8192 + 2048] = b"\xff" * 2048
    made.write_bytes(data)
    assert "已损坏" in rehearsal.rehearse(kept, folder(kept)).fault
    assert "已损坏" in rehearsal.last(kept).fault


def test_a_backup_somebody_wrote_to_is_found_out(kept: Book) -> None:
    made = backups.back_up(kept)
    db = sqlite3.connect(made)
    db.execute("DELETE FROM contracts WHERE pos = 3")
    db.commit()
    db.close()
    assert "被改动过" in rehearsal.rehearse(kept, folder(kept)).fault


def test_a_backup_with_a_filing_the_book_never_made_is_found_out(kept: Book) -> None:
    made = backups.back_up(kept)
    db = sqlite3.connect(made)
    db.execute("INSERT INTO audit VALUES (99, '2026-11-04', 'f', 'filed', '', 'QUEUED', '', '', '')")
    db.commit()
    db.close()
    kept.put(backups.MADE, None)  # a Book that came from an earlier version wrote nothing down
    assert "报送记录" in rehearsal.rehearse(kept, folder(kept)).fault


def test_a_book_is_due_for_a_backup_once_it_changed(book: Book) -> None:
    assert not backups.is_due(book, folder(book)), "nothing was ever typed"
    ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1"}, as_of=TODAY)
    assert backups.is_due(book, folder(book))
    backups.back_up(book)
    assert not backups.is_due(book, folder(book)), "the same second, and nothing changed"
    journal.undo(book)
    assert backups.is_due(book, folder(book)), "what was undone is a change too"
    made = backups.back_up(book)
    assert not backups.is_due(book, folder(book))
    for one in backups.list_backups(folder(book), book.path.stem):
        one.unlink()
    assert backups.is_due(book, folder(book)), f"{made.name} is gone"
