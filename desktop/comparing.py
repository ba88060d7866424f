"""What changed since a filing was sent: its copy against the present data of the Book, cell by cell. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.languages import spoken, translate
from desktop.place import Place
from forms import cards, filing, ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.filings import Filing
    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds.kind import Json


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that differs, or a row that came or went: where, what was sent, what stands now, and the cell."""

    where: str
    field: str
    sent: str
    now: str
    place: Place


def differences(book: Book, one: Filing, as_of: str) -> list[Difference]:
    """Return what differs, in the order of the form; an empty list where the Book still says what was sent."""
    edition = spoken(book.catalogue).edition(one.form, one.period)
    document = filing.document_of(book, one.id)
    if not edition.is_ledger:
        present = cards.card_values(book, one.form, one.period, as_of=as_of)
        return list(_cells(edition, edition.short, document["cells"], filing.wired(edition, present), one, None))
    return list(_rows(book, edition, document["rows"], one))


def _rows(book: Book, edition: Edition, sent: list[dict[str, Any]], one: Filing) -> Iterator[Difference]:
    """Compare the rows of the period by what identifies them, whatever their order."""
    before = {cells["uid"]: cells for cells in sent}
    present = {row["uid"]: row for row in ledger.read_rows(book, one.form, where="period = ?", params=(one.period,))}
    for uid, row in present.items():
        where = translate("Filings", "第%1行").replace("%1", str(row["pos"]))
        if uid in before:
            yield from _cells(edition, where, before[uid], filing.wired(edition, row), one, uid)
        else:
            now = translate("Filings", "新增的行")
            yield Difference(
                where, _key(edition, filing.wired(edition, row)), "", now, Place(one.form, one.period, uid)
            )
    for number, (uid, cells) in enumerate(before.items(), start=1):
        if uid not in present:
            where = translate("Filings", "报送时第%1行").replace("%1", str(number))
            there = ledger.read_row(book, one.form, uid)
            gone = translate("Filings", "已移到别的报告期") if there else translate("Filings", "已删除")
            sent_row = translate("Filings", "当时已报")
            yield Difference(where, _key(edition, cells), sent_row, gone, Place(one.form, one.period, uid))


def _cells(
    edition: Edition, where: str, sent: Mapping[str, Any], now: Mapping[str, Any], one: Filing, uid: str | None
) -> Iterator[Difference]:
    for field in edition.fields:
        was, is_now = sent.get(field.id), now.get(field.id)
        if was != is_now:
            place = Place(one.form, one.period, uid, field.id)
            yield Difference(where, field.label, _shown(field, was), _shown(field, is_now), place)


def _shown(field: Field, wired: Json) -> str:
    """Show a value as it stands in a document; «（空）» where there is none."""
    return translate("Filings", "（空）") if wired is None else field.kind.show(field.kind.unwire(wired))


def _key(edition: Edition, cells: Mapping[str, Any]) -> str:
    """Name a row by its key: «YJ-KR-2026-001»."""
    return " ".join(_shown(edition.by_id[name], cells[name]) for name in edition.key if cells.get(name) is not None)
