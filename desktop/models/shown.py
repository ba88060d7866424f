"""How a stored value reads in the window: the kind's face, the currency's decimals and the 单位 view.

Views change what is read, never what is stored: 万 shows an amount divided by 10,000, exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.kinds import Stored

HUNDREDTHS = 100
WAN = 10_000
WAN_DECIMALS = 6


def money(value: int, decimals: int = 2, *, wan: bool = False) -> str:
    """An amount in hundredths with separators: «1,250,000.00», whole yen «1,250,000», in 万 «125.00».

    A part smaller than the decimals of the currency is never hidden, nor one smaller than the 万 view's two decimals.
    """
    sign = "-" if value < 0 else ""
    if wan:
        whole, part = divmod(abs(value), HUNDREDTHS * WAN)
        digits = f"{part:0{WAN_DECIMALS}d}"
        kept = digits[:2] + digits[2:].rstrip("0")
        return f"{sign}{whole:,}.{kept}"
    whole, part = divmod(abs(value), HUNDREDTHS)
    return f"{sign}{whole:,}" if decimals == 0 and part == 0 else f"{sign}{whole:,}.{part:02d}"


def rounded_wan(value: int) -> str:
    """A computed amount in 万 as official forms print it: two decimals, half up."""
    cents = WAN
    whole = (abs(value) + cents // 2) // cents
    return money(-whole if value < 0 else whole)


def wan_text(typed: str) -> str:
    """What was typed in the 万 view, as text the kind reads in whole units: «12.5» → «12.5万»."""
    text = typed.strip()
    if not text or text[-1] in "万萬亿億":
        return typed
    if text[0] in "=＝":
        return f"=({text[1:]})*{WAN}"
    return f"{text[:-1]}万)" if text[-1] == ")" and text[0] == "(" else f"{text}万"


def plain_wan(value: Stored) -> str:
    """The text an editor starts with in the 万 view."""
    return "" if value is None else money(int(value), wan=True).replace(",", "")
