"""A workbook as a package of parts, looked at before anything in it is read: is it a workbook, is it a bomb.

Runs in the child only. What a part declares as its size is also all that is ever inflated of it.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from forms.errors import WorkbookRefused

BLOCK = 1 << 18  # larger blocks leave the processor's cache
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MAX_PARTS = 10_000
_MAX_BYTES = 6 * 1024**3
_RATIO_FROM, _MAX_RATIO = 64 * 1024**2, 200
_SMALL_PART, _MODERATE_PART = 1 << 24, 1 << 27
_ENCRYPTED_FLAG = 0x1
RESULT_NAME = "_zhibao_result"
"""The hidden name that points at the sheet our own remarks stand on, in a workbook that was given back."""
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook: its name, the part its cells stand in, whether people see it."""

    name: str
    part: str
    visible: bool

    @property
    def has_cells(self) -> bool:
        """Tell a sheet of cells from a chart or macro sheet."""
        return "worksheets/" in self.part


class Package:
    """An open package; parts are read as streams and never written anywhere."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Take an archive that passed `opened`'s checks and read which sheets it has."""
        self.archive = archive
        self.parts = frozenset(archive.namelist())
        relations = {
            item.get("Id", ""): (item.get("Type", "").rpartition("/")[2], _target(item.get("Target", "")))
            for item in self.tree("xl/_rels/workbook.xml.rels")
        }
        workbook = self.tree("xl/workbook.xml")
        self.shared_strings = next((part for kind, part in relations.values() if kind == "sharedStrings"), None)
        self.styles = next((part for kind, part in relations.values() if kind == "styles"), None)
        self.dates_from_1904 = any(
            item.get("date1904") in ("1", "true") for item in workbook.iter() if item.tag.endswith("}workbookPr")
        )
        self.results = frozenset(
            (item.text or "").rpartition("!")[0].removeprefix("'").removesuffix("'").replace("''", "'")
            for item in workbook.iter()
            if item.tag.endswith("}definedName") and item.get("name") == RESULT_NAME
        )
        self.sheets = [
            SheetPart(
                item.get("name", ""),
                relations.get(_identity(item), ("", ""))[1],
                item.get("state", "visible") == "visible",
            )
            for item in workbook.iter()
            if item.tag.endswith("}sheet")
        ]

    def tree(self, part: str) -> ET.Element:
        """Parse a small part."""
        with self.archive.open(part) as stream:
            xml = stream.read(_SMALL_PART)
        refuse_doctype(xml)
        return ET.fromstring(xml)  # noqa: S314 - document types are refused

    def whole(self, part: str) -> bytes:
        """Read a part of moderate size whole.

        Raises:
            WorkbookRefused: it is larger.
        """
        with self.archive.open(part) as stream:
            xml = stream.read(_MODERATE_PART + 1)
        if len(xml) > _MODERATE_PART:
            raise damaged()
        return xml

    def stream(self, part: str) -> IO[bytes]:
        """Open a part for reading piece by piece."""
        return self.archive.open(part)

    def worksheets(self) -> list[str]:
        """List the parts that hold cells."""
        return [sheet.part for sheet in self.sheets if sheet.has_cells and sheet.part in self.parts]


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Open a workbook's package.

    Raises:
        WorkbookRefused: no workbook, an old, encrypted or damaged one, or one built to exhaust the reader.
    """
    _refuse_other_files(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_odd_package(archive, max(path.stat().st_size, 1))
            yield Package(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, LookupError) as problem:
        raise damaged() from problem
    except (zlib.error, ET.ParseError) as problem:
        raise damaged() from problem


def damaged() -> WorkbookRefused:
    """Say that the file is broken inside."""
    return WorkbookRefused(
        "workbook-damaged", "文件已损坏，无法读取；请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。"
    )


def refuse_doctype(xml: bytes) -> None:
    """Refuse a part that defines entities: no program that makes workbooks writes them.

    Raises:
        WorkbookRefused: it does.
    """
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise WorkbookRefused("workbook-unsafe", "工作簿内含不允许的外部定义，已拒绝读取；请另存为 .xlsx 后再导入。")


def _target(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _identity(sheet: ET.Element) -> str:
    # Strict workbooks have another name space; the attribute's own name is the same.
    return sheet.get(_RELATIONSHIP) or next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")


def _refuse_other_files(path: Path) -> None:
    if path.stat().st_size == 0:
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


def _refuse_odd_package(archive: zipfile.ZipFile, packed: int) -> None:
    infos = archive.infolist()
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise WorkbookRefused("workbook-encrypted", "工作簿已加密，无法读取；请在 Excel 或 WPS 中取消密码后再导入。")
    if "xl/workbook.xml" not in archive.namelist():
        raise WorkbookRefused("no-workbook", "文件里没有 Excel 工作表；请在 Excel 或 WPS 中另存为 .xlsx 后再导入。")
    declared = sum(info.file_size for info in infos)
    if len(infos) > _MAX_PARTS or declared > min(max(_RATIO_FROM, packed * _MAX_RATIO), _MAX_BYTES):
        raise WorkbookRefused(
            "workbook-too-large", "工作簿展开后过大，无法读取；请只保留要导入的工作表，另存后再导入。"
        )
