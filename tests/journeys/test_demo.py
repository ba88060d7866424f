"""The whole journey of a sample firm on the command line: with the seed that ships, and with another firm and month."""

from __future__ import annotations

import pytest

FORMS = ("JLFW-01", "JLFW-02", "JLFW-02B", "JLFW-03A", "JLFW-03", "JLFW-04", "JLFW-05", "JLFW-06", "JLFW-07")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ((), "2026-10"),
        (("--seed", 7, "--firm", "图们江数据服务有限公司", "--period", "2026-02"), "2026-02"),
        (("--seed", 11, "--period", "2026-12"), "2026-12"),
    ],
)
def test_the_journey_ends_with_every_form_accepted(zhibao, tmp_path, words, period):
    ran = zhibao("demo", tmp_path / "演示", *words)
    assert ran.status == 0, ran
    imported = ran.data["import"]
    assert imported["rows_read"] == imported["rows_accepted"] + imported["rows_refused"]
    assert any(one["sheet"] and one["cell"] for one in ran.data["findings_before"] if one["severity"] == "error")
    assert [one for one in ran.data["findings_after"] if one["severity"] == "error"] == []
    filings = ran.data["filings"]
    young = {"JLFW-02B"} if period == "2026-02" else set()  # no contract is old enough to have been changed
    assert {one["form"] for one in filings} == set(FORMS) - young
    assert all(one["receipt"]["verified"] for one in filings)
    heads = {(one["form"], one["period"]): one for one in filings}  # the last revision of each
    assert {one["state"] for one in heads.values()} == {"ACCEPTED"}
    (returned,) = [one for one in filings if one["comments"]]
    assert (returned["form"], returned["period"], returned["state"]) == ("JLFW-04", period, "SUPERSEDED")
    assert returned["comments"][0]["field"]
    assert heads["JLFW-04", period]["revision"] == 2
    assert ran.data["dir"] == str(tmp_path / "演示")


def test_a_year_is_no_month_to_demonstrate(zhibao, tmp_path):
    ran = zhibao("demo", tmp_path / "演示", "--period", "2026")
    assert (ran.status, ran.data["error"]["code"]) == (3, "bad-period")
    assert not (tmp_path / "演示").exists()


def test_a_folder_with_a_demonstration_is_left_alone(zhibao, tmp_path):
    from desktop import journey

    journey.prepare(tmp_path / "演示")
    ran = zhibao("demo", tmp_path / "演示")
    assert (ran.status, ran.data["error"]["code"]) == (3, "book-exists")
