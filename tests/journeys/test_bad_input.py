"""Slips of the hand at the command line: one sentence, the right status, and nothing of the firm's lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.commands.program import main
from forms import ledger
from forms.book import Book

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = 3


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
