"""What comes from outside is text, wherever it is shown: comments, offices, refusals, receipts, titles of problems."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from desktop import background, messages
from desktop.app import make_window
from desktop.settings import Settings
from forms.book import Book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.window import Window

FORM = "JLFW-04"
HOSTILE = (
    "<img src='http://127.0.0.1:9/x.png'><b>请核对</b>",
    "<a href='file:///etc/passwd'>点这里</a>&lt;b&gt;",
    "<html><body style='font-size:90px'>大字</body></html>",
    "<script>alert(1)</script>\n第二行\u202e倒着写",
)
RICH = re.compile(r"<(b|img|a|script|html|body)\b")


@pytest.fixture
def books(filed_path: Path) -> tuple[Path, str]:
    """Let the province have said hostile things of the newest monthly report."""
    with Book.open(filed_path) as book:
        query = "SELECT id FROM filings WHERE form = ? ORDER BY period DESC, revision DESC LIMIT 1"
        number = book.db.execute(query, (FORM,)).fetchone()[0]
        said = [{"uid": None, "field": "so_revenue", "text": text} for text in HOSTILE]
        body = json.dumps({"office": HOSTILE[0], "state": "RETURNED"}, ensure_ascii=False).encode()
        problem = {"type": "about:blank", "title": HOSTILE[1], "status": 422, "detail": HOSTILE[2]}
        problem["cells"] = [
            {
                "field": "so_revenue",
                "message": HOSTILE[3],
                "rule": "F00-001",
                "uid": None,
                "severity": "error",
                "form": FORM,
                "period": "2026-10",
            }
        ]
        with book.transaction() as db:
            db.execute("UPDATE standing SET state = 'RETURNED' WHERE filing_id = ?", (number,))
            db.execute(
                "INSERT INTO decisions VALUES ('d', ?, 'city', 'returned', ?, '2027-01-01T01:00:00Z', ?, x'', '')",
                (number, json.dumps(said, ensure_ascii=False), body),
            )
            db.execute(
                "INSERT INTO refusals(filing_id, at, problem) VALUES (?, '2027-01-01T01:00:00Z', ?)",
                (number, json.dumps(problem, ensure_ascii=False)),
            )
            db.execute("INSERT INTO sync_log(at, text) VALUES ('2027-01-01T01:00:00Z', ?)", (HOSTILE[0],))
    return filed_path, number


@pytest.fixture
def window(themed, qtbot: QtBot, books) -> Iterator[Window]:
    del themed
    made = make_window(Settings())
    qtbot.addWidget(made)
    made.show()
    assert made.open_book(books[0])
    made.workspace.book.put("sync.last_problem", HOSTILE[0])
    yield made
    qtbot.waitUntil(lambda: not background.busy())
    made.close()


def rich_texts(root: QWidget) -> list[str]:
    """Everything shown that Qt would read as markup: labels not set to plain, and tips, which have no such setting."""
    found = []
    for one in root.findChildren(QWidget):
        if isinstance(one, QLabel) and one.textFormat() != Qt.TextFormat.PlainText and RICH.search(one.text()):
            found.append(f"label {one.text()[:60]}")
        if RICH.search(one.toolTip()):
            found.append(f"tip of {type(one).__name__} {one.toolTip()[:60]}")
        if isinstance(one, QTableView) and one.model() is not None:
            model = one.model()
            for row in range(min(model.rowCount(), 30)):
                for column in range(model.columnCount()):
                    tip = model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)
                    if tip and RICH.search(str(tip)):
                        found.append(f"tip of a cell {tip[:60]}")
    return found


@pytest.mark.parametrize("page", ["home", "records", f"form:{FORM}", "messages", "submit"])
def test_hostile_words_of_the_province_are_shown_as_they_are(window: Window, qtbot: QtBot, page: str) -> None:
    window.show_page(page)
    qtbot.waitUntil(lambda: not background.busy())
    shown = window.page()
    if page == "records":
        shown.show_place(messages.messages(window.workspace.book)[0].place)
        shown.detail.tabs.setCurrentIndex(1)
    if page == f"form:{FORM}":
        shown.step_problem(forward=True)
    assert rich_texts(window) == []
    if page in ("home", "records", f"form:{FORM}"):
        said = [one.text() for one in shown.findChildren(QLabel)]
        said += [one.text() for one in shown.findChildren(QAbstractButton)]
        assert any("<b>" in text or "<img" in text or "<a " in text for text in said), said


def test_a_report_that_came_back_stands_first_whatever_was_accepted_since(window: Window, books) -> None:
    book = window.workspace.book
    with book.transaction() as db:
        for number in range(6):
            one = db.execute("SELECT id FROM filings WHERE id <> ? LIMIT 1 OFFSET ?", (books[1], number)).fetchone()[0]
            db.execute(
                "INSERT INTO decisions VALUES (?, ?, 'city', 'accepted', '[]', '2027-02-01', x'7b7d', x'', '')",
                (f"later-{number}", one),
            )
    first = messages.messages(book, 4)[0]
    assert first.tone == "returned"
    assert first.place.form == FORM
