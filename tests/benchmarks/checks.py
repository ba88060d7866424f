"""Benchmark of checking: every rule over a whole Book, the row rules of one edited cell, and two peers beside it.

    python tests/benchmarks/checks.py [--rows N …] [--json] [--runs 3] [--by-rule]

N contracts with three executions each and their bank receipts over 36 months, the first two of which have no rates,
and the monthly reports; one cell in a hundred rows wrong; without --rows 1,000, 10,000 and 100,000.
Each tool runs in a process of its own, in turn; the median of the runs counts. `zhibao` compiles the rules and checks
the whole Book; `zhibao-row` is one row checked after an edit. `pandera` takes the same tables into pandas and checks
what it can express of the row rules (presence, codes, order of dates, sign), `frictionless` takes them as text files
and checks the same, where they are installed; `zhibao-same` checks just that. Above 200,000 contracts the peers, which
hold or read everything for minutes, are left out.

`--by-rule` makes one Book and prints instead what each case costs alone, dearest first: a set rule its query and its
findings, a row rule what it adds to reading the rows.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import importlib.util
import json
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from forms.book import Book
    from forms.kinds import Stored

AS_OF = "2026-10-28"
MONTHS = [f"{number // 12}-{number % 12 + 1:02d}" for number in range(2026 * 12 + 10 - 36, 2026 * 12 + 10)]
CHUNK = 2000
EDITS = 300
MOST_FOR_PEERS = 200_000
USCC = "912201011234567884"
# The rules, or (rule, case) pairs, whose conditions pandera has too.
SAME = {"F00-001", "F00-003", ("F02-009", "term"), ("F02-009", "signed"), ("F02-009", "order"), ("F03-004", "positive")}
SAME |= {("F02-010", "positive")}
# Of these forms the peers check presence, codes and sign, and that the first date of a pair is not after the second.
PEERS_CHECK = {
    "JLFW-02": [("signed_on", "expires_on"), ("effective_on", "expires_on"), ("signed_on", "effective_on")],
    "JLFW-03": [],
}


@dataclass(frozen=True)
class Rows:
    """A run of rows as an import brings them."""

    numbers: list[int]
    columns: list[list[Stored]]
    unparsed: list[tuple[int, str, str, str]]


# -- the Book


def make_book(path: Path, count: int) -> None:
    """Make a Book of `count` contracts and three executions each; all but the last month's rows are accepted."""
    from forms import ledger, sample_firms, sample_papers
    from forms.book import Book
    from forms.sample import contract_rows

    rnd = random.Random(7)
    since = f"{MONTHS[0]}-01"
    with Book.create(path, uscc=USCC, name=sample_firms.FIRM, division=sample_firms.DIVISION, starts_on=since) as book:
        book.set_header(
            **{name: text for name, text in sample_firms.HEADER.items() if name.startswith(("unit", "stat", "fill"))}
        )
        sample_papers.keep(book)  # one scan for all contracts and receipts, as large as a name
        profile = sample_firms.profile(sample_firms.FIRM, USCC)
        ledger.set_card(
            book, "JLFW-01", "2026", {name: profile[name] for name in profile if name != "uscc"}, as_of=AS_OF
        )
        contracts = [spoiled(number, row) for number, row in enumerate(contract_rows(rnd, MONTHS, count))]
        bring_in(book, "JLFW-02", contracts)
        paid = [one for row in contracts for one in executions(rnd, row)]
        bring_in(book, "JLFW-03A", [receipt_of(one) for one in paid if one["receipt_links"]])
        bring_in(book, "JLFW-03", paid)
        with book.transaction() as db:
            db.execute(f"UPDATE contracts SET settled = 1 WHERE period < '{MONTHS[-1]}'")
            db.execute(f"UPDATE executions SET settled = 1 WHERE period < '{MONTHS[-1]}'")
            db.execute(f"UPDATE bank_receipts SET settled = 1 WHERE period < '{MONTHS[-1]}'")
        for month in MONTHS:
            typed = {"total_revenue": "900000000000", "so_revenue": "800000000000", "so_revenue_off": "700000000000"}
            ledger.set_card(book, "JLFW-04", month, typed, as_of=AS_OF)


def spoiled(number: int, row: dict[str, Any]) -> dict[str, Any]:
    """Make a mistake in one row of a hundred."""
    if number % 200 == 50:
        row["expires_on"] = row["signed_on"] - dt.timedelta(40)
    elif number % 200 == 150:
        row["client_industry"] = "没有这一类"
    return row


