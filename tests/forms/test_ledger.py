"""An accountant types into her contract ledger; nothing typed is lost, everything can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms import journal, ledger, rows
from forms.book import Book
from forms.errors import BookProblem, EditRefused
from forms.ledger import CellEdit

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTS = "JLFW-02"
AS_OF = "2026-11-04"
A_CONTRACT = {
    "contract_no": "YJ-2026-001",
    "contract_name": "韩文游戏本地化",
    "client_name": "한빛소프트",
    "client_country": "韩国",
    "signed_on": "2026-09-14",
    "expires_on": "2027-09-13",
    "ccy": "KRW",
    "amount_orig": "120,000,000",
    "biz_l1": "ITO",
}


def add(book: Book, **typed: object) -> str:
    return ledger.add_row(book, CONTRACTS, {**A_CONTRACT, **typed}, as_of=AS_OF)


def cell(book: Book, uid: str, field: str) -> object:
    row = ledger.read_row(book, CONTRACTS, uid)
    assert row is not None
    return row[field]


def type_into(book: Book, uid: str, field: str, typed: object) -> int:
    return ledger.set_cells(book, CONTRACTS, [CellEdit(uid, field, typed)], label=f"修改{field}", as_of=AS_OF)


def test_a_new_row_is_filled_where_the_program_knows_the_answer(book: Book) -> None:
    uid = add(book)
    row = ledger.read_row(book, CONTRACTS, uid)
    assert row is not None
    assert (row["client_country"], row["shore_type"], row["period"], row["pos"]) == ("KOR", "OFF", "2026-09", 1)
    assert row["amount_orig"] == 12_000_000_000
    assert row["fx_source"] == "SAFE"
    assert row["amount_usd"] == (row["amount_orig"] * row["fx_rate_usd"] + 50_000_000) // 10**8


def test_a_row_that_changed_while_a_long_paste_rested_keeps_that_change(book: Book) -> None:
    uids = [add(book, contract_no=f"YJ-2026-{number:03}") for number in range(ledger.FEW + 20)]
    rests = []

    def rest() -> None:
        if not rests:
            type_into(book, uids[0], "client_name", "珲春客户")
        rests.append(journal.last_seq(book))

    edits = [CellEdit(uid, "contract_name", "粘贴的名称") for uid in uids]
    seq = ledger.set_cells(book, CONTRACTS, edits, label="粘贴", source="pasted", as_of=AS_OF, rest=rest)
    assert rests == [seq - 1]  # it rested, and nothing of the paste was written by then
    assert (cell(book, uids[0], "client_name"), cell(book, uids[0], "contract_name")) == ("珲春客户", "粘贴的名称")
    assert journal.undo(book) == (CONTRACTS, "粘贴")
    assert {cell(book, uid, "contract_name") for uid in uids} == {A_CONTRACT["contract_name"]}
    assert cell(book, uids[0], "client_name") == "珲春客户"
    assert journal.redo(book) == (CONTRACTS, "粘贴")
    assert {cell(book, uid, "contract_name") for uid in uids} == {"粘贴的名称"}


def test_what_does_not_parse_stays_as_typed_until_it_is_mended(book: Book) -> None:
    uid = add(book)
    type_into(book, uid, "amount_orig", "十二万元")
    row = ledger.read_row(book, CONTRACTS, uid)
    assert row is not None
    field = book.catalogue.edition(CONTRACTS).field("amount_orig")
    assert row["amount_orig"] is None
    assert ledger.shown(book.catalogue.edition(CONTRACTS), row, field) == "十二万元"
    assert row["amount_usd"] is None
    type_into(book, uid, "amount_orig", "12万")
    assert cell(book, uid, "unparsed") is None
    assert cell(book, uid, "amount_orig") == 12_000_000


@pytest.mark.parametrize(("ccy", "said"), [("VND", "15,000"), ("KRW", "15,000"), ("USD", "15,000.00")])
def test_a_finding_writes_an_amount_with_the_decimals_of_its_currency(book: Book, ccy: str, said: str) -> None:
    uid = add(book, ccy=ccy, amount_orig="15000")
    row = ledger.read_row(book, CONTRACTS, uid)
    edition = book.catalogue.edition(CONTRACTS)
    assert row is not None
    assert ledger.shown(edition, row, edition.field("amount_orig")) == said


def test_a_rate_typed_by_hand_is_kept_when_the_date_changes(book: Book) -> None:
    uid = add(book)
    type_into(book, uid, "fx_rate_usd", "0.00072")
    assert cell(book, uid, "fx_source") == "MANUAL"
    type_into(book, uid, "signed_on", "2026-08-01")
    assert cell(book, uid, "fx_rate_usd") == 72000
    assert cell(book, uid, "amount_usd") == 8_640_000


def test_undo_and_redo_survive_a_restart(book: Book) -> None:
    uid = add(book)
    type_into(book, uid, "contract_name", "嵌入式软件测试")
    type_into(book, uid, "contract_name", "ERP 运维支持")
    book.close()
    with Book.open(book.path) as again:
        assert journal.undo(again) == (CONTRACTS, "修改contract_name")
        assert cell(again, uid, "contract_name") == "嵌入式软件测试"
        journal.undo(again)
        assert cell(again, uid, "contract_name") == "韩文游戏本地化"
        journal.undo(again)
        assert ledger.row_count(again, CONTRACTS) == 0
        assert journal.undo(again) is None
        journal.redo(again)
        journal.redo(again)
        assert cell(again, uid, "contract_name") == "嵌入式软件测试"
        type_into(again, uid, "contract_name", "别的")
        assert journal.redo(again) is None


def test_deleted_rows_come_back_to_their_places(book: Book) -> None:
    uids = [add(book, contract_no=f"YJ-{number}") for number in range(1, 8)]
    ledger.delete_rows(book, CONTRACTS, [uids[1], uids[2], uids[5]])
    assert [row["contract_no"] for row in ledger.read_rows(book, CONTRACTS)] == ["YJ-1", "YJ-4", "YJ-5", "YJ-7"]
    assert [row["pos"] for row in ledger.read_rows(book, CONTRACTS)] == [1, 2, 3, 4]
    journal.undo(book)
    assert [row["uid"] for row in ledger.read_rows(book, CONTRACTS)] == uids
    assert [row["pos"] for row in ledger.read_rows(book, CONTRACTS)] == list(range(1, 8))


def test_a_row_put_in_the_middle_moves_the_others_down(book: Book) -> None:
    add(book, contract_no="A")
    add(book, contract_no="B")
    ledger.add_row(book, CONTRACTS, {"contract_no": "A2"}, at=2, as_of=AS_OF)
    assert [(row["pos"], row["contract_no"]) for row in ledger.read_rows(book, CONTRACTS)] == [
        (1, "A"),
        (2, "A2"),
        (3, "B"),
    ]


def test_a_step_over_an_accepted_row_is_not_taken_back_without_a_correction(book: Book) -> None:
    """The row before that step is not what the province accepted: taking it back would change it in silence."""
    uid = add(book)
    type_into(book, uid, "contract_name", "韩文游戏本地化与测试")
    type_into(book, uid, "remarks", "误填")
    journal.undo(book)
    book.db.execute("UPDATE contracts SET settled = 1")
    for step, named in ((journal.undo, "撤销“修改contract_name”"), (journal.redo, "重做“修改remarks”")):
        with pytest.raises(
            EditRefused, match=f"不能{named}：合同台账第1行已受理，不能直接修改。请先对2026年9月办理更正"
        ):
            step(book)
    assert (cell(book, uid, "contract_name"), cell(book, uid, "settled")) == ("韩文游戏本地化与测试", 1)
    book.db.execute("INSERT INTO corrections VALUES ('JLFW-02', '2026-09', '名称有误', '2026-11-04')")
    assert journal.undo(book) == (CONTRACTS, "修改contract_name")
    assert cell(book, uid, "contract_name") == "韩文游戏本地化"


def test_an_accepted_row_is_locked_until_a_correction_is_opened(book: Book) -> None:
    uid = add(book)
    with book.transaction() as db:
        db.execute("UPDATE contracts SET settled = 1")
    with pytest.raises(EditRefused, match="已受理"):
        type_into(book, uid, "contract_name", "别的")
    with pytest.raises(EditRefused, match="已受理"):
        ledger.delete_rows(book, CONTRACTS, [uid])
    assert cell(book, uid, "contract_name") == "韩文游戏本地化"


def test_unknown_and_computed_fields_are_refused_and_nothing_changes(book: Book) -> None:
    uid = add(book)
    before = rows.read_images(book, CONTRACTS, [uid])
    with pytest.raises(EditRefused):
        ledger.set_cells(book, CONTRACTS, [CellEdit(uid, "contract_name", "x"), CellEdit(uid, "no_such", 1)], label="")
    with pytest.raises(EditRefused):
        ledger.set_card(book, "JLFW-04", "2026-09", {"exec_usd": "1"})
    assert rows.read_images(book, CONTRACTS, [uid]) == before
    assert ledger.card_row(book, "JLFW-04", "2026-09") is None


def test_a_book_opens_in_one_process_and_a_second_is_told_so(book: Book) -> None:
    with pytest.raises(BookProblem, match="另一个窗口"):
        Book.open(book.path)
    with Book.open(book.path, readonly=True) as reader, pytest.raises(BookProblem, match="只读"):
        add(reader)


def test_a_file_that_is_no_book_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "照片.zhibao"
    other.write_bytes(b"\x89PNG" + b"\0" * 200)
    with pytest.raises(BookProblem, match="不是外包直报的账套"):
        Book.open(other)


def test_a_book_from_a_newer_version_opens_read_only(book: Book) -> None:
    add(book)
    book.db.execute("PRAGMA user_version = 99")
    book.close()
    with Book.open(book.path) as newer:
        assert newer.newer
        assert ledger.row_count(newer, CONTRACTS) == 1
        with pytest.raises(BookProblem, match="只能查看"):
            add(newer)


FIELDS = ("contract_no", "contract_name", "client_country", "signed_on", "ccy", "amount_orig", "is_related_party")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 5), st.sampled_from(FIELDS), st.text(max_size=8)),
        st.tuples(st.just("add"), st.integers(1, 6), st.just(""), st.text(max_size=8)),
        st.tuples(st.just("delete"), st.integers(0, 5), st.just(""), st.just("")),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(steps=STEPS)
def test_whatever_was_done_can_be_undone_and_done_again(book: Book, steps: list[tuple[str, int, str, str]]) -> None:
    def everything() -> list[tuple[object, ...]]:
        return [tuple(row) for row in ledger.read_rows(book, CONTRACTS)]

    while journal.undo(book):
        pass
    seen = [everything()]
    for verb, number, field, text in steps:
        uids = [row["uid"] for row in ledger.read_rows(book, CONTRACTS)]
        if verb == "add":
            ledger.add_row(book, CONTRACTS, {"contract_no": text}, at=number, as_of=AS_OF)
        elif number < len(uids) and verb == "delete":
            ledger.delete_rows(book, CONTRACTS, uids[number : number + 2])
        elif (number < len(uids) and not type_into(book, uids[number], field, text)) or number >= len(uids):
            continue
        assert [row["pos"] for row in ledger.read_rows(book, CONTRACTS)] == list(
            range(1, ledger.row_count(book, CONTRACTS) + 1)
        )
        seen.append(everything())
    for state in reversed(seen[:-1]):
        journal.undo(book)
        assert everything() == state
    for state in seen[1:]:
        journal.redo(book)
        assert everything() == state


def test_two_rows_of_one_key_are_two_rows(book: Book) -> None:
    uids = ledger.add_rows(book, CONTRACTS, [A_CONTRACT, A_CONTRACT], as_of=AS_OF)
    assert len(set(uids)) == 2
    assert ledger.row_count(book, CONTRACTS) == 2


def test_executions_follow_their_contract_unless_typed_otherwise(book: Book) -> None:
    contract = add(book, biz_code="")
    first, second = ledger.add_rows(
        book,
        "JLFW-03",
        [{"contract_no": "YJ-2026-001", "exec_on": "2026-09-20", "amount_orig": "100"}] * 2,
        as_of=AS_OF,
    )
    ledger.set_cells(book, "JLFW-03", [CellEdit(second, "ccy", "USD")], label="", as_of=AS_OF)
    type_into(book, contract, "ccy", "JPY")

    def currency(uid: str) -> object:
        row = ledger.read_row(book, "JLFW-03", uid)
        assert row is not None
        return row["ccy"]

    assert (currency(first), currency(second)) == ("JPY", "USD")
    journal.undo(book)
    assert (currency(first), currency(second), cell(book, contract, "ccy")) == ("KRW", "USD", "KRW")


def test_a_row_is_found_by_what_people_call_it(book: Book) -> None:
    contract = add(book)
    typed = {"cert_type": "CMMI", "cert_no": "IS 095511"}
    certificate = ledger.add_row(book, "JLFW-05", typed, as_of=AS_OF)
    execution = ledger.add_row(book, "JLFW-03", {"exec_no": "Z-7", "contract_no": "YJ-2026-001"}, as_of=AS_OF)
    assert [row["uid"] for row in ledger.find_by_key(book, CONTRACTS, " yj-2026-001")] == [contract]
    assert [row["uid"] for row in ledger.find_by_key(book, "JLFW-05", "IS 095511")] == [certificate]
    assert [row["uid"] for row in ledger.find_by_key(book, "JLFW-05", "CMMI、IS 095511")] == [certificate]
    assert [row["uid"] for row in ledger.find_by_key(book, "JLFW-03", "Z-7")] == [execution]
