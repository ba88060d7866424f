"""The names workbooks that can be read usually end with: what a file dialog offers and a drop is taken for.

A name decides nothing about how a file is read; its bytes do.
"""

from __future__ import annotations

from typing import Final

READABLE: Final = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".txt")
PATTERNS: Final = " ".join(f"*{suffix}" for suffix in READABLE)
"""As a file dialog wants them."""
KINDS_TOLD: Final = "、".join(READABLE)
"""As a sentence names them."""
CHOOSE_ONE: Final = f"请选择 {KINDS_TOLD} 文件。"
"""What to do where something else was chosen."""
