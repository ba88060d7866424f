"""The work of listing: gives the cells of one sheet as text, row by row, for a sheet that is a list and no form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from forms.children.answering import serve
from forms.errors import WorkbookRefused
from forms.workbook.frames import LOST, MOST_LISTED, Listed, ListRequest
from forms.workbook.native import loaded
from forms.workbook.package import opened

if TYPE_CHECKING:
    from forms.children.answering import Tell
    from forms.workbook.package import SheetPart

_EXACT = 10**15  # a float of 16 digits and more is not the number that was typed


def list_cells(request: ListRequest, tell: Tell) -> None:
    """Tell the first rows of the named sheet, or of the first that is visible."""
    path = Path(request.path)
    with opened(path) as package:
        name = next((sheet.name for sheet in package.sheets if _is_it(sheet, request.sheet)), None)
        if name is None:
            raise WorkbookRefused("no-workbook", "文件里没有工作表，请用模板重新填写。")
        sheet = loaded(path, package, name)
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_LISTED + 1)
    tell(Listed(name, [[_text(value) for value in row] for row in rows]))


def _is_it(sheet: SheetPart, wanted: str | None) -> bool:
    return sheet.visible and sheet.has_cells and wanted in (None, sheet.name)


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{LOST}{value:.0f}" if abs(value) >= _EXACT else f"{value:.15g}"
    return str(value).strip()


if __name__ == "__main__":
    sys.exit(serve(msgspec.msgpack.Decoder(ListRequest), list_cells))
