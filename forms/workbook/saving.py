"""Writing a workbook to disk whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import uuid
from typing import TYPE_CHECKING, Any, Final

from forms import disk
from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook

_A4: Final = 9  # as OOXML numbers paper


def save_workbook(workbook: Workbook, path: Path) -> None:
    """Save beside the target first, then replace it.

    Raises:
        InputRefused: the name is no workbook's, the folder cannot be written, or the file is open in another program.
    """
    with placing(path) as unfinished:
        packed = io.BytesIO()  # a ZIP file that fails half way complains once more when it is collected
        workbook.save(packed)
        unfinished.write_bytes(packed.getbuffer())


@contextlib.contextmanager
def placing(path: Path, suffix: str = ".xlsx") -> Iterator[Path]:
    """Give a name beside the target to write to; at the end it takes the target's place, after a failure it is gone.

    The target's name must end with `suffix`.

    Raises:
        InputRefused: as `save_workbook`.
    """
    if path.suffix.lower() != suffix:
        # A slip of the hand must never put a workbook in the place of a Book.
        raise InputRefused(f"not-{suffix[1:]}", f"“{path.name}”不是 {suffix} 文件名，请换成以 {suffix} 结尾的文件名。")
    unfinished = path.with_name(f".{path.stem}-{uuid.uuid4().hex[:8]}.tmp")
    try:
        with refusing(path):
            yield unfinished
            os.replace(unfinished, path)  # noqa: PTH105 - one word for both systems
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextlib.contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Say what the system has against writing a workbook.

    Raises:
        InputRefused: the disk is full, the folder cannot be written, or the file is open in another program.
    """
    try:
        yield
    except OSError as error:
        why = "文件可能正在 Excel 或 WPS 中打开，或文件夹只读；请关闭后重试或换个位置"
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            why = f"{disk.reason_of(error)}；请清理磁盘或换个位置后重试"
        raise InputRefused("not-written", f"无法写入“{path.name}”，{why}。") from error


def landscape(sheet: Any, repeated: str = "1:1", across: int = 1) -> None:  # noqa: ANN401  no named type
    """Let a sheet print on A4 landscape, so many pages `across`, with the rows `repeated` on each of them."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth = 0, across
    sheet.page_setup.fitToPage = True
    if repeated:
        sheet.print_title_rows = repeated
