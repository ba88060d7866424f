"""The state machine of protocol §3, walked for real in a Book."""

from __future__ import annotations

import ast
import sqlite3
from pathlib import Path

import pytest

import sync
from forms.filing_states import FilingState as State
from sync.errors import IllegalTransition
from sync.states import LABELS, broken_link, move, state_of
from sync.ways import EVENT_OF_DECISION, UNWALKED, WAYS, after, reviewed, stands_again

ORDINARY_LIFE = [
    ("sign", "SIGNED"),
    ("queue", "QUEUED"),
    ("send", "SENDING"),
    ("timeout", "QUEUED"),
    ("send", "SENDING"),
    ("receipt", "RECEIVED"),
    ("review", "IN_REVIEW"),
    ("accept", "ACCEPTED"),
    ("newer-revision", "SUPERSEDED"),
]


def freeze(book, filing_id="f1", revision=1):
    """Put a filing into the Book as if it had just been prepared."""
    with book.transaction() as db:
        db.execute(
            "INSERT INTO filings(id, form, period, revision, base, edition, body, sha256, signature, key_id, reason,"
            " sealed_at, rows, late, seq) VALUES (?, 'JLFW-02', '2026-02', ?, NULL, '2026-01', x'00', '', x'00', '',"
            " 'initial', '', 0, 0, 0)",
            (filing_id, revision),
        )


def test_every_state_has_a_word_and_a_way_in():
    assert set(LABELS) == set(State)
    assert set(WAYS.values()) == set(State)


def test_every_event_is_brought_about_or_named_as_one_that_is_not():
    modules = [path for path in Path(sync.__file__).parent.rglob("*.py") if path.name != "ways.py"]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    words = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    by_name = {*EVENT_OF_DECISION.values(), *(stands_again(state) for state in State)}
    assert {event for _, event in WAYS} - words - by_name == UNWALKED


def test_what_is_final_has_no_way_out():
    with_a_way_out = {state for state, _ in WAYS}
    assert set(State) - with_a_way_out == {State.WITHDRAWN}


def test_only_the_provinces_word_leads_past_sending():
    by_word = {"receipt", "review", "accept", "return", "withdraw", "newer-revision", "lock", "refuse", "head-moved"}
    ours = {State.DRAFT, State.CHECKED, State.SIGNED, State.QUEUED, State.SENDING, State.HANDED_OVER, State.RELAYED}
    for (here, event), there in WAYS.items():
        if here is State.SUPERSEDED:
            assert event == stands_again(there), "a withdrawal is the province's word too"
        elif there not in ours and there is not State.ABANDONED:
            assert event in by_word, (here, event)


def test_a_filing_that_may_have_left_cannot_be_cancelled_from_sending():
    assert after(State.SENDING, "cancel") is None
    assert after(State.QUEUED, "cancel") is State.ABANDONED


def test_what_a_newer_revision_replaced_can_stand_again_as_it_was():
    replaceable = {state for state, event in WAYS if event == "newer-revision"}
    assert {WAYS[State.SUPERSEDED, stands_again(state)] for state in replaceable} == replaceable


def test_a_withdrawal_comes_before_any_decision():
    assert [state for state, event in WAYS if event == "withdraw"] == [State.RECEIVED]


@pytest.mark.parametrize("name", EVENT_OF_DECISION)
def test_a_decision_leads_to_the_state_it_names(name):
    assert reviewed([]) is State.RECEIVED
    assert reviewed([name]) == name
    assert reviewed(["IN_REVIEW", name]) == name


def test_an_ordinary_life_is_told_by_the_audit_chain(book):
    freeze(book)
    for event, there in ORDINARY_LIFE:
        assert move(book, "f1", event) == there
    told = [(row["event"], row["to_state"]) for row in book.db.execute("SELECT * FROM audit ORDER BY seq")]
    assert told == ORDINARY_LIFE
    assert broken_link(book) is None


def test_what_the_table_does_not_list_is_a_bug_and_changes_nothing(book):
    freeze(book)
    move(book, "f1", "sign")
    with pytest.raises(IllegalTransition, match="no way out of SIGNED by accept"):
        move(book, "f1", "accept")
    assert state_of(book, "f1") is State.SIGNED
    assert book.db.execute("SELECT count(*) FROM audit").fetchone()[0] == 1


def test_state_and_audit_move_together_or_not_at_all(book):
    freeze(book)

    def fails():
        with book.transaction():
            move(book, "f1", "sign")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert state_of(book, "f1") is State.CHECKED
    assert book.db.execute("SELECT count(*) FROM audit").fetchone()[0] == 0


def test_the_chain_cannot_be_rewritten_and_a_forged_link_is_found(book):
    freeze(book)
    move(book, "f1", "sign")
    move(book, "f1", "queue")
    with pytest.raises(sqlite3.IntegrityError):
        book.db.execute("UPDATE audit SET event = 'accept' WHERE seq = 1")
    book.db.execute("DROP TRIGGER audit_no_update")
    book.db.execute("UPDATE audit SET detail = 'forged' WHERE seq = 2")
    assert broken_link(book) == 2
