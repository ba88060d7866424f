"""The unit of amounts whose column says none: what the firm's earlier amounts, or their own size, say of it.

A guess is shown, never followed: amounts counted in 万 are converted only where the file or a person says so.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from forms import periods
from forms.errors import InputRefused
from forms.kinds import Money
from forms.quoting import quoted
from forms.workbook.frames import head_of
from forms.workbook.mapping import units_of
from forms.workbook.units import says_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from forms.book import Book
    from forms.definition import Edition
    from forms.workbook.frames import Looked

SAID, ASKED, EARLIER, SIZE = "said", "asked", "earlier", "size"
_EARLIER_ROWS: Final = 2_000
_ENOUGH: Final = 3
_TEN_THOUSAND: Final = 4  # powers of ten
_NEAR: Final = 1
_CLEAR: Final = 1_000_00
"""Hundredths of a US dollar: counted in 万, a row of that many would be ten million dollars."""


@dataclass(frozen=True, slots=True)
class AmountUnit:
    """The unit the amounts of a column are read in, and who says so.

    `by`: «said» in the file or by a mapping, «asked» by who imports, «earlier» amounts of the firm are of that size,
    «size» of the amounts. `doubt` is what speaks against it, in words; then nobody said it.
    """

    column: str
    unit: str
    by: str
    doubt: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line."""
        return asdict(self)


def unit_guesses(looked: Looked, book: Book) -> dict[str, tuple[int, int]]:
    """Give (middle amount so far, middle amount in the file) of the amounts that look counted in 万, in hundredths.

    Only where nobody said the unit, and the amounts of every currency both have differ ten-thousandfold. It is a guess
    to be shown, never one to be followed in silence.
    """
    found: dict[str, tuple[int, int]] = {}
    for name, both in _compared(looked, book).items():
        if both and all(abs(math.log10(old / new) - _TEN_THOUSAND) < _NEAR for old, new in both):
            found[name] = both[0]
    return found


def unclear_units(looked: Looked, book: Book) -> dict[str, int]:
    """Give the largest amount, in hundredths, of the columns that could as well be counted in 万.

    So it is where nobody said the unit, no earlier amount is there to compare with, and no column of the file that says
    none holds an amount too large for 万.
    """
    compared = _compared(looked, book)
    if any(compared.values()):
        return {}
    largest = {name: looked.largest[name] for name in compared if looked.largest.get(name)}
    if any(_dollars(book, code, amount) >= _CLEAR for some in largest.values() for code, amount in some.items()):
        return {}
    return {name: max(some.values()) for name, some in largest.items()}


def outgrown_units(looked: Looked, book: Book) -> dict[str, tuple[int, int]]:
    """Give (middle amount so far, middle amount in the file) of what a mapping, not the file, says is counted in 万.

    Only where amounts so converted are ten thousand times the firm's earlier ones: the file is in another unit than
    the one that was settled once.
    """
    edition = book.catalogue.edition(looked.form)
    found: dict[str, tuple[int, int]] = {}
    for name in looked.in_ten_thousands:
        if looked.mapped and name in looked.columns and not says_unit(head_of(looked, looked.columns[name]))[0]:
            both = _pairs(looked, book, edition, name)
            if both and all(abs(math.log10(new / old) - _TEN_THOUSAND) < _NEAR for old, new in both):
                found[name] = both[0]
    return found


def amount_units(book: Book, looked: Looked, asked: Sequence[str] = ()) -> dict[str, AmountUnit]:
    """Give the unit of each amount of a file; `asked` are units somebody says for those whose header says none.

    Each is «万元» for all of them, or «指标=万元» for one field, by its id or label.

    Raises:
        InputRefused: `asked` names no unit, or no amount of the file.
    """
    edition = book.catalogue.edition(looked.form)
    guesses, unclear, outgrown = unit_guesses(looked, book), unclear_units(looked, book), outgrown_units(looked, book)
    compared = _compared(looked, book)
    said = _asked(edition, looked, asked, set(looked.unit_said) - outgrown.keys())
    units: dict[str, AmountUnit] = {}
    for name, letters in looked.columns.items():
        choices = units_of(edition.by_id[name])
        if not choices:
            continue
        if name in said:
            units[name] = AmountUnit(letters, said[name], ASKED)
        elif name in looked.unit_said:
            doubt = _outgrown(edition, name, *outgrown[name]) if name in outgrown else ""
            units[name] = AmountUnit(letters, choices[name in looked.in_ten_thousands], SAID, doubt)
        else:
            by = EARLIER if compared.get(name) else SIZE
            doubt = _doubt(edition, name, guesses, unclear)
            units[name] = AmountUnit(letters, choices[0], by, doubt)
    return units


