"""Looking into workbooks part by part: what is in them, what two of them differ in, and all but the marks made even."""

from __future__ import annotations

import copy
import posixpath
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path

CELL, ROW = "c", "row"


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def tree_of(xml: bytes) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 - made by the test


def name_of(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def canonical(element: ET.Element) -> str:
    return ET.canonicalize(ET.tostring(element))


def sheet_part(parts: dict[str, bytes], title: str) -> str:
    rels = {item.get("Id"): item.get("Target", "") for item in tree_of(parts["xl/_rels/workbook.xml.rels"])}
    sheets = (one for one in tree_of(parts["xl/workbook.xml"]).iter() if name_of(one) == "sheet")
    sheet = next(one for one in sheets if one.get("name") == title)
    target = rels[next(value for key, value in sheet.attrib.items() if key.endswith("}id"))]
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def cells_of(sheet: ET.Element) -> dict[str, ET.Element]:
    return {cell.get("r", ""): cell for cell in sheet.iter() if name_of(cell) == CELL}


def without_marks(old: bytes, new: bytes, marked: set[str]) -> tuple[str, str]:
    """Give both sheets, the new one without what a mark may change: a style, an empty cell, the drawing's name."""
    before, after = tree_of(old), tree_of(new)
    known = cells_of(before)
    rows = {row.get("r"): row for row in before.iter() if name_of(row) == ROW}
    for row in [one for one in after.iter() if name_of(one) == ROW]:
        for cell in list(row):
            place = cell.get("r", "")
            if place in known and place in marked:
                cell.attrib.pop("s", None)
                cell.attrib |= {"s": known[place].get("s")} if known[place].get("s") is not None else {}
            elif place not in known:
                assert place in marked, place
                assert not len(cell), place
                row.remove(cell)
        if row.get("spans") and rows.get(row.get("r")) is not None:
            row.set("spans", rows[row.get("r")].get("spans", ""))
    if not any(name_of(one) == "legacyDrawing" for one in before):
        for one in [one for one in after if name_of(one) == "legacyDrawing"]:
            after.remove(one)
    for data in [one for one in after if name_of(one) == "sheetData"]:
        for row in [row for row in data if row.get("r") not in rows and not len(row)]:
            data.remove(row)
    return canonical(before), canonical(after)


def check_styles(old: bytes, new: bytes) -> None:
    """Hold that styles only grew: what was there is there under its number, and counted rightly."""
    before, after = tree_of(old), tree_of(new)
    assert [name_of(one) for one in before] == [name_of(one) for one in after]
    for one, other in zip(before, after, strict=True):
        if name_of(one) not in ("fonts", "fills", "cellXfs"):
            assert canonical(one) == canonical(other)
            continue
        assert [canonical(item) for item in one] == [canonical(item) for item in other][: len(one)]
        assert other.get("count") in (None, str(len(other)))


def style_without_fill(styles: bytes, number: int) -> str:
    xfs = next(one for one in tree_of(styles) if name_of(one) == "cellXfs")
    xf = copy.deepcopy(xfs[number])
    for name in ("fillId", "applyFill"):
        xf.attrib.pop(name, None)
    return canonical(xf)


def fill_of(styles: bytes, number: int) -> str | None:
    root = tree_of(styles)
    xfs, fills = (next(one for one in root if name_of(one) == name) for name in ("cellXfs", "fills"))
    fill = fills[int(xfs[number].get("fillId", "0"))]
    return next((one.get("rgb") for one in fill.iter() if name_of(one) == "fgColor"), None)
