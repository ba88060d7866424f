"""A form's edition as read from its TOML files: fields, sections and rules. Value types, then the reader.

An edition is two files of the same name in `definitions/<form>/`: `2026-01.toml` with the fields and
`2026-01.rules.toml` with the rules. `2026-01` is the first period it applies to.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import tomli

from forms import kinds
from forms.errors import DefinitionProblem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from forms.codelists import CodeList

FIELD_ID = re.compile(r"[a-z][a-z0-9_]{0,40}")
PARAMETER = re.compile(r":([a-z][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """What a field means (定义), its scope (口径), where the number comes from (取数), an example, the common error."""

    means: str = ""
    scope: str = ""
    source: str = ""
    example: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of fields on a page, a template and a print."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field (指标) of an edition.

    `required` is True, False or an SQL condition over the row. `auto` fills the field, `computed` defines it (cards).
    `unit` of money is «ccy» (the currency in `ccy_field`), «USD» or «CNY»; `view` is how pages print it (万元, 万美元).
    `was` is the field of an earlier edition whose place it takes.
    `of` of links is the field whose whole amount a link without one stands for.
    """

    id: str
    label: str
    kind: kinds.Kind
    section: str = ""
    required: bool | str = False
    auto: str | None = None
    computed: str | None = None
    readonly: bool = False
    hidden: bool = False
    template: bool = True
    codelist: str | None = None
    target: str | None = None
    unit: str = ""
    ccy_field: str = "ccy"
    of: str = ""
    was: str = ""
    view: str = ""
    line: str = ""
    indent: int = 0
    width: int = 0
    frozen: bool = False
    synonyms: tuple[str, ...] = ()
    help: FieldHelp = FieldHelp()

    @property
    def is_money(self) -> bool:
        """Tell whether the field is an amount of money."""
        return isinstance(self.kind, kinds.Money)

    @property
    def in_sheets(self) -> bool:
        """Tell whether a cell of a workbook can hold it: people may type it, and it is no file."""
        return self.editable and not isinstance(self.kind, kinds.Files)

    @property
    def editable(self) -> bool:
        """Tell whether people may type into it."""
        return not self.readonly and self.computed is None


