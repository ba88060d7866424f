"""The page of a card form: head, fields in the layout of their kind, and the help panel at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import access
from desktop.earlier import file_together
from desktop.models.card_model import REASON, ZERO, CardModel
from desktop.models.card_sources import place_behind, source_of
from desktop.pages.card_body import IndicatorBody, ProfileBody, framed, is_indicator_form
from desktop.pages.card_checks import CardChecks
from desktop.pages.card_explaining import CardExplaining
from desktop.pages.card_head import CardHead
from desktop.pages.card_help import CardHelp
from desktop.pages.card_keys import CardKeys
from desktop.pages.card_lines import CardLines
from desktop.pages.form_page import FormPage
from desktop.pages.silence import fall_silent
from desktop.pages.toast import Toast
from desktop.pages.type_ahead import TypeAhead
from desktop.pages.undoing import step_journal
from desktop.place import Place
from forms.errors import InputRefused

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from desktop.pages.card_line import CardLine
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.definition import Field

HELP_FROM = 1080  # a page narrower than this begins without the help panel


class CardPage(FormPage):
    """Fill one card form for the chosen period."""

    icon_name = "report"

    def __init__(self, workspace: Workspace, form: str) -> None:
        super().__init__(workspace, form)
        self._shown: tuple[object, str] = (None, "")
        self._holder: QWidget | None = None
        self._asked_help: bool | None = None
        self.entered: CardLine | None = None
        self._wanted: Place | None = None
        self._ahead = TypeAhead(self)

    # -- the page protocol

    def refresh(self) -> None:
        """Read the Book again; build the page when another Book or period was chosen."""
        book, period = self.workspace.book, self.workspace.period_of(self.form)
        if (book, period) != self._shown:
            self._build(book, period)
            self._begin()
        else:
            self.model.read()
            self.show_values()
        self.checks.check_soon()

    def show_place(self, place: Place) -> None:
        """Put the cursor into a field, once it stands."""
        self._wanted = None if self._lines.is_whole else place
        if self._wanted is None:
            self.go_to_field(place.field)
        else:
            self._ahead.begin()
        if place.explain and self._wanted is None:
            self.explaining.begin_when_checked()

    def go_to_field(self, field: str | None) -> None:
        """Put the cursor into the line of a field, else into the first one may type into."""
        there = [line for line in self.lines if line.field.id == field]
        self.go(there[0] if there else next(line for line in self.lines if line.editable))

    def step_problem(self, *, forward: bool) -> bool:
        """F8 and Shift+F8: the next field with a finding or comment, round the end; what is typed next goes there."""
        marked = [place for place, line in enumerate(self.lines) if self.model.mark(line.field.id)]
        if not marked:
            return False
        here = self.lines.index(self.entered) if self.entered in self.lines else -1
        order = marked if forward else marked[::-1]
        self.go(self.lines[next((place for place in order if (place > here) == forward and place != here), order[0])])
        return True

    def step_back(self, *, forward: bool) -> bool:
        """Ctrl+Z and Ctrl+Y: move over the journal; says what was undone."""
        form = step_journal(self.workspace.book, self.toast.say, forward=forward)
        if form is not None:
            self.model.read()
            self.checks.edited()
            self.show_values()
            self._touched(form)
        return True

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, book: Book, period: str) -> None:
        if self._holder is not None:
            self._layout.removeWidget(self._holder)
            self._holder.deleteLater()
        self._shown = (book, period)
        self.entered = self._wanted = None
        holder = self._holder = QWidget(self)
        book.on_close(lambda: fall_silent(holder))
        self.model = CardModel(book, self.form, period, self.workspace.as_of)
        edition = self.model.edition
        self.body = IndicatorBody(self.model) if is_indicator_form(edition) else ProfileBody(self.model)
        made = self._lines = CardLines(self.model, self.body, lambda: self.workspace.as_of)
        self.head = CardHead(self.model, zero=ZERO in edition.by_id, printing=self.print_form)
        self.help = CardHelp()
        self.checks = CardChecks(self.workspace, self.model, holder)
        self.toast = Toast(holder)
        self.area = framed(holder, self.head, self.body, self.help)
        self._layout.addWidget(holder)
        self._connect()
        CardKeys(holder, made.so_far, self.toast, lambda line: self._drill(line.field))
        self.explaining = CardExplaining(self, holder)
        self.show_values()
        self._fit()
        made.begin()

    def _connect(self) -> None:
        self._lines.made.connect(self._line_made)
        self._lines.ended.connect(self._lines_ended)
        self.checks.changed.connect(self.show_values)
        self.checks.tried.connect(self._show_marks)
        head = self.head
        head.carryWanted.connect(self.carry)
        head.zeroWanted.connect(self.declare_zero)
        head.unitChanged.connect(self._change_unit)
        head.unit.setCurrentIndex(int(self.workspace.settings.unit == "yuan"))
        head.checkWanted.connect(self.check)
        head.fileWanted.connect(lambda: self.workspace.pageWanted.emit("submit"))
        head.commentWanted.connect(self._go_to_comment)
        head.recordsWanted.connect(self._go_to_records)
        head.helpWanted.connect(self.toggle_help)
        self.help.drillWanted.connect(self._drill)
        self.help.termWanted.connect(self.workspace.go)
        self.help.filingWanted.connect(lambda: file_together(self.workspace))

    @property
    def lines(self) -> list[CardLine]:
        """All lines of the form; those still to come are made at once."""
        return self._lines.whole()

    def _line_made(self, line: CardLine) -> None:
        line.left.connect(self._leave)
        line.committed.connect(self._commit)
        line.entered.connect(self._enter)
        line.drilled.connect(self._drill)
        line.filing.connect(lambda: file_together(self.workspace))
        line.typing.connect(self.checks.typing)
        line.taken_back.connect(self.checks.taken_back)
        if line.editable and self.entered is None:
            self._begin()

    def _lines_ended(self) -> None:
        access.complete(self.body)
        if self.entered is None and not any(line.editable for line in self.lines):
            self._explain(self.lines[0])  # what is filed explains itself, too
            self._ahead.forget()
        if self._wanted is not None:
            self.show_place(self._wanted)

    def go(self, line: CardLine) -> None:
        """Put the cursor into a line and bring it into view."""
        line.input.setFocus()
        self.area.ensureWidgetVisible(line.input, 0, 80)
        self._ahead.give()

    def check(self) -> None:
        """F9."""
        self.checks.check_all()
        self.workspace.check()

    def carry(self) -> None:
        """从上期带入: fill empty fields with the figures of the period before."""
        typed = self.model.carried()
        if typed and self._write(typed, self.tr("从上期带入")):
            self.toast.say(self.tr("已从上期带入 %1 项，请逐项核对。按 Ctrl+Z 撤销").replace("%1", str(len(typed))))
        elif not typed:
            self.toast.say(self.tr("上期没有可以带入的内容"))

    def declare_zero(self, zero: bool) -> None:  # noqa: FBT001 - a switch
        """零申报: nothing happened this period; empty amounts become 0 and the reason is asked for."""
        if self._write(self.model.zeroed(zero=zero), self.tr("零申报") if zero else self.tr("取消零申报")) and zero:
            self.go_to_field(REASON)

    def toggle_help(self) -> None:
        """Show or hide the help panel."""
        self._asked_help = not self.help.isVisible()
        self._fit()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _commit(self, line: CardLine, text: str) -> None:
        self._write({line.field.id: text}, self.tr("填写“%1”").replace("%1", line.field.label))

    def _write(self, typed: dict[str, object], label: str) -> bool:
        try:
            self.model.commit(typed, label)
        except InputRefused as problem:
            self.toast.say(problem.message, "warning")
            self.show_values()
            return False
        self.checks.edited()
        self.show_values()
        self._touched(self.form)
        return True

    def show_values(self) -> None:
        """Show what is known of every line, and of the one the cursor is in."""
        for line in self._lines.so_far:
            line.show_values()
        self.head.show_model(self.model)
        if self.entered is not None:
            self._explain(self.entered)

    def _show_marks(self) -> None:
        for line in self._lines.so_far:
            line.show_mark()
        if self.entered is not None:
            self._explain(self.entered)

    def _touched(self, form: str) -> None:
        self.head.saved.setText(self.tell_edited(form))

    def _enter(self, line: CardLine) -> None:
        self.entered = line
        self._explain(line)
        self.area.ensureWidgetVisible(line.input, 0, 40)

    def _explain(self, line: CardLine) -> None:
        source = source_of(self.workspace.catalogue, line.field)
        drill = self.workspace.catalogue.edition(source).short if source else ""
        self.help.show_field(self.model, line.field, drill, self.explaining.written(line.field.id))

    def _drill(self, one: Field) -> None:
        """Go to the rows that make a figure, or to the value by which it is not known."""
        place = place_behind(self.workspace.catalogue, self.model, one)
        if place is not None:
            self.workspace.go(place)

    def _leave(self, line: CardLine, step: int) -> None:
        following = self._lines.editable_after(line, step)
        if following is not None:
            self.go(following)
        elif step > 0:
            self.head.check.setFocus()

    def _change_unit(self, wan: bool) -> None:  # noqa: FBT001 - a switch
        self.model.wan = wan
        self.show_values()

    def _go_to_records(self) -> None:
        self.workspace.go(Place(self.form, self.model.period, page="records"))

    def _go_to_comment(self) -> None:
        commented = [line for line in self.lines if (mark := self.model.mark(line.field.id)) and mark.comments]
        if commented:
            self.go(commented[0])

    def _fit(self) -> None:
        shown = self.width() >= HELP_FROM if self._asked_help is None else self._asked_help
        self.help.setVisible(shown)
        self.help.fit(self.width())
        self.body.fit(self.width() - (self.help.width() if shown else 0) - 60)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field one types into."""
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self._holder is None or self.entered is not None or self._wanted is not None or not self.isVisible():
            return
        first = next((line for line in self._lines.so_far if line.editable), None)
        if first is None:
            self._ahead.begin()
            return
        first.input.setFocus()
        if self.entered is not first:
            self._explain(first)
        self._ahead.give()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        if self._holder is not None:
            self._fit()
