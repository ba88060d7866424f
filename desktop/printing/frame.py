"""What is around the table on every page: head, people, receipt number and digest, page number, watermark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.printing.content import Align, Head, Stamp
from desktop.printing.items import Box, Item, Mark, Words

if TYPE_CHECKING:
    from desktop.printing.type import Ruler

LONG, SHORT = 297.0, 210.0
SIDE, TOP, BOTTOM = 12.0, 10.0, 8.0
WIDTH = LONG - 2 * SIDE
_RIGHT_BLOCK = 64.0
_LINE = 4.3
_LEAST_HEAD = 16.0
_GROUP = 4


def grouped(digest: str) -> str:
    """Give a digest in groups of four, as it can be read out."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


class Frame:
    """The frame of one form in A4 landscape; `body` is the room it leaves for the table."""

    def __init__(self, head: Head, ruler: Ruler) -> None:
        self._head = head
        self._ruler = ruler
        self._first, self._total = 0, 0
        self._legal = [f"表号：{head.form}", *(f"{name}：{value}" for name, value in head.legal)]
        self._facts_y = TOP + max(_LEAST_HEAD, _LINE * len(self._legal))
        self._notes_y = SHORT - BOTTOM - 4 * _LINE - 0.5 - _LINE * len(head.notes)
        top = self._facts_y + _LINE + 0.8
        self.body = Box(SIDE, top, WIDTH, self._notes_y - top - 1.8)

    def number_from(self, first: int, total: int) -> None:
        """Count the pages as part of something larger: `first` pages come before, `total` there are in all."""
        self._first, self._total = first, total

    def items(self, page: int, count: int, part: str = "") -> list[Item]:
        """Give what stands around the table; `part` tells the sheets of a wide ledger apart."""
        marks: list[Item] = [Mark("　".join(self._head.marks))] if self._head.marks else []
        return [*marks, *self._top(page), *self._facts(part), *self._foot(), *self._bottom(page, count)]

    def _top(self, page: int) -> list[Item]:
        head, inner = self._head, Box(SIDE + _RIGHT_BLOCK, TOP, WIDTH - 2 * _RIGHT_BLOCK, 8.0)
        title = self._ruler.elided(head.title + ("（续表）" if page else ""), inner.width, "title")
        found: list[Item] = [Words(inner, (title,), "title", Align.CENTER)]
        found.append(Words(inner._replace(y=TOP + 8.4, height=5.0), (head.period,), "period", Align.CENTER))
        found.append(self._line(Box(SIDE, TOP, _RIGHT_BLOCK, _LINE), "　".join(head.marks), "strong"))
        for number, text in enumerate(self._legal):
            box = Box(SIDE + WIDTH - _RIGHT_BLOCK, TOP + _LINE * number, _RIGHT_BLOCK, _LINE)
            found.append(self._line(box, text, "text", Align.RIGHT))
        return found

    def _facts(self, part: str) -> list[Item]:
        head, y = self._head, self._facts_y
        units = "　".join(text for text in (part, f"计量单位：{head.units}" if head.units else "") if text)
        wide = self._ruler.width(units, "text") + 2
        left = WIDTH - wide
        code = Box(SIDE, y - _LINE, WIDTH / 2, _LINE)
        return [
            self._line(code, f"统一社会信用代码：{head.uscc}"),
            self._line(Box(SIDE, y, left, _LINE), f"填报单位（盖章）：{head.firm}"),
            self._line(Box(SIDE + left, y, wide, _LINE), units, "text", Align.RIGHT),
        ]

    def _foot(self) -> list[Item]:
        found: list[Item] = []
        y = self._notes_y
        for note in self._head.notes:
            found.append(self._line(Box(SIDE, y, WIDTH, _LINE), note, "small"))
            y += _LINE
        wide = WIDTH / len(self._head.people)
        for number, (name, value) in enumerate(self._head.people):
            found.append(self._line(Box(SIDE + wide * number, y + 0.6, wide - 2, _LINE), f"{name}：{value}"))
        return found

    def _bottom(self, page: int, count: int) -> list[Item]:
        head = self._head
        upper = SHORT - BOTTOM - 2 * _LINE
        lower = upper + _LINE
        stamp = _stamped(head.stamp) if head.stamp else ("草稿：尚未报送，不作为报送凭据。", "")
        pages = f"第 {self._first + page + 1} 页　共 {self._total or count} 页"
        return [
            self._line(Box(SIDE, upper, WIDTH - 70, _LINE), stamp[0], "small"),
            self._line(Box(SIDE + WIDTH - 70, upper, 70, _LINE), head.edition, "small", Align.RIGHT),
            self._line(Box(SIDE, lower, WIDTH - 40, _LINE), stamp[1], "code"),
            self._line(Box(SIDE + WIDTH - 40, lower, 40, _LINE), pages, "text", Align.RIGHT),
        ]

    def _line(self, box: Box, text: str, role: str = "text", align: Align = Align.LEFT) -> Words:
        return Words(box, (self._ruler.elided(text, box.width, role),), role, align)


def _stamped(stamp: Stamp) -> tuple[str, str]:
    """Say which filing a sheet shows: its number (the receipt's too), and the digest of its bytes."""
    received = f"平台收到：{stamp.received_at}" if stamp.received_at else "尚未收到平台回执"
    name = "回执编号" if stamp.received_at else "申报编号"
    said = f"{name}：{stamp.filing_id}　第{stamp.revision}版　{received}　打印时状态：{stamp.word}"
    return said, f"SHA-256 {grouped(stamp.sha256)}"
