"""The filings of a Book as people read them: the list, a receipt in words, comments with places, the sent copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.clock import shown_moment
from desktop.languages import spoken, translate
from desktop.languages.words import office_word, period_word, state_word
from desktop.place import Place
from forms import filing, ledger, revisions
from forms.kinds import Money
from sync import answers, outbox

if TYPE_CHECKING:
    from forms.book import Book


def reason_word(reason: str) -> str:
    """Return why a revision was filed."""
    match reason:
        case "initial":
            return translate("Filings", "首次报送")
        case "correction":
            return translate("Filings", "更正")
        case "returned":
            return translate("Filings", "退回后重报")
    return reason


@dataclass(frozen=True, slots=True)
class Filing:
    """One revision that was frozen: what, where it stands, when it was signed (UTC)."""

    id: str
    form: str
    period: str
    short: str
    revision: int
    state: str
    word: str
    sealed_at: str
    sha256: str
    rows: int
    late: bool
    reason: str
    newest: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """A reviewer's comment: by whom, when, what, and the cell it is about."""

    by: str
    at: str
    verdict: str
    text: str
    where: str
    place: Place
    accepted: bool = False


def filings(book: Book, limit: int = 500) -> list[Filing]:
    """Return the newest filings, the last signed first."""
    return [
        Filing(
            id=one.id,
            form=one.form,
            period=one.period,
            short=spoken(book.catalogue).edition(one.form, one.period).short,
            revision=one.number,
            state=one.state,
            word=state_word(one.state),
            sealed_at=one.sealed_at,
            sha256=one.sha256,
            rows=one.rows,
            late=one.late,
            reason=reason_word(one.reason),
            newest=one.is_last,
        )
        for one in revisions.newest(book, limit)
    ]


def receipt_lines(book: Book, one: Filing) -> list[tuple[str, str, str]]:
    """Return the receipt as (name, value, role); the signature is verified again now."""
    receipt = answers.receipt_of(book, one.id)
    revision = translate("Filings", "第%1版").replace("%1", str(one.revision))
    late = translate("Filings", "补报") if one.late else ""
    lines = [
        (translate("Filings", "申报编号"), one.id, ""),
        (translate("Filings", "版次"), " · ".join(filter(None, (revision, one.reason, late))), ""),
        *_why(book, one),
        (translate("Filings", "签名时间"), shown_moment(one.sealed_at), ""),
        (translate("Filings", "内容摘要"), f"SHA-256 {one.sha256}", ""),
    ]
    if receipt is None:
        why = outbox.last_problem(book, one.id) or translate("Filings", "省级平台还没有发回回执")
        return [*lines, (translate("Filings", "平台回执"), why, "warning")]
    said = translate("Filings", "✗ 未通过验证，请联系主管部门")
    if receipt.verified:
        said = translate("Filings", "✓ 已验证：平台签名有效，摘要与所报内容一致")
    lines.append((translate("Filings", "平台收到"), shown_moment(receipt.received_at), ""))
    lines.append((translate("Filings", "平台签名"), said, "ok" if receipt.verified else "error"))
    return lines


def _why(book: Book, one: Filing) -> list[tuple[str, str, str]]:
    """Give the firm's reason of a correction, as it was signed."""
    text = filing.document_of(book, one.id).get("reason_text")
    return [(translate("Filings", "更正原因"), str(text), "")] if text else []


def refusal_lines(book: Book, one: Filing) -> list[Remark]:
    """Return what the province said when it refused the filing, cell by cell."""
    problem = answers.refusal_of(book, one.id)
    if problem is None:
        return []
    place = Place(one.form, one.period)
    by, verdict = translate("Filings", "省级平台"), translate("Filings", "拒收")
    found = [Remark(by, "", verdict, problem.detail or problem.title, one.short, place)]
    for cell in problem.cells:
        there = Place(one.form, one.period, cell.uid, cell.field)
        where = _where(book, one.form, cell.uid, cell.field)
        found.append(Remark(by, "", verdict, cell.message, where, there))
    return found


def remarks(book: Book, one: Filing) -> list[Remark]:
    """Return every verdict and comment on a filing, the newest first, then the platform's refusal."""
    found = []
    for decision in reversed(answers.decisions_on(book, one.id)):
        by = decision.office or office_word(decision.level)
        verdict = translate("Filings", "退回") if decision.returned else translate("Filings", "受理")
        at = shown_moment(decision.decided_at)
        if not decision.comments:
            place = Place(one.form, one.period)
            found.append(Remark(by, at, verdict, "", one.short, place, not decision.returned))
        for said in decision.comments:
            place = Place(one.form, one.period, said.uid, said.field)
            where = _where(book, one.form, said.uid, said.field)
            found.append(Remark(by, at, verdict, said.text, where, place, not decision.returned))
    return [*found, *refusal_lines(book, one)]


def _where(book: Book, form: str, uid: str | None, field: str | None) -> str:
    """Name a cell: «合同台账 第5行 签订日期»."""
    edition = spoken(book.catalogue).edition(form)
    parts = [edition.short]
    if uid and edition.is_ledger:
        row = ledger.read_row(book, form, uid)
        number = translate("Filings", "第%1行").replace("%1", str(row["pos"])) if row else ""
        parts.append(number or translate("Filings", "（该行已删除）"))
    if field and field in edition.by_id:
        parts.append(edition.by_id[field].label)
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class SentCopy:
    """What was sent, as text: heads, rows, and which columns are numbers."""

    heads: list[str]
    rows: list[list[str]]
    right: list[int]


def sent_copy(book: Book, one: Filing) -> SentCopy:
    """Return the document of a filing as a table; a card form as 指标 and 数值."""
    edition = spoken(book.catalogue).edition(one.form, one.period)
    document = filing.document_of(book, one.id)
    if not edition.is_ledger:
        values = filing.unwired(edition, document["cells"])
        rows = [
            [field.line, field.label, field.kind.show(values[field.id])]
            for field in edition.fields
            if field.id in values
        ]
        heads = [translate("Filings", "行次"), translate("Filings", "指标"), translate("Filings", "数值")]
        return SentCopy(heads, rows, [2])
    shown = [field for field in edition.fields if not field.hidden]
    rows = []
    for cells in document["rows"]:
        values = filing.unwired(edition, {name: value for name, value in cells.items() if name != "uid"})
        rows.append([field.kind.show(values.get(field.id)) for field in shown])
    right = [number for number, field in enumerate(shown) if field.kind.numeric or isinstance(field.kind, Money)]
    return SentCopy([field.label for field in shown], rows, right)


def period_label(period: str) -> str:
    """Return a period as the list shows it."""
    return period_word(period)
