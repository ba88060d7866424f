"""首页's card of errors: what it counts is what one finds where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import background, earlier
from desktop.pages.home import HomePage
from desktop.place import Place
from forms import ledger

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.workspace import Workspace

CONTRACTS, MONTHLY = "JLFW-02", "JLFW-04"
TODAY = "2026-11-03"


def test_the_card_of_errors_agrees_with_the_ledger_and_leads_to_the_first(
    contracts: Workspace, qtbot: QtBot, contract
) -> None:
    book = contracts.book
    book.put("firm.starts_on", "2026-09-01")
    ledger.add_row(
        book, CONTRACTS, contract(7, signed_on="2026-09-10", effective_on="2026-09-10", amount_orig="约一千")
    )
    wrong = ledger.read_rows(book, CONTRACTS)[3]
    ledger.set_cells(
        book, CONTRACTS, [ledger.CellEdit(wrong["uid"], "amount_orig", "十万左右")], label="填写", as_of=TODAY
    )
    for period in ("2026-09", "2026-10"):
        ledger.set_card(
            book, MONTHLY, period, {"total_revenue": "0", "so_revenue": "0", "so_revenue_off": "0"}, as_of=TODAY
        )
    contracts.with_earlier = True
    page = HomePage(contracts)
    qtbot.addWidget(page)
    page.show()
    page.bring_up_to_date()
    qtbot.waitUntil(lambda: contracts.result is not None and not background.busy())
    card = page.cards[1]
    mended = [one for one in contracts.result.findings if one.severity == "error" and "算不出" not in one.message]
    wrong_by_month = {
        "2026-09": sum(one.period == "2026-09" for one in mended),
        "2026-10": sum(one.period in ("2026-10", "2026") for one in mended),
    }
    assert wrong_by_month["2026-09"]
    assert card.number() == wrong_by_month["2026-10"]  # the report whose figures rest on it is not counted again
    assert card._card.note == f"其他月份 {wrong_by_month['2026-09']} 处"
    went = []
    contracts.placeWanted.connect(went.append)
    card._choose()
    assert went == [Place("JLFW-01", "2026")]  # not begun at all: the form, not a cell
    first = next(one for one in mended if (one.form, one.period) == (CONTRACTS, "2026-10"))
    assert earlier.cell_of(contracts, Place(CONTRACTS, "2026-10"))[2:4] == (first.uid, first.field)
