"""What a filed document must be before the rules look at it: well-formed, of a known edition, in its right place.

Cheap tests come first. Nothing here reads the database.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec

from forms.book import HEADER
from forms.catalogue import Catalogue
from forms.definition import Edition
from forms.filing import blobs_of, media_types
from forms.periods import first_day, is_month, is_year
from sync.endpoint.refusal import Refusal
from sync.problems import CellProblem, ProblemType
from sync.protocol import sha256_hex
from sync.signed import Document, SchemeRef, SignedFiling

Check = Callable[[Sequence[dict[str, Any]], dict[str, Any], str], Sequence[CellProblem]]
"""(the firm's heads, the new document, as_of) → the error findings; ValueError where a value is not of its kind."""

_UUID_VERSION = 7
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_HEADER = frozenset({"ent_name", "division", *HEADER})
_LONGEST_NAME = 500
_LONGEST_EXPLANATION = 10_000  # characters
_MOST_REVISIONS = 10_000


class Examined(NamedTuple):
    """A document that may be checked by the rules: its bytes' digest, its envelope, and all of it as plain values.

    `types` is the media type of each attached content, as the document says.
    """

    sha256: str
    document: Document
    plain: dict[str, Any]
    types: dict[str, str]


def examine(
    filing_id: str,
    filing: SignedFiling,
    catalogue_of: Callable[[SchemeRef | None], Catalogue],
    *,
    today: str,
    demo: bool,
) -> Examined:
    """Read a document and test everything that needs neither the database nor the rules.

    Raises:
        Refusal: invalid-document, demo-mismatch, edition-unknown, edition-closed.

    """
    document, plain = read_document(filing.document)
    if document.id != filing_id or not _is_uuid7(filing_id):
        raise _invalid("申报编号不正确")
    if document.device != filing.key_id:
        raise _invalid("申报内容与签名的设备不一致")
    if document.demo != demo:
        where = "演示申报不能报送到正式平台" if document.demo else "正式申报不能报送到演示平台"
        raise Refusal(ProblemType.DEMO_MISMATCH, f"{where}，请检查账套和平台地址。")
    if _MOMENT.fullmatch(document.sealed_at) is None:
        raise _invalid("签名时间不正确")
    if first_day(document.series.period) > today:
        raise _invalid("报告期尚未开始")
    edition = _edition_of(document, catalogue_of(document.scheme))
    _fits(document, edition)
    _test_words(document)
    rows = [*plain["rows"], plain["cells"]]
    if plain["blobs"] != blobs_of(edition, rows):
        raise _invalid("附件清单与所填的附件不符")
    return Examined(sha256_hex(filing.document), document, plain, media_types(edition, rows))


def read_document(raw: bytes) -> tuple[Document, dict[str, Any]]:
    """Decode the document's bytes, which must be canonical JSON: one document, one byte string.

    Raises:
        Refusal: invalid-document.

    """
    try:
        document = msgspec.json.decode(raw, type=Document)
        plain: dict[str, Any] = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _invalid("申报内容不是本协议的格式") from error
    # without floats, and with ASCII keys, sorted keys and no white space is what RFC 8785 asks for
    if msgspec.json.encode(plain, order="deterministic") != raw:
        raise _invalid("申报内容不是规范的JSON")
    return document, plain


def _edition_of(document: Document, catalogue: Catalogue) -> Edition:
    claimed = document.edition
    if claimed.form == document.series.form and claimed.form in catalogue.forms:
        for edition in catalogue.editions(claimed.form):
            if (edition.first, edition.sha256) == (claimed.first, claimed.sha256):
                return edition
    raise Refusal(ProblemType.EDITION_UNKNOWN, "省平台不认识这份报表所用的版本，请更新程序后重新生成。")


def _fits(document: Document, edition: Edition) -> None:
    period = document.series.period
    if not (is_month(period) if edition.cadence == "month" else is_year(period)):
        raise _invalid("报告期与报表的周期不符")
    if not 1 <= document.revision <= _MOST_REVISIONS:
        raise _invalid("版次不正确")
    known = edition.by_id.keys()
    uids: set[str] = set()
    for row in document.rows:
        if not row.keys() - {"uid"} <= known:
            raise _invalid("有报表中没有的指标")
        uid = msgspec.json.decode(row.get("uid", msgspec.Raw(b"null")))
        if not isinstance(uid, str) or _UUID.fullmatch(uid) is None or uid in uids:
            raise _invalid("行的编号缺失或重复")
        uids.add(uid)
    if not document.cells.keys() <= known or (document.cells if edition.is_ledger else document.rows):
        raise _invalid("有报表中没有的指标")


def _test_words(document: Document) -> None:
    """Refuse words around the figures that no form has a place for, or that no person typed."""
    header = document.header
    if not header.keys() <= _HEADER or any(len(text or "") > _LONGEST_NAME for text in header.values()):
        raise _invalid("表头的格式不正确")
    if len(document.reason_text or "") > _LONGEST_EXPLANATION:
        raise _invalid("更正原因过长")
    for one in document.explanations:
        elsewhere = (one.form, one.period) != (document.series.form, document.series.period)
        if elsewhere or len(one.text) > _LONGEST_EXPLANATION:
            raise _invalid("填报说明不是这份报表的，或者过长")


def _is_uuid7(text: str) -> bool:
    try:
        parsed = uuid.UUID(text)
    except ValueError:
        return False
    return parsed.version == _UUID_VERSION and str(parsed) == text


def _invalid(what: str) -> Refusal:
    return Refusal(ProblemType.INVALID_DOCUMENT, f"{what}，请重新生成申报；若仍不行，请更新程序。")
