"""Card forms: typing in 万元, comparisons, 从上期带入, 零申报, findings beside their fields, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.inputs.line import LineInput
from desktop.pages.card import CardPage
from desktop.place import Place
from forms import journal, ledger

MONTHLY, PROFILE = "JLFW-04", "JLFW-01"
TODAY = "2026-11-03"


@pytest.fixture
def opened(qtbot, contracts):
    """Show a card form's page, checked once."""

    def open_page(form):
        page = CardPage(contracts, form)
        qtbot.addWidget(page)
        page.resize(1190, 692)
        page.show()
        page.bring_up_to_date()
        with qtbot.waitExposed(page):
            page.activateWindow()
        return page

    return open_page


def line(page, field):
    return next(line for line in page.lines if line.field.id == field)


def test_amounts_are_typed_and_shown_in_wan(opened, qtbot, type_text):
    page = opened(MONTHLY)
    total = line(page, "total_revenue")
    page.go(total)
    type_text(total.input, "143.08")
    qtbot.keyClick(total.input, Qt.Key.Key_Return)
    assert page.model.figures.values["total_revenue"] == 143_080_000
    assert total.input.text() == "143.08"
    assert page.focusWidget() is line(page, "so_revenue").input
    page.go(total)
    type_text(total.input, "143.083456")
    qtbot.keyClick(total.input, Qt.Key.Key_Return)
    assert total.input.text() == "143.08"  # as the official form prints it; editing shows it whole
    page.go(total)
    assert total.input.text() == "143.083456"
    type_text(total.input, "143.08")
    qtbot.keyClick(total.input, Qt.Key.Key_Return)
    page.head.unit.setCurrentIndex(1)
    assert total.input.text() == "1,430,800.00"
    assert total.unit.text() == "元"


def test_computed_lines_follow_the_ledger_and_lead_to_it(opened, qtbot):
    page = opened(MONTHLY)
    count = line(page, "new_contracts_cnt")
    assert count.input.isReadOnly()
    assert count.input.text() == "6"
    went = []
    page.workspace.placeWanted.connect(went.append)
    qtbot.mouseDClick(count.input, Qt.MouseButton.LeftButton)
    assert [(one.form, one.period, one.rows.params) for one in went] == [("JLFW-02", "2026-10", ("2026-10",))]


def test_enter_skips_what_the_program_fills(opened, qtbot):
    page = opened(MONTHLY)
    page.go(line(page, "so_revenue_off"))
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.focusWidget() is line(page, "is_zero_report").input
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is line(page, "so_revenue_off").input


def test_what_does_not_parse_is_said_while_typing_and_kept(opened, qtbot, type_text):
    page = opened(MONTHLY)
    total = line(page, "total_revenue")
    page.go(total)
    type_text(total.input, "一百万")
    assert "不是有效数字" in total.message.whole()
    qtbot.keyClick(total.input, Qt.Key.Key_Return)
    assert page.model.figures.unparsed["total_revenue"][0].startswith("一百万")
    assert total.message.whole()
    assert page.focusWidget() is total.input  # once, so that the message is seen
    qtbot.keyClick(total.input, Qt.Key.Key_Return)
    assert page.focusWidget() is line(page, "so_revenue").input


def test_what_is_typed_is_judged_while_it_is_typed_and_nothing_is_written(opened, qtbot, type_text):
    page = opened(MONTHLY)
    book, total, outsourced = page.model.book, line(page, "total_revenue"), line(page, "so_revenue")

    def said() -> bool:
        return "大于企业营业收入" in outsourced.message.whole() + total.message.whole()

    page.go(total)
    type_text(total.input, "100")
    qtbot.keyClick(total.input, Qt.Key.Key_Return)
    steps = journal.last_seq(book)
    page.go(outsourced)
    type_text(outsourced.input, "250")
    qtbot.waitUntil(said)
    assert outsourced.input.text() == "250"  # still being typed
    assert journal.last_seq(book) == steps
    assert page.model.figures.values["so_revenue"] is None
    qtbot.keyClick(outsourced.input, Qt.Key.Key_Backspace)  # 25
    qtbot.waitUntil(lambda: not said())
    type_text(outsourced.input, "0")
    qtbot.waitUntil(said)
    qtbot.keyClick(outsourced.input, Qt.Key.Key_Escape)
    assert not said()
    assert journal.last_seq(book) == steps


