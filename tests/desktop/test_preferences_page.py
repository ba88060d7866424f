"""The settings do what they say: at once where they can, and still after a restart."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton

from desktop import app, background, languages, network, safekeeping, theme
from desktop.app import dress, follow_system, make_window
from desktop.settings import Settings, load_settings
from forms import ledger
from sync import proxies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.preferences import PreferencesPage
    from desktop.window import Window
    from forms.book import Book

CONTRACTS = "JLFW-02"
REPORT = "JLFW-04"


@pytest.fixture
def window(
    qapp, qtbot: QtBot, book: Book, contract: Callable[..., dict[str, object]], tmp_path: Path
) -> Iterator[Window]:
    """Open a Book of two contracts."""
    book.put("demo.as_of", "2026-11-03")
    ledger.add_rows(book, CONTRACTS, [contract(1, amount_orig="1234567.89"), contract(2)], as_of="2026-11-03")
    book.close()
    dress(qapp, Settings(), "light")
    made = make_window(Settings(theme="light"))
    made.show()
    assert made.open_book(book.path)
    qtbot.waitUntil(lambda: not background.busy())
    yield made
    qtbot.waitUntil(lambda: not background.busy())
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, "light", 1.0, tmp_path / "cache")
    proxies.use_proxy(None)


@pytest.fixture
def page(window: Window) -> PreferencesPage:
    window.show_page("settings")
    return window.page()


def press(page: PreferencesPage, name: str, qtbot: QtBot) -> None:
    """Press a choice as the keyboard does."""
    chip = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()


def shown(window: Window, name: str, qtbot: QtBot) -> object:
    window.show_page(name)
    qtbot.waitUntil(lambda: not background.busy())
    return window.page()


@pytest.mark.parametrize(("word", "height"), [("紧凑", 24), ("标准", 28), ("宽松", 34)])
def test_the_height_of_rows_is_that_of_the_grid_at_once(
    window: Window, page: PreferencesPage, qtbot: QtBot, word: str, height: int
) -> None:
    shown(window, f"form:{CONTRACTS}", qtbot)
    window.show_page("settings")
    with qtbot.waitSignal(window.workspace.dressed):
        press(page, f"表格行高 {word}", qtbot)
    grid = shown(window, f"form:{CONTRACTS}", qtbot).view
    assert grid.rowHeight(0) == height
    assert load_settings().row_height == height


def test_a_large_font_makes_the_rows_higher_too(window: Window, page: PreferencesPage, qtbot: QtBot) -> None:
    for name in ("表格行高 宽松", "界面字号 特大"):
        with qtbot.waitSignal(window.workspace.dressed):
            press(page, name, qtbot)
    assert shown(window, f"form:{CONTRACTS}", qtbot).view.rowHeight(0) == round(34 * 1.3)


def test_theme_at_once_and_kept(window: Window, page: PreferencesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workspace.dressed):
        press(page, "主题 深色", qtbot)
    assert theme.current().mode == "dark"
    assert load_settings().theme == "dark"


def test_the_systems_theme_is_followed_while_it_is_chosen(
    window: Window, page: PreferencesPage, qtbot: QtBot, qapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow_system(qapp, window)
    with qtbot.waitSignal(window.workspace.dressed):
        press(page, "主题 跟随系统", qtbot)
    # the test platform has no colour scheme of its own to change
    monkeypatch.setattr(app, "mode_of", lambda wanted: "dark" if wanted == "system" else wanted)
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().mode == "dark"
    with qtbot.waitSignal(window.workspace.dressed):
        press(page, "主题 浅色", qtbot)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().mode == "light"


def test_money_is_shown_in_the_unit_chosen_and_stored_as_it_was(
    window: Window, page: PreferencesPage, qtbot: QtBot
) -> None:
    ledger_page = shown(window, f"form:{CONTRACTS}", qtbot)
    column = next(at for at, one in enumerate(ledger_page.model.columns) if one.id == "amount_orig")
    assert ledger_page.model.index(0, column).data() == "1,234,567.89"
    window.show_page("settings")
    press(page, "金额显示 万元", qtbot)
    ledger_page = shown(window, f"form:{CONTRACTS}", qtbot)
    assert ledger_page.model.index(0, column).data() == "123.456789"
    assert "万" in ledger_page.bar.unit.currentText()
    window.show_page("settings")
    press(page, "金额显示 元", qtbot)
    assert shown(window, f"form:{CONTRACTS}", qtbot).model.index(0, column).data() == "1,234,567.89"
    report = shown(window, f"form:{REPORT}", qtbot)
    assert (report.head.unit.currentText(), report.model.wan) == ("单位：元", False)
    assert ledger.read_rows(window.workspace.book, CONTRACTS, where="pos = 1")[0]["amount_orig"] == 123456789


def test_enter_goes_down_if_wanted(window: Window, page: PreferencesPage, qtbot: QtBot) -> None:
    press(page, "回车键移动 向下", qtbot)
    ledger_page = shown(window, f"form:{CONTRACTS}", qtbot)
    column = next(at for at, one in enumerate(ledger_page.model.columns) if one.id == "contract_name")
    ledger_page.view.setFocus()
    ledger_page.view.select_cell(0, column)
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return)
    assert (ledger_page.view.currentIndex().row(), ledger_page.view.currentIndex().column()) == (1, column)


def test_a_language_is_kept_and_says_that_it_waits_for_a_restart(page: PreferencesPage) -> None:
    at = page.language.findText("한국어")
    page.language.setCurrentIndex(at)
    page.language.activated.emit(at)
    assert load_settings().language == "ko"
    assert "再打开后生效" in page.language_note.text()
    assert [page.language.itemText(at) for at in range(1, page.language.count())] == list(languages.NAMES.values())
    at = page.language.findText("中文")
    page.language.setCurrentIndex(at)
    page.language.activated.emit(at)
    assert page.language_note.text() == ""


# -- the network


def test_a_proxy_typed_by_hand_is_used_by_the_next_request_and_after_a_restart(
    window: Window, page: PreferencesPage, qtbot: QtBot
) -> None:
    card = page.network
    assert not card.address.isVisible()
    press(page, "网络代理 手动设置", qtbot)
    assert card.address.isVisible()
    assert "请填写代理地址" in card.words.text()
    assert proxies.chosen_proxy() is None
    card.address.setText("10.0.0.8")
    card.address.editingFinished.emit()
    assert proxies.chosen_proxy() == "http://10.0.0.8:8080"
    proxies.use_proxy(None)
    network.apply_proxy(load_settings())
    assert proxies.chosen_proxy() == "http://10.0.0.8:8080"
    card.address.setText("socks5://10.0.0.8")
    card.address.editingFinished.emit()
    assert card.words.property("role") == "error"
    assert proxies.chosen_proxy() == "http://10.0.0.8:8080", "a bad address is not used"
    press(page, "网络代理 不用代理", qtbot)
    assert proxies.chosen_proxy() == ""
    press(page, "网络代理 系统代理", qtbot)
    assert proxies.chosen_proxy() is None


def test_the_test_says_whether_the_proxy_answers(window: Window, page: PreferencesPage, qtbot: QtBot) -> None:
    card = page.network
    press(page, "网络代理 手动设置", qtbot)
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        card.address.setText(f"127.0.0.1:{proxy.getsockname()[1]}")
        card.address.editingFinished.emit()
        card.test.click()
        qtbot.waitUntil(card.test.isEnabled)
        assert "代理服务器已连上" in card.words.text()
    card.test.click()
    qtbot.waitUntil(card.test.isEnabled)
    assert "代理服务器连不上" in card.words.text()


# -- backups and rates


def test_the_backup_folder_chosen_is_where_the_next_backup_goes(
    window: Window, page: PreferencesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.set_folder(str(tmp_path / "移动硬盘"))
    assert str(tmp_path / "移动硬盘") in page.folder.text()
    backups_page = shown(window, "backups", qtbot)
    backups_page.now.click()
    qtbot.waitUntil(lambda: not background.busy())
    assert len(list((tmp_path / "移动硬盘").glob("*.zhibao"))) == 1
    assert len(backups_page.model.rows) == 1
    assert load_settings().backup_folder == str(tmp_path / "移动硬盘")
    page.set_folder("")
    assert (
        safekeeping.folder_for(load_settings(), window.workspace.book.path).parent == window.workspace.book.path.parent
    )


def test_rates_come_from_a_file_and_count_from_then_on(
    window: Window, page: PreferencesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "汇率.csv"
    file.write_text("月份,币种,汇率,来源\n2026-10,KRW,0.00071,外管局\n", encoding="gb18030")
    page.rates.take_file(file)
    qtbot.waitUntil(lambda: "已导入 1 个汇率" in page.rates.words.text())
    assert "KRW 0.00071" in page.rates.known.text()
    assert "其中 1 个由本企业导入" in page.rates.known.text()
    book = window.workspace.book
    assert book.db.execute("SELECT fx_rate('KRW', '2026-10-12')").fetchone()[0] == 71000


def test_a_bad_rate_names_its_line_and_changes_nothing(
    window: Window, page: PreferencesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "汇率.csv"
    file.write_text("月份,币种,汇率\n2026-10,KRW,1400\n", encoding="utf-8")
    page.rates.take_file(file)
    qtbot.waitUntil(lambda: "第2行" in page.rates.words.text())
    assert "全部汇率均未导入" in page.rates.words.text()
    assert window.workspace.book.db.execute("SELECT count(*) FROM rates").fetchone()[0] == 0


def test_every_choice_has_a_name_of_its_own(page: PreferencesPage) -> None:
    names = [one.accessibleName() or one.text() for one in page.findChildren(QPushButton)]
    assert all(names)
    assert len(names) == len(set(names))
