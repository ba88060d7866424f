"""Which proxy the requests of this process go by. The variable may also be set from outside, for the command line."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from forms.errors import InputRefused

VARIABLE = "ZHIBAO_PROXY"
"""Not set: the system's proxies; «none»: no proxy; else the address of an HTTP proxy."""
NONE = "none"
DEFAULT_PORT = 8080


def use_proxy(address: str | None) -> None:
    """Choose how requests leave from now on: by the system's proxies (None), by none (""), or by one, «http://…»."""
    if address is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = address or NONE


def chosen_proxy() -> str | None:
    """Give what was chosen, as `use_proxy` takes it."""
    found = os.environ.get(VARIABLE)
    return "" if found == NONE else found or None


def proxy_address(typed: str) -> str:
    """Give the address of a proxy as it is used, «http://10.0.0.8:8080», from what a person typed.

    Raises:
        InputRefused: it is no address of an HTTP proxy.
    """
    text = typed.strip()
    parts = urlsplit(text if "://" in text else f"http://{text}")
    try:
        host, port = parts.hostname, parts.port or DEFAULT_PORT
    except ValueError:
        host, port = None, 0
    if parts.scheme != "http" or not host or any(letter.isspace() for letter in text) or parts.path not in ("", "/"):
        raise InputRefused("bad-proxy", "代理地址应写成“地址:端口”，如 10.0.0.8:8080；只支持 HTTP 代理。")
    who = parts.netloc.rpartition("@")[0]
    host = f"[{host}]" if ":" in host else host
    return f"http://{who}@{host}:{port}" if who else f"http://{host}:{port}"
