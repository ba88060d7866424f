"""Everything about one row as lines to read: findings, comments, fields by section, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.clock import shown_time
from desktop.models.marks import AWAITED, ROW
from forms import history
from forms.kinds import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.models.ledger_model import LedgerModel
    from desktop.models.ledger_row import LedgerRow
    from forms.history import Change, Event
    from forms.kinds import Stored

HEAD, FIELD, FINDING, COMMENT, EVENT, CHANGE, MORE, NOTE = range(8)


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line: its sort, a label, a text, the field it leads to ("" = none), and the severity it is painted with."""

    sort: int
    label: str
    text: str = ""
    field: str = ""
    severity: str = ""

    def sentence(self) -> str:
        """The line as one reads it aloud."""
        return "：".join(filter(None, (self.label, self.text)))


def tr(text: str) -> str:
    """Translate in the context of a row's story."""
    return QCoreApplication.translate("RowStory", text)


def told(model: LedgerModel, row: LedgerRow) -> list[StoryLine]:
    """Findings and comments of the row, then its fields by section, also those the grid does not show."""
    lines = list(_marks(model, row))
    edition = model.edition
    for section in edition.sections:
        fields = [field for field in edition.stored_fields if field.section == section.id]
        if not fields:
            continue
        lines.append(StoryLine(HEAD, section.title))
        for field in fields:
            mark = (model.marks.of(row.uid) or {}).get(field.id)
            lines.append(
                StoryLine(FIELD, field.label, _text(model, row, field.id), field.id, mark.severity if mark else "")
            )
    return lines


def events_told(model: LedgerModel, events: Sequence[Event], *, more: bool) -> list[StoryLine]:
    """What happened to the row, the newest first; `more` adds a line that asks for older events."""
    lines = [StoryLine(HEAD, tr("历史"))]
    for event in events:
        source = _source(event)
        name = event.label if event.label.startswith(source) else f"{source} · {event.label}"
        lines.append(StoryLine(EVENT, shown_time(event.at), name))
        lines += [_change(model, one) for one in event.changes if not event.made and not event.gone]
    if more:
        lines.append(StoryLine(MORE, tr("更早的记录…")))
    elif not events:
        lines.append(StoryLine(NOTE, tr("没有修改记录")))
    return lines


def _marks(model: LedgerModel, row: LedgerRow) -> Iterator[StoryLine]:
    for field, mark in (model.marks.of(row.uid) or {}).items():
        known = model.edition.by_id.get(field)
        label = known.label if known and field != ROW else tr("整行")
        for severity, message in zip(mark.severities, mark.messages, strict=True):
            if severity != AWAITED:
                yield StoryLine(FINDING, label, message, field, severity)
        for comment in mark.comments:
            author = f"{comment.author} {shown_time(comment.at)}".strip()
            yield StoryLine(COMMENT, f"{label} · {author}", comment.text, field, "comment")


def _text(model: LedgerModel, row: LedgerRow, field: str) -> str:
    kept = row.unparsed.get(field)
    return kept[0] if kept else _shown(model, field, model.reader.value(row, field))


def _shown(model: LedgerModel, field: str, value: Stored) -> str:
    known = model.edition.by_id.get(field)
    if value is None or known is None:
        return ""
    if isinstance(value, str) and isinstance(known.kind, Money):
        return value  # what was typed there could not be read
    try:
        return known.kind.show(value)
    except (TypeError, ValueError):
        return str(value)


def _change(model: LedgerModel, one: Change) -> StoryLine:
    known = model.edition.by_id.get(one.field)
    empty = tr("空白")
    old, new = _shown(model, one.field, one.old) or empty, _shown(model, one.field, one.new) or empty
    return StoryLine(CHANGE, known.label if known else one.field, f"{old} → {new}", one.field)


def _source(event: Event) -> str:
    words = {
        "typed": tr("录入"),
        "pasted": tr("粘贴"),
        "import": tr("导入"),
        "opened": tr("新建"),
        history.UNDO: tr("撤销"),
        history.REDO: tr("重做"),
    }
    return words.get(event.source, event.source)
