"""Which pages there are, in which order, and how each is made. Modules are imported when their page is first shown."""

from __future__ import annotations

import contextlib
import functools
import importlib
import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer

from desktop import background, form_groups, sweeping
from desktop.navigation_entries import FOLD, Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.pages.page import Page
    from desktop.window import Window
    from desktop.workspace import Workspace

FIRST_RUN = "first-run"
PROFILE_FORM = "JLFW-01"
UNDER = {"policy": "statistics", "reconciling": "form:JLFW-03", "backups": "settings"}
"""Pages that are no entry of the navigation, and the one each is reached from and belongs to."""
_ICONS = {"JLFW-02": "contract", "JLFW-03": "execution", "JLFW-04": "report", "JLFW-05": "certificate"}
_ICONS |= {"JLFW-02B": "edit", "JLFW-03A": "receipt", "JLFW-06": "people", "JLFW-07": "person-add"}
_ICONS |= {"JLFW-08": "subcontract", "JLFW-09": "calendar", "JLFW-10": "training"}  # the rail shows nothing else
_CLASSES_MS = 20  # between two portions of Qt's classes
_PORTION_S = 0.003
_AHEAD_MS = 1500  # after the start, when the first page stands
AHEAD = (
    *(f"desktop.pages.{name}" for name in ("ledger", "card", "submit", "records", "statistics", "agency")),
    *(f"desktop.pages.{name}" for name in ("submit_dialog", "import_dialog", "messages", "profile", "preferences")),
    *("desktop.pages.help", "desktop.pages.backups", "desktop.printing.preview", "forms.checks", "desktop.submission"),
)


def fetch(name: str, owner: QObject, then: Callable[[], object]) -> None:
    """Import a module with much behind it beside the window, then go on; at once where it is there."""
    spec = getattr(sys.modules.get(name), "__spec__", None)
    if spec is not None and not getattr(spec, "_initializing", False):
        then()
    else:
        background.run(lambda _job: importlib.import_module(name), owner=owner, done=lambda _module: then())


def read_ahead() -> None:
    """Import what the pages and dialogs need, and read the rules of all forms: their first showing is quick then."""
    for name in AHEAD:
        importlib.import_module(name)
    from forms import policy_terms
    from forms.catalogue import load_catalogue
    from forms.errors import DefinitionProblem

    catalogue = load_catalogue()
    with contextlib.suppress(DefinitionProblem):  # whoever asks for the rules is told of it
        for form in catalogue.forms:
            _ = catalogue.edition(form).rules
        policy_terms.rules_of(catalogue)


@functools.cache  # the next window has it all
def _prepare() -> None:
    """Read ahead, and spare the window the garbage collector's look at all that: 60 ms, and it stays anyway."""
    read_ahead()
    sweeping.settle()


class _Classes(QObject):
    """Has PySide make its classes of widgets a few at a time; the first table would wait 13 ms for all of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = [name for name in dir(QtWidgets) if name.startswith("Q")]
        self._timer = QTimer(self, interval=_CLASSES_MS)
        self._timer.timeout.connect(self._some)
        self._timer.start()

    def _some(self) -> None:
        until = time.perf_counter() + _PORTION_S
        while self._left and time.perf_counter() < until:
            getattr(QtWidgets, self._left.pop())
        if not self._left:
            self._timer.stop()


class PageMaker(QObject):
    """Lists the pages for the navigation and makes them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._read_ahead)
        self._classes: _Classes | None = None

    def _read_ahead(self) -> None:
        threading.Thread(target=_prepare, name="read-ahead", daemon=True).start()
        if self._classes is None:
            self._classes = _Classes(self)

    def entries(self) -> list[Entry]:
        """Return the navigation: home, the forms of the catalogue, filing, the firm."""
        many = self._workspace.settings.keeps_many()
        self._ahead.start()
        return [
            Entry("home", self.tr("首页"), "home"),
            *([Entry("agency", self.tr("全部企业"), "firms")] if many else []),
            *self._forms(),
            Entry(),
            Entry("submit", self.tr("审核与报送"), "send"),
            Entry("records", self.tr("报送记录"), "history"),
            Entry("statistics", self.tr("统计分析"), "trend"),
            Entry(),
            Entry("profile", self.tr("企业信息"), "firm"),
            Entry("settings", self.tr("设置"), "settings"),
        ]

    def _forms(self) -> list[Entry]:
        """List the forms by group; those nobody owes and the firm never used stand behind a line that unfolds them."""
        names = {
            form_groups.LEDGERS: self.tr("台账"),
            form_groups.CARDS: self.tr("月报"),
            form_groups.ANNUAL: self.tr("年报"),
            form_groups.OPTIONAL: self.tr("按需填报"),
        }
        known = [one for one in self._workspace.settings.forms if one[0] != PROFILE_FORM]
        found: list[Entry] = []
        for group, name in names.items():
            entries = []
            for form, short, _group, used in (one for one in known if one[2:3] == [group]):
                folded = group == form_groups.OPTIONAL and not used
                entries.append(Entry(f"form:{form}", short, _ICONS.get(form, "table"), folded=folded))
            fold = [Entry(FOLD, self.tr("更多报表"), "chevron-right")] if any(one.folded for one in entries) else []
            found += [Entry(text=name), *entries, *fold] if entries else []
        return found

    def page_of(self, form: str) -> str:
        """Return the page that shows ``form``."""
        return "profile" if form == PROFILE_FORM else f"form:{form}"

    def make(self, name: str, window: Window) -> Page:
        """Make the page ``name``."""
        if name.startswith("form:"):
            return self._form_page(name.removeprefix("form:"))
        return self._own_page(name, window)

    def _form_page(self, form: str) -> Page:
        if self._workspace.catalogue.edition(form).is_ledger:
            from desktop.pages.ledger import LedgerPage

            return LedgerPage(self._workspace, form)
        from desktop.pages.card import CardPage

        return CardPage(self._workspace, form)

    def _own_page(self, name: str, window: Window) -> Page:  # noqa: C901, PLR0911, PLR0912  one line a page
        space = self._workspace
        match name:
            case "home":
                from desktop.pages.home import HomePage

                return HomePage(space)
            case "agency":
                from desktop.pages.agency import AgencyPage

                return AgencyPage(space)
            case "submit":
                from desktop.pages.submit import SubmitPage

                return SubmitPage(space)
            case "records":
                from desktop.pages.records import RecordsPage

                return RecordsPage(space)
            case "statistics":
                from desktop.pages.statistics import StatisticsPage

                return StatisticsPage(space)
            case "policy":
                from desktop.pages.policy import PolicyPage

                return PolicyPage(space)
            case "messages":
                from desktop.pages.messages import MessagesPage

                return MessagesPage(space)
            case "reconciling":
                from desktop.pages.reconciling import ReconcilingPage

                return ReconcilingPage(space)
            case "backups":
                from desktop.pages.backups import BackupsPage

                return BackupsPage(space)
            case "profile":
                from desktop.pages.profile import ProfilePage

                return ProfilePage(space)
            case "settings":
                from desktop.pages.preferences import PreferencesPage

                return PreferencesPage(space)
            case "help":
                from desktop.pages.help import HelpPage

                return HelpPage(space, window.keys.listed())
            case _:
                from desktop.pages.first_run import FirstRunPage

                return FirstRunPage(space)
