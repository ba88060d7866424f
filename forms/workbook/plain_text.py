"""Reading a table that is plain text (.csv, .txt): how it is written and what divides its cells are found in its bytes.

Every cell is a text, as it stands. What decodes as nothing we know, or whose quotes do not end, is refused: a guess
there would drop rows without a word.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from forms.errors import WorkbookRefused
from forms.workbook.package import BLOCK, no_workbook
from forms.workbook.translation import EXCEL_ERRORS, MOST_COLUMNS, ErrorCell, Translation

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NAMES: Final = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "gb18030": "GB18030（GBK）"}
_DIVIDERS: Final = {",": "逗号", "\t": "制表符", ";": "分号"}
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_END_OF_FILE: Final = "\x1a"  # DOS ended texts with it, and some programs still do
_LOOKED_AT: Final = 60  # records
_MOST_CHARACTERS: Final = 1 << 20  # of those records
_LONGEST_CELL: Final = 32_767
_SAID_DIVIDER: Final = re.compile(r"sep=([,;\t])\r?\n?", re.IGNORECASE)
_AS_TEXT: Final = re.compile(r'="([^"]*)"')
_WEB_PAGE: Final = re.compile(r"\s*(?:<\?xml|<!doctype html|<html|<table|<head|<meta|MIME-Version:)", re.IGNORECASE)
_OTHER_NAMES: Final = frozenset(("_meta", "代码表", "说明"))  # those of a template's sheets that hold no rows
_SHEET: Final = "数据"


def translate(path: Path) -> Translation:
    """Read a table whole; its sheet bears the file's name, as it would in Excel.

    Raises:
        WorkbookRefused: it is no text, no table, or a quote in it does not end.
    """
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as file:
        start = file.read(_MOST_CHARACTERS)
    if _WEB_PAGE.match(start):
        raise WorkbookRefused(
            "web-page",
            "这个文件是网页或 XML 格式的表，不是 Excel 工作簿；请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。",
        )
    said = _SAID_DIVIDER.match(start)
    divider = said[1] if said else _divider(start, is_whole=len(start) < _MOST_CHARACTERS)
    translation = Translation()
    name = path.stem if path.stem.strip() and path.stem not in _OTHER_NAMES else _SHEET
    with path.open(encoding=encoding, newline="") as file, translation.sheet(name) as pen:
        if said:
            file.readline()
        for number, cells in enumerate(_records(file, divider), 1):
            if len(cells) > MOST_COLUMNS:
                raise WorkbookRefused(
                    "workbook-too-large", f"第{number}行超过 {MOST_COLUMNS:,} 列，请检查分隔符后再导入。"
                )
            pen.row(number, ((column, _plain(cell), 0) for column, cell in enumerate(cells) if cell))
    written_as = _NAMES.get(encoding, "UTF-16")
    translation.told.append(
        f"文本文件按 {written_as} 编码、以{_DIVIDERS[divider]}分隔读入；如有乱码或错列，请另存为 .xlsx 再导入。"
    )
    return translation


def _plain(cell: str) -> str | ErrorCell:
    """Give a cell as Excel shows it: an error it wrote itself, `="0012"` by which a program keeps a text a text."""
    if cell in EXCEL_ERRORS:
        return ErrorCell(cell)
    found = _AS_TEXT.fullmatch(cell) if cell.startswith("=") else None
    return found[1] if found else cell.rstrip(_END_OF_FILE)


def _records(lines: Iterable[str], divider: str) -> Iterator[list[str]]:
    """Give the records; a line break may stand in quotes.

    Raises:
        WorkbookRefused: a quote does not end, or something stands behind it.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=divider, strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, 1):  # noqa: B007 - told where it goes wrong
            yield record
    except csv.Error as problem:
        if "field larger" in str(problem):
            raise WorkbookRefused(
                "cell-too-long",
                f"第{number + 1}行有一格超过 {_LONGEST_CELL:,} 个字；请检查该行的引号是否成对。",
            ) from problem
        raise WorkbookRefused(
            "quotes-unclear",
            f"第{number + 1}行的引号不成对，分不清各格；请改正，或在 Excel 中另存为 .xlsx 再导入。",
        ) from problem


def _divider(start: str, *, is_whole: bool) -> str:
    """Find what divides the cells: what cuts most of the first records into equally many.

    Raises:
        WorkbookRefused: nothing does.
    """
    scores = {divider: _score(start, divider, is_whole=is_whole) for divider in _DIVIDERS}
    best = max(scores, key=scores.__getitem__)
    if not scores[best][0]:
        raise WorkbookRefused(
            "no-divider", "看不出文件是用什么分隔各列的；请改用逗号、制表符或分号分隔，或另存为 .xlsx 后再导入。"
        )
    return best


def _score(start: str, divider: str, *, is_whole: bool) -> tuple[int, int]:
    """Give how many records have the usual number of cells, and that number; nothing where that is one cell."""
    widths: Counter[int] = Counter()
    try:
        for record in islice(_records(io.StringIO(start, newline=""), divider), _LOOKED_AT):
            widths[len(record)] += bool(record)
    except WorkbookRefused:
        if is_whole and not widths:
            return 0, 0  # what was read before still counts, as it does where the text was cut
    several = Counter({width: count for width, count in widths.items() if width > 1})
    if not several:
        return 0, 0
    width, count = max(several.items(), key=lambda one: (one[1] * min(one[0], 4), one[0]))
    return count * min(width, 4), width


def _encoding(path: Path) -> str:
    """Find how a text is written, trying the whole of it.

    Raises:
        WorkbookRefused: in no way we know.
    """
    with path.open("rb") as file:
        start = file.read(BLOCK)
    marked = next((encoding for mark, encoding in _MARKS if start.startswith(mark)), None)
    candidates = (marked,) if marked else ("utf-16-le", "utf-16-be") if b"\0" in start else ("utf-8", "gb18030")
    fit = [encoding for encoding in candidates if _reads(path, encoding)]
    if not fit:
        if b"\0" in start and not marked:
            raise no_workbook()
        raise WorkbookRefused(
            "encoding-unknown",
            "认不出文件的文字编码（不是 UTF-8、GB18030 或 UTF-16）；请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。",
        )
    return fit[0]


def _reads(path: Path, encoding: str) -> bool:
    """Tell whether a file decodes, to its end, to what can be a table's text."""
    ends = False
    try:
        with path.open(encoding=encoding, newline="") as file:
            while text := file.read(BLOCK):
                if _NO_TEXT.search(text.rstrip(_END_OF_FILE)):
                    return False
                ends = ends or "\n" in text or "\r" in text or "," in text or "\t" in text
    except UnicodeError:
        return False
    return ends or not encoding.startswith("utf-16-")
