"""Small Books made at random, and what the firm and the province find in them: the same, or it is a fault.

    .venv/bin/python tests/forms/both_sides.py --runs 1000

A story goes over two months. Each month rows are registered, many with mistakes, some rows of an accepted month are
corrected, some warnings explained; then every document of what is new or changed is composed, whatever the check says,
so also past the gate. The province checks each against the firm's other documents on the same day. At the end of the
month all is filed, and some of it accepted.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from forms import filing, general, kinds, ledger, orphans, periods, sample_papers
from forms.book import Book
from forms.checks import check
from forms.explanations import explain, unexplained
from forms.province import check_document, loaded
from tests.forms.rule_examples import BASE, CATALOGUE, HEADER, USCC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.definition import Edition, Field
    from forms.findings import Finding

Place = tuple[str, str]
Told = tuple[str, str, str | None, str | None]

MONTHLY = "JLFW-04"
STARTS = ("2026-03", "2026-07", "2026-12")
TEXTS = ("延吉海兰江软件服务有限公司", "Hansol Logistics Co., Ltd.", "株式会社北斗", "无", " 首尾空格 ", "海兰江")
NUMBERS = ("YJ-2026-017", "YJ-2026-018", "YJ-2026-019", "Z2026-0101", "IS 712345", "133000", "13904330001")
AMOUNTS = ("0", "0.01", "100", "999.99", "1000", "100000.00", "900000.01", "1000000.00", "1200000.00", "-500.00")
CODES = {
    "currencies": ("USD", "KRW", "EUR", "CNY"),
    "countries": ("KOR", "CHN", "HKG", "JPN"),
    "biz_codes": ("C1101", "C2201", "B1101", "C3105"),
    "divisions": ("222401", "220181", "220100", "220102"),
}
ALONE = {
    (rule.id, case.severity, next(iter(case.fields), None))
    for form in CATALOGUE.forms
    for rule in CATALOGUE.rules_of(form)
    for case in rule.cases
    if case.side != "both"
}
"""What only one side asks, as the rules themselves say."""


@dataclass
class Story:
    """A firm's Book, and what the province holds of it."""

    book: Book
    chance: random.Random
    heads: dict[Place, dict[str, Any]] = field(default_factory=dict)
    accepted: dict[Place, dict[str, Any]] = field(default_factory=dict)

    def tell(self) -> Iterator[str]:
        """Go over two months; give what the two sides find differently."""
        start = self.chance.choice(STARTS)
        for month in (start, periods.following(start)):
            day = periods.last_day(month)[:8] + self.chance.choice(("15", "28"))
            day = self.chance.choice((day, f"{periods.following(month)}-{self.chance.choice(('03', '20'))}"))
            self._register(month, day)
            self._correct(day)
            yield from self._compare(day)
            self._file(day)

    def _register(self, month: str, day: str) -> None:
        for form in CATALOGUE.forms:
            edition = CATALOGUE.edition(form)
            if edition.is_ledger:
                count = self.chance.choice((0, 1, 1, 2, 3))
                for _ in range(count):
                    ledger.add_row(self.book, form, self._row(edition, month), as_of=day)
            elif edition.cadence == "month" or (form, month[:4]) not in self.heads:
                period = month if edition.cadence == "month" else month[:4]
                ledger.set_card(self.book, form, period, self._row(edition, month), as_of=day)

    def _row(self, edition: Edition, month: str) -> dict[str, object]:
        """Make a row: the base one in the month, with up to three values of their own."""
        row = {name: value for name, value in BASE[edition.table].items() if name in edition.by_id}
        row = {name: value for name, value in row.items() if edition.by_id[name].editable}
        if edition.period_of:
            row[edition.period_of] = f"{month}-{self.chance.choice(('01', '10', '28'))}"
        fields = [one for one in edition.fields if one.editable and self._value(one, month) is not None]
        for one in self.chance.sample(fields, self.chance.randint(0, 3)):
            value = self._value(one, month)
            if (
                value or one.id != edition.period_of
            ):  # a row without its date is of no document, and keeps all from filing
                row[one.id] = value
        return row

    def _value(self, one: Field, month: str) -> object:
        """Make a value a person could have typed and the program can read; None where the kind is none of these."""
        typed = self._typed(one, month)
        return None if typed is None or isinstance(one.kind.parse(typed), kinds.Unparsed) else typed

    def _typed(self, one: Field, month: str) -> str | None:
        pick = self.chance.choice
        if isinstance(one.kind, kinds.Coded):
            return pick(CODES.get(one.codelist or "", tuple(CATALOGUE.codelist(str(one.codelist)).codes)[:6]))
        for kind, values in (
            (kinds.Money, AMOUNTS),
            (kinds.Date, (f"{month}-05", f"{periods.previous(month)}-20", "2018-12-31", "2027-08-31", "2026-09-01")),
            (kinds.Bool, ("是", "否")),
            (kinds.Rate, ("1.18", "1.3", "0.0007", "7.1")),
            (kinds.Int, ("0", "1", "90", "120")),
            (kinds.Scaled, ("0", "60", "100", "120")),
            (kinds.Ref, NUMBERS[:3]),
            (kinds.IdText, NUMBERS),
            (kinds.Text, TEXTS),
        ):
            if type(one.kind) is kind or (kind is not kinds.Text and isinstance(one.kind, kind)):
                return pick((*values, "")) if one.id not in ("uscc", "cert_no", "contract_no") else pick(values)
        return None

    def _correct(self, day: str) -> None:
        """Correct one row of an accepted month."""
        places = [place for place in sorted(self.accepted) if CATALOGUE.edition(place[0]).is_ledger]
        if not places or self.chance.random() < 0.5:
            return
        form, period = self.chance.choice(places)
        rows = ledger.read_rows(self.book, form, where="period = ?", params=(period,))
        edition = CATALOGUE.edition(form)
        fields = [one for one in edition.fields if one.editable and one.id != edition.period_of]
        one = self.chance.choice([one for one in fields if self._value(one, period) is not None])
        if rows:
            with self.book.transaction() as db:
                db.execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, '更正', ?)", (form, period, day))
            edit = ledger.CellEdit(self.chance.choice(rows)["uid"], one.id, self._value(one, period))
            ledger.set_cells(self.book, form, [edit], label="更正", as_of=day)

    def _compare(self, day: str) -> Iterator[str]:
        self._explain(check(self.book, as_of=day).findings)
        found = [*check(self.book, as_of=day).findings, *self._taken_out()]
        documents = {place: self._composed(place, day) for place in self._places()}
        for place, document in documents.items():
            if place in self.accepted and _same(document, self.accepted[place]):
                continue  # filed and accepted as it is: nobody checks it again
            heads = self._heads(place, documents)
            mine = _told(found, place) | self._unexplained(found, place, heads, document)
            theirs = _told(check_document(CATALOGUE, heads, document, day), place)
            if place in self.heads and place not in self.accepted:
                mine = {one for one in mine if one[0] != "T-010"}  # what was not accepted only the firm remembers
            if mine != theirs:
                only = (sorted(mine - theirs, key=str), sorted(theirs - mine, key=str))
                yield f"{place} on {day}: firm {only[0]} province {only[1]}"

    def _heads(self, place: Place, documents: dict[Place, dict[str, Any]]) -> list[dict[str, Any]]:
        """Give the firm's other documents as they stand; of the monthly report, which adds up the year, those filed."""
        others = {other: head for other, head in documents.items() if other[0] != MONTHLY} | {
            other: head for other, head in self.heads.items() if other[0] == MONTHLY
        }
        found = [head for other, head in others.items() if other != place]
        return [*found, *([self.accepted[place]] if place in self.accepted else [])]

    def _taken_out(self) -> Iterator[Finding]:
        """Tell what lacks of what was accepted: the stories keep no receipts, by which the check would know."""
        for (form, period), document in self.accepted.items():
            edition = CATALOGUE.edition(form)
            yield from orphans.taken_out(self.book.db, CATALOGUE, edition, period, document["rows"])

    def _places(self) -> list[Place]:
        return [
            (form, period)
            for form in CATALOGUE.forms
            for (period,) in self.book.db.execute(
                f"SELECT DISTINCT period FROM {CATALOGUE.table(form)} WHERE period IS NOT NULL ORDER BY 1"
            ).fetchall()
        ]

    def _composed(self, place: Place, day: str) -> dict[str, Any]:
        return filing.compose(self.book, *place, as_of=day, key_id="key").document

    def _explain(self, found: list[Finding]) -> None:
        for one in found:
            if one.severity == "warning" and one.period and self.chance.random() < 0.5:
                uid = one.uid if self.chance.random() < 0.5 and CATALOGUE.edition(one.form).is_ledger else None
                explain(self.book, one.form, one.period, one.rule, "已与客户核对，数字无误，特此说明。", uid)

    def _unexplained(
        self, found: list[Finding], place: Place, heads: list[dict[str, Any]], document: dict[str, Any]
    ) -> set[Told]:
        """Say what the province must object to (F00-002): unexplained warnings that do not depend on the day."""
        with loaded(CATALOGUE, heads, document) as (reading, _faults):
            pack = reading.pack(CATALOGUE.edition(*place))
        unsteady = {case.rule for case in (*pack.rows, *pack.sets) if not case.steady}
        steady = {case.rule for case in pack.rows} - unsteady
        lacking = [one for one in unexplained(self.book, found) if one.rule in steady]
        own = [one for one in lacking if (one.form, one.period) == place]
        is_ledger = CATALOGUE.edition(place[0]).is_ledger
        return {(general.EXPLANATION, "error", one.uid if is_ledger else None, one.field) for one in own}

    def _file(self, day: str) -> None:
        """File all; some of it is accepted, which settles its rows."""
        for place in self._places():
            document = self._composed(place, day)
            if place in self.accepted and _same(document, self.accepted[place]):
                continue
            self.heads[place] = document
            edition = CATALOGUE.edition(*place)
            if not edition.is_ledger:
                values = filing.unwired(edition, document["cells"])
                filing.store_filed_head(self.book.db, edition, place[1], document["id"], values)
            if self.chance.random() < 0.8:
                self.accepted[place] = document
                with self.book.transaction() as db:
                    db.execute("DELETE FROM corrections WHERE form = ? AND period = ?", place)
                    db.execute(f"UPDATE {edition.table} SET settled = 1 WHERE period = ?", (place[1],))


