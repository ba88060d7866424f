"""Running a compiled pack over the rows of a scope: conditions and queries in, findings out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from forms import general, unparsed
from forms.findings import Undecided
from forms.rules import Case, Message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forms.definition import RuleCase
    from forms.findings import Finding, Reporter
    from forms.reading import Reading
    from forms.rules import Pack
    from forms.sandbox import Bound
    from forms.undecided import Doubt

_Item = TypeVar("_Item", str, int)
_AT_ONCE: Final = 10_000
_PORTION: Final = 100_000


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows are checked: an SQL condition over `uid` and `period`, and its parameters."""

    condition: str
    bound: Bound = field(default_factory=dict)

    @classmethod
    def everything(cls) -> Scope:
        """Check every row."""
        return cls("1")

    @classmethod
    def of_periods(cls, periods: Iterable[str], *, undated: bool = True) -> Scope:
        """Check the rows of some periods and, if asked, those without one: they may belong to any."""
        condition = f"{'period IS NULL OR ' if undated else ''}period IN (SELECT value FROM json_each(:periods))"
        return cls(condition, {"periods": json.dumps(list(periods))})

    @classmethod
    def of_row(cls, uid: str) -> Scope:
        """Check one row."""
        return cls("uid = :uid", {"uid": uid})


class Evaluation:
    """One run of the rules of one form."""

    def __init__(self, reading: Reading, pack: Pack, reporter: Reporter, doubt: Doubt, bound: Bound) -> None:
        """Run a pack with `:as_of` and `:firm` bound."""
        self._reading = reading
        self._pack = pack
        self._reporter = reporter
        self._doubt = doubt
        self._bound = bound
        self._table = pack.edition.table
        self.undecided: list[Undecided] = []

    def all(self, scope: Scope) -> list[Finding]:
        """Run everything, in the order of the rows."""
        found = [one for part in self._parts(scope) for one in (*self.unparsed(part), *self.rows(part))]
        found += self.sets(scope)
        return _in_order(found)

    def _parts(self, scope: Scope) -> list[Scope]:
        """Cut a whole table into portions, so that what is broken of a million rows is never held all at once."""
        if scope.condition != "1":
            return [scope]
        (last,) = self._reading.sandbox.run(f"SELECT max(pos) FROM {self._table}", {}, self._pack.what)[0]
        starts = range(0, last or 0, _PORTION)
        return [Scope("pos > :after AND pos <= :upto", {"after": one, "upto": one + _PORTION}) for one in starts]

    def rows(self, scope: Scope) -> list[Finding]:
        """Run the row rules."""
        pack, sandbox = self._pack, self._reading.sandbox
        if not pack.rows:
            return []
        rows = sandbox.run(pack.row_query(scope.condition), {**self._bound, **scope.bound}, pack.what)
        found: list[Finding] = []
        while rows:  # in portions: letting go of a hundred thousand rows at once would hold up all threads
            some, rows[:_AT_ONCE] = rows[:_AT_ONCE], []
            cases = {row[0]: pack.broken_by(row) for row in some}
            broken = self._decided(cases)
            extra = self._lets(broken)
            found += [self._reporter.of_row(case, row, extra.get((case.lets, row["pos"]), {})) for case, row in broken]
        return found

    def _decided(self, cases: Mapping[int, list[Case]]) -> list[tuple[Case, sqlite3.Row]]:
        """Read the rows that break some cases, by row number; leave out the cases that cannot be decided for them."""
        names = self._pack.columns({id(case): case for some in cases.values() for case in some}.values())
        query = f"SELECT {', '.join(names)} FROM {self._table} WHERE pos IN (SELECT value FROM json_each(:rows))"
        rows = self._reading.sandbox.run(query, {"rows": json.dumps(list(cases))}, self._pack.what)
        return [(case, row) for row in rows for case in cases[row["pos"]] if not self._is_undecided(case, row)]

    def sets(self, scope: Scope) -> list[Finding]:
        """Run the set rules."""
        found: list[Finding] = []
        for case in self._pack.sets:
            query = case.query if scope.condition == "1" else f"SELECT * FROM ({case.query}\n) WHERE {scope.condition}"
            hits = self._reading.sandbox.run(query, {**self._bound, **scope.bound}, case.what)
            doubted = self._doubted(case)
            if not hits or doubted is None:
                continue
            rows = self._rows_of(case, [hit["uid"] for hit in hits])
            for hit in hits:
                row = rows.get(hit["uid"])
                if row is None or (doubted and _text(row[case.per_row]) in doubted):
                    continue
                found.append(self._reporter.of_row(case, row, _texts(hit)))
        return found

    def unparsed(self, scope: Scope) -> list[Finding]:
        """Tell every value that was kept as typed because it did not parse (F00-004)."""
        template = general.template(self._reading.catalogue, general.NUMBER, "unparsed")
        if template is None:
            return []
        case = template_case(general.NUMBER, template)
        columns = ", ".join(self._pack.place)
        query = f"SELECT {columns} FROM {self._table} WHERE unparsed IS NOT NULL AND ({scope.condition})"
        found: list[Finding] = []
        for row in self._reading.sandbox.run(query, scope.bound, case.what):
            found += self._reporter.of_unparsed(case, row)
        return found

    def _is_undecided(self, case: Case, row: sqlite3.Row) -> bool:
        if row["unparsed"] and any((self._table, name) in case.reads for name in unparsed.of(row)):
            return True
        if case.alone:
            return False
        doubted = self._doubted(case)
        return doubted is None or (bool(doubted) and _text(row[case.per_row]) in doubted)

    def _doubted(self, case: Case) -> frozenset[str] | None:
        """Give the values of its column the case cannot be decided for, and take note of them."""
        reads = [read for read in case.reads if case.query or read[0] != self._table]
        doubted = self._doubt.over(reads, case.per_table)
        if doubted is None or doubted:
            values = None if doubted is None else tuple(sorted(doubted))
            note = Undecided(case.rule, self._pack.edition.form, case.per_row, values)
            if note not in self.undecided:
                self.undecided.append(note)
        return doubted

    def _lets(self, broken: Sequence[tuple[Case, sqlite3.Row]]) -> dict[tuple[str, int], dict[str, str]]:
        """Work out the message values of the findings, one query a case."""
        asked: dict[str, tuple[Case, list[int]]] = {}
        for case, row in broken:
            if case.lets:
                asked.setdefault(case.lets, (case, []))[1].append(row["pos"])
        found: dict[tuple[str, int], dict[str, str]] = {}
        for query, (case, numbers) in asked.items():
            for some in _some(numbers):
                bound: Bound = {**self._bound, "rows": json.dumps(some)}
                for row in self._reading.sandbox.run(query, bound, case.what):
                    found[query, row["pos"]] = _texts(row)
        return found

    def _rows_of(self, case: Case, uids: list[str]) -> dict[str, sqlite3.Row]:
        columns = ", ".join(self._pack.columns([case]))
        query = f"SELECT {columns} FROM {self._table} WHERE uid IN (SELECT value FROM json_each(:uids))"
        found: dict[str, sqlite3.Row] = {}
        for some in _some(uids):
            for row in self._reading.sandbox.run(query, {"uids": json.dumps(some)}, case.what):
                found[row["uid"]] = row
        return found


def _in_order(found: list[Finding]) -> list[Finding]:
    """Sort by period, row and rule; in portions, for one long sort would hold up all threads."""
    portions: dict[tuple[str, int], list[Finding]] = {}
    for one in found:
        portions.setdefault((one.period, (one.row or 0) // _AT_ONCE), []).append(one)
    return [
        one
        for _key, some in sorted(portions.items(), key=lambda portion: portion[0])
        for one in sorted(some, key=lambda one: (one.row or 0, one.rule))
    ]


def template_case(rule_id: str, template: RuleCase) -> Case:
    """Make a case of a general rule that no condition tells."""
    return Case(rule_id, template.name, template.severity, (), Message.of(template.message))


def _some(items: list[_Item]) -> Iterator[list[_Item]]:
    """Cut a list so that its JSON text stays far below the sandbox's longest value."""
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))


def _texts(row: sqlite3.Row) -> dict[str, str]:
    return {name: _text(row[name]) or "—" for name in row.keys() if name not in ("uid", "pos")}  # noqa: SIM118 - a Row iterates over values


def _text(value: object) -> str:
    return "" if value is None else str(value)
