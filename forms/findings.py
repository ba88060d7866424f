"""Findings (审核结果): one violation of a rule, at a place, in a sentence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any

import msgspec

from forms import ledger, periods, unparsed
from forms.kinds import IdText, Text
from forms.quoting import one_line, quoted
from forms.row_columns import RowColumns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from forms.definition import Edition, Field
    from forms.rules import Case, Message

_MOST_REMEMBERED = 10_000
ERROR, WARNING, INFO = "error", "warning", "info"
SEVERITY_WORDS = {ERROR: "错误", WARNING: "核实", INFO: "提示"}
"""How people say it: 错误 must be mended, 核实 may be explained and filed, 提示 keeps nobody from filing."""


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One violation; no dataclass, for there may be a hundred thousand, which the garbage collector need not look at.

    `row` is the 1-based number the grid shows, None where it is no row's.
    `sheet` and `cell` name the cell of the imported workbook, None where the value is from no file or was edited since.
    `period` is empty for a row without its date (未归期).
    """

    rule: str
    severity: str
    form: str
    period: str
    row: int | None
    uid: str | None
    key: str | None
    field: str | None
    value: str | None
    sheet: str | None
    cell: str | None
    message: str

    @property
    def address(self) -> str:
        """The cell of the imported workbook as people write it, «合同台账!F17»; empty where there is none."""
        return f"{self.sheet}!{self.cell}" if self.sheet and self.cell else ""

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line."""
        return msgspec.structs.asdict(self)


@dataclass(frozen=True, slots=True)
class Undecided:
    """A rule that could not be decided: for the values of the column `per`, or everywhere where `values` is None."""

    rule: str
    form: str
    per: str
    values: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where imported rows stand: the sheet and, by field, the column letters."""

    sheet: str
    columns: dict[str, str]


def sources(db: sqlite3.Connection, form: str) -> dict[str, Source]:
    """Read where the imports of a form got their values from."""
    found = db.execute("SELECT id, sheet, columns FROM main.imports WHERE form = ?", (form,))
    return {row["id"]: Source(row["sheet"], json.loads(row["columns"])) for row in found}


