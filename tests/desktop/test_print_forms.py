"""Forms on paper: every row once, figures that add up, the marks of drafts, and text that is only text."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from desktop.journey import PERIOD
from desktop.printing import choices, drafting
from desktop.printing.content import Align, Column, Grid, Head, Line, Lines, Pairs
from desktop.printing.frame import grouped
from desktop.printing.grid_sheets import GridSheets
from desktop.printing.items import Stopped, Words, Work
from desktop.printing.lines_sheets import LinesSheets
from desktop.printing.names import file_name
from desktop.printing.pairs_sheets import PairsSheets
from desktop.printing.sheets import lay_out, text_of
from desktop.printing.type import Ruler
from forms import cards, corrections, explanations, filing, ledger
from forms.definition import load_edition
from forms.errors import DefinitionProblem
from forms.paper import Layout, layout_of
from sync import states

if TYPE_CHECKING:
    from desktop.printing.content import Paper
    from forms.book import Book

TODAY = "2026-11-02"
FORMS = [("JLFW-01", "2026"), *((f"JLFW-0{number}", PERIOD) for number in range(2, 6))]
CONTRACTS, EXECUTIONS, MONTHLY = "JLFW-02", "JLFW-03", "JLFW-04"
LONG_NAME = "<b>株式会社</b>&amp;" + "很长的名字" * 30
HEAD = Head("JLFW-99", "试验表", "2026年10月", "某某公司", "91222401MA1DEM1235", "元", (), (("填表人", "李"),), "2026")

pytestmark = pytest.mark.usefixtures("qapp")


def pages(paper: Paper) -> list[list[str]]:
    sheets = lay_out(paper)
    return [text_of(sheets, page) for page in range(sheets.count)]


def filed(book: Book, form: str, period: str = PERIOD) -> Paper:
    return drafting.filed_paper(book, drafting.newest_filing(book, form, period))


def inside_the_paper(sheets) -> None:
    """Every text stands on the paper, in its box, and no line is wider than its box."""
    ruler = Ruler()
    for page in range(sheets.count):
        for item in sheets.items(page):
            if isinstance(item, Words):
                box = item.box
                assert 0 <= box.x <= box.x + box.width <= sheets.width
                assert 0 <= box.y <= box.y + box.height <= sheets.height
                assert len(item.lines) * ruler.leading(item.role) <= box.height + 1.5, item
                assert all(ruler.width(line, item.role) <= box.width + 0.01 for line in item.lines), item


# -- every form


@pytest.mark.parametrize(("form", "period"), FORMS)
def test_every_page_of_a_filing_names_firm_form_period_and_what_was_signed(filed_book, form, period):
    paper = filed(filed_book, form, period)
    row = filed_book.db.execute("SELECT * FROM filings WHERE id = ?", (paper.head.stamp.filing_id,)).fetchone()
    digest = grouped(hashlib.sha256(row["body"]).hexdigest())
    printed = pages(paper)
    for number, page in enumerate(printed, start=1):
        text = "\n".join(page)
        assert f"表号：{form}" in text
        assert f"填报单位（盖章）：{filed_book.firm.name}" in text
        assert f"统一社会信用代码：{filed_book.firm.uscc}" in text
        assert f"回执编号：{row['id']}" in text
        assert f"SHA-256 {digest}" in text
        assert f"第 {number} 页　共 {len(printed)} 页" in text
        for person in ("单位负责人：金明哲", "统计负责人：朴英姬", "填表人：李春花", "联系电话：0433-2850316"):
            assert person in text
        assert "报出日期：2026-11-02" in text
        assert ("（续表）" in text) == (number > 1 and "审核关系" not in text)


@pytest.mark.parametrize(("form", "period"), FORMS)
@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("wan", [None, False, True])
def test_nothing_is_cut_off_or_falls_off_the_paper(filed_book, form, period, every, wan):
    view = drafting.View(wan, every)
    paper = drafting.draft_of(filed_book, form, period, as_of=TODAY, view=view)
    sheets = lay_out(paper)
    inside_the_paper(sheets)
    assert not any("…" in text for page in range(sheets.count) for text in text_of(sheets, page))


def test_one_page_each_for_the_profile_and_the_month(filed_book):
    assert len(pages(filed(filed_book, "JLFW-01", "2026"))) == 1
    assert len(pages(filed(filed_book, MONTHLY))) == 1


# -- ledgers


def test_every_row_of_a_ledger_is_on_exactly_one_page_of_each_part(filed_book):
    paper = replace(filed(filed_book, EXECUTIONS), annex=None)
    sheets = lay_out(paper)
    numbers = [
        row["contract_no"] for row in ledger.read_rows(filed_book, EXECUTIONS, where="period = ?", params=(PERIOD,))
    ]
    assert len(numbers) > 40
    assert sheets.count == 8
    for part in (0, 1):
        seen = [row for page in range(part, sheets.count, 2) for row in sheets.rows_on(page)]
        assert seen == list(range(len(numbers) + 1))  # the last is the totals
        for page in range(part, sheets.count, 2):
            beside = list(pairwise(text_of(sheets, page)))
            for row, number in enumerate(numbers):
                assert beside.count((str(row + 1), number)) == (row in sheets.rows_on(page))


def test_the_columns_of_a_wide_ledger_are_each_on_one_sheet_and_the_key_on_all(filed_book):
    paper = filed(filed_book, CONTRACTS)
    printed = pages(paper)
    for column in paper.body.columns:
        on = [page for page in printed if column.label in [text.replace("\n", "") for text in page]]
        assert len(on) == (len(printed) if column.id == "contract_no" else 1), column.label


def test_totals_are_those_of_the_ledger_for_each_currency(filed_book):
    rows = ledger.read_rows(filed_book, CONTRACTS, where="period = ?", params=(PERIOD,))
    usd = sum(row["amount_usd"] for row in rows)
    by_ccy: dict[str, int] = {}
    for row in rows:
        by_ccy[row["ccy"]] = by_ccy.get(row["ccy"], 0) + row["amount_orig"]
    assert {"JPY", "KRW", "USD"} <= by_ccy.keys()
    texts = [text for page in pages(filed(filed_book, CONTRACTS)) for text in page]
    assert f"{usd // 100:,}.{usd % 100:02}" in texts
    lines = [
        f"{ccy} {amount // 100:,}" + ("" if ccy in ("JPY", "KRW") else f".{amount % 100:02}")
        for ccy, amount in sorted(by_ccy.items())
    ]
    assert "\n".join(lines) in texts
    assert f"共 {len(rows)} 行" in texts


def test_yen_and_won_print_without_decimals(filed_book):
    grid = filed(filed_book, CONTRACTS).body
    ccy, amount = ([column.id for column in grid.columns].index(name) for name in ("ccy", "amount_orig"))
    for row in grid.rows:
        assert row[amount].endswith(".00") == (row[ccy] not in ("日元", "韩元"))


def test_a_month_without_contracts_prints_an_empty_form(book):
    (page,) = pages(drafting.draft_of(book, EXECUTIONS, "2026-10", as_of=TODAY))[:1]
    assert "本期没有登记。" in page
    assert "合计" not in page


def grid_of(rows: int, *, text: str = "") -> Grid:
    columns = tuple(
        Column(
            f"c{at}",
            f"栏目{at}",
            "一组" if at < 3 else "二组",
            "",
            Align.LEFT,
            40.0,
            whole=at == 2,
            number=at + 1,
            repeat=at == 0,
        )
        for at in range(9)
    )
    made = [[f"K-{row}", text or f"内容{row}", f"{row}.00", *[f"第{row}行"] * 6] for row in range(rows)]
    return Grid(columns, made, {"c2": "99.00"})


def test_ten_thousand_rows_are_each_printed_once_and_can_be_stopped():
    heard: list[tuple[int, int]] = []
    sheets = GridSheets(HEAD, grid_of(10_000), Ruler(), Work(lambda *at: heard.append(at)))
    parts = sheets.count // len({sheets.rows_on(page).start for page in range(sheets.count)})
    assert parts == 2
    seen = [row for page in range(0, sheets.count, parts) for row in sheets.rows_on(page)]
    assert seen == list(range(10_001))
    assert heard[0] == (0, 10_000)
    assert len(heard) == 50
    with pytest.raises(Stopped):
        GridSheets(HEAD, grid_of(10_000), Ruler(), Work(cancelled=lambda: len(heard) >= 50))


def test_totals_do_not_stand_alone_on_a_page():
    for rows in range(20, 50):
        sheets = GridSheets(HEAD, grid_of(rows), Ruler())
        assert len(sheets.rows_on(sheets.count - 1)) >= 2, rows


# -- figures


def test_the_month_prints_each_line_once_with_its_number_and_unit(filed_book):
    (page,) = pages(filed(filed_book, MONTHLY))
    values = cards.card_values(filed_book, MONTHLY, PERIOD, as_of=TODAY)
    for field in filed_book.catalogue.edition(MONTHLY, PERIOD).fields:
        at = page.index(field.label)
        assert page[at + 2] == field.line
        assert page.count(field.label) == 1
        if field.view == "万元":
            assert page[at + 1] == "万元"
            assert page[at + 3] == f"{(values[field.id] + 5000) // 10_000 / 100:,.2f}"
    country = page.index("离岸执行额按国别（地区）")
    assert page[country + 4] == "韩国"


def test_the_same_month_in_yuan(filed_book):
    paper = drafting.filed_paper(
        filed_book, drafting.newest_filing(filed_book, MONTHLY, PERIOD), drafting.View(wan=False)
    )
    (page,) = pages(paper)
    value = cards.card_values(filed_book, MONTHLY, PERIOD, as_of=TODAY)["total_revenue"]
    at = page.index("企业营业收入（当月）")
    assert page[at + 1 : at + 4] == ["元", "01", f"{value // 100:,}.{value % 100:02}"]
    assert any("计量单位：元、美元" in text for text in page)


def test_a_card_too_long_for_a_page_goes_on_and_no_heading_ends_a_panel():
    lines = [
        Line(f"第{at // 7}部分", heading=True) if at % 7 == 0 else Line(f"指标{at}", "元", f"{at:02}", "1.00")
        for at in range(150)
    ]
    sheets = LinesSheets(HEAD, Lines(tuple(lines)), Ruler())
    printed = [text_of(sheets, page) for page in range(sheets.count)]
    assert sheets.count > 1
    for line in lines:
        assert sum(page.count(line.name) for page in printed) == 1, line
    inside_the_paper(sheets)
    headings = {line.name for line in lines if line.heading}
    for page in printed:
        for at, text in enumerate(page):
            assert not (text in headings and (page[at + 1] == "指标名称" or page[at + 1].startswith("第 ")))


def test_what_was_filed_is_printed_and_not_what_stands_in_the_ledger_today(filed_book):
    before = filed(filed_book, CONTRACTS).body.rows
    corrections.begin(filed_book, CONTRACTS, PERIOD, "名称有误")
    row = ledger.read_rows(filed_book, CONTRACTS, where="period = ?", params=(PERIOD,))[0]
    ledger.set_cells(
        filed_book, CONTRACTS, [ledger.CellEdit(row["uid"], "contract_name", "改后的名称")], label="改", as_of=TODAY
    )
    assert filed(filed_book, CONTRACTS).body.rows == before
    draft = drafting.draft_of(filed_book, CONTRACTS, PERIOD, as_of=TODAY)
    assert draft.body.rows[0][1] == "改后的名称"


# -- marks


def test_drafts_say_that_they_were_not_filed_and_the_demo_says_so_everywhere(filed_book):
    draft = drafting.draft_of(filed_book, MONTHLY, PERIOD, as_of=TODAY)
    assert draft.head.marks == ("演示", "草稿　未报送")
    assert draft.head.stamp is None
    (page,) = pages(draft)
    assert "草稿：尚未报送，不作为报送凭据。" in page
    assert not any("SHA-256" in text or "回执编号" in text for text in page)
    assert filed(filed_book, MONTHLY).head.marks == ("演示",)


def test_a_filing_that_counts_no_more_says_so(filed_book):
    first, second = filed_book.db.execute(
        "SELECT id FROM filings WHERE form = ? AND period = ? ORDER BY revision", (MONTHLY, PERIOD)
    ).fetchall()
    assert drafting.filed_paper(filed_book, first["id"]).head.marks == ("演示", "已更正")
    assert drafting.filed_paper(filed_book, second["id"]).head.marks == ("演示",)


def test_what_could_not_be_read_prints_as_typed_with_a_mark(book):
    uid = ledger.add_row(
        book, CONTRACTS, {"contract_no": "YJ-1", "signed_on": "2026-10-12", "amount_orig": "十二万五"}, as_of=TODAY
    )
    assert uid
    paper = drafting.draft_of(book, CONTRACTS, PERIOD, as_of=TODAY)
    assert any("※十二万五" in row for row in paper.body.rows)
    assert paper.head.notes == ("※ 填写的内容未能识别，照原样打印",)
    assert any(paper.head.notes[0] in page for page in pages(paper))


# -- explanations


def test_what_was_explained_is_printed_after_the_form_with_its_rule_and_row(book):
    for number in (1, 2):
        uid = ledger.add_row(
            book, CONTRACTS, {"contract_no": f"YJ-{number}", "signed_on": "2026-10-12", "ccy": "美元"}, as_of=TODAY
        )
    explanations.explain(book, CONTRACTS, PERIOD, "F02-016", "补报原因：合同寄出较晚，<已核对>。", uid=uid)
    explanations.explain(book, CONTRACTS, PERIOD, "F02-002", "全部合同均已逐份核对。")
    printed = pages(drafting.draft_of(book, CONTRACTS, PERIOD, as_of=TODAY))
    assert len(printed) == 3
    last = printed[-1]
    assert last[0] == "承接服务外包合同登记表　填报说明"
    assert "第 3 页　共 3 页" in last
    assert "第 1 页　共 3 页" in printed[0]
    titles = {rule.id: rule.title for rule in book.catalogue.edition(CONTRACTS).rules}
    at = last.index("F02-002")
    assert last[at : at + 4] == ["F02-002", titles["F02-002"], "全表", "全部合同均已逐份核对。"]
    at = last.index("F02-016")
    assert last[at : at + 4] == ["F02-016", titles["F02-016"], "2", "补报原因：合同寄出较晚，<已核对>。"]


def test_the_explanations_of_a_filing_are_those_that_were_signed(filed_book):
    newest = drafting.newest_filing(filed_book, EXECUTIONS, PERIOD)
    signed = filing.document_of(filed_book, newest)["explanations"]
    assert signed
    filed_book.db.execute("UPDATE explanations SET text = '后来改的'")
    annex = drafting.filed_paper(filed_book, newest).annex
    assert [(row[0], row[3]) for row in annex.rows] == [(one["rule"], one["text"]) for one in signed]


# -- hostile text


def hostile_filing(book: Book, **cells: object) -> str:
    """Keep a filing whose document says what no firm would; nothing checks what a Book brings from elsewhere."""
    ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1", "signed_on": "2026-10-12", "ccy": "日元"}, as_of=TODAY)
    draft = filing.compose(book, CONTRACTS, PERIOD, as_of=TODAY, key_id="k")
    draft.document["rows"][0] |= cells
    draft.document["header"]["ent_name"] = LONG_NAME
    with book.transaction():
        made = filing.store(book, draft, json.dumps(draft.document).encode(), b"", "k")
        states.move(book, made, "sign")
    return made


def test_hostile_text_is_printed_as_text_and_stays_in_its_cell(book):
    typed = {
        "contract_name": "<script>alert(1)</script>\r\n<img src=x>\n第三行\u202e反写\x07",
        "client_name": LONG_NAME * 8,
        "remarks": "W" * 200,
        "signed_on": ["不是", {"日期": 1}],
        "amount_orig": "1e9",
        "client_country": "<KOR>",
        "unknown_field": "未知",
    }
    paper = drafting.filed_paper(book, hostile_filing(book, **typed))
    sheets = lay_out(paper)
    inside_the_paper(sheets)
    texts = [text.replace("\n", "") for page in range(sheets.count) for text in text_of(sheets, page)]
    assert "<script>alert(1)</script><img src=x>第三行反写" in texts
    assert "W" * 200 in texts
    assert '※["不是", {"日期": 1}]' in texts
    assert "※1e9" in texts
    assert "※<KOR>" in texts
    assert any("另有本版本没有的指标未打印：unknown_field" in text for text in texts)
    assert any(
        text.startswith("填报单位（盖章）：<b>株式会社</b>&amp;很长的名字") and text.endswith("…") for text in texts
    )


def test_text_longer_than_a_page_says_how_long_it_is():
    sheets = GridSheets(HEAD, grid_of(3, text="很长" * 5000), Ruler())
    inside_the_paper(sheets)
    texts = [text for page in range(sheets.count) for text in text_of(sheets, page)]
    assert any(text.endswith("…（共10000字）") for text in texts)
    assert sum("很长很长" in text for text in texts) == 3


def test_particulars_of_any_length_stay_on_the_paper():
    pairs = tuple((f"指标{at}", "很长的值" * (at * at)) for at in range(30))
    sheets = PairsSheets(HEAD, Pairs((("甲", pairs), ("乙", pairs[:4]))), Ruler())
    inside_the_paper(sheets)
    texts = [text.replace("\n", "") for page in range(sheets.count) for text in text_of(sheets, page)]
    for label, value in pairs[:12]:
        assert label in texts
        assert value in texts


@pytest.mark.parametrize(
    "text", ["", "一", "株式会社" * 40, "A" * 300, "a b " * 100, "很长，" * 60, "（" * 50, "한빛 소프트웨어" * 20]
)
@pytest.mark.parametrize("width", [3.0, 8.0, 40.0])
def test_breaking_lines_loses_no_character(text, width):
    ruler = Ruler()
    lines = ruler.wrap(text, width, "cell")
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(ruler.width(line, "cell") <= width or len(line) == 1 for line in lines)


def test_lines_do_not_begin_with_a_full_stop_and_short_brackets_hold_together():
    ruler = Ruler()
    label = "发包方国别（地区）"
    assert ruler.wrap(label, ruler.width("发包方国别（地", "head") + 0.1, "head") == ("发包方国别", "（地区）")
    assert ruler.wrap("已经核对。完", ruler.width("已经核对", "cell") + 0.1, "cell") == ("已经核", "对。完")


# -- the layout file of an edition


def test_the_layout_of_every_edition_can_be_read(catalogue):
    for form in catalogue.forms:
        for edition in catalogue.editions(form):
            assert layout_of(catalogue, edition).fields(edition)


def test_a_layout_that_names_what_the_edition_has_not_is_refused(catalogue, tmp_path):
    from forms.paper import _read

    path = tmp_path / "2026-01.print.toml"
    edition = catalogue.edition(CONTRACTS)
    for text, word in (
        ('hide = ["nothing"]', "nothing"),
        ('breaks = ["no_section"]', "no_section"),
        ("colour = 1", "colour"),
    ):
        path.write_text(text, "utf-8")
        with pytest.raises(DefinitionProblem, match=word):
            _read(path, edition, ())


def test_a_form_of_a_later_edition_prints_with_no_code_and_no_layout_of_its_own(filed_book, tmp_path, catalogue):
    path = tmp_path / "JLFW-77" / "2027-01.toml"
    path.parent.mkdir()
    path.write_text(
        'form = "JLFW-77"\ntitle = "新录用人员明细表"\nshort = "新录用"\ntable = "hires"\nshape = "ledger"\n'
        'cadence = "month"\n'
        'from = "2027-01"\nkey = ["person"]\nperiod_of = "hired_on"\norder = 9\n'
        '[[section]]\nid = "who"\ntitle = "人员"\n'
        '[[field]]\nid = "person"\nlabel = "姓名"\nkind = "text"\nsection = "who"\n'
        '[[field]]\nid = "hired_on"\nlabel = "入职日期"\nkind = "date"\nsection = "who"\n'
        '[[field]]\nid = "wage"\nlabel = "月薪"\nkind = "money"\nunit = "CNY"\nsection = "who"\n',
        "utf-8",
    )
    edition = load_edition(path, catalogue.codelists)
    assert layout_of(catalogue, edition) == Layout(repeat=("person",))
    rows = [({"person": f"员工{at}", "hired_on": "2027-01-05", "wage": 500_000 + at}, {}) for at in range(90)]
    source = drafting._Source(rows, {"ent_name": "某公司", "uscc": "91222401MA1DEM1235"}, ())
    printed = pages(drafting._paper(filed_book, edition, "2027-01", source, drafting.View()))
    assert len(printed) == 5
    assert sum(f"员工{at}" in page for page in printed for at in range(90)) == 90
    assert "450,040.05" in printed[-1]


# -- choosing and naming


def test_what_can_be_printed_is_listed_and_the_likely_one_comes_first(filed_book, book):
    listed = choices.choices(filed_book, MONTHLY, PERIOD)
    assert [one.label for one in listed] == [
        "草稿：账套里现有的数据",
        "申报：第2版（已受理）",
        "回执：第2版（已受理）",
        "申报：第1版（已更正）",
        "回执：第1版（已更正）",
    ]
    assert choices.meant(filed_book, listed, MONTHLY, PERIOD, TODAY) == listed[1]
    assert choices.meant(book, choices.choices(book, MONTHLY, PERIOD), MONTHLY, PERIOD, TODAY).kind == choices.DRAFT


@pytest.mark.parametrize(
    ("firm", "name"),
    [
        ("延吉海兰江信息技术有限公司", "JLFW-04_2026-09_延吉海兰江信息技术.pdf"),
        ("吉林省某某股份有限公司", "JLFW-04_2026-09_吉林省某某.pdf"),
        ('../..\\C:<坏>|"名"?*.exe', "JLFW-04_2026-09_C坏名.exe.pdf"),
        ("公司", "JLFW-04_2026-09_公司.pdf"),
        ("\u202e", "JLFW-04_2026-09_企业.pdf"),
        ("长" * 99, f"JLFW-04_2026-09_{'长' * 24}.pdf"),
    ],
)
def test_the_file_name_tells_form_period_and_firm_and_fits_any_disk(firm, name):
    assert file_name("JLFW-04", "2026-09", firm) == name
    assert not re.search(r'[\\/:*?"<>|]', name)
