"""The command line: everything the window can do, without Qt. One module per group of commands; `main` runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command, or open the window when there is none; give the exit status."""
    try:
        from desktop.commands import program

        return program.main(words)
    except KeyboardInterrupt:  # while the program was loading: there is nothing to tell
        return _INTERRUPTED
