"""The file given back: a copy of the user's own workbook with what was found at each cell, after an import.

    annotate(book, result, path, out)      fills and comments on the cells, a first sheet 审核结果 with links to them

Not a value, formula, format or part of hers changes. The copy is made in a child process, which reads untrusted bytes
and writes none (`forms.children.annotating`); what it streams is put into place here once it is whole.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from forms.children.child import Child, Work
from forms.children.endings import Ending, Endings, Failed, Refused
from forms.children.limits import limits_for
from forms.errors import InputRefused
from forms.findings import ERROR, INFO, WARNING
from forms.workbook.annotated_styles import REFUSED
from forms.workbook.chosen import ENDINGS, size_of
from forms.workbook.frames import AnnotationRequest, Passed, Piece, Remark, Written
from forms.workbook.saving import refusing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition
    from forms.findings import Finding
    from forms.workbook.importing import ImportResult

_TOO_LARGE: Final = "工作簿过大，无法标注；请只保留要导入的工作表，另存后再导入。"
_ENDINGS: Final = Endings(
    ENDINGS.refusal,
    {
        **ENDINGS.told,
        Ending.TOO_LARGE: ("workbook-too-large", _TOO_LARGE),
        Ending.CANCELLED: ("cancelled", "已取消标注，没有写文件。"),
    },
)
_ANNOTATING: Final[Work[Passed | Piece | Written]] = Work(
    "annotating", msgspec.msgpack.Decoder(Passed | Piece | Written | Refused | Failed), _ENDINGS
)
SUFFIXES: Final = (".xlsx", ".xlsm")
_ORDER: Final = {ERROR: 0, REFUSED: 1, WARNING: 2, INFO: 3}


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy: where it is, how many remarks are on its sheet of results, how many cells are marked.

    `silent` cells have their fill, but no comment of ours: a conversation of the user's stands there, or there were too
    many.
    """

    path: Path
    remarks: int
    marked: int
    silent: int

    def sentence(self) -> str:
        """Say what was made."""
        told = f"已把 {self.remarks} 个问题标在 {self.marked} 个单元格上，另存为：{self.path.name}；原文件没有改动。"
        return f"{told}其中 {self.silent} 格只标了颜色，说明见工作表“审核结果”。" if self.silent else told


def suggested_name(path: Path) -> str:
    """Give the name a copy is offered under."""
    return f"{path.stem}-审核结果{path.suffix if path.suffix.lower() in SUFFIXES else SUFFIXES[0]}"