def _same(document: dict[str, Any], accepted: dict[str, Any]) -> bool:
    return (document["rows"], document["cells"]) == (accepted["rows"], accepted["cells"])


def _told(found: list[Finding], place: Place) -> set[Told]:
    """Give what is found of a series: rule, severity, row and field."""
    is_ledger = CATALOGUE.edition(place[0]).is_ledger
    return {
        (one.rule, one.severity, one.uid if is_ledger else None, one.field)
        for one in found
        if (one.form, one.period) == place and (one.rule, one.severity, one.field) not in ALONE
    }


def make_firm(folder: Path) -> Book:
    """Make the Book the stories are told in, one after another."""
    book = Book.create(folder / "firm.zhibao", uscc=USCC, name=BASE["profile"]["ent_name"], division="222401")
    sample_papers.keep(book)
    return book


def differences(book: Book, chance: random.Random) -> list[str]:
    """Tell one story in an emptied Book; give what the two sides find differently."""
    with book.transaction() as db:
        for table in ("explanations", "corrections", "checked"):
            db.execute(f"DELETE FROM {table}")
        for form in CATALOGUE.forms:
            db.execute(f"DELETE FROM {CATALOGUE.table(form)}")
            if not CATALOGUE.edition(form).is_ledger:
                db.execute(f"DELETE FROM filed_{CATALOGUE.table(form)}")
    book.set_header(**HEADER)
    return list(Story(book, chance).tell())


def main() -> None:
    """Tell many stories, print the differences and their count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    differing = 0
    with tempfile.TemporaryDirectory() as folder, make_firm(Path(folder)) as book:
        for seed in range(options.first, options.first + options.runs):
            found = differences(book, random.Random(seed))
            differing += bool(found)
            for line in found:
                print(f"{seed}: {line}", flush=True)
    print(f"{options.runs} Books, {differing} with differences")


if __name__ == "__main__":
    main()
