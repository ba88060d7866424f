"""What stands at a cell besides its value: findings of the check and comments of the authority.

Two sources feed one index: the full check of the period (all rows) and the row rules run after an edit (one row).
A finding without a field stands at its row's number.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from forms.findings import ERROR, INFO, WARNING
from forms.general import REQUIRED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from forms.findings import Finding

ROW = ""  # the "field" of findings and comments that concern a whole row
RANK = {ERROR: 3, WARNING: 2, INFO: 1}
AWAITED = "awaited"  # the "severity" of what is required and still empty in the row being typed (待填)


@dataclass(frozen=True, slots=True)
class Comment:
    """One sentence of the authority: at a cell (uid, field), at a row (field ""), or at the whole filing (uid "")."""

    uid: str
    field: str
    text: str
    author: str = ""
    at: str = ""
    period: str = ""


@dataclass(slots=True)
class CellMark:
    """The marks of one cell: the worst severity ("" = none), messages with their severities, comments made on it."""

    severity: str = ""
    messages: list[str] = field(default_factory=list)
    severities: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    def add(self, severity: str, message: str) -> None:
        """Take in one finding."""
        self.messages.append(message)
        self.severities.append(severity)
        if RANK.get(severity, 0) > RANK.get(self.severity, 0):
            self.severity = severity

    @property
    def awaits(self) -> bool:
        """True where the row is being typed and this cell's turn is still to come."""
        return AWAITED in self.severities

    def tooltip(self) -> str:
        """Messages and comments, one a line, as plain text."""
        return "\n".join([*self.messages, *(f"{c.author}：{c.text}" if c.author else c.text for c in self.comments)])


@dataclass(frozen=True, slots=True)
class RowFindings:
    """The findings of a form by row uid ("" where they are no row's), rows by severity and period, and their numbers.

    `first` is the place of a row's first finding in `every`, `following` of each one that of the row's next, or -1: a
    list a row would be a hundred thousand objects for the garbage collector to look at, while the window waits.
    `tally` counts them by severity, period and rule.

    Made in the thread that checked: of a hundred thousand findings the grid would feel it.
    """

    every: list[Finding] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    following: array[int] = field(default_factory=lambda: array("l"))
    uids: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    tally: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    @classmethod
    def of(cls, findings: Iterable[Finding], form: str = "") -> RowFindings:
        """Sort out the findings of a form (all without one)."""
        made, last = cls(), dict[str, int]()
        for one in findings:
            if form and one.form != form:
                continue
            uid, place = one.uid or "", len(made.every)
            made.every.append(one)
            made.following.append(-1)
            if uid in last:
                made.following[last[uid]] = place
            else:
                made.first[uid] = place
            last[uid] = place
            rows = made.uids.setdefault((one.severity, one.period), [])
            if not rows or rows[-1] != uid:
                rows.append(uid)
            made.counts[one.severity] += 1
            made.tally[one.severity, one.period, one.rule] += 1
        return made

    def at(self, uid: str) -> list[Finding]:
        """Give the findings of a row."""
        found, place = [], self.first.get(uid, -1)
        while place >= 0:
            found.append(self.every[place])
            place = self.following[place]
        return found