def test_figures_are_compared_with_the_month_before_and_the_year_before(opened, contracts):
    contracts.book.put("firm.starts_on", "2025-01-01")
    for period, amount in (("2026-10", "110万"), ("2026-09", "105万"), ("2025-10", "100万")):
        ledger.set_card(contracts.book, MONTHLY, period, {"total_revenue": amount}, as_of=TODAY)
    page = opened(MONTHLY)
    total = line(page, "total_revenue")
    assert [one.text() for one in total.compared] == ["105.00", "100.00", "+10.0%"]


def test_carrying_over_fills_only_what_is_empty_in_one_step(opened, contracts):
    contracts.book.put("firm.starts_on", "2025-01-01")
    book = contracts.book
    ledger.set_card(book, PROFILE, "2025", {"legal_rep": "金英姬", "address": "延吉市长白山西路"}, as_of=TODAY)
    ledger.set_card(book, PROFILE, "2026", {"legal_rep": "朴哲洙"}, as_of=TODAY)
    page = opened(PROFILE)
    before = journal.last_seq(book)
    page.carry()
    assert page.model.figures.values["legal_rep"] == "朴哲洙"
    assert page.model.figures.values["address"] == "延吉市长白山西路"
    assert journal.last_seq(book) == before + 1
    page.step_back(forward=False)
    assert page.model.figures.values["address"] is None


def test_a_zero_report_fills_zeros_and_asks_for_the_reason(opened):
    page = opened(MONTHLY)
    page.head.zero.click()
    values = page.model.figures.values
    assert (values["is_zero_report"], values["total_revenue"]) == (1, 0)
    assert page.focusWidget() is line(page, "zero_reason").input
    page.head.zero.click()
    assert page.model.figures.values["is_zero_report"] == 0


def test_escape_takes_the_text_back(opened, qtbot, type_text):
    page = opened(PROFILE)
    name = line(page, "legal_rep")
    page.go(name)
    type_text(name.input, "张三")
    qtbot.keyClick(name.input, Qt.Key.Key_Escape)
    qtbot.keyClick(name.input, Qt.Key.Key_Return)
    assert page.model.figures.values.get("legal_rep") is None


def test_help_tells_the_field_under_the_cursor(opened):
    from PySide6.QtWidgets import QLabel

    page = opened(MONTHLY)
    page.go(line(page, "so_revenue"))
    told = " ".join(one.text() for one in page.help.findChildren(QLabel))
    assert page.model.edition.by_id["so_revenue"].help.means in told


def test_required_fields_say_so_to_screen_readers(opened):
    page = opened(MONTHLY)
    assert "必填" in line(page, "total_revenue").input.accessibleName()


def test_f8_walks_over_marked_fields(opened, qtbot, contracts):
    ledger.set_card(contracts.book, PROFILE, "2026", {"legal_rep": "金英姬"}, as_of=TODAY)
    page = opened(PROFILE)
    qtbot.waitUntil(lambda: bool(page.model.marks.findings()))
    assert page.step_problem(forward=True)
    qtbot.waitUntil(lambda: page.focusWidget() is not None)  # a long page's lines come in slices
    first = page.focusWidget()
    assert page.step_problem(forward=True)
    qtbot.waitUntil(lambda: page.focusWidget() is not first)


