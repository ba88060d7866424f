"""A draft moves to a new edition of its form: what the window shows and asks, what the command says and does."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton

from desktop.app import dress, make_window
from desktop.book_notices import BookNotices
from desktop.pages.edition_dialog import EditionDialog
from desktop.settings import Settings
from forms import catalogue as catalogues
from forms import in_use, ledger
from forms.book import Book

FORM, AS_OF = "JLFW-02", "2026-08-20"


@pytest.fixture
def path(book, tmp_path):
    """A Book with a draft of August; then the contract ledger has a new edition from July on."""
    for number in ("YJ-1", "YJ-2"):
        typed = {"contract_no": number, "signed_on": "2026-08-03", "orig_location": f"档案室{number}"}
        ledger.add_row(book, FORM, typed, as_of=AS_OF)
    book.put("demo.as_of", AS_OF)
    book.close()
    folder = tmp_path / "definitions"
    shutil.copytree(in_use.SHIPPED, folder)
    first = folder / FORM / "2026-01.toml"
    pieces = first.read_text("utf-8").replace('from = "2026-01"', 'from = "2026-07"').split("[[field]]\n")
    kept = [piece for piece in pieces if 'id = "orig_location"' not in piece]
    first.with_name("2026-07.toml").write_text("[[field]]\n".join(kept), "utf-8")
    shutil.copy(first.with_name("2026-01.rules.toml"), first.with_name("2026-07.rules.toml"))
    shutil.copy(first.with_name("2026-01.words.toml"), first.with_name("2026-07.words.toml"))
    catalogues.adopt(folder)
    yield book.path
    in_use.refresh()


@pytest.fixture
def window(qapp, qtbot, path):
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.watch = BookNotices(made)
    made.show()
    made.open_book(path)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(window, qtbot):
    """Press the bar's button; give the dialog."""
    bar = window.notices._bars["edition"]
    next(one for one in bar.findChildren(QPushButton) if one.text() == "查看并转到新版").click()
    qtbot.waitUntil(lambda: bool(window.findChildren(EditionDialog)))
    return window.findChildren(EditionDialog)[0]


def test_the_window_shows_what_is_lost_before_a_draft_is_moved(window, qtbot):
    assert window.notices.said()["edition"] == "合同台账 有了新版，2026-08 的草稿仍按旧版填写。"
    dialog = shown(window, qtbot)
    assert [tuple(row) for row in dialog.model.rows] == [
        ("1", "原件存放处", "档案室YJ-1", "会丢"),
        ("2", "原件存放处", "档案室YJ-2", "会丢"),
    ]
    assert "0 个单元格换位置，2 个会丢" in dialog.words.text()
    dialog.reject()
    assert window.workspace.book.catalogue.edition(FORM, "2026-08").first == "2026-01"
    dialog = shown(window, qtbot)
    dialog.move_on.click()
    assert window.workspace.book.catalogue.edition(FORM, "2026-08").first == "2026-07"
    assert "edition" not in window.notices.said()
    assert [row["orig_location"] for row in ledger.read_rows(window.workspace.book, FORM)] == [None, None]


def test_a_command_shows_and_moves_too(zhibao, path):
    assert zhibao("scheme", "preview", path).data["drafts"] == [{"form": FORM, "period": "2026-08"}]
    seen = zhibao("scheme", "preview", path, "02", "2026-08")
    assert (seen.status, seen.data["before"], seen.data["after"], seen.data["moved"]) == (0, "2026-01", "2026-07", None)
    assert [one["into"] for one in seen.data["cells"]] == ["", ""]
    assert zhibao("scheme", "preview", path, "02", "2026-08", "--move").data["moved"] == 2
    with Book.open(path) as book:
        assert {row["edition"] for row in ledger.read_rows(book, FORM)} == {"2026-07"}
    assert zhibao("scheme", "preview", path).data["drafts"] == []
    again = zhibao("scheme", "preview", path, "02", "2026-08")
    assert (again.status, again.data["error"]["code"]) == (3, "edition-current")
    assert zhibao("scheme", "preview", path, "02").data["error"]["code"] == "no-period"
