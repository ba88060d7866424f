"""Exporting a ledger: a filled template, which imports again as the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forms.workbook.template import Rows, write_filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from forms.book import Book

_PORTION = 1_000  # rows between two looks at whether it shall go on


def export_ledger(
    book: Book,
    form: str,
    path: Path,
    *,
    period: str | None = None,
    full: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write a ledger's rows (of one period, or all) as a filled template; give their number.

    Numbers of identity documents are written without their middle, unless `full`. `progress` hears (rows so far, rows
    in all).

    Raises:
        InputRefused: the form is no ledger, the file cannot be written, or the export was cancelled; then nothing is
            left of it.
    """
    where, params = ("substr(period, 1, length(?1)) = ?1", (period,)) if period else ("1", ())
    source = f"FROM {book.catalogue.table(form)} WHERE {where}"
    (count,) = book.db.execute(f"SELECT count(*) {source}", params).fetchone()

    def portions(fields: Sequence[str]) -> Iterator[list[Any]]:
        cursor = book.db.cursor()
        cursor.row_factory = None  # plain tuples
        cursor.execute(f"SELECT {', '.join(fields)}, unparsed {source} ORDER BY pos", params)
        while portion := cursor.fetchmany(_PORTION):
            yield portion

    return write_filled(
        book.catalogue,
        form,
        path,
        Rows(count, portions, full=full, progress=progress, cancelled=cancelled),
        period=period,
        uscc=book.firm.uscc,
    )