def annotate(
    book: Book,
    result: ImportResult,
    path: Path,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Annotated:
    """Write a copy of the workbook `path`, of which `result` tells the import, to `out`.

    `progress` hears (rows of the sheet so far, its last row of data). Cancelled, nothing is left.

    Raises:
        WorkbookRefused: the file can no longer be read, or nothing can be put into it as it is written.
        InputRefused: the file changed since it was imported, the target is no name for it or cannot be written.
    """
    refuse_target(path, out)
    edition = book.catalogue.edition(_form_of(book, result))
    remarks = _remarks(book, edition, result)
    counted = (
        f"工作表“{result.sheet}”：读到 {result.rows_read} 行，导入 {result.rows_accepted} 行，"
        f"未导入 {result.rows_refused} 行；共 {len(remarks)} 个问题。"
    )
    request = AnnotationRequest(str(path.resolve()), result.sheet, remarks, counted)
    size = size_of(path)
    _refuse_other_file(book, result, path)
    with Child(_ANNOTATING, limits_for(size), cancelled) as child:
        child.ask(request)
        done = _write(child, out, _heard(progress, _last_row(book, edition, result)))
    return Annotated(out, len(remarks), done.marked, done.silent)


def refuse_target(path: Path, out: Path) -> None:
    """Refuse a target that is the user's own file, or that Excel would not open for its name.

    Raises:
        InputRefused: it is.
    """
    suffix = path.suffix.lower() if path.suffix.lower() in SUFFIXES else SUFFIXES[0]
    if out.suffix.lower() != suffix:
        why = "，才能保留其中的宏" if suffix == SUFFIXES[1] else ""
        raise InputRefused(f"not{suffix.replace('.', '-')}", f"请换成以 {suffix} 结尾的文件名{why}：“{out.name}”。")
    if out.resolve() == path.resolve() or (out.exists() and path.exists() and out.samefile(path)):
        raise InputRefused("same-file", f"“{out.name}”就是导入的原文件；标注要另存一份，请换一个文件名。")


def _form_of(book: Book, result: ImportResult) -> str:
    found = book.db.execute("SELECT form FROM imports WHERE id = ?", (result.import_id,)).fetchone()
    if found is None:
        raise InputRefused("no-import", "账套里没有这次导入的记录；请导入以后再标注。")
    return str(found[0])


def _refuse_other_file(book: Book, result: ImportResult, path: Path) -> None:
    (expected,) = book.db.execute("SELECT sha256 FROM imports WHERE id = ?", (result.import_id,)).fetchone()
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ENDINGS.refused(Ending.UNREADABLE) from error
    if found != expected:
        raise InputRefused("file-changed", f"“{path.name}”在导入以后改动过；请重新导入后再标注。")


def _remarks(book: Book, edition: Edition, result: ImportResult) -> list[Remark]:
    """Give what is said, the gravest first, then row by row; a refused row is told at the cell of its key."""
    told = sorted(_of_findings(book, edition, result), key=lambda one: (_ORDER[one[1].severity], one[0]))
    first = _first_column(edition, result)
    refused = [(row.row, _refused(f"{first}{row.row}", row.reason)) for row in result.refused]
    errors = sum(1 for _, one in told if one.severity == ERROR)
    return [one for _, one in (*told[:errors], *refused, *told[errors:])]


def _of_findings(book: Book, edition: Edition, result: ImportResult) -> Iterable[tuple[int, Remark]]:
    rows, first = None, _first_column(edition, result)
    for one in result.findings:
        label = edition.by_id[one.field].label if one.field in edition.by_id else ""
        cell = one.cell if one.cell and one.sheet == result.sheet else ""
        link, place, number = cell, "", int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) if cell else 0
        if not cell:
            rows = _rows_of(book, edition, result) if rows is None else rows
            number = rows.get(one.uid or "", 0)
            link, place = f"{first}{number}" if number else "", _place(one, number)
        message = _in_file(one, edition, number)
        yield number, Remark(one.severity, one.rule, cell, link, place, one.key or "", label, message)


def _refused(cell: str, reason: str) -> Remark:
    return Remark(REFUSED, "", cell, cell, "", "", "", reason)


def _first_column(edition: Edition, result: ImportResult) -> str:
    """Give the column that names a row."""
    return next((result.columns[name] for name in edition.key if name in result.columns), "A")


def _in_file(finding: Finding, edition: Edition, number: int) -> str:
    """Give the sentence with the row's number in the file: in the Book the row may have another."""
    said = f"{edition.short}第{finding.row}行"
    if number and finding.row is not None and finding.message.startswith(said):
        return f"第{number}行{finding.message.removeprefix(said)}"
    return finding.message


def _place(finding: Finding, number: int) -> str:
    if not number:
        return "不在本表"
    return (
        f"第{number}行（在账套里改过）" if finding.field is None or finding.value else f"第{number}行（本表没有该列）"
    )


def _rows_of(book: Book, edition: Edition, result: ImportResult) -> dict[str, int]:
    query = f"SELECT uid, import_row FROM {edition.table} WHERE import_id = ?"
    return {row[0]: int(row[1] or 0) for row in book.db.execute(query, (result.import_id,))}


def _last_row(book: Book, edition: Edition, result: ImportResult) -> int:
    """Give the last row of the sheet the import met."""
    query = f"SELECT coalesce(max(import_row), 0) FROM {edition.table} WHERE import_id = ?"
    (kept,) = book.db.execute(query, (result.import_id,)).fetchone()
    return max([int(kept), *(row.row for row in result.refused)])


def _heard(progress: Callable[[int, int], None] | None, last: int) -> Callable[[int], None]:
    """Tell how far the rows are; below the last of data stand totals and notes, or nothing at all."""

    def hear(row: int) -> None:
        if progress is not None and last:
            progress(min(row, last), last)

    return hear


def _write(child: Child[Passed | Piece | Written], out: Path, passed: Callable[[int], None]) -> Written:
    """Write what the child streams beside the target, then put it there."""
    unfinished = out.with_name(f".{out.stem}-{uuid.uuid4().hex[:8]}.tmp")
    try:
        with refusing(out), unfinished.open("wb") as file:
            while not isinstance(frame := child.take(), Written):
                if isinstance(frame, Passed):
                    passed(frame.row)
                else:
                    file.write(frame.data)
        with refusing(out):
            os.replace(unfinished, out)  # noqa: PTH105 - one word for both systems
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return frame
