"""The parts that hold a package together: relationships, content types, the list of sheets; one thing is put into each.

Strict workbooks have other name spaces; the new elements take those of the workbook they come into.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Final
from xml.etree import ElementTree as ET

from forms.workbook.markup import Markup, attribute, elements, plain, with_attribute
from forms.workbook.package import RESULT_NAME, damaged

RESULT_TITLE: Final = "审核结果"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_LONGEST_NAME: Final = 31  # characters of a sheet's name
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE: Final = "application/vnd.openxmlformats-officedocument."
COMMENTS_TYPE: Final = f"{_TYPE}spreadsheetml.comments+xml"
SHEET_TYPE: Final = f"{_TYPE}spreadsheetml.worksheet+xml"
STYLES_TYPE: Final = f"{_TYPE}spreadsheetml.styles+xml"
DRAWING_TYPE: Final = f"{_TYPE}vmlDrawing"
_AFTER_SHEETS: Final = (
    b"calcPr", b"oleSize", b"customWorkbookViews", b"pivotCaches", b"smartTagPr", b"smartTagTypes", b"webPublishing",
    b"fileRecoveryPr", b"webPublishObjects", b"extLst",
)  # fmt: skip


def main_space(workbook: bytes) -> bytes:
    """Give the name space of the workbook's own elements."""
    strict = _STRICT in workbook[:4096]
    return _STRICT + b"spreadsheetml/main" if strict else b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def office_space(workbook: bytes) -> str:
    """Give the name space of relationships between the workbook's parts."""
    strict = _STRICT in workbook[:4096]
    return (_STRICT.decode() if strict else "http://schemas.openxmlformats.org/") + (
        "officeDocument/relationships" if strict else "officeDocument/2006/relationships"
    )


class Relationships:
    """What one part refers to."""

    def __init__(self, xml: bytes | None, part: str) -> None:
        """Read the relationships of a part; it may have none."""
        empty = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'
        self._markup = Markup(empty.encode() if xml is None else xml)
        self._folder = posixpath.dirname(part)
        self._all = [
            (item.get("Id", ""), item.get("Type", "").rpartition("/")[2], item.get("Target", ""))
            for item in ET.fromstring(self._markup.xml)  # noqa: S314 - document types are refused
            if item.get("TargetMode") != "External"
        ]

    @property
    def xml(self) -> bytes:
        """Give the part."""
        return self._markup.xml

    def target(self, *, kind: str = "", identity: str = "") -> str | None:
        """Give the part that is referred to under a kind or an id."""
        for one, its_kind, target in self._all:
            if identity == one or (kind and kind == its_kind):
                return posixpath.normpath(posixpath.join("/" + self._folder, target)).lstrip("/")
        return None

    def free_identity(self) -> str:
        """Give an id that is not taken."""
        taken = {attribute(self._markup.text(one), b"Id") for one in self._markup.children}
        return next(name for one in range(1, len(taken) + 2) if (name := f"rIdZb{one}").encode() not in taken)

    def add(self, kind: str, part: str, identity: str = "") -> str:
        """Refer to one more part; give the id."""
        identity = identity or self.free_identity()
        where = posixpath.relpath(part, self._folder)
        tag = f'<{self._markup.prefix.decode()}Relationship Id="{identity}" Type="{kind}" Target="{where}"/>'
        self._markup.insert(tag.encode())
        return identity


def with_types(xml: bytes, parts: dict[str, str], extensions: dict[str, str]) -> bytes:
    """Give the content types with those of new parts and of file names that end in a certain way."""
    markup = Markup(xml)
    prefix = markup.prefix.decode()
    known = {(attribute(markup.text(one), b"Extension") or b"").lower() for one in markup.children}
    for name, kind in extensions.items():
        if name.encode() not in known:
            markup.insert(f'<{prefix}Default Extension="{name}" ContentType="{kind}"/>'.encode(), (b"Override",))
    for part, kind in parts.items():
        markup.insert(f'<{prefix}Override PartName="/{part}" ContentType="{kind}"/>'.encode())
    return markup.xml


def free_title(names: list[str]) -> str:
    """Give the result sheet's name; a sheet of the user's that is called so keeps it."""
    taken = {name.casefold() for name in names}
    number, title = 1, RESULT_TITLE
    while title.casefold() in taken:
        number += 1
        title = f"{RESULT_TITLE}({number})"
    return title


def reference_to(title: str, cell: str) -> str:
    """Give the address of a cell on a sheet as formulas and links write it."""
    quoted = title.replace("'", "''")
    return f"'{quoted}'!{cell}"


def with_result(xml: bytes, title: str, identity: str, office: str) -> bytes:
    """Give the workbook with one more sheet, the first; what counts sheets counts one more."""
    markup = Markup(xml)
    sheets = markup.find(b"sheets")
    if sheets is None:
        raise damaged()
    prefix = markup.prefix.decode()
    numbers = [int(attribute(markup.tag(one), b"sheetId") or 0) for one in markup.items(b"sheets")]
    sheet = (
        f'<{prefix}sheet xmlns:r="{office}" name="{plain(title).decode()}" sheetId="{max(numbers, default=0) + 1}" '
        f'r:id="{identity}"/>'
    )
    markup.replace(sheets.inner, sheets.inner, sheet.encode())
    _change_each(markup, b"definedNames", lambda tag: _raised(tag, b"localSheetId"))
    for one in markup.items(b"definedNames"):
        if attribute(markup.tag(one), b"name") == RESULT_NAME.encode():
            markup.replace(one.start, one.end, b"")  # the sheet it pointed at was deleted
            break
    name = f'<{prefix}definedName name="{RESULT_NAME}" hidden="1">{plain(reference_to(title, "$A$1")).decode()}'
    named = f"{name}</{prefix}definedName>".encode()
    if markup.find(b"definedNames") is None:
        wrapped = f"<{prefix}definedNames>".encode() + named + f"</{prefix}definedNames>".encode()
        markup.insert(wrapped, _AFTER_SHEETS)
    else:
        markup.extend(b"definedNames", [named])
    if markup.items(b"bookViews"):
        _change_each(markup, b"bookViews", _viewed)
    else:
        view = f'<{prefix}bookViews><{prefix}workbookView activeTab="1"/></{prefix}bookViews>'
        markup.insert(view.encode(), (b"sheets",))
    return markup.xml


def _viewed(tag: bytes) -> bytes:
    # No number means the first sheet, which is now the second.
    tag = with_attribute(tag, b"activeTab", b"0") if attribute(tag, b"activeTab") is None else tag
    return _raised(_raised(tag, b"activeTab"), b"firstSheet")


def _raised(tag: bytes, name: bytes) -> bytes:
    value = attribute(tag, name)
    return with_attribute(tag, name, b"%d" % (int(value) + 1)) if value is not None and value.isdigit() else tag


def _change_each(markup: Markup, parent: bytes, change: Callable[[bytes], bytes]) -> None:
    """Change the opening tag of each child of the first `parent`."""
    child = markup.find(parent)
    if child is None:
        return
    pieces: list[bytes] = []
    done = child.start
    for one in elements(markup.xml, child.inner, child.inner_end):
        pieces += (markup.xml[done : one.start], change(markup.tag(one)))
        done = one.inner
    markup.replace(child.start, done, b"".join(pieces))


def free_part(pattern: str, taken: frozenset[str] | set[str]) -> str:
    """Give the first name of a part that is not taken; `pattern` has a {} for its number."""
    lower = {name.lower() for name in taken}
    return next(name for number in range(1, len(lower) + 2) if (name := pattern.format(number)).lower() not in lower)
