"""forms, show, set, delete, rates import."""

from __future__ import annotations

import pytest

from forms.catalogue import load_catalogue


@pytest.fixture
def path(book):
    book.close()
    return book.path


def contract(zhibao, path, key="HT-1", **values):
    words = [f"{name}={value}" for name, value in values.items()]
    return zhibao("set", path, "02", "2026-03", *words, "--row", key)


def row(zhibao, path, form="02", **where):
    found = zhibao("show", path, form, *(word for name, value in where.items() for word in (f"--{name}", value)))
    assert found.status == 0
    (only,) = found.data["rows"]
    return only


def test_forms_lists_every_form_with_its_fields_and_rules(zhibao):
    ran = zhibao("forms")
    assert ran.status == 0
    assert ran.data["scheme"]
    forms = {form["form"]: form for form in ran.data["forms"]}
    assert list(forms) == list(load_catalogue().forms)
    assert {field["id"] for field in forms["JLFW-02"]["fields"]} >= {"contract_no", "amount_orig", "amount_usd"}
    rules = {rule["id"]: rule for rule in forms["JLFW-02"]["rules"]}
    assert rules["F02-009"]["severity"] == "error"
    assert forms["JLFW-04"]["cadence"] == "month"


def test_set_makes_a_ledger_row_and_then_changes_it(zhibao, path):
    made = contract(zhibao, path, contract_name="平台开发", signed_on="2026.3.5", ccy="韩元", amount_orig="1,250,000")
    assert made.status == 0
    values = row(zhibao, path)["values"]
    assert values["signed_on"] == "2026-03-05"
    assert values["ccy"] == "KRW"
    assert values["amount_orig"] == "1250000.00"
    assert values["contract_no"] == "HT-1"
    assert contract(zhibao, path, contract_name="").data["uid"] == made.data["uid"]
    assert row(zhibao, path, row="HT-1")["values"]["contract_name"] is None


def test_set_fills_what_the_program_works_out(zhibao, path):
    contract(zhibao, path, signed_on="2026-03-05", ccy="USD", amount_orig="100")
    values = row(zhibao, path)["values"]
    assert values["amount_usd"] == "100.00"
    assert values["fx_rate_usd"] == "1.00000000"


def test_what_cannot_be_read_is_kept_as_typed(zhibao, path):
    contract(zhibao, path, amount_orig="约三万", signed_on="2026-02-30")
    found = row(zhibao, path)
    assert found["unparsed"] == {"amount_orig": "约三万", "signed_on": "2026-02-30"}
    assert found["values"]["amount_orig"] is None


def test_set_fills_a_card_by_name_or_label_with_several_choices(zhibao, path):
    words = ("main_biz_l1=ITO、KPO", "法定代表人=金明哲", "filler=李春花")
    assert zhibao("set", path, "01", "2026", *words).status == 0
    found = row(zhibao, path, form="01", period="2026")
    assert found["values"]["main_biz_l1"] == ["ITO", "KPO"]
    assert found["values"]["legal_rep"] == "金明哲"


def test_a_monthly_card_shows_its_computed_figures(zhibao, path):
    contract(zhibao, path, signed_on="2026-03-05", ccy="USD", amount_orig="100")
    zhibao("set", path, "04", "2026-03", "total_revenue=12.5万", "so_revenue=0", "so_revenue_off=0")
    values = row(zhibao, path, form="04", period="2026-03")["values"]
    assert values["total_revenue"] == "125000.00"
    assert values["new_contracts_cnt"] == 1
    assert values["contract_usd"] == "100.00"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["02", "2026-03", "nonsense=1", "--row", "HT-1"], "unknown-field"),
        (["02", "2026-03", "contract_name", "--row", "HT-1"], "no-value"),
        (["02", "2026-03", "contract_name=甲"], "no-row-key"),
        (["04", "2026-03", "contract_usd=1"], "readonly-field"),
        (["99", "2026-03", "x=1"], "unknown-form"),
        (["02", "三月", "x=1"], "bad-period"),
        (["04", "2026", "total_revenue=1"], "wrong-cadence"),
        (["01", "2026-03", "filler=李春花"], "wrong-cadence"),
        (["02", "2026", "contract_name=甲", "--row", "HT-1"], "wrong-cadence"),
        (["04", "2025-12", "total_revenue=1"], "before-start"),
        (["04", "2026-03", "total_revenue=1", "--row", "HT-1"], "no-rows"),
        (["02", "2026-03", "contract_name=甲", "--row", ""], "no-row-key"),
        (["02", "2026-03", "contract_name=甲", "--row", " "], "no-row-key"),
        (["05", "2026-03", "issued_on=2026-03-05", "--row", "IS-123"], "half-key"),
        (["05", "2026-03", "issued_on=2026-03-05", "--row", "ISO27001,"], "half-key"),
    ],
)
def test_set_refuses_in_one_sentence_and_changes_nothing(zhibao, path, words, code):
    ran = zhibao("set", path, *words)
    assert (ran.status, ran.data["error"]["code"]) == (3, code)
    for form in ("01", "02", "04", "05"):
        assert zhibao("show", path, form).data["rows"] == []


