"""What every request and every answer goes through, before and after anything else: size, digest, gzip, request id.

An ASGI layer around the application. It reads the whole body under a cap, checks Content-Digest over the bytes as they
came, inflates gzip under a second cap, and gives each answer its protocol header, request id and digest. It also
writes the log: ids, counts, durations and problem types, never what a body says.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
import uuid
import zlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import msgspec

from sync.endpoint.refusal import Refusal
from sync.problems import ProblemType
from sync.protocol import (
    DIGEST_HEADER,
    MEDIA_TYPE,
    PROBLEM_MEDIA_TYPE,
    PROTOCOL,
    PROTOCOL_HEADER,
    REQUEST_HEADER,
    Limits,
    content_digest,
    digest_matches,
)

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

LOG = logging.getLogger("zhibao.endpoint")
_SMALL_BODY = 1 << 20  # bytes of any body but a filing or an attached file, as sent and after decompression
_AROUND = 1 << 10  # bytes of a message around what it carries
_WORTH_A_THREAD = 1 << 16
LIMITS = Limits(body_bytes=16 << 20, inflated_bytes=64 << 20, page_events=200)
PROBLEM_KEY = "zhibao.problem"  # where the application leaves the type of the problem it answered

_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_ATTACHMENT_PATH = re.compile(r"/v1/attachments/[0-9a-f]{64}")
_FILING_PATH = re.compile(r"/v1/(filings|reconcile)/[^/]+")
_MEDIA_TYPES = frozenset({MEDIA_TYPE, "application/json", ""})  # none named: it is read as ours
_GZIP_WINDOW = 31  # zlib's number for "gzip header, largest window"
_NO_CONTENT = 204
_HOLD_BACK = frozenset({b"content-length", b"content-encoding", DIGEST_HEADER.lower().encode()})


class ClientGone(Exception):
    """The client hung up before its body was whole; nobody is left to answer."""


class Wire:
    """The ASGI layer."""

    def __init__(self, application: Application, limits: Limits = LIMITS) -> None:
        """Wrap the application."""
        self._application = application
        self._limits = limits

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request; what is not HTTP (start and end of the server) passes untouched."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        started = time.perf_counter()
        request_id = _request_id(scope)
        answer = _Answer()
        try:
            _check_protocol(scope)
            raw = await self._read(scope, receive)
            if len(raw) < _WORTH_A_THREAD:
                body = self._unpack(scope, raw)
            else:  # digest and gzip of a large body take as long as many small requests, which go on meanwhile
                body = await asyncio.to_thread(self._unpack, scope, raw)
            await self._application(_with_body(scope, body), _replay(body), answer.keep)
        except Refusal as refusal:
            scope[PROBLEM_KEY] = refusal.kind.value
            answer.refuse(refusal)
        except ClientGone:
            return
        await answer.send(send, request_id)
        LOG.info(
            "request id=%s method=%s route=%s status=%d problem=%s bytes_in=%s bytes_out=%d ms=%.1f",
            request_id.decode(),
            scope["method"],
            _route(scope["path"]),
            answer.status,
            scope.get(PROBLEM_KEY, "-"),
            (_header(scope, "content-length") or b"0").decode("latin-1")[:12],
            len(answer.body),
            (time.perf_counter() - started) * 1000,
        )

    async def refuse(self, scope: Message, send: Send, refusal: Refusal) -> None:
        """Answer a refusal without reading anything of the request."""
        scope[PROBLEM_KEY] = refusal.kind.value
        answer = _Answer()
        answer.refuse(refusal)
        await answer.send(send, _request_id(scope))

    async def _read(self, scope: Message, receive: Receive) -> bytes:
        declared = _header(scope, "content-length")
        cap = self._caps(scope)[0]
        if declared is not None and declared.isdigit() and int(declared) > cap:
            raise _too_large()
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientGone
            part = message.get("body", b"")
            size += len(part)
            if size > cap:
                raise _too_large()
            parts.append(part)
            if not message.get("more_body", False):
                return b"".join(parts)

    def _unpack(self, scope: Message, raw: bytes) -> bytes:
        if not raw:
            return raw
        digest = _header(scope, DIGEST_HEADER)
        if not digest_matches(None if digest is None else digest.decode("latin-1"), raw):
            raise Refusal(ProblemType.BAD_DIGEST, "内容与其摘要不符，可能在传输中损坏，请重新发送。")
        media = (_header(scope, "content-type") or b"").decode("latin-1").partition(";")[0].strip().lower()
        if media not in _MEDIA_TYPES:
            raise Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, f"省平台只接受{MEDIA_TYPE}，请更新程序。")
        encoding = (_header(scope, "content-encoding") or b"identity").lower()
        if encoding not in {b"identity", b"gzip"}:
            raise Refusal(ProblemType.BAD_REQUEST, "省平台只接受未压缩或gzip压缩的内容。")
        body = raw if encoding == b"identity" else _inflate(raw, self._caps(scope)[1])
        try:
            body.decode()
        except UnicodeDecodeError as error:
            raise Refusal(ProblemType.BAD_REQUEST, "请求的内容不是UTF-8文字。") from error
        return body

    def _caps(self, scope: Message) -> tuple[int, int]:
        """Say how many bytes a body may have as sent and after decompression."""
        if scope["method"] == "PUT" and _FILING_PATH.fullmatch(scope["path"]):
            return self._limits.body_bytes, self._limits.inflated_bytes
        if scope["method"] == "PUT" and _ATTACHMENT_PATH.fullmatch(scope["path"]):
            whole = self._limits.attachment_bytes * 4 // 3 + _AROUND  # it travels as base64
            return whole, whole
        return _SMALL_BODY, _SMALL_BODY


class _Answer:
    """One answer, kept whole so that its digest can stand in its head."""

    def __init__(self) -> None:
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = b""

    async def keep(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [(name, value) for name, value in message["headers"] if name.lower() not in _HOLD_BACK]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    def refuse(self, refusal: Refusal) -> None:
        self.status = refusal.status
        self.headers = [(b"content-type", PROBLEM_MEDIA_TYPE.encode())]
        self.headers += [(name.lower().encode(), value.encode()) for name, value in refusal.headers.items()]
        self.body = msgspec.json.encode(refusal.problem)

    async def send(self, send: Send, request_id: bytes) -> None:
        own = [
            (PROTOCOL_HEADER.lower().encode(), PROTOCOL.encode()),
            (REQUEST_HEADER.lower().encode(), request_id),
            (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff"),
        ]
        if self.status != _NO_CONTENT:
            own.append((DIGEST_HEADER.lower().encode(), content_digest(self.body).encode()))
            own.append((b"content-length", str(len(self.body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers + own})
        await send({"type": "http.response.body", "body": self.body})


def _request_id(scope: Message) -> bytes:
    given = _header(scope, REQUEST_HEADER) or b""
    return given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex.encode()


def _check_protocol(scope: Message) -> None:
    spoken = _header(scope, PROTOCOL_HEADER)
    if spoken is not None and spoken != PROTOCOL.encode():
        raise Refusal(ProblemType.UNSUPPORTED_PROTOCOL, "省平台不支持此版本的报送协议，请更新程序。")


def _header(scope: Message, name: str) -> bytes | None:
    wanted = name.lower().encode()
    for key, value in scope["headers"]:
        if key == wanted:
            return bytes(value)
    return None


def _with_body(scope: Message, body: bytes) -> Message:
    headers = [(name, value) for name, value in scope["headers"] if name not in _HOLD_BACK]
    if body:
        headers.append((b"content-length", str(len(body)).encode()))
    scope["headers"] = headers
    return scope


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _inflate(raw: bytes, cap: int) -> bytes:
    machine = zlib.decompressobj(_GZIP_WINDOW)
    try:
        body = machine.decompress(raw, cap + 1)
    except zlib.error as error:
        raise Refusal(ProblemType.BAD_REQUEST, "gzip内容已损坏，请重新发送。") from error
    if len(body) > cap:
        raise _too_large()
    if not machine.eof or machine.unused_data:
        raise Refusal(ProblemType.BAD_REQUEST, "gzip内容不完整，请重新发送。")
    return body


def _too_large() -> Refusal:
    return Refusal(ProblemType.BODY_TOO_LARGE, "内容超过省平台允许的大小，请拆分后报送或联系省平台。")


def _route(path: str) -> str:
    """Return a path fit for the log: ids and words of the protocol, at most 120 printable ASCII characters."""
    return re.sub(r"[^A-Za-z0-9/._-]", "?", path)[:120]
