"""One check serves all pages: nobody waits for the same rows to be looked through twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import background
from desktop.models.marks import Marks, RowFindings
from forms import checks, ledger
from forms.check_result import CheckResult
from forms.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.pages.ledger import LedgerPage
    from desktop.workspace import Workspace

FORM = "JLFW-02"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Note what the window asks to be checked."""
    noted: list[dict[str, object]] = []
    real = checks.check

    def check(book: object, **wanted: object) -> CheckResult:
        noted.append(wanted)
        return real(book, **wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(checks, "check", check)
    return noted


def rest(page: LedgerPage, qtbot: QtBot) -> None:
    """Wait until nothing is checked or listed any more."""
    qtbot.waitUntil(lambda: not background.busy() and not page.checks.stale)
    qtbot.waitUntil(lambda: not page.checks._listing.isActive())


def test_the_ledger_takes_what_the_check_of_everything_found(
    ledger_page: LedgerPage, contract: Callable[..., dict[str, object]], qtbot: QtBot, asked: list[dict[str, object]]
) -> None:
    rest(ledger_page, qtbot)
    asked.clear()
    space = ledger_page.workspace
    space.with_earlier = True
    ledger.add_row(space.book, FORM, contract(8, amount_orig="八百"))
    space.check()
    ledger_page.checks.check_all()  # as a page that is shown while the first check runs
    qtbot.waitUntil(lambda: space.result is not None)
    rest(ledger_page, qtbot)

    assert [one.text for one in ledger_page.panel.problems() if one.field == "amount_orig"]
    assert len(asked) == 1

    ledger_page.checks.check_all()  # and again, nothing having changed
    rest(ledger_page, qtbot)
    assert len(asked) == 1


def test_what_the_check_of_the_period_left_out_is_checked_after_it(
    ledger_page: LedgerPage, contract: Callable[..., dict[str, object]], qtbot: QtBot, asked: list[dict[str, object]]
) -> None:
    rest(ledger_page, qtbot)
    asked.clear()
    space = ledger_page.workspace
    space.with_earlier = False
    ledger.add_row(space.book, FORM, contract(8, signed_on="2026-06-10", effective_on="2026-06-10", amount_orig="八百"))
    ledger_page.check()
    rest(ledger_page, qtbot)
    qtbot.waitUntil(lambda: len(asked) == 2)
    rest(ledger_page, qtbot)

    assert [one.get("forms") for one in asked] == [None, [FORM]]
    assert [one.period for one in ledger_page.panel.problems() if one.field == "amount_orig"] == ["2026-06"]


def finding(uid: str, severity: str, rule: str = "F") -> Finding:
    return Finding(rule, severity, FORM, "2026-10", 1, uid, uid, "ccy", "", None, None, "不对")


def test_the_list_begins_with_what_must_be_mended_and_the_counts_follow_each_edit() -> None:
    marks = Marks()
    many = [finding(f"u{number}", "warning") for number in range(50)]
    marks.take(RowFindings.of([*many, finding("u49", "error"), finding("", "info")]))
    assert [one.severity for one in marks.worst(3)] == ["error", "warning", "warning"]
    assert marks.counts == {"error": 1, "warning": 50, "info": 1}

    assert marks.set_row_findings("u49", [finding("u49", "warning", "G")], {"F"})
    assert marks.set_row_findings("u7", [finding("u7", "error")], {"F"})
    assert [(one.uid, one.severity) for one in marks.worst(2)] == [("u7", "error"), ("u49", "warning")]
    assert +marks.counts == {"error": 1, "warning": 49, "info": 1}
    assert len(marks.worst(1000)) == len(marks.findings()) == 51


def test_a_cell_broken_since_the_check_is_seen_where_one_files(contracts: Workspace, qtbot: QtBot) -> None:
    from desktop.pages.submit import SubmitPage

    contracts.check()
    qtbot.waitUntil(lambda: contracts.is_checked and not background.busy())
    before = contracts.result
    book = contracts.book
    wrong = ledger.CellEdit(ledger.read_rows(book, FORM)[3]["uid"], "amount_orig", "十万左右")
    ledger.set_cells(book, FORM, [wrong], label="填写", as_of=contracts.as_of)
    assert not contracts.is_checked

    page = SubmitPage(contracts)
    qtbot.addWidget(page)
    page.show()
    page.bring_up_to_date()
    qtbot.waitUntil(lambda: contracts.is_checked and not background.busy())

    assert contracts.result is not before
    assert [one.rule for one in contracts.result.findings if one.field == "amount_orig"] == ["F00-004"]
    assert FORM in {form for form, _period in page._errors}
