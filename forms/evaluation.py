"""Running a compiled pack over the rows of a scope: conditions and queries in, findings out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter, itemgetter
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
_PERIOD, _ROW, _RULE = attrgetter("period"), attrgetter("row"), attrgetter("rule")
_ROW_AND_RULE = attrgetter("row", "rule")


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
            masks: dict[tuple[int, ...], list[int]] = {}
            for pos, *mask in some:
                masks.setdefault(tuple(mask), []).append(pos)
            for case, broken in self._broken(masks):
                decided = self._decided(case, broken)
                found += self._reporter.of_rows(case, decided, self._lets(case, decided))
        return found

    def _broken(self, masks: Mapping[tuple[int, ...], list[int]]) -> Iterator[tuple[Case, list[sqlite3.Row]]]:
        """Read the rows that break some cases, and give them case by case."""
        numbers: dict[int, list[int]] = {}
        for mask, some in masks.items():
            for case in self._pack.broken_by(mask):
                numbers.setdefault(id(case), []).extend(some)
        cases = [case for case in self._pack.rows if id(case) in numbers]
        query = (
            f"SELECT {', '.join(self._pack.columns(cases))} FROM {self._table} "
            "WHERE pos IN (SELECT value FROM json_each(:rows))"
        )
        bound: Bound = {"rows": json.dumps(list(chain.from_iterable(masks.values())))}
        rows = {row["pos"]: row for row in self._reading.sandbox.run(query, bound, self._pack.what)}
        for case in cases:
            yield case, [rows[pos] for pos in numbers[id(case)] if pos in rows]

    def _decided(self, case: Case, rows: list[sqlite3.Row]) -> list[sqlite3.Row]:
        """Leave out the rows the case cannot be decided for."""
        if any(row["unparsed"] for row in rows):
            reads = {name for table, name in case.reads if table == self._table}
            kept = {text: not reads.isdisjoint(unparsed.read(text)) for text in {row["unparsed"] for row in rows}}
            rows = [row for row in rows if not kept[row["unparsed"]]]
        if case.alone or not rows:
            return rows
        doubted = self._doubted(case)
        if not doubted:
            return [] if doubted is None else rows
        return [row for row in rows if _text(row[case.per_row]) not in doubted]

    def sets(self, scope: Scope) -> list[Finding]:
        """Run the set rules."""
        found: list[Finding] = []
        for case in self._pack.sets:
            doubted = self._doubted(case)
            if doubted is None:
                continue  # whatever it says is told to nobody
            query = case.query if scope.condition == "1" else f"SELECT * FROM ({case.query}\n) WHERE {scope.condition}"
            hits = self._reading.sandbox.run(query, {**self._bound, **scope.bound}, case.what)
            if not hits:
                continue
            rows = self._rows_of(case, [hit["uid"] for hit in hits])
            told = [
                (row, _texts(hit))
                for hit in hits
                if (row := rows.get(hit["uid"])) is not None and not (doubted and _text(row[case.per_row]) in doubted)
            ]
            found += self._reporter.of_rows(case, [row for row, _extra in told], [extra for _row, extra in told])
        return found

    def unparsed(self, scope: Scope) -> list[Finding]:
        """Tell every value that was kept as typed because it did not parse (F00-004)."""
        template = general.template(self._reading.catalogue, general.NUMBER, "unparsed")
        if template is None:
            return []
        case = template_case(general.NUMBER, template)
        columns = ", ".join(self._pack.place)
        query = f"SELECT {columns} FROM {self._table} WHERE unparsed IS NOT NULL AND ({scope.condition})"
        return self._reporter.of_unparsed(case, self._reading.sandbox.run(query, scope.bound, case.what))

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

    def _lets(self, case: Case, rows: Sequence[sqlite3.Row]) -> list[dict[str, str]]:
        """Work out the message values of the findings of a case, row by row."""
        if not case.lets:
            return []
        numbers = [row["pos"] for row in rows]
        found: dict[int, dict[str, str]] = {}
        for some in _some(numbers):
            bound: Bound = {**self._bound, "rows": json.dumps(some)}
            for row in self._reading.sandbox.run(case.lets, bound, case.what):
                found[row["pos"]] = _texts(row)
        return [found.get(pos, {}) for pos in numbers]

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
    for one, period, row in zip(found, map(_PERIOD, found), map(_ROW, found), strict=True):
        portions.setdefault((period, (row or 0) // _AT_ONCE), []).append(one)
    ordered = [some for _key, some in sorted(portions.items(), key=itemgetter(0))]
    for some in ordered:
        some.sort(key=_RULE if some[0].row is None else _ROW_AND_RULE)
    return list(chain.from_iterable(ordered))


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
