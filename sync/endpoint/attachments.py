"""Attached files at the province: taken in one piece before the filing that names them, given back to reviewers.

A firm can ask only about what it sent itself: the answer about another firm's content is that of one never sent.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from forms import media
from forms.catalogue import Catalogue
from sync.endpoint.attachment_store import AttachmentStore, is_sha256
from sync.endpoint.refusal import Refusal, not_found
from sync.endpoint.sessions import Caller
from sync.problems import ProblemType
from sync.protocol import Attachment, AttachmentKept, AttachmentsMissing, sha256_hex

MOST_ASKED = 1000
_MOST_TOLD = 100


class Attachments:
    """The contents all firms have sent."""

    def __init__(self, store: AttachmentStore, catalogue: Catalogue) -> None:
        """Take the types and the size the scheme allows."""
        self._store = store
        self._catalogue = catalogue
        self.largest = media.largest(catalogue)
        self._most = media.most_of_a_firm(catalogue)
        self._used: dict[str, int] = {}  # bytes by firm, counted on its first content since the start
        self._counting = threading.Lock()

    def put(self, caller: Caller, sha256: str, content: bytes) -> tuple[AttachmentKept, bool]:
        """Keep a content; True where it is new.

        Raises:
            Refusal: body-too-large, quota-exceeded, unsupported-media-type, bad-digest, forbidden; nothing was stored.

        """
        firm = caller.as_firm()
        if len(content) > self.largest:
            limit = media.size_text(self.largest)
            raise Refusal(ProblemType.BODY_TOO_LARGE, f"附件超过{limit}，请降低扫描分辨率或拆分后重新报送。")
        if not is_sha256(sha256) or sha256_hex(content) != sha256:
            raise Refusal(ProblemType.BAD_DIGEST, "附件内容与其编号不符，可能在传输中损坏，请重新发送。")
        if media.of_head(self._catalogue, content[: media.HEAD]) is None:
            allowed = media.named(one.word for one in media.known(self._catalogue))
            raise Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, f"附件内容不是{allowed}，请转换后重新报送。")
        created = not self._store.has(firm, sha256)
        if created:
            with self._room(firm, len(content)):
                try:
                    self._store.put(firm, sha256, content)
                except OSError as error:  # the disk is the province's trouble; the client keeps its copy, comes again
                    why = "省平台暂时不能存放附件，附件仍在本机，稍后会自动再试。"
                    raise Refusal(ProblemType.BUSY, why) from error
        return AttachmentKept(sha256=sha256, bytes=len(content)), created

    @contextlib.contextmanager
    def _room(self, firm: str, size: int) -> Iterator[None]:
        """Count a content in while it is written, and out again where it is not kept: two at once share one quota.

        Raises:
            Refusal: quota-exceeded.

        """
        with self._counting:
            used = self._used[firm] if firm in self._used else self._store.used(firm)
            if self._most is not None and used + size > self._most:
                had, most = media.size_text(used), media.size_text(self._most)
                detail = f"本企业在省平台的附件已有{had}，再加将超过上限{most}，请降低扫描分辨率，或联系省厅扩大上限。"
                raise Refusal(ProblemType.QUOTA_EXCEEDED, detail)
            self._used[firm] = used + size
        try:
            yield
        except BaseException:
            with self._counting:
                self._used[firm] -= size
            raise

    def missing(self, caller: Caller, digests: Sequence[str]) -> AttachmentsMissing:
        """Tell which contents the caller's firm has still to send.

        Raises:
            Refusal: bad-request: too many, or no digests; forbidden.

        """
        firm = caller.as_firm()
        if len(digests) > MOST_ASKED or not all(map(is_sha256, digests)):
            raise Refusal(ProblemType.BAD_REQUEST, "附件编号不正确，或一次问得太多，请更新程序。")
        return AttachmentsMissing(sha256=[one for one in digests if not self._store.has(firm, one)])

    def get(self, caller: Caller, firm: str, sha256: str) -> Attachment:
        """Give a content back: to its firm, and to the administrator.

        Raises:
            Refusal: not-found, also for another firm's.

        """
        content = self._store.get(firm, sha256) if caller.firm in {None, firm} else None
        if content is None:
            raise not_found()
        return Attachment(content=content)

    def test(self, firm: str, blobs: Iterable[dict[str, Any]], types: dict[str, str]) -> None:
        """Refuse a document whose attached files are not all here, or are not what it says of them.

        `types` is the media type the document gives to each content.

        Raises:
            Refusal: blobs-missing with the first of them, invalid-document.

        """
        listed = list(blobs)
        missing = list(dict.fromkeys(one["sha256"] for one in listed if not self._store.has(firm, one["sha256"])))
        if missing:
            detail = f"有{len(missing)}个附件还没有传到省平台，请重新同步。"
            raise Refusal(ProblemType.BLOBS_MISSING, detail, missing=missing[:_MOST_TOLD])
        for sha256, size in {one["sha256"]: one["size"] for one in listed}.items():
            stored, head = self._store.facts(firm, sha256, media.HEAD)
            found = media.of_head(self._catalogue, head)
            if stored != size or found is None or found.type != types.get(sha256):
                raise Refusal(ProblemType.INVALID_DOCUMENT, "附件的大小或类型与所附内容不符，请移除附件后重新添加。")
