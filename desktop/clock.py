"""Moments and due dates as people read them: local, without what goes without saying."""

from __future__ import annotations

import datetime as dt


def shown_time(moment: str | None, *, today: dt.date | None = None) -> str:
    """Say a UTC moment («2026-11-23T06:20:00Z») as local «14:20» today, «11-22 14:20» otherwise; "" for None."""
    if not moment:
        return ""
    local = dt.datetime.fromisoformat(moment).astimezone()
    day = today or dt.datetime.now().astimezone().date()
    if local.date() == day:
        return local.strftime("%H:%M")
    return local.strftime("%m-%d %H:%M") if local.year == day.year else local.strftime("%Y-%m-%d %H:%M")


def shown_moment(moment: str | None) -> str:
    """Say a UTC moment in full, local: «2026-11-23 14:20:07»; "" for None."""
    if not moment:
        return ""
    return dt.datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def shown_due(due: str, period: str) -> str:
    """Say by when a period is due: «11-05», and «2027-01-15» where it is a year, or due in another one."""
    return due[5:] if due[:4] == period[:4] and len(period) > len("2026") else due
