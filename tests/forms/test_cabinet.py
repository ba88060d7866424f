"""A folder of Books: every firm's states read without touching a file, and what cannot be read said in a sentence."""

from __future__ import annotations

import random
import shutil
import sqlite3

import pytest

from forms import backups, cabinet, ledger, migrations, series
from forms.book import Book
from forms.cabinet import Cabinet
from forms.errors import BookProblem
from forms.initials import initials
from forms.moving import GONE, file_name, move_in, move_out, put_away
from forms.sample_firms import credit_code

AS_OF = "2026-04-03"
FIRMS = (
    ("91222401MA1DEM1235", "延吉海兰江软件有限公司"),
    (credit_code(random.Random(7), "220101"), "长春净月数据有限公司"),
)


def make(folder, number=0, **facts):
    uscc, name = FIRMS[number]
    path = folder / f"{uscc}.zhibao"
    Book.create(path, **{"uscc": uscc, "name": name, "division": "222401"} | facts).close()
    return path


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "账套"
    make(place, starts_on="2026-01-01")
    return place


@pytest.fixture
def only(folder):
    return next(folder.glob("*.zhibao"))


def traces(folder):
    return {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.iterdir()}


def test_a_firm_stands_in_the_cabinet_as_in_its_own_book(only, folder):
    with Book.open(only) as book:
        ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-001", "signed_on": "2026-02-12"}, as_of=AS_OF)
        expected = series.all_series(book, AS_OF)
    stand = Cabinet(folder).stand(only, AS_OF)
    assert list(stand.series) == expected
    assert (stand.name, stand.uscc, stand.problem) == ("延吉海兰江软件有限公司", FIRMS[0][0], None)
    assert stand.find("JLFW-02", "2026-02").is_open
    assert stand.find("JLFW-02", "2026-03") is None
    assert {one.period for one in stand.overdue()} == {"2026-01", "2026-02"}
    assert {one.form for one in stand.unfiled("2026-03")} == {"JLFW-01", "JLFW-04", "JLFW-06"}
    assert stand.returned() == []


def test_reading_leaves_no_trace_and_keeps_nobody_out(only, folder):
    before = traces(folder)
    assert Cabinet(folder).stand(only, AS_OF).firm is not None
    assert traces(folder) == before


def test_what_was_read_is_kept_until_the_file_changes(only, folder):
    kept = Cabinet(folder)
    first = kept.stand(only, AS_OF)
    assert kept.known(only, AS_OF) is not None
    assert kept.known(only, "2026-05-01") is None
    with Book.open(only) as book:
        ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-001", "signed_on": "2026-03-12"}, as_of=AS_OF)
    assert kept.known(only, AS_OF) is None
    assert len(kept.stand(only, AS_OF).series) == len(first.series) + 1


def test_a_book_open_elsewhere_is_read_as_it_is_now_and_said_to_be_in_use(only, folder):
    with Book.open(only) as book:
        ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-001", "signed_on": "2026-03-12"}, as_of=AS_OF)
        stand = Cabinet(folder).stand(only, AS_OF)
        assert stand.in_use
        assert stand.find("JLFW-02", "2026-03") is not None
        ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-002", "signed_on": "2026-03-13"}, as_of=AS_OF)
    assert not Cabinet(folder).stand(only, AS_OF).in_use


def test_damaged_newer_unfinished_and_foreign_files_are_said_in_a_sentence(only, folder):
    damaged = folder / "坏.zhibao"
    raw = bytearray(only.read_bytes())
    for at in range(4096, len(raw), 4096):
        raw[at : at + 2048] = b"\xff" * 2048
    damaged.write_bytes(raw)
    foreign = folder / "外来.zhibao"
    foreign.write_bytes(b"PK\x03\x04 not a database" * 100)
    other = folder / "别的库.zhibao"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t(x)")
    db.close()
    empty = folder / "空.zhibao"
    empty.touch()
    stands = {one.path.name: one for one in map(Cabinet(folder).stand, Cabinet(folder).paths())}
    assert len(stands) == 5
    codes = {name: one.problem.code for name, one in stands.items() if one.problem}
    assert codes == {
        "坏.zhibao": "damaged-book",
        "外来.zhibao": "not-a-book",
        "别的库.zhibao": "not-a-book",
        "空.zhibao": "not-a-book",
    }
    assert stands["坏.zhibao"].name == "坏"
    assert "备份" in stands["坏.zhibao"].problem.message


