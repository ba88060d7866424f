"""The change feed of a firm: what the province signed for it, numbered without gaps under the firm's row."""

from __future__ import annotations

from sync.endpoint.keys import Province
from sync.endpoint.refusal import Refusal
from sync.endpoint.sessions import Caller
from sync.endpoint.store import Store
from sync.endpoint.wire import LIMITS
from sync.problems import ProblemType
from sync.protocol import ChangesPage


class Feed:
    """Pages of events."""

    def __init__(self, store: Store, province: Province) -> None:
        """Take where events are and which epoch they are of."""
        self._store = store
        self._province = province

    def changes(self, caller: Caller, since: int, epoch: str | None) -> ChangesPage:
        """Return the events after `since`, at most a page of them.

        Raises:
            Refusal: forbidden for the administrator; epoch-changed where the client's cursor is of another epoch.

        """
        firm = caller.as_firm()
        if epoch is not None and epoch != self._province.epoch:
            raise Refusal(ProblemType.EPOCH_CHANGED, "省平台已从备份恢复，请重新核对已报送的内容。")
        with self._store.reading(caller.scope) as transaction:
            records = transaction.firm(firm)
            events = records.events_since(since, LIMITS.page_events + 1)
        page = events[: LIMITS.page_events]
        return ChangesPage(
            epoch=self._province.epoch,
            events=page,
            next=page[-1].seq if page else since,
            more=len(events) > len(page),
            former=list(self._province.former),
        )
