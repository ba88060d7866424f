"""A firm behind a proxy: requests go by it, and a person can try it before relying on it."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from forms.errors import InputRefused
from sync import reach
from sync.errors import EndpointUnreachable, NotOurServer
from sync.protocol import content_digest
from sync.proxies import proxy_address, use_proxy
from sync.transport import HttpTransport, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

PROVINCE = "http://sub.jilin.example"
BODY = b"{}"


class Proxy:
    """A forwarding proxy that answers for everybody; it keeps what it was asked."""

    def __init__(self, *, status: str = "200 OK") -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.heard: list[str] = []
        self._status = status
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                data = b""
                while b"\r\n\r\n" not in data:
                    piece = connection.recv(65536)
                    if not piece:
                        break
                    data += piece
                if data:
                    self.heard.append(data.decode())
                    connection.sendall(self._answer(data.decode()))

    def _answer(self, asked: str) -> bytes:
        request = next((line[16:] for line in asked.split("\r\n") if line.lower().startswith("zhibao-request:")), "")
        head = (
            f"HTTP/1.1 {self._status}\r\nContent-Type: application/vnd.zhibao+json\r\nZhibao-Protocol: 1\r\n"
            f"Zhibao-Request: {request}\r\nContent-Digest: {content_digest(BODY)}\r\nContent-Length: {len(BODY)}\r\n"
            "Connection: close\r\n\r\n"
        )
        return head.encode() + BODY

    def close(self) -> None:
        with contextlib.suppress(OSError):  # closed before
            self._listener.shutdown(socket.SHUT_RDWR)  # or the thread that waits would take one more
        self._listener.close()


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    for name in ("http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Proxy()
    yield made
    made.close()
    use_proxy(None)


def test_the_proxy_chosen_carries_every_request_of_the_program(proxy: Proxy) -> None:
    use_proxy(proxy.address)
    assert HttpTransport(PROVINCE)(Request("GET", "/v1/capabilities")).status == 200
    assert proxy.heard[0].startswith("GET http://sub.jilin.example/v1/capabilities ")


def test_the_systems_proxy_is_used_unless_the_person_wants_none(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", proxy.address)
    use_proxy(None)
    assert HttpTransport(PROVINCE)(Request("GET", "/v1/capabilities")).status == 200
    use_proxy("")
    with pytest.raises(EndpointUnreachable):
        HttpTransport(PROVINCE, timeout=5)(Request("GET", "/v1/capabilities"))
    assert len(proxy.heard) == 1


def test_the_demo_platform_on_this_pc_is_never_asked_by_a_proxy(proxy: Proxy) -> None:
    own = Proxy()
    use_proxy(proxy.address)
    HttpTransport(own.address)(Request("GET", "/v1/capabilities"))
    own.close()
    assert len(own.heard) == 1
    assert not proxy.heard


def test_a_proxy_that_works_is_said_to(proxy: Proxy) -> None:
    reach.reach_proxy(proxy.address)
    reach.reach_province(PROVINCE, proxy.address)
    assert "/v1/capabilities" in proxy.heard[-1]


def test_a_proxy_that_is_off_or_stops_everything_is_said_to_be_so(proxy: Proxy) -> None:
    proxy.close()
    with pytest.raises(EndpointUnreachable, match="代理服务器连不上"):
        reach.reach_proxy(proxy.address)
    with pytest.raises(EndpointUnreachable, match="代理服务器连不上") as told:
        reach.reach_province(PROVINCE, proxy.address)
    assert not told.value.outcome_unknown, "what never left can still be cancelled"


def test_a_portal_instead_of_the_province_is_found_out(proxy: Proxy) -> None:
    portal = Proxy(status="302 Found")
    with pytest.raises(NotOurServer, match="转到了别处"):
        reach.reach_province(PROVINCE, portal.address)
    portal.close()


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("10.0.0.8:8080", "http://10.0.0.8:8080"),
        (" http://proxy.corp/ ", "http://proxy.corp:8080"),
        ("li:secret@proxy.corp:3128", "http://li:secret@proxy.corp:3128"),
        ("[fd00::8]:8080", "http://[fd00::8]:8080"),
    ],
)
def test_the_address_may_be_typed_as_people_do(typed: str, used: str) -> None:
    assert proxy_address(typed) == used


@pytest.mark.parametrize("typed", ["", "socks5://10.0.0.8", "10.0.0.8:port", "10.0.0.8:99999", "代 理", "http://x/y"])
def test_what_is_no_address_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InputRefused, match=r"10\.0\.0\.8:8080"):
        proxy_address(typed)
