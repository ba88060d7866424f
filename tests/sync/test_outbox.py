"""The outbox: what goes next, what waits, and for how long."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import outbox
from sync.errors import EndpointBusy, EndpointUnreachable, FilingRefused
from sync.outbox import Item, NextStep, Pauses, pause_after, plan
from sync.states import broken_link, state_of
from sync.ways import State

NOW = 1_000_000.0
ORDER = {"JLFW-01": (1, ()), "JLFW-02": (2, ("JLFW-01",)), "JLFW-03": (5, ("JLFW-01", "JLFW-02"))}


def item(form, period="2026-09", revision=1, next_at=0.0):
    order, needs = ORDER[form]
    return Item(f"{form}/{period}/{revision}", form, period, revision, order, needs, 0, next_at, None, False, "")


NO_PAUSE = Pauses()


def planned(items, *, stuck=(), pauses=NO_PAUSE, due_only=True):
    steps = plan(items, stuck=stuck, pauses=pauses, now=NOW, due_only=due_only)
    return [(step.item.form, step.item.period, step.next_step.value) for step in steps]


STORIES = [
    (
        "the profile goes before the ledgers that hang on it",
        {"items": [item("JLFW-03"), item("JLFW-02"), item("JLFW-01", "2026")]},
        [("JLFW-01", "2026", "SEND"), ("JLFW-02", "2026-09", "HOLD"), ("JLFW-03", "2026-09", "HOLD")],
    ),
    (
        "a contract of an earlier month is waited for as well",
        {"items": [item("JLFW-03", "2026-09"), item("JLFW-02", "2026-08")]},
        [("JLFW-02", "2026-08", "SEND"), ("JLFW-03", "2026-09", "HOLD")],
    ),
    (
        "the executions wait until refused contracts are mended",
        {"items": [item("JLFW-03")], "stuck": [("JLFW-02", "2026-09")]},
        [("JLFW-03", "2026-09", "HOLD")],
    ),
    (
        "a refused profile holds the months of its year",
        {"items": [item("JLFW-02")], "stuck": [("JLFW-01", "2026")]},
        [("JLFW-02", "2026-09", "HOLD")],
    ),
    (
        "refused contracts of another month do not hold this one",
        {"items": [item("JLFW-03")], "stuck": [("JLFW-02", "2026-03")]},
        [("JLFW-03", "2026-09", "SEND")],
    ),
    (
        "a correction waits for the revision it corrects",
        {"items": [item("JLFW-02", revision=2), item("JLFW-02", revision=1)]},
        [("JLFW-02", "2026-09", "SEND"), ("JLFW-02", "2026-09", "HOLD")],
    ),
    (
        "the timer keeps the back-off",
        {"items": [item("JLFW-02", next_at=NOW + 1)]},
        [("JLFW-02", "2026-09", "WAIT")],
    ),
    (
        "a person who asks for a sync need not wait",
        {"items": [item("JLFW-02", next_at=NOW + 1)], "pauses": Pauses(rest_until=NOW + 9), "due_only": False},
        [("JLFW-02", "2026-09", "SEND")],
    ),
    (
        "but the province's wish for a pause holds for everybody",
        {"items": [item("JLFW-02")], "pauses": Pauses(busy_until=NOW + 9), "due_only": False},
        [("JLFW-02", "2026-09", "REST")],
    ),
    (
        "after five failures in a row the whole queue rests",
        {"items": [item("JLFW-02")], "pauses": Pauses(rest_until=NOW + 9)},
        [("JLFW-02", "2026-09", "REST")],
    ),
]


@pytest.mark.parametrize(
    ("queue", "expected"), [story[1:] for story in STORIES], ids=[story for story, _, _ in STORIES]
)
def test_the_plan(queue, expected):
    assert planned(**queue) == expected


@given(st.permutations([item(form, f"2026-0{month}") for form in ORDER for month in (7, 8)]))
def test_a_queue_always_drains_in_send_order(queue):
    """Whatever the rows' order: something may be sent until nothing is left, and never before what it needs."""
    gone = []
    while queue:
        step = next(
            step
            for step in plan(queue, stuck=(), pauses=Pauses(), now=NOW, due_only=True)
            if step.next_step is NextStep.SEND
        )
        queue = [one for one in queue if one is not step.item]
        gone.append((step.item.order, step.item.period))
    assert gone == sorted(gone)


