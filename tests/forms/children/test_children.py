"""Children: what one may use, and what becomes of its parent's question when it ends without an answer."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys

import openpyxl
import pytest

from forms.catalogue import load_catalogue
from forms.children import child as children
from forms.children.child import Child, child_environment
from forms.children.limits import limits_for
from forms.errors import InputRefused, WorkbookRefused
from forms.workbook import doctor
from forms.workbook.firm_list import plain_cells
from forms.workbook.frames import Request
from forms.workbook.reader import READING, reading
from forms.workbook.suffixes import READABLE

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and resource limits are the other system's")
CONFINED = "from forms.children.limits import Limits, confine; confine(Limits(1 << 29, 1, 9)); "


def confined(code):
    return subprocess.run(
        [sys.executable, "-c", CONFINED + code], env=child_environment(), capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 1)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
    ],
)
def test_a_child_reaches_neither_the_network_nor_another_process(code):
    done = confined(code)
    assert done.returncode == 1
    assert "NotAllowed" in done.stderr


@posix
def test_a_child_gets_no_more_than_its_memory_its_time_and_its_files(tmp_path):
    assert "MemoryError" in confined("bytes(1 << 30)").stderr
    assert confined("any(iter(int, 1))").returncode == -signal.SIGXCPU
    assert "File too large" in confined(f"open({str(tmp_path / 'a')!r}, 'wb', 0).write(b'1')").stderr


@posix
@pytest.mark.parametrize(
    ("ended_by", "code"),
    [
        (signal.SIGABRT, "workbook-unreadable"),
        (signal.SIGKILL, "workbook-unreadable"),
        (signal.SIGXCPU, "workbook-timeout"),
    ],
)
def test_a_signal_is_told_in_the_words_of_who_asked(ended_by, code):
    with Child(READING, limits_for(0)) as child:
        child._process.send_signal(ended_by)
        with pytest.raises(WorkbookRefused) as told:
            child.take()
    assert told.value.code == code
    assert told.value.message.count("。") == 1


def test_nobody_waits_for_a_silent_child_once_the_work_is_cancelled(monkeypatch):
    monkeypatch.setattr(children, "_WATCHED_EVERY", 0.001)
    answers = iter([False, False])
    with (
        Child(READING, limits_for(0), lambda: next(answers, True)) as child,  # it waits for a request that never comes
        pytest.raises(InputRefused) as told,
    ):
        child.take()
    assert (told.value.code, told.type) == ("cancelled", InputRefused)


def test_a_child_that_crashed_leaves_its_last_words_as_a_note(tmp_path):
    path = tmp_path / "台账.xlsx"
    openpyxl.Workbook().save(path)
    with Child(READING, limits_for(0)) as child:
        child.ask(Request(str(path), b"no edition"))
        with pytest.raises(WorkbookRefused) as told:
            child.take()
    assert told.value.code == "workbook-unreadable"
    assert "UnpicklingError" in told.value.__notes__[0]


def read_rows(path):
    with reading(path, load_catalogue().edition("JLFW-02")) as sheet:
        return list(sheet.runs())


def looked_at(path):
    return doctor.look(path, [load_catalogue().edition("JLFW-02")])


def listed(path):
    return plain_cells(path, "企业名单")


@pytest.mark.parametrize("ask", [read_rows, looked_at, listed])
def test_whoever_asks_of_a_folder_or_of_nothing_gets_one_answer(tmp_path, ask):
    with pytest.raises(WorkbookRefused) as folder:
        ask(tmp_path)
    assert folder.value.code == "no-workbook"
    assert all(suffix in folder.value.message for suffix in READABLE)
    with pytest.raises(WorkbookRefused) as nothing:
        ask(tmp_path / "没有.xlsx")
    assert (nothing.value.code, nothing.value.message) == ("no-file", "找不到文件“没有.xlsx”，请重新选择。")


def test_a_file_that_the_child_no_longer_finds(tmp_path):
    with Child(READING, limits_for(0)) as child:
        child.ask(Request(str(tmp_path / "没有.xlsx"), pickle.dumps(load_catalogue().edition("JLFW-02"))))
        with pytest.raises(WorkbookRefused) as told:
            child.take()
    assert (told.value.code, told.value.message) == ("no-file", "找不到文件，请重新选择。")
