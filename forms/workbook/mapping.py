"""Which column of a file is which field, as a person settled it: kept per firm and shape of file, sent as a JSON file.

    {"format": "zhibao-mapping", "version": 1, "form": "JLFW-02", "sheet": "合同台账", "header_row": 3,
     "columns": [{"column": "B", "header": "编号", "field": "contract_no"},
                 {"column": "G", "header": "金额", "field": "amount_orig", "unit": "万元"},
                 {"column": "H", "header": "经办人", "field": null}]}

A column is known by the text of its header, by its letters only where several bear the same text or none. A column that
is not named here goes by its own name. The file comes from elsewhere and is believed nothing.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from forms.codelists import folded
from forms.errors import InputRefused
from forms.quoting import quoted
from forms.workbook.addresses import column_index, column_letters

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from forms.definition import Edition, Field

SEARCHED_ROWS: Final = 30
_LONGEST: Final = 500
_COMPARED: Final = 150  # characters of a header
_UNITS: Final = {"ccy": ("元", "万元"), "CNY": ("元", "万元"), "USD": ("美元", "万美元")}

_Text = Annotated[str, msgspec.Meta(max_length=_LONGEST)]
_Letters = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,3}$")]


class MappedColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One column: where it stood, what its header says, the field it is (None: left out), the unit of its amounts.

    `unit` is one of `units_of` the field; without one the header says it.
    """

    column: _Letters
    header: _Text
    field: _Text | None
    unit: Literal["元", "万元", "美元", "万美元"] | None = None

    @property
    def in_ten_thousands(self) -> bool | None:
        """Tell whether the amounts are counted in 万; None where nobody said."""
        return None if self.unit is None else self.unit.startswith("万")


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The columns of one file, or of all under the same header. `header_row` counts from 1; 0: it is looked for."""

    format: Literal["zhibao-mapping"]
    version: Literal[1]
    form: _Text
    columns: Annotated[tuple[MappedColumn, ...], msgspec.Meta(min_length=1, max_length=400)]
    sheet: _Text = ""
    header_row: Annotated[int, msgspec.Meta(ge=0, le=SEARCHED_ROWS)] = 0

    def place(self, heads: Sequence[object]) -> dict[int, MappedColumn]:
        """Give the columns it names, from 0, in a row of headers."""
        places: dict[str, list[int]] = {}
        for at, head in enumerate(heads):
            places.setdefault(head_text(head), []).append(at)
        found: dict[int, MappedColumn] = {}
        for one in self.columns:
            own = column_index(one.column)
            text = head_text(one.header)
            same = [own] if own >= len(heads) and not text else [at for at in places.get(text, ()) if at not in found]
            if own in same:
                found[own] = one
            elif same and text:
                found[same[0]] = one
        return found

    def absent(self, heads: Sequence[object]) -> tuple[str, ...]:
        """List the headers it names and the row has not."""
        found = self.place(heads).values()
        return tuple(one.header for one in self.columns if one not in found)


class Guide(msgspec.Struct, frozen=True):
    """What is known of a file beforehand: a mapping given for it, those remembered by the shape of their header.

    `header_row`, from 1, is where a person saw the header; 0: it is looked for.
    """

    given: Mapping | None = None
    remembered: dict[str, Mapping] = {}
    header_row: int = 0

    def row(self, rows: Sequence[Sequence[object]]) -> tuple[int, Mapping] | None:
        """Find the header's row, from 0, and the mapping that holds for it."""
        searched = rows[:SEARCHED_ROWS]
        if self.given is not None:
            return self._given_row(self.given, searched)
        if self.remembered:
            for index, row in enumerate(searched):
                mapping = self.remembered.get(shape_of(row))
                if mapping is not None:
                    return index, mapping
        return None

    @staticmethod
    def _given_row(mapping: Mapping, rows: Sequence[Sequence[object]]) -> tuple[int, Mapping] | None:
        at = mapping.header_row - 1
        counts = [sum(bool(head_text(one.header)) for one in mapping.place(row).values()) for row in rows]
        if 0 <= at < len(rows) and (counts[at] or not any(counts)) and mapping.place(rows[at]):
            return at, mapping
        best = max(range(len(rows)), key=lambda index: counts[index], default=0)
        return (best, mapping) if counts and counts[best] else None


