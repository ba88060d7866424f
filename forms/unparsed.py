"""What did not parse in a row: kept as typed in its column `unparsed`, a JSON object of field → [text, reason].

One decoder for all who read it: a check may look into ten thousands of rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

Kept = dict[str, tuple[str, str]]
"""Field → (text as typed, reason)."""

_decode = msgspec.json.Decoder(Kept).decode


def read(column: object) -> Kept:
    """Read what the column holds; nothing where it is NULL."""
    return _decode(str(column)) if column else {}


def of(row: Mapping[str, Any] | sqlite3.Row) -> Kept:
    """Give what did not parse in a row."""
    return read(row["unparsed"])


def text_of(kept: Kept, field: str) -> str | None:
    """Give the text of a field as it was typed, None where it did parse."""
    return kept[field][0] if field in kept else None


def write(kept: Kept) -> str | None:
    """Give what the column shall hold, always in the same order, so that equal contents are equal texts."""
    return msgspec.json.encode(kept, order="sorted").decode() if kept else None


def holds(row: Mapping[str, Any], field: str) -> bool:
    """Tell whether a field is kept as typed because it did not parse; a row that is just made may lack the column."""
    column = row.get("unparsed")
    return bool(column) and field in read(column)


def holds_in_sql(field: str) -> str:
    """Write the same as an SQL condition; a quotation mark within a text is escaped, so only a key is found."""
    return f"coalesce(instr(unparsed, '\"{field}\":'), 0)"
