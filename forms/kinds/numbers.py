"""Kinds of number: money in hundredths, scaled decimals, rates, whole numbers. Exact integers, never a float kept."""

from __future__ import annotations

import ast
import operator
import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal, DecimalException, localcontext
from typing import TYPE_CHECKING, ClassVar

from forms.kinds.kind import Json, Kind, Stored, Unparsed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LARGEST = 10**15  # |x| in stored units stays below: sums of 9,000 such numbers still fit 64 bits

_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_FORMULA = re.compile(r"[\d\s.+\-*/()]{1,200}")
_SIGNS = "¥￥$€£₩元"
_OPERATIONS: dict[type[ast.AST], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def read_number(text: str) -> Decimal | None:
    """Read a number as accountants type it: `1,234.5`, `１２３４．５`, `￥1,234`, `12.5万`, `(1,234)`, `=1200*3`.

    None where it is no number; `12,34` is none either, so that nothing is guessed.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    if plain.startswith("="):
        return _calculate(plain[1:])
    negative = plain.startswith("(") and plain.endswith(")")
    if negative:
        plain = plain[1:-1].strip()
    plain = plain.strip(_SIGNS).strip()
    unit = _UNITS.get(plain[-1:], 1)
    if unit != 1:
        plain = plain[:-1].strip()
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain) or len(plain) > 40:  # noqa: PLR2004 - no amount has 40 digits
        return None
    number = Decimal(plain) * unit
    return -number if negative else number


def _calculate(formula: str) -> Decimal | None:
    """Work out a small formula of + - * / and brackets with decimals."""
    if not _FORMULA.fullmatch(formula):
        return None
    try:
        with localcontext(prec=40):
            return _value(ast.parse(formula.strip(), mode="eval").body, formula.strip())
    except (SyntaxError, DecimalException, RecursionError):
        return None


def _value(node: ast.expr, source: str) -> Decimal | None:
    if isinstance(node, ast.Constant):
        # The digits as typed: 0.1 must not pass through a float.
        return Decimal(ast.get_source_segment(source, node) or "NaN")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inner = _value(node.operand, source)
        return inner if inner is None or isinstance(node.op, ast.UAdd) else -inner
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        left, right = _value(node.left, source), _value(node.right, source)
        return None if left is None or right is None else _OPERATIONS[type(node.op)](left, right)
    return None


class Scaled(Kind):
    """A number with a fixed count of decimals, stored as a whole number of its smallest unit."""

    name: ClassVar[str] = "decimal"
    sql_type: ClassVar[str] = "INTEGER"
    numeric: ClassVar[bool] = True
    signed: ClassVar[bool] = True

    def __init__(self, scale: int = 2) -> None:
        """Keep `scale` decimals."""
        self.scale = scale
        self._unit = 10**scale

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read a number; more decimals than the scale do not parse, so that nothing is rounded in silence."""
        if isinstance(typed, float):
            # Fifteen digits, as Excel keeps and shows them: 0.1+0.2 is 0.3 there, and so it is here.
            return self._exact(Decimal(format(typed, ".15g")), repr(typed))
        return super().parse(typed)

    def read(self, text: str) -> Stored | Unparsed:
        """Read text as `read_number` does."""
        number = read_number(text)
        if number is None:
            return Unparsed(text, "not-a-number")
        if text.lstrip().startswith(("=", "＝")) and abs(number) < LARGEST:
            # A calculated amount is rounded as a desk calculator would show it: half up.
            number = number.quantize(Decimal(1).scaleb(-self.scale), ROUND_HALF_UP)
        return self._exact(number, text)

    def _exact(self, number: Decimal, text: str) -> Stored | Unparsed:
        if not number.is_finite():
            return Unparsed(text, "not-a-number")
        if abs(number) >= LARGEST:
            return Unparsed(text, "too-large")
        scaled = number * self._unit
        if scaled != scaled.to_integral_value():
            return Unparsed(text, "too-precise")
        return int(scaled) if abs(scaled) < LARGEST else Unparsed(text, "too-large")

    def why(self, text: str, reason: str) -> str:
        """Say how many decimals are allowed and how many there are, or how large a number may be."""
        if reason == "too-precise":
            number = read_number(text)
            found = "" if number is None else f"，现有{max(0, -int(number.normalize().as_tuple().exponent))}位"
            return f"小数最多{self.scale}位{found}，请按规定位数填写。"
        if reason == "too-large":
            return f"数字过大（须小于{LARGEST // self._unit:,}），请核对单位。"
        return super().why(text, reason)

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Take floats that are exact at this scale at once; look closer only at the rest."""
        parse, unit, limit = self.parse, self._unit, LARGEST / self._unit
        least = -limit if self.signed else -1.0
        return [
            scaled
            if cell.__class__ is float and least < cell < limit and (scaled := round(cell * unit)) / unit == cell
            else (None if cell == "" else parse(cell))
            for cell in cells
        ]

    def plain(self, value: int) -> str:
        """Give plain decimal text, «-1250000.00»."""
        if not self.scale:
            return str(value)
        whole, part = divmod(abs(value), self._unit)
        return f"{'-' if value < 0 else ''}{whole}.{part:0{self.scale}d}"

    def show(self, value: Stored) -> str:
        """Give the number with thousand separators."""
        if value is None:
            return ""
        whole, part = divmod(abs(int(value)), self._unit)
        decimals = f".{part:0{self.scale}d}" if self.scale else ""
        return f"{'-' if int(value) < 0 else ''}{whole:,}{decimals}"

    def edit(self, value: Stored) -> str:
        """Give plain decimals to edit."""
        return "" if value is None else self.plain(int(value))

    def wire(self, value: Stored) -> Json:
        """Send decimal text."""
        return None if value is None else self.plain(int(value))

    def cell(self, value: Stored) -> object:
        """Put a true number into a workbook."""
        return None if value is None else Decimal(self.plain(int(value)))


class Money(Scaled):
    """An amount in hundredths of its currency's unit, for every currency."""

    name: ClassVar[str] = "money"

    def __init__(self) -> None:
        """Two decimals, always."""
        super().__init__(scale=2)


class Rate(Scaled):
    """An exchange rate or other rate in units of 1e-8."""

    name: ClassVar[str] = "rate"

    def __init__(self) -> None:
        """Eight decimals."""
        super().__init__(scale=8)

    def show(self, value: Stored) -> str:
        """Drop the zeros at the end, but keep four decimals."""
        text = self.edit(value)
        whole, dot, part = text.partition(".")
        return f"{whole}{dot}{part[:4]}{part[4:].rstrip('0')}"


class Int(Scaled):
    """A whole number of things or people; never less than none."""

    name: ClassVar[str] = "int"
    signed: ClassVar[bool] = False

    def __init__(self) -> None:
        """No decimals."""
        super().__init__(scale=0)

    def _exact(self, number: Decimal, text: str) -> Stored | Unparsed:
        value = super()._exact(number, text)
        if isinstance(value, Unparsed):
            return Unparsed(value.text, "not-whole") if value.reason == "too-precise" else value
        return Unparsed(text, "negative") if isinstance(value, int) and value < 0 else value

    def wire(self, value: Stored) -> Json:
        """Send a JSON number."""
        return value

    def unwire(self, value: Json) -> Stored:
        """Take a JSON number."""
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < LARGEST:
            raise ValueError(self.name)
        return value

    def cell(self, value: Stored) -> object:
        """Put a true number into a workbook."""
        return value