NO_GUIDE: Final = Guide()


def head_text(cell: object) -> str:
    """Fold the text of a header cell: width and white space are nobody's decision."""
    return folded(cell)[:_COMPARED] if isinstance(cell, str) else "" if cell is None else str(cell)[:_COMPARED]


def shape_of(heads: Sequence[object]) -> str:
    """Name the shape of a file by the texts of its header, in their order."""
    texts = [head_text(head) for head in heads]
    while texts and not texts[-1]:
        texts.pop()
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()[:32]


def units_of(field: Field) -> tuple[str, ...]:
    """List the units the amounts of a field may be counted in, its own first; empty where it is no amount."""
    return _UNITS.get(field.unit, ()) if field.is_money else ()


def make_mapping(
    edition: Edition,
    heads: Sequence[str],
    fields: dict[int, str | None],
    units: dict[str, str],
    *,
    sheet: str = "",
    header_row: int = 0,
) -> Mapping:
    """Settle the columns, from 0, of a file: the field of each (None: left out), the units somebody said."""
    columns = []
    for at, field in sorted(fields.items()):
        head = heads[at] if at < len(heads) else ""
        unit = units.get(field) if field is not None else None
        columns.append(
            {"column": column_letters(at), "header": head, "field": field} | ({"unit": unit} if unit else {})
        )
    made = {"format": "zhibao-mapping", "version": 1, "form": edition.form, "columns": columns}
    return checked(msgspec.convert({**made, "sheet": sheet, "header_row": header_row}, Mapping), edition)


def with_units(mapping: Mapping, units: dict[str, str]) -> Mapping:
    """Settle the units of some fields, too."""
    columns = [msgspec.structs.replace(one, unit=units.get(one.field or "", one.unit)) for one in mapping.columns]
    return msgspec.structs.replace(mapping, columns=tuple(columns))


def decode(text: bytes, edition: Edition) -> Mapping:
    """Read the JSON of a mapping.

    Raises:
        InputRefused: it is none, is another form's, or names what the form has not.
    """
    try:
        return checked(msgspec.json.decode(text, type=Mapping), edition)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputRefused("bad-mapping", "这不是列对应关系文件，或文件已损坏；请重新导出列对应关系后再用。") from error


def encode(mapping: Mapping) -> bytes:
    """Write a mapping as JSON a person can read."""
    return msgspec.json.format(msgspec.json.encode(mapping), indent=2) + b"\n"


def checked(mapping: Mapping, edition: Edition) -> Mapping:
    """Hold a mapping against the form it is for.

    Raises:
        InputRefused: it does not fit.
    """
    if mapping.form != edition.form:
        raise InputRefused(
            "mapping-of-other-form",
            f"这份列对应关系是报表“{quoted(mapping.form)}”的，不能用于“{edition.short}”（{edition.form}）。",
        )
    seen: set[str] = set()
    for one in mapping.columns:
        if one.field is None:
            continue
        field = edition.by_id.get(one.field)
        if field is None or not field.in_sheets:
            raise InputRefused("bad-mapping", f"列对应关系里的指标“{quoted(one.field)}”不能从文件导入，请重新选择。")
        if one.field in seen:
            raise InputRefused("bad-mapping", f"列对应关系里有两列都对应“{field.label}”，请只留一列。")
        if one.unit is not None and one.unit not in units_of(field):
            allowed = "或".join(units_of(field))
            remedy = f"请改为{allowed}" if allowed else "请去掉单位"
            raise InputRefused("bad-mapping", f"列对应关系里“{field.label}”的单位不能是“{one.unit}”，{remedy}。")
        seen.add(one.field)
    if not seen:
        raise InputRefused("bad-mapping", "列对应关系里没有一列对应指标，请先选好对应的指标。")
    return mapping


def missing_fields(edition: Edition, columns: Collection[str]) -> dict[str, str]:
    """Give, with their labels, the fields every row needs and no column gives: to be filled in later (待补全)."""
    return {
        field.id: field.label
        for field in edition.fields
        if field.required is True and field.in_sheets and field.auto is None and field.id not in columns
    }
