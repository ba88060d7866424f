"""Choosing among the sheets of a workbook, and reading the one chosen by the quickest means that read it right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from forms.codelists import folded
from forms.definition import Edition
from forms.errors import WorkbookRefused
from forms.workbook.canonical import CanonicalReader, NotCanonical
from forms.workbook.header import SEARCHED_ROWS, Header, find_header
from forms.workbook.native import NativeReader
from forms.workbook.package import Package, SheetPart
from forms.workbook.parsing import identities
from forms.workbook.runs import Reader, Run, head

META_SHEET = "_meta"
FILL_SHEET = "填报"
OTHER_SHEETS = frozenset((META_SHEET, "代码表", "说明"))
_META_ROWS = 30
_HEADER_ROWS = 4  # a template's three and the first of data


class OpenSheet:
    """A sheet of a workbook, read canonically as far as that goes and natively from there on."""

    def __init__(self, path: Path, package: Package, sheet: SheetPart) -> None:
        """Look at the first rows."""
        self.name = sheet.name
        self._path, self._package, self._sheet = path, package, sheet
        try:
            self._reader: Reader = CanonicalReader(package, sheet)
            self.head = head(self._reader, SEARCHED_ROWS + _HEADER_ROWS)
        except NotCanonical:
            self._reader = NativeReader(path, package, sheet)
            self.head = head(self._reader, SEARCHED_ROWS + _HEADER_ROWS)

    @property
    def last_row(self) -> int:
        """Give the last row the sheet says it has, 0 where it does not say."""
        return self._reader.last_row

    def runs(self, first_row: int) -> Iterator[Run]:
        """Give the rows from a 1-based row on."""
        try:
            yield from self._reader.runs(first_row)
        except NotCanonical as change:
            self._reader = NativeReader(self._path, self._package, self._sheet)
            yield from self._reader.runs(change.row)


def choose(path: Path, package: Package, edition: Edition, wanted: str | None) -> tuple[OpenSheet, Header]:
    """Find the sheet to read: the one asked for, else one of the form's name, else the one that names most fields.

    Raises:
        WorkbookRefused: none has a header of the form, or its header lacks the key.
    """
    _check_template(path, package, edition)
    best: tuple[OpenSheet, Header] | None = None
    for part, certain in _sheet_order(package, edition, wanted):
        sheet = OpenSheet(path, package, part)
        header = find_header(sheet.head, edition)
        if header is not None and (best is None or len(header.columns) > len(best[1].columns)):
            best = (sheet, header)
            if certain:
                break
    if best is None:
        raise WorkbookRefused(
            "no-header",
            f"前{SEARCHED_ROWS}行里没有找到“{edition.short}”的表头；请保留列名一行，或从导出的模板填起。",
        )
    sheet, header = best
    if not any(all(name in header.columns for name in group) for group in identities(edition)):
        label = edition.by_id[edition.key[0]].label
        raise WorkbookRefused(
            "no-key-column", f"工作表“{sheet.name}”里没有“{label}”一列，无法辨认每一行；请补上后再导入。"
        )
    return best


def _sheet_order(package: Package, edition: Edition, wanted: str | None) -> list[tuple[SheetPart, bool]]:
    """List the sheets to try, each with whether its name alone settles the choice."""
    usable = [sheet for sheet in package.sheets if sheet.has_cells and sheet.name not in OTHER_SHEETS]
    if wanted is not None:
        found = next((sheet for sheet in usable if folded(sheet.name) == folded(wanted)), None)
        if found is None:
            names = "、".join(f"“{sheet.name}”" for sheet in usable[:10])
            raise WorkbookRefused("no-sheet", f"工作簿里没有工作表“{wanted}”，现有：{names or '无'}。")
        return [(found, True)]
    if not usable:
        raise WorkbookRefused("workbook-empty", "工作簿里没有可导入的工作表。")
    ours = {folded(text) for text in (FILL_SHEET, edition.short, edition.title, edition.form)}
    named = [(sheet, True) for sheet in usable if folded(sheet.name) in ours]
    return [*named, *((sheet, False) for sheet in usable if sheet.visible and folded(sheet.name) not in ours)]


def _check_template(path: Path, package: Package, edition: Edition) -> None:
    """Refuse the template of another form; anything else may be read."""
    meta = next((sheet for sheet in package.sheets if sheet.name == META_SHEET and sheet.has_cells), None)
    if meta is None:
        return
    rows = OpenSheet(path, package, meta).head[:_META_ROWS]
    form = next((str(row[1]) for row in rows if len(row) > 1 and row[0] == "form"), edition.form)
    if form != edition.form:
        raise WorkbookRefused(
            "wrong-template", f"这是报表 {form} 的模板，不能导入“{edition.short}”；请到对应的台账中导入。"
        )
