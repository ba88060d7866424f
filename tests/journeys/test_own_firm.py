"""First run → own firm → own workbook → mended → the month's report → filed with the code → receipts, by real hands.

What a person presses and clicks is counted, for it does not depend on the machine: a key takes a hand 0.28 s, a click
1.1 s (the keystroke-level model of Card, Moran and Newell), and the program may work besides. See `hands` for how the
window is driven; how long the journey took on this machine is told by `tests/benchmarks/journeys.py`.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.models.columns import columns_of, default_fields
from forms import checks, explanations
from forms.book import Book
from forms.catalogue import load_catalogue
from forms.sample_firms import DIVISION, credit_code
from sync.administration import administration
from tests.journeys import beating, pinned
from tests.journeys.hands import (
    GLANCE,
    PATIENCE,
    Disk,
    Screen,
    Spots,
    measured,  # noqa: F401  a fixture
    needs_a_screen,
    until,
    wait_for,
)
from tests.journeys.hands import a_screen as a_screen_of_hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sync.administration import Administration

PROFILE, CONTRACTS, MONTHLY, STAFF = "JLFW-01", "JLFW-02", "JLFW-04", "JLFW-06"
NAME = "Yanji Hailanjiang Information Technology Co., Ltd."
REASON = "Checked against contracts and vouchers, correct."
USED: frozenset[str] = frozenset()
DAY, MONTH = "2026-11-03", "2026-10"  # the day it is, and the month a firm reports then
MINUTES = 5
KEY_S, CLICK_S = 0.28, 1.1
HEADER = ("Jin", "Li", "Cui", "04332850316")
TYPED = {
    "legal_rep": "Jin Mingzhe",
    "established_on": "2015-06-18",
    "reg_type_code": "173",
    "reg_capital": "500",
    "address": "Changbaishan West Road 1688, Yanji",
    "industry_code": "6513",
    "main_biz_l1": "ITO",
    "main_biz_code": "C1101",
    "contact": "Li Chunhua",
    "contact_tel": "04332850316",
    "email": "tongji@hailanjiang.example",
}
STALE = "SELECT count(*) FROM checked WHERE period <> '' AND seq < (SELECT max(seq) FROM journal)"

pytestmark = needs_a_screen


@dataclass
class CountingScreen(Screen):
    """Counts what the hands do; a code or a path that people paste is one press."""

    presses: int = 0
    clicks: int = 0

    def key(self, *keys: str, repeat: int = 1) -> None:
        self.presses += len(keys) * max(repeat, 0)
        super().key(*keys, repeat=repeat)

    def type(self, text: str) -> None:
        self.presses += len(text)
        super().type(text)

    def paste(self, text: str) -> None:
        self.presses += 1
        super().type(text)

    def click(self, x: int, y: int) -> None:
        self.clicks += 1
        super().click(x, y)


_bare_screen = pytest.fixture(name="bare_screen")(a_screen_of_hands.__wrapped__)


@pytest.fixture(name="screen")
def counting(bare_screen: Screen) -> CountingScreen:
    """Count on the screen of the other journeys."""
    return CountingScreen(bare_screen.display, bare_screen.pictures, bare_screen.processes)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Administration]:
    """Run a true province, no demonstration, in a process of its own."""
    place = tmp_path / "province"
    place.mkdir()
    command = [sys.executable, "-m", "sync.endpoint", "serve", "--database", f"sqlite:///{place}/province.db"]
    with subprocess.Popen(
        pinned.words(DAY, [*command, "--until-eof"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        ready = json.loads(process.stdout.readline())
        yield administration(ready["url"], Path(ready["admin_key"]))
        process.stdin.close()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Keep contracts as an accountant does: a title, her own headers, dates of three kinds, «约300万», a hole."""
    month, year = MONTH, "2027"
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "接单台账"
    heads = ("序号", "合同编号", "项目名称", "甲方名称", "客户国别", "甲方行业", "业务类别", "业务小类")
    for row in (
        ("延吉海兰江 接单台账",),
        (),
        (*heads, "签约日期", "到期日", "币种", "合同金额", "备注"),
        (1, "HLJ-01", "订单系统开发", "Hanbit Soft", "韩国", "I", "ITO", "C1101", f"{month.replace('-', '.')}.12",
         f"{year}.10.11", "美元", "12.5万", ""),
        (2, "HLJ-02", "数据标注", "Tokyo Data", "日本", "J", "ITO", "C1303", f"{month.replace('-', '/')}/15",
         f"{year}-10-14", "日元", "约300万", ""),
        (3, "HLJ-03", "客服外包", "Seoul Call", "韩国", "I", "BPO", "C2203", f"{month}-20", None, "美元", 80000, ""),
    ):  # fmt: skip
        sheet.append(row)
    path = tmp_path / "own.xlsx"
    made.save(path)
    return path


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Scan a document."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.4\n1 0 obj << >> endobj\n%%EOF\n")
    return path


