"""Where rules run: a connection that can read the forms' tables and call our functions, and nothing else.

Rule packs may come from outside, so a statement is stopped at each of these fences:

- the *authorizer* refuses everything but SELECT, reading the form tables, and functions of a whitelist: no writing, no
  ATTACH, no PRAGMA, no dates, no chance, nothing that makes large values out of nothing (zeroblob, printf, hex);
- *limits* on the length of a value, the number of attached files and the size of a program;
- a *progress handler* ends a statement that takes too long, an endless recursive query too;
- a limit on the rows one statement may give.

The authorizer also reports which columns a statement reads; a rule over an unparsed value is undecided by that.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forms import connection, functions
from forms.errors import DefinitionProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Read = tuple[str, str]
Bound = dict[str, "str | int | None"]

_BUILT_IN = (
    "abs coalesce ifnull nullif iif length substr substring instr replace trim ltrim rtrim upper lower like glob",
    "unicode min max sum count group_concat row_number rank dense_rank lag lead first_value last_value",
    "json json_array json_object json_group_array json_group_object json_extract json_array_length json_type -> ->>",
)
BUILT_IN: Final = frozenset(" ".join(_BUILT_IN).split())
TABLE_FUNCTIONS: Final = frozenset({"json_each", "json_tree"})
LONGEST_VALUE: Final = 1_000_000
MOST_ROWS: Final = 1_000_000
SECONDS: Final = 20.0
_STEPS: Final = 100_000  # instructions between two looks at the clock
_LIMITS: Final = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 250_000),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)
_ACTIONS: Final = {
    getattr(sqlite3, name): name.removeprefix("SQLITE_")
    for name in dir(sqlite3)
    if name.startswith(("SQLITE_CREATE", "SQLITE_DROP", "SQLITE_ALTER"))
    or name
    in (
        "SQLITE_ATTACH",
        "SQLITE_DETACH",
        "SQLITE_DELETE",
        "SQLITE_INSERT",
        "SQLITE_UPDATE",
        "SQLITE_PRAGMA",
        "SQLITE_TRANSACTION",
        "SQLITE_SAVEPOINT",
        "SQLITE_REINDEX",
        "SQLITE_ANALYZE",
    )
}


class RuleBroken(DefinitionProblem):
    """A rule cannot be run: it is no SQL, asks for what the sandbox refuses, or does not end."""

    def __init__(self, what: str, why: str) -> None:
        """Say which rule and why."""
        super().__init__("rule-broken", f"{what}不能执行：{why}。请更新或修正报表定义。")


@dataclass(frozen=True, slots=True)
class Compiled:
    """What is known of a query before it runs."""

    columns: tuple[str, ...]
    reads: frozenset[Read]


class Sandbox:
    """A fenced connection. What the program itself does on it stands in `with sandbox.trusted()`."""

    def __init__(self, db: sqlite3.Connection, tables: Iterable[str], *, seconds: float = SECONDS) -> None:
        """Fence a connection in: from here on statements read `tables` only and end after `seconds` of CPU time."""
        self._db = db
        self._tables = frozenset(tables)
        self._functions = BUILT_IN | functions.names()
        self._seconds = seconds
        self._ends_at = float("inf")
        self._trusted = False
        self._refused = ""
        self._reads: set[Read] = set()
        self._known: dict[str, Compiled] = {}
        self._path = Path(db.execute("PRAGMA database_list").fetchone()[2])
        # The first use of json_each writes its declaration into the schema; later uses only read.
        db.execute("SELECT 1 FROM json_each('[]') UNION ALL SELECT 1 FROM json_tree('[]')").fetchall()
        every = db.execute("SELECT name FROM sqlite_master UNION SELECT name FROM sqlite_temp_master")
        self._existing = frozenset(row[0] for row in every) | {"sqlite_master", "sqlite_schema", "sqlite_temp_master"}
        for limit, value in _LIMITS:
            db.setlimit(limit, value)
        db.set_authorizer(self._authorize)
        db.set_progress_handler(self._is_over, _STEPS)

    def hurry(self, seconds: float) -> None:
        """End statements after fewer seconds from here on."""
        self._seconds = min(self._seconds, seconds)

    @contextlib.contextmanager
    def trusted(self) -> Iterator[sqlite3.Connection]:
        """Lift the fence for statements of the program itself."""
        self._trusted = True
        try:
            yield self._db
        finally:
            self._trusted = False

    def run(self, sql: str, bound: Bound, what: str) -> list[sqlite3.Row]:
        """Run one statement of a rule; `what` names the rule in the sentence of a failure.

        Raises:
            RuleBroken: it is refused, wrong, takes too long or gives too many rows.
        """
        with self._fenced(what):
            rows = self._db.execute(sql, bound).fetchmany(MOST_ROWS + 1)
        if len(rows) > MOST_ROWS:
            raise RuleBroken(what, f"结果超过{MOST_ROWS:,}行")
        return rows

    def compiled(self, sql: str, bound: Mapping[str, object], what: str) -> Compiled:
        """Compile a query without running it: the names of its columns and the (table, column) pairs it reads.

        A column of a view stands for itself. The query stands in brackets, so that it can only be a query.

        Raises:
            RuleBroken: it is refused or wrong.
        """
        if sql not in self._known:
            self._reads.clear()
            with self._fenced(what):
                cursor = self._db.execute(f"SELECT * FROM ({sql}\n) LIMIT 0", dict(bound))
                columns = tuple(column[0] for column in cursor.description)
            self._known[sql] = Compiled(columns, frozenset(self._reads))
        return self._known[sql]

    def reads(self, sql: str, bound: Mapping[str, object], what: str) -> frozenset[Read]:
        """Give the (table, column) pairs a query reads."""
        return self.compiled(sql, bound, what).reads

    def validate_select(self, sql: str, bound: Mapping[str, object], what: str) -> Compiled:
        """Check that a query may run here and gives `uid` and `period`."""
        made = self.compiled(sql, bound, what)
        missing = [name for name in ("uid", "period") if name not in made.columns]
        if missing:
            raise RuleBroken(what, f"查询结果缺少{'、'.join(missing)}列")
        return made

    def validate_expression(
        self, expression: str, table: str, bound: Mapping[str, object], what: str
    ) -> frozenset[Read]:
        """Check that a condition over one row of the table may run here; give what it reads."""
        made = self.compiled(f"SELECT ({expression}\n) FROM {table}", bound, what)
        if len(made.columns) != 1:
            raise RuleBroken(what, "不是一个单独的表达式")
        return made.reads

    @contextlib.contextmanager
    def _fenced(self, what: str) -> Iterator[None]:
        self._refused = ""
        self._ends_at = time.thread_time() + self._seconds
        try:
            yield
        except (sqlite3.Error, sqlite3.Warning) as error:
            problem = None if self._refused else connection.problem_of(error, self._path)
            if problem is not None:  # the Book's fault, not the rule's
                raise problem from error
            raise RuleBroken(what, self._refused or self._why(error)) from error
        finally:
            self._ends_at = float("inf")

    def _why(self, error: Exception) -> str:
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_INTERRUPT":
            return f"计算超过{self._seconds:g}秒，已停止"
        if name == "SQLITE_TOOBIG":
            return f"产生的数据超过{LONGEST_VALUE:,}字节"
        if isinstance(error, sqlite3.ProgrammingError | sqlite3.Warning):
            return "应当只有一条查询语句，且只用规定的参数"
        return f"SQL 有误（{error}）"

    def _is_over(self) -> int:
        return int(time.thread_time() > self._ends_at)

    def _authorize(
        self, action: int, first: str | None, second: str | None, _db: str | None, inside: str | None
    ) -> int:
        if self._trusted:
            return sqlite3.SQLITE_OK
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            return self._authorize_read(first or "", second or "", inside)
        if action == sqlite3.SQLITE_FUNCTION:
            if (second or "").lower() in self._functions:
                return sqlite3.SQLITE_OK
            self._refused = f"用到了不允许的函数 {second}()"
        else:
            self._refused = f"用到了不允许的操作 {_ACTIONS.get(action, action)}"
        return sqlite3.SQLITE_DENY

    def _authorize_read(self, table: str, column: str, inside: str | None) -> int:
        if table in TABLE_FUNCTIONS or (not column and table not in self._existing):
            return sqlite3.SQLITE_OK  # the second: rows of a WITH query are counted
        if table not in self._tables:
            self._refused = f"读取了不允许的表 {table}"
            return sqlite3.SQLITE_DENY
        if inside not in self._tables:
            self._reads.add((table, column))
        return sqlite3.SQLITE_OK
