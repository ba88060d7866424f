"""The parent's side of reading a workbook: asks the limited child for rows and takes them as they come.

`reading(path, edition)` is a `with` block; of what it gives, `opened` says which sheet and which columns, `runs()`
gives the rows as they come, `done` the counts and sums.
"""

from __future__ import annotations

import pickle
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from forms.children.child import Child, Work
from forms.children.endings import Failed, Refused
from forms.children.limits import limits_for
from forms.workbook.chosen import ENDINGS, size_of
from forms.workbook.frames import Decoding, Done, Opened, Request, Rows
from forms.workbook.mapping import NO_GUIDE, Guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from forms.definition import Edition
    from forms.workbook.frames import CellValue

_answers: msgspec.msgpack.Decoder[Opened | Rows | Done | Refused | Failed] = msgspec.msgpack.Decoder(
    Opened | Rows | Done | Refused | Failed
)
READING: Work[Opened | Rows | Done] = Work("reading", _answers, ENDINGS)


@dataclass(frozen=True, slots=True)
class ReadRows:
    """A run of rows as `forms.workbook.frames.Rows` gives them, each column a list of its values."""

    numbers: list[int]
    columns: list[list[CellValue]]
    unparsed: list[tuple[int, str, str, str]]


class Reading:
    """A sheet on its way from the child; `opened` at once, `done` after the last run of rows."""

    def __init__(self, child: Child[Opened | Rows | Done], opened: Opened) -> None:
        """Continue the conversation after the child has opened the sheet."""
        self.opened = opened
        self._child = child
        self._done: Done | None = None

    @property
    def done(self) -> Done:
        """Give the counts and sums; only after all runs were taken."""
        if self._done is None:
            raise RuntimeError
        return self._done

    def runs(self) -> Iterator[ReadRows]:
        """Give the rows, run by run.

        Raises:
            WorkbookRefused: the child ended before the sheet did.
            InputRefused: cancelled.
        """
        decoding = Decoding()
        while True:
            frame = self._child.take()
            if isinstance(frame, Rows):
                try:
                    columns = decoding.columns(frame)
                except ValueError as error:
                    raise self._child.broken() from error
                yield ReadRows(frame.numbers, columns, frame.unparsed)
            elif isinstance(frame, Done):
                self._done = frame
                return
            else:
                raise self._child.broken()


@contextmanager
def reading(
    path: Path,
    edition: Edition,
    *,
    sheet: str | None = None,
    guide: Guide = NO_GUIDE,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Reading]:
    """Read a workbook as rows of an edition, in a child process that ends with the block.

    Raises:
        WorkbookRefused: the file cannot be read; one sentence says why and what to do.
        InputRefused: cancelled.
    """
    with Child(READING, limits_for(size_of(path)), cancelled) as child:
        child.ask(Request(str(path.resolve()), pickle.dumps(edition), sheet, guide))
        yield Reading(child, child.take_only(Opened))
