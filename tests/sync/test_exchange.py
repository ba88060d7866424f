"""The main line, over a real socket to the real endpoint in its own process: from enrolment to withdrawal."""

from __future__ import annotations

import json

import pytest

from forms import corrections, filing, ledger, series
from forms.filing_states import FilingState as State
from sync import answers, enrolment, exchange, history, outbox, overview, referred, sealing
from sync.administration import administration
from sync.errors import BadEnrolmentCode, EndpointRefused, FilingRefused, NotEnrolled
from sync.keys import device_key
from sync.protocol import SeriesView
from sync.session import Session
from sync.states import broken_link
from sync.transport import HttpTransport

FILED = [
    ("JLFW-01", "2026"),
    *((form, "2026-01") for form in ("JLFW-02", "JLFW-03", "JLFW-05", "JLFW-06", "JLFW-04")),
    *((form, "2026-02") for form in ("JLFW-02", "JLFW-03", "JLFW-05", "JLFW-06", "JLFW-04")),
]


def states(book):
    """(form, period, revision) → state of every filing."""
    rows = book.db.execute("SELECT f.*, s.state FROM filings f JOIN standing s ON s.filing_id = f.id ORDER BY f.id")
    return {(row["form"], row["period"], row["revision"]): row["state"] for row in rows}


def test_nothing_is_sent_before_the_book_knows_its_province(ready, month):
    month.file(ready)
    with pytest.raises(NotEnrolled, match="报送码"):
        exchange.sync(ready)


def test_a_month_goes_from_the_desk_to_an_accepted_filing(ready, platform, month):
    filed = month.file(ready)
    assert [(one.form, one.period) for one in filed.filed] == FILED
    enrolment.enroll(ready, platform.code(ready.firm.uscc))
    report = exchange.sync(ready)
    assert report.to_json() | {"server_time": None} == {
        "sent": 11,
        "attachments": 1,
        "received": 11,
        "refused": 0,
        "returned": 0,
        "queued": 0,
        "events": 22,
        "server_time": None,
        "problem": None,
    }
    assert set(states(ready).values()) == {"ACCEPTED"}
    for one in filed.filed:
        assert answers.receipt_of(ready, one.id).verified
    assert broken_link(ready) is None
    assert "收到回执11份" in history.recent(ready)[0].text


def test_a_second_sync_finds_nothing_new(enrolled, month):
    month.file(enrolled)
    exchange.sync(enrolled)
    again = exchange.sync(enrolled)
    assert (again.sent, again.received, again.events) == (0, 0, 0)


def test_a_return_with_a_comment_is_mended_and_accepted(ready, strict_platform, month):
    """The reviewer doubts a figure of the monthly report; she changes it, files again, and it is accepted."""
    enrolment.enroll(ready, strict_platform.code(ready.firm.uscc))
    month.file(ready)
    assert exchange.sync(ready).returned == 1
    assert states(ready)["JLFW-04", month.period, 1] == "RETURNED"
    comments = overview.comments_on(ready, "JLFW-04", month.period)
    assert comments[0]["field"]
    assert comments[0]["text"]

    month.change_revenue(ready)
    again = month.file(ready)
    assert [(one.form, one.revision) for one in again.filed] == [("JLFW-04", 2)]
    assert filing.document_of(ready, again.filed[0].id)["reason"] == "returned"
    exchange.sync(ready)
    assert states(ready)["JLFW-04", month.period, 1] == "SUPERSEDED"
    assert states(ready)["JLFW-04", month.period, 2] == "ACCEPTED"


def test_a_correction_replaces_what_was_accepted(enrolled, month):
    month.file(enrolled)
    exchange.sync(enrolled)
    row = ledger.read_rows(enrolled, "JLFW-02", where="period = ?", params=(month.period,))[0]
    assert row["settled"]
    corrections.begin(enrolled, "JLFW-02", month.period, "合同名称写错")
    edit = ledger.CellEdit(row["uid"], "contract_name", "更正后的合同名称")
    ledger.set_cells(enrolled, "JLFW-02", [edit], label="更正", as_of=month.as_of)
    month.explain(enrolled)
    again = month.file(enrolled)
    assert ("JLFW-02", 2) in [(one.form, one.revision) for one in again.filed]
    document = filing.document_of(enrolled, again.filed[0].id)
    assert (document["reason"], document["base"] is not None) == ("correction", True)
    exchange.sync(enrolled)
    assert states(enrolled)["JLFW-02", month.period, 1] == "SUPERSEDED"
    assert states(enrolled)["JLFW-02", month.period, 2] == "ACCEPTED"
    assert series.series_state(enrolled, "JLFW-02", month.period, month.as_of).state == "ACCEPTED"


