"""What the window speaks: Chinese as written in the code, or English, Korean, Japanese by the catalogues beside this.

Loads no Qt of its own: outside the window every text stays Chinese, as on the command line.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

    from forms.catalogue import Catalogue

FOLDER = Path(__file__).parent
CHINESE = "zh"
NAMES = {CHINESE: "中文", "en": "English", "ko": "한국어", "ja": "日本語"}
"""Every language by its own name, as the settings offer them."""
_QT = {CHINESE: "zh_CN"}  # Qt's own catalogues bear these names where they differ
_spoken = [CHINESE]


def wanted(setting: str, environment: Mapping[str, str]) -> str:
    """Return the language to speak: the one set, else the one of LC_ALL, LC_MESSAGES or LANG, else Chinese."""
    if setting in NAMES:
        return setting
    system = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return system[:2] if system[:2] in NAMES and system[2:3] in ("", "_", ".", "-") else CHINESE


def current() -> str:
    """Return the language spoken now."""
    return _spoken[0]


def speak(application: QApplication, language: str) -> None:
    """Have the program's texts in ``language`` from now on; what stands on the screen already stays as it is."""
    from PySide6.QtCore import QTranslator

    for old in application.findChildren(QTranslator, "words"):
        application.removeTranslator(old)
        old.deleteLater()
    _spoken[0] = language
    if language != CHINESE:
        words = QTranslator(application)
        words.setObjectName("words")
        words.load(str(FOLDER / f"zhibao_{language}.qm"))
        application.installTranslator(words)


def speak_for_qt(application: QApplication) -> None:
    """Have Qt's own texts (buttons of its dialogs) in the language, too; the first frame needs none of them."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    if application.property("qt_speaks") == current():
        return
    name = f"qtbase_{_QT.get(current(), current())}"
    own = QTranslator(application)
    own.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    application.installTranslator(own)
    application.setProperty("qt_speaks", current())


def translate(context: str, text: str, comment: str | None = None, n: int = -1) -> str:
    """Say a text of a module that is no QObject; ``n`` replaces %n (98,416), in the plural form of the language."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return text if n < 0 else text.replace("%n", f"{n:,}")
    said = str(core.QCoreApplication.translate(context, text, comment, n))
    return said.replace(str(n), f"{n:,}", 1) if n > 0 else said


def spoken(catalogue: Catalogue) -> Catalogue:
    """Return the definitions with the names the window shows; never for what is checked, signed, printed, exported."""
    return catalogue.spoken(current())
