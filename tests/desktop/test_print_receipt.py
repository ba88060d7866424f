"""The receipt page, PDF files and the commands that make them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.journey import PERIOD
from desktop.printing import drafting, receipts
from desktop.printing.clock import beijing
from desktop.printing.frame import grouped
from desktop.printing.items import Stopped, Work
from desktop.printing.painting import pdf_of, write_pdf
from desktop.printing.sheets import lay_out, text_of
from desktop.printing.type import FACES, font_of
from forms.errors import InputRefused

if TYPE_CHECKING:
    from forms.book import Book

NOW = "2026-11-02T16:30:00Z"
MONTHLY, CONTRACTS = "JLFW-04", "JLFW-02"

pytestmark = pytest.mark.usefixtures("qapp")


def receipt_texts(book: Book, filing_id: str) -> list[str]:
    sheets = lay_out(receipts.receipt_page(book, filing_id, printed_at=NOW))
    return [text for page in range(sheets.count) for text in text_of(sheets, page)]


def after(texts: list[str], label: str) -> str:
    return texts[texts.index(label) + 1].replace("\n", " ")


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


# -- the receipt


def test_a_clerk_finds_on_the_receipt_all_that_is_to_be_compared(filed_book):
    newest = receipts.newest_receipted(filed_book, MONTHLY, PERIOD)
    row = filed_book.db.execute("SELECT * FROM filings WHERE id = ?", (newest,)).fetchone()
    said = filed_book.db.execute("SELECT * FROM receipts WHERE filing_id = ?", (newest,)).fetchone()
    texts = receipt_texts(filed_book, newest)
    assert after(texts, "填报单位") == filed_book.firm.name
    assert after(texts, "统一社会信用代码") == filed_book.firm.uscc
    assert after(texts, "报表") == "JLFW-04　服务外包收入与执行月报表"
    assert after(texts, "报告期") == "2026年10月"
    assert after(texts, "版次") == "第2版　退回后重报"
    assert after(texts, "回执编号") == newest
    assert after(texts, "内容摘要\nSHA-256") == grouped(hashlib.sha256(row["body"]).hexdigest())
    assert after(texts, "平台密钥编号") == f"{said['key_id']}　Ed25519"
    assert after(texts, "平台签名").startswith("有效")
    assert after(texts, "内容摘要").startswith("一致")
    assert after(texts, "延边州商务局").startswith("受理　2026-11-02")
    received = json.loads(said["body"])["received_at"]
    assert beijing(received).startswith("2026-11-02 ")
    assert after(texts, "平台收到时间").endswith("（北京时间）")
    assert "打印时间：2026-11-03 00:30:00　表号 JLFW-04" in texts  # 16:30 UTC is past midnight in Beijing


def test_the_receipt_of_a_returned_filing_says_why_and_about_which_line(filed_book):
    first = filed_book.db.execute(
        "SELECT id FROM filings WHERE form = ? AND period = ? AND revision = 1", (MONTHLY, PERIOD)
    ).fetchone()["id"]
    texts = receipt_texts(filed_book, first)
    said = after(texts, "延边州商务局")
    assert said.startswith("退回")
    assert "行次02 其中：服务外包收入：" in said
    assert after(texts, "打印时状态") == "已更正"


def test_a_ledgers_receipt_counts_its_rows(filed_book):
    texts = receipt_texts(filed_book, receipts.newest_receipted(filed_book, CONTRACTS, PERIOD))
    assert after(texts, "内容") == "6 行"


def test_a_receipt_that_does_not_verify_says_so_across_the_page(filed_book):
    filed_book.put("province.keys", "[]")
    newest = receipts.newest_receipted(filed_book, MONTHLY, PERIOD)
    page = receipts.receipt_page(filed_book, newest, printed_at=NOW)
    assert page.marks == ("演示", "未通过验证")
    texts = receipt_texts(filed_book, newest)
    assert after(texts, "平台签名").startswith("未通过验证")
    assert after(texts, "平台密钥编号").endswith("（不是开通报送时认定的密钥）")


def test_comments_of_any_length_go_on_over_pages(filed_book):
    newest = receipts.newest_receipted(filed_book, MONTHLY, PERIOD)
    body = json.dumps({"office": "<h1>某局</h1>"})
    for number in range(40):
        comments = json.dumps([{"text": f"意见{number}：" + "请核对。\n" * 30}])
        filed_book.db.execute(
            "INSERT INTO decisions VALUES (?, ?, 'city', 'returned', ?, ?, ?, x'', 'k')",
            (f"d{number}", newest, comments, f"2026-11-04T00:00:{number:02}Z", body.encode()),
        )
    page = receipts.receipt_page(filed_book, newest, printed_at=NOW)
    sheets = lay_out(page)
    assert sheets.count > 4
    texts = [text for number in range(sheets.count) for text in text_of(sheets, number)]
    assert texts.count("<h1>某局</h1>") == 40
    for number in range(40):
        assert sum(f"意见{number}：" in text for text in texts) == 1
    assert f"第 {sheets.count} 页　共 {sheets.count} 页" in texts


# -- files


def test_a_pdf_has_all_pages_and_its_fonts_inside(filed_book, tmp_path):
    paper = drafting.filed_paper(filed_book, drafting.newest_filing(filed_book, CONTRACTS, PERIOD))
    out = tmp_path / paper.name
    write_pdf(lay_out(paper), out, "合同")
    made = out.read_bytes()
    assert made.startswith(b"%PDF-1.")
    assert pages_of(made) == 2
    assert b"/FontFile" in made
    assert b"[0 0 842 595]" in made or re.search(rb"/MediaBox \[\s*0 0 84[12]\.?\d* 595\.?\d*\s*\]", made)
    assert list(tmp_path.glob(".*")) == []


def test_a_pdf_that_cannot_be_written_leaves_nothing_and_says_what_to_do(filed_book, tmp_path):
    sheets = lay_out(drafting.filed_paper(filed_book, drafting.newest_filing(filed_book, MONTHLY, PERIOD)))
    with pytest.raises(InputRefused, match="无法写入"):
        write_pdf(sheets, tmp_path / "没有" / "a.pdf", "月报")
    with pytest.raises(InputRefused, match=r"不是 \.pdf 文件名"):
        write_pdf(sheets, filed_book.path, "月报")
    kept = tmp_path / "旧.pdf"
    kept.write_bytes(b"old")
    with pytest.raises(Stopped):
        write_pdf(sheets, kept, "月报", Work(cancelled=lambda: True))
    assert kept.read_bytes() == b"old"
    assert list(tmp_path.glob(".*")) == []


def test_the_same_filing_prints_the_same_pages(filed_book):
    newest = drafting.newest_filing(filed_book, MONTHLY, PERIOD)
    one, other = (lay_out(drafting.filed_paper(filed_book, newest)) for _ in range(2))
    assert one.items(0) == other.items(0)
    assert pages_of(pdf_of(one, "月报")) == 1


# -- commands


def test_print_takes_the_filing_unless_a_draft_is_asked_for(zhibao, filed_path, tmp_path):
    out = tmp_path / "月报.pdf"
    ran = zhibao("print", filed_path, "04", PERIOD, out)
    assert (ran.status, ran.data) == (
        0,
        {"ok": True, "form": MONTHLY, "period": PERIOD, "draft": False, "pages": 1, "pdf": str(out)},
    )
    assert pages_of(out.read_bytes()) == 1
    ran = zhibao("print", filed_path, "合同台账", PERIOD, out, "--draft")
    assert (ran.status, ran.data["draft"], ran.data["pages"]) == (0, True, 2)


def test_receipt_gives_the_number_of_the_newest_receipt(zhibao, filed_path, tmp_path):
    out = tmp_path / "回执.pdf"
    ran = zhibao("receipt", filed_path, "04", PERIOD, out)
    assert ran.status == 0
    assert pages_of(out.read_bytes()) == ran.data["pages"] == 1
    status = zhibao("status", filed_path).data["series"]
    known = next(one for one in status if (one["form"], one["period"]) == (MONTHLY, PERIOD))
    assert ran.data["id"] == known["receipt"]["id"]


@pytest.mark.parametrize("command", ["print", "receipt"])
def test_what_was_not_filed_has_no_print_and_no_receipt(zhibao, book, tmp_path, command):
    book.close()
    ran = zhibao(command, book.path, "04", PERIOD, tmp_path / "a.pdf")
    assert (ran.status, ran.data["error"]["code"]) == (3, "not-filed")
    assert not (tmp_path / "a.pdf").exists()


def test_a_month_is_no_period_of_a_yearly_form(zhibao, filed_path, tmp_path):
    for command in ("print", "receipt"):
        assert zhibao(command, filed_path, "01", PERIOD, tmp_path / "a.pdf").status == 3


def test_commands_print_without_a_display(filed_path, tmp_path):
    out = tmp_path / "无屏幕.pdf"
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    words = [sys.executable, "-m", "desktop.commands", "print", str(filed_path), "05", PERIOD, str(out), "--json"]
    ran = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["pages"] == pages_of(out.read_bytes())


def test_digits_keep_their_plain_shapes_so_that_numbers_can_be_copied_out_of_the_pdf():
    from PySide6.QtGui import QRawFont, QTextLayout

    for role in FACES:
        font = font_of(role)
        for text in ("MA3AGYGL58", "01a20845-75a1", "YJ-JP-2026-055"):
            layout = QTextLayout(text, font)
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            (run,) = layout.glyphRuns()
            assert list(run.glyphIndexes()) == list(QRawFont.fromFont(font).glyphIndexesForString(text)), role
