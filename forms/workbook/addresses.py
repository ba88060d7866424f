"""Spreadsheet addresses: column letters and 0-based column numbers."""

from __future__ import annotations

from functools import cache

_LETTERS = 26


@cache
def column_letters(index: int) -> str:
    """Give the letters of a 0-based column: 0 → A, 25 → Z, 26 → AA."""
    letters = ""
    rest = index + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


@cache
def column_index(letters: str) -> int:
    """Give the 0-based column of letters: A → 0, AA → 26."""
    index = 0
    for letter in letters:
        index = index * _LETTERS + ord(letter) - ord("A") + 1
    return index - 1
