"""new, status, undo, redo, backup, restore, and what every command does with bad words."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.commands import main
from desktop.settings import home
from forms.book import Book

USCC = "91222401MA1DEM1235"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "海兰江.zhibao"


@pytest.fixture
def made(zhibao, path):
    words = ("new", path, "--uscc", USCC, "--name", "延吉海兰江软件有限公司", "--division", "222401")
    assert zhibao(*words, "--starts-on", "2026-01").status == 0
    return path


def test_new_makes_a_book_and_tells_what(zhibao, path):
    words = ("new", path, "--uscc", USCC, "--name", "延吉海兰江软件有限公司", "--division", "222401")
    ran = zhibao(*words, "--starts-on", "2026-03")
    assert ran.status == 0
    assert ran.data == {
        "ok": True,
        "book": str(path),
        "uscc": USCC,
        "name": "延吉海兰江软件有限公司",
        "division": "222401",
        "starts_on": "2026-03-01",
    }
    assert path.exists()


def test_new_says_which_position_of_a_credit_code_is_wrong(zhibao, path):
    ran = zhibao("new", path, "--uscc", "9122240IMA1DEM1235", "--name", "甲", "--division", "222401")
    assert ran.status == 3
    assert ran.data["error"]["code"] == "bad-uscc"
    assert "第8位" in ran.data["error"]["message"].replace(" ", "")
    assert ran.data["error"]["message"] in ran.stderr
    assert not path.exists()


def test_new_leaves_a_book_that_is_there_alone(zhibao, made):
    before = made.read_bytes()
    ran = zhibao("new", made, "--uscc", USCC, "--name", "乙", "--division", "222401")
    assert (ran.status, ran.data["error"]["code"]) == (3, "book-exists")
    assert made.read_bytes() == before


def test_status_lists_what_is_owed(zhibao, made):
    ran = zhibao("status", made)
    assert ran.status == 0
    assert ran.data["firm"]["uscc"] == USCC
    first = next(one for one in ran.data["series"] if one["form"] == "JLFW-04" and one["period"] == "2026-01")
    standing = {"form", "period", "revision", "state", "label", "due", "late", "changed_since"}
    assert set(first) == standing | {"receipt", "comments"}
    assert (first["state"], first["label"], first["receipt"], first["comments"]) == ("DRAFT", "填报中", None, [])
    assert first["due"].startswith("2026-02-")


def test_undo_and_redo_move_over_the_steps(zhibao, made):
    assert zhibao("undo", made).data == {"ok": True, "undone": None}
    assert zhibao("set", made, "02", "2026-03", "contract_name=测试", "--row", "HT-1").status == 0
    assert zhibao("undo", made).data["undone"]["form"] == "JLFW-02"
    assert zhibao("show", made, "02").data["rows"] == []
    assert zhibao("redo", made).data["redone"]["form"] == "JLFW-02"
    assert [row["values"]["contract_no"] for row in zhibao("show", made, "02").data["rows"]] == ["HT-1"]
    assert zhibao("redo", made).data == {"ok": True, "redone": None}


def test_a_backup_restores_to_a_new_book(zhibao, made, tmp_path):
    zhibao("set", made, "02", "2026-03", "contract_name=测试", "--row", "HT-1")
    backup = zhibao("backup", made, tmp_path / "备份")
    assert backup.status == 0
    again = tmp_path / "恢复.zhibao"
    assert zhibao("restore", backup.data["backup"], again).data == {"ok": True, "book": str(again)}
    assert len(zhibao("show", again, "02").data["rows"]) == 1
    assert zhibao("restore", backup.data["backup"], again).status == 3


def test_a_rehearsal_says_whether_the_newest_backup_comes_back(zhibao, made, tmp_path):
    assert zhibao("rehearse", made).status == 3, "there is no backup yet"
    backup = Path(zhibao("backup", made, tmp_path / "备份").data["backup"])
    told = zhibao("rehearse", made, tmp_path / "备份")
    assert (told.status, told.data["backup"], told.data["same"]) == (0, backup.name, True)
    with Book.open(made):  # as the window has it
        assert zhibao("rehearse", made, tmp_path / "备份").data["same"]
    backup.write_bytes(backup.read_bytes()[:8192] + b"\xff" * 8192)
    spoilt = zhibao("rehearse", made, tmp_path / "备份")
    assert (spoilt.status, spoilt.data["error"]["code"]) == (3, "rehearsal-failed")


def test_a_backup_of_an_open_book_holds_what_was_typed_last(zhibao, made, tmp_path):
    with Book.open(made) as book:
        book.set_header(filler="李春花")  # in the journal file beside the Book, not in its own file yet
        backup = zhibao("backup", made, tmp_path / "备份")
        assert backup.status == 0
        copies = [tmp_path / "甲.zhibao", tmp_path / "乙.zhibao"]
        for source, copy in zip((backup.data["backup"], made), copies, strict=True):
            assert zhibao("restore", source, copy).status == 0
    for copy in copies:
        with Book.open(copy) as book:
            assert book.header["filler"] == "李春花"


def test_a_file_that_is_no_book_is_refused(zhibao, tmp_path):
    other = tmp_path / "合同.zhibao"
    other.write_text("不是账套", encoding="utf-8")
    ran = zhibao("status", other)
    assert (ran.status, ran.data["error"]["code"]) == (3, "not-a-book")
    foreign = tmp_path / "别的.db"
    sqlite3.connect(foreign).execute("CREATE TABLE t(x)").connection.close()
    assert zhibao("undo", foreign).data["error"]["code"] == "not-a-book"
    assert zhibao("status", tmp_path / "没有.zhibao").data["error"]["code"] == "no-book"


def test_a_book_open_elsewhere_can_be_read_but_not_written(zhibao, made):
    with Book.open(made):
        assert zhibao("status", made).status == 0
        assert zhibao("check", made, "--period", "2026-01").data["errors"] > 0
        ran = zhibao("set", made, "02", "2026-03", "contract_name=测试", "--row", "HT-1")
        assert (ran.status, ran.data["error"]["code"]) == (3, "book-in-use")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check"], "缺少参数 book"),
        (["status", "a", "b"], "多出的参数 b"),
        (["nonsense"], "没有 'nonsense'"),
        (["endpoint", "review"], "缺少参数"),
        (["endpoint", "serve", "--database", "sqlite:///x", "--port", "eight"], "--port 的值 'eight' 不对"),
    ],
)
def test_a_wrong_command_line_is_status_2_and_one_sentence(zhibao, words, sentence):
    ran = zhibao(*words)
    assert ran.status == 2
    assert ran.data["error"]["code"] == "usage"
    assert sentence in ran.data["error"]["message"]
    assert ran.stderr.strip() == ran.data["error"]["message"]


def test_words_in_another_encoding_are_refused_calmly(path):
    zhibao = [sys.executable, "-m", "desktop.commands"]
    for words in ([b"show", b"\xba\xcf\xcd\xac.zhibao", b"02"], [b"\xff"], [b"forms", b"--json", b"\xff"]):
        ran = subprocess.run([*zhibao, *words], capture_output=True, check=False)
        assert ran.returncode == 2
        assert "编码认不出来" in ran.stderr.decode()
        assert ran.stdout == b"" or json.loads(ran.stdout)["error"]["code"] == "usage"


def test_a_terminal_without_chinese_gets_the_json_all_the_same(made):
    poor = {**os.environ, "PYTHONIOENCODING": "ascii"}
    status = [sys.executable, "-m", "desktop.commands", "status", made]
    for words in ((), ("--json",)):
        ran = subprocess.run([*status, *words], env=poor, capture_output=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["firm"]["name"] == "延吉海兰江软件有限公司"


def test_a_bug_gets_a_calm_sentence_and_a_log_without_values(zhibao, made, monkeypatch):
    figure = "1250000.00"

    def broken(*_: object) -> None:
        raise RuntimeError(figure)

    monkeypatch.setattr("sync.overview.status", broken)
    ran = zhibao("status", made)
    assert (ran.status, ran.data["error"]["code"]) == (70, "bug")
    log = (home() / "logs" / "zhibao.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert figure not in log


def test_people_get_lines_without_json(made, capsys):
    assert main(["status", str(made)]) == 0
    assert "延吉海兰江软件有限公司" in capsys.readouterr().out
    assert main(["forms"]) == 0
    assert "承接服务外包合同登记表" in capsys.readouterr().out
