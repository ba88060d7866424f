"""Choosing among the sheets of a workbook, and reading the one chosen by the quickest means that read it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from forms.codelists import folded
from forms.definition import Edition
from forms.errors import WorkbookRefused
from forms.quoting import quoted
from forms.workbook.canonical import CanonicalReader, NotCanonical
from forms.workbook.header import HEADER_ROWS, Header, find_header
from forms.workbook.mapping import NO_GUIDE, SEARCHED_ROWS, Guide
from forms.workbook.native import NativeReader
from forms.workbook.odd_rows import identities, is_blank
from forms.workbook.package import Package, SheetPart
from forms.workbook.runs import Reader, Run, head

META_SHEET = "_meta"
FILL_SHEET = "填报"
OTHER_SHEETS = frozenset((META_SHEET, "代码表", "说明"))
_META_ROWS = 30
_ALIKE = 0.8  # of the columns the same
_TITLE_CELLS = 3


class OpenSheet:
    """A sheet of a workbook, read canonically as far as that goes and natively from there on."""

    def __init__(self, path: Path, package: Package, sheet: SheetPart, *, glance: bool = False) -> None:
        """Look at the first rows; at a glance only where that costs no loading of the sheet.

        Raises:
            NotCanonical: a glance is not enough.
        """
        self.name, self.part = sheet.name, sheet
        self._path, self._package = path, package
        try:
            self._reader: Reader = CanonicalReader(package, sheet)
            self.head = head(self._reader, SEARCHED_ROWS + HEADER_ROWS + 1)
        except NotCanonical:
            if glance:
                raise
            self._reader = NativeReader(path, package, sheet)
            self.head = head(self._reader, SEARCHED_ROWS + HEADER_ROWS + 1)

    @property
    def last_row(self) -> int:
        """Give the last row the sheet says it has, 0 where it does not say."""
        return self._reader.last_row or self._package.last_rows.get(self.part.part, 0)

    def runs(self, first_row: int) -> Iterator[Run]:
        """Give the rows from a 1-based row on."""
        try:
            yield from self._reader.runs(first_row)
        except NotCanonical as change:
            self._reader = NativeReader(self._path, self._package, self.part)
            yield from self._reader.runs(change.row)


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheet to read and its header; names of those with rows under like columns, of hidden ones left aside."""

    sheet: OpenSheet
    header: Header
    is_hidden: bool = False
    alike: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def headings(self) -> list[list[object]]:
        """Give the rows that may be printed again on every page: the header's, and titles above it."""
        above, header = self.sheet.head[: self.header.row], self.sheet.head[self.header.row : self.header.data_row]
        return [row for row in above if sum(not is_blank(cell) for cell in row) <= _TITLE_CELLS] + header


@dataclass(frozen=True, slots=True)
class _Candidate:
    part: SheetPart
    header: Header
    head: list[list[object]]
    named: bool

    @property
    def has_rows(self) -> bool:
        """Tell whether anything stands below the header, as far as was looked."""
        columns = self.header.columns.values()
        rows = self.head[self.header.data_row :]
        return any(column < len(row) and not is_blank(row[column]) for row in rows for column in columns)

    @property
    def rank(self) -> tuple[bool, bool, int]:
        return self.has_rows, self.named, len(self.header.columns)

    def is_like(self, other: _Candidate) -> bool:
        mine, others = self.header.columns.keys(), other.header.columns.keys()
        return len(mine & others) >= _ALIKE * max(len(mine), len(others))


