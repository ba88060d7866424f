"""Identity numbers: right or wrong by GB 11643, shown without their middle, kept and sent whole."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from forms import filing, kinds, ledger
from forms.checks import check
from forms.idcard import check_character, idcard_birth, idcard_gender, idcard_valid, masked
from forms.kinds import Unparsed
from forms.workbook.export import export_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from forms.book import Book

NUMBER, HIDDEN = "222401199803120025", "222401********0025"
AS_OF = "2026-10-03"
HIRED = {
    "person_name": "金美兰",
    "id_no": NUMBER,
    "education": "本科",
    "school": "延边大学",
    "major": "日语",
    "grad_on": "2026-06-30",
    "hired_on": "2026-09-07",
    "labor_contract_to": "2029-09-06",
    "position": "日语客服专员",
    "biz_l1": "BPO",
}


def hire(book: Book, **changed: object) -> str:
    return ledger.add_row(book, "JLFW-07", HIRED | changed, as_of=AS_OF)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 999))
def test_one_wrong_digit_is_always_found(born: dt.date, number: int) -> None:
    first = f"222401{born:%Y%m%d}{number:03d}"
    right = first + check_character(first)
    assert idcard_valid(right)
    assert (idcard_birth(right), idcard_gender(right)) == (born.isoformat(), "M" if number % 2 else "F")
    for place in range(17):
        wrong = f"{right[:place]}{(int(right[place]) + 1) % 10}{right[place + 1 :]}"
        assert not idcard_valid(wrong)


@pytest.mark.parametrize("text", ["", "22240119980312002", NUMBER + "1", "222401199802300020", "２22401199803120025"])
def test_what_is_no_identity_number_says_nothing_of_its_holder(text: str) -> None:
    assert not idcard_valid(text)
    assert idcard_birth(text) is None
    assert idcard_gender(text) is None


@pytest.mark.parametrize(("text", "shown"), [(NUMBER, HIDDEN), ("M12345678", "M1*****78"), ("E123", "****"), ("", "")])
def test_others_see_the_ends_of_a_number(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_number_is_read_as_people_write_it_and_never_from_its_masked_form() -> None:
    kind = kinds.IdCard()
    assert kind.parse(" ２２２４０１ 19980312 002x ") == "22240119980312002X"
    assert kind.edit(NUMBER) == kind.wire(NUMBER) == NUMBER
    assert kind.unwire(kind.wire(NUMBER)) == NUMBER
    assert kind.show(NUMBER) == kind.cell(NUMBER) == HIDDEN
    assert kind.parse(HIDDEN) == Unparsed(HIDDEN, "masked")
    assert kind.parse(222401199803120025) == Unparsed("222401199803120025", "digits-lost")


def test_gender_and_birth_come_of_the_number_and_are_asked_for_with_a_passport(book: Book) -> None:
    row = ledger.read_row(book, "JLFW-07", hire(book))
    assert row is not None
    assert (row["gender"], row["birth_on"]) == ("F", "1998-03-12")
    hire(book, id_type="护照", id_no="M12345678")
    lacking = {one.field for one in check(book, forms=["JLFW-07"], as_of=AS_OF).findings if one.rule == "F00-001"}
    assert lacking == {"gender", "birth_on"}


def test_findings_and_workbooks_hide_the_number_and_the_province_gets_it(book: Book, tmp_path: Path) -> None:
    uid = hire(book, id_no=NUMBER[:-1] + "4")
    (found,) = [one for one in check(book, forms=["JLFW-07"], as_of=AS_OF).findings if one.rule == "F07-001"]
    assert "222401********0024" in found.message
    assert NUMBER[6:14] not in found.message
    ledger.set_cells(book, "JLFW-07", [ledger.CellEdit(uid, "id_no", NUMBER)], label="改", as_of=AS_OF)
    assert filing.compose(book, "JLFW-07", "2026-09", as_of=AS_OF, key_id="key").document["rows"][0]["id_no"] == NUMBER
    for full, written in ((False, HIDDEN), (True, NUMBER)):
        path = tmp_path / f"新员工{full}.xlsx"
        assert export_ledger(book, "JLFW-07", path, full=full) == 1
        cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row]
        assert [cell for cell in cells if cell in (NUMBER, HIDDEN)] == [written]
