"""The sample's bank receipts and the change of one of its contracts: made of its executions and contracts, all clean.

Most payments came in by one receipt. One in a dozen came in two parts, and of one in fifteen a bank abroad kept a fee.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from forms import periods
from forms.sample_papers import SCANS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.sample_ledgers import Values

_BANKS = ("中国银行延吉支行", "中国建设银行延边分行营业部", "吉林银行延边分行")
_IN_PARTS, _WITH_FEE, _SETTLED = 12, 15, 4
_FEES = {"USD": 25, "JPY": 2500, "KRW": 28000}
_WHOLE = {"USD": 1, "JPY": 100, "KRW": 1000}
_CHANGED_AT = 0.4
_MONTHS_BEFORE = 3


def receipts_of(executions: Sequence[Values]) -> Iterator[Values]:
    """Make the receipts of the payments from abroad and link the executions to them."""
    number = 0
    abroad = [row for row in executions if row["exec_basis"] == "FX_RECEIPT"]
    for place, row in enumerate(abroad, 1):
        amount = int(str(row["amount_orig"]))
        step = _WHOLE[str(row["ccy"])]
        first = amount // 3 // step * step if place % _IN_PARTS == 0 else amount
        parts = [part for part in (first, amount - first) if part]
        links = []
        for part in parts:
            number += 1
            receipt = _receipt(row, number, part)
            if place % _WITH_FEE == 0 and part > 100 * _FEES[str(row["ccy"])]:
                receipt |= {"amount_orig": part - _FEES[str(row["ccy"])], "fee_foreign": _FEES[str(row["ccy"])]}
            links.append((receipt["bop_no"], part))
            yield receipt
        row["receipt_links"] = "、".join(str(no) if len(links) == 1 else f"{no}={part}" for no, part in links)


def _receipt(row: Values, number: int, amount: int) -> Values:
    paid = row["exec_on"]
    if not isinstance(paid, dt.date):
        raise TypeError
    return {
        "receipt_kind": "BOP",
        "bop_no": f"2224000104{paid:%y%m%d}00N{number:03d}",
        "bank_name": _BANKS[number % len(_BANKS)],
        "received_on": paid,
        "payer_name": row["payer_name"],
        "payer_country": row["payer_country"],
        "ccy": row["ccy"],
        "amount_orig": amount,
        "fee_foreign": None,
        "is_advance": "否",
        "files": SCANS,
    }


def changes_of(contracts: Sequence[Values], taken: set[str], period: str) -> list[Values]:
    """Make the change of one contract of some months ago: a tenth more money, half a year more time."""
    fit = [row for row in contracts if _fits(row, taken, period)]
    if not fit:
        return []
    row = fit[int(len(fit) * _CHANGED_AT)]
    ends, amount = row["expires_on"], int(str(row["amount_orig"]))
    if not isinstance(ends, dt.date):
        raise TypeError
    step = _WHOLE.get(str(row["ccy"]), 1)
    return [
        {
            "contract_no": row["contract_no"],
            "change_on": dt.date.fromisoformat(f"{period}-12"),
            "change_types": "金额变更、期限变更",
            "new_amount_orig": amount + amount // 10 // step * step,
            "new_expires_on": ends + dt.timedelta(180),
            "reason": "客户增加二期功能，追加开发费用并顺延交付",
            "change_files": SCANS,
        }
    ]


def _fits(row: Values, taken: set[str], period: str) -> bool:
    """Tell whether a contract was entered without oddities, runs, and was signed months ago."""
    signed = row["signed_on"]
    return (
        str(row["contract_no"]) not in taken
        and isinstance(signed, dt.date)
        and f"{signed:%Y-%m}" <= periods.shift(period, -_MONTHS_BEFORE)
        and isinstance(row["amount_orig"], int)
        and isinstance(row["expires_on"], dt.date)
        and row["client_country"] not in (None, "CHN")
        and row["status_biz"] == "RUNNING"
        and row["contract_no"] == str(row["contract_no"]).strip()
    )
