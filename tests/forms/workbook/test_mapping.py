"""Which column is which field: by content, by what a person settled, remembered for the next file alike."""

from __future__ import annotations

import json

import pytest

from forms import ledger
from forms.book import Book
from forms.errors import InputRefused, WorkbookRefused
from forms.workbook.doctor import diagnosis, look
from forms.workbook.importing import import_workbook
from forms.workbook.mapping import Guide, Mapping, decode, encode, head_text, make_mapping
from forms.workbook.mapping_memory import guide_for, read_mapping, remembered, write_mapping
from forms.workbook.recognising import look_knowing
from tests.forms.workbook.conftest import AS_OF

FORM = "JLFW-02"
CODES = ("91220101MA10000760", "912201011234567884", "91220101MA100005X5")


@pytest.fixture
def edition(catalogue):
    return catalogue.edition(FORM)


@pytest.fixture
def strange(workbook, contracts):
    """A file of another program: number and amount stand under names of its own, the amount without a unit."""
    rows = contracts({}, {"合同编号": "YJ-2", "合同金额": 30})
    heads = tuple({"合同编号": "单据", "合同金额": "数"}.get(head, head) for head in rows[0])
    return workbook([heads, *rows[1:]], name="erp.xlsx")


def mapped(edition, **units):
    heads = ("单据", *[""] * 9, "数")
    return make_mapping(edition, heads, {0: "contract_no", 10: "amount_orig"}, units)


def stored(book, name):
    return [row[name] for row in ledger.read_rows(book, FORM)]


def test_a_column_of_credit_codes_is_known_by_their_check_characters(book, workbook, contracts, bring):
    header, *rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(3)))
    path = workbook([(*header, "对方代码"), *((*row, code) for row, code in zip(rows, CODES, strict=True))])
    result = bring(path)
    assert stored(book, "client_uscc") == list(CODES)
    assert result.columns["client_uscc"] == "L"
    (notice,) = [one for one in result.notices if "对方代码" in one]
    assert "校验位相符" in notice
    assert "境内发包方信用代码" in notice


def test_codes_that_fail_their_check_or_are_all_one_prove_nothing(book, workbook, contracts, bring):
    header, *rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(3)))
    wrong = (*CODES[:2], CODES[2][:-1] + "7")
    for codes in (wrong, (CODES[0],) * 3):
        path = workbook([(*header, "对方代码"), *((*row, code) for row, code in zip(rows, codes, strict=True))])
        assert bring(path, dry_run=True).unknown == {"L": "对方代码"}


def test_currency_country_and_the_one_missing_date_are_known_by_what_stands_in_them(book, workbook, contracts, bring):
    rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(3)))
    names = {"币种": "付什么钱", "客户国别": "哪里的", "签约日期": "日 期"}
    result = bring(workbook([tuple(names.get(head, head) for head in rows[0]), *rows[1:]]))
    assert {result.columns[name] for name in ("ccy", "client_country", "signed_on")} == {"J", "D", "H"}
    assert stored(book, "ccy") == ["JPY"] * 3
    assert stored(book, "client_country") == ["JPN"] * 3
    assert stored(book, "signed_on") == ["2026-10-08"] * 3


def test_a_date_of_something_else_is_not_taken_for_the_one_that_is_missing(workbook, contracts, bring, edition):
    rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(3)))
    path = workbook([tuple({"签约日期": "付款日"}.get(head, head) for head in rows[0]), *rows[1:]])
    assert bring(path, dry_run=True).unknown == {"H": "付款日"}
    assert "signed_on" in look(path, [edition]).possible["H"]  # shown to who looks at the columns


def test_of_two_columns_alike_neither_is_guessed(book, workbook, contracts, bring):
    rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(3)))
    heads = tuple({"币种": "甲"}.get(head, head) for head in rows[0])
    result = bring(workbook([(*heads, "乙"), *((*row, "美元") for row in rows[1:])]), dry_run=True)
    assert result.unknown == {"J": "甲", "L": "乙"}


def test_a_mapping_goes_before_the_names_and_is_remembered_for_files_alike(book, edition, strange, bring):
    with pytest.raises(WorkbookRefused, match="合同号"):
        bring(strange)
    bring(strange, mapping=mapped(edition, amount_orig="万元"))
    assert stored(book, "contract_no") == ["YJ-1", "YJ-2"]
    assert stored(book, "amount_orig") == [12_500_000_000_00, 300_000_00]
    again = bring(strange)
    assert (again.unchanged, again.new) == (2, 0)
    assert any("对应关系" in notice for notice in again.notices)


