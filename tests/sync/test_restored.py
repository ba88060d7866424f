"""The province's disk breaks, and it comes back from a backup: no firm loses what it had a receipt for."""

from __future__ import annotations

import pytest

from sync import enrolment, exchange
from sync.province import EPOCH
from sync.signed import Comment
from sync.states import broken_link, state_of
from sync.ways import State
from tests.endpoint.lost_province import OnPostgres, OnSqlite, Province


@pytest.fixture
def province(request, tmp_path):
    """A province on SQLite, or on what a test says instead."""
    folder = tmp_path / "province"
    folder.mkdir()
    kind = getattr(request, "param", OnSqlite)
    place = OnPostgres(folder, request.getfixturevalue("cluster")) if kind is OnPostgres else OnSqlite(folder)
    running = Province(place, tmp_path)
    yield running
    running.endpoint.close()
    if kind is OnPostgres:
        request.getfixturevalue("cluster").tell("DROP DATABASE restored WITH (FORCE)")


@pytest.fixture
def enrolled_here(ready, province):
    """A Book ready to be filed that knows this province."""
    enrolment.enroll(ready, province.desk.code(ready.firm.uscc).code)
    return ready


def received(book):
    """(filing, receive time) of every receipt, as the province signed it."""
    return {row["filing_id"]: row["received_at"] for row in book.db.execute("SELECT * FROM receipts")}


@pytest.mark.parametrize("province", [OnSqlite, OnPostgres], indirect=True)
def test_what_came_after_the_backup_comes_back_with_its_first_times(enrolled_here, month, province):
    ready = enrolled_here
    province.backup()
    month.file(ready)
    exchange.sync(ready)
    before, head = received(ready), province.series(ready, "JLFW-04", month.period).head
    province.desk.return_(head, [Comment("请核对本月营业收入", field="total_revenue")])
    accepted = province.series(ready, "JLFW-02", month.period).head
    province.desk.accept(accepted)
    exchange.sync(ready)
    assert (state_of(ready, head), state_of(ready, accepted)) == (State.RETURNED, State.ACCEPTED)

    epoch = province.lose_and_restore()
    report = exchange.sync(ready)
    assert report.problem is None
    assert any("补送" in note for note in report.notes)
    assert ready.get(EPOCH) == epoch
    assert received(ready) == before
    for row in ready.db.execute("SELECT DISTINCT form, period FROM filings").fetchall():
        there = {one.filing_id: one.received_at for one in province.series(ready, *row).revisions}
        assert there == {number: at for number, at in before.items() if number in there}
        assert there
    standing = {one.filing_id: one.state for one in province.series(ready, "JLFW-02", month.period).revisions}
    assert standing[accepted] == "ACCEPTED"
    assert (state_of(ready, head), state_of(ready, accepted)) == (State.RETURNED, State.ACCEPTED)
    assert broken_link(ready) is None

    month.change_revenue(ready)
    month.file(ready)
    again = exchange.sync(ready)
    assert (again.problem, again.received) == (None, 1)
    assert not any("恢复" in note for note in again.notes)


def test_what_was_taken_back_is_taken_back_again(enrolled_here, month, province):
    book = enrolled_here
    province.backup()
    month.file(book)
    exchange.sync(book)
    exchange.withdraw(book, "JLFW-04", month.period)
    province.lose_and_restore()
    assert exchange.sync(book).problem is None
    view = province.series(book, "JLFW-04", month.period)
    assert (view.head, [one.state for one in view.revisions]) == (None, ["WITHDRAWN"])


def test_a_decision_that_was_lost_comes_back_to_a_filing_that_was_not(enrolled_here, month, province):
    book = enrolled_here
    month.file(book)
    exchange.sync(book)
    province.backup()
    head = province.series(book, "JLFW-02", month.period).head
    province.desk.accept(head)
    exchange.sync(book)
    province.lose_and_restore()
    assert [one.state for one in province.series(book, "JLFW-02", month.period).revisions] == ["RECEIVED"]
    exchange.sync(book)
    [there] = province.series(book, "JLFW-02", month.period).revisions
    assert (there.state, state_of(book, head)) == ("ACCEPTED", State.ACCEPTED)
    assert head not in [one.filing_id for one in province.desk.queue()]


def test_what_was_sent_and_not_answered_before_the_loss_is_sent_again_by_its_own_id(enrolled_here, month, province):
    book = enrolled_here
    province.backup()
    month.file(book)
    first = book.db.execute("SELECT filing_id FROM outbox ORDER BY filing_id LIMIT 1").fetchone()[0]
    province.lose_and_restore()
    report = exchange.sync(book)
    assert (report.problem, report.refused) == (None, 0)
    assert first in received(book)


def test_a_backup_put_back_twice_changes_nothing_the_second_time(enrolled_here, month, province):
    book = enrolled_here
    month.file(book)
    exchange.sync(book)
    province.backup()
    before = received(book)
    for _ in range(2):
        province.lose_and_restore()
        assert exchange.sync(book).problem is None
    assert received(book) == before
    assert len(province.series(book, "JLFW-04", month.period).revisions) == 1


def test_an_exchange_cancelled_while_comparing_begins_again(enrolled_here, month, province):
    book = enrolled_here
    province.backup()
    month.file(book)
    exchange.sync(book)
    old = book.get(EPOCH)
    province.lose_and_restore()
    assert exchange.sync(book, cancelled=lambda: True).problem.problem.type == "epoch-changed"
    assert book.get(EPOCH) == old
    assert exchange.sync(book).problem is None
    assert len(province.series(book, "JLFW-04", month.period).revisions) == 1


def test_once_a_month_the_book_looks_whether_all_is_there(enrolled_here, month, province):
    """Somebody restored a backup and forgot the new epoch: the firm notices within a month."""
    book = enrolled_here
    province.backup()
    month.file(book)
    exchange.sync(book)
    old = book.get(EPOCH)
    province.lose_and_restore(epoch=old)
    assert not exchange.sync(book).notes
    assert province.series(book, "JLFW-04", month.period).head is None
    with book.transaction():
        book.put("province.reconciled_at", "2020-01-01T00:00:00Z")
    notes = exchange.sync(book).notes
    assert any(note.startswith("每月核对：省平台缺少") for note in notes)
    assert province.series(book, "JLFW-04", month.period).head is not None
