"""The file a person chose: whether there is one to be read, and how it is told that it could not be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from forms.children.endings import Ending, Endings
from forms.errors import WorkbookRefused
from forms.workbook.suffixes import CHOOSE_ONE

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS: Final = Endings(
    WorkbookRefused,
    {
        Ending.MISSING: ("no-file", "找不到文件，请重新选择。"),
        Ending.UNREADABLE: ("file-unreadable", "文件打不开，可能正被其他程序占用；请关闭 Excel 或 WPS 后重试。"),
        Ending.TOO_LARGE: ("workbook-too-large", "工作簿过大，无法读取；请只保留要导入的工作表，另存后再导入。"),
        Ending.TOO_LONG: (
            "workbook-timeout",
            "读取工作簿用时过长，已停止；请只保留要导入的工作表，另存后再导入。",
        ),
        Ending.BROKEN: (
            "workbook-unreadable",
            "读取工作簿的进程意外结束，文件可能已损坏或过大；请在 Excel 或 WPS 中另存为 .xlsx 后再导入。",
        ),
        Ending.CANCELLED: ("cancelled", "已取消导入，账套没有任何改动。"),
    },
)


def size_of(path: Path) -> int:
    """Give a chosen file's size in bytes.

    Raises:
        WorkbookRefused: it is not there, or no file.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise WorkbookRefused("no-file", f"找不到文件“{path.name}”，请重新选择。") from error
    if not path.is_file():
        raise WorkbookRefused("no-workbook", f"“{path.name}”不是文件；{CHOOSE_ONE}")
    return size
