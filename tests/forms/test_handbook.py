"""The indicator handbook: what a helpdesk quotes stands in it, links lead somewhere, a hostile pack stays text."""

from __future__ import annotations

import html
import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from forms.catalogue import FOLDER, load_catalogue
from forms.deadlines import Deadlines
from forms.handbook import handbook
from forms.handbook.layouts import field_name
from forms.handbook.markup import Markup, anchor, escaped, tag
from forms.policy_terms import rules_of

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = load_catalogue()
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "nav", "section", "div", "h1", "h2", "h3", "h4"),
    *("p", "ul", "li", "table", "thead", "tr", "th", "td", "a", "span", "code", "pre", "var"),
}
ATTRIBUTES = {"id", "class", "href", "lang", "colspan", "rowspan", "charset", "name", "content", "http-equiv"}


class Seen(HTMLParser):
    """What a browser would see: elements, attributes, ids, links, text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(name)
        self.attributes |= {key for key, _value in attributes}
        given = dict(attributes)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []

    def handle_data(self, text: str) -> None:
        self.texts.append(text)


@pytest.fixture(scope="module")
def page() -> str:
    return handbook(CATALOGUE).page()


@pytest.fixture(scope="module")
def seen(page: str) -> Seen:
    return Seen(page)


def test_every_form_field_rule_and_code_list_has_its_place(seen: Seen) -> None:
    editions = [CATALOGUE.edition(form) for form in CATALOGUE.forms]
    wanted = set(CATALOGUE.forms)
    wanted |= {field_name(edition, field) for edition in editions for field in edition.fields}
    wanted |= {rule.id for edition in editions for rule in (*edition.rules, *CATALOGUE.general_rules)}
    wanted |= {one.rule.id for one in rules_of(CATALOGUE)}
    wanted |= {f"codes.{name}" for name in CATALOGUE.codelists}
    assert wanted <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids)), "an anchor leads to one place"


def test_every_link_leads_to_a_place_of_the_page_itself(seen: Seen) -> None:
    assert {link[:1] for link in seen.links} == {"#"}
    assert {unquote(link[1:]) for link in seen.links} <= set(seen.ids)


def test_the_page_needs_nothing_beside_it(page: str, seen: Seen) -> None:
    assert seen.tags <= TAGS
    assert seen.attributes <= ATTRIBUTES
    assert "default-src 'none'" in html.unescape(page)
    assert "url(" not in page
    assert "@import" not in page


def test_what_a_helpdesk_quotes_stands_in_it(page: str) -> None:
    for form in CATALOGUE.forms:
        edition = CATALOGUE.edition(form)
        for field in edition.fields:
            for text in (field.label, field.help.means, field.help.scope, field.help.source, field.help.error):
                assert html.escape(text) in page, (form, field.id)
        for rule in edition.rules:
            for case in rule.cases:
                for sql in (case.holds, case.when, case.select):
                    assert html.escape((sql or "").strip("\n")) in page, rule.id


def test_a_condition_of_support_stands_with_its_year_source_and_figures(page: str) -> None:
    for one in rules_of(CATALOGUE):
        chapter = page[page.index(f'id="policy.{one.rule.id}"') :]
        for text in (one.year, one.source, *(figure.label for figure in one.figures)):
            assert html.escape(text) in chapter


def test_a_card_stands_as_it_prints_with_its_lines(page: str) -> None:
    form = page[page.index('<h2 id="JLFW-06"') :]
    sheet = form[form.index('<table class="sheet"') : form.index("</table>")]
    text = re.sub("<[^>]+>", "|", sheet)
    edition = CATALOGUE.edition("JLFW-06")
    places = [text.index(f"|{field.line}|") for field in edition.fields if field.line]
    assert places == sorted(places)
    assert [text.index(section.title) for section in edition.sections] == sorted(
        text.index(section.title) for section in edition.sections
    )
    assert "|计量单位|" in text or "|单位|" in text


def test_a_wide_ledger_is_split_with_its_key_on_every_sheet(page: str) -> None:
    form = page[page.index('<h2 id="JLFW-02"') : page.index('id="JLFW-02.contract_no"')]
    sheets = form.split('<table class="sheet ledger"')[1:]
    assert len(sheets) >= 2
    assert all('href="#JLFW-02.contract_no"' in sheet for sheet in sheets)


def test_the_days_are_those_the_calendar_gives(seen: Seen) -> None:
    days = Deadlines.of(CATALOGUE.scheme.parameters)
    assert days.due_on("2026-09") in seen.texts
    assert days.due_on("2026") in seen.texts


def test_the_same_data_give_the_same_bytes(page: str) -> None:
    assert handbook(CATALOGUE).page() == page


@pytest.mark.parametrize(("language", "word"), [("en", "Contract number"), ("ko", "계약번호"), ("ja", "契約番号")])
def test_names_in_another_language_stand_behind_the_chinese_ones(language: str, word: str) -> None:
    other = CATALOGUE.spoken(language).edition("JLFW-02").field("contract_no").label
    assert other.casefold().replace(" ", "")[:4] == word.casefold().replace(" ", "")[:4]
    shown = handbook(CATALOGUE, language=language).page()
    assert f'合同号 <span class="also" lang="{language}">{html.escape(other)}</span>' in shown


def test_text_stays_text_whatever_it_says() -> None:
    assert tag("p", "<b>&", cls='"><script>') == '<p class="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</p>\n'
    assert tag("td", Markup("<b></b>")) == "<td><b></b></td>"
    assert escaped("a\u202eb\x00c\u2028") == "a[U+202E]b[U+0000]c[U+2028]"
    assert anchor("a b\u202e") == "a_b_"


HOSTILE = (
    "</pre></title></style><script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>\u202e&amp;"
)


def _quoted(source: str) -> str:
    return '"' + source.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _say(path: Path, *names: str) -> None:
    """Let every one-line entry of some names say something hostile."""
    pattern = rf'^({"|".join(map(re.escape, names))}) = "(?!"").*$'
    text = re.sub(
        pattern, lambda found: f"{found[1]} = {_quoted(HOSTILE)}", path.read_text("utf-8"), flags=re.MULTILINE
    )
    path.write_text(text, "utf-8")


def test_a_hostile_pack_shows_as_text_and_runs_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "definitions"
    shutil.copytree(FOLDER, folder)
    names = ("title", "label", "unit", "help.means", "help.scope", "help.example", "help.error")
    _say(folder / "JLFW-08" / "2026-01.toml", *names)
    rules = folder / "JLFW-08" / "2026-01.rules.toml"
    _say(rules, "message", "holds", "when", "title")
    rules.write_text(rules.read_text("utf-8").replace('id = "F08-001"', f"id = {_quoted(HOSTILE)}"), "utf-8")
    parameters = folder / "scheme" / "parameters.toml"
    text = parameters.read_text("utf-8").replace('version = "', f"version = {_quoted(HOSTILE)} #")
    parameters.write_text(text.replace("stale_days", '"<script>"'), "utf-8")
    made = handbook(load_catalogue(folder)).page()
    seen = Seen(made)
    assert seen.tags <= TAGS
    assert seen.attributes <= ATTRIBUTES
    assert made.count("<script") == 0
    assert "\u202e" not in made
    assert {unquote(link[1:]) for link in seen.links} <= set(seen.ids)
    assert html.escape(HOSTILE.replace("\u202e", "[U+202E]")) in made
