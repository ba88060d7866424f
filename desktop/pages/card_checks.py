"""Checks of one card page: row rules at once after an edit, the whole form of the period a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.background import Job
    from desktop.models.card_model import CardModel
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.check_result import CheckResult
    from forms.definition import Field
    from forms.findings import Finding

DELAY = 700  # ms after an edit
PAUSE = 350  # ms without a key, after which what is being typed is tried


class CardChecks(QObject):
    """Keeps the marks of a card model. `changed` says that they are new, `tried` that a trial made them so."""

    changed = Signal()
    tried = Signal()

    def __init__(self, workspace: Workspace, model: CardModel, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = model
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.check_all)
        self._typed: dict[str, object] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._try)

    def edited(self) -> None:
        """Run the row rules now and everything else in a moment."""
        self._check_row()
        self._timer.start()

    def typing(self, field: Field, text: str) -> None:
        """Try what is being typed when the hand rests: `tried` tells what would be found if it were committed."""
        self._typed = {field.id: self._model.in_full(field, text)}
        self._pause.start()

    def taken_back(self) -> None:
        """Forget what was being typed."""
        if self._typed:
            self._check_row()
            self.tried.emit()

    def _try(self) -> None:
        from forms.trial import try_card

        model, space = self._model, self._workspace
        try:
            found = try_card(space.book, model.form, model.period, self._typed, as_of=space.as_of)
        except InputRefused:  # committing will say so
            return
        self._put(found)
        self.tried.emit()

    def _check_row(self) -> None:
        from forms.checks import check_row

        self._pause.stop()
        self._typed = {}
        self._put(check_row(self._workspace.book, self._model.form, self._model.figures.uid, self._workspace.as_of))

    def _put(self, found: Sequence[Finding]) -> None:
        model = self._model
        ids = {rule.id for rule in model.edition.rules if all(case.holds for case in rule.cases)}
        general = {rule.id for rule in self._workspace.catalogue.general_rules}
        model.marks.set_row_findings(model.figures.uid, found, ids | general)

    def check_soon(self) -> None:
        """Check the whole form in a moment."""
        self._timer.start()

    def check_all(self) -> None:
        """Check the form's period in the background."""
        if self._job is not None:
            self._timer.start()
            return
        if self._model.waits_for_its_window:
            self._model.marks.set_findings([])
            self.changed.emit()
            return
        form, period, as_of = self._model.form, self._model.period, self._workspace.as_of

        def checking(book: Book, job: Job) -> CheckResult:
            from forms.checks import check

            del job
            return check(book, period=period, forms=[form], as_of=as_of)

        self._job = self._workspace.work(checking, owner=self, done=self._take, ended=self._ended)

    def _take(self, result: CheckResult) -> None:
        self._model.marks.set_findings([one for one in result.findings if one.form == self._model.form])
        self.changed.emit()

    def _ended(self) -> None:
        self._job = None
