"""A Book that is damaged, in use, read-only, on a network drive, from a newer version; a disk that is full.

Each is made for real: another process holds the lock, a small file system is full, a folder is mounted read-only.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import background, book_notices, bugs, recovery, remedies
from desktop.app import dress, make_window
from desktop.book_notices import BookNotices
from desktop.instance import Instance
from desktop.settings import Settings, load_settings
from forms import backups, ledger, migrations
from forms.book import Book
from forms.errors import BookProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.window import Window

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = "JLFW-02"
TODAY = "2026-11-03"


@pytest.fixture
def window(qapp, qtbot: QtBot) -> Iterator[Window]:
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.watch = BookNotices(made)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def path(book: Book) -> Path:
    """Fill a Book with a page or two of contracts, and close it."""
    book.put("demo.as_of", TODAY)
    ledger.add_rows(book, CONTRACTS, [{"contract_no": f"YJ-{n:04}"} for n in range(600)], as_of=TODAY)
    book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    return book.path


def told(window: Window, qtbot: QtBot) -> QMessageBox:
    """The dialog that is open, once it is."""

    def shown() -> list[QMessageBox]:
        return [box for box in window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def take(box: QMessageBox, words: str) -> None:
    """Press the button that begins so."""
    next(button for button in box.buttons() if button.text().startswith(words)).click()


def offered(box: QMessageBox) -> list[str]:
    return [button.text() for button in box.buttons()]


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def spoil(path: Path) -> None:
    """Let the disk spoil the head of the file."""
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)


def holder(path: Path) -> subprocess.Popen[bytes]:
    """Start another program that has the Book open."""
    code = (
        "import sys; from pathlib import Path; from forms.book import Book\n"
        "with Book.open(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"open\n"
    return process


def test_a_damaged_book_comes_back_from_its_newest_good_backup(window: Window, path: Path, qtbot: QtBot) -> None:
    with Book.open(path) as book:
        backup = backups.back_up(book)
    spoil(path)
    assert not window.open_book(path)
    box = told(window, qtbot)
    assert "已损坏" in box.text()
    assert backup.name in box.informativeText()
    take(box, "用这个备份恢复")
    qtbot.waitUntil(lambda: window.workspace.is_open)
    quiet(qtbot)
    assert window.workspace.book.path == path
    assert len(list(ledger.read_rows(window.workspace.book, CONTRACTS))) == 600
    aside = path.with_suffix(".damaged")
    assert aside.read_bytes()[100:200] == b"\xff" * 100, "the damaged file is kept"
    assert aside.name in window.notices.said()["restored"]


def test_a_book_found_damaged_while_it_is_open_is_no_bug(window: Window, path: Path, qtbot: QtBot) -> None:
    with Book.open(path) as book:
        backups.back_up(book)
    assert window.open_book(path)
    quiet(qtbot)
    bugs.install(window.tell_problem)
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorname = "SQLITE_CORRUPT"
    bugs._handle(sqlite3.DatabaseError, error, None)
    box = told(window, qtbot)
    take(box, "用这个备份恢复")
    qtbot.waitUntil(lambda: path.with_suffix(".damaged").exists() and window.workspace.is_open)
    quiet(qtbot)
    assert not (load_settings() and list(Path(os.environ["ZHIBAO_HOME"]).glob("logs/*")))


def test_a_damaged_book_without_a_backup_is_not_written_on(window: Window, path: Path, qtbot: QtBot) -> None:
    spoil(path)
    window.open_book(path)
    box = told(window, qtbot)
    assert "没有找到完好的备份" in box.informativeText()
    assert not any("恢复" in text for text in offered(box))
    take(box, "关闭")


def test_the_log_of_a_damaged_book_is_not_played_into_the_backup(path: Path) -> None:
    from desktop.restoring import put_back

    with Book.open(path) as book:
        backup = backups.back_up(book)
    log = Path(f"{path}-wal")
    log.write_bytes(b"what the damaged Book wrote last")
    aside = put_back(backup, path)
    assert not log.exists()
    assert Path(f"{aside}-wal").read_bytes() == b"what the damaged Book wrote last"
    with Book.open(path) as again:
        assert len(list(ledger.read_rows(again, CONTRACTS))) == 600


def test_a_damaged_book_stays_where_it_is_if_the_backup_is_no_good(path: Path) -> None:
    from desktop.restoring import put_back

    with Book.open(path) as book:
        backup = backups.back_up(book)
    spoil(path)
    spoil(backup)
    before = path.read_bytes()
    with pytest.raises(BookProblem):
        put_back(backup, path)
    assert path.read_bytes() == before
    assert not path.with_suffix(".damaged").exists()


def test_a_book_another_program_has_can_be_looked_at_and_then_written(window: Window, path: Path, qtbot: QtBot) -> None:
    other = holder(path)
    try:
        assert not window.open_book(path)
        box = told(window, qtbot)
        assert "正在另一个窗口或命令中使用" in box.text()
        take(box, "转到那个窗口")
        qtbot.waitUntil(lambda: "没有找到那个窗口" in window.strip.news.text())  # the other one is no window
        window.open_book(path)
        take(told(window, qtbot), "只读打开")
        qtbot.waitUntil(lambda: window.workspace.is_open)
        quiet(qtbot)
        assert window.workspace.book.readonly
        assert "不能修改" in window.notices.said()["readonly"]
    finally:
        other.communicate()
    window.watch._reopen()
    quiet(qtbot)
    assert not window.workspace.book.readonly
    assert "readonly" not in window.notices.said()


def test_the_window_that_has_the_book_comes_to_the_front(window: Window, path: Path, qtbot: QtBot) -> None:
    called: list[str] = []
    holding = Instance()
    holding.called.connect(called.append)
    holding.hold(path, 0)
    try:
        code = (
            "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
            "from desktop.instance import call_holder; app = QCoreApplication([])\n"
            "print(call_holder(Path(sys.argv[1])), call_holder(Path('nobody.zhibao')))"
        )
        ran = subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        qtbot.waitUntil(lambda: ran.poll() is not None)
        assert ran.communicate()[0].split() == ["True", "False"]
        assert called == [str(path)]
    finally:
        holding.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of three megabytes."""
    place = tmp_path / "小盘"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("may not mount")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.fixture
