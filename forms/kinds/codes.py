"""Kinds whose values come from a list: yes or no, one code, several codes, an amount by code."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, ClassVar

from forms.codelists import folded
from forms.kinds.kind import Json, Kind, Memo, Stored, Unparsed
from forms.kinds.numbers import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.codelists import CodeList

_YES = {folded(text) for text in ("是", "有", "对", "√", "✓", "Y", "yes", "true", "1", "예", "네", "はい")}
_NO = {
    folded(text)
    for text in ("否", "无", "没有", "不是", "×", "✗", "N", "no", "false", "0", "아니요", "아니오", "いいえ")
}
_BETWEEN = re.compile(r"[、,，;；/|\n]+")


class Bool(Kind):
    """Yes or no, stored 1 or 0."""

    name: ClassVar[str] = "bool"
    sql_type: ClassVar[str] = "INTEGER"

    def __init__(self, words: tuple[str, str] = ("是", "否")) -> None:
        """Show these words for yes and no; remember the cells met."""
        self.words = words
        self._memo = Memo(self)

    def read(self, text: str) -> Stored | Unparsed:
        """Read 是/否 and what people put for them."""
        plain = folded(text)
        return 1 if plain in _YES else 0 if plain in _NO else Unparsed(text, "not-yes-no")

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Look every different cell up once."""
        memo = self._memo
        return [memo[cell] for cell in cells]

    def show(self, value: Stored) -> str:
        """Say 是 or 否, or what a language has for them."""
        return "" if value is None else self.words[0 if value else 1]

    def wire(self, value: Stored) -> Json:
        """Send a JSON truth value."""
        return None if value is None else bool(value)

    def unwire(self, value: Json) -> Stored:
        """Take a JSON truth value."""
        if value is not None and not isinstance(value, bool):
            raise ValueError(self.name)
        return None if value is None else int(value)


class Coded(Kind):
    """One code of a list; shown as its label."""

    name: ClassVar[str] = "code"

    def __init__(self, codelist: CodeList) -> None:
        """Take codes from the list."""
        self.codelist = codelist
        self._memo = Memo(self)

    def read(self, text: str) -> Stored | Unparsed:
        """Find the code by code, label or alias; «KOR 韩国» is the code before the blank."""
        found = self.codelist.find(text) or self.codelist.find(text.split(maxsplit=1)[0])
        return Unparsed(text, "unknown-code") if found is None else found

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Look every different cell up once."""
        memo = self._memo
        return [memo[cell] for cell in cells]

    def show(self, value: Stored) -> str:
        """Show the label."""
        return "" if value is None else self.codelist.label(str(value))

    def edit(self, value: Stored) -> str:
        """Edit the label, or the code where another code has the same label."""
        label = self.show(value)
        return label if value is None or self.codelist.find(label) == value else str(value)

    def unwire(self, value: Json) -> Stored:
        """Take a code that exists; whether it is in force is a rule."""
        if value is not None and value not in self.codelist:
            raise ValueError(self.name)
        return None if value is None else str(value)

    def cell(self, value: Stored) -> object:
        """Put the label into a workbook, as its drop-down does."""
        return None if value is None else self.edit(value)


class Choices(Kind):
    """Several codes of a list, stored as sorted JSON text, written with 、 between."""

    name: ClassVar[str] = "choices"

    def __init__(self, codelist: CodeList) -> None:
        """Take codes from the list."""
        self.codelist = codelist

    def read(self, text: str) -> Stored | Unparsed:
        """Read «ITO、BPO»; one unknown part leaves the whole as typed."""
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        codes = {code for part in parts for code in self._found(part)}
        whole = self.codelist.find(text)
        if whole is not None:
            codes = {whole}
        if None in codes:
            return Unparsed(text, "unknown-code")
        return json.dumps(sorted(filter(None, codes)), ensure_ascii=False, separators=(",", ":"))

    def _found(self, part: str) -> list[str | None]:
        """Find one name, blanks and all, or the names between its blanks."""
        whole = self.codelist.find(part)
        return [self.codelist.find(word) for word in part.split()] if whole is None else [whole]

    def show(self, value: Stored) -> str:
        """Show the labels."""
        return "" if value is None else "、".join(self.codelist.label(code) for code in json.loads(str(value)))

    def wire(self, value: Stored) -> Json:
        """Send a list of codes."""
        return None if value is None else json.loads(str(value))

    def unwire(self, value: Json) -> Stored:
        """Take a sorted list of codes that exist."""
        if value is None:
            return None
        if not isinstance(value, list) or any(code not in self.codelist for code in value):
            raise ValueError(self.name)
        return json.dumps(sorted({str(code) for code in value}), ensure_ascii=False, separators=(",", ":"))


class Breakdown(Kind):
    """An amount by code, computed: JSON text `[{"code": "KOR", "amount": 125000000}, …]` with amounts in hundredths."""

    name: ClassVar[str] = "breakdown"

    def __init__(self, codelist: CodeList) -> None:
        """Break down by codes of the list."""
        self.codelist = codelist
        self._money = Money()

    def read(self, text: str) -> Stored | Unparsed:
        """Refuse typing: a breakdown is computed."""
        return Unparsed(text, "unknown-code")

    def parts(self, value: Stored) -> list[tuple[str, int]]:
        """Give the pairs (code, hundredths)."""
        return [] if value is None else [(part["code"], part["amount"]) for part in json.loads(str(value))]

    def show(self, value: Stored) -> str:
        """Show «韩国 1,200.00、日本 800.00»."""
        return "、".join(
            f"{self.codelist.label(code)} {self._money.show(amount)}" for code, amount in self.parts(value)
        )

    def wire(self, value: Stored) -> Json:
        """Send a list of {code, amount} with the amount as decimal text."""
        if value is None:
            return None
        return [{"code": code, "amount": self._money.plain(amount)} for code, amount in self.parts(value)]

    def unwire(self, value: Json) -> Stored:
        """Take such a list."""
        if value is None:
            return None
        if not isinstance(value, list):
            raise ValueError(self.name)
        parts = [self._part(part) for part in value]
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))

    def _part(self, part: Json) -> dict[str, str | int]:
        if not isinstance(part, dict) or set(part) != {"code", "amount"} or part["code"] not in self.codelist:
            raise ValueError(self.name)
        amount = self._money.unwire(part["amount"])
        if not isinstance(amount, int):
            raise ValueError(self.name)
        return {"code": str(part["code"]), "amount": amount}


class Ranking(Breakdown):
    """The largest of something, computed: as a breakdown, with a name beside each code.

    JSON text `[{"name": "株式会社北斗", "code": "JPN", "amount": 125000000}, …]` with amounts in hundredths.
    """

    name: ClassVar[str] = "ranking"

    def parts(self, value: Stored) -> list[tuple[str, int]]:
        """Give the pairs (name with the code's label, hundredths)."""
        found = [] if value is None else json.loads(str(value))
        return [(f"{part['name']}（{self.codelist.label(part['code'])}）", part["amount"]) for part in found]

    def wire(self, value: Stored) -> Json:
        """Send a list of {name, code, amount} with the amount as decimal text."""
        if value is None:
            return None
        return [part | {"amount": self._money.plain(part["amount"])} for part in json.loads(str(value))]

    def _part(self, part: Json) -> dict[str, str | int]:
        if not isinstance(part, dict) or not isinstance(part.get("name"), str):
            raise ValueError(self.name)
        rest = super()._part({name: part[name] for name in part if name != "name"})
        return {"name": str(part["name"]), **rest}
