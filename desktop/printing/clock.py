"""Moments on paper: in Beijing time, whatever zone the PC is set to."""

from __future__ import annotations

import datetime as dt

_BEIJING = dt.timezone(dt.timedelta(hours=8))


def beijing(moment: str | None) -> str:
    """Say a UTC moment («2026-11-23T06:20:07Z») in Beijing time, «2026-11-23 14:20:07»; "" for None."""
    return dt.datetime.fromisoformat(moment).astimezone(_BEIJING).strftime("%Y-%m-%d %H:%M:%S") if moment else ""
