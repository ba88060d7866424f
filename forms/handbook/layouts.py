"""A form as it prints, empty: a card with its sections and 行次, a ledger with its 栏次 split over sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.handbook.markup import BLANK, Markup, joined, tag
from forms.kinds import Breakdown
from forms.paper import layout_of

if TYPE_CHECKING:
    from forms.catalogue import Catalogue
    from forms.definition import Edition, Field
    from forms.handbook.speech import Speech
    from forms.paper import Layout

MOST_COLUMNS = 11
"""So many columns of a ledger stand beside each other on a page."""


def field_name(edition: Edition, field: Field) -> str:
    """Give the name under which a field is found in the handbook: «JLFW-02.contract_no»."""
    return f"{edition.form}.{field.id}"


def by_section(edition: Edition, fields: list[Field]) -> list[tuple[str, list[Field]]]:
    """Give the fields by section id, the sections in their order; fields of none come last."""
    known = [section.id for section in edition.sections]
    found = [(name, [field for field in fields if field.section == name]) for name in known]
    rest = [field for field in fields if field.section not in known]
    return [(name, mine) for name, mine in [*found, ("", rest)] if mine]


class Layouts:
    """Draws the empty forms of a catalogue."""

    def __init__(self, catalogue: Catalogue, speech: Speech) -> None:
        """Draw in the words of `speech`."""
        self._catalogue = catalogue
        self._speech = speech

    def drawn(self, edition: Edition) -> Markup:
        """Draw a form."""
        layout = layout_of(self._catalogue, edition)
        fields = layout.fields(edition)
        if edition.is_ledger:
            body = self._ledger(edition, layout, fields)
        elif any(field.line for field in fields):
            body = self._lines(edition, layout, fields)
        else:
            body = self._particulars(edition, layout, fields)
        return joined([self._head(edition), body])

    def unit(self, field: Field, *, wan: bool) -> str:
        """Name the unit a field prints in; `wan` says whether amounts print in 万."""
        if wan and field.view and (field.is_money or isinstance(field.kind, Breakdown)):
            return field.view
        return self._speech.plain(field.unit, "unit")

    def section_title(self, edition: Edition, name: str) -> Markup:
        """Name a section."""
        spoken = self._spoken(edition)
        other = next((one.title for one in spoken.sections if one.id == name), "")
        title = next((one.title for one in edition.sections if one.id == name), "其他")
        return self._speech.both(title, other)

    def label(self, edition: Edition, field: Field) -> Markup:
        """Name a field."""
        return self._speech.both(field.label, self._spoken(edition).by_id[field.id].label)

    def _spoken(self, edition: Edition) -> Edition:
        return self._speech.spoken.named(edition.form, edition.first) or edition

    def _head(self, edition: Edition) -> Markup:
        legal = self._catalogue.scheme.parameters.get("legal", {})
        words = {"made_by": "制定机关", "approved_by": "批准机关", "approval_no": "批准文号", "valid_to": "有效期至"}
        marks = [f"{word}：{legal[name]}" for name, word in words.items() if legal.get(name)]
        right = "　".join([f"表　号：{edition.form}", *marks, f"{self._catalogue.scheme.version}　{edition.first} 版"])
        return joined([tag("p", edition.title, cls="form-title"), tag("p", right, cls="form-mark")])

    def _link(self, edition: Edition, field: Field) -> Markup:
        return tag("a", self.label(edition, field), to=field_name(edition, field))

    def _lines(self, edition: Edition, layout: Layout, fields: list[Field]) -> Markup:
        say = self._speech.say
        heads = [say("indicator"), say("unit"), say("line"), say("period")]
        numbers = tag("tr", *(tag("th", text, cls="number") for text in ("甲", "乙", "丙", "1")))
        rows = [tag("thead", tag("tr", *(tag("th", head) for head in heads)), numbers)]
        for section, mine in by_section(edition, fields):
            title = self.section_title(edition, section)
            rows.append(tag("tr", tag("th", title, colspan="4", cls="section")))
            rows += [self._line(edition, layout, field) for field in mine]
        return tag("table", *rows, cls="sheet")

    def _line(self, edition: Edition, layout: Layout, field: Field) -> Markup:
        indent = BLANK * 4 * field.indent
        return tag(
            "tr",
            tag("td", indent, self._link(edition, field)),
            tag("td", self.unit(field, wan=layout.wan), cls="middle"),
            tag("td", field.line, cls="middle"),
            tag("td", self._speech.plain("counted") if field.computed else "　", cls="blank"),
        )

    def _particulars(self, edition: Edition, layout: Layout, fields: list[Field]) -> Markup:
        rows = []
        for section, mine in by_section(edition, fields):
            title = self.section_title(edition, section)
            rows.append(tag("tr", tag("th", title, colspan="4", cls="section")))
            for at in range(0, len(mine), 2):
                pair = [self._pair(edition, layout, field) for field in mine[at : at + 2]]
                rows.append(tag("tr", *pair, *([] if len(pair) > 1 else [tag("td"), tag("td")])))
        return tag("table", *rows, cls="sheet pairs")

    def _pair(self, edition: Edition, layout: Layout, field: Field) -> Markup:
        unit = self.unit(field, wan=layout.wan)
        named = [self._link(edition, field), f"（{unit}）" if unit else ""]
        return joined([tag("td", *named, cls="named"), tag("td", "　", cls="blank")])

    def _ledger(self, edition: Edition, layout: Layout, fields: list[Field]) -> Markup:
        numbers = {field.id: number for number, field in enumerate(fields, 1)}
        return joined(self._sheet(edition, layout, sheet, numbers) for sheet in _sheets(edition, layout, fields))

    def _sheet(self, edition: Edition, layout: Layout, sheet: list[Field], numbers: dict[str, int]) -> Markup:
        groups: list[tuple[str, int]] = []
        for field in sheet:
            if groups and groups[-1][0] == field.section:
                groups[-1] = (field.section, groups[-1][1] + 1)
            else:
                groups.append((field.section, 1))
        titles = [
            tag("th", self.section_title(edition, name), colspan=str(count) if count > 1 else "")
            for name, count in groups
        ]
        labels = []
        for field in sheet:
            unit = self.unit(field, wan=layout.wan)
            said = unit in ("", "元（原币）") or f"（{unit}）" in field.label
            labels.append(tag("td", self._link(edition, field), "" if said else f"（{unit}）", cls="named"))
        rows = [
            tag("tr", tag("th", "序号", rowspan="2", cls="first"), *titles),
            tag("tr", *labels),
            tag("tr", tag("th", "甲", cls="number"), *(tag("th", str(numbers[f.id]), cls="number") for f in sheet)),
            tag("tr", tag("td", "1", cls="middle"), *(tag("td", "　") for _field in sheet)),
        ]
        return tag("table", *rows, cls="sheet ledger")


def _sheets(edition: Edition, layout: Layout, fields: list[Field]) -> list[list[Field]]:
    """Split the columns of a ledger over sheets as its layout says; those that repeat stand first on each."""
    repeated = [field for field in fields if field.id in layout.repeat]
    parts: list[list[Field]] = [[]]
    for section, mine in by_section(edition, [field for field in fields if field.id not in layout.repeat]):
        if section in layout.breaks and parts[-1]:
            parts.append([])
        parts[-1] += mine
    room = MOST_COLUMNS - len(repeated)
    found = []
    for part in parts:
        count = max(1, -(-len(part) // room))
        size = max(1, -(-len(part) // count))
        found += [[*repeated, *part[at : at + size]] for at in range(0, max(1, len(part)), size)]
    return found
