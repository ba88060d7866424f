"""The names of forms, fields and codes in English, Korean and Japanese: whole, clear, and never what is signed."""

from __future__ import annotations

import csv
import json
import re

import pytest

from forms import checks, ledger
from forms.catalogue import FOLDER, load_catalogue
from forms.codelists import FOLDER as CODELISTS
from forms.errors import DefinitionProblem
from forms.kinds import Unparsed
from forms.words import LANGUAGES, edition_in

CHINESE = load_catalogue()
TODAY = "2026-11-03"
CONTRACT = {"contract_no": "YJ-001", "contract_name": "软件测试服务", "client_name": "한빛소프트웨어"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", CHINESE.forms)
def test_every_name_of_a_form_is_said_in_every_language(language, form):
    source, spoken = CHINESE.edition(form), CHINESE.spoken(language).edition(form)
    assert spoken.title != source.title
    assert spoken.short != source.short
    words = (FOLDER / form / f"{source.first}.words.toml").read_text("utf-8")
    assert len(re.findall(rf"[ {{]{language} = ", words)) == 2 + len(source.sections) + 2 * len(source.fields)
    assert all(one.help.means != two.help.means for one, two in zip(source.fields, spoken.fields, strict=True))
    labels = [field.label for field in spoken.fields]
    assert len(set(labels)) == len(labels), "two fields of one name cannot be told apart"
    if language != "ja":  # Japanese writes some names as Chinese does
        assert not {field.label for field in source.fields} & set(labels)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(CHINESE.codelists))
def test_every_code_is_said_in_every_language_and_what_is_shown_can_be_typed(language, name):
    chinese, spoken = CHINESE.codelist(name), CHINESE.spoken(language).codelist(name)
    if name != "cert_standards":  # ISO 9001:2015 is its own name everywhere
        with (CODELISTS / "words" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        assert [line["code"] for line in lines] == list(chinese.codes)
        assert all(line[language] for line in lines)
    for code in spoken:
        meant = {chinese.find(code.label), spoken.find(code.label)}
        assert meant == {code.code} or chinese.codes[code.code].valid_to, code
        assert chinese.label(code.code) in (code.label, *code.aliases)


def test_a_name_in_korean_is_understood_where_it_is_typed_and_stored_as_the_code(book):
    CHINESE.spoken("ko")
    ledger.add_row(
        book, "JLFW-02", CONTRACT | {"client_country": "대한민국", "is_related_party": "아니요"}, as_of=TODAY
    )
    (row,) = ledger.read_rows(book, "JLFW-02")
    assert (row["client_country"], row["is_related_party"]) == ("KOR", 0)
    shown = CHINESE.spoken("ko").edition("JLFW-02").by_id
    assert shown["client_country"].kind.show(row["client_country"]) == "대한민국"
    assert shown["is_related_party"].kind.show(row["is_related_party"]) == "아니요"
    assert CHINESE.edition("JLFW-02").by_id["client_country"].kind.show(row["client_country"]) == "韩国"


def test_findings_speak_chinese_whatever_the_window_speaks(book):
    CHINESE.spoken("en")
    ledger.add_row(book, "JLFW-02", CONTRACT, as_of=TODAY)
    found = checks.check(book, as_of=TODAY).findings
    assert any("签订日期" in finding.message for finding in found)
    assert not any("Signed on" in finding.message for finding in found)


def test_the_words_are_no_part_of_what_is_signed():
    spoken = CHINESE.spoken("ja").edition("JLFW-02")
    assert spoken.sha256 == CHINESE.edition("JLFW-02").sha256
    assert [field.id for field in spoken.fields] == [field.id for field in CHINESE.edition("JLFW-02").fields]


def test_several_choices_read_back_as_they_are_shown():
    for language in LANGUAGES:
        for field in CHINESE.spoken(language).edition("JLFW-01").fields:
            if field.kind.name == "choices":
                stored = json.dumps(sorted(list(field.kind.codelist.codes)[:3]), separators=(",", ":"))
                shown = field.kind.show(stored)
                assert not isinstance(field.kind.parse(shown), Unparsed), (language, shown)
                assert field.kind.parse(shown) == stored


def test_a_missing_name_is_shown_in_chinese_and_a_broken_file_is_told(tmp_path):
    path = tmp_path / "2026-01.words.toml"
    source = CHINESE.edition("JLFW-05")
    assert edition_in("en", source, path, CHINESE.codelists).title == source.title
    path.write_text("[form\n", encoding="utf-8")
    with pytest.raises(DefinitionProblem, match="译名文件"):
        edition_in("en", source, path, CHINESE.codelists)
