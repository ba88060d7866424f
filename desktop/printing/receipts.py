"""Making the receipt page of a filing: the facts as both sides signed them, verified again at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.printing import names
from desktop.printing.clock import beijing
from desktop.printing.drafting import DEMO
from desktop.printing.frame import grouped
from desktop.printing.receipt import Entry, Receipt, digest_lines
from forms import filing, periods, revisions
from forms.errors import InputRefused
from sync import answers
from sync.protocol import fingerprint
from sync.province import keys_of
from sync.states import LABELS, OFFICES

if TYPE_CHECKING:
    from forms.book import Book
    from forms.definition import Edition
    from forms.revisions import Revision
    from sync.signed import Comment

# The province reads Chinese, whatever language the window speaks.
_REASONS = {"initial": "首次报送", "correction": "更正", "returned": "退回后重报"}
_VERDICTS = {"accepted": "受理", "returned": "退回"}
_HOW = (
    "请在平台按“回执编号”查到这份申报，逐组核对“内容摘要”：十六组全部相同，平台保存的就是本企业签名的这份报表，一字不差。"
    "本页由企业端打印，以平台保存的记录为准。"
)


def newest_receipted(book: Book, form: str, period: str) -> str:
    """Give the id of the newest filing of a form and period that has a receipt.

    Raises:
        InputRefused: there is none; the sentence says what is missing.
    """
    receipted = answers.receipted(book)
    for one in revisions.of_series(book, form, period):
        if one.id in receipted:
            return one.id
    what = f"{book.catalogue.edition(form, period).title}（{periods.label(period)}）"
    if revisions.last_of(book, form, period) is None:
        raise InputRefused("not-filed", f"{what}还没有报送过，没有回执。")
    raise InputRefused("no-receipt", f"{what}已经报送，但还没有收到平台回执；请先同步（sync），收到后再打印。")


def receipt_page(book: Book, filing_id: str, *, printed_at: str) -> Receipt:
    """Make the receipt page of a filing; `printed_at` is a UTC moment.

    Raises:
        InputRefused: there is no such filing, or it has no receipt.
    """
    document = filing.document_of(book, filing_id)
    receipt = answers.receipt_of(book, filing_id)
    if receipt is None:
        raise InputRefused("no-receipt", "这份申报还没有收到平台回执；请先同步（sync），收到后再打印。")
    filed = revisions.revision(book, filing_id)
    edition = book.catalogue.edition(filed.form, filed.period)
    entries = [
        *_what(filed, document, edition),
        *_received(book, receipt),
        *_verification(receipt),
        *_decisions(book, filed, document, edition),
        Entry("", "五、怎样核对"),
        Entry("核对办法", _HOW),
    ]
    firm = str(document["header"].get("ent_name") or "")
    marks = ([DEMO] if document["demo"] else []) + ([] if receipt.verified else ["未通过验证"])
    version = f"第{filed.number}版" if filed.number > 1 else ""
    return Receipt(
        title="服务外包统计申报回执",
        subtitle=f"{edition.title}　{periods.label(filed.period)}",
        entries=tuple(entries),
        printed=f"打印时间：{beijing(printed_at)}　表号 {filed.form}",
        marks=tuple(marks),
        name=names.file_name(filed.form, filed.period, firm, f"{version}回执"),
    )


def _what(filed: Revision, document: dict[str, Any], edition: Edition) -> list[Entry]:
    reason = _REASONS.get(filed.reason, filed.reason)
    version = f"第{filed.number}版　{reason}" + ("　补报" if filed.late else "")
    header = document["header"]
    rows = f"{filed.rows:,} 行" if edition.is_ledger else f"{len(document['cells'])} 项指标"
    return [
        Entry("", "一、申报"),
        Entry("填报单位", str(header.get("ent_name") or "")),
        Entry("统一社会信用代码", str(document["series"]["firm"])),
        Entry("报表", f"{filed.form}　{edition.title}"),
        Entry("报告期", periods.label(filed.period)),
        Entry("版次", version),
        Entry("内容", rows + ("　零申报" if document.get("zero_report") else "")),
        Entry("企业签名时间", f"{beijing(filed.sealed_at)}　企业密钥 {filed.key_id}"),
        Entry("打印时状态", LABELS[filed.state]),
    ]


def _received(book: Book, receipt: answers.Receipt) -> list[Entry]:
    key = next((one for one in keys_of(book) if one.id == receipt.key_id), None)
    known = f"{receipt.key_id}　{key.algorithm}" if key else f"{receipt.key_id}　（不是开通报送时认定的密钥）"
    found = [
        Entry("", "二、平台回执"),
        Entry("回执编号", receipt.filing_id, digest=True),
        Entry("平台收到时间", f"{beijing(receipt.received_at)}（北京时间）"),
        Entry("内容摘要\nSHA-256", digest_lines(receipt.sha256), digest=True),
        Entry("平台密钥编号", known),
    ]
    return [*found, Entry("平台密钥指纹", grouped(fingerprint(key.public_key)[:32]) + " …")] if key else found


def _verification(receipt: answers.Receipt) -> list[Entry]:
    return [
        Entry("", "三、验证（打印时重新计算）"),
        Entry(
            "平台签名",
            "有效：由开通报送时认定的平台密钥签署"
            if receipt.verified
            else "未通过验证：请联系主管部门，不要以本页为凭据",
        ),
        Entry(
            "内容摘要",
            "一致：本机保存的申报与平台所收逐字节相同"
            if receipt.same_bytes
            else "不一致：本机保存的申报与平台所收不同",
        ),
    ]


def _decisions(book: Book, filed: Revision, document: dict[str, Any], edition: Edition) -> list[Entry]:
    found = [Entry("", "四、审核意见")]
    for one in answers.decisions_on(book, filed.id):
        office = one.office or OFFICES.get(one.level, one.level)
        verdict = _VERDICTS.get(one.verdict, one.verdict)
        lines = [f"{verdict}　{beijing(one.decided_at)}　密钥 {one.key_id}"]
        lines += [_remark(edition, document, said) for said in one.comments]
        found.append(Entry(office, "\n".join(lines)))
    return found if len(found) > 1 else [*found, Entry("意见", "截至打印时，主管部门还没有意见。")]


def _remark(edition: Edition, document: dict[str, Any], said: Comment) -> str:
    """Say what a reviewer said, and about which cell of the printed form: «第3行 合同号 YJ-003 签订日期：…»."""
    parts = []
    rows = document["rows"]
    number = next((at for at, row in enumerate(rows, start=1) if row.get("uid") == said.uid), 0)
    if number:
        key = edition.by_id[edition.key[-1] if len(edition.key) == 1 else edition.key[0]]
        parts += [f"第{number}行", key.label, str(rows[number - 1].get(key.id) or "")]
    field = edition.by_id.get(said.field or "")
    parts += [f"行次{field.line}" if field.line else "", field.label] if field else []
    where = " ".join(part for part in parts if part)
    return f"{where}：{said.text}" if where else said.text
