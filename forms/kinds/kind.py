"""What a kind is: the three faces of a value, and what happens to a value that does not parse.

*Typed* is what came from the keyboard or a workbook cell, *stored* what the Book keeps (INTEGER, TEXT or NULL), *shown*
what people read. `wire` is how the value stands in a signed document: text, whole numbers and lists, never a float.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Stored = int | str | None
Json = str | int | bool | list["Json"] | dict[str, "Json"] | None

# Why a value could not be read, as the end of the sentence «“合同金额”填的是“12万五”，…»
REASONS = {
    "not-a-number": "不是有效数字，请改成数字。",
    "too-precise": "小数位超过规定位数，请按规定位数填写。",
    "too-large": "数字过大，请核对单位。",
    "not-whole": "应为整数。",
    "negative": "不能为负数。",
    "not-a-date": "不是有效日期，格式如 2026-09-30。",
    "ambiguous-date": "日期的年月日次序不明，格式如 2026-09-30。",
    "not-a-month": "不是有效月份，格式如 2026-09。",
    "not-yes-no": "请填“是”或“否”。",
    "unknown-code": "不在代码表中，请从下拉列表选择。",
    "too-long": "超过允许的长度，请缩短。",
    "digits-lost": "Excel 已丢失末位数字，请把该列设为文本格式后重新填写。",
    "not-links": "应为凭证编号；一笔对应几张凭证的，写成“编号=金额、编号=金额”，编号不重复。",
    "not-files": "不是附件；附件要用“添加附件”放进来，不能打字填写。",
    "masked": "是隐去中间数字的号码，请填写完整号码。",
    "error-cell": "是 Excel 公式错误或没有算出的公式，请改成数值。",
}


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A value kept as typed: its text, and a key of `REASONS`."""

    text: str
    reason: str


def typed_text(typed: object) -> str:
    """Give the text of a typed value as a person would have written it: 20260001.0 is «20260001»."""
    if isinstance(typed, bool):
        return "是" if typed else "否"
    if isinstance(typed, float):
        return str(int(typed)) if typed.is_integer() and abs(typed) < 1e21 else repr(typed)  # noqa: PLR2004 - above, repr is shorter
    if isinstance(typed, dt.datetime):
        return typed.date().isoformat() if typed.time() == dt.time() else typed.isoformat(sep=" ")
    if isinstance(typed, dt.date):
        return typed.isoformat()
    if isinstance(typed, Decimal):
        return format(typed, "f")
    # A lone surrogate can be typed but not stored; NUL ends text inside SQLite functions.
    return str(typed).encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


class Kind:
    """A kind of field; immutable. Subclasses say how a value is read, shown, sent and put into a cell."""

    name: ClassVar[str]
    sql_type: ClassVar[str] = "TEXT"
    numeric: ClassVar[bool] = False

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read a typed value; nothing typed is None."""
        if typed is None or typed == "":
            return None
        text = typed_text(typed)
        return self.read(text) if text.strip() else None

    def read(self, text: str) -> Stored | Unparsed:
        """Read non-empty text."""
        raise NotImplementedError

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Read many cells of one column."""
        return [self.parse(cell) for cell in cells]

    def why(self, text: str, reason: str) -> str:
        """Say why a text did not parse, with what is allowed and what it has, as `REASONS` does without numbers."""
        del text
        return REASONS.get(reason, "请核对。")

    def show(self, value: Stored) -> str:
        """Give what people read."""
        return "" if value is None else str(value)

    def edit(self, value: Stored) -> str:
        """Give the text an editor starts with; `parse` reads it back to the same value."""
        return self.show(value)

    def wire(self, value: Stored) -> Json:
        """Give the value as it stands in a signed document."""
        return value

    def unwire(self, value: Json) -> Stored:
        """Read a value of a signed document; raises ValueError where it is not of this kind."""
        if value is None:
            return None
        if not isinstance(value, str):
            raise ValueError(self.name)
        stored = self.parse(value)
        if isinstance(stored, Unparsed) or self.wire(stored) != value:
            raise ValueError(self.name)
        return stored

    def cell(self, value: Stored) -> object:
        """Give what a cell of an exported workbook holds."""
        return None if value is None else self.show(value)


class Memo(dict[object, "Stored | Unparsed"]):
    """Remembers what a column's repeated cells mean; dates and codes repeat thousands of times."""

    LIMIT = 50_000

    def __init__(self, kind: Kind) -> None:
        """Remember for one kind."""
        super().__init__()
        self._parse = kind.parse

    def __missing__(self, cell: object) -> Stored | Unparsed:
        """Read a cell not met before."""
        if len(self) >= self.LIMIT:
            self.clear()
        value = self[cell] = self._parse(cell)
        return value
