"""A ledger by hand in a real window: sixty rows by keyboard only; two thousand cells from Calc and back; F8 to the end.

See `hands` for how the window is driven.
"""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from desktop import journey
from desktop.models.columns import columns_of, default_fields
from forms import checks
from forms.book import Book
from forms.catalogue import load_catalogue
from forms.sample import make_sample
from tests.journeys.hands import (
    GLANCE,
    Disk,
    Screen,
    a_screen,  # noqa: F401  a fixture
    needs_a_screen,
    until,
    wait_for,
)

if TYPE_CHECKING:
    from pathlib import Path

    from forms.findings import Finding

FORM = "JLFW-02"
ROWS, BLOCK_ROWS, BLOCK_COLUMNS = 60, 500, 4
COUNT = "SELECT count(*) FROM contracts WHERE contract_no IS NOT NULL AND contract_name IS NOT NULL"
LAST = "SELECT max(seq) FROM journal"
CHECKED = "SELECT count(*) FROM checked WHERE seq = (SELECT max(seq) FROM journal)"
TYPED = {
    "contract_no": "A-001",
    "contract_name": "Software testing",
    "client_name": "Hanbit",
    "client_country": "KOR",
    "client_industry": "I",
    "biz_code": "C1101",
    "signed_on": "2026-10-12",
    "expires_on": "2027-10-11",
    "ccy": "USD",
    "amount_orig": "=1200*3",
}

pytestmark = needs_a_screen


def shown() -> list[str]:
    """The columns of a fresh grid, from left to right."""
    edition = load_catalogue().edition(FORM)
    return [column.id for column in columns_of(edition, default_fields(edition))]


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Make a firm's Book with nothing in it."""
    path = tmp_path / "firm.zhibao"
    with Book.create(
        path, uscc="91222401MA3AGYGL58", name="延吉海兰江信息技术有限公司", division="222401", demo=True
    ) as book:
        book.put("demo.as_of", "2026-11-03")
    return path


def open_contracts(screen: Screen, book: Path) -> None:
    """Start the program on a Book and turn to its contracts."""
    screen.program("--book", book)
    screen.take("外包直报")
    until("the firm's home page", lambda: screen.title().startswith("首页"))
    screen.key("ctrl+2")
    until("the contracts", lambda: screen.title().startswith("合同台账"))


def test_sixty_rows_are_filled_by_keyboard_only(screen: Screen, empty: Path) -> None:
    disk = Disk(empty)
    open_contracts(screen, empty)
    screen.key("Insert")
    until("a first row", lambda: disk.one("SELECT count(*) FROM contracts") == 1)
    columns = shown()
    for name in columns[: columns.index("amount_orig") + 1]:
        if name in TYPED:
            screen.type(TYPED[name])
        screen.key("Tab")
    until("the first row stored", lambda: disk.one("SELECT amount_orig FROM contracts") == 360_000)
    screen.keep("fill-1-first-row")
    for number in range(2, ROWS + 1):  # the number, the same name as above
        screen.key("Insert")
        screen.type(f"A-{number:03}")
        screen.key("Return")
        screen.type("..")
        screen.key("Return")
    until("sixty rows with a name", lambda: disk.one(COUNT) == ROWS)
    before = disk.one(LAST)
    screen.key("ctrl+Home", "Right", "Right", "ctrl+shift+End", "ctrl+d")  # all other columns from the first row
    screen.keep("fill-2-filled")
    until("one step", lambda: disk.one(LAST) != before)
    whole = "SELECT count(*) FROM contracts WHERE ccy = 'USD' AND amount_orig = 360000 AND client_country = 'KOR'"
    assert disk.one(f"{whole} AND biz_code = 'C1101' AND expires_on = '2027-10-11' AND unparsed IS NULL") == ROWS
    assert disk.one("SELECT count(DISTINCT contract_no) FROM contracts") == ROWS
    assert disk.one(LAST) == before + 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Calc")
def test_two_thousand_cells_come_over_the_clipboard_from_calc_and_go_again(
    screen: Screen, empty: Path, tmp_path: Path
) -> None:
    sheet = write_sheet(tmp_path / "contracts.fods")
    profile = (tmp_path / "office").as_uri()
    disk = Disk(empty)
    open_contracts(screen, empty)
    screen.key("Insert")
    until("a first row", lambda: disk.one("SELECT count(*) FROM contracts") == 1)
    screen.start("soffice", f"-env:UserInstallation={profile}", "--norestore", "--nologo", "--calc", sheet)
    office = until("the sheet", lambda: screen.find(sheet.name))
    before = disk.one(LAST)

    def pasted() -> bool:
        screen.run("xdotool", "windowactivate", "--sync", office)
        screen.key("ctrl+Home", "ctrl+shift+End", "ctrl+c")
        screen.run("xdotool", "windowactivate", "--sync", screen.window)
        screen.key("ctrl+Home", "ctrl+v")
        return bool(wait_for(lambda: disk.one(LAST) != before, GLANCE))

    until("one step", pasted)  # a sheet that is still opening copies nothing
    screen.keep("calc-1-pasted")
    assert disk.one(LAST) == before + 1
    assert disk.one("SELECT label FROM journal ORDER BY seq DESC") == f"粘贴 {BLOCK_ROWS}×{BLOCK_COLUMNS}"
    assert disk.one(COUNT) == BLOCK_ROWS
    assert disk.one("SELECT contract_name FROM contracts WHERE pos = 7") == 'Testing "7" twice'
    assert disk.one("SELECT count(*) FROM contracts WHERE client_country = 'KOR' AND unparsed IS NULL") == BLOCK_ROWS
    screen.key("ctrl+z")
    until("undone", lambda: disk.one("SELECT count(*) FROM contracts") == 1)
    assert disk.one("SELECT contract_no FROM contracts") is None
    screen.keep("calc-2-undone")


