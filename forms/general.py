"""The general rules (F00-…): what holds for any field, made from the fields themselves.

Texts and severities stand in `definitions/general.rules.toml`. Made here as conditions over a row: F00-001 (required),
F00-003 (codes), F00-004 (decimals of a currency), F00-006 (suspicious text). That a value did not parse (F00-004), the
header (F00-007) and missing explanations (F00-002) are told by `forms.checks`, which no condition over a row can see.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from forms import kinds
from forms.definition import PARAMETER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forms.catalogue import Catalogue
    from forms.codelists import CodeList
    from forms.definition import Edition, Field, RuleCase

REQUIRED: Final = "F00-001"
EXPLANATION: Final = "F00-002"
CODE: Final = "F00-003"
NUMBER: Final = "F00-004"
TEXT: Final = "F00-006"
HEADER: Final = "F00-007"
WIDE_SPACE: Final = "\u3000"
PLACEHOLDERS: Final = (
    "无",
    "暂无",
    "没有",
    "/",
    "\\",
    "-",
    "--",
    "—",
    "——",
    "?",
    "？",
    ".",
    "测试",
    "test",
    "xx",
    "xxx",
    "待定",
)


def template(catalogue: Catalogue, rule_id: str, name: str) -> RuleCase | None:
    """Give a case of a general rule, None where the scheme has none."""
    found = (case for rule in catalogue.general_rules if rule.id == rule_id for case in rule.cases if case.name == name)
    return next(found, None)


def cases(catalogue: Catalogue, edition: Edition) -> Iterator[tuple[str, RuleCase]]:
    """Make the general row rules of an edition, field by field.

    A form's own case with the same condition on the same field takes the place of the general one: it says it better.
    """
    own = {(case.fields[0], case.holds) for rule in edition.rules for case in rule.cases if case.fields}
    for field in edition.fields:
        if field.computed is not None:
            continue
        for rule_id, name, when, holds in _conditions(catalogue, edition, field):
            made = template(catalogue, rule_id, name)
            if made is not None and (field.id, holds) not in own:
                yield rule_id, replace(made, name=f"{name}-{field.id}", fields=(field.id,), when=when, holds=holds)


def _conditions(catalogue: Catalogue, edition: Edition, field: Field) -> Iterator[tuple[str, str, str | None, str]]:
    """Yield (rule, case, when, holds) for a field."""
    if field.required is not False:
        yield REQUIRED, "required", _required_when(edition, field), f"{field.id} IS NOT NULL"
    if field.codelist is not None:
        several = isinstance(field.kind, kinds.Choices)
        holds = code_condition("value" if several else field.id, catalogue.codelist(field.codelist), _date_of(edition))
        if several and holds:
            holds = f"NOT EXISTS (SELECT 1 FROM json_each({field.id}) WHERE ({holds}) IS FALSE)"
        if holds:
            yield CODE, "code", f"{field.id} IS NOT NULL", holds
    if isinstance(field.kind, kinds.Money) and field.unit == "ccy" and field.ccy_field in edition.by_id:
        whole = _quoted(code.code for code in catalogue.codelist("currencies") if code.attrs.get("decimals") == "0")
        if whole:
            yield NUMBER, "decimals", f"{field.ccy_field} IN ({whole})", f"{field.id} % 100 = 0"
    if type(field.kind) in (kinds.Text, kinds.IdText):
        yield TEXT, "text", f"{field.id} IS NOT NULL", _text_condition(field)


def _text_condition(field: Field) -> str:
    """Write that a text says something; a number that is a name is trimmed when it is read."""
    name, longest = field.id, max(map(len, PLACEHOLDERS))
    conditions = [f"instr({name}, '{WIDE_SPACE}') = 0", f"trim({name}) = {name}"]
    conditions = conditions[:1] if isinstance(field.kind, kinds.IdText) else conditions
    return " AND ".join([*conditions, f"(length({name}) > {longest} OR {name} NOT IN ({_quoted(PLACEHOLDERS)}))"])


def _required_when(edition: Edition, field: Field) -> str | None:
    """Say when a field is required; an automatic one only where what it is made from is there.

    Otherwise one empty date would be told as six empty fields.
    """
    conditions = [f"({field.required}\n)"] if isinstance(field.required, str) else []
    earlier = edition.fields[: edition.fields.index(field)]
    names = set(PARAMETER.findall(field.auto or "")) - {field.id}
    sources = [one for one in edition.fields if one.id in names and (one.auto is None or one in earlier)]
    conditions += [f"{source.id} IS NOT NULL" for source in sources if source.required is True]
    return " AND ".join(conditions) or None


def code_condition(column: str, codelist: CodeList, date: str) -> str:
    """Write that a code is in force on a date (an SQL expression); empty where every code of the list always is.

    That it is of the list at all needs no condition: an unknown code that is typed or imported stays unparsed
    (F00-004), one that comes over the wire is refused.
    """
    terms: dict[tuple[str, str], list[str]] = {}
    for code in codelist:
        if code.valid_from or code.valid_to:
            terms.setdefault((code.valid_from, code.valid_to), []).append(code.code)
    conditions = []
    for (first, last), codes in terms.items():
        within = [f"{date} >= '{first}'"] if first else []
        within += [f"{date} <= '{last}'"] if last else []
        conditions.append(f"({' AND '.join(within)} OR {column} NOT IN ({_quoted(codes)}))")
    return " AND ".join(conditions)


def _date_of(edition: Edition) -> str:
    """Give the date codes must be in force on: the row's own, or the card period's last day so far."""
    return edition.period_of or "min(:as_of, substr(period || '-12-31', 1, 10))"


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