@dataclass(frozen=True, slots=True)
class RuleCase:
    """One case of a rule: either `holds`, a condition over a row, or `select`, a query for the offending rows.

    `per` is the column that says what an unparsed value leaves undecided, `instead_of` the general rule whose place the
    case takes on its first field.
    """

    name: str
    severity: str
    side: str
    fields: tuple[str, ...]
    message: str
    holds: str | None = None
    when: str | None = None
    select: str | None = None
    per: str = ""
    instead_of: str = ""
    let: tuple[tuple[str, str], ...] = ()
    examples: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule (审核关系). A rule that is not SQL names the module that owns it and has no cases."""

    id: str
    title: str
    owner: str | None
    cases: tuple[RuleCase, ...]


@dataclass(frozen=True)
class Edition:
    """A form as it applies from the period `first` on.

    `opens`: a year's form is owed from its «start», or at its «end», when the year is over. `owner` is who reports it,
    a «firm» or a «park». An `optional` form nobody owes who never used it.
    """

    form: str
    title: str
    short: str
    table: str
    shape: str
    cadence: str
    when_empty: str
    first: str
    key: tuple[str, ...]
    key_own: str | None
    period_of: str | None
    order: int
    needs: tuple[str, ...]
    change_of: str
    indexes: tuple[tuple[str, ...], ...]
    sections: tuple[Section, ...]
    fields: tuple[Field, ...]
    rules_toml: str
    sha256: str
    opens: str = "start"
    owner: str = "firm"
    optional: bool = False

    @property
    def is_ledger(self) -> bool:
        """Tell a form of many rows (台账) from one record a period (单表)."""
        return self.shape == "ledger"

    @cached_property
    def by_id(self) -> dict[str, Field]:
        """Give the fields by id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def stored_fields(self) -> tuple[Field, ...]:
        """Give the fields that are columns of the Book: all but the computed."""
        return tuple(field for field in self.fields if field.computed is None)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Read the rules when first asked for: half of what all definitions take is the rules of forms not looked at.

        Raises:
            DefinitionProblem: the file is no TOML, or a word in it is unknown.
        """
        # Imported late: it is made of what stands here.
        from forms.rule_files import load_rules

        try:
            return load_rules(tomli.loads(self.rules_toml))
        except (tomli.TOMLDecodeError, KeyError, TypeError) as error:
            raise DefinitionProblem(
                "bad-edition", f"报表定义 {self.form}/{self.first}.rules.toml 有误：{error}。"
            ) from error

    @cached_property
    def autos(self) -> tuple[tuple[Field, str, frozenset[str]], ...]:
        """Give the automatic fields in order of evaluation: field, expression, the names it takes."""
        return tuple(
            (field, field.auto, frozenset(PARAMETER.findall(field.auto)))
            for field in self.fields
            if field.auto is not None
        )

    def field(self, field_id: str) -> Field:
        """Give a field by id or label; KeyError where there is none."""
        found = self.by_id.get(field_id)
        if found is None:
            found = next((field for field in self.fields if field.label == field_id), None)
        if found is None:
            raise KeyError(field_id)
        return found


def load_edition(path: Path, codelists: Mapping[str, CodeList]) -> Edition:
    """Read an edition; its rules are read when they are asked for.

    Raises:
        DefinitionProblem: a file is no TOML, or a word in it is unknown.
    """
    rules_path = path.with_name(f"{path.stem}.rules.toml")
    try:
        raw = path.read_bytes()
        rules_raw = rules_path.read_bytes() if rules_path.exists() else b""
        return _edition(
            tomli.loads(raw.decode()),
            rules_raw.decode(),
            hashlib.sha256(raw + b"\0" + rules_raw).hexdigest(),
            codelists,
        )
    except (tomli.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise DefinitionProblem("bad-edition", f"报表定义 {path.parent.name}/{path.name} 有误：{error}。") from error


def _edition(data: dict[str, Any], rules_toml: str, sha256: str, codelists: Mapping[str, CodeList]) -> Edition:
    fields = tuple(_field(entry, codelists) for entry in data["field"])
    ids = [field.id for field in fields]
    if len(set(ids)) != len(ids):
        raise KeyError("、".join(sorted({field for field in ids if ids.count(field) > 1})))
    return Edition(
        form=data["form"],
        title=data["title"],
        short=data["short"],
        table=data["table"],
        shape=data["shape"],
        cadence=data["cadence"],
        when_empty=data.get("when_empty", "skip"),
        first=data["from"],
        key=tuple(data.get("key", ())),
        key_own=data.get("key_own"),
        period_of=data.get("period_of"),
        order=data["order"],
        needs=tuple(data.get("needs", ())),
        change_of=data.get("change_of", ""),
        indexes=tuple(tuple(names) for names in data.get("index", ())),
        sections=tuple(Section(**section) for section in data.get("section", ())),
        fields=fields,
        rules_toml=rules_toml,
        sha256=sha256,
        **{name: data[name] for name in ("opens", "owner", "optional") if name in data},
    )


def _field(entry: dict[str, Any], codelists: Mapping[str, CodeList]) -> Field:
    if not FIELD_ID.fullmatch(entry["id"]):
        raise KeyError(entry["id"])
    given = {
        name: entry[name] for name in entry if name not in ("kind", "length", "scale", "accept", "help", "synonyms")
    }
    return Field(
        **given,
        kind=_kind(entry, codelists),
        synonyms=tuple(entry.get("synonyms", ())),
        help=FieldHelp(**entry.get("help", {})),
    )


def _kind(entry: dict[str, Any], codelists: Mapping[str, CodeList]) -> kinds.Kind:
    kind = kinds.KINDS[entry["kind"]]
    if issubclass(kind, kinds.Coded | kinds.Choices | kinds.Breakdown):
        return kind(codelists[entry["codelist"]])
    if issubclass(kind, kinds.Ref | kinds.Links):
        return kind(entry["target"], entry.get("length", 60))
    if issubclass(kind, kinds.Text) and "length" in entry:
        return kind(entry["length"])
    if kind is kinds.Scaled:
        return kinds.Scaled(entry["scale"])
    if kind is kinds.Files:
        return kinds.Files(tuple(entry["accept"]))
    return kind()
