"""The window in other languages: nothing clips where texts are longer, every text is translated, start and restart."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from desktop import background, languages, theme
from desktop.pieces import ElidedLabel, LinkLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.window import Window

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "desktop"
ARROW = 40  # what a combo box needs beside its text
SMALLEST, USUAL = (880, 480), (1366, 768)
PAGES = [
    *("first-run", "home", "form:JLFW-02", "form:JLFW-03", "form:JLFW-05", "form:JLFW-04", "submit", "records"),
    *("statistics", "policy", "profile", "settings", "help", "agency", "backups", "messages"),
]


class Pseudo(QTranslator):
    """A language no one speaks: every text in brackets and two fifths longer."""

    def translate(self, _context: str, text: str, _comment: str | None = None, n: int = -1) -> str | None:
        """Stretch a text of ours; Qt's own (English) ones and separators stay."""
        if not re.search(r"[\u4e00-\u9fff]", text) or (text.startswith("%1") and len(text) <= len("%1年%2月")):
            return None
        room = max(round(len(text) * 0.4) - 2, 1)
        return f"[{text}{'ǎ' * room}]".replace("%n", str(n))


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Speak a language for one test; «pseudo» is the stretched one."""
    made = Pseudo(qapp)

    def speak(language: str) -> None:
        if language == "pseudo":
            qapp.installTranslator(made)
        else:
            languages.speak(qapp, language)

    yield speak
    languages.speak(qapp, languages.CHINESE)
    qapp.removeTranslator(made)
    made.deleteLater()


@pytest.fixture
def show_window(qtbot, speaking, filed_path: Path) -> Iterator[Callable[[str], Window]]:
    """Show the window in a language, with the demo firm's filed Book."""
    from desktop.app import dress, make_window
    from desktop.settings import Settings

    shown = []

    def show(language: str) -> Window:
        speaking(language)
        settings = Settings(theme="light", language=language, agency_folder=str(filed_path.parent))
        dress(QApplication.instance(), settings, "light")
        window = make_window(settings)
        qtbot.addWidget(window)
        window.show()
        window.open_book(filed_path)
        shown.append(window)
        return window

    yield show
    for window in shown:
        window.workspace.close()


def clipped(page: QWidget) -> list[str]:
    """Name every text on the page that has less room than it needs and does not show it whole in a tooltip."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        found += [f"{_path(widget)}: {text}" for text in _cut(widget)]
    return found


def _path(widget: QWidget) -> str:
    names = []
    while widget is not None and len(names) < 4:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names)


def _cut(widget: QWidget) -> list[str]:
    if isinstance(widget, QScrollArea):
        off = widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        need, has = widget.widget().width() if widget.widget() else 0, widget.viewport().width()
        return [f"the page (needs {need} px, has {has})"] if off and need > has else []
    if isinstance(widget, QTabBar):
        return _cut_tabs(widget)
    if isinstance(widget, QHeaderView):
        return _cut_heads(widget)
    if widget.toolTip() or isinstance(widget, ElidedLabel | LinkLine):
        return []
    return _cut_text(widget)


def _cut_text(widget: QWidget) -> list[str]:
    if isinstance(widget, QComboBox):
        text, has = widget.currentText(), widget.width()
        need = widget.fontMetrics().horizontalAdvance(text) + ARROW
    elif isinstance(widget, QLabel) and widget.wordWrap():
        text, has, need = widget.text(), widget.height() + 1, widget.heightForWidth(widget.width())
    elif isinstance(widget, QLabel | QPushButton | QCheckBox):
        text, has, need = widget.text(), widget.width(), widget.sizeHint().width()
    else:
        return []
    return [f"{text} (needs {need} px, has {has})"] if text and need > has + 1 else []


def _cut_tabs(bar: QTabBar) -> list[str]:
    shown = [one for one in range(bar.count()) if bar.isTabVisible(one)]
    wide = {one: bar.fontMetrics().horizontalAdvance(bar.tabText(one)) for one in shown}
    return [bar.tabText(one) for one in shown if wide[one] > bar.tabRect(one).width()]


def _cut_heads(header: QHeaderView) -> list[str]:
    model = header.model()
    if model is None or header.orientation() == Qt.Orientation.Vertical:
        return []
    cut = []
    for section in range(model.columnCount()):
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        tip = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if not tip and not header.isSectionHidden(section):
            need = header.fontMetrics().horizontalAdvance(text) + 8
            if need > header.sectionSize(section):
                cut.append(text)
    return cut


@pytest.mark.parametrize(
    ("language", "size"),
    [("pseudo", SMALLEST), ("pseudo", USUAL), ("en", SMALLEST), ("ko", SMALLEST), ("ja", SMALLEST)],
    ids=lambda value: value if isinstance(value, str) else f"{value[0]}x{value[1]}",
)
def test_nothing_clips_in_longer_languages(qtbot, show_window, language, size):
    window = show_window(language)
    window.resize(*size)
    found = {}
    for name in PAGES:
        window.show_page(name)
        qtbot.waitUntil(lambda: not background.busy())
        try:
            qtbot.waitUntil(lambda: not clipped(window), timeout=10_000)  # of each page: what clips, clips for ever
        except qtbot.TimeoutError:
            found[name] = clipped(window)
    assert not found, "\n".join(f"{page}: {line}" for page, lines in found.items() for line in lines)


def texts_of(module: Path) -> list[tuple[int, str]]:
    """Read the Chinese literals of a module that neither `tr` nor `translate` is given, docstrings apart."""
    tree = ast.parse(module.read_text("utf-8"))
    told = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _name(call) in ("tr", "translate")
        for part in call.args
    }
    prose = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    return [
        (one.lineno, one.value)
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and re.search(r"[\u4e00-\u9fff]", one.value)
        and id(one) not in told | prose
    ]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


MODULES = [
    path
    for path in sorted(DESKTOP.rglob("*.py"))
    if path.relative_to(DESKTOP).parts[0] not in ("commands", "printing", "journey.py", "pictures.py")
]
CHINESE_BY_RIGHT = {
    "app.py": "the command line's help",
    "glossary.py": "the manual and its glossary are Chinese",
    "manual.py": "the manual and its glossary are Chinese",
    "key_map.py": "a page of the manual",
    "languages/__init__.py": "the language's own name",
    "languages/words.py": "words of the protocol and of the definitions, looked up",
    "inputs/dates.py": "what people type",
    "inputs/line.py": "what people type",
    "models/shown.py": "what people type",
    "models/card_model.py": "units of the definitions",
    "pages/card.py": "what is typed for the person, read by the field's kind",
    "pages/grid_keys.py": "what is typed for the person, read by the field's kind",
    "restoring.py": "a problem, told in Chinese like every finding",
    "workspace.py": "a problem, told in Chinese like every finding",
}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(DESKTOP).as_posix())
def test_what_people_read_goes_through_the_catalogues(module):
    left = texts_of(module)
    if module.relative_to(DESKTOP).as_posix() not in CHINESE_BY_RIGHT:
        assert not left, "a Chinese text outside tr()"
    for call in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(call, ast.Call) and _name(call) == "tr" and module.name != "painting.py":
            wrapper = len(call.args) == 1 and isinstance(call.args[0], ast.Name)
            assert wrapper or isinstance(call.args[0], ast.Constant), f"line {call.lineno}: no text lupdate can find"


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
def test_the_program_loads_what_the_translators_wrote(qapp, speaking, language):
    root = ET.parse(languages.FOLDER / f"zhibao_{language}.ts").getroot()  # noqa: S314  a file of this repository
    finished = [one for one in root.iter("message") if not one.find("translation").get("type")]
    assert len(finished) > 500
    speaking(language)
    for message in finished:
        source, comment = message.findtext("source"), message.findtext("comment") or ""
        forms = [form.text for form in message.iter("numerusform")] or [message.findtext("translation")]
        said = QCoreApplication.translate("AnyClass", source, comment, 5 if "%n" in source else -1)
        assert said == forms[-1].replace("%n", "5"), source
        assert set(re.findall(r"%[1-9n]", source)) == set(re.findall(r"%[1-9n]", forms[-1])), source


def test_english_counts_one_and_many(speaking):
    speaking("en")
    assert QObject().tr("%n 处错误", "", 1) == "1 error"
    assert QObject().tr("%n 处错误", "", 3) == "3 errors"


def test_the_language_of_the_settings_comes_before_that_of_the_system():
    assert languages.wanted("ja", {"LANG": "ko_KR.UTF-8"}) == "ja"
    assert languages.wanted("", {"LANG": "ko_KR.UTF-8"}) == "ko"
    assert languages.wanted("", {"LC_ALL": "en_US.UTF-8", "LANG": "ja_JP.UTF-8"}) == "en"
    assert languages.wanted("", {"LANG": "C.UTF-8"}) == "zh"
    assert languages.wanted("xx", {}) == "zh"


RESTART = """
import desktop.app as app
from desktop.settings import load_settings
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

