"""When a filing was sealed: in a demonstration the time of day runs, on the demonstration's own day in China."""

from __future__ import annotations

import datetime as dt

import pytest

from forms import filing


@pytest.mark.parametrize(
    ("moment", "stamp"),
    [
        ("2026-11-23T08:15:00+00:00", "2026-11-02T08:15:00Z"),
        ("2026-11-23T15:59:59+00:00", "2026-11-02T15:59:59Z"),
        ("2026-11-23T16:15:00+00:00", "2026-11-01T16:15:00Z"),  # a quarter past midnight in China
        ("2026-11-23T09:00:00+09:00", "2026-11-02T00:00:00Z"),
    ],
)
def test_a_demonstration_stamps_its_own_day_at_every_hour(moment, stamp):
    assert filing.stamp_on("2026-11-02", dt.datetime.fromisoformat(moment)) == stamp
