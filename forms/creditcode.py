"""Check characters of the unified social credit code (GB 32100-2015) and the organisation code (GB 11714-1997).

Pure functions over text. The code of a firm is typed by hand from its licence, so a wrong one is told by *place*: which
character cannot stand where it does, or which part of the code does not agree with its check character.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH: Final = 18
_VALUE: Final = {char: value for value, char in enumerate(ALPHABET)}
_WEIGHTS: Final = tuple(pow(3, index, 31) for index in range(17))
_ORG_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORG_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_ORG_LENGTH: Final = 9
_DIVISION: Final = range(2, 8)
_ORGANISATION: Final = slice(8, 17)
# What the five letters that never occur are usually misread from.
_LOOKALIKE: Final = {"I": "1", "O": "0", "Z": "2", "S": "5", "V": "U"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a code: the 1-based `position` of the character, and a Chinese `sentence` with the remedy."""

    position: int
    sentence: str


def check_character(first17: str) -> str:
    """Give the 18th character of a credit code from the first 17, which must all be of its alphabet."""
    total = sum(_VALUE[char] * weight for char, weight in zip(first17, _WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


@lru_cache(maxsize=8192)
def credit_code_valid(text: str) -> bool:
    """Tell whether the text is a whole, correct credit code."""
    return check_credit_code(text) is None


def check_credit_code(text: str) -> Fault | None:
    """Find the first fault of a credit code; None where there is none."""
    if len(text) != LENGTH:
        return Fault(
            min(len(text) + 1, LENGTH + 1), f"统一社会信用代码应为18位，现为{len(text)}位，请对照营业执照补正。"
        )
    for index, char in enumerate(text):
        fault = _check_place(index, char)
        if fault is not None:
            return fault
    right = check_character(text[:17])
    if text[17] == right:
        return None
    return _mismatch(text, right)


def _check_place(index: int, char: str) -> Fault | None:
    """Find what is wrong with one character by itself."""
    place = index + 1
    if char not in _VALUE:
        hint = f"，疑似应为“{_LOOKALIKE[char]}”" if char in _LOOKALIKE else ""
        return Fault(place, f"统一社会信用代码第{place}位“{char}”不是可用字符{hint}，请核对营业执照。")
    if index in _DIVISION and not char.isdigit():
        return Fault(
            place, f"统一社会信用代码第{place}位“{char}”应为数字（第3至8位是登记机关区划码），请核对营业执照。"
        )
    return None


def _mismatch(text: str, right: str) -> Fault:
    """Say where a code with a wrong check character most likely went wrong.

    Characters 9 to 17 have a check of their own: where it fails too, the fault is there, and two exchanged neighbours
    that mend both checks are almost surely what happened.
    """
    if organisation_code_valid(text[_ORGANISATION]):
        sentence = f"统一社会信用代码第18位校验位应为“{right}”，现为“{text[17]}”，请核对第18位和第1至8位。"
        return Fault(LENGTH, sentence)
    for index in range(_ORGANISATION.start, 17):
        if _agrees(text[:index] + text[index + 1] + text[index] + text[index + 2 :]):
            where = f"第{index + 1}、{index + 2}位疑似颠倒"
            return Fault(index + 1, f"统一社会信用代码校验不符：{where}，请核对营业执照。")
    return Fault(9, f"统一社会信用代码校验不符：第9至17位中有误（按前17位算校验位应为“{right}”），请核对营业执照。")


def _agrees(text: str) -> bool:
    """Tell whether a code of known characters agrees with both its check characters."""
    return (
        text[2:8].isdigit() and check_character(text[:17]) == text[17] and organisation_code_valid(text[_ORGANISATION])
    )


@lru_cache(maxsize=8192)
def organisation_code_valid(text: str) -> bool:
    """Tell whether nine characters are a correct organisation code (no hyphen)."""
    if len(text) != _ORG_LENGTH or any(char not in _ORG_ALPHABET for char in text[:8]):
        return False
    total = sum(_ORG_ALPHABET.index(char) * weight for char, weight in zip(text, _ORG_WEIGHTS, strict=False))
    return text[8] == "0123456789X0"[11 - total % 11]
