"""The one narrow seam at the network: a `Request` goes out, a `Response` comes back, one attempt a call.

`Transport` is just a callable, so a test's fake is a function. Bodies pass this seam as they travel: compressed and
unjudged. `wrapped` prepares what goes out, `unwrapped` judges what came back *on those raw bytes* before inflating it:
requests accepts a cut-off gzip body with status 200 (https://github.com/psf/requests/issues/5887), and a captive
portal answers 200 too. Whatever lacks our protocol header, media type, digest or request id is not our server.
"""

from __future__ import annotations

import gzip
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, NameResolutionError, NewConnectionError

from sync import proxies
from sync.errors import EndpointBusy, EndpointUnreachable, NotOurServer
from sync.protocol import (
    DIGEST_HEADER,
    MEDIA_TYPE,
    PROBLEM_MEDIA_TYPE,
    PROTOCOL,
    PROTOCOL_HEADER,
    REQUEST_HEADER,
    content_digest,
    digest_matches,
)

LARGEST_RAW = 32 * 2**20
"""Bytes of an answer as it travels: an attached file of 20 MB; a page of changes is far below."""
LARGEST_INFLATED = 64 * 2**20
_WORTH_COMPRESSING = 1024
_CONNECT_SECONDS = 10.0
_READ_SECONDS = 60.0
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_REDIRECTS = range(300, 400)
_GATEWAY_IN_TROUBLE = frozenset({502, 503, 504})
_GATEWAY = "省平台的网关暂时没有答复，是否已收到尚不清楚；数据仍在待发队列中，稍后会再试。"
_LONGEST_PAUSE = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `path` begins with «/v1/» and holds the query."""

    method: str
    path: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Response:
    """One answer; header names are in lower case, the body is as it travelled."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Transport = Callable[[Request], Response]
"""Send and wait. Raises `EndpointUnreachable` (and nothing else) when there is no answer."""


def wrapped(request: Request, request_id: str) -> Request:
    """Compress the body where that pays and add the headers every request of ours bears."""
    body, headers = request.body, dict(request.headers)
    headers |= {PROTOCOL_HEADER: PROTOCOL, REQUEST_HEADER: request_id, "Accept": f"{MEDIA_TYPE}, {PROBLEM_MEDIA_TYPE}"}
    if body:
        headers["Content-Type"] = MEDIA_TYPE
        if len(body) >= _WORTH_COMPRESSING:
            body = gzip.compress(body, compresslevel=6, mtime=0)
            headers["Content-Encoding"] = "gzip"
    headers[DIGEST_HEADER] = content_digest(body)
    return replace(request, body=body, headers=headers)


def unwrapped(response: Response, request_id: str) -> Response:
    """Give the answer with its body inflated, or raise `NotOurServer`: a 2xx counts only when all of it is ours."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.status in _REDIRECTS:
        raise NotOurServer(f"网络把请求转到了别处（{response.status}）")
    if headers.get(PROTOCOL_HEADER.lower()) is None:
        if response.status in _GATEWAY_IN_TROUBLE:  # a gateway before the province: it may have passed the request on
            raise EndpointBusy(_GATEWAY, retry_after=retry_after(headers), outcome_unknown=True)
        raise NotOurServer("应答中没有平台协议标记")
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in {MEDIA_TYPE, PROBLEM_MEDIA_TYPE}:
        raise NotOurServer(f"应答的内容类型是“{media[:60] or '空'}”")
    if headers.get(REQUEST_HEADER.lower()) != request_id:
        raise NotOurServer("应答不是对本次请求的回答")
    if not digest_matches(headers.get(DIGEST_HEADER.lower()), response.body):
        raise NotOurServer("应答内容不完整或被改动")
    return Response(response.status, headers, _inflated(response.body, headers.get("content-encoding", "")))


def retry_after(headers: Mapping[str, str]) -> float:
    """Read Retry-After (seconds, or an HTTP date) as seconds from now; 0 where there is none, never over a day."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), _LONGEST_PAUSE)
    try:
        pause = parsedate_to_datetime(text).timestamp() - time.time()
    except ValueError:
        return 0.0
    return min(max(pause, 0.0), _LONGEST_PAUSE)


def _inflated(raw: bytes, coding: str) -> bytes:
    if coding.lower() in {"", "identity"}:
        return raw
    if coding.lower() != "gzip":
        raise NotOurServer(f"应答的压缩方式是“{coding[:20]}”")
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        body = stream.decompress(raw, LARGEST_INFLATED)
    except zlib.error as problem:
        raise NotOurServer("应答内容无法解压") from problem
    if not stream.eof:
        raise NotOurServer("应答内容不完整或过大")
    return body


