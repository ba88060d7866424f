"""The reading child: opens one untrusted workbook in a process of its own and streams what it holds to its parent.

    python -m forms.workbook.child        a request on stdin, frames on stdout, nothing else

It limits itself before it opens the file. Whatever the file does to it, an abort of the native reader included, happens
to this process alone.
"""

from __future__ import annotations

import gc
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

import python_calamine as calamine

from forms.catalogue import load_catalogue
from forms.errors import WorkbookRefused
from forms.workbook.addresses import column_letters
from forms.workbook.archive import Faults, inspect
from forms.workbook.frames import Opened, Refused, Request, read_request, write_frame
from forms.workbook.header import SEARCHED_ROWS, Header, find_header
from forms.workbook.limits import confine, limits_for
from forms.workbook.parsing import SheetParser, header_text, identities
from forms.workbook.sheets import check_template, sheet_order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from forms.definition import Edition
    from forms.workbook.parsing import Cells

ROWS_A_FRAME = 2_048


def main() -> int:
    """Answer the one request; a refusal is an answer too."""
    out = sys.stdout.buffer
    request = read_request(sys.stdin.buffer)
    path = Path(request.path)
    try:
        edition = load_catalogue().edition(request.form, request.period)
        confine(limits_for(path.stat().st_size))
        gc.disable()
        _read(path, request, edition, out)
    except WorkbookRefused as refusal:
        write_frame(out, Refused(refusal.code, refusal.message))
    except FileNotFoundError:
        write_frame(out, Refused("no-file", "找不到文件，请重新选择。"))
    except OSError:
        write_frame(out, Refused("file-unreadable", "文件打不开，可能正被其他程序占用；请关闭 Excel 或 WPS 后重试。"))
    except MemoryError:
        write_frame(out, Refused("workbook-too-large", "工作簿过大，无法读取；请只保留要导入的工作表，另存后再导入。"))
    except calamine.PasswordError:
        write_frame(out, Refused("workbook-encrypted", "工作簿设有打开密码，无法读取；请取消密码后再导入。"))
    except calamine.CalamineError:
        write_frame(
            out, Refused("workbook-damaged", "文件已损坏，无法读取；请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。")
        )
    return 0


def _read(path: Path, request: Request, edition: Edition, out: BinaryIO) -> None:
    inspection, parts = inspect(path)
    workbook = calamine.load_workbook(path)
    check_template(workbook, edition)
    name, sheet, header = _choose(workbook, edition, request.sheet)
    left = (sheet.start or (0, 0))[1]
    faults = inspection.faults.get(parts.get(name, ""), {})
    columns = {field: at for field, at in header.columns.items() if edition.by_id[field].editable}
    head = next(islice(sheet.iter_rows(), header.row, None))
    write_frame(
        out,
        Opened(
            name,
            header.data_row + 1,
            (sheet.end or (0, 0))[0] + 1,
            {field: column_letters(left + at) for field, at in columns.items()},
            {column_letters(left + at): header_text(head[at]) for at in header.unknown},
        ),
    )
    parser = SheetParser(edition, columns, _shifted(faults, left))
    number = header.data_row + 1
    for rows in _batches(cast("Iterator[Cells]", islice(sheet.iter_rows(), header.data_row, None))):
        write_frame(out, parser.parse(number, rows))
        number += len(rows)
    write_frame(out, parser.done())


def _batches(rows: Iterator[Cells]) -> Iterator[list[Cells]]:
    while batch := list(islice(rows, ROWS_A_FRAME)):
        yield batch


def _shifted(faults: Faults, left: int) -> Faults:
    return {row: {column - left: text for column, text in cells.items()} for row, cells in faults.items()}


def _choose(
    workbook: calamine.CalamineWorkbook, edition: Edition, wanted: str | None
) -> tuple[str, calamine.CalamineSheet, Header]:
    """Find the sheet to read: the one asked for, else one of the form's name, else the one that names most fields."""
    best: tuple[str, calamine.CalamineSheet, Header] | None = None
    for name, certain in sheet_order(workbook, edition, wanted):
        sheet = workbook.get_sheet_by_name(name)
        header = find_header(list(islice(sheet.iter_rows(), SEARCHED_ROWS + 4)), edition)
        if header is not None and (best is None or len(header.columns) > len(best[2].columns)):
            best = (name, sheet, header)
            if certain:
                break
    if best is None:
        raise WorkbookRefused(
            "no-header",
            f"前{SEARCHED_ROWS}行里没有找到“{edition.short}”的表头；请保留列名一行，或从导出的模板填起。",
        )
    if not any(all(name in best[2].columns for name in group) for group in identities(edition)):
        label = edition.by_id[edition.key[0]].label
        raise WorkbookRefused(
            "no-key-column", f"工作表“{best[0]}”里没有“{label}”一列，无法辨认每一行；请补上后再导入。"
        )
    return best


if __name__ == "__main__":
    sys.exit(main())
