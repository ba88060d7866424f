"""What one execution is about to take of which receipts, while a person works it out; nothing is written. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.shown import money
from forms.kinds import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from forms.open_items import Execution, Link
    from forms.reconciling import Received

UNREADABLE, TOO_MUCH, OVERDRAWN, OTHER_CURRENCY, UNKNOWN = "unreadable", "too-much", "overdrawn", "currency", "unknown"
STOPS = (UNREADABLE, TOO_MUCH)
"""What keeps a pairing from being accepted; the rest is told, and the checks find it, too."""


class Pairing:
    """The receipts of one execution with an amount each, as typed; begins with what is linked, else with the proposal.

    `whole` are the currencies without decimals.
    """

    def __init__(self, execution: Execution, receipts: Mapping[str, Received], whole: Collection[str]) -> None:
        self.execution = execution
        self._receipts = receipts
        self._decimals = 0 if execution.ccy in whole else 2
        self._linked = dict(execution.links)
        self.entries: dict[str, str] = {}
        self.start_over()

    def start_over(self) -> None:
        """Take the present links again, or the proposal where there are none."""
        links = self.execution.links or self.execution.proposed
        self.entries = {number: self.shown(amount) for number, amount in links}

    def clear(self) -> None:
        """Take everything out."""
        self.entries = {}

    def shown(self, amount: int) -> str:
        """Write an amount in the execution's currency."""
        return money(amount, self._decimals)

    @property
    def is_new(self) -> bool:
        """Whether accepting would change the execution."""
        return self.amounts() != self._linked

    @property
    def is_touched(self) -> bool:
        """Whether a person changed what stood here."""
        return self.amounts() != dict(self.execution.links or self.execution.proposed)

    def amounts(self) -> dict[str, int | None]:
        """Give what is taken of each receipt; None where the text is no amount above zero."""
        return {number: _amount(text) for number, text in self.entries.items()}

    def links(self) -> list[Link]:
        """Give what can be written; only where `problem` names nothing that stops it."""
        return [(number, amount) for number, amount in self.amounts().items() if amount is not None]

    @property
    def rest(self) -> int:
        """What is not taken yet of the execution; negative where too much is."""
        return self.execution.amount - sum(amount or 0 for amount in self.amounts().values())

    def available(self, number: str) -> int:
        """Give what this execution may take of a receipt: what is left, and what it takes already."""
        receipt = self._receipts.get(number)
        return (receipt.left if receipt else 0) + self._linked.get(number, 0)

    def fits(self, receipt: Received) -> bool:
        """Tell whether a receipt can be put in: of the same currency, with something left."""
        return receipt.ccy == self.execution.ccy and self.available(receipt.number) > 0

    def put(self, receipt: Received) -> None:
        """Put a receipt in with as much as is open, up to what is left of it and what a bank abroad kept."""
        free = self.available(receipt.number)
        wanted = max(0, self.rest)
        amount = wanted if wanted <= free + receipt.fee else free
        self.entries[receipt.number] = self.shown(amount) if amount else ""

    def drop(self, number: str) -> None:
        """Take a receipt out again."""
        self.entries.pop(number, None)

    def problem(self) -> tuple[str, str]:
        """Name the first thing that is wrong with the receipt it concerns, or two blanks."""
        amounts = self.amounts()
        for number, amount in amounts.items():
            if amount is None:
                return UNREADABLE, number
        if self.rest < 0:
            return TOO_MUCH, ""
        for number, amount in amounts.items():
            receipt = self._receipts.get(number)
            if receipt is None:
                return UNKNOWN, number
            if receipt.ccy != self.execution.ccy:
                return OTHER_CURRENCY, number
            if (amount or 0) > self.available(number) + receipt.fee:
                return OVERDRAWN, number
        return "", ""


def _amount(text: str) -> int | None:
    value = Money().parse(text)
    return value if isinstance(value, int) and value > 0 else None
