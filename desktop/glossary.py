"""The glossary (术语) of the manual: every field of every form, out of the definitions' own help. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.manual import Topic

if TYPE_CHECKING:
    from forms.catalogue import Catalogue
    from forms.definition import Field

GROUP = "术语：各表指标"
_PARTS = (("scope", "口径"), ("source", "取数"), ("example", "示例"), ("error", "常见错误"))
_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_{}[]<>#|~"})


def topics(catalogue: Catalogue) -> list[Topic]:
    """Return a topic for each form, its fields in their order."""
    return [_of_form(catalogue, form) for form in catalogue.forms]


def _of_form(catalogue: Catalogue, form: str) -> Topic:
    edition = catalogue.edition(form)
    lines = [f"# {escaped(edition.short)}", "", f"{escaped(edition.title)}（{escaped(form)}）各项的含义和填法。", ""]
    for field in edition.fields:
        if not field.hidden:
            lines += _of_field(field)
    return Topic(f"terms:{form}", GROUP, "\n".join(lines))


def _of_field(field: Field) -> list[str]:
    told = field.help
    name = " ".join(filter(None, (field.line, field.label)))
    lines = [f"## {escaped(name)}", "", escaped(told.means), ""]
    for part, word in _PARTS:
        text = getattr(told, part)
        if text:
            lines += [f"- **{word}**：{escaped(text)}"]
    return [*lines, ""]


def escaped(text: str) -> str:
    """Return plain text as Markdown that shows it as it is."""
    return " ".join(text.split()).translate(_SPECIAL)
