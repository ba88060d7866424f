"""The columns of a ledger grid: one plain object a field, with what painting asks for read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.languages import translate
from desktop.models.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Collection

    from forms.definition import Edition, Field
    from forms.kinds import Kind

WIDTHS = {"date": 104, "month": 84, "money": 132, "rate": 112, "int": 76, "decimal": 104, "bool": 76, "code": 120}
DEFAULT_WIDTH = 148
YES_NO_CENTRED = frozenset({"bool"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field and the facts a delegate, a header or a clipboard reads without asking Qt."""

    field: Field
    id: str
    label: str
    kind: Kind
    right: bool
    centred: bool
    readonly: bool
    required: bool
    conditional: bool
    frozen: bool
    width: int
    ccy_field: str | None

    @property
    def is_money(self) -> bool:
        """True for amounts: they have totals and follow the 单位 view."""
        return self.kind.name == "money"

    @property
    def told(self) -> str:
        """What hovering over the head says: its name, what it means, and what a star of either colour asks for."""
        star = translate("Columns", "红 * 必填") if self.required else ""
        if self.conditional:
            star = translate("Columns", "灰 * 视情况必填：该填而没填时，审核会指出来")
        return plain_tip("\n".join(filter(None, (self.label, self.field.help.means, star))))


def default_fields(edition: Edition) -> list[str]:
    """Fields a grid shows until the user chooses: all that are not hidden."""
    return [field.id for field in edition.stored_fields if not field.hidden]


def columns_of(edition: Edition, fields: Collection[str]) -> list[Column]:
    """The columns of the given fields: frozen ones first, otherwise in the order given."""
    known = {field.id: field for field in edition.stored_fields}
    shown = [known[name] for name in fields if name in known]
    shown.sort(key=lambda field: not field.frozen)
    return [_column(field) for field in shown]


def _column(field: Field) -> Column:
    name = field.kind.name
    return Column(
        field=field,
        id=field.id,
        label=field.label,
        kind=field.kind,
        right=field.kind.numeric,
        centred=name in YES_NO_CENTRED,
        readonly=field.readonly,
        required=field.required is True,
        conditional=isinstance(field.required, str),
        frozen=field.frozen,
        width=field.width or WIDTHS.get(name, DEFAULT_WIDTH),
        ccy_field=field.ccy_field if name == "money" and field.unit == "ccy" else None,
    )
