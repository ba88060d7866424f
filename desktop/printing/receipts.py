"""Making the receipt page of a filing: the facts as both sides signed them, verified again at this moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.printing import names
from desktop.printing.clock import beijing
from desktop.printing.drafting import DEMO
from desktop.printing.frame import grouped
from desktop.printing.receipt import Entry, Receipt, digest_lines
from forms import filing, periods, revisions
from forms.errors import InputRefused
from sync.overview import receipt_of
from sync.protocol import fingerprint, sha256_hex
from sync.province import keys_of
from sync.states import LABELS, OFFICES, state_of

if TYPE_CHECKING:
    import sqlite3

    from forms.book import Book
    from forms.definition import Edition

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
    row = book.db.execute(
        "SELECT f.id FROM filings f JOIN receipts r ON r.filing_id = f.id WHERE f.form = ? AND f.period = ?"
        " ORDER BY f.revision DESC LIMIT 1",
        (form, period),
    ).fetchone()
    if row is not None:
        return str(row["id"])
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
    row = book.db.execute(
        "SELECT f.*, r.received_at, r.body AS said, r.key_id AS province_key FROM filings f"
        " JOIN receipts r ON r.filing_id = f.id WHERE f.id = ?",
        (filing_id,),
    ).fetchone()
    if row is None:
        raise InputRefused("no-receipt", "这份申报还没有收到平台回执；请先同步（sync），收到后再打印。")
    edition = book.catalogue.edition(row["form"], row["period"])
    verified = bool((receipt_of(book, filing_id) or {}).get("verified"))
    entries = [
        *_what(book, row, document, edition.title),
        *_received(book, row),
        *_verification(row, verified=verified),
        *_decisions(book, row, document, edition),
        Entry("", "五、怎样核对"),
        Entry("核对办法", _HOW),
    ]
    firm = str(document["header"].get("ent_name") or "")
    marks = ([DEMO] if document["demo"] else []) + ([] if verified else ["未通过验证"])
    revision = f"第{row['revision']}版" if row["revision"] > 1 else ""
    return Receipt(
        title="服务外包统计申报回执",
        subtitle=f"{edition.title}　{periods.label(row['period'])}",
        entries=tuple(entries),
        printed=f"打印时间：{beijing(printed_at)}　表号 {row['form']}",
        marks=tuple(marks),
        name=names.file_name(row["form"], row["period"], firm, f"{revision}回执"),
    )


def _what(book: Book, row: sqlite3.Row, document: dict[str, Any], title: str) -> list[Entry]:
    reason = _REASONS.get(row["reason"], row["reason"])
    revision = f"第{row['revision']}版　{reason}" + ("　补报" if row["late"] else "")
    header = document["header"]
    is_ledger = book.catalogue.edition(row["form"], row["period"]).is_ledger
    rows = f"{row['rows']:,} 行" if is_ledger else f"{len(document['cells'])} 项指标"
    state = state_of(book, row["id"])
    return [
        Entry("", "一、申报"),
        Entry("填报单位", str(header.get("ent_name") or "")),
        Entry("统一社会信用代码", str(document["series"]["firm"])),
        Entry("报表", f"{row['form']}　{title}"),
        Entry("报告期", periods.label(row["period"])),
        Entry("版次", revision),
        Entry("内容", rows + ("　零申报" if document.get("zero_report") else "")),
        Entry("企业签名时间", f"{beijing(row['sealed_at'])}　企业密钥 {row['key_id']}"),
        Entry("打印时状态", str(LABELS.get(state, state))),
    ]


def _received(book: Book, row: sqlite3.Row) -> list[Entry]:
    said = json.loads(row["said"])
    key = next((one for one in keys_of(book) if one.id == row["province_key"]), None)
    known = f"{row['province_key']}　{key.algorithm}" if key else f"{row['province_key']}　（不是开通报送时认定的密钥）"
    found = [
        Entry("", "二、平台回执"),
        Entry("回执编号", row["id"], digest=True),
        Entry("平台收到时间", f"{beijing(row['received_at'])}（北京时间）"),
        Entry("内容摘要\nSHA-256", digest_lines(str(said.get("sha256") or "")), digest=True),
        Entry("平台密钥编号", known),
    ]
    return [*found, Entry("平台密钥指纹", grouped(fingerprint(key.public_key)[:32]) + " …")] if key else found


def _verification(row: sqlite3.Row, *, verified: bool) -> list[Entry]:
    same = sha256_hex(row["body"]) == json.loads(row["said"]).get("sha256")
    return [
        Entry("", "三、验证（打印时重新计算）"),
        Entry(
            "平台签名",
            "有效：由开通报送时认定的平台密钥签署" if verified else "未通过验证：请联系主管部门，不要以本页为凭据",
        ),
        Entry(
            "内容摘要", "一致：本机保存的申报与平台所收逐字节相同" if same else "不一致：本机保存的申报与平台所收不同"
        ),
    ]


def _decisions(book: Book, row: sqlite3.Row, document: dict[str, Any], edition: Edition) -> list[Entry]:
    found = [Entry("", "四、审核意见")]
    query = "SELECT * FROM decisions WHERE filing_id = ? ORDER BY decided_at, id"
    for one in book.db.execute(query, (row["id"],)):
        office = json.loads(one["body"]).get("office") or OFFICES.get(one["level"], one["level"])
        verdict = _VERDICTS.get(one["verdict"], one["verdict"])
        lines = [f"{verdict}　{beijing(one['decided_at'])}　密钥 {one['key_id']}"]
        lines += [_remark(edition, document, said) for said in json.loads(one["comments"] or "[]")]
        found.append(Entry(str(office), "\n".join(lines)))
    return found if len(found) > 1 else [*found, Entry("意见", "截至打印时，主管部门还没有意见。")]


def _remark(edition: Edition, document: dict[str, Any], said: dict[str, Any]) -> str:
    """Say what a reviewer said, and about which cell of the printed form: «第3行 合同号 YJ-003 签订日期：…»."""
    parts = []
    rows = document["rows"]
    number = next((at for at, row in enumerate(rows, start=1) if row.get("uid") == said.get("uid")), 0)
    if number:
        key = edition.by_id[edition.key[-1] if len(edition.key) == 1 else edition.key[0]]
        parts += [f"第{number}行", key.label, str(rows[number - 1].get(key.id) or "")]
    field = edition.by_id.get(str(said.get("field") or ""))
    parts += [f"行次{field.line}" if field.line else "", field.label] if field else []
    where = " ".join(part for part in parts if part)
    return f"{where}：{said.get('text', '')}" if where else str(said.get("text", ""))
