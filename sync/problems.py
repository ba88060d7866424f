"""The problems an endpoint answers (RFC 9457, application/problem+json): one table of types for both ends."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class ProblemType(StrEnum):
    """The stable `type` of every problem an endpoint answers; status and retryable stand in PROBLEMS."""

    BODY_TOO_LARGE = "body-too-large"
    QUOTA_EXCEEDED = "quota-exceeded"
    UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type"
    BAD_DIGEST = "bad-digest"
    BAD_REQUEST = "bad-request"
    UNSUPPORTED_PROTOCOL = "unsupported-protocol"
    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    CODE_UNKNOWN = "code-unknown"
    CODE_USED = "code-used"
    CODE_EXPIRED = "code-expired"
    WRONG_FIRM = "wrong-firm"
    INVALID_SIGNATURE = "invalid-signature"
    INVALID_DOCUMENT = "invalid-document"
    DEMO_MISMATCH = "demo-mismatch"
    EDITION_UNKNOWN = "edition-unknown"
    EDITION_CLOSED = "edition-closed"
    ID_REUSED = "id-reused-different-body"
    HEAD_MOVED = "head-moved"
    BLOBS_MISSING = "blobs-missing"
    CHECKS_FAILED = "checks-failed"
    ALREADY_DECIDED = "already-decided"
    REVIEW_MOVED = "review-moved"
    COMMENT_MISSING = "comment-missing"
    EPOCH_CHANGED = "epoch-changed"
    TOO_MANY = "too-many-requests"
    BUSY = "busy"
    INTERNAL = "internal-error"


PROBLEMS: dict[ProblemType, tuple[int, bool, str]] = {  # status, retryable, title
    ProblemType.BODY_TOO_LARGE: (413, False, "内容超过省平台允许的大小"),
    ProblemType.QUOTA_EXCEEDED: (413, False, "附件总量超过省平台允许的大小"),
    ProblemType.UNSUPPORTED_MEDIA_TYPE: (415, False, "内容类型不受支持"),
    ProblemType.BAD_DIGEST: (400, True, "内容在传输中损坏"),
    ProblemType.BAD_REQUEST: (400, False, "请求格式不正确"),
    ProblemType.UNSUPPORTED_PROTOCOL: (400, False, "协议版本不受支持"),
    ProblemType.UNAUTHORIZED: (401, True, "登录已失效"),
    ProblemType.FORBIDDEN: (403, False, "无权进行此操作"),
    ProblemType.NOT_FOUND: (404, False, "没有这个对象"),
    ProblemType.METHOD_NOT_ALLOWED: (405, False, "不支持的操作"),
    ProblemType.CODE_UNKNOWN: (404, False, "报送码不存在"),
    ProblemType.CODE_USED: (409, False, "报送码已被使用"),
    ProblemType.CODE_EXPIRED: (410, False, "报送码已过期"),
    ProblemType.WRONG_FIRM: (422, False, "不是本企业的内容"),
    ProblemType.INVALID_SIGNATURE: (422, False, "签名不正确"),
    ProblemType.INVALID_DOCUMENT: (422, False, "申报内容格式不正确"),
    ProblemType.DEMO_MISMATCH: (422, False, "演示与正式不能混用"),
    ProblemType.EDITION_UNKNOWN: (422, False, "报表版本不被认可"),
    ProblemType.EDITION_CLOSED: (422, False, "报表版本已停用"),
    ProblemType.ID_REUSED: (422, False, "申报编号已用于另一份内容"),
    ProblemType.HEAD_MOVED: (412, False, "平台上已有更新的一版"),
    ProblemType.BLOBS_MISSING: (409, False, "附件没有传齐"),
    ProblemType.CHECKS_FAILED: (422, False, "审核未通过"),
    ProblemType.ALREADY_DECIDED: (409, False, "已有审核结论"),
    ProblemType.REVIEW_MOVED: (412, False, "审核状态已变化"),
    ProblemType.COMMENT_MISSING: (422, False, "退回须附意见"),
    ProblemType.EPOCH_CHANGED: (410, False, "省平台已从备份恢复"),
    ProblemType.TOO_MANY: (429, True, "请求太多"),
    ProblemType.BUSY: (503, True, "省平台繁忙"),
    ProblemType.INTERNAL: (500, True, "省平台内部错误"),
}


class CellProblem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One finding of the province about a filed document; `row` is 1-based in the document, `uid` the row's."""

    rule: str
    severity: str
    form: str
    period: str
    message: str
    row: int | None = None
    uid: str | None = None
    key: str | None = None
    field: str | None = None


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """An application/problem+json body; `type` is a ProblemType value or, from a newer endpoint, an unknown word."""

    type: str
    title: str
    status: int
    detail: str
    retryable: bool = False
    cells: list[CellProblem] = msgspec.field(default_factory=list)
    head: str | None = None  # with head-moved: the id of the newest received revision
    missing: list[str] = msgspec.field(default_factory=list)  # with blobs-missing: the SHA-256 of the first of them
