"""``python -m desktop``: the window."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; give its exit status.

    Python's collector rests before Qt's classes are made: they are no garbage, and to look through them costs 8 ms.
    Collecting is the window's own affair later (``desktop.sweeping``).
    """
    gc.disable()
    from desktop import app

    return app.main(argv)


if __name__ == "__main__":
    sys.exit(main())
