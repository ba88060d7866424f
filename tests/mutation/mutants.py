"""Mutants of a rule's SQL: each says one thing otherwise than the rule, and its examples should notice.

Made are: a condition negated, a comparison turned or moved by its equality, one side of AND or OR left out, a number or
a parameter of the scheme one more or one less, the fallback of coalesce left out. The SQL is parsed (sqlglot), changed
at one place, and written anew. The values a query selects for its sentence are no conditions; the 1 of `SELECT 1` in
EXISTS and the ordinals of GROUP BY are no constants.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import sqlglot
from sqlglot import exp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.definition import RuleCase

PARTS = ("holds", "when", "select")
TURNED: dict[type[exp.Expr], tuple[type[exp.Expr], ...]] = {
    exp.EQ: (exp.NEQ,),
    exp.NEQ: (exp.EQ,),
    exp.LT: (exp.LTE, exp.GTE),
    exp.LTE: (exp.LT, exp.GT),
    exp.GT: (exp.GTE, exp.LTE),
    exp.GTE: (exp.GT, exp.LT),
}
_PERCENT = "per_cent"
NEGATED = (exp.Is, exp.In, exp.Exists, exp.Between, exp.Like)


@dataclass(frozen=True)
class Mutant:
    """One change: in which part of a case, what stood there and what stands there now, and the SQL it makes.

    `within` is what a number stands in: alone it would not say which it is.
    """

    part: str
    was: str
    now: str
    within: str
    sql: str

    @property
    def name(self) -> str:
        """Say the change in one line."""
        words = f"{self.part}: {self.was} → {self.now}" + (f" in {self.within}" if self.within else "")
        return " ".join(words.split())

    def of(self, case: RuleCase) -> RuleCase:
        """Give the case with this change."""
        return replace(case, **{self.part: self.sql})


def mutants(case: RuleCase) -> Iterator[Mutant]:
    """Make every mutant of a case."""
    for part in PARTS:
        sql = getattr(case, part)
        if sql is not None:
            tree = parsed(sql, part)
            yield from _mutants(tree, part, spared=_values(tree))


def mutants_of_figure(select: str) -> Iterator[Mutant]:
    """Make every mutant of a query whose value is what it is for."""
    yield from _mutants(parsed(select, "select"), "select", spared=[])


def _mutants(tree: exp.Expr, part: str, *, spared: list[exp.Expr]) -> Iterator[Mutant]:
    said = {id(node) for value in spared for node in value.walk()}
    for place, node in enumerate(tree.walk()):
        if id(node) in said:
            continue
        for changed in _changes(node):
            was = written(node)
            now = written(changed)
            if was == now:
                continue
            copy = tree.copy()
            target = next(one for at, one in enumerate(copy.walk()) if at == place)
            if target is copy:
                copy = changed
            else:
                target.replace(changed)
            within = written(node.parent) if isinstance(node, exp.Literal) and node.parent else ""
            yield Mutant(part, was, now, within, written(copy))


def unchanged(case: RuleCase) -> RuleCase:
    """Give the case as it is after parsing and writing: it must say what it said."""
    given = {part: getattr(case, part) for part in PARTS}
    return replace(case, **{part: written(parsed(sql, part)) for part, sql in given.items() if sql is not None})


def parsed(sql: str, part: str) -> exp.Expr:
    """Parse a condition or a query; `percent` is a word of the parser's own, so it goes by another name."""
    sql = sql.replace("percent(", f"{_PERCENT}(")
    if part == "select":
        return sqlglot.parse_one(sql, dialect="sqlite")
    whole = sqlglot.parse_one(f"SELECT ({sql}\n)", dialect="sqlite")
    condition = whole.expressions[0].this
    condition.pop()
    return condition


def written(tree: exp.Expr) -> str:
    """Write a tree as SQLite's SQL."""
    return tree.sql(dialect="sqlite", normalize_functions=False, comments=False).replace(_PERCENT, "percent")


def _values(tree: exp.Expr) -> list[exp.Expr]:
    """Give what a query selects for the sentence: that is no condition."""
    return list(tree.expressions) if isinstance(tree, exp.Select) else []


def _changes(node: exp.Expr) -> Iterator[exp.Expr]:
    yield from _turned(node)
    yield from _dropped(node)
    yield from _moved(node)
    if _is_condition(node):
        yield exp.not_(exp.paren(node.copy()))


def _turned(node: exp.Expr) -> Iterator[exp.Expr]:
    for other in TURNED.get(type(node), ()):
        yield other(this=node.this.copy(), expression=node.expression.copy())
    if isinstance(node, NEGATED) and not isinstance(node.parent, exp.Not):
        yield exp.not_(exp.paren(node.copy()))
    if isinstance(node, exp.Not) and isinstance(node.this, NEGATED):
        yield node.this.copy()


def _dropped(node: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(node, exp.And | exp.Or):
        yield exp.paren(node.left.copy())
        yield exp.paren(node.right.copy())
    if isinstance(node, exp.Coalesce):
        yield node.this.copy()


def _moved(node: exp.Expr) -> Iterator[exp.Expr]:
    is_number = isinstance(node, exp.Literal) and not node.is_string and not _is_no_constant(node)
    is_parameter = isinstance(node, exp.Anonymous) and node.name == "scheme"
    if is_number or is_parameter:
        for step in (1, -1):
            yield exp.paren(exp.Add(this=node.copy(), expression=exp.Literal.number(step)))


def _is_no_constant(node: exp.Expr) -> bool:
    parent = node.parent
    return isinstance(parent, exp.Group | exp.Ordered) or (
        isinstance(parent, exp.Select) and isinstance(parent.parent, exp.Exists)
    )


def _is_condition(node: exp.Expr) -> bool:
    """Tell a whole condition that no turned comparison already negates."""
    whole = node.parent is None or (isinstance(node.parent, exp.Where | exp.Having) or node.arg_key == "on")
    return whole and not isinstance(node, (*TURNED, *NEGATED, exp.Not, exp.Query))
