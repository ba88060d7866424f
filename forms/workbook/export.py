"""Exporting a ledger: a filled template, which imports again as the same rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms import ledger, unparsed
from forms.kinds import Date, IdCard
from forms.workbook.layout import TEXT_FORMAT, columns_of, number_format
from forms.workbook.template import Put, write_filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition, Field

_FIRST_EXCEL_DATE = "1900-03-01"  # before it Excel's calendar has a day that never was
_ERROR = re.compile(r"#[A-Z/0!?]{2,8}[!?A]?")
# XML 1.0 has no way to write these; a workbook writes them as _xHHHH_, and an underscore that would look so as _x005F_.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def export_ledger(book: Book, form: str, path: Path, *, period: str | None = None, full: bool = False) -> int:
    """Write a ledger's rows (of one period, or all) as a filled template; give their number.

    Numbers of identity documents are written without their middle, unless `full`.

    Raises:
        InputRefused: the form is no ledger, or the file cannot be written.
    """
    edition = book.catalogue.edition(form, period)
    counter = _Counter()
    write_filled(
        book.catalogue,
        form,
        path,
        counter.counted(_rows(book, edition, period, full=full)),
        period=period,
        uscc=book.firm.uscc,
    )
    return counter.count


class _Counter:
    def __init__(self) -> None:
        self.count = 0

    def counted(self, rows: Iterator[Sequence[Put | None]]) -> Iterator[Sequence[Put | None]]:
        for row in rows:
            self.count += 1
            yield row


def _rows(book: Book, edition: Edition, period: str | None, *, full: bool) -> Iterator[Sequence[Put | None]]:
    if not edition.is_ledger:
        return
    fields = columns_of(edition)
    formats = [number_format(field) for field in fields]
    where, params = ("substr(period, 1, length(?1)) = ?1", (period,)) if period else ("", ())
    for row in ledger.read_rows(book, edition.form, where=where, params=params):
        kept = unparsed.of(row)
        yield [
            _kept(*kept[field.id]) if field.id in kept else _cell(field, row[field.id], style, full=full)
            for field, style in zip(fields, formats, strict=True)
        ]


def _cell(field: Field, value: int | str | None, style: str, *, full: bool) -> Put | None:
    if value is None:
        return None
    if isinstance(field.kind, Date) and str(value) < _FIRST_EXCEL_DATE:
        return text(str(value))
    shown = field.kind.edit(value) if full and isinstance(field.kind, IdCard) else field.kind.cell(value)
    return text(shown) if isinstance(shown, str) else Put(shown, style)


def text(typed: str) -> Put:
    """Put text as typed: nothing in it is a formula, no digit of it is lost."""
    return Put(_UNWRITABLE.sub(lambda found: f"_x{ord(found.group()):04X}_", typed), TEXT_FORMAT, "s")


def _kept(typed: str, reason: str) -> Put:
    """Put what reads as it did: a number that lost digits as a number, an Excel error as that error."""
    if reason == "digits-lost" and typed.isascii() and typed.isdigit():
        return Put(int(typed), "0")
    if reason == "error-cell" and _ERROR.fullmatch(typed):
        return Put(typed, TEXT_FORMAT, "e")
    return text(typed)