def test_a_filing_is_withdrawn_before_it_is_reviewed_and_filed_again(ready, unread_platform, month):
    enrolment.enroll(ready, unread_platform.code(ready.firm.uscc))
    month.file(ready)
    exchange.sync(ready)
    assert exchange.withdraw(ready, "JLFW-04", month.period) is State.WITHDRAWN
    assert states(ready)["JLFW-04", month.period, 1] == "WITHDRAWN"
    month.file(ready)
    assert exchange.sync(ready).problem is None
    assert states(ready)["JLFW-04", month.period, 2] == "RECEIVED"
    with pytest.raises(FilingRefused):
        exchange.withdraw(ready, "JLFW-04", "2026-03")


@pytest.fixture
def both(ready, unread_platform):
    """A Book and its province: what each says of the monthly report, revision by revision."""
    return Both(ready, unread_platform)


class Both:
    def __init__(self, book, platform):
        self.book, self.desk = book, administration(platform.url, platform.admin_key)
        self.session = Session(HttpTransport(platform.url), device_key(book))
        enrolment.enroll(book, platform.code(book.firm.uscc))

    def accept_all(self):
        for status in self.desk.queue():
            if status.series.firm == self.book.firm.uscc:
                self.desk.accept(status.filing_id)

    def states(self, period, form="JLFW-04"):
        """The states on which both agree."""
        path = f"/v1/series/{self.book.firm.uscc}/{form}/{period}"
        held = self.session._authorised("GET", path, SeriesView).revisions
        theirs = [str(one.state) for one in held]
        ours = [state for (one, month, _), state in sorted(states(self.book).items()) if (one, month) == (form, period)]
        assert ours == theirs
        return ours


def test_when_a_correction_is_withdrawn_the_accepted_figures_stand_again(both, month):
    """She corrects February's report, sends it, and thinks better of it before anybody has looked."""
    book = both.book
    month.file(book)
    exchange.sync(book)
    both.accept_all()
    exchange.sync(book)
    filed = "SELECT f.total_revenue FROM filed_monthly f WHERE f.period = ?"
    accepted = book.db.execute(filed, (month.period,)).fetchone()[0]
    corrections.begin(book, "JLFW-04", month.period, "收入写错")
    month.change_revenue(book)
    month.file(book)
    exchange.sync(book)
    assert both.states(month.period) == ["SUPERSEDED", "RECEIVED"]
    exchange.withdraw(book, "JLFW-04", month.period)
    assert both.states(month.period) == ["ACCEPTED", "WITHDRAWN"]
    assert book.db.execute(filed, (month.period,)).fetchone()[0] == accepted
    state = series.series_state(book, "JLFW-04", month.period, month.as_of)
    assert (state.revision, state.changed_since) == (1, True)
    exchange.sync(book)
    assert both.states(month.period) == ["ACCEPTED", "WITHDRAWN"]
    month.file(book)
    exchange.sync(book)
    assert both.states(month.period) == ["SUPERSEDED", "WITHDRAWN", "RECEIVED"]
    assert broken_link(book) is None


def test_an_acceptance_heard_only_after_the_newer_revision_was_withdrawn_counts(both, month):
    """The province accepts the first report while she sends the second; she hears of it when the second is gone."""
    book = both.book
    month.file(book)
    exchange.sync(book)
    month.change_revenue(book)
    month.file(book)
    both.accept_all()
    exchange.sync(book)
    assert both.states(month.period) == ["SUPERSEDED", "RECEIVED"]
    exchange.withdraw(book, "JLFW-04", month.period)
    assert both.states(month.period) == ["ACCEPTED", "WITHDRAWN"]


def test_what_another_pc_withdrew_leaves_the_own_filing_standing(both, month, tmp_path, unread_platform, monkeypatch):
    from forms.book import Book

    month.file(both.book)
    exchange.sync(both.book)
    month.copy(both.book, tmp_path / "other.zhibao")
    with Book.open(tmp_path / "other.zhibao") as other:
        monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "other-pc"))
        enrolment.enroll(other, unread_platform.code(other.firm.uscc))
        month.change_revenue(other)
        month.file(other)
        exchange.sync(other)
        monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "keys"))
        exchange.sync(both.book)
        assert states(both.book)["JLFW-04", month.period, 1] == "SUPERSEDED"
        monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "other-pc"))
        exchange.withdraw(other, "JLFW-04", month.period)
    monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "keys"))
    exchange.sync(both.book)
    assert states(both.book)["JLFW-04", month.period, 1] == "RECEIVED"


def test_a_month_taken_back_is_not_in_the_year_to_date(ready, month):
    """The province would not count it either, and would refuse the next month's figures."""
    sealing.file_period(ready, "2026-01", as_of=month.as_of)
    count = "SELECT count(*) FROM filed_monthly WHERE period = '2026-01'"
    assert ready.db.execute(count).fetchone()[0] == 1
    exchange.withdraw(ready, "JLFW-04", "2026-01")
    assert ready.db.execute(count).fetchone()[0] == 0


