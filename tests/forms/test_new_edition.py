"""The program brings a newer edition: an old Book gets its columns and keeps its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import backups, ledger, migrations, rehearsal
from forms.book import Book

if TYPE_CHECKING:
    import pytest

CONTRACTS = "JLFW-02"


def test_a_book_made_before_a_new_field_gets_its_column(book: Book) -> None:
    uid = ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1", "remarks": "旧账"}, as_of="2026-11-04")
    book.db.execute("ALTER TABLE contracts DROP COLUMN orig_location")
    book.put("definitions", "of an older program")
    book.close()
    with Book.open(book.path) as again:
        row = ledger.read_row(again, CONTRACTS, uid)
        assert row is not None
        assert (row["contract_no"], row["remarks"], row["orig_location"]) == ("YJ-1", "旧账", None)
        ledger.set_cells(
            again, CONTRACTS, [ledger.CellEdit(uid, "orig_location", "档案室")], label="", as_of="2026-11-04"
        )


def test_a_book_from_before_a_form_was_there_opens_and_its_backup_comes_back(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1"}, as_of="2026-11-04")
    newest_form = book.catalogue.table(book.catalogue.forms[-1])
    book.db.execute(f"DROP TABLE {newest_form}")
    book.close()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda _db: None))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    with Book.open(book.path) as again:
        assert again.db.execute(f"SELECT count(*) FROM {newest_form}").fetchone()[0] == 0
        assert rehearsal.rehearse(again, backups.folder_of(book.path)).fault == ""


def test_a_migration_backs_the_book_up_first(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1"}, as_of="2026-11-04")
    book.close()
    newest = migrations.VERSION + 1
    later = (*migrations.MIGRATIONS, lambda db: db.execute("ALTER TABLE imports ADD COLUMN note TEXT"))
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(migrations, "VERSION", newest)
    with Book.open(book.path) as again:
        assert migrations.stored_version(again.db) == newest
        assert ledger.row_count(again, CONTRACTS) == 1
    copies = backups.list_backups(backups.folder_of(book.path), book.path.stem)
    assert len(copies) == 1
    backups.verify(copies[0])
