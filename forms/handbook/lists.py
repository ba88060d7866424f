"""The code lists, as an appendix: code, name, from when to when, what to use instead; and which fields take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.handbook.layouts import field_name
from forms.handbook.markup import Markup, joined, tag

if TYPE_CHECKING:
    from forms.catalogue import Catalogue
    from forms.codelists import Code, CodeList
    from forms.definition import Edition
    from forms.handbook.speech import Speech

_LONG = 24
"""A list with more codes than this, none of which ends, stands in two columns."""


class Lists:
    """Writes the code lists of a catalogue."""

    def __init__(self, catalogue: Catalogue, editions: list[Edition], speech: Speech) -> None:
        """Find which fields take which list."""
        self._catalogue = catalogue
        self._speech = speech
        self._used: dict[str, list[Markup]] = {}
        for edition in editions:
            for field in edition.fields:
                if field.codelist:
                    words = f"{edition.short}“{field.label}”"
                    self._used.setdefault(field.codelist, []).append(tag("a", words, to=field_name(edition, field)))

    def names(self) -> list[str]:
        """Name the lists in their order."""
        return list(self._catalogue.codelists)

    def title(self, name: str) -> str:
        """Name a list in Chinese, with the number of its codes."""
        return f"{self._speech.plain(name, 'codelist')}（{len(self._catalogue.codelist(name).codes)}）"

    def written(self) -> Markup:
        """Write every list."""
        return joined(self._list(self._catalogue.codelist(name)) for name in self.names())

    def _list(self, codelist: CodeList) -> Markup:
        name = tag("code", codelist.name)
        words = self._speech.say(codelist.name, "codelist")
        head = tag("h3", words, f"（{len(codelist.codes)}） ", name, id=f"codes.{codelist.name}")
        used = self._used.get(codelist.name)
        about = tag("p", self._speech.say("used"), "：", joined(used, "、"), cls="used") if used else Markup()
        codes = list(codelist)
        dated = any(code.valid_from or code.valid_to or code.successor for code in codes)
        if dated or len(codes) <= _LONG:
            return tag("div", head, about, self._table(codelist.name, codes, dated=dated), cls="codes")
        return tag("div", head, about, self._two(codelist.name, codes), cls="codes")

    def _table(self, name: str, codes: list[Code], *, dated: bool) -> Markup:
        heads = ["code", "name", *(["valid", "successor"] if dated else [])]
        rows = [tag("thead", tag("tr", *(tag("th", self._speech.say(head)) for head in heads)))]
        for code in codes:
            cells = [tag("td", code.code), tag("td", self._label(name, code))]
            cells += [tag("td", _term(code)), tag("td", code.successor)] if dated else []
            rows.append(tag("tr", *cells))
        return tag("table", *rows, cls="list")

    def _two(self, name: str, codes: list[Code]) -> Markup:
        half = -(-len(codes) // 2)
        heads = [tag("th", self._speech.say(head)) for head in ("code", "name")]
        rows = [tag("thead", tag("tr", *heads, *heads))]
        for at in range(half):
            pair = codes[at::half][:2]
            cells = [cell for code in pair for cell in (tag("td", code.code), tag("td", self._label(name, code)))]
            rows.append(tag("tr", *cells, *([] if len(pair) > 1 else [tag("td"), tag("td")])))
        return tag("table", *rows, cls="list")

    def _label(self, name: str, code: Code) -> Markup:
        return self._speech.both(code.label, self._speech.spoken.codelist(name).label(code.code))


def _term(code: Code) -> str:
    if not code.valid_from and not code.valid_to:
        return ""
    return f"{code.valid_from or '…'} 至 {code.valid_to}" if code.valid_to else f"{code.valid_from} 起"
