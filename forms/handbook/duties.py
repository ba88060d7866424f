"""Who files what until when, and the parameters a province may set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from forms import periods
from forms.deadlines import Deadlines
from forms.handbook.markup import Markup, joined, tag

if TYPE_CHECKING:
    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.handbook.speech import Speech

_TABLES = ("deadlines", "rates", "tolerances", "thresholds", "limits")


class Duties:
    """Writes the deadlines and the parameters of a scheme."""

    def __init__(self, catalogue: Catalogue, editions: list[Edition], speech: Speech) -> None:
        """Read the scheme's own days."""
        self._parameters: dict[str, Any] = catalogue.scheme.parameters
        self._editions = editions
        self._speech = speech
        self._days = Deadlines.of(self._parameters)

    def duty(self, edition: Edition) -> str:
        """Say in words who files a form, and when."""
        word = self._speech.plain
        parts = [word(edition.shape, "duty"), word(edition.owner, "duty")]
        owed = f"due_{edition.cadence}" if edition.when_empty == "due" else edition.when_empty
        parts.append(word("optional" if edition.optional else owed, "duty"))
        if edition.cadence == "year":
            parts.append(word(edition.opens, "duty"))
        return "；".join(parts)

    def written(self) -> Markup:
        """Write the duties form by form, and the days of a year."""
        say, text = self._speech.say, self._speech.plain
        rows = [tag("thead", tag("tr", *(tag("th", say(head)) for head in ("form", "title", "cadence", "obliged"))))]
        for edition in self._editions:
            spoken = self._speech.spoken.named(edition.form, edition.first) or edition
            cells = [tag("a", edition.form, to=edition.form), self._speech.both(edition.title, spoken.title)]
            rows.append(tag("tr", *map(_cell, [*cells, say(edition.cadence, "cadence"), self.duty(edition)])))
        notes = [text("postponed" if self._days.postpone else "fixed", "text"), self._calendar(), self._window()]
        return joined(
            [tag("table", *rows, cls="list"), *(tag("p", note) for note in notes if note), self._dates(self._year())]
        )

    def _years(self) -> list[str]:
        return sorted({day[:4] for day in self._days.holidays})

    def _year(self) -> str:
        """Give the year whose days are listed: the scheme's first."""
        return str(self._parameters.get("from", "2026"))[:4]

    def _calendar(self) -> str:
        years = self._years()
        return self._speech.plain("calendar", "text").replace("{years}", "、".join(years)) if years else ""

    def _window(self) -> str:
        text = self._speech.plain("window", "text")
        return text.replace("{day}", self._days.window_day).replace("{from}", self._days.window_from)

    def _dates(self, year: str) -> Markup:
        """List when each month of a year is due, in two columns, and the year itself."""
        heads = [tag("th", self._speech.say(head)) for head in ("period", "due")]
        months = [f"{year}-{month:02d}" for month in range(1, 13)]
        rows = [tag("tr", *heads, *heads)]
        for left, right in zip(months[:6], months[6:], strict=True):
            rows.append(tag("tr", *(_cell(text) for one in (left, right) for text in self._due(one))))
        rows.append(tag("tr", *map(_cell, (*self._due(year), "", ""))))
        return tag("table", *rows, cls="list")

    def _due(self, period: str) -> tuple[str, str]:
        return periods.label(period), self._days.due_on(period)

    def parameters(self) -> Markup:
        """Write the parameters by name, with what they say in words where they have been named."""
        say = self._speech.say
        rows = [tag("thead", tag("tr", *(tag("th", say(head)) for head in ("parameter", "means", "value"))))]
        for table in _TABLES:
            for name, value in _single(self._parameters.get(table, {})):
                key = f"{table}.{name}"
                meant = self._speech.plain(key, "parameters") if self._speech.knows(key, "parameters") else ""
                rows.append(tag("tr", tag("td", tag("code", key)), _cell(meant), _cell(_shown(value))))
        return tag("table", *rows, cls="list")


def _single(table: object) -> list[tuple[str, object]]:
    """Give the entries of a table that are one value; the days of the calendar stand in their own list."""
    if not isinstance(table, dict):
        return []
    return [(str(name), value) for name, value in table.items() if isinstance(value, str | int | float)]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return re.sub(r"\B(?=(\d{3})+$)", ",", str(value)) if isinstance(value, int) else str(value)


def _cell(text: str) -> Markup:
    return tag("td", text)
