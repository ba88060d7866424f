"""imports list, imports undo."""

from __future__ import annotations

import hashlib

import openpyxl
import pytest

from desktop.commands import main

HEADS = ("合同编号", "项目名称", "签约日期", "币种", "合同金额")
KEYS = {
    *("id", "form", "at", "who", "account", "file", "sha256", "sheet", "rows_read", "rows_accepted", "rows_refused"),
    *("new", "updated", "unchanged", "totals", "refused", "state"),
}


@pytest.fixture
def path(book):
    book.close()
    return book.path


@pytest.fixture
def written(tmp_path):
    """Write contracts of (number, amount) into a workbook of that name."""

    def write(name, *contracts):
        made = openpyxl.Workbook()
        made.active.title = "合同台账"
        made.active.append(HEADS)
        for number, amount in contracts:
            made.active.append((number, "平台开发", "2026-03-05", "美元", amount))
        made.save(tmp_path / name)
        return tmp_path / name

    return write


def test_every_import_is_listed_with_what_came_of_it(zhibao, path, written):
    assert zhibao("imports", "list", path).data == {"imports": []}
    file = written("台账.xlsx", ("HT-1", 1000), ("HT-2", "约三万"), (None, 5))
    imported = zhibao("import", path, "02", file).data
    ran = zhibao("imports", "list", path)
    assert ran.status == 0
    (one,) = ran.data["imports"]
    assert set(one) == KEYS
    assert (one["id"], one["form"], one["file"], one["sheet"]) == (
        imported["import_id"],
        "JLFW-02",
        "台账.xlsx",
        "合同台账",
    )
    assert one["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    for name in ("rows_read", "rows_accepted", "rows_refused", "new", "updated", "unchanged", "totals", "refused"):
        assert one[name] == imported[name]
    assert one["totals"]["amount_orig"]["USD"] == {"file": "1005.00", "book": "1000.00", "unread": 1}
    assert one["state"] == "done"


def test_a_dry_run_is_no_import_on_record(zhibao, path, written):
    zhibao("import", path, "02", written("台账.xlsx", ("HT-1", 1000)), "--dry-run")
    assert zhibao("imports", "list", path).data["imports"] == []


def test_the_list_is_told_to_people_and_of_one_form(zhibao, path, written, capsys):
    zhibao("import", path, "02", written("台账.xlsx", ("HT-1", 1000), ("HT-2", "约三万")))
    assert main(["imports", "list", str(path)]) == 0
    told = capsys.readouterr().out
    assert "台账.xlsx" in told
    assert "文件合计 1000.00，账套合计 1000.00，1 格未识别" in told
    assert zhibao("imports", "list", path, "--form", "03").data == {"imports": []}
    assert zhibao("imports", "list", path, "--form", "99").status == 3


def test_an_import_is_undone_and_done_again(zhibao, path, written):
    number = zhibao("import", path, "02", written("台账.xlsx", ("HT-1", 1000), ("HT-2", 5))).data["import_id"]
    zhibao("set", path, "02", "2026-03", "contract_name=自己录的", "--row", "HT-9")
    ran = zhibao("imports", "undo", path, number[:8])
    assert (ran.status, ran.data) == (
        0,
        {"ok": True, "import_id": number, "form": "JLFW-02", "removed": 2, "restored": 0},
    )
    assert [row["values"]["contract_no"] for row in zhibao("show", path, "02").data["rows"]] == ["HT-9"]
    assert zhibao("imports", "list", path).data["imports"][0]["state"] == "undone"
    assert zhibao("imports", "undo", path, number).data["error"]["code"] == "import-undone"
    assert zhibao("redo", path).status == 0
    assert len(zhibao("show", path, "02").data["rows"]) == 3
    assert zhibao("imports", "list", path).data["imports"][0]["state"] == "done"


def test_rows_touched_since_are_named_and_nothing_changes(zhibao, path, written):
    number = zhibao("import", path, "02", written("台账.xlsx", ("HT-1", 1000), ("HT-2", 5))).data["import_id"]
    zhibao("set", path, "02", "2026-03", "contract_name=改过", "--row", "HT-2")
    before = zhibao("show", path, "02").data
    ran = zhibao("imports", "undo", path, number)
    assert (ran.status, ran.data["error"]["code"]) == (3, "import-touched")
    assert "合同台账第2行" in ran.data["error"]["message"]
    assert zhibao("show", path, "02").data == before


def test_what_is_no_import_is_refused(zhibao, path, written, tmp_path):
    zhibao("import", path, "02", written("台账.xlsx", ("HT-1", 1000)))
    again = zhibao("import", path, "02", written("台账.xlsx", ("HT-1", 1000))).data["import_id"]
    assert zhibao("imports", "undo", path, again).data["error"]["code"] == "import-unchanged"
    assert zhibao("imports", "undo", path, "没有").data["error"]["code"] == "no-import"
    assert zhibao("imports", "undo", path, "").data["error"]["code"] == "no-import"
    assert zhibao("imports", "undo", path).status == 2
    assert zhibao("imports").status == 2
    assert zhibao("imports", "list", tmp_path / "没有.zhibao").status == 3
