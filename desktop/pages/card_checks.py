"""Checks of one card page: row rules at once after an edit, the whole form of the period a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.models.card_model import CardModel
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.checks import CheckResult

DELAY = 700  # ms after an edit


class CardChecks(QObject):
    """Keeps the marks of a card model. `changed` says that they are new."""

    changed = Signal()

    def __init__(self, workspace: Workspace, model: CardModel, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = model
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.check_all)

    def edited(self) -> None:
        """Run the row rules now and everything else in a moment."""
        from forms.checks import check_row

        model, space = self._model, self._workspace
        found = check_row(space.book, model.form, model.figures.uid, space.as_of)
        ids = {rule.id for rule in model.edition.rules if all(case.holds for case in rule.cases)}
        model.marks.set_row_findings(
            model.figures.uid, found, ids | {rule.id for rule in space.catalogue.general_rules}
        )
        self._timer.start()

    def check_soon(self) -> None:
        """Check the whole form in a moment."""
        self._timer.start()

    def check_all(self) -> None:
        """Check the form's period in the background."""
        if self._job is not None:
            self._timer.start()
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
