"""The sample firm: the same from the same seed, wrong where it says so, right everywhere else."""

from __future__ import annotations

import pytest

from forms import ledger, sample_papers
from forms.book import Book
from forms.checks import check
from forms.sample import make_sample
from forms.workbook.importing import import_workbook
from forms.workbook.sample_workbook import write_sample_workbook


def test_a_seed_tells_the_same_year_again():
    assert make_sample(7) == make_sample(7)
    assert make_sample(7) != make_sample(8)


@pytest.mark.parametrize(
    ("seed", "firm", "period", "as_of"),
    [
        (1, "延吉海兰江信息技术有限公司", "2026-10", "2026-11-03"),
        (5, "延吉布尔哈通软件有限公司", "2026-03", "2026-04-03"),
        (9, "图们江数据服务有限公司", "2026-12", "2027-01-05"),
    ],
)
def test_its_mistakes_are_found_and_its_corrections_mend_them(tmp_path, seed, firm, period, as_of):
    sample = make_sample(seed, firm, period=period)
    path = write_sample_workbook(sample, tmp_path / "台账.xlsx")
    with Book.create(
        tmp_path / "账套.zhibao", uscc=sample.uscc, name=firm, division=sample.division, demo=True
    ) as book:
        book.set_header(**sample.header)
        ledger.set_card(book, "JLFW-01", period[:4], sample.profile, as_of=as_of)
        for form, filled in sample.cards.items():
            for month, values in filled.items():
                ledger.set_card(book, form, month, values, as_of=as_of)
        for form, rows in sample.ledgers.items():
            result = import_workbook(book, form, path, as_of=as_of)
            assert result.rows_read == result.rows_accepted + result.rows_refused
            assert result.rows_accepted == result.new == len(rows)
        found = check(book, as_of=as_of)
        sample_papers.attach_all(book, as_of=as_of)
        assert found.errors >= 12
        assert {finding.rule for finding in found.findings} >= {
            "F00-001",
            "F00-004",
            "F02-001",
            "F02-005",
            "F02-009",
            "X-005",
        }
        for mend in sample.corrections:
            row = ledger.find_by_key(book, mend.form, mend.key)[mend.occurrence - 1]
            edit = ledger.CellEdit(row["uid"], mend.field, mend.right)
            ledger.set_cells(book, mend.form, [edit], label=mend.note, as_of=as_of)
        mended = check(book, as_of=as_of)
        assert [finding.message for finding in mended.findings if finding.severity == "error"] == []


def test_without_mistakes_there_is_nothing_to_mend():
    assert make_sample(1, mistakes=False).corrections == []
