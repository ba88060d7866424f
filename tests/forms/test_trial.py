"""What is typed into a card form is tried before it is kept: the same findings, and nothing written."""

from __future__ import annotations

import pytest

from forms import journal, ledger
from forms.checks import check_row
from forms.errors import InputRefused
from forms.trial import try_card

MONTHLY, PROFILE = "JLFW-04", "JLFW-01"
PERIOD, TODAY = "2026-10", "2026-11-03"


def told(findings):
    return sorted((one.rule, one.field, one.message) for one in findings)


@pytest.mark.parametrize(
    "typed", [{"so_revenue": "250万"}, {"so_revenue": "80万"}, {"total_revenue": "一百万"}, {"so_revenue_off": "90万"}]
)
def test_a_trial_finds_what_committing_finds(book, typed):
    ledger.set_card(book, MONTHLY, PERIOD, {"total_revenue": "100万", "so_revenue": "50万"}, as_of=TODAY)
    before = journal.last_seq(book)
    tried = try_card(book, MONTHLY, PERIOD, typed, as_of=TODAY)
    assert journal.last_seq(book) == before
    ledger.set_card(book, MONTHLY, PERIOD, typed, as_of=TODAY)
    uid = ledger.card_row(book, MONTHLY, PERIOD)["uid"]
    assert told(tried) == told(check_row(book, MONTHLY, uid, TODAY))


def test_the_first_figure_of_a_record_is_tried_before_there_is_one(book):
    tried = try_card(book, PROFILE, "2026", {"legal_rep": "金英姬"}, as_of=TODAY)
    assert ledger.card_row(book, PROFILE, "2026") is None
    ledger.set_card(book, PROFILE, "2026", {"legal_rep": "金英姬"}, as_of=TODAY)
    uid = ledger.card_row(book, PROFILE, "2026")["uid"]
    assert told(tried) == told(check_row(book, PROFILE, uid, TODAY))
    assert tried


def test_what_the_program_fills_is_not_tried(book):
    with pytest.raises(InputRefused, match="由系统生成"):
        try_card(book, MONTHLY, PERIOD, {"new_contracts_cnt": "3"}, as_of=TODAY)
