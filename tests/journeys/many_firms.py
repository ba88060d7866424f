"""The Books of many firms made cheaply: one sound Book, copied under other names and codes."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

PERIOD, AS_OF = "2026-02", "2026-03-03"
_PLACES = ("海兰江", "布尔哈通", "珲春", "长白山", "净月", "北山", "松花湖", "图们江", "天池", "龙井")
_TRADES = ("软件", "数据", "物流信息", "客服外包", "工业设计")
_STAFF = ("total", "total_college", "so", "so_college", "ito", "bpo", "kpo", "so_new", "so_new_college", "so_left")
_REASON = "已与合同、收款凭证逐笔核对，情况属实。"


def make_firms(folder: Path, count: int) -> list[Path]:
    """Make demo firms that owe a zero report for 2026-02, due on 2026-03-05; all are sound and explained."""
    from forms import checks, explanations, ledger, sample_firms, sample_papers
    from forms.book import Book
    from forms.catalogue import load_catalogue

    folder.mkdir(parents=True)
    rnd = random.Random(5)
    zero = {"is_zero_report": "是", "zero_reason": "NOT_DUE", "total_revenue": "0", "so_revenue": "0"}
    first, name = sample_firms.credit_code(rnd, "222401"), "范本有限公司"
    path = folder / f"{first}.zhibao"
    with Book.create(path, uscc=first, name=name, division="222401", starts_on=f"{PERIOD}-01", demo=True) as book:
        book.put("demo.as_of", AS_OF)
        book.set_header(**sample_firms.HEADER)
        sample_papers.keep(book)
        ledger.set_card(book, "JLFW-01", PERIOD[:4], sample_firms.profile(name, first), as_of=AS_OF)
        ledger.set_card(book, "JLFW-04", PERIOD, zero | {"so_revenue_off": "0"}, as_of=AS_OF)
        ledger.set_card(book, "JLFW-06", PERIOD, {f"emp_{one}": "0" for one in _STAFF}, as_of=AS_OF)
        for one in explanations.unexplained(book, checks.check(book, as_of=AS_OF).findings):
            explanations.explain(book, one.form, one.period, one.rule, _REASON)
    table = load_catalogue().table("JLFW-01")
    paths = [path, *(_copied(path, sample_firms.credit_code(rnd, "222401")) for _ in range(count - 1))]
    for number, one in enumerate(paths):
        called = f"{_PLACES[number % len(_PLACES)]}{_TRADES[number % len(_TRADES)]}{number + 1:02}有限公司"
        code = one.stem
        with sqlite3.connect(one) as db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'firm.uscc'", (code,))
            db.execute("UPDATE meta SET value = ? WHERE key = 'firm.name'", (called,))
            db.execute(f"UPDATE {table} SET ent_name = ?, uscc = ?, org_code = ?", (called, code, code[8:17]))
        db.close()
    return paths


def _copied(path: Path, code: str) -> Path:
    return Path(shutil.copyfile(path, path.with_name(f"{code}.zhibao")))