def test_a_newer_book_is_shown_to_be_looked_at_only(only, folder):
    with sqlite3.connect(only) as db:
        db.execute(f"PRAGMA user_version={migrations.VERSION + 1}")
    db.close()
    stand = Cabinet(folder).stand(only, AS_OF)
    assert stand.newer
    assert stand.series
    with sqlite3.connect(only) as db:
        db.execute("DROP TABLE checked")
    db.close()
    assert Cabinet(folder).stand(only, AS_OF).problem.code == "newer-book"


def test_a_book_of_an_older_program_says_that_opening_it_mends_it(only, folder, catalogue):
    with sqlite3.connect(only) as db:
        db.execute(f"DROP TABLE {catalogue.table('JLFW-05')}")
    db.close()
    assert Cabinet(folder).stand(only, AS_OF).problem.code == "older-book"


def test_a_folder_that_is_not_there_holds_no_books(tmp_path):
    assert Cabinet(tmp_path / "没有").paths() == []
    missing = Cabinet(tmp_path).stand(tmp_path / "没有.zhibao")
    assert missing.problem.code == "no-book"


# -- one firm to another PC


def test_one_firm_moves_to_another_pc_and_the_others_stay(only, folder, tmp_path):
    other = make(folder, 1)
    stick, there = tmp_path / "U盘", tmp_path / "另一台"
    with Book.open(only) as book:
        ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-001", "signed_on": "2026-03-12"}, as_of=AS_OF)
        copy = move_out(book, stick)
    assert [path.name for path in stick.iterdir()] == ["延吉海兰江软件有限公司-91222401MA1DEM1235.zhibao"]
    backups.verify(copy)
    aside = put_away(only)
    assert aside.parent.name == GONE
    assert Cabinet(folder).paths() == [other]
    arrived = move_in(copy, Cabinet(there))
    assert Cabinet(there).stand(arrived, AS_OF).find("JLFW-02", "2026-03") is not None


def test_a_firm_is_not_moved_in_twice_and_damage_is_refused(only, folder, tmp_path):
    copy = tmp_path / "副本.zhibao"
    shutil.copyfile(only, copy)
    before = traces(folder)
    with pytest.raises(BookProblem) as refused:
        move_in(copy, Cabinet(folder))
    assert refused.value.code == "firm-exists"
    copy.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(BookProblem):
        move_in(copy, Cabinet(tmp_path / "另一台"))
    assert traces(folder) == before


def test_moving_out_never_overwrites_and_an_open_book_is_not_put_away(only, folder, tmp_path):
    with Book.open(only) as book:
        move_out(book, tmp_path / "U盘")
        with pytest.raises(BookProblem) as refused:
            move_out(book, tmp_path / "U盘")
        assert refused.value.code == "file-exists"
        with pytest.raises(BookProblem) as in_use:
            put_away(only)
        assert in_use.value.code == "book-in-use"
    assert only.exists()


def test_a_firms_name_becomes_a_name_every_system_takes(tmp_path):
    firm = cabinet.Firm("91222401MA1DEM1235", 'A/B:"C"? 公司.', "222401", "2026-01-01", demo=False)
    assert file_name(firm) == "A_B__C__ 公司-91222401MA1DEM1235.zhibao"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("延边软件", "ybrj"),
        ("长春净月数据有限公司", "ccjysjyxgs"),
        ("珲春鑫达物流", "hcxdwl"),
        ("吉林IT外包（集团）", "jlitwbjt"),
        ("가온软件", "rj"),
    ],
)
def test_a_name_is_found_by_its_pinyin_initials(name, letters):
    assert initials(name) == letters
