"""What a grid or a list shows, on paper: its columns, rows and order, under the firm's name; no form that is filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.printing import names
from desktop.printing.content import Align, Column, Grid, Head, Paper
from desktop.printing.drafting import DEMO, grid_of, notes_of, units_of
from desktop.printing.values import Faces, stored_of
from forms import ledger, periods
from forms.errors import InputRefused
from forms.kinds import IdCard
from forms.paper import layout_of
from forms.workbook.export import column_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.book import Book
    from forms.definition import Edition
    from forms.workbook.export import Shown

_MM_A_CHARACTER = 2.6
_NARROWEST, _WIDEST = 14.0, 110.0  # mm
_WIDE_FROM = 0x2E80  # from here on a character takes two places
_SHORT = 12  # characters that are not broken


def shown_paper(book: Book, form: str, shown: Shown, *, full: bool = False) -> Paper:
    """Put rows and columns of a ledger on paper; without columns those that print with the form.

    Numbers of identity documents stand without their middle, unless `full`.

    Raises:
        InputRefused: a column is unknown, or the form is a card.
    """
    edition = book.catalogue.edition(form)
    if not edition.is_ledger:
        raise InputRefused("no-grid", f"“{edition.title}”是单表，没有行和列可导出；要它的 PDF，请打印这张表。")
    layout = layout_of(book.catalogue, edition)
    fields = [column_named(edition, name) for name in shown.fields] or layout.fields(edition)
    order = f"{shown.order}, pos" if shown.order else "pos"
    found = ledger.read_rows(book, form, where=shown.where or "1", params=shown.params, order=order)
    rows = [stored_of(edition, row) for row in found]
    faces = Faces(book.catalogue, edition, wan=False)
    grid = grid_of(edition, layout, fields, faces, rows)
    if full:
        for at, field in enumerate(fields):
            if isinstance(field.kind, IdCard):
                for texts, (values, unread) in zip(grid.rows, rows, strict=True):
                    texts[at] = unread.get(field.id) or str(values.get(field.id) or "")
    head = _head(book, edition, edition.short, len(rows), units_of(fields, faces), notes_of(edition, rows))
    return Paper(head, grid, names.file_name(form, "", head.firm, "所见"))


def listed_paper(book: Book, form: str, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Paper:
    """Put a list of texts that belongs to a form on paper: what the check found."""
    columns = []
    for at, name in enumerate(heads):
        longest = max((_places(row[at]) for row in rows), default=0)
        wide = min(max((max(longest, _places(name)) + 2) * _MM_A_CHARACTER / 2, _NARROWEST), _WIDEST)
        whole = longest <= _SHORT
        columns.append(Column(f"{at}", name, "", "", Align.LEFT, wide, whole, at + 1))
    edition = book.catalogue.edition(form)
    head = _head(book, edition, f"{edition.short}　{title}", len(rows), "", ())
    return Paper(head, Grid(tuple(columns), [list(row) for row in rows]), names.file_name(form, "", head.firm, title))


def _head(book: Book, edition: Edition, title: str, rows: int, units: str, notes: tuple[str, ...]) -> Head:
    return Head(
        form=edition.form,
        title=title,
        period=f"共 {rows:,} 行",
        firm=book.firm.name,
        uscc=book.firm.uscc,
        units=units,
        legal=(),
        people=(("制表日期", periods.today()),),
        edition=f"{book.catalogue.scheme.version}　{edition.first} 版",
        marks=(DEMO,) if book.firm.demo else (),
        notes=notes,
    )


def _places(text: str) -> int:
    return sum(2 if ord(letter) >= _WIDE_FROM else 1 for letter in text)
