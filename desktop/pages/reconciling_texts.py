"""What the lists of the reconciliation page say of each row: executions, receipts, differences, sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.figures import figure
from desktop.languages.words import list_of
from desktop.models.shown import money
from forms import open_items
from forms.codelists import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from desktop.pairing import Pairing
    from forms.open_items import Execution, OpenItems
    from forms.reconciling import Received

OPEN, ALL = "open", "all"


class Sight(NamedTuple):
    """What of both sides is looked at: the open ones or all, and the letters that must occur."""

    chip: str = OPEN
    text: str = ""


class ReconcilingTexts(QObject):
    """Writes rows for the lists; `whole` are the currencies without decimals."""

    def __init__(self, whole: Collection[str], parent: QObject) -> None:
        super().__init__(parent)
        self._whole = whole

    def money(self, amount: int, ccy: str) -> str:
        """Write an amount as its currency is written."""
        return money(amount, 0 if ccy in self._whole else 2)

    # -- executions

    def executions(self, items: OpenItems, sight: Sight, pairings: Mapping[str, Pairing]) -> list[Execution]:
        """List the executions in sight: open ones, and those a person works at."""
        return [
            one
            for one in items.executions
            if (sight.chip == ALL or one.open != 0 or _worked_at(pairings.get(one.uid)))
            and _holds(sight.text, (one.contract_no, one.payer, one.paid_on, one.ccy, self.money(one.amount, one.ccy)))
        ]

    def execution(self, one: Execution, pairing: Pairing | None) -> tuple[Sequence[str], str]:
        """Give the texts of an execution and the state of its pill."""
        state, word = self._state(one, pairing)
        amount, left = self.money(one.amount, one.ccy), self.money(one.open, one.ccy)
        day = one.paid_on[len("2026-") :]  # all are of one month
        return (str(one.row), one.contract_no, day, one.payer, f"{one.ccy} {amount}", left, word), state

    def _state(self, one: Execution, pairing: Pairing | None) -> tuple[str, str]:
        if one.is_locked:
            return "LOCKED", self.tr("已受理")
        if _worked_at(pairing):
            return "HANDED_OVER", self.tr("改了未接受")
        if one.open < 0:
            return "ERRORS", self.tr("核销超额")
        if one.open == 0:
            return "ACCEPTED", self.tr("已核销")
        if one.links:
            return "RECEIVED", self.tr("部分核销")
        return ("CHECKED", self.tr("有建议")) if one.proposed else ("DRAFT", self.tr("未核销"))

    # -- receipts

    def receipts(self, items: OpenItems, sight: Sight, pairing: Pairing | None) -> list[Received]:
        """List the receipts in sight, those that fit the chosen execution first."""
        taken = pairing.entries if pairing else {}
        found = [
            one
            for one in items.receipts
            if one.number in taken
            or ((sight.chip == ALL or one.left > 0) and _holds(sight.text, (one.number, one.payer, one.received_on)))
        ]
        if pairing is not None:
            found.sort(key=lambda one: (one.number not in taken, pairing.execution.nearness(one)))
        return found

    def receipt(self, one: Received, pairing: Pairing | None, year: str) -> tuple[Sequence[str], str]:
        """Give the texts of a receipt and the state of its pill; its date without the `year` that is looked at."""
        left = f"{one.ccy} {self.money(one.left, one.ccy)}"
        state, word = self._fit(one, pairing)
        return (one.number, one.received_on.removeprefix(f"{year}-"), one.payer, left, word), state

    def _fit(self, one: Received, pairing: Pairing | None) -> tuple[str, str]:
        """Say in one word how a receipt fits the chosen execution."""
        if pairing is None:
            return "", ""
        if one.number in pairing.entries:
            return "CHECKED", self.tr("已放入")
        paid = pairing.execution
        if one.ccy != paid.ccy:
            return "", self.tr("币种不同")
        even, same = one.covers(paid.open or paid.amount), folded(one.payer) == folded(paid.payer)
        if even and same:
            return "", self.tr("金额、付款人相同")
        return "", self.tr("付款人相同") if same else self.tr("金额相同") if even else ""

    # -- what does not come out even

    def differences(self, items: OpenItems) -> list[Sequence[str]]:
        """Write the differences by contract and currency, and under them the sum of each currency."""
        found = open_items.differences(items)
        lines: list[Sequence[str]] = [
            (one.contract_no, one.ccy, *self._sums(one.paid, one.linked, one.ccy), str(one.count)) for one in found
        ]
        for total in open_items.totals(items):
            some = [one.count for one in found if one.ccy == total.ccy]
            if some:
                sums = self._sums(total.paid, total.linked, total.ccy)
                lines.append((self.tr("本月合计"), total.ccy, *sums, str(sum(some))))
        return lines

    def _sums(self, paid: int, linked: int, ccy: str) -> tuple[str, str, str]:
        return self.money(paid, ccy), self.money(linked, ccy), self.money(paid - linked, ccy)

    def still_open(self, items: OpenItems) -> tuple[str, str]:
        """Say what is open on either side, by currency: of the executions, of the receipts."""
        found = open_items.totals(items)
        paid = [f"{one.ccy} {self.money(one.paid - one.linked, one.ccy)}" for one in found if one.paid != one.linked]
        left = [f"{one.ccy} {self.money(one.left, one.ccy)}" for one in found if one.left]
        said, even, none = self.tr("未核销 %1"), self.tr("全部核销"), self.tr("暂无")
        sides = ((paid, items.executions), (left, items.receipts))
        words = [said.replace("%1", list_of(part)) if part else even if all_of else none for part, all_of in sides]
        return words[0], words[1]

    def nothing(self, items: OpenItems, sight: Sight) -> str:
        """Say what to do where no execution is in sight; nothing where there is none at all."""
        if not items.executions:
            return ""
        if sight.text:
            return self.tr("没有符合筛选的执行，请改筛选。")
        said = self.tr("本月 %1 笔执行都已核销；点上面的“全部”查看或改动。")
        return said.replace("%1", figure(len(items.executions)))

    def even(self, items: OpenItems) -> str:
        """Say why there is no difference."""
        if items.executions:
            return self.tr("没有差异：本月的执行都有凭证，金额相符。")
        return self.tr(
            "本月没有依据为“外汇收款”的执行，不用核销。还有没登记的，先到执行台账登记；要核销别的月份，在上方换报告期。"
        )


def _worked_at(pairing: Pairing | None) -> bool:
    return pairing is not None and pairing.is_touched


def _holds(text: str, parts: Sequence[str]) -> bool:
    wanted = folded(text)
    return not wanted or any(wanted in folded(part) for part in parts)
