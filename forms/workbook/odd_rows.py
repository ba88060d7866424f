"""Rows of a sheet that are no rows of data: blank ones, the header printed again, totals, notes, rows without a key.

Only blank rows do not count; each other one is refused with the reason. Looked for in the columns of the key alone, so
that a hundred thousand good rows cost next to nothing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from forms.kinds import Coded, Date, Scaled, typed_text
from forms.quoting import quoted
from forms.workbook.addresses import column_letters
from forms.workbook.header import plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Edition
    from forms.workbook.faults import Faults
    from forms.workbook.runs import Cells

_TOTALS = re.compile(r"(本页|本月|本年|累计|以上)?(合计|总计|小计|共计|总额|total|sum)([((:：].*)?")
_FOOTER = re.compile(r"(填表|制表|审核|复核|单位负责|统计负责|填报|联系|备注[:：]|注[:：]|说明)")
_SUSPECT = re.compile("[计:：]")
_FOOTER_CELLS = 3
_LONGEST_LABEL = 40  # characters
_REPEATED = "重复的表头，不作为一行数据导入。"
_TOTAL = "合计行，不作为一行数据导入；请核对合计数后删除该行。"
_NOTE = "表尾说明，不是一行数据。"


class Odd(NamedTuple):
    """A row of a run that is no row of data: where in the run, why (empty: blank), whether its money counts."""

    at: int
    reason: str
    has_money: bool = False


class OddRows:
    """Finds them, run by run."""

    def __init__(self, edition: Edition, columns: dict[str, int], headings: Sequence[Sequence[object]]) -> None:
        """Take the column of each field, from 0, and the rows that head the sheet."""
        self._columns = list(columns.values())
        names = [name for group in identities(edition) for name in group if name in columns]
        self._labels = {columns[name]: edition.by_id[name].label for name in names}
        self._key_label = edition.by_id[edition.key[0]].label
        folded = [[_folded(cell) for cell in row] for row in headings]
        self._headings = [row for row in folded if any(row)]
        found = {row[column] for row in headings for column in self._labels if column < len(row)}
        self._heading_texts = {text.strip() for text in found if isinstance(text, str) and text.strip()}

    def find(self, numbers: list[int], columns: Sequence[Cells], faults: Faults) -> list[Odd]:
        """Look through a run of rows, as wide as the columns need."""
        blanks = [_blanks(columns[name]) for name in self._labels]
        keyless = set.intersection(*blanks)
        suspects = keyless.union(*(self._suspects(columns[name]) for name in self._labels))
        found: list[Odd] = []
        for index in sorted(suspects):
            faulty = faults.get(numbers[index] - 1, {})
            row = [column[index] for column in columns]
            odd = self._look(index, numbers[index], row, faulty, keyless=index in keyless)
            if odd is not None:
                found.append(odd)
        return found

    def _suspects(self, cells: Sequence[object]) -> set[int]:
        """Find the cells of a key column that may be a total's label, a note or the header's."""
        joined = "\n".join(cell for cell in cells if isinstance(cell, str))
        if not _SUSPECT.search(joined) and not any(text in joined for text in self._heading_texts):
            return set()
        return {
            index
            for index, cell in enumerate(cells)
            if isinstance(cell, str) and (_SUSPECT.search(cell) or cell.strip() in self._heading_texts)
        }

    def _look(self, index: int, number: int, row: Cells, faulty: dict[int, str], *, keyless: bool) -> Odd | None:
        if all(is_blank(row[column]) and column not in faulty for column in self._columns):
            return Odd(index, "")
        if self._is_heading(row):
            return Odd(index, _REPEATED)
        cells = row if keyless else [row[column] for column in self._labels]
        texts = [unicodedata.normalize("NFKC", "".join(cell.split())) for cell in cells if isinstance(cell, str)]
        if any(map(_is_total, texts)):
            return Odd(index, _TOTAL)
        if sum(not is_blank(cell) for cell in row) <= _FOOTER_CELLS and any(map(_FOOTER.match, texts)):
            return Odd(index, _NOTE)
        return Odd(index, self._without_key(number, faulty), has_money=True) if keyless else None

    def _is_heading(self, row: Cells) -> bool:
        """Tell whether most of what stands in a row stands in the same column of the header, or of a title above it."""
        filled = [(column, _folded(cell)) for column, cell in enumerate(row) if not is_blank(cell)]
        return any(
            2 * sum(column < len(heading) and heading[column] == text for column, text in filled) > len(filled)
            for heading in self._headings
        )

    def _without_key(self, number: int, faulty: dict[int, str]) -> str:
        for column, label in self._labels.items():
            if column in faulty:
                place, text = f"“{label}”（{column_letters(column)}{number}）", quoted(faulty[column])
                uncalculated = faulty[column].startswith("=")
                what = "没有算出结果的公式" if uncalculated else " Excel 公式错误"
                remedy = "在 Excel 中重新计算并保存" if uncalculated else "改正该格"
                return f"{place}是{what}“{text}”，无法作为一行导入；请{remedy}后再导入。"
        return f"没有“{self._key_label}”，无法作为一行导入；请补填后重新导入。"


def is_total(text: str) -> bool:
    """Tell whether a text is the label of a row of totals."""
    return len(text) <= _LONGEST_LABEL and _is_total(unicodedata.normalize("NFKC", "".join(text.split())))


def _is_total(text: str) -> bool:
    return _TOTALS.fullmatch(text.casefold()) is not None


def identities(edition: Edition) -> list[tuple[str, ...]]:
    """Give the groups of fields by which a row can be known; a row with every group blank cannot be one.

    A date, an amount or a code alone names no row: only texts do, unless the key has none.
    """
    texts = tuple(name for name in edition.key if not isinstance(edition.by_id[name].kind, Date | Scaled | Coded))
    group = texts or edition.key
    return [(edition.key_own,), group] if edition.key_own else [group]


def _folded(cell: object) -> str:
    """Fold a cell as a column's name is; a header may also hold years and dates."""
    text = "" if is_blank(cell) else typed_text(cell)
    return plain_name(text) or text.strip()


def _blanks(cells: Sequence[object]) -> set[int]:
    """Give the places of the blank cells; at once where all are text and none is blank."""
    try:
        if all(map(str.strip, cells)):  # type: ignore[arg-type]  # what is no text raises
            return set()
    except TypeError:
        pass
    return {index for index, cell in enumerate(cells) if is_blank(cell)}


def is_blank(cell: object) -> bool:
    """Tell whether a cell holds nothing but blanks."""
    return not cell.strip() if isinstance(cell, str) else cell is None