class HttpTransport:
    """The real thing: a `requests` session that trusts the system's certificates and honours its proxies."""

    def __init__(self, url: str, *, proxy: str | None = None, timeout: float = _READ_SECONDS) -> None:
        """`url` is the endpoint's root; `timeout` (seconds) is for each read.

        `proxy` is as `sync.proxies.use_proxy` takes it, and overrides what that chose.
        """
        if proxy is None:
            proxy = proxies.chosen_proxy()
        self._url = url.rstrip("/")
        self._timeout = (min(_CONNECT_SECONDS, timeout), timeout)
        self._session = requests.Session()
        self._session.mount("https://", _SystemTrust())
        self._session.auth = _no_password_file
        if proxy is not None or urlsplit(url).hostname in _LOOPBACK:
            self._session.trust_env = False
        if proxy and urlsplit(url).hostname not in _LOOPBACK:
            self._session.proxies = {"http": proxy, "https": proxy}

    def __call__(self, request: Request) -> Response:
        """Send once. Raises `EndpointUnreachable`, its `outcome_unknown` false only if nothing can have arrived."""
        try:
            with self._session.request(
                request.method,
                self._url + request.path,
                data=request.body or None,
                headers=dict(request.headers) | {"Accept-Encoding": "gzip"},
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
            ) as answer:
                return Response(
                    answer.status_code,
                    {name.lower(): value for name, value in answer.headers.items()},
                    _raw_body(answer),
                )
        except (requests.RequestException, HTTPError, OSError) as problem:
            raise _unreachable(problem) from problem

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()


def _raw_body(answer: requests.Response) -> bytes:
    body = bytearray()
    for piece in answer.raw.stream(65536, decode_content=False):
        body += piece
        if len(body) > LARGEST_RAW:
            raise NotOurServer("应答过大")
    return bytes(body)


def _unreachable(problem: Exception) -> EndpointUnreachable:
    """Tell «it cannot have arrived» from «nobody knows»: only the first lets a filing be cancelled afterwards."""
    reasons = _reasons(problem)
    if any(isinstance(reason, requests.exceptions.SSLError) for reason in reasons):
        return EndpointUnreachable(
            "untrusted-certificate",
            "省平台的安全证书不受本机信任，请检查网络、系统时间或联系平台；数据仍在待发队列中。",
        )
    if any(isinstance(reason, requests.exceptions.ProxyError) for reason in reasons):
        return EndpointUnreachable(
            "proxy-unreachable",
            "代理服务器连不上，或不肯转发，请检查“设置”里的网络代理；数据仍在待发队列中，稍后会再试。",
        )
    never_sent = (requests.ConnectTimeout, NewConnectionError, NameResolutionError, requests.exceptions.InvalidURL)
    if any(isinstance(reason, never_sent) for reason in reasons):
        return EndpointUnreachable(
            "endpoint-unreachable", "连接不上省平台，请检查网络；数据仍在待发队列中，稍后会再试。"
        )
    return EndpointUnreachable(
        "endpoint-no-answer",
        "省平台没有答复（网络中断或超时），是否已收到尚不清楚；数据仍在待发队列中，再次发送不会重复。",
        outcome_unknown=True,
    )


def _reasons(problem: BaseException | None) -> list[BaseException]:
    """Unwrap what requests and urllib3 wrapped."""
    found: list[BaseException] = []
    todo: list[object] = [problem]
    while todo:
        item = todo.pop()
        if isinstance(item, BaseException) and item not in found:
            found.append(item)
            todo += [item.__cause__, item.__context__, getattr(item, "reason", None), *item.args]
    return found


def _no_password_file(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from replacing our bearer token by a password out of ~/.netrc."""
    return request


class _SystemTrust(HTTPAdapter):
    """Trust what the operating system trusts, and only that."""

    def init_poolmanager(self, *args: object, **kwargs: object) -> None:
        """Give every connection the system's trust store."""
        kwargs["ssl_context"] = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().init_poolmanager(*args, **kwargs)  # type: ignore[arg-type]

    def cert_verify(self, conn: object, url: str, verify: object, cert: object) -> None:
        """Leave certifi's list out, which requests would add beside the system's."""
        del url, verify, cert
        conn.cert_reqs = "CERT_REQUIRED"  # type: ignore[attr-defined]