def readonly_folder(path: Path, small_disk: Path) -> Path:
    """Put a Book into a folder nobody can write to."""
    place = Path(shutil.copy(path, small_disk))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    return place


def test_a_book_in_a_folder_nobody_can_write_to_is_looked_at(
    window: Window, readonly_folder: Path, qtbot: QtBot
) -> None:
    assert not window.open_book(readonly_folder)
    box = told(window, qtbot)
    assert "不能写入（磁盘只读）" in box.text()
    take(box, "只读打开")
    qtbot.waitUntil(lambda: window.workspace.is_open)
    quiet(qtbot)
    assert window.workspace.book.readonly
    assert len(list(ledger.read_rows(window.workspace.book, CONTRACTS))) == 600


def test_a_book_in_a_folder_nobody_can_write_to_is_copied_here(
    window: Window, readonly_folder: Path, qtbot: QtBot
) -> None:
    window.open_book(readonly_folder)
    take(told(window, qtbot), "复制到本机并打开")
    qtbot.waitUntil(lambda: window.workspace.is_open)
    quiet(qtbot)
    assert not window.workspace.book.readonly
    assert window.workspace.book.path.is_relative_to(os.environ["ZHIBAO_HOME"])
    assert len(list(ledger.read_rows(window.workspace.book, CONTRACTS))) == 600


