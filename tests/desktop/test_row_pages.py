"""The grid's rows: read by pages, filtered and sorted by SQL, with the row numbers people see."""

from __future__ import annotations

from desktop.models.columns import columns_of, default_fields
from desktop.models.ledger_model import LedgerModel
from desktop.models.narrowing import ALL, ChipRows, Wanted, narrowing_of
from desktop.models.row_pages import PAGE_ROWS, select_positions
from desktop.models.scanning import scan_halves

FORM = "JLFW-02"


def many_rows(book, count, first=1):
    """Put in rows up to number `count` without typing each."""
    with book.transaction() as db:
        db.execute(
            "WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO contracts"
            "(pos, uid, edition, contract_no, contract_name, signed_on, ccy, amount_orig, client_country) "
            "SELECT i, 'u' || i, '2026-01', 'YJ-' || i, '合同' || (i % 7), '2026-10-01', 'USD', i * 100, "
            "iif(i % 2, 'KOR', 'JPN') FROM n",
            (first, count),
        )


def narrowed(model, **wanted):
    model.narrow(narrowing_of(model.columns, Wanted(**wanted), ChipRows()))
    return model.rowCount()


def test_the_item_model_obeys_qt(contracts, qtmodeltester):
    model = LedgerModel(contracts.book, FORM)
    qtmodeltester.check(model)


def test_a_hundred_thousand_rows_are_read_only_by_pages(workspace):
    many_rows(workspace.book, 100_000)
    model = LedgerModel(workspace.book, FORM)
    assert model.rowCount() == 100_000
    assert model.pages.pages_read == 0
    for row in (0, 40, 99_999):
        assert model.row_at(row).pos == row + 1
    assert model.pages.pages_read == 2
    assert len(model.pages.kept()) <= 2 * PAGE_ROWS


def test_a_filter_keeps_the_row_numbers(workspace):
    many_rows(workspace.book, 1000)
    model = LedgerModel(workspace.book, FORM)
    assert narrowed(model, text="YJ-99") == 11
    shown = [model.headerData(row, model_vertical()) for row in range(11)]
    assert shown == [99, *range(990, 1000)]
    assert model.pages.place(990) == 1
    assert model.pages.place(5) == -1


def test_two_threads_that_look_through_one_half_each_find_what_one_finds(workspace, qtbot):
    book = workspace.book
    many_rows(book, 1001)
    model = LedgerModel(book, FORM)
    wanted = narrowing_of(model.columns, Wanted(text="韩国"), ChipRows())
    found: list[object] = []

    def look(other, job):
        return scan_halves(other, job, lambda db, *part: select_positions(db, "contracts", wanted, *part), 1001)

    workspace.work(look, done=found.append)
    qtbot.waitUntil(lambda: bool(found))
    below, above = found[0]
    assert (below[-1], above[0]) == (499, 501)
    assert below + above == select_positions(book.db, "contracts", wanted)

    def given_up(other, job):
        job.cancel()
        return look(other, job)

    many_rows(book, 100_000, first=1002)
    workspace.work(given_up, done=found.append)
    qtbot.waitUntil(lambda: len(found) > 1)
    assert found[1] is None


def model_vertical():
    from PySide6.QtCore import Qt

    return Qt.Orientation.Vertical


def test_words_find_names_countries_and_amounts(workspace):
    many_rows(workspace.book, 1000)
    model = LedgerModel(workspace.book, FORM)
    assert narrowed(model, text="韩国") == 500
    assert narrowed(model, text="rb") == 500  # pinyin initials of 日本
    assert narrowed(model, text="韩国 合同3") == 72
    assert narrowed(model, text="7.00") == 1
    assert narrowed(model, text="100%") == 0
    assert narrowed(model, text="") == 1000


def test_a_sort_is_done_by_the_book(workspace):
    many_rows(workspace.book, 300)
    model = LedgerModel(workspace.book, FORM)
    narrowed(model, chip=ALL, sort="amount_orig", descending=True)
    assert [model.row_at(row).pos for row in (0, 299)] == [300, 1]


def test_frozen_columns_come_first(catalogue):
    columns = columns_of(catalogue.edition(FORM), default_fields(catalogue.edition(FORM)))
    frozen = [column.frozen for column in columns]
    assert frozen == sorted(frozen, reverse=True)
    assert columns[0].id == "contract_no"


def test_yen_have_no_decimals_and_the_wan_view_changes_only_what_is_shown(workspace, contract):
    from forms import ledger

    ledger.add_row(workspace.book, FORM, contract(1, ccy="JPY", amount_orig="1250000"))
    model = LedgerModel(workspace.book, FORM)
    place = model.place_of["amount_orig"]
    assert model.text(model.row_at(0), place) == "1,250,000"
    model.set_wan(True)
    assert model.text(model.row_at(0), place) == "125.00"
    model.setData(model.index(0, place), "126.5")
    assert model.value(model.row_at(0), place) == 126_500_000
