"""The ways of a filing revision from state to state, as the one table that Book and province both walk.

A revision that a newer one replaced (SUPERSEDED) is no longer what counts. When the newer one is withdrawn, the one it
had replaced stands again, in the state it has by what the province said of it: accepted figures stay accepted. A newer
one that was refused was never received and so replaced nothing; one that was returned still replaces, for the firm owes
a better one. Ways nobody walks yet are listed so that the table is whole; `UNWALKED` names their events.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from forms.filing_states import GIVEN_UP, FilingState

State = FilingState

_UNSENT = (State.QUEUED, State.HANDED_OVER, State.RELAYED)
_UNDER_REVIEW = (State.RECEIVED, State.IN_REVIEW)
_REPLACEABLE = (*_UNDER_REVIEW, State.ACCEPTED, State.LOCKED, State.RETURNED)

EVENT_OF_DECISION: dict[str, str] = {
    "IN_REVIEW": "review",
    "ACCEPTED": "accept",
    "RETURNED": "return",
}
"""The state a signed decision names → the event that leads there."""


def stands_again(state: State) -> str:
    """Name the event by which a replaced revision stands again in `state`."""
    return f"stands-again-{state.lower().replace('_', '-')}"


WAYS: dict[tuple[State, str], State] = {
    (State.DRAFT, "check"): State.CHECKED,
    (State.CHECKED, "edit"): State.DRAFT,
    (State.CHECKED, "sign"): State.SIGNED,
    (State.SIGNED, "queue"): State.QUEUED,
    # travelling
    **{(state, "send"): State.SENDING for state in _UNSENT},
    (State.SENDING, "not-sent"): State.QUEUED,  # the province cannot have it
    (State.SENDING, "timeout"): State.QUEUED,  # it may have it: the outcome is unknown, the id stays the same
    (State.QUEUED, "cancel"): State.ABANDONED,
    (State.QUEUED, "export"): State.HANDED_OVER,
    (State.HANDED_OVER, "desk-slip"): State.RELAYED,
    # answered: by the reply to PUT, or by the feed when that reply was lost; a signed receipt outweighs what this Book
    # believed: it may be a copy put back from a backup, or somebody on the way answered «refused»
    **{(state, "receipt"): State.RECEIVED for state in (State.SENDING, *_UNSENT, *GIVEN_UP)},
    (State.SENDING, "refuse"): State.REFUSED,
    (State.SENDING, "head-moved"): State.CONFLICT,
    (State.CONFLICT, "abandon"): State.ABANDONED,
    (State.REFUSED, "abandon"): State.ABANDONED,
    # under review: only what the province signed
    (State.RECEIVED, "review"): State.IN_REVIEW,
    (State.IN_REVIEW, "review"): State.IN_REVIEW,  # the next level of the chain
    **{(state, "accept"): State.ACCEPTED for state in _UNDER_REVIEW},
    **{(state, "return"): State.RETURNED for state in _UNDER_REVIEW},
    (State.RECEIVED, "withdraw"): State.WITHDRAWN,  # before any decision
    (State.ACCEPTED, "lock"): State.LOCKED,
    # replaced by a newer revision, and standing again because that one was withdrawn
    **{(state, "newer-revision"): State.SUPERSEDED for state in _REPLACEABLE},
    **{(State.SUPERSEDED, stands_again(state)): state for state in _REPLACEABLE},
}
"""(state, event) → state; what is not listed is refused."""

UNWALKED: Final = frozenset({"check", "edit", "export", "desk-slip", "abandon", "lock"})
"""Events nothing brings about: a draft is edited and checked before there is a filing to move; the others await the
hand-over file, the merging of a conflict and the closing of a year."""


def after(state: State, event: str) -> State | None:
    """Give the state the event leads to, or None where there is no such way."""
    return WAYS.get((state, event))


def reviewed(decisions: Iterable[str]) -> State:
    """Give where a received revision stands after its decisions, given the states they name, in the feed's order."""
    here = State.RECEIVED
    for name in decisions:
        here = after(here, EVENT_OF_DECISION[name]) or here
    return here
