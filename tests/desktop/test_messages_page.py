"""The list behind the bell: what came, what of it is new, and where each message leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop import messages
from desktop.pages.messages import MessagesPage
from desktop.settings import Settings
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def filed(themed, filed_path: Path) -> Iterator[Workspace]:
    """Open the demo firm at the end of its journey: everything accepted, one report returned on the way."""
    made = Workspace(Settings())
    made.open_book(filed_path)
    made.book.put(messages.SEEN, None)
    yield made
    made.close()


def shown(workspace: Workspace, qtbot: QtBot) -> MessagesPage:
    page = MessagesPage(workspace)
    qtbot.addWidget(page)
    page.show()
    page.bring_up_to_date()
    return page


def test_what_the_province_said_is_new_until_it_was_seen(filed: Workspace, qtbot: QtBot) -> None:
    found = messages.messages(filed.book, 300)
    new = messages.unseen(filed.book, found)
    assert new > 0
    with qtbot.waitSignal(filed.messagesSeen):
        page = shown(filed, qtbot)
    assert page.counted.text().startswith(f"{new} 条新消息")
    assert sum(row[2].startswith("（新）") for row in page.model.rows) == new
    assert messages.unseen(filed.book, found) == 0
    path = filed.book.path
    filed.let_go()
    filed.open_book(path)
    again = shown(filed, qtbot)
    assert again.counted.text().startswith("没有新消息"), "it survives a restart"
    assert len(again.model.rows) == len(page.model.rows)


def test_enter_leads_from_the_returned_report_to_its_cell(filed: Workspace, qtbot: QtBot) -> None:
    page = shown(filed, qtbot)
    at = next(at for at, row in enumerate(page.model.rows) if row[0] == "已退回")
    assert page.model.states[at] == "RETURNED"
    page.table.selectRow(at)
    page.table.setFocus()
    with qtbot.waitSignal(filed.placeWanted) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args[0].form == "JLFW-04"
    assert wanted.args[0].field


def test_without_news_the_page_says_what_will_come(workspace: Workspace, qtbot: QtBot) -> None:
    page = shown(workspace, qtbot)
    assert page.nothing.isVisible()
    assert not page.table.isVisible()
    assert not page.go.isVisible()
