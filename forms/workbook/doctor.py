"""The workbook doctor: says in words, before anything is mapped, what is odd about a file and what will be done.

    looked = look(path, [edition])          the limited child looks at the file
    for one in diagnosis(looked, …): …      severity, what is odd, what will be done about it

The words are data: `doctor.toml`.
"""

from __future__ import annotations

import functools
import pickle
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
from forms.workbook.frames import Fact, Looked, LookRequest, head_of
from forms.workbook.guessed_units import outgrown_units, unclear_units, unit_guesses
from forms.workbook.mapping import NO_GUIDE, Guide, make_mapping, units_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.book import Book
    from forms.definition import Edition
    from forms.workbook.mapping import Mapping

_LOOKING: Final[Work[Looked]] = Work("looking", msgspec.msgpack.Decoder(Looked | Refused | Failed), ENDINGS)
ERROR, WARNING, INFO = "error", "warning", "info"
_WORDS: Final = Path(__file__).with_name("doctor.toml")


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
    """Put the facts into words, the gravest first; with a Book, also units unlike the firm's amounts, or unclear."""
    facts = list(looked.facts)
    if book is not None:
        for code, found in (("unit-guess", unit_guesses), ("unit-outgrown", outgrown_units)):
            compared = found(looked, book).items()
            facts += [_compared_fact(code, looked, edition, name, *amounts) for name, amounts in compared]
        facts += [_unclear_fact(looked, edition, name, most) for name, most in unclear_units(looked, book).items()]
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


def _compared_fact(code: str, looked: Looked, edition: Edition, name: str, usual: int, found: int) -> Fact:
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
    return Fact(code, values, letters)


def _unclear_fact(looked: Looked, edition: Edition, name: str, most: int) -> Fact:
    letters = looked.columns[name]
    plain, unit = units_of(edition.by_id[name])
    values = {"head": quoted(head_of(looked, letters)), "most": Money().show(most), "plain": plain, "unit": unit}
    return Fact("unit-unclear", values, letters)


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
