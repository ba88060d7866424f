"""What the authority said stands at its cell until the filing is accepted again."""

from __future__ import annotations

import json

import pytest

from desktop.models.standing import comments_of, filed_periods, returned_periods
from forms import filing, ledger

FORM = "JLFW-02"


@pytest.fixture
def returned(contracts):
    """File 2026-10 and have it returned with a comment on the amount of row 2."""
    book = contracts.book
    uid = ledger.read_rows(book, FORM)[1]["uid"]
    said = [{"uid": uid, "field": "amount_orig", "text": "金额与<b>合同</b>不符，请核对"}]
    body = json.dumps({"office": "延边州商务局", "state": "RETURNED"}, ensure_ascii=False).encode()
    draft = filing.compose(book, FORM, "2026-10", as_of="2026-11-01", key_id="k")
    with book.transaction() as db:
        filing.store(book, draft, filing.canonical(draft.document), b"", "k")
        number = draft.document["id"]
        db.execute("INSERT INTO standing VALUES (?, 'RETURNED', '2026-11-02T01:00:00Z')", (number,))
        db.execute(
            "INSERT INTO decisions VALUES ('d1', ?, 'city', 'returned', ?, '2026-11-02T01:00:00Z', ?, x'', '')",
            (number, json.dumps(said, ensure_ascii=False), body),
        )
    return contracts


def test_a_comment_stands_at_its_cell_in_panel_and_tooltip(returned, ledger_page):
    del returned
    model = ledger_page.model
    mark = model.mark(model.row_at(1), model.place_of["amount_orig"])
    assert [comment.author for comment in mark.comments] == ["延边州商务局"]
    assert ledger_page.panel.tabs.tabText(1).endswith("1")
    index = model.index(1, model.place_of["amount_orig"])
    assert "&lt;b&gt;" in model.data(index, 3)
    problem = ledger_page.panel.models[1].problems[0]
    ledger_page.panel.chosen.emit(problem)
    assert ledger_page.view.currentIndex().row() == 1
    assert ledger_page.view.currentIndex().column() == model.place_of["amount_orig"]


def test_the_chip_shows_returned_rows_only(returned, ledger_page, contract):
    ledger.add_row(returned.book, FORM, contract(7, signed_on="2026-09-01"))
    ledger_page.refresh()
    ledger_page.bar.choose_chip("returned")
    assert ledger_page.model.rowCount() == 6
    ledger_page.bar.choose_chip("all")
    assert ledger_page.model.rowCount() == 7


def test_f8_goes_to_comments_too(returned, ledger_page):
    del returned
    assert any(problem.severity == "comment" for problem in ledger_page.panel.problems())


def test_an_accepted_period_keeps_no_comments(returned):
    book = returned.book
    assert comments_of(book, FORM)
    assert returned_periods(book, FORM) == ["2026-10"]
    book.db.execute("UPDATE standing SET state = 'ACCEPTED'")
    assert comments_of(book, FORM) == []
    assert filed_periods(book, FORM) == ["2026-10"]


def test_a_decision_without_an_office_bears_the_name_of_its_level(returned):
    returned.book.db.execute(
        "INSERT INTO decisions SELECT 'd2', filing_id, 'local', verdict, comments, '2026-11-03T01:00:00Z', x'7b7d',"
        " signature, key_id FROM decisions"
    )
    assert [one.author for one in comments_of(returned.book, FORM)] == ["开发区主管部门"]
