"""The work of reading: says what is in a workbook as rows of an edition, and streams them."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from forms.children.answering import serve
from forms.definition import Edition
from forms.workbook.addresses import column_letters
from forms.workbook.frames import Opened, Request
from forms.workbook.mapping import shape_of
from forms.workbook.notices import notices
from forms.workbook.package import opened
from forms.workbook.parsing import SheetParser, header_text
from forms.workbook.sheets import choose, usable_sheets

if TYPE_CHECKING:
    from forms.children.answering import Tell


def read(request: Request, tell: Tell) -> None:
    """Tell which sheet and columns it is, then its rows, then counts and sums."""
    path = Path(request.path)
    edition: Edition = pickle.loads(request.edition)  # noqa: S301 - made by the parent, whose program this is
    with opened(path) as package:
        choice = choose(path, package, edition, request.sheet, request.guide)
        sheet, header = choice.sheet, choice.header
        columns = {field: at for field, at in header.columns.items() if edition.by_id[field].in_sheets}
        names = sheet.head[header.row]
        tell(
            Opened(
                sheet.name,
                header.data_row + 1,
                sheet.last_row,
                {field: column_letters(at) for field, at in columns.items()},
                {column_letters(at): header_text(names[at]) for at in header.unknown},
                [*package.told, *notices(choice, edition, package)],
                [one.name for one in usable_sheets(package)],
                shape_of(names),
            ),
        )
        parser = SheetParser(
            edition,
            columns,
            headings=choice.headings,
            ten_thousands=header.ten_thousands,
            dates_from_1904=package.dates_from_1904,
        )
        for run in sheet.runs(header.data_row + 1):
            tell(parser.parse(run))
        tell(parser.done())


if __name__ == "__main__":
    sys.exit(serve(msgspec.msgpack.Decoder(Request), read))