def executions(rnd: random.Random, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Make three executions of a contract, up to the last month."""
    last = dt.date(2026, 10, 27)
    for number in range(3):
        offshore = row["client_country"] != "CHN"
        amount = int(row["amount_orig"]) * rnd.randint(10, 30) // 100 // 1000 * 1000
        yield {
            "contract_no": row["contract_no"],
            "exec_no": f"Z-{row['contract_no']}-{number}",
            "exec_on": min(row["signed_on"] + dt.timedelta(rnd.randint(1, 60)), last),
            "exec_basis": "FX_RECEIPT" if offshore else "DOMESTIC",
            "ccy": row["ccy"],
            "amount_orig": -amount if rnd.random() < 0.01 else amount,
            "payer_name": row["client_name"],
            "payer_country": row["client_country"],
            "receipt_links": f"B{row['contract_no']}-{number}"[-22:].rjust(22, "0") if offshore else None,
        }


def receipt_of(paid: dict[str, Any]) -> dict[str, Any]:
    """Make the bank receipt of an execution."""
    from forms.sample_papers import SCANS

    same = {name: paid[name] for name in ("payer_name", "payer_country", "ccy")}
    return {
        "bop_no": paid["receipt_links"],
        "bank_name": "中国银行延吉支行",
        "received_on": paid["exec_on"],
        "amount_orig": abs(paid["amount_orig"]),
        "files": SCANS,
        **same,
    }


def bring_in(book: Book, form: str, typed: Sequence[dict[str, Any]]) -> None:
    """Bring rows in as an import does."""
    from forms import bulk

    fields = list(typed[0])
    with book.transaction():
        bulk.apply(book, form, fields, chunks(book, form, fields, typed), import_id="bench", label="导入", as_of=AS_OF)


def chunks(book: Book, form: str, fields: list[str], typed: Sequence[dict[str, Any]]) -> Iterator[Rows]:
    """Parse the rows column by column."""
    from forms.kinds import Unparsed

    edition = book.catalogue.edition(form)
    for start in range(0, len(typed), CHUNK):
        some = typed[start : start + CHUNK]
        parsed = [edition.by_id[name].kind.parse_column([row[name] for row in some]) for name in fields]
        unparsed = [
            (index, name, value.text, value.reason)
            for name, column in zip(fields, parsed, strict=True)
            for index, value in enumerate(column)
            if isinstance(value, Unparsed)
        ]
        columns = [[None if isinstance(value, Unparsed) else value for value in column] for column in parsed]
        yield Rows(list(range(start + 2, start + 2 + len(some))), columns, unparsed)


# -- the tools, each in its own process


def run_zhibao(path: Path, rows: int) -> dict[str, Any]:
    """Check everything."""
    from forms.book import Book
    from forms.checks import check

    with Book.open(path) as book:
        cost = measured(lambda: len(check(book, as_of=AS_OF).findings))
    return {"tool": "zhibao", "rows": rows, **cost}


def run_row(path: Path, rows: int) -> dict[str, Any]:
    """Check single rows, each after an edit of it; the edits are not counted."""
    from forms import ledger
    from forms.book import Book
    from forms.checks import check_row

    with Book.open(path) as book:
        uids = [row["uid"] for row in ledger.read_rows(book, "JLFW-02", where="settled = 0", limit=EDITS)]
        check_row(book, "JLFW-02", uids[0], AS_OF)
        cpu: list[float] = []
        wall: list[float] = []
        found = 0
        for number, uid in enumerate(uids):
            edit = ledger.CellEdit(uid, "contract_name", f"改名{number}")
            ledger.set_cells(book, "JLFW-02", [edit], label="改", as_of=AS_OF)
            before, started = time.process_time(), time.perf_counter()
            found += len(check_row(book, "JLFW-02", uid, AS_OF))
            cpu.append(time.process_time() - before)
            wall.append(time.perf_counter() - started)
    cost = {"cpu_s": round(statistics.median(cpu), 6), "wall_s": round(statistics.median(wall), 6)}
    return {"tool": "zhibao-row", "rows": rows, **cost, "peak_mb": peak_mb(), "findings": found}


def run_same(path: Path, rows: int) -> dict[str, Any]:
    """Check with zhibao only what pandera checks."""
    from dataclasses import replace

    from forms.book import Book
    from forms.evaluation import Evaluation, Scope
    from forms.findings import Reporter
    from forms.reading import reading_of
    from forms.undecided import Doubt

    with Book.open(path) as book:

        def work() -> int:
            reading, found = reading_of(book), 0
            for form in ("JLFW-02", "JLFW-03"):
                pack = reading.pack(book.catalogue.edition(form))
                same = tuple(case for case in pack.rows if (case.rule, case.name) in SAME or case.rule in SAME)
                doubt = Doubt(book.db, book.catalogue)
                bound: dict[str, Any] = {"as_of": AS_OF, "firm": USCC}
                run = Evaluation(reading, replace(pack, rows=same), Reporter(pack.edition, {}), doubt, bound)
                found += len(run.rows(Scope.everything())) + len(run.unparsed(Scope.everything()))
            return found

        cost = measured(work)
    return {"tool": "zhibao-same", "rows": rows, **cost}


def run_by_rule(path: Path, rows: int) -> dict[str, Any]:
    """Measure each case alone: its CPU seconds, the findings it gives."""
    from dataclasses import replace

    from forms.book import Book
    from forms.evaluation import Evaluation, Scope
    from forms.findings import Reporter
    from forms.reading import reading_of
    from forms.rules import Case, Message
    from forms.undecided import Doubt

    told: list[tuple[float, int, str]] = []
    with Book.open(path) as book:
        reading = reading_of(book)
        before = time.process_time()
        editions = [edition for form in book.catalogue.forms for edition in book.catalogue.editions(form)]
        packs = [reading.pack(edition) for edition in editions]
        told.append((time.process_time() - before, 0, "compiling the rules"))
        with reading.snapshot() as db:
            bound: dict[str, Any] = {"as_of": AS_OF, "firm": USCC}
            for pack in packs:
                few = [(case, replace(pack, rows=(case,), sets=())) for case in pack.rows]
                few += [(case, replace(pack, rows=(), sets=(case,))) for case in pack.sets]
                bare = replace(pack, rows=(Case("", "", "", (), Message.of(""), holds="1"),), sets=())
                few.insert(0, (bare.rows[0], bare))
                read = 0.0
                for case, alone in few:
                    run = Evaluation(reading, alone, Reporter(pack.edition, {}), Doubt(db, book.catalogue), bound)
                    cost = measured(lambda run=run: len([*run.rows(Scope.everything()), *run.sets(Scope.everything())]))
                    own = cost["cpu_s"] - (0 if case.query else read)
                    read = read or own
                    told.append(
                        (own, cost["findings"], f"{pack.edition.form} {case.rule or 'reading the rows'} {case.name}")
                    )
    told.sort(reverse=True)
    return {"tool": "by-rule", "rows": rows, "cases": told}


def run_pandera(path: Path, rows: int) -> dict[str, Any]:
    """Check with pandera what it can express of the row rules."""
    import pandas as pd
    import pandera.pandas as pa

    from forms.catalogue import load_catalogue

    catalogue = load_catalogue()

    def work() -> int:
        found = 0
        for form, pairs in PEERS_CHECK.items():
            edition = catalogue.edition(form)
            columns = {}
            for field in edition.stored_fields:
                checks = [pa.Check.isin(list(catalogue.codelist(field.codelist).codes))] if field.codelist else []
                checks += [pa.Check.gt(0)] if field.id == "amount_orig" else []
                columns[field.id] = pa.Column(nullable=field.required is not True, checks=checks)
            orders = [pa.Check(lambda f, a=a, b=b: f[a].isna() | f[b].isna() | (f[a] <= f[b])) for a, b in pairs]
            frame = pd.read_sql(f"SELECT {', '.join(columns)} FROM {edition.table}", sqlite3.connect(path))
            try:
                pa.DataFrameSchema(columns, checks=orders).validate(frame, lazy=True)
            except pa.errors.SchemaErrors as errors:
                cases = errors.failure_cases
                found += len(cases.drop_duplicates(["check_number", "check", "index"]))
        return found

    return {"tool": "pandera", "rows": rows, **measured(work)}


def run_frictionless(path: Path, rows: int) -> dict[str, Any]:
    """Check with frictionless the same; it reads text files, so writing them is part of it, as for any firm."""
    from frictionless import Checklist, Resource, Schema, checks, system

    from forms.catalogue import load_catalogue
    from forms.kinds import Money

    catalogue = load_catalogue()

    def work() -> int:
        found = 0
        for form, pairs in PEERS_CHECK.items():
            edition = catalogue.edition(form)
            fields = []
            for field in edition.stored_fields:
                rules: dict[str, Any] = {"required": True} if field.required is True else {}
                if field.codelist:
                    rules["enum"] = list(catalogue.codelist(field.codelist).codes)
                if field.id == "amount_orig":
                    rules["minimum"] = 1
                kind = "integer" if isinstance(field.kind, Money) else "string"
                fields.append({"name": field.id, "type": kind, "constraints": rules})
            orders = [checks.row_constraint(formula=f"{a} == None or {b} == None or {a} <= {b}") for a, b in pairs]
            with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
                names = [field["name"] for field in fields]
                lines = csv.writer(file)
                lines.writerow(names)
                lines.writerows(sqlite3.connect(path).execute(f"SELECT {', '.join(names)} FROM {edition.table}"))
                file.flush()
                with system.use_context(trusted=True):
                    resource_ = Resource(path=file.name, schema=Schema.from_descriptor({"fields": fields}))
                    report = resource_.validate(Checklist(checks=orders), limit_errors=10_000_000)
                found += report.stats["errors"]
        return found

    return {"tool": "frictionless", "rows": rows, **measured(work)}


def measured(work: Callable[[], int]) -> dict[str, Any]:
    """Run and measure a piece of work that counts findings."""
    before, started = time.process_time(), time.perf_counter()
    found = work()
    cpu, wall = time.process_time() - before, time.perf_counter() - started
    return {"cpu_s": round(cpu, 4), "wall_s": round(wall, 4), "peak_mb": peak_mb(), "findings": found}


def peak_mb() -> float:
    """Give the largest memory of this process in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


MAKE = "make"
TOOLS: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    "zhibao": run_zhibao,
    "zhibao-row": run_row,
    "zhibao-same": run_same,
    "pandera": run_pandera,
    "frictionless": run_frictionless,
}
BY_RULE = "by-rule"


