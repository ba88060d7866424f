"""Kinds of text: free text, numbers that are names (contract numbers), credit codes, references."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, ClassVar

from forms import idcard
from forms.kinds.kind import Json, Kind, Stored, Unparsed, typed_text

if TYPE_CHECKING:
    from collections.abc import Sequence

# Excel keeps 15 digits of a number; from the 16th on they are zeros.
_EXCEL_DIGITS = 15
_SCIENTIFIC = re.compile(r"\s*\d(?:\.\d+)?[Ee]\+\d+\s*")


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _plain_capitals(text: str) -> str:
    """Fold full-width and lower-case characters, drop blanks; what is folded once more stays as it is."""
    folded = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    return unicodedata.normalize("NFKC", folded)  # an accent may now stand on the letter before the dropped blank


class Text(Kind):
    """Free text of a greatest length, kept as typed but for its line ends, which differ by program."""

    name: ClassVar[str] = "text"

    def __init__(self, length: int = 200) -> None:
        """Allow `length` characters."""
        self.length = length

    def read(self, text: str) -> Stored | Unparsed:
        """Keep the text with plain line ends; longer than allowed does not parse."""
        text = _plain_lines(text)
        return text if len(text) <= self.length else Unparsed(text, "too-long")

    def unwire(self, value: Json) -> Stored:
        """Read a value as it was signed: one from before line ends were made alike keeps its own."""
        if isinstance(value, str) and "\r" in value:
            super().unwire(_plain_lines(value))
            return value
        return super().unwire(value)

    def why(self, text: str, reason: str) -> str:
        """Say how long the text may be and how long it is."""
        if reason == "too-long":
            return f"最多{self.length}个字，现有{len(text)}个字，请缩短。"
        return super().why(text, reason)

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Take plain text as it is; look closer only at the rest."""
        parse, length = self.parse, self.length
        return [
            cell
            if cell.__class__ is str and 0 < len(cell) <= length and cell.isprintable() and cell[0] != " "
            else (None if cell == "" else parse(cell))
            for cell in cells
        ]


class IdText(Text):
    """A number that is a name: contract number, certificate number, account. Never calculated with."""

    name: ClassVar[str] = "idtext"

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read a name; a number of Excel with more than 15 digits has lost the last ones."""
        if isinstance(typed, int | float) and not isinstance(typed, bool) and abs(typed) >= 10**_EXCEL_DIGITS:
            return Unparsed(typed_text(typed), "digits-lost")
        return super().parse(typed)

    def read(self, text: str) -> Stored | Unparsed:
        """Trim the ends; «9.12E+17» is a number Excel has cut."""
        if _SCIENTIFIC.fullmatch(text):
            return Unparsed(text, "digits-lost")
        return super().read(text.strip())

    def why(self, text: str, reason: str) -> str:
        """Count places, as people do with a number; a number is not shortened but looked up again."""
        if reason == "too-long":
            return f"最多{self.length}位，现有{len(text.strip())}位，请对照原件核对。"
        return super().why(text, reason)

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Take clean text as it is; look closer only at the rest."""
        parse, length = self.parse, self.length
        return [
            cell
            if cell.__class__ is str
            and 0 < len(cell) <= length
            and cell.isprintable()
            and cell[0] != " "
            and cell[-1] != " "
            and "+" not in cell
            else (None if cell == "" else parse(cell))
            for cell in cells
        ]

    def cell(self, value: Stored) -> object:
        """Stay text in a workbook."""
        return value


class CreditCode(IdText):
    """The unified social credit code (统一社会信用代码), 18 characters; its check digit is a rule, not a format."""

    name: ClassVar[str] = "uscc"

    def __init__(self, length: int = 18) -> None:
        """A code has 18 characters."""
        super().__init__(length)

    def read(self, text: str) -> Stored | Unparsed:
        """Fold full-width and lower-case characters and drop spaces inside."""
        if _SCIENTIFIC.fullmatch(text):
            return Unparsed(text, "digits-lost")
        folded = self._folded(text)
        return folded if len(folded) <= self.length else Unparsed(text, "too-long")

    def why(self, text: str, reason: str) -> str:
        """Count the places without the blanks that were dropped."""
        if reason == "too-long":
            return f"应为{self.length}位，现有{len(self._folded(text))}位，请对照证照核对。"
        return super().why(text, reason)

    def _folded(self, text: str) -> str:
        return _plain_capitals(text)

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Fold every cell."""
        return [self.parse(cell) for cell in cells]


class OrganisationCode(CreditCode):
    """The organisation code (组织机构代码), 9 characters."""

    name: ClassVar[str] = "orgcode"

    def __init__(self, length: int = 9) -> None:
        """A code has 9 characters, perhaps with a hyphen before the last."""
        super().__init__(length)

    def _folded(self, text: str) -> str:
        """Drop the hyphen people write before the check character, too."""
        return super()._folded(text).replace("-", "")


class IdCard(IdText):
    """The number of a person's identity document; stored and sent whole, shown and exported without its middle.

    Its check character is a rule, not a format, for a passport has none.
    """

    name: ClassVar[str] = "idcard"

    def __init__(self, length: int = 30) -> None:
        """Allow the numbers of foreign passports, too."""
        super().__init__(length)

    def read(self, text: str) -> Stored | Unparsed:
        """Fold full-width and lower-case characters and drop spaces; a number with its middle hidden is none."""
        if _SCIENTIFIC.fullmatch(text):
            return Unparsed(text, "digits-lost")
        plain = _plain_capitals(text)
        if "*" in plain:
            return Unparsed(text, "masked")
        return plain if len(plain) <= self.length else Unparsed(text, "too-long")

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Fold every cell."""
        return [self.parse(cell) for cell in cells]

    def show(self, value: Stored) -> str:
        """Hide the middle of the number."""
        return "" if value is None else idcard.masked(str(value))

    def edit(self, value: Stored) -> str:
        """Edit the whole number."""
        return "" if value is None else str(value)

    def cell(self, value: Stored) -> object:
        """Hide the middle in a workbook, too."""
        return None if value is None else self.show(value)


class Ref(IdText):
    """The key of a row of another form, as people know it (a contract number)."""

    name: ClassVar[str] = "ref"

    def __init__(self, target: str, length: int = 60) -> None:
        """Refer to `target`, «JLFW-02.contract_no»."""
        super().__init__(length)
        self.target = target
