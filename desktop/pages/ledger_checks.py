"""Checks and comments of one ledger page: row rules at once after an edit, the whole form a moment later."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import sweeping
from desktop.error_counts import Places
from desktop.models.marks import Comment, RowFindings
from desktop.models.problems_model import Problem
from desktop.models.standing import comments_of
from desktop.pages.problem_summary import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.background import Job
    from desktop.models.ledger_model import LedgerModel
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.check_result import CheckResult
    from forms.findings import Finding

LISTING = 40  # ms: the grid is painted first, and a hand that types on does not wait for the list
WARMING = 400  # ms after the page stands: then the rules are compiled that the first edit will ask for
DELAY = 900  # ms after the last edit before the whole form is checked
AT_ONCE = 5000  # findings that are sorted out before anybody notices
MOST_LISTED = 1000  # lines a person works through; the next ones follow as these are mended


class LedgerChecks(QObject):
    """Keeps the model's marks and the panel's lines. `changed` says that both are new."""

    changed = Signal()

    def __init__(self, workspace: Workspace, model: LedgerModel) -> None:
        super().__init__(model)
        self._workspace = workspace
        self._model = model
        self._job: Job | None = None
        self._again = False
        self._waits = False  # for the check of the period
        self._found: list[Finding] = []
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.check_all)
        self._listing = QTimer(self, singleShot=True, interval=LISTING)
        self._listing.timeout.connect(self.changed)
        self._warming = QTimer(self, singleShot=True, interval=WARMING)
        self._warming.timeout.connect(self._warm)
        self._warming.start()
        self.checked_at = ""
        self.stale = False
        workspace.checked.connect(self._take_if_of_now)
        workspace.checking.connect(self._others_check)
        workspace.periodChanged.connect(self._of_another_month)
        self.read_comments()

    def read_comments(self) -> None:
        """Take up what the authority said since."""
        self._model.marks.set_comments(comments_of(self._workspace.book, self._model.form))

    def edited(self, uids: Sequence[str]) -> None:
        """Check the edited rows at once; the whole form when no edit followed for a moment."""
        from forms.checks import check_row

        if len(uids) <= 200:  # noqa: PLR2004 - a larger paste waits for the full check
            marks, changed = self._model.marks, []
            for uid in uids:
                found = check_row(self._workspace.book, self._model.form, uid, self._workspace.as_of)
                if marks.set_row_findings(uid, found, self._row_rules):
                    changed.append(uid)
            if changed:
                self._model.repaint_kept(changed)
                self._listing.start()
        self.stale = True
        self._timer.start()

    def _warm(self) -> None:
        """Read the rules beside the window, and compile them for the first edit: together it would feel both."""
        editions = self._model.book.catalogue.editions(self._model.form)
        self._workspace.work(
            lambda *_: [one.rules for one in editions], owner=self, done=lambda _rules: self._row_rules
        )

    @cached_property
    def _row_rules(self) -> frozenset[str]:
        from forms.checks import row_rule_ids

        return row_rule_ids(self._workspace.book, self._model.form)

    @property
    def is_due(self) -> bool:
        """Whether nobody knows yet what a check will find: there was none, or one is under way."""
        return not self.checked_at or self._waits or self._job is not None

    def settle(self) -> None:
        """List now what is known already: somebody asks for the next problem."""
        if self._listing.isActive():
            self._listing.stop()
            self.changed.emit()

    def check_soon(self) -> None:
        """Check the whole form in a moment."""
        self._timer.start()

    def check_all(self) -> None:
        """Check every unfiled period of the form in the background, unless the check of the period does just that."""
        self._timer.stop()
        if self._workspace.is_checking:
            self._waits = True  # for what that finds
            return
        if self._job is not None:
            self._again = True
            return
        if self._take_if_of_now(self._workspace.result):
            return
        form, as_of = self._model.form, self._workspace.as_of

        def checking(book: Book, job: Job) -> RowFindings:
            from forms.checks import check

            del job
            return RowFindings.of(check(book, forms=[form], as_of=as_of).findings, form)

        self._job = self._workspace.work(checking, owner=self, done=self._take, ended=self._ended)

    def take(self, result: CheckResult) -> None:
        """Take up a check of the whole form that was made just now: none is due any more."""
        self._timer.stop()
        form = self._model.form
        if len(result.findings) <= AT_ONCE:
            self._take(RowFindings.of(result.findings, form))
        else:
            self._workspace.work(lambda *_: RowFindings.of(result.findings, form), owner=self, done=self._take)

    def _of_another_month(self) -> None:  # a method, not a lambda: its connection ends with the page
        self._listing.start()

    def _take_if_of_now(self, result: CheckResult | None) -> bool:
        """Take up a check of the period that saw all of this form's rows as they are; tell whether it did."""
        from forms import journal

        book, form = self._workspace.book, self._model.form
        if result is None or self._model.book is not book or form not in result.whole:
            return False
        if (result.seq, result.as_of) != (journal.last_seq(book), self._workspace.as_of):
            return False
        self._waits = False
        self.take(result)
        return True

    def _others_check(self, checking: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Check after all, where the check that was waited for saw something else."""
        if not checking and self._waits and self._workspace.is_open:
            self._waits = False
            self.check_all()

    def _take(self, found: RowFindings) -> None:
        sweeping.let_go(self._found)
        self._found = found.every
        self._model.marks.take(found)
        self.checked_at = dt.datetime.now().astimezone().strftime("%H:%M")
        self.stale = self._timer.isActive()  # somebody typed on meanwhile
        self._model.repaint()
        self._listing.start()  # the grid is painted first, then the list is made

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._timer.start()

    # -- what the panel shows --------------------------------------------------------------------------------------

    def findings(self) -> list[Problem]:
        """The findings as lines of the panel, errors first, with row numbers as of now; of very many the first ones."""
        found = self._model.marks.worst(MOST_LISTED, self._month)
        places = self._positions([one.uid for one in found if one.uid])
        explained = self._explained() if any(one.severity == "warning" for one in found) else frozenset()
        return [
            self._problem(one, places.get(one.uid or "", 0), explained)
            for one in found
            if not one.uid or one.uid in places
        ]

    def relist(self) -> None:
        """List again what was explained just now."""
        self._listing.stop()
        self.changed.emit()

    def counts(self) -> Found:
        """How many findings there are, listed or not: of the chosen period, rows without a date too, and of others."""
        marks, form = self._model.marks, self._model.form
        written: dict[tuple[str, str, str], list[str]] = {}
        for series, told, rule, uid in self._explained() if marks.counts["warning"] else ():
            written.setdefault((series, told, rule), []).append(uid)
        errors, waiting, explained = [0, 0], [0, 0], 0
        for (severity, period, rule), count in marks.tally.items():
            other = self._is_elsewhere(period)
            if severity == "error":
                errors[other] += count
            elif severity == "warning":
                rows = written.get((form, period, rule), ())
                done = sum(count if not uid else marks.says(uid, rule) for uid in rows)
                explained += min(done, count)
                waiting[other] += count - min(done, count)
        return Found(Places(*errors), Places(*waiting), explained)

    def comments(self) -> list[Problem]:
        """The authority's comments as lines of the panel."""
        found = self._model.marks.comments()
        places = self._positions([one.uid for one in found if one.uid])
        return [self._comment(one, places.get(one.uid, 0)) for one in found]

    def _positions(self, uids: list[str]) -> dict[str, int]:
        import json

        query = (
            f"SELECT json_group_object(uid, pos) FROM {self._model.edition.table}"
            " WHERE uid IN (SELECT value FROM json_each(?))"
        )
        found: dict[str, int] = json.loads(self._workspace.book.db.execute(query, (json.dumps(uids),)).fetchone()[0])
        return found

    def _explained(self) -> frozenset[tuple[str, str, str, str]]:
        from forms.explanations import explained_places

        return explained_places(self._workspace.book)

    def _problem(self, finding: Finding, pos: int, explained: frozenset[tuple[str, str, str, str]]) -> Problem:
        series = finding.form, finding.period, finding.rule
        words = not explained.isdisjoint({(*series, ""), (*series, finding.uid)})
        return Problem(
            severity=finding.severity,
            uid=finding.uid or "",
            field=finding.field or "",
            pos=pos,
            column=self._column(finding.field or ""),
            label=self._label(finding.field or ""),
            rule=finding.rule,
            text=finding.message,
            period=finding.period,
            address=finding.address,
            explained=words and finding.severity == "warning",
            elsewhere=self._is_elsewhere(finding.period),
        )

    def _comment(self, comment: Comment, pos: int) -> Problem:
        return Problem(
            severity="comment",
            uid=comment.uid,
            field=comment.field,
            pos=pos,
            column=self._column(comment.field),
            label=self._label(comment.field),
            rule=comment.at[5:10],
            text=f"{comment.author}：{comment.text}" if comment.author else comment.text,
            period=comment.period,
            elsewhere=self._is_elsewhere(comment.period),
        )

    @property
    def _month(self) -> str:
        return self._workspace.period_of(self._model.form)

    def _is_elsewhere(self, period: str) -> bool:
        return period not in ("", self._month)

    def _column(self, field: str) -> int:
        return self._model.place_of.get(field, -1)

    def _label(self, field: str) -> str:
        known = self._model.edition.by_id.get(field)
        return known.label if known else ""
