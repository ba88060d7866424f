"""The citizen identity number (公民身份号码, GB 11643-1999): its check character, and what it says of its holder.

Pure functions over text. A number is personal: nothing here keeps or logs one.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

LENGTH: Final = 18
_SHAPE: Final = re.compile(r"[1-9][0-9]{16}[0-9X]", re.ASCII)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_MALE: Final = 1
_SHOWN: Final = 2  # places left at each end of a number that is no identity number
_REGION, _LAST = 6, 4


def check_character(first17: str) -> str:
    """Give the 18th character from the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True))
    return _CHECK[total % len(_CHECK)]


@lru_cache(maxsize=4096)
def idcard_valid(text: str) -> bool:
    """Tell whether the text is a whole identity number: its shape, a date that exists, its check character."""
    if not _SHAPE.fullmatch(text) or text[17] != check_character(text[:17]):
        return False
    return _date(text) is not None


def idcard_birth(text: str) -> str | None:
    """Give the date of birth an identity number says (ISO); None where it is none."""
    return _date(text) if idcard_valid(text) else None


def idcard_gender(text: str) -> str | None:
    """Give the code of the gender an identity number says, M or F; None where it is none."""
    if not idcard_valid(text):
        return None
    return "M" if int(text[16]) % 2 == _MALE else "F"


def masked(text: str) -> str:
    """Give the number as others may see it: an identity number without its date of birth, others but for their ends."""
    if len(text) == LENGTH:
        return f"{text[:_REGION]}{'*' * (LENGTH - _REGION - _LAST)}{text[-_LAST:]}"
    if len(text) <= 2 * _SHOWN:
        return "*" * len(text)
    return f"{text[:_SHOWN]}{'*' * (len(text) - 2 * _SHOWN)}{text[-_SHOWN:]}"


def _date(text: str) -> str | None:
    try:
        return dt.date(int(text[6:10]), int(text[10:12]), int(text[12:14])).isoformat()
    except ValueError:
        return None
