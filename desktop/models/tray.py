"""What a paste could not do: cells that may not be written, and cells that nobody can read and that stand as typed.

Each keeps its text and its reason until it is mended, until the paste is undone, or until the list is cleared.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.models.problems_model import Problem, ProblemsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.ledger_model import LedgerModel

SHORT = 40  # letters of a text a line shows


@dataclass(frozen=True, slots=True)
class Kept:
    """One cell: its row's number and uid ("" where there was no such row), its field, the text, and why.

    `stands` is true where the text stands in the cell, unread; else the cell is as it was before.
    """

    pos: int
    uid: str
    field: str
    text: str
    reason: str
    stands: bool = False


class Tray:
    """The cells of the newest paste that need a look."""

    def __init__(self, model: LedgerModel) -> None:
        self._model = model
        self._kept: list[Kept] = []
        self._seq = 0

    def put(self, kept: Sequence[Kept], seq: int) -> None:
        """Take in the cells of a step of the journal, in place of those before."""
        if kept:
            self._kept, self._seq = list(kept), seq

    def clear(self) -> None:
        """Forget them."""
        self._kept = []

    def problems(self) -> list[Problem]:
        """What still needs a look, as lines of the panel: nothing while the paste is undone."""
        if not self._kept or not self._is_done():
            return []
        unread = self._unread()
        return [self._line(one) for one in self._kept if not one.stands or unread.get((one.uid, one.field)) == one.text]

    def _is_done(self) -> bool:
        query = "SELECT 1 FROM journal WHERE seq = ? AND state = 'done'"
        return self._model.book.db.execute(query, (self._seq,)).fetchone() is not None

    def _unread(self) -> dict[tuple[str, str], str]:
        query = (
            f"SELECT uid, unparsed FROM {self._model.edition.table}"
            " WHERE unparsed IS NOT NULL AND uid IN (SELECT value FROM json_each(?))"
        )
        uids = json.dumps(list({one.uid for one in self._kept}))
        found = self._model.book.db.execute(query, (uids,)).fetchall()
        return {(uid, name): kept[0] for uid, unparsed in found for name, kept in json.loads(unparsed).items()}

    def _line(self, one: Kept) -> Problem:
        known = self._model.edition.by_id.get(one.field)
        return Problem(
            severity="error" if one.stands else "info",
            uid=one.uid,
            field=one.field,
            pos=one.pos,
            column=self._model.place_of.get(one.field, -1),
            label=known.label if known else "",
            rule=one.text if len(one.text) <= SHORT else one.text[:SHORT] + "…",
            text=one.reason,
        )


class TrayModel(ProblemsModel):
    """The tray's lines: the text in the place of a rule."""

    widths = (34, 76, 132, 180)

    def titles(self) -> tuple[str, ...]:
        """Titles of the columns."""
        return "", self.tr("位置"), self.tr("栏目"), self.tr("原文"), self.tr("原因")
