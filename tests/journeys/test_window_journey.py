"""First run → demo firm → its mistakes mended → explained → filed → receipts, in a real window by mouse and keyboard.

See `hands` for how the window is driven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.hands import (
    GLANCE,
    PATIENCE,
    Disk,
    Screen,
    Spots,
    a_screen,  # noqa: F401  a fixture
    measured,  # noqa: F401  a fixture
    needs_a_screen,
    until,
    wait_for,
)

if TYPE_CHECKING:
    from pathlib import Path

LEDGERS = {"JLFW-02": 2, "JLFW-03": 5, "JLFW-05": 6}  # Ctrl+number opens the page
USED = {"JLFW-07"}
FILED = 9  # forms that have something in the demo firm's month
STALE = "SELECT count(*) FROM checked WHERE period <> '' AND seq < (SELECT max(seq) FROM journal)"
REASON = "Checked against contracts and vouchers, correct."

pytestmark = needs_a_screen


def test_from_first_run_to_receipts(screen: Screen, spots: Spots, tmp_path: Path) -> None:
    home = tmp_path / "home"
    program = screen.program()
    screen.take("外包直报")
    screen.keep("1-first-run")

    screen.click(*spots.demo)
    until("the demo firm's home page", lambda: screen.title().startswith("首页"))
    book = next((home / "demo").glob("*.zhibao"))
    disk = Disk(book)
    screen.keep("2-home")

    mend_all(screen, disk)
    screen.keep("3-mended")

    screen.click(*spots.pages["submit"])
    until("the page 审核与报送", lambda: screen.title().startswith("审核与报送"))
    screen.key("F9")
    explain_all(screen, disk)
    screen.keep("4-explained")

    screen.key("ctrl+shift+Return")
    until("filings frozen", lambda: disk.one("SELECT count(*) FROM filings"))
    screen.keep("5-filing")
    owed = "SELECT count(*) FROM filings WHERE id NOT IN (SELECT filing_id FROM receipts)"
    until("a receipt for each", lambda: disk.one(owed) == 0)
    screen.keep("6-receipts")
    assert disk.one("SELECT count(DISTINCT form) FROM filings") == FILED
    assert disk.one("SELECT count(*) FROM outbox") == 0

    screen.key("Return")
    screen.click(*spots.pages["records"])
    until("the page 报送记录", lambda: screen.title().startswith("报送记录"))
    screen.keep("7-records")
    until("a decision that came back", lambda: disk.one("SELECT count(*) FROM decisions WHERE verdict = 'returned'"))
    screen.click(*spots.pages["home"])
    until("home again", lambda: screen.title().startswith("首页"))
    screen.keep("8-home")

    screen.key("alt+F4")
    assert program.wait(timeout=PATIENCE) == 0


def mend_all(screen: Screen, disk: Disk) -> None:
    """Type every correction into its cell: go to the row, to the column, type, Enter."""
    from desktop import journey
    from desktop.models.columns import columns_of, default_fields
    from forms.catalogue import load_catalogue
    from forms.sample import make_sample

    catalogue = load_catalogue()
    page = ""
    for one in make_sample(journey.SEED, journey.FIRM, period=journey.PERIOD).corrections:
        edition = catalogue.edition(one.form)
        if page != one.form:
            page = one.form
            screen.key(f"ctrl+{LEDGERS[one.form]}")
            until(f"the page {edition.short}", lambda short=edition.short: screen.title().startswith(short))
        shown = [column.id for column in columns_of(edition, default_fields(edition))]
        keys = (edition.key_own,) if edition.key_own else edition.key
        where = " AND ".join(f"{name} = ?" for name in keys)
        query = f"SELECT pos FROM {edition.table} WHERE {where} ORDER BY pos LIMIT 1 OFFSET ?"
        pos = disk.one(query, *one.key.split(",", len(keys) - 1), one.occurrence - 1)
        assert isinstance(pos, int), one
        screen.key("ctrl+Home")
        screen.key("Down", repeat=pos - 1)
        screen.key("Right", repeat=shown.index(one.field))
        seq = disk.one("SELECT max(seq) FROM journal")
        screen.type(str(one.right))
        screen.key("Return")
        until(f"{one.note} stored", lambda seq=seq: disk.one("SELECT max(seq) FROM journal") != seq)
        unread = f"SELECT json_extract(unparsed, '$.{one.field}') FROM {edition.table} WHERE pos = ?"
        assert disk.one(unread, pos) is None, one


def explain_all(screen: Screen, disk: Disk) -> None:
    """F8 goes to the next warning without a reason; type one, Enter; until none is left."""
    from forms import checks, explanations
    from forms.book import Book

    def lacking() -> set[tuple[str, str]]:
        with Book.open(disk.path, readonly=True) as book:
            found = checks.check(book, as_of=book.get("demo.as_of")).findings
            assert not [one for one in found if one.severity == "error"], [one.message for one in found]
            return {(one.form, one.rule) for one in explanations.unexplained(book, found)}

    def kept() -> object:
        return disk.one("SELECT count(*) FROM explanations")

    while lacking():
        until("a check of all that was typed", lambda: not disk.one(STALE))
        before = kept()
        screen.key("F8")
        screen.type(REASON)
        screen.keep(f"4-explaining-{before}")
        screen.key("Return")
        # a person sees when the result of the check is on the page; here the key may have come a moment too early
        wait_for(lambda before=before: kept() != before, GLANCE)
    until("a check without open warnings", lambda: not disk.one("SELECT sum(unexplained) FROM checked"))