def test_delete_takes_a_row_out_and_undo_brings_it_back(zhibao, path):
    contract(zhibao, path, contract_name="平台开发")
    assert zhibao("delete", path, "02", "--row", "HT-1").data == {"ok": True, "form": "JLFW-02", "deleted": 1}
    assert zhibao("delete", path, "02", "--row", "HT-1").status == 3
    zhibao("undo", path)
    assert row(zhibao, path)["values"]["contract_name"] == "平台开发"


def test_a_certificate_is_named_by_code_or_by_name_and_its_number(zhibao, path):
    named = ("ISO27001,IS-123", "ISO27001 信息安全管理体系，IS-123", "信息安全管理体系、IS-123", "IS-123")
    uids = {
        zhibao("set", path, "05", "2026-03", f"issuer=第{number}次", "--row", key).data["uid"]
        for number, key in enumerate(named)
    }
    assert len(uids) == 1
    assert row(zhibao, path, form="05")["values"]["issuer"] == "第3次"


def test_a_row_of_a_ledger_with_numbers_is_not_named_by_its_amount(zhibao, path):
    zhibao("set", path, "03", "2026-03", "contract_no=HT-1", "ccy=USD", "amount_orig=5.00", "--row", "ZX-1")
    assert zhibao("delete", path, "03", "--row", "500").data["error"]["code"] == "no-row"
    assert zhibao("set", path, "03", "2026-03", "remarks=另一笔", "--row", "500").status == 0
    assert [one["values"]["exec_no"] for one in zhibao("show", path, "03").data["rows"]] == ["ZX-1", "500"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["show", "01", "--period", "2026-03"], "wrong-cadence"),
        (["show", "02", "--period", ""], "bad-period"),
        (["show", "02", "--row", ""], "no-row-key"),
        (["show", "04", "--row", "HT-1"], "no-rows"),
        (["delete", "02", "--row", ""], "no-row-key"),
        (["delete", "02", "--row", "没有"], "no-row"),
        (["delete", "04", "--row", "2026-03"], "no-rows"),
    ],
)
def test_show_and_delete_refuse_what_names_nothing(zhibao, path, words, code):
    command, form, *rest = words
    ran = zhibao(command, path, form, *rest)
    assert (ran.status, ran.data["error"]["code"]) == (3, code)


def test_imported_rates_are_used_from_then_on(zhibao, path, tmp_path):
    rates = tmp_path / "汇率.csv"
    rates.write_text("month,ccy,rate,source,date\n2026-03,EUR,1.10000000,SAFE,2026-03-01\n", encoding="utf-8")
    ran = zhibao("rates", "import", path, rates)
    assert ran.status == 0, ran
    assert ran.data == {"ok": True, "rates": 1}
    contract(zhibao, path, signed_on="2026-03-05", ccy="EUR", amount_orig="100")
    assert row(zhibao, path)["values"]["amount_usd"] == "110.00"


def test_a_rates_file_that_is_none_is_refused(zhibao, path, tmp_path):
    other = tmp_path / "汇率.csv"
    other.write_text("这不是汇率表", encoding="utf-8")
    assert zhibao("rates", "import", path, other).status == 3
    assert zhibao("rates", "import", path, tmp_path / "没有.csv").status == 3