def _compared(looked: Looked, book: Book) -> dict[str, list[tuple[int, int]]]:
    """Give (earlier, in the file) by currency for each amount whose unit nobody said; empty: nothing to compare."""
    edition = book.catalogue.edition(looked.form)
    found: dict[str, list[tuple[int, int]]] = {}
    for name in looked.columns:
        if name in edition.by_id and edition.by_id[name].is_money and name not in looked.unit_said:
            found[name] = _pairs(looked, book, edition, name)
    return found


def _pairs(looked: Looked, book: Book, edition: Edition, name: str) -> list[tuple[int, int]]:
    in_file = looked.typical.get(name, {})
    earlier = _earlier(book, edition, name) if in_file else {}
    return [(earlier[code], new) for code, new in in_file.items() if code in earlier and new > 0]


def _earlier(book: Book, edition: Edition, name: str) -> dict[str, int]:
    """Give the middle amount, by currency, of the rows that came last."""
    field = edition.by_id[name]
    currency = field.ccy_field if field.unit == "ccy" and field.ccy_field in edition.by_id else f"'{field.unit}'"
    rows = book.db.execute(
        f"SELECT {currency}, abs({name}) FROM {edition.table} WHERE {name} IS NOT NULL AND {name} <> 0 "
        f"ORDER BY pos DESC LIMIT {_EARLIER_ROWS}"
    )
    amounts: dict[str, list[int]] = {}
    for code, amount in rows:
        amounts.setdefault(code or "", []).append(amount)
    return {code: int(statistics.median(some)) for code, some in amounts.items() if len(some) >= _ENOUGH}


def _dollars(book: Book, code: str, amount: int) -> int:
    """Give the worth of an amount; that of a currency nobody knows is what it says."""
    asked = "SELECT usd(?1, ?2, fx_rate(?2, ?3))"
    worth = book.db.execute(asked, (amount, code, periods.today())).fetchone()[0]
    return amount if worth is None else int(worth)


def _asked(edition: Edition, looked: Looked, asked: Sequence[str], settled: Collection[str]) -> dict[str, str]:
    """Read the units somebody says, by field; what the file says itself is not to be said otherwise."""
    amounts = [edition.by_id[name] for name in looked.columns if units_of(edition.by_id[name])]
    said: dict[str, str] = {}
    for words in asked:
        name, equals, unit = words.rpartition("=")
        wanted = [one for one in amounts if name in (one.id, one.label)] if equals else amounts
        if not wanted:
            raise InputRefused("no-amount", f"文件里没有“{quoted(name)}”这一栏金额，请核对 --unit。")
        fitting = {one.id: unit for one in wanted if unit in units_of(one)}
        if not fitting:
            allowed = "、".join(dict.fromkeys(unit for one in wanted for unit in units_of(one)))
            raise InputRefused("bad-unit", f"单位不能是“{quoted(unit)}”，可以写：{allowed}。")
        said |= fitting if equals else {one: unit for one, unit in fitting.items() if one not in settled}
    return said


def _doubt(edition: Edition, name: str, guesses: dict[str, tuple[int, int]], unclear: dict[str, int]) -> str:
    field, money = edition.by_id[name], Money()
    plain, unit = units_of(field)
    if name in guesses:
        usual, found = map(money.show, guesses[name])
        return f"以前的“{field.label}”一般在 {usual} 上下，这份文件在 {found} 上下，像是以{unit}为单位"
    if name in unclear:
        return f"金额最大的也只有 {money.show(unclear[name])}，又没有以前的金额可比，看不出是{plain}还是{unit}"
    return ""


def _outgrown(edition: Edition, name: str, usual: int, found: int) -> str:
    field, money = edition.by_id[name], Money()
    return (
        f"以前按{units_of(field)[1]}导入过，这份文件再按{units_of(field)[1]}换算就一般在 {money.show(found)} 上下，"
        f"是以前的“{field.label}”（{money.show(usual)} 上下）的一万倍"
    )