def test_a_figure_that_rests_on_an_unread_value_says_so_and_leads_to_it(opened, qtbot, contracts):
    book = contracts.book
    row = ledger.read_rows(book, "JLFW-02")[2]
    ledger.set_cells(
        book, "JLFW-02", [ledger.CellEdit(row["uid"], "amount_orig", "十二万左右")], label="填写", as_of=TODAY
    )
    ledger.set_card(book, MONTHLY, "2026-10", {"total_revenue": "100万"}, as_of=TODAY)
    page = opened(MONTHLY)
    total, count = line(page, "contract_usd"), line(page, "new_contracts_cnt")
    assert (total.input.text(), count.input.text()) == ("—", "6")  # how many there are is known all the same
    assert "合同台账第3行“合同金额（原币）”填的是“十二万左右”" in total.message.whole()
    assert "十二万左右" in total.input.accessibleDescription()
    qtbot.waitUntil(total.message.wordWrap)  # the end of the line is too short for it
    assert total.message.text().removeprefix("△ ") == total.message.whole()
    qtbot.waitUntil(lambda: total.message.height() >= total.message.heightForWidth(total.message.width()))
    following = page.lines[page.lines.index(total) + 1]
    assert (following.message.text(), following.message.whole()) == ("△ 同上", total.message.whole())
    assert following.message.x() == total.message.x() > total.input.geometry().right()
    went = []
    page.workspace.placeWanted.connect(went.append)
    qtbot.mouseClick(total.message, Qt.MouseButton.LeftButton)
    assert went == [Place("JLFW-02", "2026-10", row["uid"], "amount_orig")]
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(row["uid"], "amount_orig", "120000")], label="填写", as_of=TODAY)
    page.refresh()
    assert "—" not in total.input.text()
    assert total.message.whole() == ""
    assert "十二万" not in total.input.accessibleDescription()


def test_a_figure_leads_to_the_very_rows_it_is_made_of(opened, contracts):
    from desktop.models.card_sources import rows_behind, source_of

    ledger.set_card(contracts.book, MONTHLY, "2026-10", {"total_revenue": "100万"}, as_of=TODAY)
    page = opened(MONTHLY)
    catalogue, book, led = contracts.catalogue, contracts.book, []
    for one in page.model.edition.fields:
        rows = rows_behind(catalogue, one, "2026-10")
        if rows is None or one.kind.name == "breakdown":
            continue
        what = "count(*)" if one.kind.name == "int" else "coalesce(sum(amount_usd), 0)"
        query = f"SELECT {what} FROM {catalogue.table(source_of(catalogue, one))} WHERE {rows.where}"
        assert book.db.execute(query, rows.params).fetchone()[0] == page.model.figures.values[one.id], one.id
        led.append(one.id.removesuffix("_off").removesuffix("_on"))
    executed = ["exec_usd", "exec_usd_ito", "exec_usd_bpo", "exec_usd_kpo"]
    assert led == [*(name for name in ("new_contracts_cnt", *executed) for _shore in range(3)), "receipt_usd"]
    by_id = page.model.edition.by_id
    assert rows_behind(catalogue, by_id["contract_usd"], "2026-10") is None, "the contracts are but a part of the sum"


def test_the_calculator_puts_its_result_into_the_field(opened, qtbot):
    from desktop.pages.calculator import Calculator

    page = opened(MONTHLY)
    total = line(page, "total_revenue")
    page.go(total)
    qtbot.keyClick(total.input, Qt.Key.Key_F7)
    calculator = page.findChild(Calculator)
    qtbot.keyClicks(calculator.line, "1200*3+")
    assert not calculator.put.isEnabled()
    qtbot.keyClicks(calculator.line, "0.5")
    assert calculator.outcome.text() == "3,600.50"
    qtbot.keyClick(calculator.line, Qt.Key.Key_Return)
    qtbot.keyClick(total.input, Qt.Key.Key_Return)
    assert page.model.figures.values["total_revenue"] == 3_600_500_000  # typed in 万元, as the field is


def test_a_form_comes_line_by_line_and_a_place_asked_for_meanwhile_is_gone_to(contracts, qtbot):
    page = CardPage(contracts, MONTHLY)
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    count = sum(not one.hidden for one in page.model.edition.fields)
    assert page.findChildren(LineInput) == []  # the first event shows the frame
    page.show_place(Place(MONTHLY, page.model.period, None, "so_revenue"))
    qtbot.waitUntil(lambda: len(page.findChildren(LineInput)) == count)
    assert page.focusWidget() is line(page, "so_revenue").input
    inputs = [one.input for one in page.lines]
    assert [one.field.id for one in inputs] == [one.id for one in page.model.edition.fields if not one.hidden]
    assert page.findChildren(LineInput) == inputs  # as a screen reader meets them