def test_an_own_firm_and_an_own_workbook_get_their_receipts(
    screen: CountingScreen,
    spots: Spots,
    office: Administration,
    workbook: Path,
    scan: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    begun = time.monotonic()
    code = credit_code(random.Random(5), DIVISION)
    program = screen.start(*pinned.words(DAY, beating.words("--theme", "light")))
    screen.take("外包直报")
    add_the_firm(screen, spots, code, workbook)
    disk = Disk(tmp_path / "home" / "books" / f"{code}.zhibao")
    bring_the_workbook_in(screen, disk)
    mend_the_contracts(screen, disk, scan)
    fill_the_profile(screen, spots, disk, scan)
    fill_the_header(screen, disk)
    fill_the_month(screen, spots, disk)
    fill_the_staff(screen, disk)
    explain_all(screen, spots, disk)
    file_with_the_code(screen, disk, office.code(code).code)

    press_until(screen, "Return", "the dialog of filing gone", lambda: not screen.find("^报送$"))
    seconds, cpu = time.monotonic() - begun, worked(program.pid)
    screen.key("alt+F4")
    assert program.wait(timeout=PATIENCE) == 0
    hands = KEY_S * screen.presses + CLICK_S * screen.clicks
    told = f"{screen.presses} key presses, {screen.clicks} clicks, {hands:.0f} s of hands, {cpu:.1f} s of processor"
    beating.note(f"{told}; {seconds:.0f} s on this machine")
    with capsys.disabled():
        print(f"\nfirst run to first receipt with an own firm and an own workbook: {told}")  # noqa: T201
    assert hands + cpu < MINUTES * 60


def worked(pid: int) -> float:
    """Give the processor's time of a process in seconds, its ended children's too."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def add_the_firm(screen: CountingScreen, spots: Spots, code: str, workbook: Path) -> None:
    """Pick the workbook, then say whose it is: code and name, the division is known by the code."""
    screen.keep("own-1-first-run")
    screen.click(*spots.pick)
    choose(screen, "选择备份或 Excel 文件", workbook)
    screen.type(code)
    screen.key("Return")
    screen.type(NAME)
    screen.keep("own-2-firm")
    screen.key("Return")


def bring_the_workbook_in(screen: CountingScreen, disk: Disk) -> None:
    """Look at what would come, Enter; look at what came, Enter."""
    until("the import dialog", lambda: screen.find("导入 Excel"))
    until("a firm's Book", disk.path.exists)
    screen.keep("own-3-preview")
    press_until(screen, "Return", "three contracts", lambda: disk.one("SELECT count(*) FROM contracts") == 3)
    screen.keep("own-4-imported")
    press_until(screen, "Return", "the dialog gone", lambda: not screen.find("导入 Excel"))
    until("the contracts", lambda: screen.title().startswith("合同台账"))


def press_until(screen: CountingScreen, key: str, what: str, came: object) -> None:
    """Press a key once what one sees is ready for it; a person sees when, here it may be a moment too early."""
    for _ in range(20):
        screen.key(key)
        if wait_for(came, GLANCE):
            return
    until(what, came)


def errors_of(disk: Disk, form: str) -> list[tuple[int, str]]:
    """Tell what a check finds wrong in a form now, as (row, field)."""
    with Book.open(disk.path, readonly=True) as book:
        found = checks.check(book, as_of=DAY).findings
        return [(one.row or 0, one.field or "") for one in found if one.severity == "error" and one.form == form]


def mend_the_contracts(screen: CountingScreen, disk: Disk, scan: Path) -> None:
    """F8 leads from error to error in the order of the grid; type what is right, or pick the scan."""
    right = {"amount_orig": "3000000", "expires_on": "2027-10-19"}
    edition = load_catalogue().edition(CONTRACTS)
    order = [column.id for column in columns_of(edition, default_fields(edition))]
    wrong = sorted(errors_of(disk, CONTRACTS), key=lambda one: (one[0], order.index(one[1])))
    assert {field for _row, field in wrong} == {*right, "contract_files"}
    until("checked", lambda: disk.one("SELECT errors FROM checked WHERE form = 'JLFW-02'") == len(wrong))
    screen.keep("own-5-contracts")
    screen.key("ctrl+Home")
    for row, field in wrong:
        seq = disk.one("SELECT max(seq) FROM journal")
        screen.key("F8")
        if field in right:
            screen.type(right[field])
            screen.key("Return")
        else:
            screen.key("F2")
            pick(screen, scan)
        until(f"{field} of row {row} stored", lambda seq=seq: disk.one("SELECT max(seq) FROM journal") != seq)
    assert errors_of(disk, CONTRACTS) == []
    screen.keep("own-6-mended")


def choose(screen: CountingScreen, title: str, path: Path) -> None:
    """Give a path to the system's file dialog."""

    def active() -> bool:
        return title in screen.run("xdotool", "getactivewindow", "getwindowname")

    def given() -> object:
        """A dialog may stand a moment before it hears; a person sees the cursor in it."""
        screen.key("ctrl+a")
        screen.paste(str(path))
        screen.key("Return")
        return wait_for(lambda: not screen.find(title), GLANCE)

    until(f"the dialog «{title}»", active)
    until("the dialog gone", given)
    until("the window again", lambda: "外包直报" in screen.run("xdotool", "getactivewindow", "getwindowname"))


def pick(screen: CountingScreen, scan: Path) -> None:
    """Choose the scan in the file dialog."""
    choose(screen, "添加附件", scan)


def fill_the_profile(screen: CountingScreen, spots: Spots, disk: Disk, scan: Path) -> None:
    """Type the firm's facts from field to field; name and division are there already."""
    screen.click(*spots.pages["profile"])
    until("the profile", lambda: screen.title().startswith("企业信息"))
    until("name and division brought in", lambda: disk.one("SELECT division_code FROM profile") == DIVISION)
    edition = load_catalogue().edition(PROFILE)
    for field in [one for one in edition.fields if one.editable and not one.hidden]:
        if field.id == "license_file":
            screen.key("space")
            pick(screen, scan)
            continue
        if field.id in TYPED:
            screen.type(TYPED[field.id])
        screen.key("Return")
    screen.keep("own-7-profile")
    until("all facts stored", lambda: disk.one("SELECT email FROM profile") == TYPED["email"])
    assert [field for _row, field in errors_of(disk, PROFILE) if field] == []


def fill_the_month(screen: CountingScreen, spots: Spots, disk: Disk) -> None:
    """Nothing was received yet: the month's report says so."""
    screen.click(*spots.pages[f"form:{MONTHLY}"])
    until("the monthly report", lambda: screen.title().startswith("收入与执行月报"))
    for figure in ("50", "0", "0"):  # 万元
        screen.type(figure)
        screen.key("Return")
    query = "SELECT so_revenue_off FROM monthly WHERE period = ?"
    until("the report stored", lambda: disk.one(query, MONTH) == 0)
    screen.keep("own-9-month")


def fill_the_staff(screen: CountingScreen, disk: Disk) -> None:
    """F8 leads on to what the month still lacks: a report nobody began."""
    edition = load_catalogue().edition(STAFF)
    screen.key("F8")  # once: it checks by itself what was typed since, and goes on; again would be the next field
    until("the report of the staff", lambda: screen.title().startswith(edition.short))
    for _field in [one for one in edition.fields if one.editable and not one.hidden]:
        screen.type("0")
        screen.key("Return")
    until("the report without errors", lambda: not errors_of(disk, STAFF))
    screen.keep("own-9-staff")


def fill_the_header(screen: CountingScreen, disk: Disk) -> None:
    """F8 leads to what the page still lacks: who signs."""
    screen.key("F8")
    for text in HEADER:
        screen.type(text)
        screen.key("Tab")
    until("the header stored", lambda: not errors_of(disk, PROFILE))
    screen.keep("own-8-header")


def explain_all(screen: CountingScreen, spots: Spots, disk: Disk) -> None:
    """Type a reason for each warning that lacks one."""
    screen.click(*spots.pages["submit"])
    until("the page 审核与报送", lambda: screen.title().startswith("审核与报送"))
    screen.key("F9")

    def lacking() -> set[tuple[str, str]]:
        with Book.open(disk.path, readonly=True) as book:
            return {
                (one.form, one.rule) for one in explanations.unexplained(book, checks.check(book, as_of=DAY).findings)
            }

    def kept() -> object:
        return disk.one("SELECT count(*) FROM explanations")

    while lacking():
        until("a check of all that was typed", lambda: not disk.one(STALE))
        before = kept()
        screen.key("F8")
        screen.type(REASON)
        screen.key("Return")
        wait_for(lambda before=before: kept() != before, GLANCE)
    screen.keep("own-10-explained")


def file_with_the_code(screen: CountingScreen, disk: Disk, code: str) -> None:
    """One key, the code, Enter: frozen, signed, sent, and every receipt's signature holds."""
    frozen = "SELECT count(*) FROM filings"
    screen.key("ctrl+shift+Return")
    until("the dialog", lambda: screen.find("^报送$"))
    screen.keep("own-11-code")
    screen.paste(code)
    screen.key("Return")
    until("filings frozen", lambda: disk.one(frozen))
    without = f"{frozen} WHERE id NOT IN (SELECT filing_id FROM receipts)"
    until("a receipt for each", lambda: disk.one(without) == 0)
    screen.keep("own-12-receipts")
    from sync.answers import receipt_of

    with Book.open(disk.path, readonly=True) as book:
        filed = book.db.execute("SELECT id, form FROM filings").fetchall()
        assert {PROFILE, CONTRACTS, MONTHLY, STAFF} <= {row["form"] for row in filed}
        receipts = [receipt_of(book, row["id"]) for row in filed]
        assert all(receipt is not None and receipt.verified for receipt in receipts)
