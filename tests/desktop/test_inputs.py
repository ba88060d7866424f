"""Inputs by kind: what one may type, what they offer, and that every kind has one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.inputs.line import InputContext
from desktop.inputs.table import INPUTS, make_input
from forms.definition import Field
from forms.kinds import KINDS

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def made(qtbot, themed, catalogue):
    """Make the input of a field of the shipped forms."""
    del themed

    def make(form, field, book=None):
        widget = make_input(catalogue.edition(form).by_id[field], InputContext(book, lambda: "2026-11-03"))
        qtbot.addWidget(widget)
        widget.show()
        widget.setFocus()
        return widget

    return make


def test_each_kind_has_its_input():
    assert set(INPUTS) == set(KINDS)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1,234.5", 123_450),
        ("１２３４．５", 123_450),
        ("￥1,234", 123_400),
        ("12.5万", 12_500_000),
        ("(1,234)", -123_400),
        ("=1200*3", 360_000),
    ],
)
def test_money_is_read_as_accountants_write_it(made, qtbot, type_text, typed, stored):
    widget = made("JLFW-02", "amount_orig")
    type_text(widget, typed)
    assert widget.field.kind.parse(widget.typed()) == stored
    assert widget.alignment() & Qt.AlignmentFlag.AlignRight


def test_money_says_what_a_sum_comes_to(made):
    widget = made("JLFW-02", "amount_orig")
    assert widget.understood("=1200*3") == ("= 3,600.00", "ok")
    assert widget.understood("=1200*") == ("", "ok")
    assert widget.understood("十二万")[1] == "error"


@pytest.mark.parametrize("typed", ["韩国", "KOR", "hg", "韩"])
def test_a_code_is_found_by_name_code_and_initials(made, qtbot, type_text, typed):
    widget = made("JLFW-02", "client_country")
    type_text(widget, typed)
    assert widget.field.kind.parse(widget.typed()) == "KOR"


def test_an_unknown_code_is_kept_as_typed(made, qtbot, type_text):
    widget = made("JLFW-02", "client_country")
    type_text(widget, "火星")
    assert widget.typed() == "火星"


def test_the_list_is_walked_with_the_arrows(made, qtbot, type_text):
    widget = made("JLFW-02", "status_biz")
    qtbot.keyClick(widget, Qt.Key.Key_Down, ALT)
    assert widget.list.isVisible()
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    assert widget.typed() == widget.list.options[1].text


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026/9/3", "2026-09-03"),
        ("2026年9月3日", "2026-09-03"),
        ("20260903", "2026-09-03"),
        ("9-3", "2026-09-03"),
        ("0903", "2026-09-03"),
        ("28", "2026-11-28"),
    ],
)
def test_dates_are_typed_loosely(made, qtbot, type_text, typed, iso):
    widget = made("JLFW-02", "signed_on")
    type_text(widget, typed)
    assert widget.field.kind.parse(widget.typed()) == iso


def test_control_semicolon_is_today(made, qtbot, type_text):
    widget = made("JLFW-02", "signed_on")
    qtbot.keyClick(widget, Qt.Key.Key_Semicolon, CONTROL)
    assert widget.text() == "2026-11-03"


def test_a_credit_code_is_checked_while_typing(made):
    widget = made("JLFW-02", "client_uscc")
    assert "2 位" in widget.understood("91")[0]
    assert widget.understood("91222401MA1DEM1235")[1] == "ok"
    sentence, state = widget.understood("91222401MA1DEM1236")
    assert state == "error"
    assert "位" in sentence


def test_yes_and_no_by_one_letter(made, qtbot, type_text):
    widget = made("JLFW-02", "is_related_party")
    type_text(widget, "s")
    assert widget.typed() == "是"


def test_several_choices_are_ticked(made, qtbot, type_text, catalogue):
    widget = made("JLFW-01", "main_biz_l1")
    qtbot.keyClick(widget, Qt.Key.Key_F4)
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert widget.field.kind.parse(widget.typed()) == '["BPO","ITO"]'


def test_a_reference_is_found_by_name_but_a_new_number_stays(made, qtbot, type_text, contracts):
    widget = made("JLFW-03", "contract_no", contracts.book)
    type_text(widget, "服务（3）")
    assert widget.typed() == "YJ-003"
    widget.clear()
    type_text(widget, "YJ-00")
    assert widget.typed() == "YJ-00"


def test_text_with_markup_stays_text(made):
    widget = made("JLFW-02", "contract_name")
    widget.begin("<b>x</b>")
    assert widget.typed() == "<b>x</b>"
    assert isinstance(widget.field, Field)
