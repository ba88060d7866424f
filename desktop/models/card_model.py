"""The figures of one card form for one period, with those of the period before and of the same period a year ago."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.languages import spoken
from desktop.languages.words import unit_word
from desktop.models import shown
from desktop.models.marks import CellMark, Marks
from desktop.models.standing import comments_of
from desktop.models.year_to_date import filed_table, months_in_short, months_said, unfiled_months
from forms import cards, corrections, doubtful, ledger, periods, series, unparsed
from forms.kinds import Scaled
from forms.unparsed import Kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.doubtful import Cause
    from forms.kinds import Stored

DASH = "—"
VIEWS = ("万元", "万美元")

ZERO, REASON = "is_zero_report", "zero_reason"


@dataclass(slots=True)
class CardFigures:
    """What the page shows: values by field, what did not parse, and the figures to compare with.

    `causes` tells, of each computed field that is not known, the value in a ledger that did not parse; `unfiled` are
    the months that figures of the year lack.
    """

    values: dict[str, Stored] = field(default_factory=dict)
    unparsed: Kept = field(default_factory=dict)
    before: dict[str, Stored] = field(default_factory=dict)
    year_ago: dict[str, Stored] = field(default_factory=dict)
    uid: str = ""
    locked: bool = False
    causes: dict[str, Cause] = field(default_factory=dict)
    unfiled: tuple[str, ...] = ()


class CardModel:
    """Reads and edits one card form's record. `wan` shows amounts in the unit of the official form."""

    def __init__(self, book: Book, form: str, period: str, as_of: str) -> None:
        self.book = book
        self.form = form
        self.period = period
        self.as_of = as_of
        self.edition: Edition = spoken(book.catalogue).edition(form, period)
        self.wan = any(one.view for one in self.edition.fields)
        self.figures = CardFigures()
        self.marks = Marks()
        self.read()

    # -- reading ---------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the figures anew."""
        row = ledger.card_row(self.book, self.form, self.period)
        before, year_ago = self._earlier()
        self.figures = CardFigures(
            values=cards.card_values(self.book, self.form, self.period, as_of=self.as_of),
            unparsed=unparsed.of(row) if row else {},
            before=self._filed(before),
            year_ago=self._filed(year_ago),
            uid=row["uid"] if row else "",
            causes=doubtful.causes(self.book, self.edition, self.period, as_of=self.as_of),
            unfiled=unfiled_months(self.book, self.edition, self.period, self.as_of),
            locked=bool(row and row["settled"]) and self.period not in corrections.open_periods(self.book, self.form),
        )
        self.marks.set_comments(comments_of(self.book, self.form, self.period))

    def lacks(self, one: Field, *, short: bool = False) -> str:
        """Name the months that a figure of the year lacks because nobody filed them."""
        said = months_in_short if short else months_said
        return said(self.figures.unfiled) if self.figures.unfiled and filed_table(one) else ""

    @property
    def waits_for_its_window(self) -> bool:
        """True where it is owed at the end of a year that is not over, and nobody has typed or filed anything."""
        if self.edition.opens != "end" or self.figures.uid or self.as_of > periods.last_day(self.period):
            return False
        return self.state().filing_id is None

    def state(self) -> series.SeriesState:
        """Where the series stands."""
        return series.series_state(self.book, self.form, self.period, self.as_of)

    def mark(self, name: str) -> CellMark | None:
        """Findings and comments at a field; those without a row belong to the only record there is."""
        merged = CellMark()
        for uid in dict.fromkeys(("", self.figures.uid)):
            mark = (self.marks.of(uid) or {}).get(name)
            if mark:
                for severity, message in zip(mark.severities, mark.messages, strict=True):
                    merged.add(severity, self._short(message))
                merged.comments += mark.comments
        return merged if merged.messages or merged.comments else None

    def text(self, one: Field) -> str:
        """What the field shows."""
        kept = self.figures.unparsed.get(one.id)
        if kept:
            return kept[0]
        value = self.figures.values.get(one.id)
        if value is None:
            return DASH if one.computed is not None else ""
        return self.show(one, value)

    def edit_text(self, one: Field) -> str:
        """The text to edit."""
        kept = self.figures.unparsed.get(one.id)
        if kept:
            return kept[0]
        value = self.figures.values.get(one.id)
        return shown.plain_wan(value) if self._in_wan(one) else one.kind.edit(value)

    def show(self, one: Field, value: Stored) -> str:
        """A value of a field in the unit shown; in 万 rounded as official forms print it."""
        if value is None:
            return ""
        return shown.rounded_wan(int(value)) if self._in_wan(one) else one.kind.show(value)

    def unit(self, one: Field) -> str:
        """The unit the field is shown in: 万元, 份, %."""
        if one.is_money:
            return unit_word(one.view if self._in_wan(one) else one.unit)
        return unit_word(one.unit)

    def earlier(self, one: Field, figures: Mapping[str, Stored]) -> str:
        """A figure to compare with; only numbers are compared."""
        return self.show(one, figures.get(one.id)) if isinstance(one.kind, Scaled) else ""

    def growth(self, one: Field) -> str:
        """同比: the change against the same period a year ago, «+17.3%»; a dash where there is nothing to compare."""
        now, then = self.figures.values.get(one.id), self.figures.year_ago.get(one.id)
        if not isinstance(one.kind, Scaled) or one.unit == "%":
            return ""
        if now is None or not isinstance(then, int) or then <= 0:
            return DASH
        tenths = (int(now) - then) * 1000 / then
        return f"{tenths / 10:+.1f}%"

    def compared(self, one: Field) -> tuple[str, str, str]:
        """What stands beside a figure: 上期, 上年同期, 同比."""
        figures = self.figures
        return self.earlier(one, figures.before), self.earlier(one, figures.year_ago), self.growth(one)

    # -- editing ---------------------------------------------------------------------------------------------------

    def in_full(self, one: Field, text: str) -> str:
        """Give what was typed as the amount it means: with the unit it was typed in."""
        return shown.wan_text(text) if self._in_wan(one) else text

    def commit(self, typed: Mapping[str, object], label: str) -> int:
        """Write fields as one undoable step; 0 when nothing changed. Raises InputRefused."""
        number = ledger.set_card(self.book, self.form, self.period, typed, label=label, as_of=self.as_of)
        self.read()
        return number

    def carried(self) -> dict[str, object]:
        """What 从上期带入 fills: empty fields a person types, with the figures of the period before."""
        row = ledger.card_row(self.book, self.form, self._earlier()[0])
        if row is None:
            return {}
        return {
            one.id: one.kind.edit(row[one.id])
            for one in self.edition.stored_fields
            if one.editable and row[one.id] is not None and self.figures.values.get(one.id) is None
        }

    def zeroed(self, *, zero: bool) -> dict[str, object]:
        """What 零申报 fills: the switch, and zeros where amounts are empty; taken back, it empties the reason."""
        typed: dict[str, object] = {ZERO: "是" if zero else "否"}
        if zero:
            money = [one for one in self.edition.fields if one.editable and one.is_money and not one.hidden]
            typed |= {one.id: "0" for one in money if self.figures.values.get(one.id) is None}
        elif REASON in self.edition.by_id:
            typed[REASON] = ""
        return typed

    def _short(self, message: str) -> str:
        """A message without the form and period it begins with: the page says both already."""
        short = self.book.catalogue.edition(self.edition.form, self.period).short
        return message.removeprefix(f"{short}（{periods.label(self.period)}）")

    def _in_wan(self, one: Field) -> bool:
        return self.wan and one.is_money and one.view in VIEWS

    def _earlier(self) -> tuple[str, str]:
        year_ago = str(int(self.period[:4]) - 1) + self.period[4:]
        return periods.previous(self.period), year_ago

    def _filed(self, period: str) -> dict[str, Stored]:
        """The figures as last filed; before the first filing, those of the Book's own record of that period."""
        row = self.book.db.execute(f"SELECT * FROM filed_{self.edition.table} WHERE period = ?", (period,)).fetchone()
        if row is None:
            begun = ledger.card_row(self.book, self.form, period) is not None
            return cards.card_values(self.book, self.form, period, as_of=self.as_of) if begun else {}
        names = set(row.keys())
        return {one.id: row[one.id] for one in self.edition.fields if one.id in names}
