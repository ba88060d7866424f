"""The general rules (F00-…): what holds for any field, made from the fields themselves.

Texts and severities stand in `definitions/general.rules.toml`. Made here as conditions over a row: F00-001 (required),
F00-003 (codes), F00-004 (decimals of a currency), F00-005 (attached files), F00-006 (suspicious text). No condition
over a row can see the rest: that a value did not parse (F00-004) is told by `forms.evaluation`, the header (F00-007) by
`forms.checks`, a missing explanation (F00-002) by `forms.province`, a lost content (F00-005) by `forms.lost_files`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from forms import kinds, media
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
FILE: Final = "F00-005"
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


class _Condition(NamedTuple):
    """One condition of a general rule over a field: the rule and its case, when it applies and what must hold.

    `blamed` is the field a person can mend, where it is not the field itself; `per` is as in `RuleCase`.
    """

    rule: str
    case: str
    when: str | None
    holds: str
    blamed: str = ""
    per: str = ""
    let: tuple[tuple[str, str], ...] = ()


def template(catalogue: Catalogue, rule_id: str, name: str) -> RuleCase | None:
    """Give a case of a general rule, None where the scheme has none."""
    found = (case for rule in catalogue.general_rules if rule.id == rule_id for case in rule.cases if case.name == name)
    return next(found, None)


def cases(catalogue: Catalogue, edition: Edition) -> Iterator[tuple[str, RuleCase]]:
    """Make the general row rules of an edition, field by field.

    A form's own case takes the place of the general one on its first field where it has the same condition, or names
    the rule as `instead_of`: it says it better.
    """
    own = {(case.fields[0], one) for rule in edition.rules for case in rule.cases if case.fields for one in _said(case)}
    for field in edition.fields:
        if field.computed is not None:
            continue
        for found in _conditions(catalogue, edition, field):
            made = template(catalogue, found.rule, found.case)
            if made is not None and own.isdisjoint({(field.id, found.holds), (field.id, found.rule)}):
                yield (
                    found.rule,
                    replace(
                        made,
                        name=f"{found.case}-{field.id}",
                        fields=tuple(filter(None, (found.blamed, field.id))),
                        message=_worded(made.message, edition, field),
                        when=found.when,
                        holds=found.holds,
                        per=found.per,
                        let=found.let or ((("remedy", _remedy(field)),) if "{remedy}" in made.message else made.let),
                    ),
                )


def _remedy(field: Field) -> str:
    """Write which code to take now (an SQL expression): the successor where the list knows one."""
    pick = "'请从下拉列表重新选择'"
    if isinstance(field.kind, kinds.Choices):
        return pick
    name = field.codelist
    return f"coalesce('请改选“' || code_label('{name}', code_attr('{name}', {field.id}, 'successor')) || '”', {pick})"


def _said(case: RuleCase) -> tuple[str | None, str]:
    return case.holds, case.instead_of


def _worded(message: str, edition: Edition, field: Field) -> str:
    """Put the row's date (`{dated}`, `{day}`) and a field filled in from it (`{filled}`, `{code}`) into a text."""
    words = {"filled": field.label, "code": f"{{{field.id}}}"}
    if edition.period_of:
        words |= {"dated": edition.by_id[edition.period_of].label, "day": f"{{{edition.period_of}}}"}
    for name, word in words.items():
        message = message.replace(f"{{{name}}}", word)
    return message


def _conditions(catalogue: Catalogue, edition: Edition, field: Field) -> Iterator[_Condition]:
    """Make the conditions of a field."""
    if field.required is not False:
        yield _Condition(REQUIRED, "required", _required_when(edition, field), f"{field.id} IS NOT NULL")
    if field.codelist is not None:
        yield from _code_conditions(catalogue.codelist(field.codelist), edition, field)
    if isinstance(field.kind, kinds.Money) and field.unit == "ccy" and field.ccy_field in edition.by_id:
        whole = _quoted(sorted(catalogue.codelist("currencies").whole))
        if whole:
            yield _Condition(NUMBER, "decimals", f"{field.ccy_field} IN ({whole})", f"{field.id} % 100 = 0")
    if isinstance(field.kind, kinds.Files):
        yield _file_condition(catalogue, field, field.kind)
    if type(field.kind) in (kinds.Text, kinds.IdText):
        yield _Condition(TEXT, "text", f"{field.id} IS NOT NULL", _text_condition(field))