def test_a_disk_that_fills_up_is_said_before_work_is_lost(
    window: Window, path: Path, small_disk: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Path(shutil.copy(path, small_disk))
    monkeypatch.setattr(book_notices, "LAST", 256 * 1024)
    monkeypatch.setattr(book_notices, "TIGHT", 2**20)
    assert window.open_book(place)
    quiet(qtbot)
    assert "room" not in window.notices.said()
    filler = small_disk / "别的文件"
    filler.write_bytes(b"x" * (book_notices.free_bytes(small_disk) - 700 * 1024))
    window.watch.look_at_the_disk()
    assert "请尽快清理" in window.notices.said()["room"]
    with filler.open("ab") as file:
        file.write(b"x" * (book_notices.free_bytes(small_disk) - 100 * 1024))
    window.watch.look_at_the_disk()
    assert "可能存不下" in window.notices.said()["room"]
    filler.unlink()
    window.watch.look_at_the_disk()
    assert "room" not in window.notices.said()


def test_a_full_disk_refuses_the_edit_in_a_sentence_and_keeps_the_rest(
    window: Window, path: Path, small_disk: Path, qtbot: QtBot
) -> None:
    place = Path(shutil.copy(path, small_disk))
    assert window.open_book(place)
    quiet(qtbot)
    filler = small_disk / "别的文件"
    filler.write_bytes(b"x" * book_notices.free_bytes(small_disk))
    book = window.workspace.book
    before = book.db.execute("SELECT count(*) FROM journal").fetchone()[0]
    bugs.install(window.tell_problem)
    try:
        for _ in range(40):  # the log has some room of its own
            ledger.add_rows(
                book, CONTRACTS, [{"contract_no": f"新-{n}", "contract_name": "长" * 200} for n in range(50)]
            )
    except BookProblem as problem:
        bugs._handle(type(problem), problem, None)
    box = told(window, qtbot)
    assert "磁盘已满，刚才的修改没有保存" in box.text()
    take(box, "关闭")
    filler.unlink()
    ledger.add_row(book, CONTRACTS, {"contract_no": "再试一次"})
    assert book.db.execute("SELECT count(*) FROM journal").fetchone()[0] > before
    assert ledger.read_rows(book, CONTRACTS, where="contract_no = 'YJ-0007'")


def test_a_book_on_a_network_drive_is_copied_here(
    window: Window, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from forms import places

    real = places.is_network
    monkeypatch.setattr(places, "is_network", lambda one: one == path or real(one))  # no share to mount here
    assert not window.open_book(path)
    box = told(window, qtbot)
    assert "网络盘" in box.text()
    take(box, "复制到本机并打开")
    qtbot.waitUntil(lambda: window.workspace.is_open)
    quiet(qtbot)
    assert len(list(ledger.read_rows(window.workspace.book, CONTRACTS))) == 600


def test_a_book_of_a_newer_version_is_shown_and_says_why_it_cannot_be_changed(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    db.close()
    assert window.open_book(path)
    quiet(qtbot)
    assert "更新版本" in window.notices.said()["readonly"]


def test_a_bug_is_still_a_bug(window: Window) -> None:
    assert bugs.failure_of(KeyError("x")) is None
    assert bugs.failure_of(sqlite3.OperationalError("no such table: x")) is None
    assert remedies.ways_on(window, "some-other-code", Path("x.zhibao")) == []


# -- after a crash


@pytest.fixture
def killed(path: Path) -> Callable[[str], Path]:
    """Open the Book in a program that notes it as the window does, edits, and kills itself."""

    def run(edit: str) -> Path:
        code = (
            "import os, signal, sys; from pathlib import Path; from desktop import recovery\n"
            "from forms import journal, ledger; from forms.book import Book\n"
            f"book = Book.open(Path(sys.argv[1])); recovery.note(book.path, journal.last_seq(book))\n{edit}\n"
            "os.kill(os.getpid(), signal.SIGKILL)"
        )
        subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False)
        return path

    return run


def restarted(window: Window, path: Path, qtbot: QtBot) -> str:
    """What the bar of the next start says."""
    left = recovery.left_behind()
    window.watch = BookNotices(window, left)
    assert window.open_book(path)
    qtbot.waitUntil(lambda: not background.busy())
    return window.notices.said().get("recovered", "")


def test_after_a_kill_the_next_start_names_the_last_edit(window: Window, killed, qtbot: QtBot) -> None:
    edit = "row = ledger.read_rows(book, 'JLFW-02', where='pos = 5')[0]\n"
    edit += (
        "ledger.set_cells(book, 'JLFW-02', [ledger.CellEdit(row['uid'], 'contract_name', '测试')], label='改合同名称')"
    )
    said = restarted(window, killed(edit), qtbot)
    assert "上次异常退出" in said
    assert "最后一次录入：合同台账 第5行" in said
    assert "核对完好" in said


def test_after_a_kill_without_an_edit_that_is_said(window: Window, killed, qtbot: QtBot) -> None:
    assert "没有新的录入" in restarted(window, killed("pass"), qtbot)


def test_an_undo_is_named_too(window: Window, killed, qtbot: QtBot) -> None:
    said = restarted(window, killed("journal.undo(book)"), qtbot)
    assert "最后一次录入：撤销 合同台账新增600行" in said


def test_after_a_normal_end_nothing_is_said(window: Window, path: Path, qtbot: QtBot) -> None:
    instance = Instance()
    instance.listen()
    instance.hold(path, 7)
    assert recovery.left_behind() == recovery.Left(path, 7)
    instance.close()
    assert recovery.left_behind() is None
    assert restarted(window, path, qtbot) == ""


def test_a_spoilt_note_of_the_last_window_is_no_note(path: Path) -> None:
    recovery.note(path, 7)
    recovery.mark().write_text("{", encoding="utf-8")
    assert recovery.left_behind() is None


def test_every_dialog_leads_to_its_explanation_in_the_manual(window: Window, path: Path, qtbot: QtBot) -> None:
    from desktop.pages.help import HelpDialog

    spoil(path)
    window.open_book(path)
    take(told(window, qtbot), "说明")
    page = window.findChild(HelpDialog).page
    assert page.shown() == "trouble"
    assert page._shown[-1][1] == "账套已损坏"


def test_a_book_that_cannot_be_opened_leaves_the_way_to_the_others(
    window: Window, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = Path(shutil.copy(path, tmp_path / "布尔哈通.zhibao"))
    assert window.open_book(other)
    quiet(qtbot)
    assert window.open_book(path)
    quiet(qtbot)
    window.workspace.let_go()
    spoil(path)
    assert not window.open_book(path)
    take(told(window, qtbot), "关闭")
    window.show_page("first-run")
    assert window.top.firm.isVisible()
    assert not window.top.period.isVisible()
    window.top.bookWanted.emit(str(other))
    quiet(qtbot)
    assert window.navigation.page() == "home"
    window.show_page("first-run")
    window.top.bookWanted.emit(str(other))
    assert window.navigation.page() == "home", "choosing the open firm leads back from adding one"
    quiet(qtbot)


def test_a_cell_typed_on_a_full_disk_is_refused_and_can_be_typed_again(
    window: Window, path: Path, small_disk: Path, qtbot: QtBot
) -> None:
    place = Path(shutil.copy(path, small_disk))
    assert window.open_book(place)
    window.show_page(f"form:{CONTRACTS}")
    quiet(qtbot)
    page = window.page()
    column = next(at for at, one in enumerate(page.model.columns) if one.id == "contract_name")
    filler = small_disk / "别的文件"
    filler.write_bytes(b"x" * book_notices.free_bytes(small_disk))

    def type_name(row: int, text: str) -> None:
        page.view.select_cell(row, column)
        qtbot.keyClick(page.view, Qt.Key.Key_F2)
        QApplication.focusWidget().setText(text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    row = 0
    while "磁盘已满，刚才的修改没有保存" not in page.toast.text() and row < 60:
        type_name(row, "长" * 1000)  # the log has some room of its own
        row += 1
    assert 0 < row < 60
    filler.unlink()
    type_name(row, "腾出地方以后再填")
    rows = ledger.read_rows(window.workspace.book, CONTRACTS, where=f"pos = {row + 1}")
    assert rows[0]["contract_name"] == "腾出地方以后再填"
    quiet(qtbot)


def test_a_book_on_a_disk_that_is_full_already_is_not_a_bug(
    window: Window, path: Path, small_disk: Path, qtbot: QtBot
) -> None:
    place = Path(shutil.copy(path, small_disk))
    filler = small_disk / "别的文件"
    filler.write_bytes(b"x" * book_notices.free_bytes(small_disk))
    assert not window.open_book(place)
    box = told(window, qtbot)
    filler.unlink()
    take(box, "重试")
    qtbot.waitUntil(lambda: window.workspace.is_open)
    quiet(qtbot)
    assert not window.workspace.book.readonly
