"""A look at the package before any reader opens it: is it a workbook, is it a bomb, which cells have no value to trust.

Runs in the child only. Every part is inflated once and thrown away; what is kept are the addresses of error cells
(`#REF!`) and of formulas that were never calculated, because the reader reports both as empty.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from forms.errors import WorkbookRefused
from forms.workbook.addresses import column_index

if TYPE_CHECKING:
    from pathlib import Path

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MAX_PARTS = 10_000
_MAX_BYTES = 6 * 1024**3
_RATIO_FROM, _MAX_RATIO = 64 * 1024**2, 200
_BLOCK = 1 << 16  # stays in the processor's cache
_SMALL_PART = 1 << 24
_LONGEST_CELL = 1 << 15
_MARKS = (b't="e"', b"</f>", b"<f ")
_MAX_FAULTS = 200_000
_ENCRYPTED_FLAG = 0x1

Faults = dict[int, dict[int, str]]

_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"'
_ERROR_CELL = re.compile(_CELL + rb'[^>]*\bt="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>')
_UNCALCULATED = re.compile(_CELL + rb"[^>]*><f[^>]*?(?:/>|>([^<]*)</f>)(?:<v ?/>|<v></v>)?</c>")


@dataclass(slots=True)
class Inspection:
    """What the look found: bytes unpacked, and per worksheet part what stands in its faulty cells.

    Faults are {row: {column: text}}, both 0-based.
    """

    unpacked: int = 0
    faults: dict[str, Faults] = field(default_factory=dict)


def inspect(path: Path) -> tuple[Inspection, dict[str, str]]:
    """Look through the package; give the findings and each sheet's part by the sheet's name.

    Raises:
        WorkbookRefused: no workbook, an old or encrypted one, damaged, or built to exhaust the reader.
    """
    _refuse_other_files(path)
    try:
        with zipfile.ZipFile(path) as package:
            _refuse_odd_package(package)
            sheets = _sheet_parts(package)
            inspection = Inspection()
            packed = max(path.stat().st_size, 1)
            for info in package.infolist():
                _inflate(package, info, inspection, packed)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, KeyError) as problem:
        raise _damaged() from problem
    except (zlib.error, ET.ParseError) as problem:
        raise _damaged() from problem
    return inspection, sheets


def _damaged() -> WorkbookRefused:
    return WorkbookRefused(
        "workbook-damaged", "文件已损坏，无法读取；请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。"
    )


def _refuse_other_files(path: Path) -> None:
    size = path.stat().st_size
    if size == 0:
        raise WorkbookRefused("workbook-empty", "文件是空的（0 字节），请选择填写好的 .xlsx 工作簿。")
    with path.open("rb") as file:
        start = file.read(8)
        if start == _OLE:
            if _ENCRYPTED_PACKAGE in start + file.read():
                raise WorkbookRefused(
                    "workbook-encrypted", "工作簿设有打开密码，无法读取；请在 Excel 或 WPS 中取消密码后再导入。"
                )
            raise WorkbookRefused("workbook-old", "这是旧版 .xls 工作簿；请在 Excel 或 WPS 中另存为 .xlsx 后再导入。")
    if not start.startswith(b"PK") or not zipfile.is_zipfile(path):
        raise WorkbookRefused("no-workbook", "这不是 Excel 工作簿；请选择 .xlsx 文件。")


def _refuse_odd_package(package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    names = {info.filename for info in infos}
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise WorkbookRefused("workbook-encrypted", "工作簿已加密，无法读取；请在 Excel 或 WPS 中取消密码后再导入。")
    if "xl/workbook.xml" not in names:
        raise WorkbookRefused("no-workbook", "文件里没有 Excel 工作表；请在 Excel 或 WPS 中另存为 .xlsx 后再导入。")
    declared = sum(info.file_size for info in infos)
    if len(infos) > _MAX_PARTS or declared > _MAX_BYTES:
        raise _too_large()


def _too_large() -> WorkbookRefused:
    return WorkbookRefused("workbook-too-large", "工作簿展开后过大，无法读取；请只保留要导入的工作表，另存后再导入。")


def _inflate(package: zipfile.ZipFile, info: zipfile.ZipInfo, inspection: Inspection, packed: int) -> None:
    is_xml = info.filename.endswith((".xml", ".rels"))
    is_sheet = info.filename.startswith("xl/worksheets/")
    allowed = min(max(_RATIO_FROM, packed * _MAX_RATIO), _MAX_BYTES)
    before = b""
    with package.open(info) as part:
        while block := part.read(_BLOCK):
            inspection.unpacked += len(block)
            if inspection.unpacked > allowed:
                raise _too_large()
            if not before and is_xml:
                _refuse_doctype(block)
            if is_sheet and _may_have_faults(before[-8:] + block[:8], block):
                _note_faults(before[-_LONGEST_CELL:] + block, inspection.faults.setdefault(info.filename, {}))
            before = block


def _may_have_faults(seam: bytes, block: bytes) -> bool:
    # Plain cells hold neither letter, and one letter is found ten times as fast as a longer mark.
    whole = block if b"f" in block or b"e" in block else b""
    return any(mark in whole or mark in seam for mark in _MARKS)


def _refuse_doctype(xml: bytes) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise WorkbookRefused("workbook-unsafe", "工作簿内含不允许的外部定义，已拒绝读取；请另存为 .xlsx 后再导入。")


def _note_faults(xml: bytes, faults: Faults) -> None:
    """Note the faulty cells of a piece of a sheet; a cell met twice, where pieces overlap, is noted once."""
    _keep(_ERROR_CELL, xml, faults, "")
    _keep(_UNCALCULATED, xml, faults, "=")


def _keep(pattern: re.Pattern[bytes], xml: bytes, faults: Faults, prefix: str) -> None:
    for found in pattern.finditer(xml):
        if len(faults) >= _MAX_FAULTS:
            return
        letters, row, text = found.groups()
        shown = prefix + (text or b"").decode("utf-8", "replace")
        faults.setdefault(int(row) - 1, {})[column_index(letters.decode("ascii"))] = shown


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    relations = ET.fromstring(_small(package, "xl/_rels/workbook.xml.rels"))  # noqa: S314 - DTDs are refused
    targets = {item.get("Id", ""): item.get("Target", "") for item in relations}
    workbook = ET.fromstring(_small(package, "xl/workbook.xml"))  # noqa: S314 - DTDs are refused
    parts: dict[str, str] = {}
    for item in workbook.iter():
        if item.tag.endswith("}sheet"):
            identity = item.get(_RELATIONSHIP) or next((v for k, v in item.attrib.items() if k.endswith("}id")), "")
            target = targets.get(identity, "")
            parts[item.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return parts


def _small(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        xml = part.read(_SMALL_PART)
    _refuse_doctype(xml)
    return xml
