"""The reading child of a list of firms: opens one untrusted workbook in a process of its own and says what is in it.

    python -m forms.workbook.firm_list_child PATH [SHEET]        one JSON object on stdout

It gives the first visible (or the named) sheet's cells as text, row by row. A number too long for Excel is told by a
leading «#».
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import python_calamine as calamine

from forms.children.limits import confine, limits_for
from forms.errors import WorkbookRefused
from forms.workbook.package import damaged, opened

if TYPE_CHECKING:
    from forms.workbook.package import SheetPart

MOST_ROWS = 2_000
LOST = "#"
_EXACT = 10**15  # a float of 16 digits and more is not the number that was typed


def main(words: list[str]) -> int:
    """Answer with the rows or with the refusal."""
    path = Path(words[0])
    try:
        confine(limits_for(path.stat().st_size))
        answer = _read(path, *words[1:2])
    except WorkbookRefused as refusal:
        answer = {"code": refusal.code, "message": refusal.message}
    except (OSError, MemoryError):
        answer = {"code": "file-unreadable", "message": "文件打不开或过大；请关闭 Excel 或 WPS 后重试。"}
    except calamine.CalamineError:
        answer = {"code": damaged().code, "message": damaged().message}
    json.dump(answer, sys.stdout)
    return 0


def _read(path: Path, wanted: str | None = None) -> dict[str, object]:
    with opened(path) as package:
        name = next((sheet.name for sheet in package.sheets if _is_it(sheet, wanted)), None)
        if name is None:
            raise WorkbookRefused("no-workbook", "文件里没有工作表，请用模板重新填写。")
        sheet = calamine.load_workbook(package.source(path)).get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    return {"sheet": name, "rows": [[_text(value) for value in row] for row in rows]}


def _is_it(sheet: SheetPart, wanted: str | None) -> bool:
    return sheet.visible and sheet.has_cells and wanted in (None, sheet.name)


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{LOST}{value:.0f}" if abs(value) >= _EXACT else f"{value:.15g}"
    return str(value).strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
