"""Code lists: what stands in the files, and how codes are found."""

from __future__ import annotations

import datetime as dt
import itertools
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


# -- what the lists must hold, counted against the regulations they rest on

COUNTIES = {
    "220100": "220102 220103 220104 220105 220106 220112 220113 220122 220182 220183 220184",
    "220200": "220202 220203 220204 220211 220221 220281 220282 220283 220284",
    "220300": "220302 220303 220322 220323 220382",
    "220400": "220402 220403 220421 220422",
    "220500": "220502 220503 220521 220523 220524 220581 220582",
    "220600": "220602 220605 220621 220622 220623 220681",
    "220700": "220702 220721 220722 220723 220781",
    "220800": "220802 220821 220822 220881 220882",
    "222400": "222401 222402 222403 222404 222405 222406 222424 222426",
}


CUSTOMS = (
    "HKG 110 MAC 121 TWN 143 CHN 142 SGP 132 MYS 122 THA 136 PHL 129 SAU 131 RUS 344 SWE 330 BEL 301 AUS 601 "
    "JPN 116 KOR 133 PRK 109 MNG 124 IND 111 VNM 141 IDN 112 ARE 138 ISR 115 FIN 318 CHE 331 AUT 315 NZL 609 "
    "USA 502 CAN 501 GBR 303 DEU 304 FRA 305 IRL 306 ITA 307 NLD 309 ESP 312 NOR 326 DNK 302 POL 327 BRA 410"
)
OUTSOURCING = "6511 6512 6513 6519 6520 6531 6532 6540 6550 6560 6571 6572 6579 6591 7491"


def test_each_county_stands_under_its_city_today() -> None:
    counties = [code for code in CATALOGUE.codelist("divisions") if code.attrs["level"] == "county"]
    today = {city: [one.code for one in counties if one.attrs["city"] == city and one.valid_on(TODAY)]
             for city in COUNTIES}  # fmt: skip
    assert {city: " ".join(sorted(codes)) for city, codes in today.items()} == COUNTIES


@pytest.mark.parametrize(
    ("day", "in_force", "not_in_force"),
    [
        ("2005-12-31", "220625", "220605"),
        ("2007-01-01", "220605", "220625"),
        ("2012-12-31", "220724", "220781"),
        ("2014-01-01", "220781", "220724"),
        ("2013-12-31", "220181", "220113"),
        ("2015-01-01", "220113", "220181"),
        ("2019-12-31", "220381", "220184"),
        ("2021-01-01", "220184", "220381"),
    ],
)
def test_a_county_has_the_code_of_its_day(day: str, in_force: str, not_in_force: str) -> None:
    divisions = CATALOGUE.codelist("divisions")
    assert divisions.valid_on(in_force, day)
    assert not divisions.valid_on(not_in_force, day)


def test_gongzhuling_went_from_siping_to_changchun_with_its_code() -> None:
    codes = CATALOGUE.codelist("divisions").codes
    assert (codes["220381"].attrs["city"], codes["220184"].attrs["city"]) == ("220300", "220100")
    assert CATALOGUE.codelist("divisions").find("八道江区") == "220602"


def test_changbaishan_has_local_codes_that_say_so_and_lead_to_a_county() -> None:
    divisions = CATALOGUE.codelist("divisions")
    local = {code.code: code.attrs["county"] for code in divisions if code.attrs["system"] == "JL_LOCAL"}
    assert local == {"22C000": "", "22C001": "222426", "22C002": "220621", "22C003": "220623"}
    assert all(re.fullmatch(r"22\d{4}", code.code) for code in divisions if code.attrs["system"] == "GB2260")
    assert {code.code: code.attrs["demo_city_from"] for code in divisions if code.attrs["demo_city_from"]} == {
        "220100": "2016-05-05"
    }


def test_the_parks() -> None:
    assert [park.code for park in CATALOGUE.codelist("parks")] == [*(f"JLP{n:02d}" for n in range(1, 11)), "JLP99"]


def test_three_schemes_of_business_follow_each_other_without_a_gap() -> None:
    schemes = list(CATALOGUE.codelist("biz_schemes"))
    assert [(one.code, one.successor) for one in schemes] == [("A", "B"), ("B", "C"), ("C", "")]
    for before, after in itertools.pairwise(schemes):
        assert dt.date.fromisoformat(after.valid_from) - dt.date.fromisoformat(before.valid_to) == dt.timedelta(days=1)
    codes = list(CATALOGUE.codelist("biz_codes"))
    assert {one: sum(code.attrs["scheme"] == one for code in codes) for one in "ABC"} == {"A": 6, "B": 19, "C": 38}
    assert {code.attrs["group"] for code in codes if code.attrs["scheme"] == "C"} == {
        "信息技术研发服务", "信息技术运营和维护服务", "新一代信息技术开发应用服务",
        "内部管理服务", "业务运营服务", "维修维护服务", "商务服务", "设计服务", "研发服务",
    }  # fmt: skip


