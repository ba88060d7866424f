"""A Book is backed up, the copy is proved, and it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms import backups, ledger
from forms.book import Book
from forms.checks import check
from forms.errors import BookProblem
from forms.reading import reading_of
from forms.sandbox import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

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
    with pytest.raises(BookProblem, match=r"已损坏.*没有找到完好的备份"):
        Book.open(book.path)


def damage_contracts(path: Path) -> None:
    """Let the disk spoil the middle of the contract ledger; the head of the file stays sound."""
    with Book.open(path) as book:
        ledger.add_rows(book, CONTRACTS, [{"contract_no": f"YJ-{n}"} for n in range(2000)], as_of="2026-11-04")
        book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    at = data.index(b"YJ-1000") // 4096 * 4096
    for page in range(at, min(at + 20 * 4096, len(data)), 4096):
        data[page : page + 64] = b"\xff" * 64
    path.write_bytes(data)


WORK: dict[str, Callable[[Book], object]] = {
    "check": lambda book: check(book, as_of="2026-11-04"),
    "backup": backups.back_up,
    "a rule": lambda book: reading_of(book).sandbox.run(
        "SELECT sum(amount_orig) FROM contracts", {}, "审核关系F02-001"
    ),
    "the ledger page": lambda book: ledger.read_rows(book, CONTRACTS),
    "an edit": lambda book: ledger.add_rows(book, CONTRACTS, [{"contract_no": "YJ-1001"}] * 9, as_of="2026-11-04"),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_a_damaged_page_met_at_work_is_the_books_and_the_newest_sound_backup_is_named(
    book: Book, work: Callable[[Book], object]
) -> None:
    older = backups.back_up(book)
    older = older.rename(older.with_name(older.name.replace(older.stem[-15:], "20260105-080000")))
    spoilt = older.with_name(older.name.replace("20260105", "20260106"))
    spoilt.write_bytes(older.read_bytes()[:8192] + b"\xff" * 8192)
    book.close()
    damage_contracts(book.path)
    with pytest.raises(BookProblem) as told, Book.open(book.path) as damaged:
        work(damaged)
    assert told.value.code == "damaged-book"
    assert f"账套“{book.path.name}”已损坏" in told.value.message
    assert f"“{older.name}”" in told.value.message
    assert sorted(path.name for path in older.parent.iterdir()) == [older.name, spoilt.name]


@pytest.mark.parametrize("command", ["check", "backup"])
def test_a_command_that_meets_the_damage_says_it_as_one_sentence(
    book: Book, zhibao: Callable[..., Ran], command: str
) -> None:
    kept = backups.back_up(book, book.path.parent / ("优盘" if command == "backup" else "备份"))
    book.close()
    damage_contracts(book.path)
    ran = zhibao(command, book.path, *([kept.parent] if command == "backup" else []))
    assert (ran.status, ran.data["error"]["code"]) == (3, "damaged-book")
    assert f"“{kept.name}”" in ran.stderr


def test_a_damaged_book_without_a_backup_says_so(book: Book) -> None:
    book.close()
    damage_contracts(book.path)
    with pytest.raises(BookProblem, match="没有找到完好的备份"), Book.open(book.path) as damaged:
        check(damaged, as_of="2026-11-04")


def test_a_rule_that_is_wrong_is_still_the_rule_packs_fault(book: Book) -> None:
    with pytest.raises(RuleBroken, match=r"审核关系F02-010不能执行：SQL 有误.*报表定义"):
        reading_of(book).sandbox.run("SELECT nothing FROM contracts", {}, "审核关系F02-010")


def test_a_backup_folder_that_cannot_be_is_told_in_plain_words(book: Book, tmp_path: Path) -> None:
    (tmp_path / "备份.txt").write_text("", "utf-8")
    with pytest.raises(BookProblem) as told:
        backups.back_up(book, tmp_path / "备份.txt")
    assert told.value.message == (
        f"备份没有写成（同名的文件已存在），请检查备份文件夹“{tmp_path / '备份.txt'}”的空间和权限。"
    )
