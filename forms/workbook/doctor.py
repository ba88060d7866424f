"""The workbook doctor: says in words, before anything is mapped, what is odd about a file and what will be done.

    looked = look(path, [edition])          the limited child looks at the file
    for one in diagnosis(looked, …): …      severity, what is odd, what will be done about it

The words are data: `doctor.toml`.
"""

from __future__ import annotations

import functools
import math
import pickle
import statistics
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
import tomli

from forms.children.child import Child, Work
from forms.children.endings import Failed, Refused
from forms.children.limits import limits_for
from forms.kinds import Money
from forms.quoting import quoted
from forms.workbook.addresses import column_index
from forms.workbook.chosen import ENDINGS, size_of
from forms.workbook.frames import Fact, Looked, LookRequest
from forms.workbook.mapping import NO_GUIDE, Guide, make_mapping, units_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.book import Book
    from forms.definition import Edition
    from forms.workbook.mapping import Mapping

_LOOKING: Final[Work[Looked]] = Work("looking", msgspec.msgpack.Decoder(Looked | Refused | Failed), ENDINGS)
ERROR, WARNING, INFO = "error", "warning", "info"
_WORDS: Final = Path(__file__).with_name("doctor.toml")
_EARLIER_ROWS: Final = 2_000
_ENOUGH: Final = 3
_TEN_THOUSAND: Final = 4  # powers of ten
_NEAR: Final = 1


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd: its code, its severity, where, how many; what is odd and what will be done, in words."""

    code: str
    severity: str
    sheet: str
    cell: str
    count: int
    odd: str
    does: str

    @property
    def sentence(self) -> str:
        """Give both in one."""
        return f"{self.odd}{self.does}"

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line."""
        return asdict(self)


def look(
    path: Path,
    editions: Sequence[Edition],
    *,
    sheet: str | None = None,
    guide: Guide = NO_GUIDE,
    survey: bool = True,
) -> Looked:
    """Let the limited child look at a file; `survey`: through all of the sheet, else at its first rows.

    Raises:
        WorkbookRefused: the file cannot be read; one sentence says why and what to do.
    """
    with Child(_LOOKING, limits_for(size_of(path))) as child:
        child.ask(LookRequest(str(path.resolve()), pickle.dumps(list(editions)), sheet, guide, survey))
        return child.take()


def diagnosis(looked: Looked, edition: Edition, book: Book | None = None) -> list[Oddity]:
    """Put the facts into words, the gravest first; with a Book, also units unlike the firm's amounts so far."""
    facts = list(looked.facts)
    if book is not None:
        facts += [_guess_fact(looked, edition, name, *guess) for name, guess in unit_guesses(looked, book).items()]
    order = (ERROR, WARNING, INFO)
    return sorted((_in_words(fact, looked.sheet) for fact in facts), key=lambda one: order.index(one.severity))


@functools.cache
def _words() -> dict[str, dict[str, str]]:
    return tomli.loads(_WORDS.read_text(encoding="utf-8"))


def _in_words(fact: Fact, sheet: str) -> Oddity:
    # The child is not trusted: a fact nobody has words for is told as it is.
    words = _words().get(fact.code, {"severity": WARNING, "odd": fact.code, "does": ""})
    values = _Filled(fact.values, cell=fact.cell, count=f"{fact.count:,}")
    odd, does = words["odd"].format_map(values), words["does"].format_map(values)
    return Oddity(fact.code, words["severity"], sheet, fact.cell, fact.count, odd, does)


class _Filled(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def unit_guesses(looked: Looked, book: Book) -> dict[str, tuple[int, int]]:
    """Give (middle amount so far, middle amount in the file) of the amounts that look counted in 万, in hundredths.

    Only where nobody said the unit, and the amounts of every currency both have differ ten-thousandfold. It is a guess
    to be shown, never one to be followed in silence.
    """
    edition = book.catalogue.edition(looked.form)
    found: dict[str, tuple[int, int]] = {}
    for name, in_file in looked.typical.items():
        if name not in edition.by_id or name in looked.unit_said:
            continue
        earlier = _earlier(book, edition, name)
        both = [(earlier[code], amount) for code, amount in in_file.items() if code in earlier and amount > 0]
        if both and all(abs(math.log10(old / new) - _TEN_THOUSAND) < _NEAR for old, new in both):
            found[name] = both[0]
    return found


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


def _guess_fact(looked: Looked, edition: Edition, name: str, usual: int, found: int) -> Fact:
    field, letters = edition.by_id[name], looked.columns[name]
    plain, unit = units_of(field)
    money = Money()
    values = {
        "head": quoted(head_of(looked, letters)),
        "label": field.label,
        "usual": money.show(usual),
        "found": money.show(found),
        "plain": plain,
        "unit": unit,
    }
    return Fact("unit-guess", values, letters)


def head_of(looked: Looked, letters: str) -> str:
    """Give the text of a column's header."""
    heads = looked.rows[looked.header_row - 1] if 0 < looked.header_row <= len(looked.rows) else []
    at = column_index(letters)
    return heads[at] if at < len(heads) else ""


def mapping_of(looked: Looked, edition: Edition) -> Mapping | None:
    """Write down the columns as they were found; None where none was."""
    if not looked.columns or not looked.header_row:
        return None
    fields: dict[int, str | None] = {column_index(letters): None for letters in looked.unknown}
    fields |= {column_index(letters): name for name, letters in looked.columns.items()}
    units = {
        name: units_of(edition.by_id[name])[name in looked.in_ten_thousands]
        for name in looked.unit_said
        if name in looked.columns
    }
    heads = looked.rows[looked.header_row - 1]
    return make_mapping(edition, heads, fields, units, sheet=looked.sheet, header_row=looked.header_row)
