"""Trying a pack before it is installed: every expression compiled in the sandbox, every rule run on two Books.

Runs in the limited child (see `forms.scheme.child`). One Book is empty, the other holds a sample firm's months, so that
a rule that does not end, or makes too much of a few rows, is met here and not at a firm's desk.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from forms import catalogue as catalogues
from forms import checks, ledger, policy
from forms.book import Book
from forms.policy_terms import rules_of
from forms.province import empty_reading
from forms.reading import reading_of
from forms.rules import BOUND
from forms.sample import make_sample
from forms.schema import KEPT, META_COLUMNS
from forms.scheme.manifest import SchemeRefused

if TYPE_CHECKING:
    from pathlib import Path

    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.reading import Reading
    from forms.sample_ledgers import Values

SECONDS: Final = 2.0
"""Processor time one statement of a pack may take on the sample Book, which takes the shipped rules milliseconds."""
_PERIOD: Final = "2026-02"
_AS_OF: Final = "2026-03-05"
_USCC: Final = "91222401MA1DEM1235"
_CONTRACTS: Final = 12
_TABLE: Final = re.compile(r"[a-z][a-z0-9_]{0,30}")
_KEPT: Final = frozenset(re.findall(r"CREATE TABLE (\w+)", KEPT))


def try_scheme(folder: Path, scratch: Path, current: Path | None) -> tuple[int, int]:
    """Try the pack laid out in `folder`; give the number of its rules and of the sample Book's findings.

    Raises:
        ZhibaoError: a definition is broken, a rule asks for what it may not or does not end, or what was published
            under the pack laid out in `current` would change.
    """
    pack = catalogues.load_catalogue(folder / "definitions")
    if current is not None:
        _refuse_changed_past(catalogues.load_catalogue(current / "definitions"), pack)
    for form in pack.forms:
        _refuse_unsound(pack, form)
    _compile(empty_reading(pack))
    policy.evaluate(pack, (), _PERIOD[:4], as_of=_AS_OF, seconds=SECONDS)
    catalogues.adopt(folder / "definitions")
    findings = 0
    for name, fill in (("empty", False), ("sample", True)):
        with Book.create(
            scratch / f"{name}.zhibao", uscc=_USCC, name="试算企业", division="220100", starts_on="2026-01-01"
        ) as book:
            if fill:
                _fill(book)
            reading = reading_of(book)
            reading.sandbox.hurry(SECONDS)
            _compile(reading)
            findings += len(checks.check(book, as_of=_AS_OF).findings)
            findings += len(checks.check(book, period=_PERIOD, as_of=_AS_OF).findings)
    rules = {rule.id for form in pack.forms for one in pack.editions(form) for rule in one.rules}
    rules |= {rule.id for rule in pack.general_rules} | {one.rule.id for one in rules_of(pack)}
    return len(rules), findings


def _refuse_changed_past(before: Catalogue, pack: Catalogue) -> None:
    """An edition that was given out stays as it is, for ever: accepted filings name it by its digest."""
    for form in before.forms:
        known = {one.first: one.sha256 for one in pack.editions(form)} if form in pack.forms else {}
        for edition in before.editions(form):
            if known.get(edition.first) != edition.sha256:
                what = "改动了" if edition.first in known else "缺少"
                raise SchemeRefused(
                    "scheme-edition",
                    f"制度包{what}已发布的报表{form}的{edition.first}版，没有安装；修改应作为新的一版。",
                )


def _refuse_unsound(pack: Catalogue, form: str) -> None:
    """Names that become part of SQL are plain words, and a field keeps its type through all editions."""
    editions = pack.editions(form)
    table = editions[0].table
    taken = {pack.table(other) for other in pack.forms if other != form} | _KEPT
    if not _TABLE.fullmatch(table) or table in taken or table.startswith(("sqlite_", "filed_")):
        raise SchemeRefused("scheme-table", f"报表{form}的表名“{table}”不能用，没有安装。")
    types: dict[str, str] = {}
    for edition in editions:
        if edition.table != table or edition.shape != editions[0].shape or edition.period_of != editions[0].period_of:
            raise SchemeRefused("scheme-table", f"报表{form}的{edition.first}版换了表、形式或归期日期，没有安装。")
        for field in edition.fields:
            kind = f"{type(field.kind).__name__} {field.codelist or field.target or field.unit}"
            if types.setdefault(field.id, kind) != kind or field.id in (*META_COLUMNS, "period"):
                raise SchemeRefused(
                    "scheme-field",
                    f"报表{form}的{edition.first}版改变了指标“{field.label}”（{field.id}）的类型，应改用新的指标编号。",
                )
        names = {name for index in edition.indexes for name in index}
        if not names <= {*edition.by_id, "period", "k", "settled"}:
            raise SchemeRefused("scheme-table", f"报表{form}的{edition.first}版的索引有误，没有安装。")


def _compile(reading: Reading) -> None:
    """Compile every rule and every automatic field behind the fence."""
    for form in reading.catalogue.forms:
        for edition in reading.catalogue.editions(form):
            reading.pack(edition)
            _compile_autos(reading, edition)


def _compile_autos(reading: Reading, edition: Edition) -> None:
    for field, expression, names in edition.autos:
        bound = {**BOUND, **dict.fromkeys(names)}
        reading.sandbox.reads(f"SELECT ({expression}\n)", bound, f"{edition.form}“{field.label}”的自动填写")


def _fill(book: Book) -> None:
    """Type in a sample firm; what the pack's editions do not have is left out."""
    sample = make_sample(7, book.firm.name, book.firm.uscc, _PERIOD, mistakes=False)
    some = sample.contracts[:_CONTRACTS]
    numbers = {row["contract_no"] for row in some}
    executions = [row for row in sample.executions if row["contract_no"] in numbers]
    ledgers = {**sample.ledgers, "JLFW-02": some, "JLFW-03": executions}
    cards = [("JLFW-01", _PERIOD[:4], sample.profile)]
    cards += sample.typed_cards()
    with book.transaction():
        for form, rows in ledgers.items():
            if form in book.catalogue.forms:
                ledger.add_rows(
                    book, form, [_known(book, form, row, _month_of(book, form, row)) for row in rows], as_of=_AS_OF
                )
        for form, period, typed in cards:
            if form in book.catalogue.forms:
                ledger.set_card(book, form, period, _known(book, form, typed, period), as_of=_AS_OF)


def _month_of(book: Book, form: str, typed: Values) -> str:
    """Give the month a row of the sample is dated in; dates are typed as ISO dates there."""
    return str(typed.get(str(book.catalogue.edition(form).period_of)) or _PERIOD)[: len(_PERIOD)]


def _known(book: Book, form: str, typed: Values, period: str) -> Values:
    fields = book.catalogue.edition(form, period).by_id
    return {name: value for name, value in typed.items() if name in fields and fields[name].editable}
