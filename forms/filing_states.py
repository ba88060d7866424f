"""The states of a filing revision, and the sets of states by which the program decides.

Several sets say that a filing does not count, and they differ, because they answer different questions:

| set | asked | REFUSED, CONFLICT | RETURNED | WITHDRAWN, ABANDONED | SUPERSEDED |
|---|---|---|---|---|---|
| `TO_FILE` | must the firm file it (again)? | yes | yes | yes | no: a newer one is filed |
| `TURNED_DOWN` | must a person look why it came back? | yes | yes | no: she did it | no |
| `TAKEN_BACK`, among the `DRAFTS` | is it a draft again? | no | no | yes | no |
| `GIVEN_UP` | may a receipt still turn up? | yes | no: it has one | ABANDONED only | no |
| `UNCOUNTED` | does the province count nothing of it? | yes | no: it waits for a better one | yes | no: the newer one |
| `PASSED_OVER` | is another one the last of its series? | no: she must see it | no | yes | yes |
| `NO_HEAD` | may its figures not be the filed head? | yes | no | yes | yes |
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class FilingState(StrEnum):
    """The states of one revision; the endpoint knows those from RECEIVED on, the client all."""

    DRAFT = "DRAFT"
    CHECKED = "CHECKED"
    SIGNED = "SIGNED"
    QUEUED = "QUEUED"
    SENDING = "SENDING"
    HANDED_OVER = "HANDED_OVER"
    RELAYED = "RELAYED"
    RECEIVED = "RECEIVED"
    IN_REVIEW = "IN_REVIEW"
    ACCEPTED = "ACCEPTED"
    LOCKED = "LOCKED"
    RETURNED = "RETURNED"
    REFUSED = "REFUSED"
    CONFLICT = "CONFLICT"
    SUPERSEDED = "SUPERSEDED"
    WITHDRAWN = "WITHDRAWN"
    ABANDONED = "ABANDONED"


_State = FilingState

SETTLED: Final = frozenset({_State.ACCEPTED, _State.LOCKED})
"""The province has accepted the figures: they are locked until a correction is open."""
TURNED_DOWN: Final = frozenset({_State.RETURNED, _State.REFUSED, _State.CONFLICT})
TAKEN_BACK: Final = frozenset({_State.WITHDRAWN, _State.ABANDONED})
DRAFTS: Final = frozenset({_State.DRAFT, _State.CHECKED}) | TAKEN_BACK
"""Nothing of it is at the province: never filed, open again, or taken back."""
GIVEN_UP: Final = frozenset({_State.REFUSED, _State.CONFLICT, _State.ABANDONED})
UNCOUNTED: Final = GIVEN_UP | TAKEN_BACK
PASSED_OVER: Final = TAKEN_BACK | {_State.SUPERSEDED}
NO_HEAD: Final = UNCOUNTED | {_State.SUPERSEDED}
TO_FILE: Final = DRAFTS | TURNED_DOWN


def in_sql(states: Iterable[FilingState]) -> str:
    """Write states as a list of SQL: «('ABANDONED', 'WITHDRAWN')»."""
    quoted = (f"'{state}'" for state in sorted(states))
    return f"({', '.join(quoted)})"
