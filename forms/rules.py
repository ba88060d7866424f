"""A rule pack as SQL: what an edition's rules and the general ones become before they run.

All row rules of a form are **one** query: it gives each row that breaks any of them, with bit masks
that say which (62 to a column). Each set rule stays the query it is. Every condition is first tried in the sandbox,
which also tells the columns it reads, so that a rule over a value that did not parse is known to be undecided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from forms import child_tables, general, row_masks, unparsed
from forms.inlining import inlined
from forms.sandbox import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forms.catalogue import Catalogue
    from forms.definition import Edition, RuleCase
    from forms.sandbox import Bound, Read, Sandbox

BITS: Final = 62
FIRM, PROVINCE = "firm", "province"
BOUND: Final[Bound] = {"as_of": None, "firm": None}
_PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_VARIES: Final = re.compile(r":as_of|\bfx_\w+\(|\bsettled\b")
_ALWAYS_KNOWN: Final = frozenset({"place", "row", "label", "value", "period"})


@dataclass(frozen=True, slots=True)
class Message:
    """The sentence of a finding: literal text and, between, the names of the values to put in."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, template: str) -> Message:
        """Read `{name}` placeholders; nothing else is special."""
        return cls(tuple(_PLACEHOLDER.split(template)))

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names, in order."""
        return self.parts[1::2]

    def fill(self, values: Mapping[str, str]) -> str:
        """Put the values in."""
        parts = list(self.parts)
        parts[1::2] = [values.get(name, "") for name in parts[1::2]]
        return "".join(parts)

    def given(self, values: Mapping[str, str]) -> Message:
        """Put in what many sentences have in common; the other names stay open."""
        parts = [self.parts[0]]
        for name, text in zip(self.parts[1::2], self.parts[2::2], strict=True):
            if name in values:
                parts[-1] += values[name] + text
            else:
                parts += [name, text]
        return Message(tuple(parts))


@dataclass(frozen=True, slots=True)
class Case:
    """One compiled case: the `query` of a set rule, or what `holds` of each row `when` it applies of a row rule.

    `reads` are the columns it depends on, `lets` is the query of its message values by row number. An unparsed value
    makes undecided the rows whose column `per_row` holds what `per_table` holds beside that value; all where empty.
    `alone`: it reads nothing but the row. `steady`: neither the day, nor the exchange rates, nor other tables have a
    say, so both sides must find the same.
    """

    rule: str
    name: str
    severity: str
    fields: tuple[str, ...]
    message: Message
    per_row: str = ""
    per_table: str = ""
    reads: frozenset[Read] = frozenset()
    steady: bool = False
    alone: bool = False
    when: str = ""
    holds: str = ""
    query: str = ""
    lets: str = ""

    @property
    def what(self) -> str:
        """Name the rule in a sentence."""
        return f"审核关系{self.rule}"


@dataclass(frozen=True)
class Pack:
    """The compiled rules of one edition for one side."""

    edition: Edition
    rows: tuple[Case, ...]
    sets: tuple[Case, ...]

    def columns(self, cases: Iterable[Case]) -> tuple[str, ...]:
        """Name the columns findings of some cases need of a row: its place, its key, and what a message or cell shows.

        The computed ones of a card form are worked out anew each time, and a wide row is slow to fetch.
        """
        needed = {name for case in cases for name in (*case.fields[:1], *case.message.names, case.per_row)}
        needed |= {field.ccy_field for field in self.edition.fields if field.id in needed}
        kept = [field.id for field in self.edition.fields if field.id in needed]
        return (*self.place, *(name for name in kept if name not in self.place))

    @property
    def what(self) -> str:
        """Name the rules in a sentence."""
        return f"报表{self.edition.form}的审核关系"

    @cached_property
    def place(self) -> tuple[str, ...]:
        """Name the columns that say where a row is, in the form and in its file, and what of it did not parse."""
        edition = self.edition
        key = (*edition.key, *([edition.key_own] if edition.key_own else [])) if edition.is_ledger else ()
        return ("pos", "uid", "unparsed", "import_id", "import_row", "touched", "period", *key)

    def row_query(self, scope: str) -> str:
        """Give the query of the rows of a scope (an SQL condition) that break a row rule: row number, then masks."""
        before, after = self._row_query
        return f"{before}({scope}){after}"

    @cached_property
    def _row_query(self) -> tuple[str, str]:
        """Write what stands before and after the scope; once, for a cell that is typed waits for it.

        The LIMIT keeps SQLite from merging the two queries, which would work out every condition twice: after an import
        most rows may lack the same thing.
        """
        starts = range(0, len(self.rows), BITS)
        masks = [row_masks.written(self.rows[start : start + BITS]) for start in starts]
        columns = ", ".join(f"({mask}) AS mask_{number}" for number, mask in enumerate(masks))
        any_broken = " OR ".join(f"mask_{number}" for number in range(len(starts)))
        return (
            f"SELECT * FROM (SELECT pos, {columns} FROM {self.edition.table} WHERE ",
            f" LIMIT -1) WHERE {any_broken}",
        )

    def broken_by(self, masks: Iterable[int]) -> list[Case]:
        """Give the cases whose bits are set in the masks of a row of `row_query`."""
        found = []
        for number, mask in enumerate(masks):
            left = mask
            while left:
                bit = left & -left
                found.append(self.rows[number * BITS + bit.bit_length() - 1])
                left ^= bit
        return found


class Compiler:
    """Compiles the rules of editions; keeps what each computed field of a card form reads."""

    def __init__(self, catalogue: Catalogue, sandbox: Sandbox, side: str) -> None:
        """Compile for the firm's or the province's side."""
        self._catalogue = catalogue
        self._sandbox = sandbox
        self._side = side
        self._expanded = _computed_reads(catalogue, sandbox)

    def pack(self, edition: Edition) -> Pack:
        """Compile an edition's rules and the general ones.

        Raises:
            RuleBroken: a rule is wrong or asks for what it may not.
        """
        rows: list[Case] = []
        sets: list[Case] = []
        for rule_id, case in self._cases(edition):
            if case.side in ("both", self._side):
                compiled = (
                    self._set_case(rule_id, case, edition) if case.select else self._row_case(rule_id, case, edition)
                )
                (sets if case.select else rows).append(compiled)
        return Pack(edition, tuple(rows), tuple(sets))

    def _cases(self, edition: Edition) -> Iterable[tuple[str, RuleCase]]:
        for rule_id, case in general.cases(self._catalogue, edition):
            yield rule_id, case
        for rule in edition.rules:
            if rule.owner is None:
                for case in rule.cases:
                    yield rule.id, case

    def _row_case(self, rule_id: str, case: RuleCase, edition: Edition) -> Case:
        what, table = f"审核关系{rule_id}", edition.table
        if not case.holds:
            raise RuleBroken(what, "没有 holds 也没有 select")
        for _name, expression in case.let:
            self._sandbox.validate_expression(expression, table, BOUND, what)
        holds = case.holds
        if rule_id == general.REQUIRED:
            # A value that did not parse is there: undecided at once, or an import's odd cells are all fetched for that.
            holds = f"{holds} OR {unparsed.holds_in_sql(case.fields[0])}"
        reads = self._sandbox.validate_expression(case.holds, table, BOUND, what)
        if case.when:
            reads |= self._sandbox.validate_expression(case.when, table, BOUND, what)
        values = ", ".join(f'({expression}\n) AS "{name}"' for name, expression in case.let)
        query = f"SELECT pos, {values} FROM {table} WHERE pos IN (SELECT value FROM json_each(:rows))"
        made = self._case(rule_id, case, edition, {name for name, _ in case.let})
        sources = self._sources(reads)
        return replace(
            made,
            reads=sources,
            alone=all(read[0] == table for read in sources),
            steady=all(read[0] == table for read in reads) and not _VARIES.search(f"{case.holds} {case.when}"),
            when=inlined(case.when or "", self._catalogue),
            holds=inlined(holds, self._catalogue),
            lets=query if values else "",
        )

    def _set_case(self, rule_id: str, case: RuleCase, edition: Edition) -> Case:
        what, select = f"审核关系{rule_id}", str(case.select)
        compiled = self._sandbox.validate_select(select, BOUND, what)
        made = self._case(rule_id, case, edition, set(compiled.columns))
        return replace(made, reads=self._sources(compiled.reads), query=select)

    def _case(self, rule_id: str, case: RuleCase, edition: Edition, known: set[str]) -> Case:
        """Take over what needs no SQL; check that every name in it is known."""
        message = Message.of(case.message)
        unknown = set(message.names) - known - set(edition.by_id) - _ALWAYS_KNOWN
        unknown |= set(case.fields) - set(edition.by_id)
        if unknown:
            raise RuleBroken(f"审核关系{rule_id}", f"提示或指标中的名字{'、'.join(sorted(unknown))}不存在")
        per_row, _, per_table = (case.per or ("" if edition.is_ledger else "period")).partition("=")
        return Case(rule_id, case.name, case.severity, case.fields, message, per_row, per_table or per_row)

    def _sources(self, reads: frozenset[Read]) -> frozenset[Read]:
        """Put what a computed column reads in its place, and the date behind a ledger's period beside it."""
        found = set(reads)
        for read in reads:
            found |= self._expanded.get(read, frozenset())
        for form in self._catalogue.forms:
            edition = self._catalogue.edition(form)
            if edition.period_of and (edition.table, "period") in found:
                found.add((edition.table, edition.period_of))
        return frozenset(found)


def _computed_reads(catalogue: Catalogue, sandbox: Sandbox) -> dict[Read, frozenset[Read]]:
    bound = {**BOUND, "period": None}
    found: dict[Read, frozenset[Read]] = dict(child_tables.sources(catalogue))
    for form in catalogue.forms:
        for edition in catalogue.editions(form):
            for field in edition.fields:
                if field.computed is not None:
                    what = f"{edition.short}“{field.label}”"
                    found[edition.table, field.id] = sandbox.reads(f"SELECT ({field.computed}\n)", bound, what)
    return found
