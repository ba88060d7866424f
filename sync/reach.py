"""Trying whether the network leads to the province. It sends nothing but a question."""

from __future__ import annotations

import contextlib
import socket
import uuid
from urllib.parse import urlsplit

from forms.errors import InputRefused
from sync.errors import EndpointUnreachable
from sync.transport import HttpTransport, Request, opened, sealed

_SECONDS = 10.0
_DEFAULT_PORT = 8080


def proxy_address(typed: str) -> str:
    """Give the address of a proxy as it is used, «http://10.0.0.8:8080», from what a person typed.

    Raises:
        InputRefused: it is no address of an HTTP proxy.
    """
    text = typed.strip()
    parts = urlsplit(text if "://" in text else f"http://{text}")
    try:
        host, port = parts.hostname, parts.port or _DEFAULT_PORT
    except ValueError:
        host, port = None, 0
    if parts.scheme != "http" or not host or any(letter.isspace() for letter in text) or parts.path not in ("", "/"):
        raise InputRefused("bad-proxy", "代理地址应写成“地址:端口”，如 10.0.0.8:8080；只支持 HTTP 代理。")
    who = parts.netloc.rpartition("@")[0]
    host = f"[{host}]" if ":" in host else host
    return f"http://{who}@{host}:{port}" if who else f"http://{host}:{port}"


def reach_province(url: str, proxy: str | None) -> None:
    """Ask the endpoint at `url` who it is, by a proxy as `use_proxy` takes it.

    Raises:
        EndpointUnreachable: nobody answers, or it is not the province's platform.
    """
    request_id = uuid.uuid4().hex
    with contextlib.closing(HttpTransport(url, proxy=proxy, timeout=_SECONDS)) as transport:
        opened(transport(sealed(Request("GET", "/v1/capabilities"), request_id)), request_id)


def reach_proxy(address: str) -> None:
    """Open a connection to a proxy and close it again.

    Raises:
        EndpointUnreachable: nobody listens there.
    """
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or _DEFAULT_PORT), _SECONDS).close()
    except (OSError, UnicodeError) as error:
        raise EndpointUnreachable("proxy-unreachable", "代理服务器连不上，请核对地址、端口和本机网络。") from error
