"""A batch over twenty firms: one result each, a firm that fails holds up no other, nothing unasked for is frozen."""

from __future__ import annotations

import random

import pytest

from desktop.agency import batch
from desktop.agency.control import Control, Order
from desktop.agency.outcomes import Outcome, summary
from forms import ledger, series
from forms.book import Book
from forms.cabinet import Cabinet
from forms.sample_firms import credit_code
from sync import enrolment
from sync.endpoint.demo import start_demo

PERIOD = "2026-02"
AS_OF = "2026-03-03"


@pytest.fixture
def province(tmp_path):
    """A province that accepts whatever passes its checks."""
    with start_demo(tmp_path / "province", AS_OF, script="accept-all") as endpoint:
        yield endpoint


def stands(paths):
    cabinet = Cabinet(paths[0].parent)
    return [cabinet.stand(path) for path in cabinet.paths()]


def ordered(verb, province=None):
    """An order whose demo firms get their code from the running province."""

    def code(book, _day):
        return "" if book.get("province.url") else province.code(book.firm.uscc)

    return Order(verb, PERIOD, code if province else None)


def run(paths, order, control=None, **heard):
    begun, ended = heard.get("begun", lambda _stand: None), heard.get("ended", lambda _line: None)
    lines = batch.run(stands(paths), order, control or Control(), begun=begun, ended=ended)
    return {one.path: one for one in lines}


def damage(path):
    raw = bytearray(path.read_bytes())
    for at in range(4096, len(raw), 4096):
        raw[at : at + 2048] = b"\xff" * 2048
    path.write_bytes(raw)


def frozen(path):
    with Book.open(path, readonly=True) as book:
        return book.db.execute("SELECT count(*) FROM filings").fetchone()[0]


def test_twenty_firms_are_checked_and_only_the_sound_ones_are_filed(make_firms, province):
    paths = make_firms(20)
    wrong, broken, held, stranger = paths[3], paths[7], paths[11], paths[15]
    with Book.open(wrong) as book:
        ledger.set_card(book, "JLFW-04", PERIOD, {"total_revenue": ""}, as_of=AS_OF)
    damage(broken)
    with Book.open(held) as holder:
        checked = run(paths, ordered("check"))
        assert len(checked) == 20
        assert checked[wrong].outcome is Outcome.BLOCKED
        assert checked[wrong].errors > 0
        assert checked[broken].outcome is Outcome.FAILED
        assert "备份" in checked[broken].text
        assert checked[held].outcome is Outcome.IN_USE
        ready = [path for path, line in checked.items() if line.outcome is Outcome.READY]
        assert len(ready) == 17
        assert all(checked[path].forms == 3 for path in ready)
        assert [frozen(path) for path in ready] == [0] * 17
        with Book.open(stranger) as book:  # enrolled on another PC: this one's key is not the one certified
            enrolment.enroll(book, province.code(book.firm.uscc))
            book.put("device.key_id", None)
        filed = run(paths, ordered("file", province))
        assert holder.db.execute("SELECT count(*) FROM filings").fetchone()[0] == 0
    assert filed[wrong].outcome is Outcome.BLOCKED
    assert filed[broken].outcome is Outcome.FAILED
    assert filed[stranger].outcome is Outcome.UNBOUND
    assert "另一台电脑" in filed[stranger].text
    assert (frozen(wrong), frozen(stranger)) == (0, 0)
    done = [path for path, line in filed.items() if line.outcome is Outcome.FILED]
    assert len(done) == 16
    assert summary(filed.values()) == "不能报 1 家，已报送 16 家，未开通报送 1 家，使用中 1 家，没做成 1 家"
    states = {one.state for stand in stands(paths) if stand.path in done for one in stand.series if one.filing_id}
    assert states == {"ACCEPTED"}


def test_what_is_filed_is_not_filed_again_and_feedback_is_fetched(make_firms, province):
    paths = make_firms(2)
    assert {line.outcome for line in run(paths, ordered("file", province)).values()} == {Outcome.FILED}
    again = run(paths, ordered("file", province))
    assert {line.outcome for line in again.values()} == {Outcome.NOTHING}
    assert [frozen(path) for path in paths] == [3, 3]
    heard = run(paths, ordered("sync", province))
    assert {line.outcome for line in heard.values()} == {Outcome.HEARD}


