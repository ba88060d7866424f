"""check where the disk has no room, and an import whose check meets a damaged page: what was done is said."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from typing import TYPE_CHECKING

import openpyxl
import pytest

from forms import checks, ledger
from forms.book import Book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORM = "JLFW-02"
PAGE = 4096


@pytest.fixture
def path(book: Book) -> Path:
    ledger.add_row(book, FORM, {"contract_no": "YJ-1", "signed_on": "2026-03-05"})
    book.close()
    return book.path


@contextlib.contextmanager
def no_room() -> Iterator[None]:
    """Let no file grow beyond a page, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (PAGE, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_full_disk_keeps_nobody_from_checking(zhibao, path, capsys):
    sound = zhibao("check", path)
    capsys.readouterr()
    with no_room():
        ran = zhibao("check", path)
    assert (ran.status, ran.data["errors"]) == (1, sound.data["errors"])
    assert (sound.data["kept"], ran.data["kept"]) == (True, False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_disk_that_fills_up_while_checking_loses_the_counts_alone(path):
    with Book.open(path) as book:
        book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sound = checks.check(book)
        with no_room():
            full = checks.check(book)
    assert full.findings == sound.findings
    assert sound.unkept == ""
    assert full.unkept.endswith("。")


def test_rows_that_are_in_are_said_to_be_in_when_their_check_meets_damage(zhibao, path, tmp_path):
    made = openpyxl.Workbook()
    made.active.append(["合同编号", "签约日期"])
    made.active.append(["YJ-2", "2026-03-06"])
    made.save(tmp_path / "台账.xlsx")
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'explanations'").fetchone()
        (page,) = db.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * page)
        file.write(b"\xff" * page)
    ran = zhibao("import", path, "02", tmp_path / "台账.xlsx")
    assert ran.status == 1
    assert ran.data["new"] == 1
    assert ran.data["unchecked"].startswith("1行已经导入并保存")
    assert "已损坏" in ran.data["unchecked"]
    with Book.open(path, readonly=True) as book:
        assert [row["contract_no"] for row in ledger.read_rows(book, FORM)] == ["YJ-1", "YJ-2"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_the_window_shows_findings_whose_counts_found_no_room_and_says_so(contracts, qtbot):
    told = []
    contracts.problem.connect(told.append)
    contracts.book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with no_room(), qtbot.waitSignal(contracts.checked):
        contracts.check()
    assert contracts.result.findings
    (problem,) = told
    assert problem.message.startswith("审核已完成，但结果没能记入账套")
