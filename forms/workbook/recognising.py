"""Columns known by what the firm's Book knows: numbers of contracts met before are numbers of contracts here, too.

What the limited child can prove of a file it proves alone (`content`); what only the Book knows is held against the
file's first rows by the parent. A column so found is a proposal: who imports sees it and confirms it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from forms.kinds import Ref
from forms.workbook.addresses import column_index, column_letters
from forms.workbook.doctor import look, mapping_of
from forms.workbook.frames import Fact, head_of
from forms.workbook.mapping import NO_GUIDE, Guide, make_mapping
from forms.workbook.odd_rows import identities

if TYPE_CHECKING:
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition
    from forms.workbook.frames import Looked
    from forms.workbook.mapping import Mapping

_ENOUGH: Final = 2  # different values
_SHARE: Final = 0.8  # of the values met; a new contract may be among them


def look_knowing(
    book: Book, path: Path, edition: Edition, *, sheet: str | None = None, guide: Guide = NO_GUIDE
) -> tuple[Looked, Mapping | None]:
    """Look at a file with what the Book knows; the mapping is a proposal to be confirmed, None where there is none.

    Raises:
        WorkbookRefused: the file cannot be read; one sentence says why and what to do.
    """
    looked = look(path, [edition], sheet=sheet, guide=guide)
    if guide.given is not None or looked.mapped or not looked.header_row:
        return looked, None
    known = known_columns(book, edition, looked)
    proposal = _proposal(edition, looked, known)
    if proposal is None:
        return looked, None
    again = look(path, [edition], sheet=sheet, guide=Guide(proposal))
    facts = [fact for fact in again.facts if fact.code != "by-mapping"]
    facts += [fact for fact in looked.facts if fact.code == "by-content"]
    facts += [_fact(edition, again, name) for name in known]
    by_content = sorted({*looked.by_content, *known})
    return msgspec.structs.replace(again, facts=facts, by_content=by_content, mapped=False), proposal


def known_columns(book: Book, edition: Edition, looked: Looked) -> dict[str, str]:
    """Give the column of each open field, that names a row here or in another ledger, whose values the Book knows."""
    sources = _sources(book, edition)
    taken = set(looked.columns.values())
    wide = max(map(len, looked.rows), default=0)
    found: dict[str, list[str]] = {}
    for letters in map(column_letters, range(wide)):
        values = set() if letters in taken else _values(looked, letters)
        fits = [name for name, source in sources.items() if name not in looked.columns and _met(book, source, values)]
        if len(fits) == 1:
            found.setdefault(fits[0], []).append(letters)
    return {name: columns[0] for name, columns in found.items() if len(columns) == 1}


def _sources(book: Book, edition: Edition) -> dict[str, tuple[str, str]]:
    """Give, by field, table and column where its values are kept."""
    own = {group[0] for group in identities(edition) if len(group) == 1}
    sources = {name: (edition.table, name) for name in own if edition.by_id[name].in_sheets}
    for field in edition.fields:
        if isinstance(field.kind, Ref) and field.in_sheets and field.required is True:
            form, _, column = field.kind.target.partition(".")
            sources[field.id] = (book.catalogue.table(form), column)
    return sources


def _values(looked: Looked, letters: str) -> set[str]:
    at = column_index(letters)
    cells = (row[at].strip() for row in looked.rows[looked.first_row - 1 :] if at < len(row))
    return {cell for cell in cells if cell}


def _met(book: Book, source: tuple[str, str], values: set[str]) -> bool:
    if len(values) < _ENOUGH:
        return False
    table, column = source
    marks = ", ".join("?" * len(values))
    asked = f"SELECT count(DISTINCT {column}) FROM {table} WHERE {column} IN ({marks})"
    met: int = book.db.execute(asked, sorted(values)).fetchone()[0]
    return met >= max(_ENOUGH, _SHARE * len(values))


def _proposal(edition: Edition, looked: Looked, known: dict[str, str]) -> Mapping | None:
    """Write down the columns as they were found, those the Book knows among them."""
    if not known:
        return None
    if not looked.columns:
        fields: dict[int, str | None] = {column_index(letters): name for name, letters in known.items()}
        heads = looked.rows[looked.header_row - 1]
        return make_mapping(edition, heads, fields, {}, sheet=looked.sheet, header_row=looked.header_row)
    return mapping_of(msgspec.structs.replace(looked, columns={**looked.columns, **known}), edition)


def _fact(edition: Edition, looked: Looked, name: str) -> Fact:
    letters = looked.columns[name]
    head = head_of(looked, letters)
    named = f"“{head}”" if head else ""
    label = edition.by_id[name].label
    told = f"{letters}列{named}的列名认不出来，格子里是账套里有过的“{label}”，按它导入；不对的，请改“列对应”。"
    return Fact("by-content", {"notice": told}, letters)
