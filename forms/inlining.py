"""Calls of rules written out as plain SQL where that says exactly the same and costs a tenth.

A call from SQLite into Python takes half a microsecond; over 300,000 rows a rule with one call takes a quarter of the
time that all others take together. Four calls are common and simple enough to be written out:

- `usd(amount, ccy, rate)` over plain columns or parameters (the amount perhaps less a fee, the currency perhaps fixed),
  in whole numbers, where the product fits into 64 bits;
- `code_attr('list', column, 'attribute')`, as the codes by the attribute's value;
- `rate_fresh(day, date)` over plain columns, where the policy goes by months, as two months compared;
- `scheme('path')`, as the number the scheme says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from forms.rates import Policy

if TYPE_CHECKING:
    from forms.catalogue import Catalogue

_USD: Final = re.compile(r"\busd\((:?[a-z_]+(?: - coalesce\([a-z_]+, 0\))?), (:?[a-z_]+|'[A-Z]{3}'), (:?[a-z_]+)\)")
_CODE_ATTR: Final = re.compile(r"\bcode_attr\('([a-z0-9_]+)', ([a-z_]+), '([a-z0-9_]+)'\)")
_SCHEME: Final = re.compile(r"\bscheme\('([a-z0-9_.]+)'\)")
_RATE_FRESH: Final = re.compile(r"\brate_fresh\(([a-z_]+), ([a-z_]+)\)")
# 2 · |amount| · rate + 10^8 must stay below 2^63.
_PRODUCT: Final = 4_500_000_000_000_000_000
# Nearly all amounts and rates are of these, and their product is far below that bound: nothing else need be asked.
_USUAL_AMOUNT: Final = 10_000_000_000
_USUAL_RATE: Final = 400_000_000


def inlined(expression: str, catalogue: Catalogue) -> str:
    """Write the calls out; anything else stays as it is."""

    def code_attr(found: re.Match[str]) -> str:
        name, column, attribute = found.groups()
        if name not in catalogue.codelists:
            return found.group()
        by_value: dict[str, list[str]] = {}
        for code in catalogue.codelist(name):
            if code.attrs.get(attribute):
                by_value.setdefault(code.attrs[attribute], []).append(code.code)
        cases = "".join(
            f" WHEN {column} IN ({_list(codes)}) THEN {_list([value])}" for value, codes in by_value.items()
        )
        return f"(CASE{cases} END)" if cases else found.group()

    def number(found: re.Match[str]) -> str:
        known: object = catalogue.scheme.parameters
        for part in found[1].split("."):
            known = known.get(part) if isinstance(known, dict) else None
        return str(known) if type(known) is int and known >= 0 else found.group()

    written = _SCHEME.sub(number, expression)
    written = _CODE_ATTR.sub(code_attr, _USD.sub(_usd, written))
    if Policy.of(catalogue.scheme.parameters).by == "date":
        return written
    return _RATE_FRESH.sub(r"(substr(\1, 1, 7) = substr(\2, 1, 7))", written)


def _usd(found: re.Match[str]) -> str:
    amount, ccy, rate = found.groups()
    amount = f"({amount})" if " " in amount else amount
    product = f"(2 * abs({amount}) * {rate} + 100000000) / 200000000"
    return (
        f"(CASE WHEN {ccy} = 'USD' THEN {amount} "
        f"WHEN {amount} BETWEEN 0 AND {_USUAL_AMOUNT} AND {rate} BETWEEN 1 AND {_USUAL_RATE} AND {ccy} <> 'USD' "
        f"THEN (2 * {amount} * {rate} + 100000000) / 200000000 WHEN {rate} IS NULL THEN NULL "
        f"WHEN {ccy} <> 'USD' AND {rate} > 0 AND abs({amount}) < {_PRODUCT} / {rate} "
        f"THEN CASE WHEN {amount} < 0 THEN -({product}) ELSE {product} END "
        f"ELSE {found.group()} END)"
    )


def _list(texts: list[str]) -> str:
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