class Marks:
    """Marks by row uid, then by field id."""

    def __init__(self) -> None:
        self._found = RowFindings()
        self._edited: dict[str, list[Finding]] = {}  # findings of rows that are newer than the full check
        self.counts: Counter[str] = Counter()
        self.tally: Counter[tuple[str, str, str]] = Counter()
        self._comments: dict[str, list[Comment]] = {}
        self._built: dict[str, dict[str, CellMark]] = {}
        self._typed = ""  # uid of the row being typed
        self._awaited: list[Finding] = []  # its required cells that are still empty: no errors as long as one types it

    def of(self, uid: str) -> Mapping[str, CellMark] | None:
        """The marks of a row by field, or None when it has none."""
        built = self._built.get(uid)
        if built is None:
            awaited = self._awaited and uid == self._typed
            if not self._has(uid) and uid not in self._comments and not awaited:
                return None
            built = self._built[uid] = self._build(uid)
        return built

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Replace all findings by those of a full check."""
        self.take(RowFindings.of(findings))

    def take(self, found: RowFindings) -> None:
        """Replace all findings by those of a full check, sorted out already."""
        self._found = found
        self._edited = {}
        self.counts, self.tally = Counter(found.counts), Counter(found.tally)
        self._built.clear()
        self._awaited = []
        if self._typed and (typed := found.at(self._typed)):
            self._keep(self._typed, typed, typed)

    def set_row_findings(self, uid: str, findings: Iterable[Finding], rules: Iterable[str]) -> bool:
        """Replace what the row rules `rules` say of one row; True when that is something else than before.

        Findings of other rules stay until the next full check.
        """
        replaced = set(rules)
        awaited, before = self._awaited, self._at(uid)
        kept = [finding for finding in before if finding.rule not in replaced]
        merged = kept + [finding for finding in findings if finding not in kept]
        self._keep(uid, before, merged)
        return (self._awaited, self._at(uid)) != (awaited, before)

    def begin_row(self, uid: str) -> None:
        """Take what is required in a row for awaited, not wrong, until the row is left."""
        self.leave_row()
        self._typed = uid
        found = self._at(uid)
        self._keep(uid, found, found)

    def leave_row(self) -> str:
        """Let what the row being typed still lacks be the errors that they are; give its uid, "" without one."""
        uid, self._typed, awaited = self._typed, "", self._awaited
        self._awaited = []
        found = self._at(uid)
        if awaited:
            self._keep(uid, found, found + awaited)
        return uid

    def _keep(self, uid: str, before: list[Finding], found: list[Finding]) -> None:
        """Hold `found` for a row in place of `before`, what it merely awaits apart."""
        if uid and uid == self._typed:
            self._awaited = [one for one in found if one.rule == REQUIRED and not one.value]
            found = [one for one in found if one not in self._awaited]
        self.counts.subtract(one.severity for one in before)
        self.counts.update(one.severity for one in found)
        self.tally.subtract((one.severity, one.period, one.rule) for one in before)
        self.tally.update((one.severity, one.period, one.rule) for one in found)
        self._edited[uid] = found
        self._built.pop(uid, None)

    def _at(self, uid: str) -> list[Finding]:
        newer = self._edited.get(uid)
        return self._found.at(uid) if newer is None else newer

    def _has(self, uid: str) -> bool:
        newer = self._edited.get(uid)
        return uid in self._found.first if newer is None else bool(newer)

    def _rows(self) -> Iterable[str]:
        return dict.fromkeys(chain(self._found.first, self._edited))

    def set_comments(self, comments: Iterable[Comment]) -> None:
        """Replace the authority's comments."""
        by_uid: dict[str, list[Comment]] = defaultdict(list)
        for comment in comments:
            by_uid[comment.uid].append(comment)
        self._comments = dict(by_uid)
        self._built.clear()

    def uids_with_findings(self) -> list[str]:
        """Rows that have a finding (for the filter «有问题»)."""
        return [uid for uid in self._rows() if uid and self._has(uid)]

    def says(self, uid: str, rule: str) -> bool:
        """Tell whether a rule found something in a row."""
        return any(one.rule == rule for one in self._at(uid))

    def uids_with_comments(self) -> list[str]:
        """Rows the authority commented on."""
        return [uid for uid in self._comments if uid]

    def findings(self) -> list[Finding]:
        """Every finding, as last set."""
        return [finding for uid in self._rows() for finding in self._at(uid)]

    def worst(self, most: int, period: str = "") -> list[Finding]:
        """The first findings, at most so many, what must be mended first.

        Those of a period and of rows without a date come before those of others, notes (提示) after all.
        """
        here = {one for _severity, one, _rule in self.tally if one in ("", period) or not period}
        away = {one for _severity, one, _rule in self.tally} - here
        order = [(severity, some) for some in (here, away) for severity in (ERROR, WARNING)]
        order += [(INFO, some) for some in (here, away)]
        return list(islice(chain.from_iterable(self._of(*one) for one in order), most))

    def _of(self, severity: str, some: Collection[str]) -> Iterator[Finding]:
        """Yield what is of one severity and some periods, row by row, until as many came as there are."""
        left = sum(count for (told, period, _rule), count in self.tally.items() if told == severity and period in some)
        rows = (self._found.uids.get((severity, period), ()) for period in sorted(some))
        seen = set()
        for uid in chain(self._edited, *rows):
            if left <= 0:
                return
            if uid in seen:
                continue
            seen.add(uid)
            for one in self._at(uid):
                if one.severity == severity and one.period in some:
                    left -= 1
                    yield one

    def comments(self) -> list[Comment]:
        """Every comment, as last set."""
        return [comment for comments in self._comments.values() for comment in comments]

    def _build(self, uid: str) -> dict[str, CellMark]:
        marks: dict[str, CellMark] = defaultdict(CellMark)
        for finding in self._at(uid):
            marks[finding.field or ROW].add(finding.severity, finding.message)
        for finding in self._awaited if uid == self._typed else ():
            marks[finding.field or ROW].add(AWAITED, finding.message)
        for comment in self._comments.get(uid, ()):
            marks[comment.field or ROW].comments.append(comment)
        return dict(marks)
