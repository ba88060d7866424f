"""A sample firm, real in kind: a software firm of Yanji that serves Korea, Japan and a few clients at home.

Everything comes from a seed, so the same seed tells the same year. Among the clean rows stand the mistakes accountants
make (`forms.sample_mistakes`), each with its correction known, so that a demonstration can mend them as a person would.

Values are *typed* values: what a person would put into a cell or an editor, codes of code lists included.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms import periods, sample_firms
from forms.rates import load_rates
from forms.sample_ledgers import CERTIFICATES, certificate, contract, executions_of
from forms.sample_mistakes import plant
from forms.sample_people import hire_rows, staff_rows
from forms.sample_receipts import changes_of, receipts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.sample_ledgers import Values
    from forms.sample_mistakes import Correction

CONTRACTS, EXECUTIONS = 60, 300
_DECEMBER = 12
_WITHOUT = 6
# Of what a month brings in, the part that is service outsourcing, and what is recognised later than it is received.
_OTHER_INCOME = (0.04, 0.18)
_TIMING = (0.95, 1.05)


@dataclass(frozen=True, slots=True)
class Sample:
    """A firm and its year up to a period: what it would type, what it would import, what mends the mistakes.

    `profile` and each of `months` and `staff` are the fields of a card form; `header` names who signs; the ledgers are
    rows in the order of the file, mistakes included.
    """

    firm_name: str
    uscc: str
    division: str
    period: str
    profile: Values
    header: dict[str, str]
    contracts: list[Values]
    changes: list[Values]
    receipts: list[Values]
    executions: list[Values]
    certificates: list[Values]
    months: dict[str, Values]
    staff: dict[str, Values]
    hires: list[Values]
    corrections: list[Correction]

    @property
    def cards(self) -> dict[str, dict[str, Values]]:
        """Give what is typed into each monthly card, by form and month."""
        return {"JLFW-06": self.staff, "JLFW-04": self.months}

    def typed_cards(self) -> Iterator[tuple[str, str, Values]]:
        """Yield form, month and fields of every monthly card."""
        yield from ((form, month, typed) for form, months in self.cards.items() for month, typed in months.items())

    @property
    def ledgers(self) -> dict[str, list[Values]]:
        """Give the rows of each ledger by form."""
        return {
            "JLFW-02": self.contracts,
            "JLFW-02B": self.changes,
            "JLFW-03A": self.receipts,
            "JLFW-03": self.executions,
            "JLFW-05": self.certificates,
            "JLFW-07": self.hires,
        }


def make_sample(
    seed: int = 1,
    firm_name: str = sample_firms.FIRM,
    uscc: str | None = None,
    period: str = "2026-10",
    *,
    mistakes: bool = True,
) -> Sample:
    """Make the firm's year from January (for a December from July, as the window of January asks) to the period."""
    rnd = random.Random(seed)  # noqa: S311 - made up, not secret
    code = uscc or sample_firms.credit_code(rnd, sample_firms.DIVISION)
    months = _months(period)
    contracts = list(contract_rows(rnd, months, CONTRACTS))
    executions = list(_executions(rnd, contracts, months))
    receipts = list(receipts_of(executions))
    certificates = [certificate(rnd, kind, firm_name, period) for kind in CERTIFICATES]
    revenues = {month: _revenue(rnd, month, executions) for month in months}
    people = random.Random(f"people {seed}")  # noqa: S311 - as above
    staff = staff_rows(people, months)
    corrections = plant(rnd, contracts, executions, certificates) if mistakes else []
    taken = {one.key for one in corrections}
    return Sample(
        firm_name=firm_name,
        uscc=code,
        division=sample_firms.DIVISION,
        period=period,
        profile=sample_firms.profile(firm_name, code),
        header=dict(sample_firms.HEADER),
        contracts=contracts,
        changes=changes_of(contracts, taken, period),
        receipts=receipts,
        executions=executions,
        certificates=certificates,
        months=revenues,
        staff=staff,
        hires=list(hire_rows(people, staff)),
        corrections=corrections,
    )


def contract_rows(rnd: random.Random, months: list[str], count: int) -> Iterator[Values]:
    """Make any number of contracts, spread evenly over the months, in the order of their dates; nothing is kept."""
    for number in range(count):
        yield contract(rnd, months[number * len(months) // count], number + 1, months[-1])


def _months(period: str) -> list[str]:
    last = int(period[5:7])
    first = 7 if last == _DECEMBER else 1
    return [f"{period[:4]}-{month:02d}" for month in range(first, last + 1)]


def _executions(rnd: random.Random, contracts: list[Values], months: list[str]) -> Iterator[Values]:
    rows: list[Values] = []
    for number, row in enumerate(contracts):
        if number % _WITHOUT:  # every sixth contract has brought nothing in yet
            rows.extend(executions_of(rnd, row, periods.last_day(months[-1]), EXECUTIONS // len(contracts) + 1))
    rows.sort(key=lambda row: (str(row["exec_on"]), str(row["contract_no"])))
    for number, row in enumerate(rows, 1):
        row["exec_no"] = f"SK{months[0][:4]}-{number:04d}"
        row["voucher_no"] = f"记-{str(row['exec_on'])[5:7]}-{number % 180 + 1:03d}"
        yield row


def _revenue(rnd: random.Random, month: str, executions: list[Values]) -> Values:
    """Make the month's revenue agree with its executions as closely as a real firm's does, in yuan."""
    rates = load_rates()
    yuan = {"OFF": Decimal(0), "ON": Decimal(0)}
    per_yuan = Decimal(rates.rate("CNY", month) or 1)
    for row in executions:
        if str(row["exec_on"])[:7] == month:
            rate = Decimal(rates.rate(str(row["ccy"]), month) or 0)
            yuan["ON" if row["ccy"] == "CNY" else "OFF"] += Decimal(str(row["amount_orig"])) * rate / per_yuan
    offshore = _cents(yuan["OFF"] * _between(rnd, _TIMING))
    outsourcing = offshore + _cents(yuan["ON"] * _between(rnd, _TIMING))
    total = outsourcing + _cents(outsourcing * _between(rnd, _OTHER_INCOME))
    values: Values = {"total_revenue": total, "so_revenue": outsourcing, "so_revenue_off": offshore}
    if not outsourcing:
        values |= {"is_zero_report": "是", "zero_reason": "NOT_DUE"}
    return values


def _between(rnd: random.Random, bounds: tuple[float, float]) -> Decimal:
    return Decimal(str(round(rnd.uniform(*bounds), 4)))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))