def test_what_was_accepted_cannot_be_withdrawn(enrolled, month):
    month.file(enrolled)
    exchange.sync(enrolled)
    with pytest.raises(FilingRefused, match="已作出结论"):
        exchange.withdraw(enrolled, "JLFW-04", month.period)


def test_what_never_left_is_withdrawn_without_a_network(ready, month):
    month.file(ready)
    assert exchange.withdraw(ready, "JLFW-04", month.period) is State.ABANDONED
    assert ("JLFW-04", month.period) not in [(item.form, item.period) for item in outbox.queued(ready)]


def test_an_enrolment_code_of_another_province_is_found_out(book, platform):
    from sync.enrolment_code import EnrolmentCode, decode_enrolment_code

    true = decode_enrolment_code(platform.code(book.firm.uscc))
    forged = EnrolmentCode(url=true.url, code=true.code, fingerprint="0" * 64).encode()
    with pytest.raises(BadEnrolmentCode, match="签名密钥不符"):
        enrolment.enroll(book, forged)
    assert book.get("province.url") is None


def test_a_code_serves_once(book, platform, tmp_path, monkeypatch):
    code = platform.code(book.firm.uscc)
    enrolment.enroll(book, code)
    enrolment.enroll(book, code)  # the same PC again: the same answer
    monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "other-pc"))
    with pytest.raises(EndpointRefused) as refused:
        enrolment.enroll(book, code)
    assert refused.value.code == "code-used"


@pytest.mark.parametrize("text", ["", "ZB1.", "ZB1.e30", "你好", "ZB2.eyJ1IjoiIn0"])
def test_garbage_is_no_enrolment_code(book, text):
    with pytest.raises(BadEnrolmentCode):
        enrolment.enroll(book, text)


def test_a_book_moved_to_another_pc_must_enrol_again(enrolled, tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "other-pc"))
    with pytest.raises(NotEnrolled, match="另一台电脑"):
        exchange.sync(enrolled)


# ---- filing a period


def test_one_error_blocks_all_and_nothing_is_frozen(ready, month):
    row = ledger.read_rows(ready, "JLFW-02", where="period = ?", params=(month.period,))[0]
    edit = ledger.CellEdit(row["uid"], "amount_orig", "一百万左右")
    ledger.set_cells(ready, "JLFW-02", [edit], label="录入", as_of=month.as_of)
    result = sealing.file_period(ready, month.period, as_of=month.as_of)
    assert result.filed == []
    assert ("JLFW-02", month.period) in [(one.form, one.period) for one in result.blocked]
    assert states(ready) == {}


def test_a_row_without_its_date_blocks_its_ledger(ready, month):
    row = ledger.read_rows(ready, "JLFW-05", where="period = ?", params=("2026-01",))[0]
    edit = ledger.CellEdit(row["uid"], "issued_on", None)
    ledger.set_cells(ready, "JLFW-05", [edit], label="录入", as_of=month.as_of)
    result = month.file(ready)
    assert {one.form for one in result.blocked} == {"JLFW-05"}


def test_a_warning_without_an_explanation_blocks(ready, month):
    ready.db.execute("DELETE FROM explanations")
    result = sealing.file_period(ready, month.period, as_of=month.as_of)
    assert result.filed == []
    assert sum(one.unexplained for one in result.blocked) > 0


def test_an_unsigned_header_blocks(ready, month):
    ready.set_header(filler="")
    assert sealing.file_period(ready, month.period, as_of=month.as_of).blocked


def test_earlier_months_are_told_and_filed_along_when_asked(ready, month):
    plain = sealing.file_period(ready, month.period, forms=["JLFW-02", "JLFW-04"], as_of=month.as_of)
    assert {period for _, period in plain.earlier} == {"2026-01"}
    late = month.file(ready)
    assert {(one.form, one.period) for one in late.filed} >= set(plain.earlier)
    assert {one.period for one in late.filed if one.late} == {"2026-01"}
    assert late.earlier == []


def test_executions_of_contracts_nobody_filed_are_not_frozen(ready, month):
    """The province would refuse them: it does not know January's contracts."""
    result = sealing.file_period(ready, month.period, as_of=month.as_of)
    assert (result.filed, states(ready)) == ([], {})
    (blocked,) = result.to_json()["blocked"]
    assert (blocked["form"], blocked["errors"], blocked["unexplained"]) == ("JLFW-03", 0, 0)
    assert blocked["needs"] == [{"form": "JLFW-02", "period": "2026-01"}]
    said = "执行台账 2026年2月 用到 2026年1月登记的合同，这个月的合同台账还没有报送；请一并补报"
    assert blocked["why"] == said
    along = [("JLFW-02", "2026-01")]
    filed = sealing.file_period(ready, month.period, along=along, as_of=month.as_of).filed
    assert [(one.form, one.period) for one in filed if one.late] == along
    assert ("JLFW-03", month.period) in [(one.form, one.period) for one in filed]


