"""The month is mended, explained, filed and receipted by what assistive technology can do, and by nothing else."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.display

FORMS = 9  # JLFW-01 to 07, with 02B and 03A
REASON = "已与合同和收款凭证逐笔核对，情况属实。"


class Disk:
    """The firm's Book as it lies on the disk, read beside the running window."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def one(self, query: str, *params: object) -> object:
        db = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            row = db.execute(query, params).fetchone()
        finally:
            db.close()
        return row[0] if row else None


def test_the_month_is_filed_by_accessible_actions_alone(reader, tmp_path):
    reader.press("push button", "进入演示")
    reader.until("the demo firm", lambda: reader.title().startswith("首页"))
    disk = Disk(next((tmp_path / "home" / "demo").glob("*.zhibao")))
    mend_all(reader, disk)
    reader.go_to("审核与报送")
    explain_all(reader, disk)
    reader.press("push button", lambda name: name.startswith("报送  "))
    reader.press("push button", "完成")
    owed = "SELECT count(*) FROM filings WHERE id NOT IN (SELECT filing_id FROM receipts)"
    assert (disk.one(owed), disk.one("SELECT count(DISTINCT form) FROM filings")) == (0, FORMS)
    reader.go_to("报送记录")
    records = reader.see("table", "报送记录")
    assert records.size[0] >= FORMS
    reader.until("another filing chosen", lambda: records.cell(1, 0).press())
    reader.until("its receipt in words", lambda: "✓ 已验证：平台签名有效" in words(reader))


def words(reader) -> str:
    return "\n".join(node.name for node in reader.program.walk())


def mend_all(reader, disk: Disk) -> None:
    """Select each wrong cell; its input opens and has the focus; write the right value into it."""
    from desktop import journey
    from forms.catalogue import load_catalogue
    from forms.sample import make_sample

    catalogue = load_catalogue()
    for one in make_sample(journey.SEED, journey.FIRM, period=journey.PERIOD).corrections:
        edition = catalogue.edition(one.form)
        reader.go_to(edition.short)
        table = reader.see("table", edition.short)
        keys = (edition.key_own,) if edition.key_own else edition.key
        where = " AND ".join(f"{name} = ?" for name in keys)
        query = f"SELECT pos FROM {edition.table} WHERE {where} ORDER BY pos LIMIT 1 OFFSET ?"
        pos = disk.one(query, *one.key.split(",", len(keys) - 1), one.occurrence - 1)
        column = table.heads().index(edition.field(one.field).label)
        seq = disk.one("SELECT max(seq) FROM journal")
        box = reader.focused("text", table.cell(pos - 1, column).press)
        assert box.name == edition.field(one.field).label
        box.write(str(one.right))
        reader.until(f"{one.note} stored", lambda seq=seq: disk.one("SELECT max(seq) FROM journal") != seq)
        unread = f"SELECT json_extract(unparsed, '$.{one.field}') FROM {edition.table} WHERE pos = ?"
        assert disk.one(unread, pos) is None, one


def explain_all(reader, disk: Disk) -> None:
    """Write a reason into each field that asks for one, until the page says that all is explained."""
    reader.press("push button", lambda name: name.startswith("审核  "))
    while (field := reader.until("a field for a reason, or none left", lambda: asking(reader))).role == "text":
        kept = disk.one("SELECT count(*) FROM explanations")
        field.write(REASON)
        reader.until("the reason kept", lambda kept=kept: disk.one("SELECT count(*) FROM explanations") != kept)


def asking(reader):
    """Give the first field for a reason that is still empty, or the words that none is."""
    for node in reader.program.walk():
        if node.role == "text" and node.name.endswith("的填报说明") and not node.ask("Text", "GetText", "ii", 0, -1):
            return node
        if node.role == "label" and node.name.startswith("核实项已说明"):
            return node
    return None