def _code_conditions(codelist: CodeList, edition: Edition, field: Field) -> Iterator[_Condition]:
    """Ask whether codes are in force on the row's date.

    A code that stands as the program fills it in is nobody's mistake: made from the row's date, it is the date that is
    odd; taken from another form, it stays what it was when that row was registered.
    """
    several = isinstance(field.kind, kinds.Choices)
    holds = code_condition("value" if several else field.id, codelist, _date_of(edition))
    if not holds:
        return
    if several:
        holds = f"NOT EXISTS (SELECT 1 FROM json_each({field.id}) WHERE ({holds}) IS FALSE)"
    name = "code" if edition.period_of else "code-card"
    names = PARAMETER.findall(field.auto or "")
    if not names or field.id in names:
        yield _Condition(CODE, name, f"{field.id} IS NOT NULL", holds)
        return
    filled = PARAMETER.sub(
        lambda one: f"{edition.table}.{one[1]}" if one[1] in edition.by_id else one[0], str(field.auto)
    )
    per = next((f"{one}={_target(edition, one)}" for one in names if _target(edition, one)), "")
    yield _Condition(CODE, name, f"({holds}) IS FALSE", f"{field.id} IS ({filled})", per=per)
    if edition.period_of in names:
        yield _Condition(
            CODE, "date", f"({holds}) IS FALSE", f"{field.id} IS NOT ({filled})", blamed=str(edition.period_of)
        )


def _file_condition(catalogue: Catalogue, field: Field, kind: kinds.Files) -> _Condition:
    """Ask whether every attached file is of a type the field takes and not too large, by what the row says of it."""
    types, limit = media.types(catalogue, kind.accept), media.largest(catalogue)
    bad = f"value ->> 'media' NOT IN ({_quoted(types)}) OR value ->> 'bytes' > {limit}"
    held = f"json_each({field.id})"
    let = (
        ("file", f"(SELECT group_concat(value ->> 'name', '、') FROM {held} WHERE {bad})"),
        ("types", f"'{media.named(kind.accept)}'"),
        ("limit", f"'{media.size_text(limit)}'"),
    )
    # Most rows have one file; to ask that directly costs a third of unfolding the list.
    good = f"json_array_length({field.id}) = 1 AND {field.id} ->> '$[0].media' IN ({_quoted(types)})"
    holds = f"{good} AND {field.id} ->> '$[0].bytes' <= {limit} OR NOT EXISTS (SELECT 1 FROM {held} WHERE {bad})"
    return _Condition(FILE, "file", f"{field.id} IS NOT NULL", holds, let=let)


def _target(edition: Edition, name: str) -> str:
    """Give the column of the other form a reference points to; empty where it is none."""
    kind = edition.by_id[name].kind if name in edition.by_id else None
    return kind.target.partition(".")[2] if isinstance(kind, kinds.Ref) else ""


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
    # What is in force to this day comes first: that finds most codes, and none is looked for twice.
    cases = ""
    for (first, last), codes in sorted(terms.items(), key=lambda term: term[0][1] != ""):
        within = [f"{date} >= '{first}'"] if first else []
        within += [f"{date} <= '{last}'"] if last else []
        cases += f" WHEN {column} IN ({_quoted(codes)}) THEN {' AND '.join(within)}"
    return f"CASE{cases} ELSE 1 END" if cases else ""


def _date_of(edition: Edition) -> str:
    """Give the date codes must be in force on: the row's own, or the card period's last day so far."""
    return edition.period_of or "min(:as_of, substr(period || '-12-31', 1, 10))"


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
