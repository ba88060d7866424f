"""What one scheme says otherwise than another, in the words of who has to fill in the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from forms.policy_terms import rules_of
from forms.rates import load_rates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.catalogue import Catalogue
    from forms.codelists import Code
    from forms.definition import Edition, Field


class Change(msgspec.Struct, frozen=True):
    """One difference: `part` is form, edition, field, rule, code, parameter, calendar or rate; `place` names it."""

    part: str
    place: str
    text: str


def changes(before: Catalogue, after: Catalogue) -> list[Change]:
    """List the differences, forms first."""
    return [
        *_forms(before, after),
        *_rules("通用", _by_id(before.general_rules), _by_id(after.general_rules)),
        *_rules("政策自查", _by_id(rules_of(before)), _by_id(rules_of(after))),
        *_codes(before, after),
        *_parameters(_flat(before.scheme.parameters), _flat(after.scheme.parameters)),
        *_rates(before, after),
    ]


def _forms(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for form in sorted({*before.forms, *after.forms}):
        if form not in before.forms:
            yield Change("form", form, f"新增报表 {after.edition(form).title}")
        elif form not in after.forms:
            yield Change("form", form, f"取消报表 {before.edition(form).title}")
        else:
            yield from _editions(before.editions(form), after.editions(form))


def _editions(before: list[Edition], after: list[Edition]) -> Iterator[Change]:
    known = {edition.first: edition for edition in before}
    last = before[-1]
    for edition in after:
        form = edition.form
        if edition.first not in known:
            yield Change("edition", f"{form} {edition.first}", f"{edition.short}自{edition.first}起有新的一版")
            yield from _fields(f"{form} {edition.first}", last, edition)
        elif edition.sha256 != known[edition.first].sha256:
            yield Change("edition", f"{form} {edition.first}", f"{edition.short}{edition.first}版的内容有改动")
            yield from _fields(f"{form} {edition.first}", known[edition.first], edition)


def _fields(place: str, before: Edition, after: Edition) -> Iterator[Change]:
    for field in after.fields:
        known = before.by_id.get(field.id)
        if known is None:
            yield Change("field", f"{place} {field.id}", f"新增指标“{field.label}”")
        elif _said(known) != _said(field):
            yield Change("field", f"{place} {field.id}", f"指标“{field.label}”的规定有改动")
    for field in before.fields:
        if field.id not in after.by_id:
            yield Change("field", f"{place} {field.id}", f"取消指标“{field.label}”")
    yield from _rules(place, _by_id(before.rules), _by_id(after.rules))


def _said(field: Field) -> tuple[object, ...]:
    """Give what counts of a field; two readings of one code list are the same list."""
    kind = type(field.kind).__name__
    return (field.label, kind, field.required, field.auto, field.computed, field.codelist, field.target, field.unit)


def _by_id(rules: Any) -> dict[str, Any]:  # noqa: ANN401  rules of either reading
    return {rule.id: rule for rule in rules}


def _rules(place: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for name, rule in after.items():
        if name not in before:
            yield Change("rule", f"{place} {name}", f"新增审核关系：{rule.title}")
        elif before[name] != rule:
            yield Change("rule", f"{place} {name}", f"审核关系有改动：{rule.title}")
    for name, rule in before.items():
        if name not in after:
            yield Change("rule", f"{place} {name}", f"取消审核关系：{rule.title}")


def _codes(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for name in sorted({*before.codelists, *after.codelists}):
        old: Mapping[str, Code] = before.codelists[name].codes if name in before.codelists else {}
        new: Mapping[str, Code] = after.codelists[name].codes if name in after.codelists else {}
        for code in sorted({*old, *new}):
            place = f"{name} {code}"
            if code not in old:
                yield Change("code", place, f"新增代码 {code} {new[code].label}")
            elif code not in new:
                yield Change("code", place, f"取消代码 {code} {old[code].label}")
            elif old[code] != new[code]:
                ended = f"，用到{new[code].valid_to}" if new[code].valid_to != old[code].valid_to else ""
                yield Change("code", place, f"代码 {code} {new[code].label} 有改动{ended}")


def _flat(parameters: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in parameters.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{above}{name}.")
        else:
            found[f"{above}{name}"] = value
    return found


def _parameters(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if name in ("deadlines.holidays", "deadlines.workdays"):
            days = sorted(set(old or ()) ^ set(new or ()))
            what = "假日" if name.endswith("holidays") else "调休上班日"
            yield Change("calendar", name, f"{what}有{len(days)}天改动：{'、'.join(days[:5])}")
        else:
            yield Change("parameter", name, f"参数 {name}：{_shown(old)} → {_shown(new)}")


def _shown(value: object) -> str:
    return "（无）" if value is None else str(value)


def _rates(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    old, new = (
        {(rate.month, rate.ccy): rate.rate for rate in load_rates(one.scheme.folder / "rates.csv")}
        for one in (before, after)
    )
    added, changed = len(new.keys() - old.keys()), sum(old[key] != new[key] for key in old.keys() & new.keys())
    gone = len(old.keys() - new.keys())
    if added or changed or gone:
        yield Change("rate", "rates", f"汇率新增{added}个、改动{changed}个、取消{gone}个")