def write_sheet(path: Path) -> Path:
    """Write a flat OpenDocument sheet: quotes, a line break and the separators a clipboard must keep apart."""
    lines = []
    for number in range(1, BLOCK_ROWS + 1):
        texts = (f"C-{number:03}", f'Testing "{number}" twice', f"Hanbit; {number}, Ltd.", "韩国")
        cells = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
            for text in texts
        )
        lines.append(f"<table:table-row>{cells}</table:table-row>")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    kind = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet" office:version="1.3"'
    body = f'<table:table table:name="S">{"".join(lines)}</table:table>'
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} {kind}><office:body>'
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>",
        encoding="utf-8",
    )
    return path


def test_every_error_is_mended_from_one_f8_to_the_next(screen: Screen, tmp_path: Path) -> None:
    demo = journey.prepare(tmp_path / "demo")
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)
    disk, right = Disk(demo.book), corrections(demo.book)
    open_contracts(screen, demo.book)
    screen.key("F9")
    until("a check", lambda: disk.one(CHECKED))
    wanted = in_grid_order(errors(demo.book))
    assert {place for place in right if place not in wanted} == set()
    first = next(at for at, place in enumerate(wanted) if place in right)
    until("the first one mended", lambda: mends(screen, disk, wanted[: first + 1], right))
    for place in wanted[first + 1 :]:
        screen.key("F8")
        if place in right:
            screen.type(right[place])
            screen.key("Return")
            until(f"{place} mended", lambda at=place: is_mended(disk, at))
            screen.keep(f"f8-{place[0]}-{place[1]}")
    assert errors(demo.book) == []
    screen.key("F9")
    left = "SELECT sum(errors) FROM checked WHERE form = ? AND period <> ''"
    until("a check without errors", lambda: disk.one(left, FORM) == 0)


def mends(screen: Screen, disk: Disk, way: list[tuple[int, str]], right: dict[tuple[int, str], str]) -> bool:
    """Mend the error at the end of the way. A key that came before the result was on the page is taken back."""
    before = disk.one(LAST)
    screen.key("ctrl+2", "ctrl+Home", *["F8"] * len(way))
    screen.type(right[way[-1]])
    screen.key("Return")
    if wait_for(lambda: is_mended(disk, way[-1]), GLANCE):
        return True
    if disk.one(LAST) != before:
        screen.key("ctrl+z")
    return False


def is_mended(disk: Disk, place: tuple[int, str]) -> bool:
    """Whether the cell holds something that was typed after the import."""
    pos, field = place
    query = f"SELECT 1 FROM contracts WHERE pos = ? AND {field} IS NOT NULL AND touched LIKE ?"
    return disk.one(query, pos, f'%"{field}"%') is not None


def corrections(path: Path) -> dict[tuple[int, str], str]:
    """What to type where, by row number and field."""
    found = {}
    with Book.open(path, readonly=True) as book:
        for one in make_sample(journey.SEED, journey.FIRM, period=journey.PERIOD).corrections:
            if one.form == FORM:
                query = "SELECT pos FROM contracts WHERE contract_no = ? ORDER BY pos LIMIT 1 OFFSET ?"
                pos = book.db.execute(query, (one.key, one.occurrence - 1)).fetchone()[0]
                text = one.right.isoformat() if isinstance(one.right, dt.date) else str(one.right)
                found[pos, one.field] = text
    return found


def errors(path: Path) -> list[Finding]:
    """The errors in the contracts as they lie on the disk."""
    with Book.open(path, readonly=True) as book:
        found = checks.check(book, forms=[FORM], as_of=book.get("demo.as_of")).findings
        return [one for one in found if one.severity == "error"]


def in_grid_order(found: list[Finding]) -> list[tuple[int, str]]:
    """The cells of findings as F8 walks them: the month's before those of others, row by row, from left to right."""
    columns = shown()
    places = {(one.row, one.field): one.period not in ("", journey.PERIOD) for one in found}
    return sorted(places, key=lambda place: (places[place], place[0], columns.index(place[1])))
