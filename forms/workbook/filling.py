"""Streaming rows into a workbook that was made without them: every other part stays as it is, memory stays flat."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

from forms.errors import InputRefused
from forms.workbook.cell_xml import Column, rows_xml
from forms.workbook.layout import FIRST_DATA_ROW

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from forms.definition import Field
    from forms.kinds import Stored
    from forms.workbook.cell_xml import Styles

_SHEET: Final = "xl/worksheets/sheet1.xml"
_END: Final = b"</sheetData>"
_LEVEL: Final = 1  # of deflate: half the time of the usual one, for a file a fifth larger


class Rows(NamedTuple):
    """What a workbook is filled with: how many rows, and the portions of them for the fields that are its columns.

    Each row ends with its `unparsed`. `progress` hears (rows so far, rows in all); `cancelled` is asked now and then.
    """

    total: int
    portions: Callable[[Sequence[str]], Iterator[Sequence[Sequence[Stored]]]]
    full: bool = False
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None


def fill(
    package: io.BytesIO,
    target: Path,
    fields: Sequence[Field],
    styles: Sequence[Styles],
    rows: Rows,
    first: int = FIRST_DATA_ROW,
) -> int:
    """Write the package with the rows, the `first` of them there, behind what its first sheet holds; give their number.

    Raises:
        InputRefused: it was cancelled.
    """
    columns = [Column(field, style, full=rows.full) for field, style in zip(fields, styles, strict=True)]
    done = 0
    with (
        zipfile.ZipFile(package) as made,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as out,
    ):
        for entry in made.infolist():
            if entry.filename != _SHEET:
                out.writestr(entry.filename, made.read(entry))
        before, end, after = made.read(_SHEET).partition(_END)
        with out.open(_SHEET, "w", force_zip64=True) as sheet:
            sheet.write(before)
            for portion in rows.portions([field.id for field in fields]):
                sheet.write(rows_xml(columns, portion, first + done).encode())
                done += len(portion)
                _tell(rows, done)
            sheet.write(end + after)
    return done


def _tell(rows: Rows, done: int) -> None:
    if rows.cancelled is not None and rows.cancelled():
        raise InputRefused("cancelled", "已取消导出，没有写文件。")
    if rows.progress is not None:
        rows.progress(done, max(rows.total, done))
