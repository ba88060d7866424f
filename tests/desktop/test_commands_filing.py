"""check, explain, file, enroll, sync, status, correct, withdraw, and the province's endpoint commands."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from desktop import journey
from desktop.commands import main
from forms.book import Book
from forms.sample_papers import PAPER, SCAN

PERIOD = "2026-02"
SEED = 7


@pytest.fixture
def demo(demo_of, tmp_path):
    """A firm whose two months are mended, filled and explained, ready to file."""
    return demo_of(tmp_path / "演示", seed=SEED, period=PERIOD)


@contextlib.contextmanager
def running(*words):
    """Run one of our programs for as long as the block lasts; gives its ready line."""
    with subprocess.Popen([sys.executable, "-m", *map(str, words)], stdout=subprocess.PIPE, env=os.environ) as process:
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


def states(zhibao, path, period=PERIOD):
    return {one["form"]: one for one in zhibao("status", path).data["series"] if one["period"] in (period, period[:4])}


def test_check_counts_and_places_what_is_wrong(zhibao, demo_of, tmp_path):
    made = demo_of(tmp_path / "演示", seed=SEED, period=PERIOD, until="imported")
    ran = zhibao("check", made.book)
    assert ran.status == 1
    assert ran.data["as_of"] == made.as_of
    errors = [one for one in ran.data["findings"] if one["severity"] == "error"]
    assert ran.data["errors"] == len(errors) > 0
    assert any(one["cell"] for one in errors)
    one_form = zhibao("check", made.book, "--form", "05", "--as-of", "2026.3.2").data
    assert one_form["as_of"] == "2026-03-02"
    assert {one["form"] for one in one_form["findings"]} <= {"JLFW-05"}
    assert zhibao("check", made.book, "--as-of", "昨天").status == 3


def test_status_of_a_demonstration_goes_by_its_own_day(zhibao, demo):
    told = zhibao("status", demo.book).data
    assert told["as_of"] == demo.as_of
    assert max(one["period"] for one in told["series"]) == demo.as_of[:7]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["04", "2026", "F04-002"], "wrong-cadence"),
        (["02", PERIOD, "F02-016", "--row", ""], "no-row-key"),
        (["02", PERIOD, "F02-016", "--row", "没有"], "no-row"),
        (["02", PERIOD, "F99-999"], "no-such-warning"),
    ],
)
def test_an_explanation_of_nothing_is_refused(zhibao, demo, words, code):
    form, period, rule, *rest = words
    ran = zhibao("explain", demo.book, form, period, rule, "已与合同和收款凭证逐笔核对。", *rest)
    assert (ran.status, ran.data["error"]["code"]) == (3, code)


def test_check_is_status_0_where_no_error_stands(zhibao, demo):
    ran = zhibao("check", demo.book, "--period", PERIOD)
    assert (ran.status, ran.data["errors"]) == (0, 0)


def test_file_freezes_nothing_while_an_error_stands(zhibao, demo):
    zhibao("set", demo.book, "04", PERIOD, "total_revenue=")
    ran = zhibao("file", demo.book, "--period", PERIOD, "--with-earlier")
    assert ran.status == 1
    assert ran.data["filed"] == []
    blocked = {(one["form"], one["period"]): one for one in ran.data["blocked"]}
    assert blocked["JLFW-04", PERIOD]["errors"] > 0
    assert states(zhibao, demo.book)["JLFW-02"]["revision"] == 0


def test_a_month_that_uses_contracts_of_an_unfiled_month_names_it_and_files_nothing(zhibao, demo, capsys):
    ran = zhibao("file", demo.book, "--period", PERIOD)
    assert (ran.status, ran.data["filed"]) == (1, [])
    (blocked,) = ran.data["blocked"]
    assert (blocked["form"], blocked["errors"]) == ("JLFW-03", 0)
    assert blocked["needs"] == [{"form": "JLFW-02", "period": "2026-01"}]
    assert {(one["form"], one["period"]) for one in ran.data["earlier"]} >= {("JLFW-02", "2026-01")}
    assert {one["revision"] for one in zhibao("status", demo.book).data["series"]} == {0}
    assert main(["file", str(demo.book), "--period", PERIOD]) == 1
    said = capsys.readouterr().out
    assert "执行台账 2026年2月 用到 2026年1月登记的合同，这个月的合同台账还没有报送；请一并补报" in said
    assert "--with-earlier" in said
    assert zhibao("file", demo.book, "--period", PERIOD, "--with-earlier").status == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["2026-04"], "not-begun"),
        (["2027"], "not-begun"),
        (["2025-12"], "before-start"),
        (["2026", "--form", "04"], "wrong-cadence"),
        (["2026-13"], "bad-period"),
        ([PERIOD, "--form", "99"], "unknown-form"),
    ],
)
def test_a_period_nobody_owes_is_not_filed(zhibao, demo, words, code):
    ran = zhibao("file", demo.book, "--period", *words, "--with-earlier")
    assert (ran.status, ran.data["error"]["code"]) == (3, code)
    assert {one["revision"] for one in zhibao("status", demo.book).data["series"]} == {0}


def test_a_warning_must_be_explained_before_it_is_filed(zhibao, demo):
    zhibao("set", demo.book, "04", PERIOD, "total_revenue=90000000", "so_revenue=80000000", "so_revenue_off=80000000")
    warned = [
        one for one in zhibao("check", demo.book, "--period", PERIOD).data["findings"] if one["severity"] == "warning"
    ]
    assert warned
    assert zhibao("explain", demo.book, "04", PERIOD, warned[0]["rule"], "太短").status == 3
    for one in warned:
        row = ["--row", one["uid"]] if one["uid"] and one["form"] != "JLFW-04" else []
        told = zhibao(
            "explain", demo.book, one["form"], one["period"], one["rule"], "当月结算了三个大项目的尾款。", *row
        )
        assert (told.status, told.data["ok"], told.data["rule"]) == (0, True, one["rule"])


def test_the_way_of_a_filing_from_code_to_correction(zhibao, demo, tmp_path):
    path = demo.book
    with journey.start_demo(tmp_path / "province", demo.as_of, script="accept-all") as province:
        code = zhibao(
            "endpoint", "code", "--uscc", demo.sample.uscc, "--url", province.url, "--key", province.admin_key
        )
        assert code.status == 0
        assert zhibao("sync", path).data["error"]["code"] == "not-enrolled"
        assert zhibao("enroll", path, code.data["code"]).data["url"] == province.url
        assert zhibao("enroll", path, "ZB1.nonsense").status == 3
        assert zhibao("file", path, "--period", "2026-01").status == 0
        filed = zhibao("file", path, "--period", PERIOD)
        assert filed.status == 0
        assert {one["form"] for one in filed.data["filed"]} >= {"JLFW-02", "JLFW-03", "JLFW-04"}
        assert filed.data["earlier"] == []
        assert states(zhibao, path)["JLFW-04"]["label"] == "待发送"
        sent = zhibao("sync", path)
        assert (sent.status, sent.data["queued"], sent.data["problem"]) == (0, 0, None)
        assert sent.data["sent"] == sent.data["received"]
        accepted = states(zhibao, path)["JLFW-04"]
        assert (accepted["state"], accepted["receipt"]["verified"]) == ("ACCEPTED", True)
        assert zhibao("withdraw", path, "04", PERIOD).status == 3
        assert zhibao("set", path, "04", PERIOD, "so_revenue_off=1").data["error"]["code"] == "row-locked"
        assert zhibao("correct", path, "04", PERIOD, "--reason", "营业收入录错").status == 0
        assert zhibao("set", path, "04", PERIOD, "so_revenue_off=1").status == 0
    # the province has gone: what is filed stays queued
    again = zhibao("file", path, "--period", PERIOD, "--form", "04")
    if again.data["blocked"]:
        with Book.open(path) as book:
            journey.explain_all(book, demo)
        again = zhibao("file", path, "--period", PERIOD, "--form", "04")
    assert [(one["form"], one["revision"]) for one in again.data["filed"]] == [("JLFW-04", 2)]
    away = zhibao("sync", path)
    assert away.status == 4
    assert away.data["queued"] == 1
    assert away.data["problem"]["code"] == away.data["error"]["code"]
    assert away.data["error"]["message"] in away.stderr


def test_a_review_returns_with_a_comment_on_a_cell_and_accepts(zhibao, demo, tmp_path):
    words = ("--demo", "--as-of", demo.as_of, "--database", f"sqlite:///{tmp_path / 'province.db'}")
    with running("sync.endpoint", "serve", *words) as served:
        desk = ("--url", served["url"], "--key", served["admin_key"])
        code = zhibao("endpoint", "code", "--uscc", demo.sample.uscc, *desk).data["code"]
        zhibao("enroll", demo.book, code)
        filed = [*file_form(zhibao, demo, "01"), *file_form(zhibao, demo, "02")]
        assert zhibao("sync", demo.book).data["received"] == 2
        assert states(zhibao, demo.book)["JLFW-02"]["label"] == "待反馈"
        queue = zhibao("endpoint", "review", "list", *desk).data["queue"]
        assert [one["filing"] for one in queue] == [one["id"] for one in filed]
        contracts = queue[1]["filing"]
        shown = zhibao("endpoint", "review", "show", contracts, *desk).data["document"]
        assert shown["series"] == {"firm": demo.sample.uscc, "form": "JLFW-02", "period": PERIOD}
        saved = zhibao("endpoint", "review", "files", contracts, demo.folder / "附件", *desk).data["files"]
        assert [one["sha256"] for one in saved] == [SCAN.sha256]
        assert (demo.folder / "附件" / SCAN.name).read_bytes() == PAPER
        for wrong in ("02:1", "03:1:amount_orig=不对", "02:999:amount_orig=没有这行"):
            assert zhibao("endpoint", "review", "return", contracts, "--comment", wrong, *desk).status == 3
        told = zhibao("endpoint", "review", "return", contracts, "--comment", "02:2:amount_orig=请核对金额", *desk)
        assert (told.status, told.data["state"]) == (0, "RETURNED")
        assert zhibao("endpoint", "review", "accept", queue[0]["filing"], *desk).data["state"] == "ACCEPTED"
        assert zhibao("sync", demo.book).data["returned"] == 1
        returned = states(zhibao, demo.book)["JLFW-02"]
        (comment,) = returned["comments"]
        row = next(one for one in zhibao("show", demo.book, "02").data["rows"] if one["row"] == comment["row"])
        assert row["uid"] == shown["rows"][1]["uid"]
        assert (returned["state"], comment["field"], comment["text"]) == ("RETURNED", "amount_orig", "请核对金额")
        untouched = zhibao("file", demo.book, "--period", PERIOD, "--form", "02")
        assert (untouched.status, untouched.data["error"]["code"]) == (3, "untouched")
        assert "合同台账 2026年2月被退回后没有改动，没有再报" in untouched.stderr
        assert states(zhibao, demo.book)["JLFW-02"]["state"] == "RETURNED"
        zhibao("set", demo.book, "02", PERIOD, "remarks=已核对", "--row", row["uid"])
        (again,) = file_form(zhibao, demo, "02")
        assert again["revision"] == 2
        assert zhibao("withdraw", demo.book, "02", PERIOD).data["ok"]
        (again,) = file_form(zhibao, demo, "02")
        zhibao("sync", demo.book)
        assert zhibao("endpoint", "review", "accept", again["id"], *desk).status == 0
        assert zhibao("endpoint", "review", "accept", again["id"], *desk).status == 5
        zhibao("sync", demo.book)
        assert states(zhibao, demo.book)["JLFW-02"]["state"] == "ACCEPTED"


def file_form(zhibao, demo, form):
    ran = zhibao("file", demo.book, "--period", PERIOD, "--form", form)
    assert ran.status == 0, ran
    return ran.data["filed"]


def test_the_endpoint_serves_until_it_is_stopped_and_refuses_in_its_own_words(zhibao, tmp_path):
    words = ("--database", f"sqlite:///{tmp_path / 'province.db'}", "--port", 0)
    with running("desktop.commands", "endpoint", "serve", *words) as served:
        desk = ("--url", served["url"], "--key", served["admin_key"])
        assert zhibao("endpoint", "review", "list", *desk).data == {"ok": True, "queue": []}
        assert zhibao("endpoint", "review", "show", "0199-nonsense", *desk).status == 5
        nobody = ("--url", "http://127.0.0.1:9", "--key", served["admin_key"])
        away = zhibao("endpoint", "code", "--uscc", "x", *nobody)
        assert away.status == 4
        assert "确认平台正在运行" in away.data["error"]["message"]
        assert "待发" not in away.data["error"]["message"]  # that is a firm's concern
        stranger = tmp_path / "stranger.pem"
        stranger.write_bytes(
            Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        wrong = zhibao("endpoint", "review", "list", "--url", served["url"], "--key", stranger)
        assert wrong.status == 5
        assert f"不认管理员密钥 {stranger}" in wrong.data["error"]["message"]
        no_key = ("--url", served["url"], "--key", tmp_path / "没有.pem")
        assert zhibao("endpoint", "code", "--uscc", "x", *no_key).status == 3
    assert zhibao("endpoint", "serve", "--database", "nonsense://x", "--port", 0).status == 3
