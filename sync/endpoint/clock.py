"""The clock deadlines go by: the province's own. A demonstration may pin its date; the time of day still runs."""

from __future__ import annotations

import datetime as dt

from sync.protocol import utc_text

CHINA = dt.timezone(dt.timedelta(hours=8), "CST")  # China has no summer time, so no time zone data is needed


class Clock:
    """Tells the time; `as_of` ("2026-10-12") pins the date in China for tests and demonstrations."""

    def __init__(self, as_of: str | None = None) -> None:
        """Take the pinned date, if any.

        Raises:
            ValueError: it is no ISO date.

        """
        self._date = dt.date.fromisoformat(as_of) if as_of else None

    @property
    def is_pinned(self) -> bool:
        """Tell whether the date is pinned."""
        return self._date is not None

    def now(self) -> dt.datetime:
        """Return the moment the province would stamp on a receipt."""
        moment = dt.datetime.now(CHINA)
        return moment if self._date is None else dt.datetime.combine(self._date, moment.timetz())

    def stamp(self) -> str:
        """Return now() as the protocol writes it."""
        return utc_text(self.now())

    def today(self) -> str:
        """Return the calendar date in China, the `as_of` of the province's checks."""
        return self.now().date().isoformat()

    @staticmethod
    def real() -> dt.datetime:
        """Return the true time, which sessions, codes and the server time in capabilities go by."""
        return dt.datetime.now(dt.UTC)
