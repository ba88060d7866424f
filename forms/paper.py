"""How an edition looks on paper: which fields print, in which unit, and how a wide ledger is split over sheets.

It stands in a third file of the edition, `2026-01.print.toml`, and is no part of what is signed: it may be improved at
any time, and a form without one prints by what its fields say of themselves.

    wan = false                  # amounts in 元; without it in the unit of the form (`view`: 万元, 万美元)
    repeat = ["contract_no"]     # columns that stand on every sheet of a wide ledger; without it the form's key
    breaks = ["business"]        # sections with which a new sheet begins; without it sheets are filled in turn
    hide = ["remarks"]           # fields that do not print
    show = ["client_type"]       # fields hidden in the window that print all the same
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import tomli

from forms.errors import DefinitionProblem

if TYPE_CHECKING:
    from pathlib import Path

    from forms.catalogue import Catalogue
    from forms.definition import Edition, Field


@dataclass(frozen=True, slots=True)
class Layout:
    """The paper of one edition."""

    wan: bool = True
    repeat: tuple[str, ...] = ()
    breaks: frozenset[str] = frozenset()
    hide: frozenset[str] = frozenset()
    show: frozenset[str] = frozenset()

    def fields(self, edition: Edition, *, every: bool = False) -> list[Field]:
        """Give the fields that print; `every` takes those hidden in the window too."""
        return [
            field
            for field in edition.fields
            if field.id not in self.hide and (every or not field.hidden or field.id in self.show)
        ]


def layout_of(catalogue: Catalogue, edition: Edition) -> Layout:
    """Read how an edition prints.

    Raises:
        DefinitionProblem: the file is no TOML, or names a field or section the edition does not have.
    """
    path = catalogue.scheme.folder.parent / edition.form / f"{edition.first}.print.toml"
    key = tuple(name for name in edition.key if not edition.by_id[name].hidden)[:2]
    if not path.exists():
        return Layout(repeat=key)
    return _read(path, edition, key)


def _read(path: Path, edition: Edition, key: tuple[str, ...]) -> Layout:
    try:
        data = tomli.loads(path.read_text("utf-8"))
        repeat = tuple(data.pop("repeat", key))
        sets = {name: frozenset(data.pop(name, ())) for name in ("breaks", "hide", "show")}
        layout = Layout(wan=data.pop("wan", True), repeat=repeat, **sets)
    except (tomli.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise DefinitionProblem("bad-layout", f"打印版式 {path.parent.name}/{path.name} 有误：{error}。") from error
    sections = {section.id for section in edition.sections}
    unknown = {*data, *(layout.breaks - sections)}
    unknown |= {name for name in (*layout.repeat, *layout.hide, *layout.show) if name not in edition.by_id}
    if unknown:
        names = "、".join(sorted(unknown))
        raise DefinitionProblem("bad-layout", f"打印版式 {path.parent.name}/{path.name} 有误：没有 {names}。")
    return layout
