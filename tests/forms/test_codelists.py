"""Code lists: what stands in the files, and how codes are found."""

from __future__ import annotations

import re

import pytest

from forms.catalogue import load_catalogue
from forms.codelists import CodeList, folded

CATALOGUE = load_catalogue()
LISTS = [pytest.param(codelist, id=name) for name, codelist in CATALOGUE.codelists.items()]
each_list = pytest.mark.parametrize("codelist", LISTS)
TODAY = "2026-11-23"
DAY = re.compile(r"\d{4}-\d\d-\d\d|")


@each_list
def test_codes_have_labels_and_initials(codelist: CodeList) -> None:
    for code in codelist:
        assert code.code == code.code.strip()
        assert code.label == code.label.strip()
        assert code.label
        assert re.fullmatch(r"[a-z0-9]+", code.pinyin), code.code


@each_list
def test_validity_is_ordered_and_successors_exist(codelist: CodeList) -> None:
    for code in codelist:
        assert DAY.fullmatch(code.valid_from)
        assert DAY.fullmatch(code.valid_to)
        assert not code.valid_to or code.valid_from <= code.valid_to
        assert not code.successor or code.successor in codelist.codes
        assert code.successor != code.code


@each_list
def test_a_name_means_one_code(codelist: CodeList) -> None:
    meant: dict[str, str] = {}
    for code in codelist:
        for name in {folded(text) for text in (code.code, code.label, *code.aliases)}:
            assert meant.setdefault(name, code.code) == code.code, name


def attrs_of(name: str, attr: str) -> set[str]:
    return {code.attrs[attr] for code in CATALOGUE.codelist(name) if code.attrs[attr]}


def test_jilin_has_sixty_counties_today() -> None:
    divisions = CATALOGUE.codelist("divisions")
    counties = [code for code in divisions if code.attrs["level"] == "county" and code.valid_on(TODAY)]
    assert len(counties) == 60
    by_city: dict[str, int] = {}
    for county in counties:
        by_city[divisions.label(county.attrs["city"])] = by_city.get(divisions.label(county.attrs["city"]), 0) + 1
    assert by_city == {
        "长春市": 11,
        "吉林市": 9,
        "四平市": 5,
        "辽源市": 4,
        "通化市": 7,
        "白山市": 6,
        "松原市": 5,
        "白城市": 5,
        "延边朝鲜族自治州": 8,
    }


@pytest.mark.parametrize(("old", "new"), [("220181", "220113"), ("220381", "220184"), ("220724", "220781")])
def test_a_former_county_leads_to_its_successor(old: str, new: str) -> None:
    divisions = CATALOGUE.codelist("divisions")
    assert not divisions.valid_on(old, TODAY)
    assert divisions.codes[old].successor == new
    assert divisions.valid_on(new, TODAY)


def test_every_division_leads_to_the_province() -> None:
    orgs = CATALOGUE.codelist("review_orgs")
    for code in CATALOGUE.codelist("divisions"):
        chain = [code.attrs["review_org"]]
        while parent := orgs.codes[chain[-1]].attrs["parent"]:
            chain.append(parent)
        assert chain[-1] == "220000"
        assert len(chain) <= 3


def test_the_two_shores() -> None:
    countries = CATALOGUE.codelist("countries")
    assert [countries.label(code) for code in ("TWN", "HKG", "MAC")] == ["中国台湾", "中国香港", "中国澳门"]
    for code in ("TWN", "HKG", "MAC"):
        assert countries.codes[code].attrs["offshore"] == "1"
        assert countries.codes[code].attrs["foreign"] == "0"
    assert countries.codes["CHN"].attrs["offshore"] == "0"
    assert countries.codes["KOR"].attrs["customs"] == "133"


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("countries", "大韩民国", "KOR"),
        ("countries", "香港", "HKG"),
        ("countries", "ＪＰＮ", "JPN"),
        ("currencies", "日圆", "JPY"),
        ("currencies", "rmb", "CNY"),
        ("divisions", "延吉", "222401"),
        ("biz_codes", "软件测试", "C1103"),
        ("cert_types", "ISO 27001", "ISO27001"),
        ("contract_status", "履行中", "RUNNING"),
        ("cert_standards", "ISO/IEC 27001:2013", "ISO/IEC27001:2013"),
    ],
)
def test_people_find_codes_by_their_own_words(name: str, typed: str, code: str) -> None:
    assert CATALOGUE.codelist(name).find(typed) == code


def test_initials_find_labels() -> None:
    assert next(code.code for code in CATALOGUE.codelist("countries").search("hg")) == "KOR"
    assert [code.code for code in CATALOGUE.codelist("divisions").search("yjs")] == ["222401"]


def test_yen_and_won_have_no_decimals() -> None:
    currencies = CATALOGUE.codelist("currencies")
    assert [code.code for code in currencies][:7] == ["USD", "JPY", "KRW", "EUR", "CNY", "HKD", "RUB"]
    assert {code.code for code in currencies if code.attrs["decimals"] == "0"} == {"JPY", "KRW", "VND"}


def test_business_codes_belong_to_a_scheme_and_a_category() -> None:
    schemes = CATALOGUE.codelist("biz_schemes")
    assert attrs_of("biz_codes", "l1") == set(CATALOGUE.codelist("biz_l1").codes)
    for code in CATALOGUE.codelist("biz_codes"):
        scheme = schemes.codes[code.attrs["scheme"]]
        assert (code.valid_from, code.valid_to) == (scheme.valid_from, scheme.valid_to)


def test_attributes_point_to_codes_that_exist() -> None:
    levels = {level for text in attrs_of("cert_types", "levels") for level in text.split("|")}
    assert levels == set(CATALOGUE.codelist("cert_levels").codes)
    assert attrs_of("cert_standards", "cert_type") <= set(CATALOGUE.codelist("cert_types").codes)
    assert attrs_of("reg_types", "nature") <= set(CATALOGUE.codelist("ent_natures").codes)
    assert attrs_of("industries", "letter") <= set(CATALOGUE.codelist("industry_letters").codes)
    assert attrs_of("parks", "division") <= set(CATALOGUE.codelist("divisions").codes)
