"""The program that gets killed: an accountant at work, telling over a pipe what she means to do and what is done.

A line is written before an action («means») and after the call has returned («done»); only what is done counts as
acknowledged.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import os
import random
from pathlib import Path

from forms import checks, explanations, ledger, sample_papers
from forms.book import Book
from forms.sample import Sample, make_sample
from forms.sample_firms import DIVISION, credit_code
from forms.workbook.importing import import_workbook
from forms.workbook.sample_workbook import write_sample_workbook
from sync import exchange, sealing
from sync.errors import FilingRefused

PERIOD, AS_OF = "2026-02", "2026-03-05"
ACTIVITIES = ("import", "typing", "filing", "sync")
_TYPED = 3  # contracts at either end of the sample are typed by hand, those between come from workbooks
_EXPLANATION = "已与合同、收款凭证和记账凭证逐笔核对，情况属实。"


def make_firm(path: Path, seed: int) -> Sample:
    """Make a Book with two months ready to be filed."""
    code = credit_code(random.Random(seed), DIVISION)
    sample = make_sample(seed, uscc=code, period=PERIOD, mistakes=False)
    with Book.create(path, uscc=code, name=sample.firm_name, division=DIVISION, demo=True) as book:
        book.set_header(**sample.header)
        sample_papers.keep(book)
        some = [*sample.contracts[:_TYPED], *sample.contracts[-_TYPED:]]
        numbers = {row["contract_no"] for row in some}
        ledger.add_rows(book, "JLFW-02", some, as_of=AS_OF)
        ledger.add_rows(
            book,
            "JLFW-03",
            [
                {**row, "exec_basis": "ACCEPTED", "receipt_links": None}
                for row in sample.executions
                if row["contract_no"] in numbers
            ],
            as_of=AS_OF,
        )
        ledger.add_rows(book, "JLFW-05", sample.certificates, as_of=AS_OF)
        ledger.set_card(book, "JLFW-01", "2026", sample.profile, as_of=AS_OF)
        for form, filled in sample.cards.items():
            for month, typed in filled.items():
                ledger.set_card(book, form, month, typed, as_of=AS_OF)
        explain(book)
    return sample


def write_workbooks(folder: Path, sample: Sample, versions: int) -> list[Path]:
    """Write the same contracts several times, each version with names of its own."""
    books = []
    for version in range(versions):
        some = [row | {"contract_name": f"第{version}版 {row['contract_no']}"} for row in imported(sample)]
        path = folder / f"contracts-{version}.xlsx"
        books.append(write_sample_workbook(dataclasses.replace(sample, contracts=some), path))
    return books


def imported(sample: Sample) -> list[dict[str, object]]:
    """Give the contracts that come from workbooks."""
    return sample.contracts[_TYPED:-_TYPED]


def explain(book: Book) -> None:
    """Explain every warning."""
    for one in explanations.unexplained(book, checks.check(book, as_of=AS_OF).findings):
        explanations.explain(book, one.form, one.period, one.rule, _EXPLANATION, uid=one.uid)


class Victim:
    """One run of the program: it opens the Book and works until it is killed."""

    def __init__(self, path: Path, pipe: int, seed: int, workbooks: list[Path]) -> None:
        self._path = path
        self._pipe = pipe
        self._random = random.Random(seed)
        self._workbooks = workbooks

    def work(self, activity: str) -> None:
        """Do one kind of work for ever."""
        with Book.open(self._path) as book:
            self._tell("ready", activity)
            for _ in itertools.count():
                getattr(self, f"_{activity}")(book)

    def _tell(self, word: str, *what: object) -> None:
        os.write(self._pipe, (json.dumps([word, *what], ensure_ascii=False) + "\n").encode())

    def _typing(self, book: Book) -> None:
        rows = ledger.read_rows(book, "JLFW-02", where="contract_name NOT LIKE '第%版 %'")
        uid, text = self._random.choice(rows)["uid"], f"键入{self._random.randrange(10**9)}"
        self._tell("means", "typed", uid, text)
        ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "contract_name", text)], label="录入", as_of=AS_OF)
        self._tell("done", "typed", uid, text)

    def _import(self, book: Book) -> None:
        version = self._random.randrange(len(self._workbooks))
        self._tell("means", "imported", version)
        import_workbook(book, "JLFW-02", self._workbooks[version], as_of=AS_OF)
        self._tell("done", "imported", version)

    def _filing(self, book: Book) -> None:
        self._change(book)
        self._tell("means", "filed")
        try:
            result = sealing.file_period(book, PERIOD, with_earlier=True, as_of=AS_OF)
        except FilingRefused:  # a revision may have arrived before an earlier kill: she is told to synchronise first
            self._tell("done", "filed", [], [])
            self._exchange(book)
        else:
            self._tell("done", "filed", [one.id for one in result.filed], [one.form for one in result.blocked])

    def _sync(self, book: Book) -> None:
        self._filing(book)
        self._exchange(book)

    def _exchange(self, book: Book) -> None:
        self._tell("means", "synced")
        report = exchange.sync(book)
        received = [row[0] for row in book.db.execute("SELECT filing_id FROM receipts")]
        self._tell("done", "synced", received, report.problem.code if report.problem else None)

    def _change(self, book: Book) -> None:
        """Attach what imported contracts lack and type another revenue into both months: there is something to file."""
        sample_papers.attach_all(book, as_of=AS_OF)
        for month in ("2026-01", PERIOD):
            yuan = ledger.card_row(book, "JLFW-04", month)["total_revenue"] // 100 + self._random.randrange(1, 4)
            self._tell("means", "revenue", month, f"{yuan}")
            ledger.set_card(book, "JLFW-04", month, {"total_revenue": str(yuan)}, as_of=AS_OF)
            self._tell("done", "revenue", month, f"{yuan}")
        explain(book)