class Reporter:
    """Writes the findings of one form."""

    def __init__(self, edition: Edition, imported: Mapping[str, Source]) -> None:
        """Write for an edition whose imported rows stand in the given places."""
        self._edition = edition
        self._imported = imported
        self._unparsed: dict[str, list[tuple[str, str, Message | None]]] = {}
        self._periods: dict[str | None, str] = {None: ""}
        # A text key is shown as it is stored.
        self._key_is_text = len(edition.key) == 1 and isinstance(edition.by_id[edition.key[0]].kind, Text)

    def of_row(self, case: Case, row: sqlite3.Row, extra: Mapping[str, str], field: str | None = None) -> Finding:
        """Write what is wrong with a row; `extra` holds the message values the row itself has not."""
        return self.of_rows(case, [row], [extra], field)[0]

    def of_rows(
        self, case: Case, rows: Sequence[sqlite3.Row], extra: Sequence[Mapping[str, str]], field: str | None = None
    ) -> list[Finding]:
        """Write what is wrong with each of many rows; `extra` holds the message values of each, or is empty."""
        if not rows:
            return []
        edition, many = self._edition, RowColumns(self._edition, rows)
        place = field or (case.fields[0] if case.fields else None)
        values = many.shown(edition.by_id[place]) if place else [None] * len(rows)
        parts: list[Iterable[str]] = [repeat(part) for part in case.message.parts]
        parts[1::2] = [self._told_of(many, name, extra, place, values) for name in case.message.names]
        messages = map("".join, zip(*parts, strict=False)) if len(parts) > 1 else parts[0]
        return list(
            # Iterators of C alone: nothing of this is Python code that runs once a row.
            map(
                Finding,
                repeat(case.rule),
                repeat(case.severity),
                repeat(edition.form),
                self._periods_of(many),
                many["pos"] if edition.is_ledger else repeat(None),
                many["uid"],
                self._keys(many),
                repeat(place),
                values,
                *self._cells(many, place),
                messages,
            )
        )

    def _told_of(
        self,
        many: RowColumns,
        name: str,
        extra: Sequence[Mapping[str, str]],
        place: str | None,
        values: Sequence[str | None],
    ) -> Iterable[str]:
        """Give the value of a message's placeholder by row; what people wrote is quoted, not told whole."""
        if extra and name in extra[0]:
            # May be a sentence of its own, so it is not cut.
            return [one_line(known.get(name, "")) for known in extra]
        edition = self._edition
        field = edition.by_id.get(name)
        if field is not None:
            told = zip(many.shown(field), many["pos"], strict=True)
            return [quoted(text) or self._missing(pos, field) for text, pos in told]
        rows = zip(values, many["pos"], many["period"], strict=True)
        if name == "value":
            return [quoted(value or "") or "（空）" for value, _pos, _period in rows]
        if name == "place":
            return [place_of(edition, pos, period) for _value, pos, period in rows]
        same = {"row": map(str, many["pos"]), "period": self._periods_of(many)}
        return same.get(name, repeat(edition.by_id[place].label if name == "label" and place else ""))

    def _missing(self, pos: int, field: Field) -> str:
        """Name the row where the number that names it is missing: «合同（第3行，未填合同号）…»."""
        if self._edition.is_ledger and field.id in self._edition.key and isinstance(field.kind, IdText):
            return f"（第{pos}行，未填{field.label}）"
        return "（空）"

    def of_unparsed(self, case: Case, rows: Sequence[sqlite3.Row]) -> list[Finding]:
        """Write which values of rows were kept as typed; an import may bring thousands, and few different ones."""
        if not rows:
            return []
        edition, many, told = self._edition, RowColumns(self._edition, rows), self._unparsed
        found: list[Finding] = []
        columns = (many["unparsed"], many["pos"], many["uid"], self._periods_of(many), self._keys(many))
        for row, kept, pos, uid, period, key in zip(rows, *columns, strict=False):
            if kept not in told:
                if len(told) >= _MOST_REMEMBERED:
                    told.clear()
                told[kept] = [self._told(case, *one) for one in unparsed.read(kept).items()]
            for name, text, message in told[kept]:
                if message is not None:
                    values = {"place": place_of(edition, pos, period), "row": str(pos), "period": period}
                    number, cell, said = pos if edition.is_ledger else None, self._cell(row, name), message.fill(values)
                    found.append(
                        Finding(
                            case.rule, case.severity, edition.form, period, number, uid, key, name, text, *cell, said
                        )
                    )
        return found

    def _told(self, case: Case, name: str, kept: tuple[str, str]) -> tuple[str, str, Message | None]:
        """Say what can be said of a value without its place; nothing where it is no field of the edition."""
        text, reason = kept
        field = self._edition.by_id.get(name)
        if field is None:
            return name, text, None
        values = {"label": field.label, "reason": field.kind.why(text, reason), "value": quoted(text)}
        return name, text, case.message.given(values)

    def _periods_of(self, many: RowColumns) -> Iterable[str]:
        """Give the rows' periods, one text for all rows of it."""
        known, column = self._periods, many["period"]
        if many.only("period"):
            return repeat(known.setdefault(column[0], column[0]), len(column))
        return [known.setdefault(period, period) for period in column]

    def _keys(self, many: RowColumns) -> Sequence[str]:
        edition = self._edition
        if edition.is_ledger and self._key_is_text and not edition.key_own and None not in many[edition.key[0]]:
            return many[edition.key[0]]
        return list(map(self._key, many.rows))

    def _key(self, row: sqlite3.Row) -> str:
        edition = self._edition
        if not edition.is_ledger:
            return row["period"] or ""
        if edition.key_own and row[edition.key_own]:
            return str(row[edition.key_own])
        if self._key_is_text and row[edition.key[0]] is not None:
            return str(row[edition.key[0]])
        return "、".join(ledger.shown(edition, row, edition.by_id[name]) for name in edition.key)

    def _cells(self, many: RowColumns, field: str | None) -> tuple[Iterable[str | None], Iterable[str | None]]:
        """Give sheet and address of a field in each row."""
        if many.only("import_id") and not any(many["touched"]):
            source = self._imported.get(many["import_id"][0])
            column = source.columns.get(field or "") if source else None
            if source is None or column is None:
                return repeat(None), repeat(None)
            return repeat(source.sheet), [f"{column}{number}" for number in many["import_row"]]
        sheets, cells = zip(*(self._cell(row, field) for row in many.rows), strict=True)
        return sheets, cells

    def _cell(self, row: sqlite3.Row, field: str | None) -> tuple[str | None, str | None]:
        """Give sheet and address of a value in the imported workbook; None, None where it has none."""
        source = self._imported.get(row["import_id"]) if row["import_id"] else None
        column = source.columns.get(field or "") if source else None
        if source is None or column is None or (row["touched"] and field in json.loads(row["touched"])):
            return None, None
        return source.sheet, f"{column}{row['import_row']}"


def of_period(rule: str, severity: str, form: str, period: str, message: str) -> Finding:
    """Write a finding about a form's period as a whole."""
    return Finding(rule, severity, form, period, None, None, None, None, None, None, None, message)


def place_of(edition: Edition, pos: int, period: str | None) -> str:
    """Say where a row is: «合同台账第3行», «收入与执行月报（2026年9月）»."""
    if edition.is_ledger:
        return f"{edition.short}第{pos}行"
    return f"{edition.short}（{periods.label(period)}）" if period else edition.short