def test_a_business_code_leads_on_to_the_next_scheme_or_leaves_the_choice_to_a_person() -> None:
    codes = CATALOGUE.codelist("biz_codes").codes
    mapped = {code.code: code.successor for code in codes.values() if code.successor}
    assert all(ord(codes[new].attrs["scheme"]) - ord(codes[old].attrs["scheme"]) == 1 for old, new in mapped.items())
    assert all(codes[new].attrs["l1"] == codes[old].attrs["l1"] for old, new in mapped.items())
    assert {old: new for old, new in mapped.items() if old[0] == "A"} == {
        "A21": "B2102",
        "A22": "B2103",
        "A23": "B2104",
    }
    assert sum(old[0] == "B" for old in mapped) == 11
    assert not any(code.successor for code in codes.values() if code.attrs["scheme"] == "C")


def test_the_customs_numbers_of_the_countries_jilin_works_for() -> None:
    wanted = CUSTOMS.split()
    countries = CATALOGUE.codelist("countries")
    known = {code.code: code.attrs["customs"] for code in countries}
    assert {name: known[name] for name in wanted[::2]} == dict(zip(wanted[::2], wanted[1::2], strict=True))
    numbers = [number for number in known.values() if number]
    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"[A-Z]{3}", code.code) for code in countries)
    assert len(countries.codes) >= 249
    assert {code.code for code in countries if code.attrs["offshore"] != code.attrs["foreign"]} == {"TWN", "HKG", "MAC"}


def test_currencies_have_their_number_and_their_decimals() -> None:
    currencies = CATALOGUE.codelist("currencies")
    numbers = {code.code: (code.attrs["numeric"], code.attrs["decimals"]) for code in currencies}
    assert {name: numbers[name] for name in ("USD", "CNY", "EUR", "HKD", "GBP", "RUB", "TWD", "MOP", "JPY", "KRW")} == {
        "USD": ("840", "2"), "CNY": ("156", "2"), "EUR": ("978", "2"), "HKD": ("344", "2"), "GBP": ("826", "2"),
        "RUB": ("643", "2"), "TWD": ("901", "2"), "MOP": ("446", "2"), "JPY": ("392", "0"), "KRW": ("410", "0"),
    }  # fmt: skip
    assert len({number for number, _decimals in numbers.values()}) == len(numbers)


def test_registration_types_of_both_classifications() -> None:
    types = CATALOGUE.codelist("reg_types").codes
    assert {scheme: sum(code.attrs["scheme"] == scheme for code in types.values()) for scheme in ("2011", "2023")} == {
        "2011": 25,
        "2023": 20,
    }
    for code in types.values():
        assert {"1": "DOMESTIC", "2": "HMT", "3": "FOREIGN"}[code.code[0]] == code.attrs["group"]
        if code.attrs["scheme"] == "2023":
            assert not code.valid_on("2022-12-31")
            assert code.valid_on("2023-01-01")
            assert not code.successor
        elif code.successor:
            new = types[code.successor]
            assert (new.attrs["scheme"], new.attrs["group"]) == ("2023", code.attrs["group"])
    without = {code.code for code in types.values() if code.attrs["scheme"] == "2011" and not code.successor}
    assert without == {"220", "320"}  # a cooperative enterprise may be a company or a partnership: a person says which


def test_industry_letters_and_the_classes_of_outsourcing() -> None:
    assert "".join(CATALOGUE.codelist("industry_letters").codes) == "ABCDEFGHIJKLMNOPQRST"
    industries = CATALOGUE.codelist("industries").codes
    needed = OUTSOURCING.split()
    assert set(needed) <= set(industries)
    assert all(industries[code].attrs["letter"] == ("M" if code[:2] in ("73", "74") else "I") for code in needed)
    assert all(re.fullmatch(r"\d{4}", code) for code in industries)


@pytest.mark.parametrize(
    ("kind", "levels"),
    [("CMMI", "1|2|3|4|5"), ("CMM", "2|3|4|5"), ("PCMM", "2|3|4|5"), ("SAS70", "I|II"), ("ISO27001", ""), ("GLP", "")],
)
def test_a_certificate_allows_its_levels_only(kind: str, levels: str) -> None:
    kinds = CATALOGUE.codelist("cert_types").codes
    assert kinds[kind].attrs["levels"] == levels
    assert kinds[kind].attrs["needs_level"] == str(int(bool(levels)))


def test_certificates_of_the_policies_and_those_that_are_not_international() -> None:
    kinds = CATALOGUE.codelist("cert_types").codes
    first = {"CMMI", "CMM", "PCMM", "ISO27001", "ISO20000", "SAS70"}
    later = {"AAALAC", "GLP", "ITIL", "COPC", "SWIFT", "BS25999", "ISO9001"}
    assert first | later <= set(kinds)
    assert {code for code, one in kinds.items() if one.attrs["international"] == "0"} == {
        "PIPA", "ITSS", "DCMM", "CS", "IPMS",
    }  # fmt: skip
    assert CATALOGUE.codelist("cert_types").find("BS7799") == "ISO27001"
    for standard in CATALOGUE.codelist("cert_standards"):
        if standard.successor:
            assert standard.attrs["withdrawn_on"], standard.code