settings = load_settings()
settings.language = "ko"
settings.save()
make = app.make_window

def tell():
    page = windows[0].page()
    if page is None:
        QTimer.singleShot(50, tell)
        return
    print(page.title(), windows[0].workspace.catalogue.edition("JLFW-02").short, flush=True)
    QApplication.instance().quit()

def make_and_watch(settings):
    windows.append(make(settings))
    QTimer.singleShot(50, tell)
    return windows[0]

windows, app.make_window = [], make_and_watch
app.main(["--book", {path!r}, "--page", "settings"])
"""


def test_a_restart_speaks_the_language_that_was_chosen(filed_path: Path):
    command = [sys.executable, "-c", RESTART.format(path=str(filed_path))]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert "계약 대장" in ran.stdout, ran.stderr


def test_the_fonts_follow_the_language(qapp, speaking, tmp_path: Path):
    speaking("ko")
    theme.apply(qapp, "light", 1.0, tmp_path / "cache")
    assert theme.font().families()[0] == "Malgun Gothic"
    speaking("zh")
    theme.apply(qapp, "light", 1.0, tmp_path / "cache")
    assert theme.font().families()[0] == "Microsoft YaHei UI"


def test_codes_are_typed_and_shown_in_korean_and_stored_as_codes(qtbot, contracts, speaking):
    from desktop.models.ledger_model import LedgerModel
    from forms import ledger

    speaking("ko")
    model = LedgerModel(contracts.book, "JLFW-02", lambda: "2026-11-03")
    at = {column.id: number for number, column in enumerate(model.columns)}
    assert model.columns[at["client_country"]].label == "발주처 국가(지역)"
    cell = model.index(0, at["client_country"])
    assert cell.data() == "대한민국"
    assert model.setData(cell, "일본")
    assert ledger.read_rows(contracts.book, "JLFW-02")[0]["client_country"] == "JPN"
    assert model.index(0, at["client_country"]).data() == "일본"
    export = contracts.book.catalogue.edition("JLFW-02").by_id["client_country"]
    assert export.kind.cell("JPN") == "日本", "what leaves the window stays Chinese"


def test_every_text_of_the_window_is_translated():
    command = [sys.executable, str(ROOT / "packaging" / "languages.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout
