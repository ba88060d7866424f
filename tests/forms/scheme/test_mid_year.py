"""A second edition of the contract ledger comes in mid-year: what was begun stays, and moves when a person says so."""

from __future__ import annotations

import json

import pytest

from forms import checks, editions, filing, in_use, journal, ledger, migrations
from forms.book import Book
from forms.catalogue import load_catalogue
from forms.errors import EditRefused, InputRefused
from forms.province import check_document
from forms.scheme.manifest import SchemeRefused
from forms.scheme.shelf import Shelf

FORM = "JLFW-02"
AS_OF = "2026-08-20"
OLD, NEW = "2026-01", "2026-07"
CONTRACT = {
    "contract_no": "YJ-1",
    "contract_name": "软件测试服务",
    "client_name": "한빛소프트웨어",
    "ccy": "USD",
    "amount_orig": "1000",
    "signed_on": "2026-08-03",
    "orig_location": "档案室",
    "remarks": "2026-09-01",
}


def second_edition(desk, first=NEW):
    """A new field, a dropped field, a field whose kind changed and so has a new id, a changed rule."""
    folder = desk.folder / "definitions" / FORM
    text = (folder / f"{OLD}.toml").read_text("utf-8").replace(f'from = "{OLD}"', f'from = "{first}"')
    pieces = text.split("[[field]]\n")
    kept = [piece for piece in pieces if 'id = "orig_location"' not in piece]
    moved = [piece.replace('id = "remarks"', 'id = "follow_up_on"\nwas = "remarks"') for piece in kept]
    at = next(n for n, piece in enumerate(moved) if 'id = "follow_up_on"' in piece)
    section = next(line for line in moved[at].splitlines() if line.startswith("section"))
    moved[at] = (
        f'id = "follow_up_on"\nwas = "remarks"\nlabel = "跟进日期"\nkind = "date"\n{section}\nhelp.means = "跟进"\n\n'
    )
    moved.append(
        f'id = "invoice_no"\nlabel = "发票号码"\nkind = "text"\nlength = 20\n{section}\nhelp.means = "发票的号码。"\n'
    )
    (folder / f"{first}.toml").write_text("[[field]]\n".join(moved), "utf-8")
    rules = (folder / f"{OLD}.rules.toml").read_text("utf-8")
    case = 'severity = "warning"\nfields = ["invoice_no"]\nholds = "invoice_no IS NOT NULL"\nmessage = "请补填。"\n'
    rules += f'\n[[rule]]\nid = "F02-900"\ntitle = "发票号码"\n\n[[rule.case]]\n{case}'
    (folder / f"{first}.rules.toml").write_text(rules, "utf-8")


@pytest.fixture
def arrived(desk, book):
    """Begin two drafts, July's and August's, then let the new edition come; give the Book opened anew."""
    Shelf(in_use.root()).install(desk.give("2026.1", 1), {desk.signer})
    path = book.path
    book.close()
    in_use.refresh()
    with Book.open(path) as before:
        ledger.add_row(before, FORM, CONTRACT, as_of=AS_OF)
        ledger.add_row(before, FORM, {**CONTRACT, "contract_no": "YJ-2", "remarks": "等待回复"}, as_of=AS_OF)
        ledger.add_row(before, FORM, {**CONTRACT, "contract_no": "YJ-0", "signed_on": "2026-05-06"}, as_of=AS_OF)
    second_edition(desk)
    Shelf(in_use.root()).install(desk.give("2026.2", 2, first=NEW), ())
    in_use.refresh()
    with Book.open(path) as opened:
        yield opened


def test_an_old_draft_opens_under_its_own_edition(arrived):
    catalogue = arrived.catalogue
    assert [one.first for one in catalogue.editions(FORM)] == [OLD, NEW]
    assert catalogue.edition(FORM, "2026-08").first == OLD  # begun before the new one came
    assert catalogue.applicable(FORM, "2026-08").first == NEW
    assert catalogue.edition(FORM, "2026-09").first == NEW
    assert catalogue.edition(FORM, "2026-05").first == OLD
    assert catalogue.spoken("en").edition(FORM, "2026-08").first == OLD
    assert editions.drafts(arrived, AS_OF) == [(FORM, "2026-08")]
    found = {one.rule for one in checks.check(arrived, period="2026-08", forms=[FORM], as_of=AS_OF).findings}
    assert "F02-900" not in found
    uid = ledger.find_by_key(arrived, FORM, "YJ-1")[0]["uid"]
    ledger.set_cells(arrived, FORM, [ledger.CellEdit(uid, "orig_location", "二楼")], label="", as_of=AS_OF)
    with pytest.raises(EditRefused):
        ledger.set_cells(arrived, FORM, [ledger.CellEdit(uid, "invoice_no", "1")], label="", as_of=AS_OF)


def test_a_new_month_begins_under_the_new_edition(arrived):
    row = {name: value for name, value in CONTRACT.items() if name not in ("orig_location", "remarks")}
    ledger.add_row(arrived, FORM, {**row, "contract_no": "YJ-9", "signed_on": "2026-09-02"}, as_of="2026-09-20")
    found = checks.check(arrived, period="2026-09", forms=[FORM], as_of="2026-09-20").findings
    assert [(one.row, one.period) for one in found if one.rule == "F02-900"] == [(4, "2026-09")]


def test_a_row_without_a_date_is_told_once(arrived):
    ledger.add_row(arrived, FORM, {"contract_no": "YJ-7"}, as_of=AS_OF)
    found = checks.check(arrived, period="2026-08", forms=[FORM], as_of=AS_OF).findings
    undated = [(one.rule, one.field) for one in found if one.row == 4]
    assert undated
    assert len(undated) == len(set(undated))


