"""Exporting a ledger: as a filled template, which imports again as the same rows, or as a grid shows it."""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from forms.errors import InputRefused
from forms.workbook.addresses import column_letters
from forms.workbook.cell_xml import Styles
from forms.workbook.filling import Rows, fill
from forms.workbook.layout import TEXT_FORMAT, HeaderLook, form_of, number_format, width_of
from forms.workbook.saving import landscape, placing
from forms.workbook.template import cell_style, write_filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds import Stored

_PORTION: Final = 1_000  # rows between two looks at whether it shall go on


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a ledger is exported, as a grid shows it: its columns; filter and sort as the program's SQL."""

    fields: tuple[str, ...]
    where: str = ""
    params: tuple[Stored, ...] = ()
    order: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who hears how far an export is (rows so far, rows in all), and who says that it shall stop."""

    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None


UNWATCHED: Final = Watch()


def export_ledger(
    book: Book, form: str, path: Path, *, period: str | None = None, full: bool = False, watch: Watch = UNWATCHED
) -> int:
    """Write a ledger's rows (of one period, or all) as a filled template; give their number.

    Numbers of identity documents are written without their middle, unless `full`.

    Raises:
        InputRefused: the form is no ledger, the file cannot be written, or the export was cancelled; then nothing is
            left of it.
    """
    where, params = ("substr(period, 1, length(?1)) = ?1", (period,)) if period else ("", ())
    rows = _rows(book, form, Shown((), where, params), watch, full=full)
    return write_filled(book.catalogue, form, path, rows, period=period, uscc=book.firm.uscc)


def export_shown(
    book: Book, form: str, path: Path, shown: Shown, *, full: bool = False, watch: Watch = UNWATCHED
) -> int:
    """Write the rows and columns a grid shows to a plain sheet that prints on A4 landscape; give the number of rows.

    Raises:
        InputRefused: as `export_ledger`; or a column is unknown.
    """
    edition = book.catalogue.edition(form)
    fields = [column_named(edition, name) for name in shown.fields]
    workbook = Workbook(write_only=True)
    with placing(path) as unfinished:
        styles = _write_head(workbook, edition, fields)
        package = io.BytesIO()
        workbook.save(package)
        return fill(package, unfinished, fields, styles, _rows(book, form, shown, watch, full=full), first=2)


def column_named(edition: Edition, name: str) -> Field:
    """Find a column of a ledger by its id or the name people read.

    Raises:
        InputRefused: there is none.
    """
    found = {field.id: field for field in edition.stored_fields if edition.is_ledger}
    field = found.get(name) or next((one for one in found.values() if one.label == name), None)
    if field is None:
        raise InputRefused("unknown-field", f"{edition.short}没有“{name}”这一栏。")
    return field


def _rows(book: Book, form: str, shown: Shown, watch: Watch, *, full: bool) -> Rows:
    source = f"FROM {book.catalogue.table(form)} WHERE {shown.where or '1'}"
    (total,) = book.db.execute(f"SELECT count(*) {source}", shown.params).fetchone()

    def portions(fields: Sequence[str]) -> Iterator[list[Any]]:
        cursor = book.db.cursor()
        cursor.row_factory = None  # plain tuples
        order = f"{shown.order}, pos" if shown.order else "pos"
        cursor.execute(f"SELECT {', '.join(fields)}, unparsed {source} ORDER BY {order}", shown.params)
        while portion := cursor.fetchmany(_PORTION):
            yield portion

    return Rows(total, portions, full=full, progress=watch.progress, cancelled=watch.cancelled)


def _write_head(workbook: Workbook, edition: Edition, fields: Sequence[Field]) -> list[Styles]:
    """Write the sheet with its one header row; give the styles of its columns."""
    sheet: Any = workbook.create_sheet(edition.short)  # the stubs lack what a write-only sheet has of an ordinary one
    look = HeaderLook()
    with closing(sheet):
        sheet.freeze_panes = "A2"
        landscape(sheet)
        sheet.print_title_rows = "1:1"
        cells = []
        for index, field in enumerate(fields):
            sheet.column_dimensions[column_letters(index)].width = width_of(field)
            unit = form_of(field) if field.is_money or field.unit else ""
            cell = WriteOnlyCell(sheet, f"{field.label}（{unit}）" if unit not in field.label else field.label)
            cell.font, cell.fill, cell.border, cell.alignment = look.title, look.optional, look.edge, look.centred
            cells.append(cell)
        sheet.append(cells)
        own = [cell_style(sheet, number_format(field)) for field in fields]
        text, whole = cell_style(sheet, TEXT_FORMAT), cell_style(sheet, "0")
    return [Styles(one, text, whole) for one in own]
