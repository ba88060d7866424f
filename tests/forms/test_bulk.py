"""A file brought in twice, corrected, mended by hand: nothing doubles and nobody's work is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forms import bulk, journal, ledger
from forms.ledger import CellEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.book import Book

CONTRACTS = "JLFW-02"
AS_OF = "2026-11-04"
FIELDS = ("contract_no", "contract_name", "ccy", "amount_orig", "signed_on")
FIRST = ("YJ-1", "医疗影像标注", "USD", 100_000, "2026-09-01")
SECOND = ("YJ-2", "ERP 运维", "KRW", 5_000_000, "2026-09-02")


@dataclass
class Run:
    """Rows of a file, given row by row."""

    rows: Sequence[tuple[object, ...]]
    unparsed: list[tuple[int, str, str, str]] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        return list(range(4, 4 + len(self.rows)))

    @property
    def columns(self) -> list[tuple[object, ...]]:
        return list(zip(*self.rows, strict=True))


def bring_in(
    book: Book, *rows: tuple[object, ...], import_id: str = "1", **kept: list[tuple[int, str, str, str]]
) -> bulk.AppliedRows:
    with book.transaction():
        run = Run(rows, kept.get("unparsed", []))
        return bulk.apply(book, CONTRACTS, FIELDS, [run], import_id=import_id, label="导入", as_of=AS_OF)  # type: ignore[list-item]


def counts(outcome: bulk.AppliedRows) -> tuple[int, int, int]:
    return outcome.new, outcome.updated, outcome.unchanged


def column(book: Book, name: str) -> list[object]:
    return [row[name] for row in ledger.read_rows(book, CONTRACTS)]


def test_an_import_fills_what_typing_would_have_filled(book: Book) -> None:
    bring_in(book, FIRST)
    ledger.add_row(
        book,
        CONTRACTS,
        {
            "contract_no": "YJ-9",
            "contract_name": "医疗影像标注",
            "ccy": "USD",
            "amount_orig": "1000",
            "signed_on": "2026-09-01",
        },
        as_of=AS_OF,
    )
    imported, typed = (dict(row) for row in ledger.read_rows(book, CONTRACTS))
    apart = ("pos", "uid", "k", "contract_no", "import_id", "import_row")
    assert {name: value for name, value in imported.items() if name not in apart} == {
        name: value for name, value in typed.items() if name not in apart
    }


def test_the_same_file_again_changes_nothing(book: Book) -> None:
    assert counts(bring_in(book, FIRST, SECOND)) == (2, 0, 0)
    steps = journal.last_seq(book)
    assert counts(bring_in(book, FIRST, SECOND, import_id="2")) == (0, 0, 2)
    assert journal.last_seq(book) == steps


def test_a_corrected_file_updates_and_never_doubles(book: Book) -> None:
    bring_in(book, FIRST, SECOND)
    corrected = (*SECOND[:3], 6_000_000, SECOND[4])
    assert counts(bring_in(book, FIRST, corrected, import_id="2")) == (0, 1, 1)
    assert column(book, "amount_orig") == [100_000, 6_000_000]


def test_a_cell_mended_by_hand_is_kept_when_the_old_file_comes_again(book: Book) -> None:
    broken = (*FIRST[:3], None, FIRST[4])
    unparsed = [(0, "amount_orig", "壹仟", "not-a-number")]
    bring_in(book, broken, unparsed=unparsed)
    uid = str(column(book, "uid")[0])
    assert column(book, "unparsed") == ['{"amount_orig":["壹仟","not-a-number"]}']
    ledger.set_cells(book, CONTRACTS, [CellEdit(uid, "amount_orig", "1000")], label="改", as_of=AS_OF)
    assert counts(bring_in(book, broken, import_id="2", unparsed=unparsed)) == (0, 0, 1)
    assert column(book, "amount_orig") == [100_000]
    assert counts(bring_in(book, (*FIRST[:3], 110_000, FIRST[4]), import_id="3")) == (0, 1, 0)
    assert column(book, "amount_orig") == [110_000]


def test_a_blank_cell_clears_nothing_a_person_typed(book: Book) -> None:
    ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1", "contract_name": "手工录入"}, as_of=AS_OF)
    bring_in(book, ("YJ-1", None, "USD", 100_000, "2026-09-01"))
    assert column(book, "contract_name") == ["手工录入"]


def test_a_key_seen_twice_is_kept_twice(book: Book) -> None:
    assert counts(bring_in(book, FIRST, FIRST)) == (2, 0, 0)
    assert counts(bring_in(book, FIRST, FIRST, import_id="2")) == (0, 0, 2)
    assert len(set(column(book, "uid"))) == 2


def test_an_import_is_one_step_back_and_forth(book: Book) -> None:
    ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-2", "contract_name": "原名"}, as_of=AS_OF)
    before = [tuple(row) for row in ledger.read_rows(book, CONTRACTS)]
    bring_in(book, FIRST, SECOND)
    after = [tuple(row) for row in ledger.read_rows(book, CONTRACTS)]
    assert journal.undo(book) == (CONTRACTS, "导入")
    assert [tuple(row) for row in ledger.read_rows(book, CONTRACTS)] == before
    journal.redo(book)
    assert [tuple(row) for row in ledger.read_rows(book, CONTRACTS)] == after


def test_an_accepted_row_is_refused_to_an_import_and_named(book: Book) -> None:
    bring_in(book, FIRST)
    with book.transaction() as db:
        db.execute("UPDATE contracts SET settled = 1")
    outcome = bring_in(book, (*FIRST[:3], 1, FIRST[4]), import_id="2")
    assert outcome.refused
    assert outcome.refused[0][0] == 4
    assert column(book, "amount_orig") == [100_000]


def test_two_computers_mint_the_same_ids_from_one_file(book: Book) -> None:
    bring_in(book, FIRST, SECOND)
    first = column(book, "uid")
    journal.undo(book)
    bring_in(book, SECOND, FIRST, import_id="2")
    assert sorted(map(str, column(book, "uid"))) == sorted(map(str, first))


def test_executions_typed_first_take_their_currency_from_the_contracts_brought_in_later(book: Book) -> None:
    ledger.add_row(book, "JLFW-03", {"contract_no": "YJ-2", "exec_on": "2026-09-20", "amount_orig": "1"}, as_of=AS_OF)
    bring_in(book, FIRST, SECOND)
    assert [row["ccy"] for row in ledger.read_rows(book, "JLFW-03")] == ["KRW"]
    bring_in(book, FIRST, (*SECOND[:2], "JPY", *SECOND[3:]), import_id="2")
    assert [row["ccy"] for row in ledger.read_rows(book, "JLFW-03")] == ["JPY"]
    journal.undo(book)
    assert [row["ccy"] for row in ledger.read_rows(book, "JLFW-03")] == ["KRW"]
    journal.undo(book)
    assert [row["ccy"] for row in ledger.read_rows(book, "JLFW-03")] == [None]