def test_executions_follow_contracts_that_are_under_way(ready, month):
    sealing.file_period(ready, "2026-01", as_of=month.as_of)
    assert sealing.file_period(ready, month.period, as_of=month.as_of).blocked == []


def test_contracts_taken_back_are_needed_again(ready, month):
    sealing.file_period(ready, "2026-01", as_of=month.as_of)
    exchange.withdraw(ready, "JLFW-02", "2026-01")
    (blocked,) = sealing.file_period(ready, month.period, as_of=month.as_of).blocked
    assert blocked.needs == (("JLFW-02", "2026-01"),)


def test_all_that_is_named_goes_along_whatever_is_chosen_of_the_month(ready, month):
    owed = sealing.earlier(ready, month.period, month.as_of)
    filed = sealing.file_period(ready, month.period, forms=["JLFW-01"], along=owed, as_of=month.as_of).filed
    assert [(one.form, one.period) for one in filed] == [("JLFW-01", "2026"), *owed]
    assert len(owed) > 1


def test_a_sentence_names_every_month_and_a_year_once(book):
    lacking = [("JLFW-02", month) for month in ("2025-12", "2026-05", "2026-08")]
    said = referred.sentence(book, ("JLFW-03", "2026-10"), lacking)
    assert "用到 2025年12月、2026年5月、8月登记的合同，这几个月的合同台账还没有报送" in said


def test_a_month_that_was_filed_and_added_to_is_not_called_unfiled(ready, month):
    sealing.file_period(ready, "2026-01", as_of=month.as_of)
    said = referred.sentence(ready, ("JLFW-03", month.period), [("JLFW-02", "2026-01"), ("JLFW-02", "2025-12")])
    assert "用到 2026年1月登记的合同，这个月的合同台账报送后又补登过，补登的还没有报" in said
    assert "用到 2025年12月登记的合同，这个月的合同台账还没有报送" in said


def test_year_to_date_counts_the_months_filed_along(ready, month):
    """January and February are filed at once: February's year-to-date holds what January's document says."""
    filed = sealing.file_period(ready, month.period, with_earlier=True, as_of=month.as_of).filed
    january, february = (filing.document_of(ready, one.id)["cells"] for one in filed if one.form == "JLFW-04")
    total = float(january["exec_usd"]) + float(february["exec_usd"])
    assert float(february["exec_usd_ytd"]) == pytest.approx(total)


def test_filing_again_without_a_change_files_nothing(ready, month):
    sealing.file_period(ready, month.period, as_of=month.as_of)
    assert sealing.file_period(ready, month.period, as_of=month.as_of).filed == []


def test_a_change_before_sending_replaces_what_is_queued(ready, month):
    month.file(ready)
    month.change_revenue(ready)
    again = sealing.file_period(ready, month.period, as_of=month.as_of)
    assert [(one.form, one.revision) for one in again.filed] == [("JLFW-04", 2)]
    assert states(ready)["JLFW-04", month.period, 1] == "ABANDONED"
    assert states(ready)["JLFW-04", month.period, 2] == "QUEUED"


def test_a_change_is_not_filed_over_a_filing_that_may_have_arrived(ready, month):
    month.file(ready)
    with ready.transaction() as db:
        db.execute("UPDATE outbox SET outcome_unknown = 1")
    month.change_revenue(ready)
    with pytest.raises(FilingRefused, match="可能已收到"):
        sealing.file_period(ready, month.period, as_of=month.as_of)
    assert ("JLFW-04", month.period, 2) not in states(ready)


def test_the_five_steps_are_told_in_order(enrolled, month):
    heard = []
    hear = lambda step, *_: heard.append(step)  # noqa: E731
    sealing.file_period(enrolled, month.period, with_earlier=True, as_of=month.as_of, progress=hear)
    exchange.sync(enrolled, progress=lambda step, *_: heard.append(step))
    assert list(dict.fromkeys(heard)) == ["审核", "生成", "签名", "上传", "回执"]


def test_a_sync_can_be_stopped_between_two_filings(enrolled, month):
    month.file(enrolled)
    answers = iter([False, False, False, True])  # asked before each filing, and before the licence of the first
    report = exchange.sync(enrolled, cancelled=lambda: next(answers, True))
    assert (report.sent, report.queued) == (2, 9)


def test_the_signed_bytes_are_canonical_and_kept_as_they_are(ready, month):
    sealing.file_period(ready, month.period, as_of=month.as_of)
    for row in ready.db.execute("SELECT body FROM filings"):
        assert filing.canonical(json.loads(row["body"])) == row["body"]
