"""A field explained: what it is, who must fill it, what it means, where it comes from, which rules look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.handbook.layouts import Layouts, by_section, field_name
from forms.handbook.markup import Markup, joined, tag

if TYPE_CHECKING:
    from forms.definition import Edition, Field
    from forms.handbook.speech import Speech

_TOLD = ("scope", "source", "example", "error")


class Particulars:
    """Explains the fields of editions. `checked` names the rules that point at a field, by its name."""

    def __init__(self, speech: Speech, layouts: Layouts, checked: dict[str, list[str]]) -> None:
        """Explain in the words of `speech`."""
        self._speech = speech
        self._layouts = layouts
        self._checked = checked

    def of(self, edition: Edition) -> Markup:
        """Explain every field of an edition, by section."""
        parts: list[Markup] = []
        for section, mine in by_section(edition, list(edition.fields)):
            parts.append(tag("h4", self._layouts.section_title(edition, section), cls="group"))
            parts += [self._field(edition, field) for field in mine]
        return joined(parts)

    def _field(self, edition: Edition, field: Field) -> Markup:
        name = field_name(edition, field)
        number = f"{field.line} " if field.line else ""
        head = tag("h4", number, self._layouts.label(edition, field), " ", tag("code", field.id), cls="field", id=name)
        rows = [self._row("means", self._means(edition, field))]
        rows += [self._row(part, getattr(field.help, part)) for part in _TOLD if getattr(field.help, part)]
        rows.append(self._row("kind", joined([self._facts(field), "；", self._required(field)])))
        if field.auto or field.computed:
            rows.append(self._row("formula", tag("pre", (field.computed or field.auto or "").strip())))
        rules = self._checked.get(name, [])
        if rules:
            rows.append(self._row("checked", joined([tag("a", rule, to=rule) for rule in rules], "　")))
        return tag("div", head, tag("table", *rows, cls="told"), cls="entry")

    def _row(self, word: str, said: str) -> Markup:
        return tag("tr", tag("th", self._speech.say(word)), tag("td", said))

    def _means(self, edition: Edition, field: Field) -> Markup:
        spoken = self._speech.spoken.named(edition.form, edition.first) or edition
        return self._speech.both(field.help.means, spoken.by_id[field.id].help.means)

    def _facts(self, field: Field) -> Markup:
        """Say kind, length, unit, code list and what is referred to."""
        say = self._speech.say
        parts: list[str] = [say(field.kind.name, "kind")]
        length = getattr(field.kind, "length", None)
        if isinstance(length, int):
            parts.append(f"至多{length}字")
        if field.unit:
            shown = f"，打印为{field.view}" if field.view else ""
            parts.append(joined([say("unit"), "：", say(field.unit, "unit"), shown]))
        if field.codelist:
            parts.append(
                joined([say("codelist"), "：", tag("a", say(field.codelist, "codelist"), to=f"codes.{field.codelist}")])
            )
        if field.target:
            parts.append(joined([say("target"), " ", tag("a", field.target, to=field.target)]))
        return joined(parts, "；")

    def _required(self, field: Field) -> Markup:
        say = self._speech.say
        if field.computed:
            return say("computed")
        if isinstance(field.required, str):
            said = joined([say("when"), tag("pre", field.required.strip())])
        else:
            said = say("yes" if field.required else "no")
        how = ("readonly" if field.readonly else "auto") if field.auto else ""
        return joined([said, "；", say(how)]) if how else said
