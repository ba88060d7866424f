"""An annotated copy of a workbook: which of its parts are written anew, and what comes into them.

The sheet's cells get fills, the comments and their drawing what is said of them, a sheet of results goes in front. Each
part that is not named here is copied as it lies in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from forms.errors import WorkbookRefused
from forms.quoting import quoted
from forms.workbook.addresses import column_index, column_letters
from forms.workbook.annotated_comments import Comments, Notes, clusters_of, drawing
from forms.workbook.annotated_package import Packed, written
from forms.workbook.annotated_parts import (
    COMMENTS_TYPE,
    DRAWING_TYPE,
    SHEET_TYPE,
    STYLES_TYPE,
    Relationships,
    free_part,
    free_title,
    main_space,
    office_space,
    with_result,
    with_types,
)
from forms.workbook.annotated_sheet import AnnotatedSheet, Marks
from forms.workbook.annotated_styles import COLOURS, Styles
from forms.workbook.frames import AnnotationRequest, Remark
from forms.workbook.merged_cells import Area, merged_areas, shown_cells
from forms.workbook.package import Package
from forms.workbook.result_sheet import WORDS, result_sheet

_WORKBOOK, _TYPES = "xl/workbook.xml", "[Content_Types].xml"
_CELL = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_GRAVEST: Final = {severity: at for at, severity in enumerate(COLOURS)}
Cells = dict[tuple[int, int], list[Remark]]
"""What is said of each cell, by row (from 1) and column (from 0)."""


class Annotation:
    """Makes the parts of one copy. `marked` cells bear a fill, `silent` ones of them no comment of ours."""

    def __init__(
        self, package: Package, request: AnnotationRequest, passed: Callable[[int], None] | None = None
    ) -> None:
        """Take a package and what is to be said in it; `passed` hears the row of the sheet that is done with.

        Raises:
            WorkbookRefused: it has no such sheet.
        """
        self._package, self._request, self._passed = package, request, passed
        sheet = next((one for one in package.sheets if one.name == request.sheet and one.has_cells), None)
        if sheet is None or sheet.part not in package.parts:
            raise WorkbookRefused("no-sheet", f"工作簿里没有工作表“{quoted(request.sheet)}”，请重新导入后再标注。")
        self._part = sheet.part
        self._workbook = package.whole(_WORKBOOK)
        self._main, self._office = main_space(self._workbook), office_space(self._workbook)
        self._parts: dict[str, Packed] = {}
        self._types: dict[str, str] = {}
        self._extensions: dict[str, str] = {}
        self.marked = self.silent = 0

    def pieces(self, path: Path) -> Iterator[bytes]:
        """Give the copy's bytes.

        Raises:
            WorkbookRefused: the workbook is damaged, or written so that nothing can be put in.
        """
        workbook_links = Relationships(self._package.whole(_rels(_WORKBOOK)), _WORKBOOK)
        named = self._package.styles
        xml = self._package.whole(named) if named in self._package.parts else None
        styles = Styles(b'<styleSheet xmlns="%s"/>' % self._main if xml is None else xml)
        self._write_cells(styles)
        finished, looks = styles.finished()
        if named is None or xml is None:
            named = free_part("xl/styles{}.xml", self._package.parts)
            workbook_links.add(f"{self._office}/styles", named)
            self._types[named] = STYLES_TYPE
        self._put(named, finished)
        self._write_result(workbook_links, looks)
        self._put(_rels(_WORKBOOK), workbook_links.xml)
        self._put(_TYPES, with_types(self._package.whole(_TYPES), self._types, self._extensions))
        yield from written(self._package.source(path), self._package.archive, self._parts)

    def _put(self, part: str, xml: bytes) -> None:
        self._parts[part] = Packed((xml,))

    def _write_cells(self, styles: Styles) -> None:
        """Write the sheet, its comments, their drawing and what refers to them."""
        package = self._package
        with package.stream(self._part) as stream:
            areas = merged_areas(stream)
        cells = _cells(self._request, areas)
        marks, notes = _marks(cells), _notes(cells)
        rels = _rels(self._part)
        links = Relationships(package.whole(rels) if rels in package.parts else None, self._part)
        taken = set(package.parts)
        there = links.target(kind="comments")
        comments_part = there if there in package.parts else None
        comments = Comments(package.whole(comments_part) if comments_part else None, self._main)
        comments_xml = comments.write(notes)
        wanted = bool(notes) or bool(comments.gone)
        drawing_part = free_part("xl/drawings/vmlDrawing{}.vml", taken)
        identity = ""
        element = b""
        if wanted:
            identity = links.free_identity()
            element = b'legacyDrawing xmlns:r="%s" r:id="%s"/>' % (self._office.encode(), identity.encode())
        sheet = AnnotatedSheet(marks, styles, element, self._passed)
        with package.stream(self._part) as stream:
            self._parts[self._part] = Packed(sheet.pieces(stream))
        self.marked = sum(map(len, marks.values()))
        self.silent = len(notes) - len(comments.said)
        if not wanted:
            return
        old = links.target(identity=sheet.legacy.decode()) if sheet.legacy is not None else None
        if old is None or old not in package.parts:
            links.add(f"{self._office}/vmlDrawing", drawing_part, identity)
        self._write_drawing(old if old in package.parts else None, drawing_part, comments)
        if comments_part is None:
            comments_part = free_part("xl/comments{}.xml", taken)
            links.add(f"{self._office}/comments", comments_part)
            self._types[comments_part] = COMMENTS_TYPE
        self._put(comments_part, comments_xml)
        self._put(rels, links.xml)

    def _write_drawing(self, old: str | None, new: str, comments: Comments) -> None:
        package = self._package
        others = (part for part in package.parts if part.lower().endswith(".vml") and part != old)
        clusters = set(chain.from_iterable(clusters_of(package.whole(part)) for part in others))
        xml = package.whole(old) if old else None
        self._put(old or new, drawing(xml, comments.added, comments.gone, clusters))
        self._extensions["vml"] = DRAWING_TYPE

    def _write_result(self, workbook_links: Relationships, looks: dict[str, int]) -> None:
        """Write the sheet of results; one that is there from before is written anew and stays where it is."""
        package, request = self._package, self._request
        pieces = result_sheet(request.remarks, request.sheet, request.counted, self._main, looks)
        before = next((one for one in package.sheets if one.name in package.results and one.has_cells), None)
        if before is not None and before.part in package.parts and before.part != self._part:
            self._parts[before.part] = Packed(pieces)
            return
        part = free_part("xl/worksheets/sheet{}.xml", package.parts)
        self._parts[part] = Packed(pieces)
        self._types[part] = SHEET_TYPE
        identity = workbook_links.add(f"{self._office}/worksheet", part)
        title = free_title([sheet.name for sheet in package.sheets])
        self._put(_WORKBOOK, with_result(self._workbook, title, identity, self._office))


def _cells(request: AnnotationRequest, areas: list[Area]) -> Cells:
    """Give what is said of each cell, the gravest first; of one that is merged with others, at the cell that shows."""
    said: Cells = {}
    places = [(found, one) for one in request.remarks if (found := _CELL.fullmatch(one.cell))]
    shown = shown_cells({(int(found[2]), column_index(found[1])) for found, _ in places}, areas)
    for found, remark in places:
        place = (int(found[2]), column_index(found[1]))
        said.setdefault(shown.get(place, place), []).append(remark)
    for remarks in said.values():
        remarks.sort(key=lambda one: _GRAVEST[one.severity])
    return said


def _marks(cells: Cells) -> Marks:
    marks: Marks = {}
    for (row, column), remarks in cells.items():
        marks.setdefault(row, {})[column] = remarks[0].severity
    return marks


def _notes(cells: Cells) -> Notes:
    """Give the comments; each thing that is said stands on its own line."""
    return {
        f"{column_letters(column)}{row}": "\n".join(
            f"{WORDS[one.severity]}{f' {one.rule}' if one.rule else ''}：{one.message}" for one in remarks
        )
        for (row, column), remarks in cells.items()
    }


def _rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"
