"""`zhibao audit`: the steps a firm's filings took, and where somebody meddled with their record."""

from __future__ import annotations

import sqlite3

import pytest

from desktop.commands import main
from forms.book import Book


def meddle(path, statement):
    """Change the record as somebody with a database tool would."""
    db = sqlite3.connect(path)
    for verb in ("update", "delete"):
        db.execute(f"DROP TRIGGER audit_no_{verb}")
    db.execute(statement)
    db.commit()
    db.close()


def test_an_untouched_record_is_whole_and_told_step_by_step(filed_path, zhibao, capsys):
    ran = zhibao("audit", filed_path)
    assert (ran.status, ran.data["broken"], ran.data["unaccounted"]) == (0, None, [])
    assert [one["seq"] for one in ran.data["steps"]] == list(range(1, len(ran.data["steps"]) + 1))
    assert main(["audit", str(filed_path)]) == 0
    said = capsys.readouterr().out
    assert "待报送 → 待发送" in said
    assert said.rstrip().endswith("逐步相连，没有改动或缺失。")


@pytest.mark.parametrize(
    "statement", ["UPDATE audit SET detail = '改过' WHERE seq = 3", "DELETE FROM audit WHERE seq = 3"]
)
def test_a_step_that_was_changed_or_taken_out_is_named(filed_path, zhibao, capsys, statement):
    meddle(filed_path, statement)
    ran = zhibao("audit", filed_path)
    assert (ran.status, ran.data["broken"]) == (1, 3)
    assert main(["audit", str(filed_path)]) == 1
    assert "第 3 步断开" in capsys.readouterr().out


def test_a_record_cut_off_at_its_end_is_noticed_by_where_the_filing_stands(filed_path, zhibao):
    with Book.open(filed_path, readonly=True) as book:
        last = book.db.execute("SELECT filing_id FROM audit ORDER BY seq DESC LIMIT 1").fetchone()["filing_id"]
    meddle(filed_path, "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    ran = zhibao("audit", filed_path)
    assert (ran.status, ran.data["broken"], ran.data["unaccounted"]) == (1, None, [last])


def test_a_book_that_has_filed_nothing_has_nothing_to_verify(book, zhibao):
    book.close()
    ran = zhibao("audit", book.path)
    assert (ran.status, ran.data["steps"]) == (0, [])
