"""The indicator handbook as file: by command as a page or a PDF, its headings whole, its contents with their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextTable

from desktop.printing.handbook import Pages, handbook_pdf
from desktop.printing.items import Stopped, Work
from forms.catalogue import load_catalogue
from forms.handbook import handbook
from forms.policy_terms import rules_of

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = load_catalogue()
RULES = {rule.id for form in CATALOGUE.forms for rule in (*CATALOGUE.general_rules, *CATALOGUE.edition(form).rules)}
RULES |= {one.rule.id for one in rules_of(CATALOGUE)}


@pytest.fixture(scope="module")
def pages(qapp, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    del qapp
    writer = QPdfWriter(str(tmp_path_factory.mktemp("handbook") / "x.pdf"))
    writer.setResolution(300)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    made = Pages(handbook(CATALOGUE), writer, Work(None))
    made.writer = writer  # the pages measure with it
    return made


def test_the_command_writes_a_page_that_stands_alone(zhibao, tmp_path: Path) -> None:
    out = tmp_path / "手册.html"
    ran = zhibao("handbook", out, "--language", "ko")
    assert ran.status == 0
    fields = sum(len(CATALOGUE.edition(form).fields) for form in CATALOGUE.forms)
    counts = {"forms": 13, "fields": fields, "rules": len(RULES)}
    assert ran.data == {"ok": True, "path": str(out), "language": "ko", **counts}
    text = out.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert 'id="F02-009"' in text


def test_the_command_writes_a_pdf(zhibao, tmp_path: Path) -> None:
    out = tmp_path / "手册.pdf"
    ran = zhibao("handbook", out)
    assert ran.status == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert ran.data["pages"] > 100
    assert {path.name for path in tmp_path.iterdir()} - {"home"} == {out.name}, "nothing unfinished is left"


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (["账套.zhibao"], 3, "not-handbook"),
        (["没有的文件夹/手册.html"], 3, "not-written"),
        (["没有的文件夹/手册.pdf"], 3, "not-written"),
        (["手册.html", "--period", "三月"], 3, "bad-period"),
        (["手册.html", "--language", "fr"], 2, "usage"),
        ([], 2, "usage"),
    ],
)
def test_the_command_refuses_in_one_sentence_and_writes_nothing(
    zhibao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], status: int, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "账套.zhibao").write_bytes(b"a firm's Book")
    ran = zhibao("handbook", *words)
    assert (ran.status, ran.data["error"]["code"]) == (status, code)
    assert [path.name for path in tmp_path.iterdir()] == ["账套.zhibao"]
    assert (tmp_path / "账套.zhibao").read_bytes() == b"a firm's Book"


def test_every_heading_stands_above_what_it_announces_on_the_same_page(pages: Pages) -> None:
    headings = 0
    for part in pages.parts:
        high = part.document.pageSize().height()
        waiting: list[QRectF] = []
        last = -1.0
        block = part.document.begin()
        while block.isValid():
            box = part.layout.blockBoundingRect(block)
            if block.blockFormat().headingLevel():
                headings += 1
                assert box.height() > 0
                assert box.top() > last, f"{block.text()} is drawn over what stands before it"
                waiting.append(box)
            elif waiting and block.text().strip():
                assert {int((one.top() + 1) // high) for one in waiting} == {int((box.top() + 1) // high)}, block.text()
                waiting = []
            last = max(last, box.top()) if block.blockFormat().headingLevel() else last
            block = block.next()
    assert headings > len(RULES) + 300


def test_the_contents_name_the_page_each_chapter_stands_on(pages: Pages) -> None:
    table = next(one for one in pages.parts[0].document.rootFrame().childFrames() if isinstance(one, QTextTable))
    cells = [
        (table.cellAt(row, column), table.cellAt(row, column + 1)) for column in (0, 3) for row in range(table.rows())
    ]
    told = {
        words.firstCursorPosition().block().text().strip(): page.firstCursorPosition().block().text()
        for words, page in cells
    }
    before = 1
    starts = []
    for part in pages.parts:
        starts.append(before)
        before += part.count
    assert told["JLFW-01 服务外包企业基本信息表"] == str(starts[1])
    numbers = [int(page) for page in told.values() if page]
    assert numbers == sorted(numbers)
    assert numbers[-1] <= pages.count


def test_printing_can_be_stopped(qapp) -> None:
    del qapp

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        handbook_pdf(handbook(CATALOGUE), stop)