# -- running them


def main() -> None:
    """Make the Books, run the tools, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--by-rule", action="store_true")
    parser.add_argument("--tool", choices=[MAKE, BY_RULE, *TOOLS], help=argparse.SUPPRESS)
    parser.add_argument("--book", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.tool == MAKE:
        # In a process of its own, too: a process starts with the peak memory of the one it is made by.
        make_book(options.book, options.rows[0])
        print("{}")
        return
    if options.tool == BY_RULE:
        print(json.dumps(run_by_rule(options.book, options.rows[0]), ensure_ascii=False))
        return
    if options.tool:
        print(json.dumps(TOOLS[options.tool](options.book, options.rows[0])))
        return
    report(options, installed())


def installed() -> list[str]:
    """List the tools there are."""
    tools = list(TOOLS)
    for peer in ("pandera", "frictionless"):
        if importlib.util.find_spec(peer) is None:
            tools.remove(peer)
            print(f"{peer} 未安装，略去对照。", file=sys.stderr)
    return tools


def report(options: argparse.Namespace, every: list[str]) -> None:
    """Run the tools over Books of each size and print what they cost."""
    results = []
    for rows in options.rows:
        tools = [tool for tool in every if rows <= MOST_FOR_PEERS or tool.startswith("zhibao")]
        with tempfile.TemporaryDirectory() as folder:
            book = Path(folder) / "bench.zhibao"
            one_run(MAKE, book, rows)
            if options.by_rule:
                print_cases(one_run(BY_RULE, book, rows)["cases"])
                continue
            runs = [one_run(tool, book, rows) for _ in range(options.runs) for tool in tools]
        for tool in tools:
            results.append(median([run for run in runs if run["tool"] == tool]))
            if options.json:
                print(json.dumps(results[-1]), flush=True)
    if results and not options.json:
        print_table(results)


def one_run(tool: str, book: Path, rows: int) -> dict[str, Any]:
    """Run one tool in a process of its own over a copy of the Book."""
    copy = book if tool == MAKE else book.with_name(f"{tool}.zhibao")
    if tool != MAKE:
        shutil.copy(book, copy)
    command = [sys.executable, __file__, "--tool", tool, "--book", str(copy), "--rows", str(rows)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def median(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the medians of the figures of some runs."""
    figures = {name: statistics.median(run[name] for run in runs) for name in ("cpu_s", "wall_s", "peak_mb")}
    return {**runs[0], **figures}


def print_cases(cases: list[list[Any]]) -> None:
    """Print what each case costs, and all together."""
    print(f"{'cpu s':>8}{'findings':>10}  case")
    for cost, found, name in cases:
        print(f"{cost:>8.4f}{found:>10,}  {name}")
    print(f"{sum(case[0] for case in cases):>8.4f}{sum(case[1] for case in cases):>10,}  all")


def print_table(results: list[dict[str, Any]]) -> None:
    """Print the figures, with the CPU of each tool as a ratio to zhibao's."""
    print(f"{'tool':<12}{'contracts':>10}{'cpu s':>10}{'wall s':>10}{'ratio':>8}{'peak MB':>9}{'findings':>10}")
    for result in results:
        base = next(one["cpu_s"] for one in results if one["tool"] == "zhibao" and one["rows"] == result["rows"])
        print(
            f"{result['tool']:<12}{result['rows']:>10,}{result['cpu_s']:>10.4f}{result['wall_s']:>10.4f}"
            f"{result['cpu_s'] / base:>8.3f}{result['peak_mb']:>9.1f}{result['findings']:>10,}"
        )


if __name__ == "__main__":
    main()