def test_what_a_book_remembers_outlives_the_program_and_is_of_one_form_and_shape(
    book, edition, strange, bring, workbook, contracts
):
    bring(strange, mapping=mapped(edition), dry_run=True)
    assert remembered(book, edition) == {}  # a rehearsal remembers nothing
    bring(strange, mapping=mapped(edition))
    path = book.path
    book.close()
    with Book.open(path) as other:
        assert list(remembered(other, edition).values()) == [mapped(edition)]
        assert remembered(other, other.catalogue.edition("JLFW-03")) == {}


def test_a_mapping_finds_its_columns_in_another_order_and_says_what_is_not_there(
    book, edition, workbook, contracts, bring
):
    rows = contracts({})
    heads = tuple({"合同编号": "单据"}.get(head, head) for head in rows[0])
    turned = [tuple(reversed(row)) for row in (heads, rows[1])]
    result = bring(workbook(turned), mapping=mapped(edition))
    assert result.columns["contract_no"] == "K"
    assert result.columns["amount_orig"] == "A"  # by its own name: the mapping's is not there
    assert any("“数”" in notice for notice in result.notices)


def test_a_mapping_of_another_kind_of_file_is_refused(edition, workbook, bring):
    with pytest.raises(WorkbookRefused, match="一个也没有"):
        bring(workbook([("甲", "乙"), (1, 2)]), mapping=mapped(edition))


def test_a_column_may_be_left_out_or_have_no_header_at_all(book, edition, workbook, contracts, bring):
    rows = contracts({})
    path = workbook([("", *rows[0][1:]), rows[1]])
    settled = make_mapping(edition, ("", *rows[0][1:]), {0: "contract_no", 1: None}, {})
    result = bring(path, mapping=settled)
    assert stored(book, "contract_no") == ["YJ-1"]
    assert "contract_name" not in result.columns
    assert "B" in result.unknown
    assert "contract_name" in result.missing


def test_a_row_of_the_mapping_is_the_header_even_where_another_looks_more_like_one(book, edition, workbook, contracts):
    rows = contracts({})
    settled = Mapping("zhibao-mapping", 1, FORM, mapped(edition).columns, header_row=2)
    heads = ("单据", *rows[0][1:10], "数")
    assert Guide(settled).row([rows[0], heads, rows[1]]) == (1, settled)


def test_a_mapping_goes_to_a_file_and_comes_back(edition, tmp_path):
    settled = mapped(edition, amount_orig="万元")
    write_mapping(settled, tmp_path / "对应.json")
    assert read_mapping(tmp_path / "对应.json", edition) == settled
    assert json.loads((tmp_path / "对应.json").read_text(encoding="utf-8"))["columns"][1]["unit"] == "万元"
    with pytest.raises(InputRefused, match=r"\.json"):
        write_mapping(settled, tmp_path / "账套.zhibao")


def spoiled(edition, **changes):
    data = json.loads(encode(mapped(edition)))
    for path, value in changes.items():
        place = data
        *way, last = path.split("__")
        for step in way:
            place = place[int(step) if step.isdigit() else step]
        place[int(last) if last.isdigit() else last] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"form": "JLFW-03"},
        {"version": 2},
        {"format": "other"},
        {"columns": []},
        {"columns__0__field": "no_such"},
        {"columns__0__field": "contract_files"},
        {"columns__0__field": "amount_orig"},
        {"columns__0__unit": "万元"},
        {"columns__1__unit": "万美元"},
        {"columns__1__unit": "两"},
        {"columns__0__column": "../etc"},
        {"columns__0__header": "长" * 501},
        {"columns__0__more": 1},
        {"header_row": 31},
        {"header_row": -1},
        {"sheet": 5},
    ],
)
def test_a_mapping_from_elsewhere_is_believed_nothing(edition, changes):
    with pytest.raises(InputRefused) as refused:
        decode(spoiled(edition, **changes), edition)
    assert refused.value.message.endswith("。")


@pytest.mark.parametrize("text", [b"", b"[", b"\xff\xfe{}", b"null", b"[" * 100_000, b'{"columns":1e999}'])
def test_what_is_no_mapping_is_told_in_one_sentence(edition, tmp_path, text):
    path = tmp_path / "对应.json"
    path.write_bytes(text)
    with pytest.raises(InputRefused):
        read_mapping(path, edition)
    with pytest.raises(InputRefused):
        read_mapping(tmp_path / "没有.json", edition)
    path.write_bytes(b" " * 300_000)
    with pytest.raises(InputRefused, match="过大"):
        read_mapping(path, edition)


def test_headers_differ_in_width_and_blanks_only():
    assert head_text(" 合同 金额（万元）\n") == head_text("合同金额(万元)")
    assert head_text(None) == head_text("  ") == ""