def choose(path: Path, package: Package, edition: Edition, wanted: str | None, guide: Guide = NO_GUIDE) -> Choice:
    """Find the sheet to read: the one asked for, else one people see.

    Of those one with rows, then one of the form's name, then the one that names most fields, then the first. A hidden
    sheet is read only if it bears the form's name and no other can be.

    Raises:
        WorkbookRefused: none has a header of the form, or its header lacks the key.
    """
    _check_template(path, package, edition)
    if wanted is None and guide.given is not None:
        wanted = next((one.name for one in usable_sheets(package) if one.name == guide.given.sheet), None)
    found: list[_Candidate] = []
    keyless: list[_Candidate] = []
    passed: list[str] = []
    best: tuple[_Candidate, OpenSheet] | None = None  # the other sheets are let go: each may be large
    for part, named in _sheet_order(package, edition, wanted):
        if best is not None and not part.visible:
            passed.append(part.name)
            continue
        glance = any(one.named and one.has_rows for one in found)
        looked = _look(path, package, edition, part, guide, named=named, glance=glance)
        if looked is None:
            continue
        candidate = looked[0]
        if not _has_key(candidate.header, edition):
            keyless.append(candidate)
            continue
        found.append(candidate)
        if best is None or candidate.rank > best[0].rank:
            best = looked
    if best is None:
        raise _without_key(keyless, edition) if keyless else _without_header(edition, guide)
    chosen, sheet = best
    alike = tuple(one.part.name for one in found if one is not chosen and one.has_rows and one.is_like(chosen))
    return Choice(sheet, chosen.header, not chosen.part.visible and wanted is None, alike, tuple(passed))


def _look(
    path: Path, package: Package, edition: Edition, part: SheetPart, guide: Guide, *, named: bool, glance: bool
) -> tuple[_Candidate, OpenSheet] | None:
    """Look at a sheet; None where it has no header of the form, or where a glance does not tell."""
    if glance and part.part not in package.parts:
        return None
    try:
        sheet = OpenSheet(path, package, part, glance=glance)
    except NotCanonical:
        return None
    header = find_header(sheet.head, edition, guide)
    return None if header is None else (_Candidate(part, header, sheet.head, named), sheet)


def _has_key(header: Header, edition: Edition) -> bool:
    return any(all(name in header.columns for name in group) for group in identities(edition))


def _without_header(edition: Edition, guide: Guide) -> WorkbookRefused:
    if guide.given is not None:
        return WorkbookRefused(
            "mapping-unfit", "列对应关系里的列名在文件里一个也没有，请核对文件，或改用这种文件的列对应关系。"
        )
    return WorkbookRefused(
        "no-header",
        f"前{SEARCHED_ROWS}行里没有找到“{edition.short}”的表头；请保留列名一行，或从导出的模板填起。",
    )


def _without_key(keyless: list[_Candidate], edition: Edition) -> WorkbookRefused:
    best = max(keyless, key=lambda one: one.rank)
    missing = "或".join(f"“{edition.by_id[name].label}”" for group in identities(edition) for name in group)
    return WorkbookRefused(
        "no-key-column",
        f"工作表“{best.part.name}”第{best.header.row + 1}行的表头里没有{missing}一列，无法辨认每一行；"
        "请补上该列后再导入。",
    )


def usable_sheets(package: Package) -> list[SheetPart]:
    """List the sheets that may hold rows: not charts, not a template's own other sheets, not our own remarks."""
    others = OTHER_SHEETS | package.results
    return [sheet for sheet in package.sheets if sheet.has_cells and sheet.name not in others]


def _sheet_order(package: Package, edition: Edition, wanted: str | None) -> list[tuple[SheetPart, bool]]:
    """List the sheets to try, each with whether it bears the form's name: those people see first, the named first."""
    usable = usable_sheets(package)
    if wanted is not None:
        found = next((sheet for sheet in usable if folded(sheet.name) == folded(wanted)), None)
        if found is None:
            names = "、".join(f"“{sheet.name}”" for sheet in usable[:10])
            raise WorkbookRefused("no-sheet", f"工作簿里没有工作表“{quoted(wanted)}”，现有：{names or '无'}。")
        return [(found, True)]
    if not usable:
        raise WorkbookRefused("workbook-empty", "工作簿里没有可导入的工作表。")
    ours = {folded(text) for text in (FILL_SHEET, edition.short, edition.title, edition.form)}
    sheets = [(sheet, folded(sheet.name) in ours) for sheet in usable]
    return sorted((one for one in sheets if one[0].visible or one[1]), key=lambda one: (not one[0].visible, not one[1]))


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
