"""Slips of the hand at the command line: one sentence, the right status, and nothing of the firm's lost."""

from __future__ import annotations

import contextlib
import json
import signal
import sys
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.commands.program import main
from forms import ledger
from forms.backups import back_up
from forms.book import Book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REFUSED = 3
INTERRUPTED = 130
FIRM = "91222401MA1DEM1235"
PERIOD = "2026-10"


@pytest.fixture
def path(book: Book) -> Path:
    """Give the file of a closed Book with two contracts of one number."""
    ledger.add_rows(book, "JLFW-02", [{"contract_no": "YJ-1"}, {"contract_no": "YJ-1"}], as_of="2026-11-03")
    book.close()
    return book.path


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    capsys.readouterr()
    assert main([*map(str, words), "--json"]) == REFUSED
    said = capsys.readouterr()
    error = json.loads(said.out)["error"]
    assert said.err.strip() == error["message"]
    assert "Traceback" not in said.err
    return str(error["code"])


@pytest.mark.parametrize("command", ["export", "template"])
def test_a_workbook_is_never_written_over_a_book(path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("export", path, "02", path) if command == "export" else ("template", "02", path)
    before = path.read_bytes()
    assert refused(capsys, *words) == "not-xlsx"
    assert path.read_bytes() == before


def test_an_explanation_is_for_a_warning_of_the_form(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    because = "已与合同和收款凭证逐笔核对，情况属实。"
    for rule in ("F99-999", "F02-001x", "X-005"):
        assert refused(capsys, "explain", path, "02", "2026-10", rule, because) == "no-such-warning"
    assert main(["explain", str(path), "02", "2026-10", "F02-016", because]) == 0


def test_of_two_rows_with_one_number_none_is_deleted_by_that_number(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, "delete", path, "02", "--row", "YJ-1") == "many-rows"
    with Book.open(path) as book:
        uids = [row["uid"] for row in ledger.read_rows(book, "JLFW-02")]
    assert main(["delete", str(path), "02", "--row", uids[1]]) == 0
    with Book.open(path) as book:
        assert [row["uid"] for row in ledger.read_rows(book, "JLFW-02")] == uids[:1]


def test_a_damaged_page_is_said_to_be_damage(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Book.open(path) as book:
        root = book.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'contracts'").fetchone()[0]
        size = book.db.execute("PRAGMA page_size").fetchone()[0]
        book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(data)
    assert refused(capsys, "show", path, "02") == "damaged-book"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Write a workbook of one contract."""
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in (("合同编号", "签约日期", "币种", "合同金额"), ("YJ-7", "2026-10-05", "美元", 1000)):
        made.active.append(row)
    made.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def content(path: Path) -> list[str]:
    with Book.open(path, readonly=True) as book:
        return [line for line in book.db.iterdump() if 'INTO "checked"' not in line]


# -- files that are no Books, and disks that are full


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a page, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("what", ["empty", "cut off", "another database", "a folder", "a workbook"])
def test_what_is_no_book_is_neither_opened_nor_restored(
    path: Path, workbook: Path, tmp_path: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Book.open(path) as book:
        book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other = tmp_path / "别的.zhibao"
    match what:
        case "a folder":
            other.mkdir()
        case "a workbook":
            other = workbook
        case _:
            bytes_of = {"empty": b"", "cut off": path.read_bytes()[:20_000], "another database": b"SQLite format 3\0"}
            other.write_bytes(bytes_of[what])
    for words in (
        ("status", other),
        ("check", other),
        ("set", other, "04", PERIOD, "total_revenue=1"),
        ("undo", other),
    ):
        refused(capsys, *words)
    refused(capsys, "backup", other, tmp_path / "备份")
    refused(capsys, "restore", other, tmp_path / "恢复.zhibao")
    assert not (tmp_path / "恢复.zhibao").exists()
    assert not list(tmp_path.glob("**/*.partial"))


@pytest.mark.skipif(sys.platform == "win32", reason="the limit that stands for a full disk is one of Unix")
def test_a_full_disk_takes_nothing_and_loses_nothing(
    path: Path, workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Book.open(path) as book:
        kept = back_up(book, tmp_path / "昨天")
    before = content(path)
    with full_disk():
        said = [
            refused(capsys, *words)
            for words in (
                ("import", path, "02", workbook),
                ("set", path, "02", PERIOD, "contract_name=甲", "--row", "YJ-9"),
                ("export", path, "02", tmp_path / "导出.xlsx"),
                ("template", "02", tmp_path / "模板.xlsx"),
                ("backup", path, tmp_path / "备份"),
                ("restore", kept, tmp_path / "恢复.zhibao"),
                ("new", tmp_path / "新.zhibao", "--uscc", FIRM, "--name", "甲", "--division", "222401"),
            )
        ]
    assert (said[3], said[5]) == ("not-written", "restore-failed")
    assert content(path) == before
    assert not list(tmp_path.glob("*.xlsx.*")) + list(tmp_path.glob("**/*.partial"))
    assert not any((tmp_path / name).exists() for name in ("导出.xlsx", "模板.xlsx", "恢复.zhibao", "新.zhibao"))


# -- interruptions


@pytest.mark.parametrize("where", ["between two steps", "inside SQLite"])
def test_an_interrupted_import_takes_nothing(
    path: Path, workbook: Path, where: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    before = content(path)
    place = "forms.rates.Rates.filled" if where == "inside SQLite" else "desktop.commands.sheets.Bar.__call__"
    monkeypatch.setattr(place, interrupt)
    assert main(["import", str(path), "02", str(workbook)]) == INTERRUPTED
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), "已中断" in said.err) == ("", 1, True)
    assert content(path) == before


# -- rates


def test_a_rate_written_out_of_all_measure_is_named_with_its_line(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, rate in enumerate(("1e999999999", "-1", "nan", "abc", "", "156")):
        table = tmp_path / f"汇率{number}.csv"
        table.write_text(f"month,ccy,rate\n2026-09,JPY,0.0065\n2026-10,JPY,{rate}\n", encoding="utf-8")
        assert main(["rates", "import", str(path), str(table)]) == REFUSED
        assert "第3行" in capsys.readouterr().err
    for other in (tmp_path, tmp_path / "没有.csv"):
        assert refused(capsys, "rates", "import", path, other) == "no-file"
    with Book.open(path, readonly=True) as book:
        assert book.db.execute("SELECT count(*) FROM rates").fetchone()[0] == 0
