"""The manual offline: every link leads somewhere, every refusal is explained, F1 opens what one is on."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop import background, glossary, key_map, manual
from desktop.app import dress, make_window
from desktop.catalogue_of_pages import FIRST_RUN
from desktop.pages.explaining import KEY
from desktop.pages.help import HelpDialog, HelpPage
from desktop.pieces import LinkLine
from desktop.settings import Settings
from forms.catalogue import load_catalogue
from forms.policy_terms import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.manual import Topic
    from desktop.window import Window
    from desktop.workspace import Workspace
    from forms.book import Book

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)]+)\)")
PAGES = {
    "home",
    "agency",
    "submit",
    "records",
    "reconciling",
    "statistics",
    "policy",
    "messages",
    "backups",
    "profile",
    "settings",
    FIRST_RUN,
}


def everything() -> dict[str, Topic]:
    made = [*glossary.topics(load_catalogue()), *glossary.rule_topics(load_catalogue()), key_map.key_topic([])]
    return {one.id: one for one in (*manual.topics(), *made)}


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> HelpPage:
    made = HelpPage(workspace, [("F1", "本页的帮助", lambda: None)])
    qtbot.addWidget(made)
    made.resize(1190, 692)
    made.show()
    return made


@pytest.fixture
def window(qapp, qtbot: QtBot) -> Iterator[Window]:
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.show()
    made.show_page(FIRST_RUN)
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    qtbot.waitUntil(lambda: not background.busy())
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# -- what is written


@pytest.mark.parametrize("topic", everything().values(), ids=lambda topic: topic.id)
def test_every_link_of_the_manual_leads_somewhere(topic: Topic) -> None:
    known = everything()
    for link in LINK.findall(topic.text):
        kind, _, rest = link.partition(":")
        name, _, heading = QUrl.fromPercentEncoding(rest.encode()).partition("#")
        if kind == "topic":
            assert name in known, link
            assert not heading or heading in {one.heading for one in manual.sections(known[name])}, link
        elif kind == "page":
            assert name in PAGES, link
        elif kind == "handbook":
            assert name in ("open", "save"), link
        else:
            assert kind.startswith("pictures/"), f"{link}: no network in the manual"
            assert not QImage(str(manual.FOLDER / link)).isNull(), link


def test_every_topic_is_in_the_contents_once_and_every_picture_is_small() -> None:
    listed = [one.id for one in manual.topics()]
    assert sorted(listed) == sorted(path.stem for path in manual.FOLDER.glob("*.md"))
    sizes = {path.name: path.stat().st_size for path in manual.FOLDER.glob("pictures/*")}
    assert all(size < 150_000 for size in sizes.values()), sizes
    assert len(sizes) >= 5


def test_every_page_of_the_program_has_its_topic() -> None:
    known = everything()
    for name in (*PAGES, "form:JLFW-02", "form:JLFW-04"):
        assert manual.topic_of(name) in known
    assert manual.topic_of("form:JLFW-04") == "report"
    assert manual.topic_of("form:JLFW-03") == "edit"
    assert manual.topic_of("backups") == "backup"


def codes() -> Iterator[tuple[str, str]]:
    """The codes of refusals a person can meet in the window, and where each is raised."""
    kinds = {"BookProblem", "WorkbookRefused", "InputRefused", "EditRefused", "EndpointUnreachable", "FilingRefused"}
    files = [*ROOT.glob("forms/**/*.py"), *ROOT.glob("sync/*.py"), *ROOT.glob("desktop/printing/*.py")]
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in kinds and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value), path.name


# Given by the command line or to programs only, or unreachable by the window's own choices.
NOT_IN_THE_WINDOW = {
    "unknown-field",
    "unknown-header",
    "no-filing",
    "no-such-warning",
    "bad-period",
    "wrong-cadence",
    "cancelled",
    "no-form",
    "no-amount",
    "bad-unit",
    "no-grid",
}


def test_every_refusal_is_explained() -> None:
    found = {code: place for code, place in codes() if code not in NOT_IN_THE_WINDOW}
    assert len(found) > 40
    headings = {one.heading for one in manual.sections(everything()[manual.TROUBLE])}
    missing = {code: place for code, place in found.items() if manual.trouble_of(code) not in headings}
    assert not missing


def test_the_glossary_explains_every_field_and_shows_its_text_as_it_is() -> None:
    catalogue = load_catalogue()
    for topic, form in zip(glossary.topics(catalogue), catalogue.forms, strict=True):
        edition = catalogue.edition(form)
        headings = [one.heading for one in manual.sections(topic)][1:]
        assert len(headings) == sum(not field.hidden for field in edition.fields)
        document = QTextDocument()
        document.setMarkdown(topic.text)
        text = " ".join(document.toPlainText().split())
        for field in edition.fields:
            if not field.hidden:
                assert " ".join(field.help.means.split()) in text, field.id


def test_every_rule_stands_in_the_glossary_by_its_number() -> None:
    catalogue = load_catalogue()
    headings = {
        one.heading.partition(" ")[0] for topic in glossary.rule_topics(catalogue) for one in manual.sections(topic)
    }
    rules = [*catalogue.general_rules, *(rule for form in catalogue.forms for rule in catalogue.rules_of(form))]
    wanted = {rule.id for rule in rules} | {one.rule.id for one in rules_of(catalogue)}
    assert wanted <= headings
    assert len(wanted) == 131


# -- the page


def test_search_finds_words_in_the_manual_and_in_the_glossary(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.box, "")
    page.box.setText("恢复演练")
    assert page.list.topLevelItem(0).text(0).startswith("恢复演练")
    assert page.shown() == "backup"
    assert page.view.extraSelections(), "what was found is marked"
    page.box.setText("报送码 换")
    assert page.found.text().startswith("找到 ")
    page.box.setText("组织机构代码")
    assert page.shown().startswith("terms:JLFW-01")
    page.box.setText("没有这样的词")
    assert page.found.text() == "没有找到，换一个词试试。"
    page.box.clear()
    assert page.list.topLevelItem(0).text(0) == "每月的工作"
    assert not page.view.extraSelections()


def test_links_lead_to_topics_headings_and_pages_and_back(page: HelpPage, qtbot: QtBot) -> None:
    page.follow(QUrl("topic:backup#换一台电脑"))
    assert page.shown() == "backup"
    page.follow(QUrl("topic:trouble#Excel%20文件读不了"))
    assert page.shown() == "trouble"
    assert page.view.verticalScrollBar().value() > 0
    page.go_back()
    assert page.shown() == "backup"
    with qtbot.waitSignal(page.workspace.pageWanted) as wanted:
        page.follow(QUrl("page:settings"))
    assert wanted.args == ["settings"]
    page.follow(QUrl("https://example.com/"))
    assert page.shown() == "backup", "nothing is fetched"


def test_a_rule_is_found_by_its_number_and_told_with_its_severity(page: HelpPage) -> None:
    page.box.setText("F02-009")
    assert page.shown() == "rules:JLFW-02"
    assert "〔签订日期〕" in page.view.toPlainText()
    assert "错误：" in page.view.toPlainText()
    page.box.setText("P-001")
    assert page.shown() == "rules:policy"
    page.box.clear()
    page.show_topic("terms:JLFW-02")
    page.follow(QUrl("topic:rules:JLFW-02"))
    assert page.shown() == "rules:JLFW-02"


def test_the_help_of_a_form_offers_its_fields_and_rules(page: HelpPage, qtbot: QtBot) -> None:
    page.show_for("form:JLFW-03")
    fields, rules = page.findChildren(LinkLine)
    qtbot.mouseClick(fields, Qt.MouseButton.LeftButton)
    assert page.shown() == "terms:JLFW-03"
    qtbot.keyClick(rules, Qt.Key.Key_Space)
    assert page.shown() == "rules:JLFW-03"
    page.show_for("profile")
    wanted = ["企业信息各项指标", "企业信息的审核关系"]
    qtbot.waitUntil(lambda: [one.accessibleName() for one in links(page)] == wanted)
    page.show_for("settings")
    assert links(page) == []


def test_the_help_of_a_field_leads_to_it_among_all_of_its_form(window: Window, qtbot: QtBot, book: Book) -> None:
    book.close()
    assert window.open_book(book.path)
    window.resize(1366, 768)
    window.show_page("form:JLFW-06")
    card = window.page()
    qtbot.waitUntil(lambda: not background.busy())
    line = next(one for one in card.lines if one.field.id == "emp_so_left")
    line.input.setFocus()
    qtbot.waitUntil(lambda: not background.busy())

    def link_of_field() -> QPushButton | None:
        found = card.help.findChildren(QPushButton)
        return next((one for one in found if one.text() == "本表全部指标" and one.isVisible()), None)

    qtbot.waitUntil(lambda: link_of_field() is not None)
    link = link_of_field()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.page() is window.pages["help"]
    assert window.page().shown() == "terms:JLFW-06"
    assert window.page().view.verticalScrollBar().value() > 0
    qtbot.waitUntil(lambda: not background.busy())


def links(page: HelpPage) -> list[LinkLine]:
    return [one for one in page.findChildren(LinkLine) if not one.isHidden()]


def test_the_handbook_opens_in_the_browser_and_is_saved_where_one_says(
    page: HelpPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    page.follow(QUrl("handbook:open"))
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert 'id="F02-009"' in Path(opened[0].toLocalFile()).read_text("utf-8")
    for name, written in (("手册.pdf", "手册.pdf"), ("手册.html", "手册.html"), ("账套.zhibao", "账套.zhibao.html")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        page.follow(QUrl("handbook:save"))
        qtbot.waitUntil(lambda written=written: written in page.toast.text())
        assert (tmp_path / written).stat().st_size > 100_000
    assert not (tmp_path / "账套.zhibao").exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "没有" / "手册.html"), ""))
    page.follow(QUrl("handbook:save"))
    qtbot.waitUntil(lambda: "无法写入" in page.toast.text())
    qtbot.waitUntil(lambda: not background.busy())


def test_every_topic_is_shown_with_its_headings_and_pictures(page: HelpPage) -> None:
    for topic in page.topics.values():
        page.show_topic(topic.id)
        text = page.view.toPlainText()
        assert text.startswith(manual.plain(topic.title).replace("\\", ""))
        assert "](" not in text
        assert "**" not in text
        for section in manual.sections(topic):
            assert page.view.go_to(manual.plain(section.heading)), (topic.id, section.heading)


def test_pictures_are_fitted_and_nothing_is_read_from_elsewhere(page: HelpPage, tmp_path: Path) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert page.view.loadResource(kind, QUrl("pictures/home.png")) is not None
    outside = tmp_path / "x.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(outside))
    for name in ("https://example.com/a.png", f"file://{outside}", "../theme/icons/add.svg", str(outside)):
        assert page.view.loadResource(kind, QUrl(name)) is None, name
    page.resize(700, 500)
    page.show_topic("start")
    assert page.view.document().size().width() <= page.view.viewport().width()


def test_no_gap_is_left_under_a_picture(page: HelpPage) -> None:
    page.show_topic("file")
    document = page.view.document()
    block = document.begin().next()
    assert block.text() == "\N{OBJECT REPLACEMENT CHARACTER}"
    image = block.begin().fragment().charFormat().toImageFormat()
    natural = QImage(str(manual.FOLDER / image.name()))
    height = natural.height() * image.width() / natural.width()
    assert document.documentLayout().blockBoundingRect(block).height() < height + 40


def test_another_theme_is_taken_up(page: HelpPage, qapp, tmp_path: Path) -> None:
    from desktop import theme

    theme.apply(qapp, "dark", 1.0, tmp_path / "cache")
    page.workspace.dressed.emit()
    link = page.view.palette().link().color()
    theme.apply(qapp, "light", 1.0, tmp_path / "cache")
    page.workspace.dressed.emit()
    assert page.view.palette().link().color() != link


# -- by key


def test_f1_opens_what_explains_the_page_one_is_on(window: Window, book: Book, qtbot: QtBot) -> None:
    book.close()
    assert window.open_book(book.path)
    for name, topic in (("submit", "file"), ("backups", "backup"), ("form:JLFW-02", "edit"), ("settings", "settings")):
        window.show_page(name)
        qtbot.waitUntil(lambda: not background.busy())
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert window.page() is window.pages["help"]
        assert window.page().shown() == topic
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.page().shown() == "settings", "F1 on the manual leaves it where it is"
    qtbot.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    assert window.page().shown() == "keys"
    assert "审核本期全部报表" in window.page().view.toPlainText()
    window.show_page("home")
    qtbot.mouseClick(window.navigation.help, Qt.MouseButton.LeftButton)
    assert window.page().shown() == "start"


def test_without_a_firm_the_manual_opens_in_a_window_of_its_own(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog.page.shown() == "start"
    dialog.page.follow(QUrl("page:settings"))
    assert window.page() is window.pages[FIRST_RUN], "there is no firm whose settings to show"
    dialog.close()


def test_the_grid_keys_listed_are_those_of_the_grid(ledger_page) -> None:
    table = ledger_page.keys._table
    named = [key for keys, _does in key_map.GRID for key in re.split(r" / | 或 ", keys)]
    own = {"Enter", "Shift+Enter", "Tab", "Shift+Tab", "F2", KEY}  # the grid's own way, Qt's and the page's
    for name in set(named) - own:
        pressed = QKeySequence(name.replace("↓", "Down"))[0]
        assert any(pressed.key() == key and pressed.keyboardModifiers() == modifiers for modifiers, key in table), name
