"""The reading child: opens one untrusted workbook in a process of its own and streams what it holds to its parent.

    python -m forms.workbook.child        a request on stdin, frames on stdout, nothing else

It limits itself before it opens the file. Whatever the file does to it, an abort of the native reader included, happens
to this process alone.
"""

from __future__ import annotations

import gc
import pickle
import sys
from pathlib import Path
from typing import BinaryIO

import python_calamine as calamine

from forms.children.limits import confine, limits_for
from forms.definition import Edition
from forms.errors import WorkbookRefused
from forms.workbook.addresses import column_letters
from forms.workbook.frames import Opened, Refused, Request, read_request, write_frame
from forms.workbook.mapping import shape_of
from forms.workbook.notices import notices
from forms.workbook.package import damaged, opened
from forms.workbook.parsing import SheetParser, header_text
from forms.workbook.sheets import choose, usable_sheets


def main() -> int:
    """Answer the one request."""
    answer(read_request(sys.stdin.buffer), sys.stdout.buffer)
    return 0


def answer(request: Request, out: BinaryIO) -> None:
    """Confine this process, read the workbook and say what is in it; a refusal is an answer too."""
    path = Path(request.path)
    try:
        edition: Edition = pickle.loads(request.edition)  # noqa: S301 - made by the parent, whose program this is
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
    except calamine.CalamineError:
        write_frame(out, Refused(damaged().code, damaged().message))


def _read(path: Path, request: Request, edition: Edition, out: BinaryIO) -> None:
    with opened(path) as package:
        choice = choose(path, package, edition, request.sheet, request.guide)
        sheet, header = choice.sheet, choice.header
        columns = {field: at for field, at in header.columns.items() if edition.by_id[field].in_sheets}
        names = sheet.head[header.row]
        write_frame(
            out,
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
            write_frame(out, parser.parse(run))
        write_frame(out, parser.done())


if __name__ == "__main__":
    sys.exit(main())
