"""books, check-all, file-all, sync-all, new-all: one object, one line a firm, the exit status of the worst."""

from __future__ import annotations

import openpyxl
import pytest

from forms import ledger
from forms.book import Book
from sync import enrolment
from sync.endpoint.demo import start_demo

PERIOD = "2026-02"
AS_OF = "2026-03-03"


@pytest.fixture
def folder(make_firms):
    return make_firms(3)[0].parent


def books_of(folder):
    return sorted(folder.glob("*.zhibao"))


def test_books_tells_where_every_firm_stands_and_why_one_cannot_be_read(zhibao, folder):
    (folder / "外来.zhibao").write_text("不是账套")
    ran = zhibao("books", folder, "--period", PERIOD)
    assert ran.status == 0
    firms = {one["name"]: one for one in ran.data["firms"]}
    assert len(firms) == 4
    assert firms["外来"]["problem"]["code"] == "not-a-book"
    one = firms["海兰江软件01有限公司"]
    assert (one["unfiled"], one["returned"], one["overdue"], one["as_of"]) == (3, 0, 0, AS_OF)
    assert [(state["form"], state["label"]) for state in one["series"]][:3] == [
        ("JLFW-06", "待报送"),
        ("JLFW-04", "待报送"),
        ("JLFW-01", "待报送"),
    ]
    assert zhibao("books", folder / "没有").data["error"]["code"] == "no-folder"
    assert zhibao("books", folder, "--period", "2026").status == 3


def test_check_all_is_status_1_where_one_firm_cannot_be_filed(zhibao, folder):
    assert zhibao("check-all", folder, "--period", PERIOD).data["counts"] == {"ready": 3}
    with Book.open(books_of(folder)[0]) as book:
        ledger.set_card(book, "JLFW-04", PERIOD, {"total_revenue": ""}, as_of=AS_OF)
    ran = zhibao("check-all", folder, "--period", PERIOD)
    assert (ran.status, ran.data["counts"]) == (1, {"ready": 2, "blocked": 1})
    assert [one["word"] for one in ran.data["firms"] if one["errors"]] == ["不能报"]


def test_file_all_files_nothing_until_it_is_told_yes(zhibao, folder, tmp_path):
    with start_demo(tmp_path / "province", AS_OF, script="accept-all") as province:
        for path in books_of(folder):
            with Book.open(path) as book:
                enrolment.enroll(book, province.code(book.firm.uscc))
        asked = zhibao("file-all", folder, "--period", PERIOD)
        assert (asked.status, asked.data["done"], asked.data["counts"]) == (0, "check", {"ready": 3})
        assert {one["unfiled"] for one in zhibao("books", folder, "--period", PERIOD).data["firms"]} == {3}
        filed = zhibao("file-all", folder, "--period", PERIOD, "--yes")
        assert (filed.status, filed.data["done"], filed.data["counts"]) == (0, "file", {"filed": 3})
        assert {one["unfiled"] for one in zhibao("books", folder, "--period", PERIOD).data["firms"]} == {0}
        heard = zhibao("sync-all", folder)
        assert (heard.status, heard.data["counts"]) == (0, {"heard": 3})
    assert zhibao("sync-all", folder).status == 4


def test_new_all_makes_the_books_of_a_list_and_tells_the_refused_lines(zhibao, tmp_path):
    listed, folder = tmp_path / "名单.xlsx", tmp_path / "账套"
    assert zhibao("new-all", folder, listed, "--template").data["template"] == str(listed)
    workbook = openpyxl.load_workbook(listed)
    workbook.active.append(["海兰江软件", "91222401MA1DEM1235", "延吉市"])
    workbook.active.append(["没有代码", "", "延吉市"])
    workbook.save(listed)
    ran = zhibao("new-all", folder, listed)
    assert (ran.status, len(ran.data["made"])) == (1, 1)
    assert [line["cell"] for line in ran.data["refused"]] == ["企业名单!B3"]
    again = zhibao("new-all", folder, listed)
    assert (again.data["made"], len(again.data["refused"])) == ([], 2)
