"""What the people who run the endpoint ask it: is it well, and how much does it do. And that it never does too much.

`/healthz` and `/metrics` (Prometheus' text) are no part of the protocol; a proxy keeps them from the outside. What they
tell are counts, durations and types of problems, never whose.
"""

from __future__ import annotations

import asyncio
import time
from http import HTTPStatus

import msgspec
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlalchemy import text

from sync.endpoint.refusal import Refusal
from sync.endpoint.store import Store, busy
from sync.endpoint.wire import PROBLEM_KEY, Application, Message, Receive, Send, Wire

MOST_AT_ONCE = 256
"""Requests a process has in hand; the next is told to come again before anything of it is read."""
_SLOWEST = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds
_NO_ROUTE = "-"


class Operations:
    """The outermost ASGI layer: it counts, refuses what is too much, and answers the operators."""

    def __init__(self, wire: Wire, store: Store, most: int = MOST_AT_ONCE) -> None:
        """Wrap what answers the firms."""
        self._wire = wire
        self._store = store
        self._most = most
        self._registry = CollectorRegistry()
        self._in_hand = Gauge("zhibao_requests_in_hand", "Requests being answered", registry=self._registry)
        self._answers = Counter(
            "zhibao_answers_total", "Answers given", ["method", "route", "status", "problem"], registry=self._registry
        )
        self._seconds = Histogram(
            "zhibao_answer_seconds", "Time to answer", ["method", "route"], buckets=_SLOWEST, registry=self._registry
        )
        self._now = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request; what is not HTTP passes untouched."""
        if scope["type"] != "http":
            await self._wire(scope, receive, send)
        elif scope["path"] == "/healthz":
            await self._tell_health(send)
        elif scope["path"] == "/metrics":
            await _answer(send, HTTPStatus.OK, CONTENT_TYPE_LATEST, generate_latest(self._registry))
        else:
            await self._count(self._wire if self._now < self._most else self._turn_away, scope, receive, send)

    async def _count(self, application: Application, scope: Message, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        status = 0

        async def heard(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self._now += 1
        self._in_hand.set(self._now)
        try:
            await application(scope, receive, heard)
        finally:
            self._now -= 1
            self._in_hand.set(self._now)
            route = scope.get("path_template") or _NO_ROUTE  # with names for ids: a bounded number of them
            self._answers.labels(scope["method"], route, status, scope.get(PROBLEM_KEY, "-")).inc()
            self._seconds.labels(scope["method"], route).observe(time.perf_counter() - began)

    async def _turn_away(self, scope: Message, _receive: Receive, send: Send) -> None:
        await self._wire.refuse(scope, send, busy())

    async def _tell_health(self, send: Send) -> None:
        """Say whether the database answers; a proxy sends nobody here while it does not."""
        try:
            await asyncio.to_thread(self._ask_database)
        except Refusal as refusal:
            await _answer(send, HTTPStatus.SERVICE_UNAVAILABLE, "application/json", _said(refusal.kind.value))
        else:
            await _answer(send, HTTPStatus.OK, "application/json", _said("ok"))

    def _ask_database(self) -> None:
        with self._store.reading() as transaction:
            transaction.connection.execute(text("SELECT 1"))


def _said(health: str) -> bytes:
    return msgspec.json.encode({"health": health})


async def _answer(send: Send, status: int, media: str, body: bytes) -> None:
    headers = [
        (b"content-type", media.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
