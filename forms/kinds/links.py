"""The kind whose value is a list of links to rows of another form, each with an amount or the whole of the row's.

Stored as JSON text sorted by key, `{"220000…01": 850000000, "220000…02": 300000}`, amounts in hundredths; null stands
for the whole amount.
People write «220000…01=5,000.00、220000…02=3,000.00», or the number alone: then it is the row's whole amount.
"""

from __future__ import annotations

import json
import re
from typing import ClassVar

from forms.kinds.kind import Json, Kind, Stored, Unparsed, typed_text
from forms.kinds.numbers import Money
from forms.kinds.texts import IdText

_BETWEEN = re.compile(r"[、；;|\n]+")
_COMMAS = re.compile(r"[,，]")
_AMOUNT = re.compile(r"[=＝:：]")


class Links(Kind):
    """Links by the key people know: several with an amount each, or one that stands for the whole amount."""

    name: ClassVar[str] = "links"

    def __init__(self, target: str, length: int = 60) -> None:
        """Link to `target`, «JLFW-03A.receipt_no», whose values have at most `length` characters."""
        self.target = target
        self._key = IdText(length)
        self._money = Money()

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read what was typed; a number of Excel with more than 15 digits has lost the last ones."""
        if isinstance(typed, int | float) and not isinstance(typed, bool):
            key = self._key.parse(typed)
            return key if isinstance(key, Unparsed) else super().parse(typed_text(typed))
        return super().parse(typed)

    def read(self, text: str) -> Stored | Unparsed:
        """Read «number=amount» parts; one part that is wrong leaves the whole as typed."""
        between = _BETWEEN if _AMOUNT.search(text) else re.compile(f"{_BETWEEN.pattern}|{_COMMAS.pattern}")
        found: dict[str, int | None] = {}
        for part in filter(None, (part.strip() for part in between.split(text))):
            name, *rest = _AMOUNT.split(part, maxsplit=1)
            key, amount = self._key.parse(name), self._money.parse(rest[0]) if rest else None
            for one in (key, amount):
                if isinstance(one, Unparsed):
                    return Unparsed(text, one.reason)
            if not isinstance(key, str) or isinstance(amount, str) or key in found:
                return Unparsed(text, "not-links")
            found[key] = amount if isinstance(amount, int) else None
        if len(found) > 1 and None in found.values():
            return Unparsed(text, "not-links")
        return _packed(found) if found else None

    def parts(self, value: Stored) -> list[tuple[str, int | None]]:
        """Give the pairs (key, hundredths); None stands for the row's whole amount."""
        return [] if value is None else list(json.loads(str(value)).items())

    def pack(self, parts: list[tuple[str, int | None]]) -> Stored:
        """Give the stored value of such pairs."""
        return _packed(dict(parts)) if parts else None

    def show(self, value: Stored) -> str:
        """Show «220000…01=5,000.00、220000…02=3,000.00», or the number alone."""
        return "、".join(
            key if amount is None else f"{key}={self._money.show(amount)}" for key, amount in self.parts(value)
        )

    def wire(self, value: Stored) -> Json:
        """Send a list of {key, amount} with the amount as decimal text, or of {key} alone."""
        if value is None:
            return None
        return [
            {"key": key} if amount is None else {"key": key, "amount": self._money.plain(amount)}
            for key, amount in self.parts(value)
        ]

    def unwire(self, value: Json) -> Stored:
        """Take such a list."""
        if value is None:
            return None
        if not isinstance(value, list) or not value:
            raise ValueError(self.name)
        parts = [self._part(part) for part in value]
        packed = _packed(dict(parts))
        if self.wire(packed) != value:
            raise ValueError(self.name)
        return packed

    def _part(self, part: Json) -> tuple[str, int | None]:
        if not isinstance(part, dict) or not {"key"} <= set(part) <= {"key", "amount"}:
            raise ValueError(self.name)
        key, amount = self._key.unwire(part["key"]), self._money.unwire(part.get("amount"))
        if not isinstance(key, str) or isinstance(amount, str):
            raise ValueError(self.name)
        return key, amount


def _packed(found: dict[str, int | None]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
