"""The SQL functions rules and automatic fields may call. All are deterministic and exact: whole numbers, never a float.

NULL in, NULL out, unless said otherwise: what is unknown stays undecided. Text that is no date gives NULL, too.

| function | gives |
|---|---|
| `usd(amount, ccy, rate)` | hundredths of USD: hundredths times a rate of 1e-8, half away from zero |
| `fx_rate(ccy, date)` | the reference rate of the date by the scheme's policy, in 1e-8 USD; else the last known |
| `fx_fill(ccy, date)` | the same where the policy fills it in, else NULL: the bank's own rate is for the firm to give |
| `fx_apart(ccy, date, rate)` | how far a rate is from the reference rate, in hundredths of a percent, rounded up |
| `fx_month(ccy, date)`, `fx_day(ccy, date)` | the month that rate is of; its day, or the first of its month |
| `rate_fresh(rate_date, date)` | whether a rate of that day is good for the date by the policy, 1 or 0 |
| `uscc_valid(t)`, `uscc_fault(t)` | whether a credit code is right, 1 or 0; the sentence that says what is wrong |
| `orgcode_valid(t)` | whether an organisation code is right, 1 or 0 |
| `idcard_valid(t)` | whether a citizen identity number is right, 1 or 0 |
| `idcard_birth(t)`, `idcard_gender(t)` | the date of birth (ISO) and the gender (M, F) it says |
| `month_of(d)`, `add_days(d, n)`, `add_months(d, n)`, `days_between(a, b)` | dates reckoned as text |
| `due_on(form, period)`, `window_from(as_of)` | the scheme's last day in time, the first execution date still taken |
| `money(h)`, `wan(h)`, `percent(part, whole)`, `rate_text(r)` | numbers as people read them |
| `digits_only(t)` | whether text is nothing but digits, 1 or 0 |
| `decimals_of(ccy)` | how many decimals amounts of a currency have |
| `scheme(path)` | a parameter of the scheme, «thresholds.contract_years»; NULL where there is none |
| `code_find(list, text)` | the code meant by a code, label or alias; NULL where unknown |
| `code_label(list, code)`, `code_attr(list, code, attr)` | a code's name or attribute; attribute NULL where unknown |
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from forms import creditcode, deadlines, idcard, kinds
from forms.periods import first_day, is_month, is_year
from forms.rates import is_fresh

if TYPE_CHECKING:
    import sqlite3

    from forms.catalogue import Catalogue
    from forms.rates import Rates

RATE_ONE: Final = 10**8
_LARGEST: Final = 2**63 - 1
_WAN_OF_HUNDREDTHS: Final = 6  # 1 万 is 10^6 hundredths
_Given = TypeVar("_Given", bound="str | int | None")
_Function = Callable[..., "str | int | None"]


def usd(amount: int | None, ccy: str | None, rate: int | None) -> int | None:
    """Convert hundredths of a currency to hundredths of USD, half away from zero; None where anything is unknown."""
    if amount is None or ccy is None:
        return None
    if ccy == "USD":
        return amount
    if rate is None:
        return None
    whole = (2 * abs(amount) * abs(rate) + RATE_ONE) // (2 * RATE_ONE)
    if whole > _LARGEST:
        return None
    return -whole if (amount < 0) != (rate < 0) else whole


def money(hundredths: int | None) -> str | None:
    """Say hundredths as an amount: «1,234.00»."""
    if hundredths is None:
        return None
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole:,}.{part:02d}"


def wan(hundredths: int | None) -> str | None:
    """Say hundredths in 万, exactly: two decimals, more where they are not zero."""
    if hundredths is None:
        return None
    whole, part = divmod(abs(hundredths), 10**_WAN_OF_HUNDREDTHS)
    decimals = f"{part:06d}"
    return f"{'-' if hundredths < 0 else ''}{whole:,}.{decimals[:2]}{decimals[2:].rstrip('0')}"


def percent(part: int | None, whole: int | None) -> str | None:
    """Say a share in percent with two decimals, half away from zero: `percent(1, 3)` is «33.33»."""
    if part is None or not whole:
        return None
    hundredths = (2 * abs(part) * 10_000 + abs(whole)) // (2 * abs(whole))
    return money(-hundredths if (part < 0) != (whole < 0) else hundredths)


def rate_text(rate: int | None) -> str | None:
    """Say a rate of 1e-8 with four to eight decimals."""
    return None if rate is None else kinds.Rate().show(rate)


def digits_only(text: str | None) -> int | None:
    """Tell whether text is one or more of the digits 0 to 9."""
    return None if text is None else int(text.isascii() and text.isdigit())


def _month_of(date: str | None) -> str | None:
    """Give the month of an ISO date."""
    return date[:7] if isinstance(date, str) and is_month(date[:7]) else None


def _flag(test: Callable[[str], bool]) -> Callable[[str | None], int | None]:
    return lambda text: None if text is None else int(test(str(text)))


def _uscc_fault(text: str | None) -> str | None:
    fault = None if text is None else creditcode.check_credit_code(str(text))
    return fault.sentence if fault else None


def _null_unless_date(function: Callable[..., _Given]) -> Callable[..., _Given | None]:
    """Give NULL where an argument is NULL or is not the date it should be."""

    @functools.lru_cache(maxsize=16384)
    def guarded(*given: object) -> _Given | None:
        if any(one is None for one in given):
            return None
        try:
            return function(*given)
        except (ValueError, TypeError, OverflowError):
            return None

    return guarded


def register(db: sqlite3.Connection, catalogue: Catalogue, rates: Rates) -> None:
    """Give a connection every function of this module; registering again replaces them."""
    of_catalogue = (*_catalogue_functions(catalogue), *_code_functions(catalogue))
    for name, arguments, function in (*_plain_functions(), *of_catalogue, *_rate_functions(rates)):
        db.create_function(name, arguments, function, deterministic=True)


def names() -> frozenset[str]:
    """Give the names of the functions, for the sandbox."""
    return _NAMES


def _plain_functions() -> list[tuple[str, int, _Function]]:
    return [
        ("usd", 3, usd),
        ("money", 1, money),
        ("wan", 1, wan),
        ("percent", 2, percent),
        ("rate_text", 1, rate_text),
        ("digits_only", 1, digits_only),
        ("uscc_valid", 1, _flag(creditcode.credit_code_valid)),
        ("uscc_fault", 1, _uscc_fault),
        ("orgcode_valid", 1, _flag(creditcode.organisation_code_valid)),
        ("idcard_valid", 1, _flag(idcard.idcard_valid)),
        ("idcard_birth", 1, _null_unless_date(idcard.idcard_birth)),
        ("idcard_gender", 1, _null_unless_date(idcard.idcard_gender)),
        ("month_of", 1, _month_of),
        ("add_days", 2, _null_unless_date(deadlines.add_days)),
        ("add_months", 2, _null_unless_date(deadlines.add_months)),
        ("days_between", 2, _null_unless_date(deadlines.days_between)),
    ]


def _catalogue_functions(catalogue: Catalogue) -> list[tuple[str, int, _Function]]:
    days = deadlines.Deadlines.of(catalogue.scheme.parameters)

    def due_on(form: str, period: str) -> str | None:
        yearly = catalogue.edition(form).cadence == "year" if form in catalogue.forms else is_year(period)
        asked = period[:4] if yearly else period
        return days.due_on(asked) if is_year(asked) or is_month(asked) else None

    def window_from(as_of: str) -> str | None:
        return days.first_open_day(as_of) if is_month(as_of[:7]) else None

    def scheme(path: str | None) -> str | int | None:
        found: object = catalogue.scheme.parameters
        for part in (path or "").split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return found if isinstance(found, str | int) else None

    return [
        ("scheme", 1, scheme),
        ("due_on", 2, _null_unless_date(due_on)),
        ("window_from", 1, _null_unless_date(window_from)),
    ]


def _code_functions(catalogue: Catalogue) -> list[tuple[str, int, _Function]]:
    def code_label(codelist: str | None, code: str | None) -> str | None:
        known = catalogue.codelists.get(codelist or "")
        return None if code is None or known is None else known.label(code)

    def code_find(codelist: str | None, text: str | None) -> str | None:
        known = catalogue.codelists.get(codelist or "")
        return None if text is None or known is None else known.find(str(text))

    def code_attr(codelist: str | None, code: str | None, attr: str | None) -> str | None:
        known = catalogue.codelists.get(codelist or "")
        entry = None if known is None else known.codes.get(code or "")
        return None if entry is None else entry.attrs.get(attr or "") or None

    def decimals_of(ccy: str | None) -> int | None:
        found = code_attr("currencies", ccy, "decimals")
        return int(found) if found else None

    return [
        ("code_label", 2, code_label),
        ("code_find", 2, code_find),
        ("code_attr", 3, code_attr),
        ("decimals_of", 1, decimals_of),
    ]


def _rate_functions(rates: Rates) -> list[tuple[str, int, _Function]]:
    def fx_rate(ccy: str, date: str) -> int | None:
        return RATE_ONE if ccy == "USD" else rates.rate(ccy, first_day(date)[:7] if is_year(date) else date)

    def fx_apart(ccy: str, date: str, rate: int) -> int | None:
        known = fx_rate(ccy, date)
        return -(-abs(rate - known) * 10_000 // known) if known else None

    def rate_fresh(rate_date: str, date: str) -> int:
        return int(is_fresh(rate_date, date, rates.policy))

    return [
        ("fx_rate", 2, _null_unless_date(fx_rate)),
        ("fx_fill", 2, _null_unless_date(rates.filled)),
        ("fx_apart", 3, _null_unless_date(fx_apart)),
        ("fx_month", 2, _null_unless_date(rates.month)),
        ("fx_day", 2, _null_unless_date(rates.day)),
        ("rate_fresh", 2, _null_unless_date(rate_fresh)),
    ]


_NAMES: Final = frozenset(name for name, _, _ in _plain_functions()) | {
    "scheme",
    "due_on",
    "window_from",
    "code_label",
    "code_find",
    "code_attr",
    "decimals_of",
    "fx_rate",
    "fx_fill",
    "fx_apart",
    "fx_month",
    "fx_day",
    "rate_fresh",
}
