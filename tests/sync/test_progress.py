"""What the submit dialog hears: every step begun and ended, and between them no more than it can paint."""

from __future__ import annotations

from collections import Counter

from sync import exchange, sealing
from sync.progress import MOST_A_SECOND, Step, gently


class Stopwatch:
    """A clock that goes on by `tick` seconds whenever it is asked."""

    def __init__(self, tick):
        self.now, self.tick = 1000.0, tick

    def __call__(self):
        self.now += self.tick
        return self.now


def heard_of(steps, tick):
    """Tell (second, step, done, total) of what gets through while one event comes every `tick` seconds."""
    clock, heard = Stopwatch(tick), []
    tell = gently(lambda *event: heard.append((clock.now, *event)), clock)
    for step, total in steps:
        for done in range(total + 1):
            tell(step, done, total)
    return heard


def test_a_thousand_filings_a_second_are_ten_events_a_second():
    heard = heard_of([(Step.UPLOAD, 3000)], tick=0.001)
    a_second = Counter(int(second) for second, *_ in heard)
    assert max(a_second.values()) <= MOST_A_SECOND + 1
    assert len(heard) >= 3 * MOST_A_SECOND - 3, "and it does go on"


def test_every_step_is_heard_from_its_begin_to_its_end():
    steps = [(Step.CHECK, 12), (Step.PREPARE, 500), (Step.UPLOAD, 500), (Step.RECEIPT, 1)]
    heard = heard_of(steps, tick=0.0001)
    for step, total in steps:
        counts = [done for _, one, done, _ in heard if one is step]
        assert (counts[0], counts[-1]) == (0, total)
        assert counts == sorted(counts)


def test_the_same_end_twice_is_told_once():
    heard = []
    tell = gently(lambda *event: heard.append(event), Stopwatch(0.001))
    for _ in range(50):
        tell(Step.UPLOAD, 9, 9)
    assert len(heard) == 1


def test_slow_work_is_told_one_by_one():
    assert [done for _, _, done, _ in heard_of([(Step.UPLOAD, 20)], tick=0.5)] == list(range(21))


def test_filing_and_sending_nine_forms_paints_few_times(enrolled, month):
    heard = []

    def hear(step, done, total):
        heard.append((step, done, total))

    sealing.file_period(enrolled, month.period, with_earlier=True, as_of=month.as_of, progress=hear)
    exchange.sync(enrolled, progress=hear)
    assert len(heard) == len(set(heard)), "nothing is painted twice"
    ended = {step for step, done, total in heard if done == total}
    assert ended == set(Step) - {Step.PREPARE}


def test_steps_that_take_turns_are_not_each_a_beginning():
    """Every document is prepared and signed in turn."""
    clock, heard = Stopwatch(0.001), []
    tell = gently(lambda *event: heard.append(event), clock)
    for done in range(1000):
        tell(Step.PREPARE, done, 1000)
        tell(Step.SIGN, done, 1000)
    assert len(heard) <= 2 * MOST_A_SECOND + 2
