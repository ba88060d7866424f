"""A program on a pinned day, so that a journey is the same on every day it is walked.

    python tests/journeys/pinned.py DAY -m MODULE [arguments]      or      … DAY FILE.py [arguments]

Only what the rules and deadlines go by is pinned, `forms.periods.today`; moments are those of the clock.
"""

from __future__ import annotations

import runpy
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def words(day: str, command: Sequence[str]) -> list[str]:
    """Pin the day of a command that begins with Python."""
    return [command[0], __file__, day, *command[1:]]


def main(day: str, command: Sequence[str]) -> None:
    """Run a module or a file as the main program on a day."""
    from forms import periods

    periods.today = lambda: day
    if command[0] == "-m":
        sys.argv = list(command[1:])
        runpy.run_module(command[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = list(command)
        runpy.run_path(command[0], run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