@given(st.integers(1, 10_000), st.floats(0, 86_400), st.randoms())
def test_the_pause_is_jittered_bounded_and_never_below_the_servers_wish(attempts, floor, rnd):
    pause = pause_after(attempts, floor, rnd.uniform)
    assert floor <= pause <= max(floor, 900.0)


def test_pauses_grow():
    rnd = random.Random(1)
    means = [sum(pause_after(n, 0, rnd.uniform) for _ in range(2000)) / 2000 for n in (1, 4, 12)]
    assert means[0] == pytest.approx(2, rel=0.1)
    assert means[1] == pytest.approx(16, rel=0.1)
    assert means[2] == pytest.approx(450, rel=0.1)


# ---- the rows


@pytest.fixture
def queued(book):
    """A Book with one filing in its queue."""
    with book.transaction() as db:
        db.execute(
            "INSERT INTO filings(id, form, period, revision, base, edition, body, sha256, signature, key_id, reason,"
            " sealed_at, rows, late, seq) VALUES ('f1', 'JLFW-01', '2026', 1, NULL, '2026-01', x'00', '', x'00', '',"
            " 'initial', '', 0, 0, 0)"
        )
        outbox.enqueue(book, "f1")
    return book


TIMEOUT = EndpointUnreachable("endpoint-no-answer", "没有答复", outcome_unknown=True)
OFFLINE = EndpointUnreachable("endpoint-unreachable", "连接不上")


def row(book):
    return outbox.queued(book)[0]


def test_an_attempt_that_never_left_is_told_and_may_be_cancelled(queued):
    outbox.take(queued, "f1")
    assert state_of(queued, "f1") is State.SENDING
    outbox.put_back(queued, "f1", OFFLINE, now=NOW)
    assert (row(queued).attempts, row(queued).last_problem, row(queued).outcome_unknown) == (1, "连接不上", False)
    outbox.cancel(queued, "f1")
    assert (state_of(queued, "f1"), outbox.queued(queued)) == (State.ABANDONED, [])


def test_an_attempt_of_unknown_outcome_can_no_longer_be_cancelled_even_after_a_known_failure(queued):
    for problem in (TIMEOUT, OFFLINE):
        outbox.take(queued, "f1")
        outbox.put_back(queued, "f1", problem, now=NOW)
    assert row(queued).attempts == 2
    with pytest.raises(FilingRefused, match="可能已收到"):
        outbox.cancel(queued, "f1")
    assert state_of(queued, "f1") is State.QUEUED


def test_what_is_being_sent_cannot_be_cancelled(queued):
    outbox.take(queued, "f1")
    with pytest.raises(FilingRefused):
        outbox.cancel(queued, "f1")


def test_a_crash_while_sending_leaves_it_queued_with_unknown_outcome(queued):
    outbox.take(queued, "f1")
    assert outbox.recover(queued) == ["f1"]
    assert (state_of(queued, "f1"), row(queued).outcome_unknown) == (State.QUEUED, True)
    assert outbox.recover(queued) == []
    assert broken_link(queued) is None


def test_retry_after_is_a_floor_for_the_row_and_a_pause_for_the_queue(queued):
    busy = EndpointBusy("繁忙", retry_after=120)
    outbox.take(queued, "f1")
    outbox.put_back(queued, "f1", busy, now=NOW)
    assert row(queued).next_at >= NOW + 120
    assert outbox.note_failure(queued, busy, now=NOW)
    step = outbox.current_plan(queued, now=NOW + 119, due_only=False)[0]
    assert (step.next_step, step.until) == (NextStep.REST, NOW + 120)
    assert outbox.current_plan(queued, now=NOW + 121, due_only=False)[0].next_step is NextStep.SEND


def test_five_connection_failures_in_a_row_rest_the_queue_and_an_answer_wakes_it(queued):
    assert [outbox.note_failure(queued, OFFLINE, now=NOW) for _ in range(5)] == [False] * 4 + [True]
    assert outbox.rests(queued, now=NOW)
    outbox.note_success(queued)
    assert not outbox.rests(queued, now=NOW)
    assert not outbox.note_failure(queued, OFFLINE, now=NOW)


def test_a_pause_noted_by_a_clock_that_was_put_back_is_void(queued):
    outbox.note_failure(queued, EndpointBusy("繁忙", retry_after=120), now=NOW + 400 * 86_400)
    assert outbox.current_plan(queued, now=NOW, due_only=True)[0].next_step is NextStep.SEND
