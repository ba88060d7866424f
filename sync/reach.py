"""Trying whether the network leads to the province. It sends nothing but a question."""

from __future__ import annotations

import contextlib
import socket
import uuid
from urllib.parse import urlsplit

from sync.errors import EndpointUnreachable
from sync.proxies import DEFAULT_PORT
from sync.transport import HttpTransport, Request, unwrapped, wrapped

_SECONDS = 10.0


def reach_province(url: str, proxy: str | None) -> None:
    """Ask the endpoint at `url` who it is, by a proxy as `sync.proxies.use_proxy` takes it.

    Raises:
        EndpointUnreachable: nobody answers, or it is not the province's platform.
    """
    request_id = uuid.uuid4().hex
    with contextlib.closing(HttpTransport(url, proxy=proxy, timeout=_SECONDS)) as transport:
        unwrapped(transport(wrapped(Request("GET", "/v1/capabilities"), request_id)), request_id)


def reach_proxy(address: str) -> None:
    """Open a connection to a proxy and close it again.

    Raises:
        EndpointUnreachable: nobody listens there.
    """
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or DEFAULT_PORT), _SECONDS).close()
    except (OSError, UnicodeError) as error:
        raise EndpointUnreachable("proxy-unreachable", "代理服务器连不上，请核对地址、端口和本机网络。") from error
