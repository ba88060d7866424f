"""The unit of the amounts of a file imported by command: taken where it is certain, asked for where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.book import Book
    from forms.workbook.guessed_units import AmountUnit
    from forms.workbook.mapping import Mapping

_BY = {
    "earlier": "列头没有写单位，与以前的金额大小相当",
    "size": "列头没有写单位，按金额大小看",
    "asked": "照 --unit 写明的",
}


@dataclass(frozen=True, slots=True)
class SettledUnits:
    """The unit of each amount of a file, and the mapping that says those somebody asked for."""

    units: dict[str, AmountUnit]
    mapping: Mapping | None
    heads: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line."""
        return {name: {"column": one.column, "unit": one.unit, "by": one.by} for name, one in self.units.items()}

    def lines(self) -> list[str]:
        """Tell the units the file does not say itself."""
        told = [(name, one) for name, one in self.units.items() if one.by in _BY]
        return [f"{one.column}列“{self.heads[name]}”按{one.unit}读入：{_BY[one.by]}。" for name, one in told]


def settle(
    book: Book, form: str, file: Path, sheet: str | None, mapping: Mapping | None, asked: Sequence[str]
) -> SettledUnits:
    """Look at the first rows of a file for the units of its amounts; what `asked` says goes into the mapping.

    Raises:
        WorkbookRefused: the file cannot be read.
        InputRefused: a unit nobody said is in doubt, or `asked` fits no amount of the file.
    """
    from forms.workbook.doctor import look, mapping_of
    from forms.workbook.frames import head_of
    from forms.workbook.guessed_units import ASKED, amount_units
    from forms.workbook.mapping import units_of, with_units
    from forms.workbook.mapping_memory import guide_for

    edition = book.catalogue.edition(form)
    looked = look(file, [edition], sheet=sheet, guide=guide_for(book, edition, mapping), survey=False)
    units = amount_units(book, looked, asked)
    heads = {name: head_of(looked, one.column) for name, one in units.items()}
    doubts = {name: one.doubt for name, one in units.items() if one.doubt}
    if doubts:
        told = "；".join(f"{units[name].column}列“{heads[name]}”没有写单位，{doubt}" for name, doubt in doubts.items())
        choices = dict.fromkeys(unit for name in doubts for unit in units_of(edition.by_id[name]))
        ways = "或".join(f"“--unit {unit}”" for unit in choices)
        raise InputRefused("unit-unsaid", f"{told}。账套没有改动；请加上{ways}写明单位后再导入。")
    said = {name: one.unit for name, one in units.items() if one.by == ASKED}
    found = mapping_of(looked, edition) if said else None
    return SettledUnits(units, mapping if found is None else with_units(found, said), heads)
