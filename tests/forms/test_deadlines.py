"""Deadlines reckoned by hand from the calendar the scheme ships."""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from forms.catalogue import load_catalogue
from forms.deadlines import Deadlines, add_months, days_between, unplanned, unplanned_among

SCHEME = load_catalogue().scheme
DEADLINES = Deadlines.of(SCHEME.parameters)


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2026-05", "2026-06-05"),  # a Friday
        ("2026-03", "2026-04-07"),  # 5 April is a Sunday, and 清明 takes the Monday
        ("2026-04", "2026-05-06"),  # 劳动节 to 5 May
        ("2026-09", "2026-10-08"),  # 国庆节 to 7 October
        ("2025-09", "2025-10-09"),  # 国庆节 and 中秋节 to 8 October
        ("2025-03", "2025-04-07"),  # 5 and 6 April are 清明 and a weekend
        ("2026-08", "2026-09-07"),  # 5 September is a Saturday
        ("2025-12", "2026-01-05"),  # a Monday
        ("2026-12", "2027-01-05"),
        ("2027-01", "2027-02-09"),  # 春节 to 8 February
        ("2029-04", "2029-05-07"),  # no calendar of that year: 5 May is a Saturday
        ("2025", "2026-01-15"),
        ("2026", "2027-01-15"),
    ],
)
def test_a_report_is_due_on_a_working_day(period: str, due: str) -> None:
    assert DEADLINES.due_on(period) == due


def test_a_weekend_day_that_is_worked_is_a_working_day() -> None:
    days = Deadlines(month_day=10, holidays=DEADLINES.holidays, workdays=DEADLINES.workdays)
    assert days.due_on("2026-09") == "2026-10-10"  # a Saturday, worked for 国庆节
    assert Deadlines(month_day=10).due_on("2026-09") == "2026-10-12"


def test_postponing_can_be_switched_off() -> None:
    assert Deadlines(postpone=False).due_on("2026-08") == "2026-09-05"


@pytest.mark.parametrize(
    ("as_of", "first"), [("2026-03-31", "2025-07-01"), ("2026-01-01", "2025-07-01"), ("2026-04-01", "2026-01-01")]
)
def test_the_window_of_executions(as_of: str, first: str) -> None:
    assert DEADLINES.first_open_day(as_of) == first


def test_the_calendar_names_real_days_once() -> None:
    with (SCHEME.folder / "calendar.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    days = [line["date"] for line in lines]
    assert days == sorted(set(days))
    assert {day[:4] for day in days} == {"2025", "2026", "2027"}
    assert all(line["source"] for line in lines)
    for line in lines:
        weekend = dt.date.fromisoformat(line["date"]).weekday() >= 5
        assert line["kind"] == "holiday" or (line["kind"] == "workday" and weekend)


def test_months_and_days() -> None:
    assert add_months("2026-01-31", 1) == "2026-02-28"
    assert days_between("2026-02-27", "2026-03-01") == 2


def test_a_year_without_a_calendar_is_said_with_its_deadlines() -> None:
    catalogue = load_catalogue()
    assert unplanned(catalogue, "2027-11") == ""
    assert unplanned(catalogue, "2026") == ""
    said = "制度里还没有2028年的节假日安排，期限只按周末顺延，请以省平台的通知为准。"
    assert unplanned(catalogue, "2027-12") == said  # due in January
    assert unplanned_among(catalogue, ["2027-12", "2028-01", "2027", "2026-10"]) == [said]
