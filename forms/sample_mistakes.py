"""The mistakes of the sample, of the sort accountants make, each with the correction that mends it.

A mistake is planted by changing typed values of a clean row; its correction names the row by the key it then has.
Some oddities need no correction because the program reads them right (full-width digits, 2026.3.5, 1,250,000).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from forms.sample_ledgers import Values

CONTRACTS, EXECUTIONS, CERTIFICATES = "JLFW-02", "JLFW-03", "JLFW-05"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Correction:
    """How one mistake is mended: in the row of a form with a key (the n-th where it stands twice), a right value.

    `key` is what `ledger.find_by_key` takes: a contract's number, an execution's own, type and number of a certificate.
    """

    form: str
    key: str
    field: str
    right: object
    note: str
    occurrence: int = 1


def plant(
    rnd: random.Random, contracts: list[Values], executions: list[Values], certificates: list[Values]
) -> list[Correction]:
    """Plant a dozen mistakes and a few harmless oddities in the rows; give the corrections in order of the forms."""
    picked = _Picker(rnd, contracts, executions)
    corrections = [
        *_in_contracts(picked, contracts),
        *_in_executions(picked),
        *_in_certificates(certificates),
    ]
    _oddities(picked)
    return corrections


class _Picker:
    """Takes a different row for each mistake."""

    def __init__(self, rnd: random.Random, contracts: list[Values], executions: list[Values]) -> None:
        self._rnd = rnd
        self._contracts, self._executions = contracts, executions
        self._taken: set[int] = set()

    def contract(self, fits: Callable[[Values], bool] = lambda _: True) -> Values:
        return self._take([row for row in self._contracts if fits(row)])

    def execution(self, fits: Callable[[Values], bool] = lambda _: True) -> Values:
        whole = {row["contract_no"] for row in self._contracts if id(row) not in self._taken}
        return self._take([row for row in self._executions if row["contract_no"] in whole and fits(row)])

    def before(self, row: Values) -> Values:
        """Give the contract whose number a row could have got by mistake: the one entered just before."""
        return self._contracts[self._contracts.index(row) - 1]

    def whole_of(self, execution: Values) -> Values:
        return next(row for row in self._contracts if row["contract_no"] == execution["contract_no"])

    def is_idle(self, row: Values) -> bool:
        return all(execution["contract_no"] != row["contract_no"] for execution in self._executions)

    def _take(self, rows: list[Values]) -> Values:
        row = self._rnd.choice([row for row in rows if id(row) not in self._taken])
        self._taken.add(id(row))
        return row


def _in_contracts(picked: _Picker, contracts: list[Values]) -> list[Correction]:
    corrections: list[Correction] = []

    def spoil(row: Values, field: str, wrong: object, note: str, occurrence: int = 1) -> None:
        right = row[field]
        row[field] = wrong
        corrections.append(Correction(CONTRACTS, str(row["contract_no"]), field, right, note, occurrence))

    at_home = [picked.contract(lambda row: row["client_country"] == "CHN") for _ in range(2)]
    digits = "".join(filter(str.isdigit, str(at_home[0]["client_uscc"])))
    spoil(at_home[0], "client_uscc", float(digits.ljust(18, "7")), "信用代码被 Excel 当成数字，末位丢失")
    code = str(at_home[1]["client_uscc"])
    spoil(at_home[1], "client_uscc", code[:-1] + ("1" if code[-1] != "1" else "2"), "信用代码校验位抄错")
    row = picked.contract(lambda row: row["ccy"] == "KRW")
    spoil(row, "amount_orig", f"约{int(str(row['amount_orig'])) // 10_000}万韩元", "金额写成了文字")
    row = picked.contract(lambda row: row["ccy"] == "JPY")
    spoil(row, "amount_orig", float(str(row["amount_orig"])) + 0.5, "日元带了小数")
    row = picked.contract(lambda row: row["client_country"] == "KOR")
    spoil(row, "client_country", None, "漏填发包方国别")
    row = picked.contract()
    started = dt.date.fromisoformat(str(row["effective_on"]))
    spoil(row, "expires_on", started.replace(year=started.year - 1, day=1), "终止年份没有改，早于生效日期")
    row = picked.contract()
    spoil(row, "signed_on", f"{str(row['signed_on'])[:4]}-02-30", "二月没有 30 日")
    row = picked.contract()
    spoil(row, "biz_code", "软件类", "业务小类不在代码表中")
    row = picked.contract(lambda row: picked.is_idle(row) and row is not contracts[0])
    spoil(row, "contract_no", picked.before(row)["contract_no"], "合同号与上一行重复", occurrence=2)
    return corrections


def _in_executions(picked: _Picker) -> list[Correction]:
    corrections: list[Correction] = []

    def spoil(row: Values, field: str, wrong: object, note: str) -> None:
        corrections.append(Correction(EXECUTIONS, str(row["exec_no"]), field, row[field], note))
        row[field] = wrong

    row = picked.execution()
    whole = picked.whole_of(row)
    spoil(row, "amount_orig", int(str(whole["amount_orig"])) * 10, "多敲了一个零，累计执行额超过合同额")
    row = picked.execution()
    spoil(row, "contract_no", str(row["contract_no"]).replace("0", "O", 1), "合同号里把数字 0 写成字母 O")
    row = picked.execution()
    signed = dt.date.fromisoformat(str(picked.whole_of(row)["signed_on"]))
    spoil(row, "exec_on", signed - dt.timedelta(20), "执行日期早于合同签订日期")
    return corrections


def _in_certificates(certificates: list[Values]) -> list[Correction]:
    row = certificates[1]
    right = dt.date.fromisoformat(str(row["valid_to"]))
    row["valid_to"] = right.replace(year=right.year - 4)
    return [
        Correction(
            CERTIFICATES, f"{row['cert_type']},{row['cert_no']}", "valid_to", right, "有效期年份写错，早于颁证日期"
        )
    ]


def _oddities(picked: _Picker) -> None:
    row = picked.contract()
    row["amount_orig"] = str(row["amount_orig"]).translate(_FULL_WIDTH)
    row = picked.contract()
    signed = dt.date.fromisoformat(str(row["signed_on"]))
    row["signed_on"] = f"{signed.year}.{signed.month}.{signed.day}"
    row = picked.contract()
    row["amount_orig"] = f"{int(str(row['amount_orig'])):,}"
    row = picked.contract()
    row["contract_no"] = f" {row['contract_no']} "
    row = picked.execution()
    paid = dt.date.fromisoformat(str(row["exec_on"]))
    row["exec_on"] = f"{paid.year}年{paid.month}月{paid.day}日"
