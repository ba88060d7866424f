"""A workbook as a package of parts, looked at before anything in it is read: is it a workbook, is it a bomb.

What a file is, its first bytes say, never its name. One of another format (.xls, .ods, text) is written anew in memory
as a package, so that everything behind this knows packages alone. Runs in the child only. What a part declares as its
size is also all that is ever inflated of it.
"""

from __future__ import annotations

import errno
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING
from xml.etree import ElementTree as ET

from forms.errors import WorkbookRefused
from forms.workbook.suffixes import CHOOSE_ONE

if TYPE_CHECKING:
    from forms.workbook.translation import Translation

BLOCK = 1 << 18  # larger blocks leave the processor's cache
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK, _MACROS = "xl/workbook.xml", "xl/vbaProject.bin"
_DOCUMENT, _MIMETYPE, _MIMETYPE_LENGTH = "content.xml", "mimetype", 100
_MAX_PARTS = 10_000
_MOST_SHEETS = 400
_MAX_BYTES = 6 * 1024**3
_RATIO_FROM, _MAX_RATIO = 64 * 1024**2, 200
_SMALL_PART, _MODERATE_PART = 1 << 24, 1 << 27
_ENCRYPTED_FLAG = 0x1
RESULT_NAME = "_zhibao_result"
"""The hidden name that points at the sheet our own remarks stand on, in a workbook that was given back."""
MACROS_TOLD = "工作簿带有宏，宏不会运行，只读取单元格里存的值。"
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
    """An open package; parts are read as streams and never written anywhere.

    `told` are sentences on how the file was read, `last_rows` the last row of each part whose sheet does not say it;
    `translated` is what the package lies in where the file itself is of another format.
    """

    def __init__(self, archive: zipfile.ZipFile, translation: Translation | None = None) -> None:
        """Take an archive that passed `opened`'s checks and read which sheets it has."""
        self.archive = archive
        self.parts = frozenset(archive.namelist())
        self.told = translation.told if translation else [MACROS_TOLD] if _MACROS in self.parts else []
        self.last_rows = translation.last_rows if translation else {}
        self.translated = translation.file if translation else None
        relations = {
            item.get("Id", ""): (item.get("Type", "").rpartition("/")[2], _target(item.get("Target", "")))
            for item in self.tree("xl/_rels/workbook.xml.rels")
        }
        workbook = self.tree(_WORKBOOK)
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
        parts = [sheet.part for sheet in self.sheets if sheet.has_cells]
        if len(set(parts)) < len(parts):
            raise damaged()
        if len(parts) > _MOST_SHEETS:
            raise too_large()

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

    def source(self, path: Path) -> Path | BytesIO:
        """Give what the native reader opens of the file at `path`: itself, or the package it was written anew as."""
        return path if self.translated is None else BytesIO(self.translated.getvalue())

    def worksheets(self) -> list[str]:
        """List the parts that hold cells."""
        return [sheet.part for sheet in self.sheets if sheet.has_cells and sheet.part in self.parts]


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Open a workbook's package.

    Raises:
        WorkbookRefused: no workbook, an encrypted or damaged one, or one built to exhaust the reader.
    """
    size = path.stat().st_size
    if size == 0:
        raise WorkbookRefused("workbook-empty", "文件是空的（0 字节），请选择填写好的工作簿。")
    with path.open("rb") as file:
        start = file.read(8)
    with refusing_damage():
        if start.startswith(b"PK"):
            with _opened_zip(path, size) as package:
                yield package
        else:
            # Loaded where it is needed: whoever reads an .xlsx need not wait for the other readers.
            if start == _OLE:
                from forms.workbook import old_workbook as reader
            else:
                from forms.workbook import plain_text as reader  # type: ignore[no-redef]
            yield _translated(reader.translate(path))


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn what the readers of a package meet in a broken one into a refusal.

    Raises:
        WorkbookRefused: the file is damaged.
    """
    try:
        yield
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, LookupError) as problem:
        raise damaged() from problem
    except (zlib.error, lzma.LZMAError, ET.ParseError) as problem:
        raise damaged() from problem
    except OSError as problem:
        # It could be opened: what cannot be unpacked, or lies before the file's beginning, is the file's own fault.
        if problem.errno in (None, errno.EINVAL):
            raise damaged() from problem
        raise


@contextmanager
def _opened_zip(path: Path, size: int) -> Iterator[Package]:
    if not zipfile.is_zipfile(path):
        raise no_workbook()
    with zipfile.ZipFile(path) as archive:
        _refuse_odd_package(archive, size)
        parts = archive.namelist()
        if _WORKBOOK in parts:
            yield Package(archive)
        elif _DOCUMENT in parts and _is_spreadsheet(archive):
            from forms.workbook import open_document

            yield _translated(open_document.translate(archive))
        else:
            raise no_workbook()


def _translated(translation: Translation) -> Package:
    translation.finish()
    return Package(zipfile.ZipFile(translation.file), translation)


def _is_spreadsheet(archive: zipfile.ZipFile) -> bool:
    """Tell an OpenDocument workbook from a letter; one without the part that says so is looked into."""
    if _MIMETYPE not in archive.namelist():
        return True
    with archive.open(_MIMETYPE) as stream:
        return b"opendocument.spreadsheet" in stream.read(_MIMETYPE_LENGTH)


def damaged() -> WorkbookRefused:
    """Say that the file is broken inside."""
    return WorkbookRefused(
        "workbook-damaged", "文件已损坏，无法读取；请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。"
    )


def encrypted() -> WorkbookRefused:
    """Say that the file wants a password."""
    return WorkbookRefused("workbook-encrypted", "工作簿设有打开密码，无法读取；请在 Excel 或 WPS 中取消密码后再导入。")


def no_workbook() -> WorkbookRefused:
    """Say that the file is something else."""
    return WorkbookRefused("no-workbook", f"这不是能读的工作簿；{CHOOSE_ONE}")


def too_large() -> WorkbookRefused:
    """Say that the file holds more than can be read."""
    return WorkbookRefused("workbook-too-large", "工作簿展开后过大，无法读取；请只保留要导入的工作表，另存后再导入。")


def unsafe() -> WorkbookRefused:
    """Say that the file defines entities."""
    return WorkbookRefused("workbook-unsafe", "工作簿内含不允许的外部定义，已拒绝读取；请另存为 .xlsx 后再导入。")


def refuse_doctype(xml: bytes) -> None:
    """Refuse a part that defines entities: no program that makes workbooks writes them.

    Raises:
        WorkbookRefused: it does.
    """
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise unsafe()


def _target(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _identity(sheet: ET.Element) -> str:
    # Strict workbooks have another name space; the attribute's own name is the same.
    return sheet.get(_RELATIONSHIP) or next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")


def _refuse_odd_package(archive: zipfile.ZipFile, packed: int) -> None:
    infos = archive.infolist()
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise encrypted()
    declared = sum(info.file_size for info in infos)
    if len(infos) > _MAX_PARTS or declared > min(max(_RATIO_FROM, packed * _MAX_RATIO), _MAX_BYTES):
        raise too_large()