def test_the_public_ledger_of_eight_columns_comes_in_and_says_what_is_to_be_filled_in(book, workbook, bring):
    heads = (
        "ID",
        "合同登记证书号",
        "合同号*",
        "合同名*",
        "货币类型*",
        "合同金额(万美元)*",
        "离岸执行额(万美元)*",
        "备注",
    )
    rows = [(n, f"DJ-{n}", f"HT-{n}", "平台开发", "美元", 12.5, 3, "") for n in range(1, 4)]
    result = bring(workbook([("离岸外包收入汇总表",), heads, *rows], sheet="Sheet1"))
    assert (result.new, result.rows_refused) == (3, 0)
    assert stored(book, "amount_usd") == [125_000_00] * 3
    assert set(result.missing.values()) >= {"发包方名称", "签订日期", "业务小类", "合同金额（原币）"}
    assert set(result.unknown.values()) == {"ID", "离岸执行额(万美元)*"}
    empty = {one.field for one in result.findings if one.severity == "error"}
    assert set(result.missing) <= empty


def test_a_column_without_a_name_is_known_by_what_stands_in_it(book, workbook, contracts, bring):
    header, *rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(3)))
    nameless = {"币种": "", "签约日期": None}
    heads = tuple(nameless.get(head, head) for head in header)
    result = bring(workbook([heads, *((*row, code) for row, code in zip(rows, CODES, strict=True))]))
    assert {name: result.columns[name] for name in ("ccy", "signed_on", "client_uscc")} == {
        "ccy": "J",
        "signed_on": "H",
        "client_uscc": "L",  # to the right of the header, even
    }
    assert stored(book, "client_uscc") == list(CODES)
    assert sum("按“" in notice for notice in result.notices) == 3


def test_of_two_dates_without_a_name_neither_is_taken(workbook, contracts, bring, edition):
    rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(3)))
    heads = tuple({"签约日期": "", "到期日": ""}.get(head, head) for head in rows[0])
    path = workbook([heads, *rows[1:]])
    assert "signed_on" not in bring(path, dry_run=True).columns
    assert "signed_on" in look(path, [edition]).possible["H"]


@pytest.fixture
def payments(workbook, contracts, bring):
    """Payments under a header that leaves open which contract they are for; the contracts are in the Book."""
    bring(workbook(contracts(*({"合同编号": f"YJ-{n}"} for n in range(4)))))

    def write(head, *numbers):
        heads = ("收款编号", head, "收款日期", "币种", "收款金额", "付款人")
        rows = [(f"SK-{at}", one, "2026-10-09", "日元", 1000 + at, "北斗") for at, one in enumerate(numbers)]
        return workbook([heads, *rows], sheet="收款", name="收款.xlsx")

    return write


@pytest.mark.parametrize("head", ["", "对应哪一份"])
def test_contract_numbers_are_known_by_the_contracts_of_the_book(book, payments, head):
    edition = book.catalogue.edition("JLFW-03")
    path = payments(head, "YJ-1", "YJ-2", "YJ-1", "YJ-3", "YJ-0", "新的")
    looked, proposal = look_knowing(book, path, edition)
    assert looked.columns["contract_no"] == "B"
    assert "contract_no" in looked.by_content
    assert not looked.mapped
    (told,) = [one.sentence for one in diagnosis(looked, edition) if one.code == "by-content"]
    assert "账套里有过的" in told
    assert "B" not in looked.unknown
    result = import_workbook(book, "JLFW-03", path, mapping=proposal, as_of=AS_OF)
    assert (result.new, result.columns["contract_no"]) == (6, "B")
    assert look_knowing(book, path, edition, guide=guide_for(book, edition))[1] is None  # it was settled


def test_numbers_the_book_does_not_know_prove_nothing(book, payments):
    edition = book.catalogue.edition("JLFW-03")
    for numbers in (("甲-1", "甲-2", "YJ-1"), ("YJ-1", "YJ-1"), ()):
        looked, proposal = look_knowing(book, payments("对应哪一份", *numbers), edition)
        assert proposal is None
        assert "contract_no" not in looked.columns


def test_a_ledger_whose_own_number_stands_under_a_strange_name_is_known_by_its_earlier_rows(
    book, workbook, contracts, bring, edition
):
    rows = contracts(*({"合同编号": f"YJ-{n}"} for n in range(4)))
    bring(workbook(rows))
    strange = workbook([tuple({"合同编号": "档案编号"}.get(head, head) for head in rows[0]), *rows[1:]])
    looked, proposal = look_knowing(book, strange, edition)
    assert looked.columns["contract_no"] == "A"
    assert not any(one.code == "no-header" for one in diagnosis(looked, edition))
    assert bring(strange, mapping=proposal).unchanged == 4
