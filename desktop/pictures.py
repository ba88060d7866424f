"""Pictures of the window without a screen: `python -m desktop.pictures DIR OUT` paints the pages of the Book in DIR.

Home, the contract ledger, the monthly report, filing, and the records with their receipts, each as a PNG of 1366×768;
or other pages at another size. Set ``QT_SCALE_FACTOR`` beforehand for another scale: sizes are logical pixels.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import background, languages, sweeping
from desktop.app import dress, make_window
from desktop.catalogue_of_pages import FIRST_RUN
from desktop.settings import HOME_VARIABLE, Settings
from forms.book import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.window import Window

SIZE = (1366, 768)
PAGES = {
    "home": "home",
    "ledger": "form:JLFW-02",
    "report": "form:JLFW-04",
    "submit": "submit",
    "receipt": "records",
}
LOOK_MS = 20
QUIET_MS = 400  # no page delays its work longer than this


def paint(  # noqa: PLR0913  each is a choice of the command line
    book: Path,
    out: Path,
    *,
    mode: str = "light",
    factor: float = 1.0,
    check: bool = False,
    size: tuple[int, int] = SIZE,
    pages: Mapping[str, str] = PAGES,
    language: str = languages.CHINESE,
    agency: Path | None = None,
) -> list[Path]:
    """Open the Book in a window nobody sees and save a picture of each page; give their paths."""
    application = QApplication(sys.argv[:1])
    sweeping.stay_responsive(application)
    settings = Settings(theme=mode, font_factor=factor, agency_folder=str(agency or ""), language=language)
    languages.speak(application, language)
    languages.speak_for_qt(application)
    dress(application, settings, mode)
    window = make_window(settings)
    window.resize(*size)
    window.show()
    made = []
    first = next((name for name, page in pages.items() if page == FIRST_RUN), None)
    if first is not None:
        window.show_page(FIRST_RUN)
        settle()
        made.append(_save(window, out / f"{first}.png"))
    window.open_book(book)
    settle()
    if check:
        window.keys.check()
    for name, page in pages.items():
        if page == FIRST_RUN:
            continue
        window.show_page(page)
        settle()
        shown = window.page()
        if shown is not None and page.startswith("form:"):
            shown.step_problem(forward=True)  # so that a problem is in view, if there is one
            settle()
        made.append(_save(window, out / f"{name}.png"))
        if page == "agency":
            made.append(_save(_with_job(window), out / f"{name}-job.png"))
    window.close()
    return made


class _Layouts(QObject):
    """Begins a calm anew whenever a page is laid out: many make their lines a few at a time between events."""

    def __init__(self, calm: QElapsedTimer) -> None:
        super().__init__()
        self._calm = calm

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of every layout."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._calm.restart()
        return super().eventFilter(watched, event)


def settle(quiet: int = QUIET_MS) -> None:
    """Let the window work until for `quiet` milliseconds nothing ran in the background and nothing was laid out.

    An event that took long may have left a layout to be done: the calm begins after it.
    """
    calm, looked, loop, look = QElapsedTimer(), QElapsedTimer(), QEventLoop(), QTimer()
    application, layouts = QCoreApplication.instance(), _Layouts(calm)
    if application is not None:
        application.installEventFilter(layouts)  # ends with `layouts`

    def look_around() -> None:
        if looked.restart() > quiet // 2 or background.busy():
            calm.restart()
        elif calm.elapsed() >= quiet:
            loop.quit()

    look.timeout.connect(look_around)
    look.start(LOOK_MS)
    calm.start()
    looked.start()
    loop.exec()


def _with_job(window: Window) -> Window:
    """Have all firms checked before filing, so that the drawer shows its results."""
    from desktop.agency.agency import agency_of

    agency = agency_of(window.workspace)
    firms = [stand for stand in agency.stands.values() if stand.firm is not None]
    agency.start("check", firms, then_file=True)
    while agency.is_running:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    settle()
    return window


def _save(window: Window, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(path))
    return path


def main(words: Sequence[str] | None = None) -> int:
    """Read the command line and paint."""
    parser = argparse.ArgumentParser(prog="python -m desktop.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder with the Book")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder for the pictures")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--factor", type=float, default=1.0, help="of the fonts: 1.5 is what 150 %% looks like")
    parser.add_argument("--size", default="x".join(map(str, SIZE)), help="logical pixels, such as 910x512")
    parser.add_argument("--pages", metavar="NAME,…", help="other pages: home, form:JLFW-03, settings …")
    parser.add_argument("--agency", type=Path, metavar="DIR", help="the folder of many Books for the page agency")
    parser.add_argument("--check", action="store_true", help="check first, so that problems are marked")
    parser.add_argument("--language", choices=languages.NAMES, default=languages.CHINESE)
    arguments = parser.parse_args(words)
    books = sorted(arguments.folder.glob(f"*{SUFFIX}"))
    if not books:
        parser.error(f"no Book in {arguments.folder}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home  # the user's own settings are neither read nor changed
        width, height = (int(part) for part in arguments.size.split("x"))
        names = arguments.pages.split(",") if arguments.pages else []
        paint(
            books[0],
            arguments.out,
            mode=arguments.theme,
            factor=arguments.factor,
            check=arguments.check,
            size=(width, height),
            language=arguments.language,
            pages={name.replace(":", "-"): name for name in names} or PAGES,
            agency=arguments.agency,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
