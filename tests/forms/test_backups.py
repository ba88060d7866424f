"""A Book is backed up, the copy is proved, and it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms import backups, ledger
from forms.book import Book
from forms.errors import BookProblem

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTS = "JLFW-02"


def test_a_backup_comes_back_as_the_same_book(book: Book, tmp_path: Path) -> None:
    ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1", "amount_orig": "十二万"}, as_of="2026-11-04")
    copy = backups.back_up(book, tmp_path / "备份")
    backups.restore(copy, tmp_path / "回来.zhibao")
    with Book.open(tmp_path / "回来.zhibao") as restored:
        assert restored.firm == book.firm
        rows = [tuple(row) for row in ledger.read_rows(restored, CONTRACTS)]
        assert rows == [tuple(row) for row in ledger.read_rows(book, CONTRACTS)]


def test_a_damaged_backup_is_refused_and_nothing_is_put_in_place(book: Book, tmp_path: Path) -> None:
    ledger.add_rows(book, CONTRACTS, [{"contract_no": f"YJ-{n}"} for n in range(300)], as_of="2026-11-04")
    copy = backups.back_up(book, tmp_path / "备份")
    data = bytearray(copy.read_bytes())
    data[8192 : 8192 + 2048] = b"\xff" * 2048
    copy.write_bytes(data)
    with pytest.raises(BookProblem, match="已损坏"):
        backups.restore(copy, tmp_path / "回来.zhibao")
    assert not (tmp_path / "回来.zhibao").exists()


def test_a_restore_never_writes_over_a_book(book: Book, tmp_path: Path) -> None:
    copy = backups.back_up(book, tmp_path / "备份")
    with pytest.raises(BookProblem, match="已存在"):
        backups.restore(copy, book.path)


def test_the_last_ten_and_one_a_month_are_kept(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "备份"
    folder.mkdir()
    for stamp in (
        "20260105-080000",
        "20260120-080000",
        "20260210-080000",
        *(f"202603{day:02d}-080000" for day in range(1, 12)),
    ):
        (folder / f"{book.path.stem}-{stamp}.zhibao").write_bytes(b"")
    backups.back_up(book, folder)
    kept = [path.stem[-15:] for path in backups.list_backups(folder, book.path.stem)]
    assert len(kept) == 10 + 3
    assert kept[-3:] == ["20260301-080000", "20260210-080000", "20260105-080000"]


def test_a_book_damaged_on_disk_is_said_to_be_so(book: Book) -> None:
    ledger.add_rows(book, CONTRACTS, [{"contract_no": f"YJ-{n}"} for n in range(50)], as_of="2026-11-04")
    book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    data = bytearray(book.path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    book.path.write_bytes(data)
    with pytest.raises(BookProblem, match="从“备份”文件夹恢复"):
        Book.open(book.path)
