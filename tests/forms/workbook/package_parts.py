"""Looking into workbooks part by part: what is in them, what two of them differ in, and all but the marks made even."""

from __future__ import annotations

import copy
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable
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


def tokens(xml: bytes) -> list[bytes]:
    """Give tags and the text between them as they stand, byte for byte."""
    return re.findall(rb"<[^>]*>|[^<]+", xml)


def without(tag: bytes, *names: bytes) -> bytes:
    """Give a tag without some of its attributes."""
    for name in names:
        tag = re.sub(rb"\s+" + name + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag)
    return tag


def attribute_of(tag: bytes, name: bytes) -> bytes:
    found = re.search(rb"\s" + name + rb"\s*=\s*[\"']([^\"']*)", tag)
    return found[1] if found else b""


def added_to(old: bytes, new: bytes, same: Callable[[bytes, bytes], bool]) -> list[bytes]:
    """Hold that every tag and text of `old` stands in `new`, in order, or what is the `same`; give what came in."""
    before, came = tokens(old), []
    for token in tokens(new):
        if before and (token == before[0] or same(before[0], token)):
            before.pop(0)
        else:
            came.append(token)
    assert not before, before[:3]
    return came


def check_sheet_bytes(old: bytes, new: bytes, marked: set[str]) -> None:
    """Hold that a sheet differs in the styles of marked cells, in new empty ones, and in the drawing's name alone."""
    known = {attribute_of(one, b"r").decode() for one in tokens(old) if re.match(rb"<c[\s>/]", one)}

    def same(one: bytes, other: bytes) -> bool:
        if re.match(rb"<c\s", one):
            return attribute_of(one, b"r").decode() in marked and without(one, b"s") == without(other, b"s")
        return one.startswith(b"<row") and without(one, b"spans") == without(other, b"spans")

    came = added_to(old, new, same)
    cells = [one for one in came if one.startswith(b"<c ")]
    assert all(re.fullmatch(rb'<c r="[A-Z]+[0-9]+" s="[0-9]+"/>', one) for one in cells)
    assert {attribute_of(one, b"r").decode() for one in cells} == marked - known
    rest = [one for one in came if one not in cells]
    rows = [one for one in rest if re.fullmatch(rb'<row r="[0-9]+">|</row>', one)]
    assert len(rows) % 2 == 0
    drawings = [one for one in rest if one not in rows]
    assert len(drawings) <= 1
    assert all(one.startswith(b"<legacyDrawing ") for one in drawings)


def check_workbook_bytes(old: bytes, new: bytes) -> None:
    """Hold that a workbook has one sheet more, in front, a hidden name, and counts its sheets one further."""

    def same(one: bytes, other: bytes) -> bool:
        if re.fullmatch(rb"<definedNames\s*/>", one):
            return other == b"<definedNames>"
        counted = (b"localSheetId",) if one.startswith(b"<definedName") else (b"activeTab", b"firstSheet")
        if not one.startswith((b"<definedName ", b"<workbookView")):
            return False
        if without(one, *counted) != without(other, *counted):
            return False
        pairs = [(attribute_of(one, name), attribute_of(other, name)) for name in counted]
        return all((not was and not now) or int(now) == int(was or b"0") + 1 for was, now in pairs)

    came = added_to(old, new, same)
    ours = (b"<sheet ", b"<definedNames>", b"</definedNames>", b"<definedName ", b"</definedName>", b"<bookViews>")
    tags = [one for one in came if one.startswith(b"<")]
    assert all(one.startswith((*ours, b"<workbookView", b"</bookViews>")) for one in tags), tags
    assert sum(one.startswith(b"<sheet ") for one in tags) == 1
    assert sum(one.startswith(b"<definedName ") for one in tags) <= 1


def check_listed(old: bytes, new: bytes) -> list[bytes]:
    """Hold that what lists parts lists them as before; give what it lists beside."""
    came = added_to(old, new, lambda _one, _other: False)
    assert all(one.startswith((b"<Override ", b"<Default ", b"<Relationship ")) for one in came), came
    return came