def test_a_returned_report_is_not_sent_again_until_it_is_mended(make_firms, tmp_path):
    (path,) = make_firms(1)
    with start_demo(tmp_path / "province", AS_OF, period=PERIOD) as province:
        assert run([path], ordered("file", province))[path].outcome is Outcome.FILED
        run([path], ordered("sync", province))
        line = run([path], ordered("file", province))[path]
        assert (line.outcome, line.text) == (Outcome.BLOCKED, "退回的 1 张还没有修改")
        assert run([path], ordered("check"))[path].outcome is Outcome.BLOCKED
        assert frozen(path) == 3


@pytest.mark.parametrize(("state", "may_go"), [("RETURNED", False), ("REFUSED", True), ("CONFLICT", True)])
def test_what_came_back_untouched_goes_with_a_batch_unless_it_was_returned(make_firms, province, state, may_go):
    (path,) = make_firms(1)
    run([path], ordered("file", province))
    with Book.open(path) as book, book.transaction():
        book.db.execute("UPDATE standing SET state = ?", (state,))
    assert (run([path], ordered("check"))[path].outcome is Outcome.READY) is may_go
    with Book.open(path) as book:
        states = [series.series_state(book, form, PERIOD, AS_OF) for form in book.forms]
    came_back = [one for one in states if one.state == state]
    assert came_back
    assert {one.is_untouched for one in came_back} == {not may_go}


def test_without_the_province_the_signed_reports_wait_and_go_out_with_the_next_order(make_firms, tmp_path):
    paths = make_firms(2)
    with start_demo(tmp_path / "province", AS_OF, script="accept-all") as province:
        for path in paths:
            with Book.open(path) as book:
                enrolment.enroll(book, province.code(book.firm.uscc))
    lines = run(paths, ordered("file"))
    assert {line.outcome for line in lines.values()} == {Outcome.UNREACHED}
    assert all("3 张待发送" in line.text for line in lines.values())
    with start_demo(tmp_path / "province", AS_OF, script="accept-all") as province:
        for path in paths:
            with Book.open(path) as book:
                book.put("province.url", province.url)
        assert {line.outcome for line in run(paths, ordered("file")).values()} == {Outcome.HEARD}


def test_a_batch_pauses_before_the_next_firm_and_a_cancelled_one_leaves_the_rest_alone(make_firms):
    import threading

    paths = make_firms(4)
    control = Control()
    seen = threading.Event()
    result = {}

    def ended(line):
        if not seen.is_set():
            control.pause()
            seen.set()

    worker = threading.Thread(target=lambda: result.update(run(paths, ordered("check"), control, ended=ended)))
    worker.start()
    assert seen.wait(20)
    assert control.is_paused
    control.cancel()
    worker.join(20)
    assert not worker.is_alive()
    outcomes = [line.outcome for line in result.values()]
    assert outcomes == [Outcome.READY, Outcome.SKIPPED, Outcome.SKIPPED, Outcome.SKIPPED]


def test_a_bug_in_one_firms_turn_is_told_and_the_others_get_theirs(make_firms):
    paths = make_firms(2)
    bugs = []

    def perform(path, work, cancelled):
        if path == paths[0]:
            raise KeyError("bug")
        return batch.open_and_work(path, work, cancelled)

    lines = batch.run(
        [Cabinet(paths[0].parent).stand(path) for path in paths],
        ordered("check"),
        Control(),
        begun=lambda _stand: None,
        ended=lambda _line: None,
        perform=perform,
        bug_found=bugs.append,
    )
    assert [line.outcome for line in lines] == [Outcome.FAILED, Outcome.READY]
    assert [type(bug) for bug in bugs] == [KeyError]


def test_a_code_of_another_firm_does_not_enrol(make_firms, province):
    (path,) = make_firms(1)
    other = credit_code(random.Random(99), "222401")
    lines = run([path], Order("file", PERIOD, lambda _book, _day: province.code(other)))
    assert lines[path].outcome in (Outcome.REFUSED, Outcome.FAILED)
    assert frozen(path) == 0
