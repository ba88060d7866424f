"""The command line: everything the window can do, without Qt. One module per group of commands; `main` runs them."""

from __future__ import annotations

from desktop.commands.program import main

__all__ = ["main"]
