"""The head line of the problem panel: what must be mended and what awaits words, of this period and of other months."""

from __future__ import annotations

from typing import NamedTuple

from desktop.error_counts import Places
from desktop.figures import figure
from desktop.languages import translate
from desktop.phrases import Phrase


class Found(NamedTuple):
    """What a check found in a ledger: errors, warnings without their words, and how many warnings have them."""

    errors: Places = Places()
    waiting: Places = Places()
    explained: int = 0


def summary(found: Found, checked_at: str) -> list[Phrase]:
    """Say it; `checked_at` is "" where nobody checked yet."""
    if not checked_at:
        return [Phrase(translate("Problems", "尚未审核"), "text3")]
    parts = []
    for places, name, token in (
        (found.errors, translate("Problems", "错误（须改）"), "error"),
        (found.waiting, translate("Problems", "核实（待说明）"), "warning"),
    ):
        if places:
            parts += [Phrase(f"{name} ", token), Phrase(f"{places}   ", token, bold=True)]
    if not parts and found.explained:
        text = translate("Problems", "没有错误，%1 处核实都已说明，%2").replace("%1", figure(found.explained))
        return [Phrase(text.replace("%2", checked_at), "accepted")]
    if not parts:
        text = translate("Problems", "审核通过，0 个问题，%1").replace("%1", checked_at)
        return [Phrase(text, "accepted")]
    return parts