def test_the_preview_says_what_moves_and_what_is_lost(arrived):
    before = arrived.db.execute("SELECT * FROM contracts").fetchall()
    seen = editions.preview(arrived, FORM, "2026-08", AS_OF)
    assert (seen.before, seen.after, seen.new_fields) == (OLD, NEW, ["跟进日期", "发票号码"])
    assert [(one.row, one.label, one.value, one.into) for one in seen.cells] == [
        (1, "原件存放处", "档案室", ""),
        (1, "备注", "2026-09-01", "跟进日期"),
        (2, "原件存放处", "档案室", ""),
        (2, "备注", "等待回复", ""),
    ]
    assert [tuple(row) for row in arrived.db.execute("SELECT * FROM contracts")] == [tuple(row) for row in before]


def test_a_draft_moves_as_one_step_that_can_be_taken_back(arrived):
    assert editions.move(arrived, FORM, "2026-08", as_of=AS_OF) == 2
    assert arrived.catalogue.edition(FORM, "2026-08").first == NEW
    rows = {row["contract_no"]: row for row in arrived.db.execute("SELECT * FROM contracts")}
    told = {no: (row["edition"], row["orig_location"], row["remarks"], row["follow_up_on"]) for no, row in rows.items()}
    assert told == {
        "YJ-1": (NEW, None, None, "2026-09-01"),
        "YJ-2": (NEW, None, None, None),
        "YJ-0": (OLD, "档案室", "2026-09-01", None),
    }
    found = {one.rule for one in checks.check(arrived, period="2026-08", forms=[FORM], as_of=AS_OF).findings}
    assert "F02-900" in found
    draft = filing.compose(arrived, FORM, "2026-08", as_of=AS_OF, key_id="")
    assert (draft.document["edition"]["from"], draft.document["scheme"]["sequence"]) == (NEW, 2)
    with pytest.raises(InputRefused, match="不用转换"):
        editions.move(arrived, FORM, "2026-08", as_of=AS_OF)
    journal.undo(arrived)
    assert ledger.find_by_key(arrived, FORM, "YJ-2")[0]["remarks"] == "等待回复"


def test_what_was_filed_keeps_its_edition_for_ever(arrived):
    draft = filing.compose(arrived, FORM, "2026-08", as_of=AS_OF, key_id="k")
    assert draft.document["edition"]["from"] == OLD
    with arrived.transaction():
        filing_id = filing.store(arrived, draft, filing.canonical(draft.document), b"", "k")
        arrived.db.execute("INSERT INTO standing VALUES (?, 'ACCEPTED', ?)", (filing_id, AS_OF))
    assert editions.drafts(arrived, AS_OF) == []
    for ask in (editions.preview, lambda *given: editions.move(*given[:3], as_of=given[3])):
        with pytest.raises(InputRefused, match="保持原来的版本"):
            ask(arrived, FORM, "2026-08", AS_OF)
    assert filing.settle(arrived, filing_id) == 2
    arrived.put("definitions", "as if others came")
    migrations.bring_up_to_date(arrived)
    arrived.editions_changed()
    assert arrived.catalogue.edition(FORM, "2026-08").first == OLD


def test_the_province_takes_the_older_edition_until_the_period_is_due(arrived):
    document = json.loads(filing.canonical(filing.compose(arrived, FORM, "2026-08", as_of=AS_OF, key_id="").document))
    catalogue = load_catalogue()
    found = {one.rule for one in check_document(catalogue, [], document, "2026-09-07")}
    assert "F02-900" not in found
    assert not [one for one in check_document(catalogue, [], document, "2026-09-07") if one.rule == "F00-004"]
    with pytest.raises(InputRefused, match=f"应按{NEW}版填报"):
        check_document(catalogue, [], document, "2026-09-08")
    editions.move(arrived, FORM, "2026-08", as_of=AS_OF)
    moved = json.loads(filing.canonical(filing.compose(arrived, FORM, "2026-08", as_of=AS_OF, key_id="").document))
    assert "F02-900" in {one.rule for one in check_document(catalogue, [document], moved, "2026-09-30")} | {"F02-900"}
    early = {**moved, "series": {**moved["series"], "period": "2026-06"}}
    with pytest.raises(InputRefused, match=f"应按{OLD}版填报"):
        check_document(catalogue, [], early, AS_OF)


def test_one_table_holds_the_columns_of_both_editions(arrived):
    columns = {row[1] for row in arrived.db.execute("PRAGMA table_xinfo(contracts)")}
    assert {"orig_location", "remarks", "follow_up_on", "invoice_no"} <= columns


def test_what_was_published_never_changes_afterwards(desk):
    shelf = Shelf(in_use.root())
    second_edition(desk)
    shelf.install(desk.give("2026.1", 1), {desk.signer})
    path = desk.folder / "definitions" / FORM / f"{NEW}.toml"
    sound = path.read_text("utf-8")
    for change, said in (
        (lambda: path.write_text(sound + "\n# changed\n", "utf-8"), f"改动了已发布的报表{FORM}的{NEW}版"),
        (path.unlink, f"缺少已发布的报表{FORM}的{NEW}版"),
    ):
        change()
        with pytest.raises(SchemeRefused, match=said):
            shelf.install(desk.give("2026.2", 2), ())
        path.write_text(sound, "utf-8")
    second_edition(desk, "2026-10")
    third = desk.folder / "definitions" / FORM / "2026-10.toml"
    third.write_text(
        third.read_text("utf-8").replace('label = "跟进日期"\nkind = "date"', 'label = "跟进日期"\nkind = "text"'),
        "utf-8",
    )
    with pytest.raises(SchemeRefused, match="应改用新的指标编号"):
        shelf.install(desk.give("2026.2", 2), ())
    assert shelf.newest().manifest.version == "2026.1"
