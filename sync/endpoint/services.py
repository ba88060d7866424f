"""The parts of a running endpoint, put together once."""

from __future__ import annotations

import secrets
from typing import NamedTuple

import msgspec

from sync.endpoint.attachment_store import FOLDER as ATTACHMENT_FOLDER
from sync.endpoint.attachment_store import FolderStore
from sync.endpoint.attachments import Attachments
from sync.endpoint.clock import Clock
from sync.endpoint.documents import Check
from sync.endpoint.enrolment import Enrolment
from sync.endpoint.feed import Feed
from sync.endpoint.filings import Filings
from sync.endpoint.keys import ADMINISTRATOR_KEY_FILE, PROVINCE_KEY_FILE, Province, load_or_create_key
from sync.endpoint.offices import Stage, chain_in_force
from sync.endpoint.reconciling import Reconciling
from sync.endpoint.review import Review
from sync.endpoint.schemes import Schemes
from sync.endpoint.sessions import Sessions
from sync.endpoint.store import Store, StoreProblem
from sync.endpoint.wire import LIMITS
from sync.protocol import Limits

FORMER_EPOCHS = "former_epochs"
"""The fact that names the epochs before restores, oldest first, with spaces between."""
FIRST_DAY = "2000-01-01T00:00:00Z"
"""From when on the key of an endpoint with a pinned date is valid: another day its date may be pinned earlier."""


class Services(NamedTuple):
    """Everything a route may ask for."""

    store: Store
    clock: Clock
    province: Province
    sessions: Sessions
    enrolment: Enrolment
    attachments: Attachments
    limits: Limits
    filings: Filings
    feed: Feed
    review: Review
    schemes: Schemes
    reconciling: Reconciling


def build(
    store: Store,
    *,
    url: str,
    demo: bool,
    clock: Clock,
    check: Check,
    schemes: Schemes | None = None,
    chain: tuple[Stage, ...] = (),
) -> Services:
    """Put an endpoint together over its database, making its keys and its epoch at the first start.

    `check` runs the rules of `schemes`, by default those on the shelf beside the database. `chain` is who reviews, in
    place of what the scheme says.

    Raises:
        StoreProblem: the database was made by a demonstration and this is none, or the other way round.

    """
    kind = store.fact("kind", "demo" if demo else "real")
    if kind != ("demo" if demo else "real"):
        message = f"this database belongs to a {kind} endpoint"
        raise StoreProblem(message)
    province = Province(
        key=load_or_create_key(store.folder / PROVINCE_KEY_FILE),
        epoch=store.fact("epoch", secrets.token_hex(8)),
        demo=demo,
        former=tuple(filter(None, store.fact(FORMER_EPOCHS, "").split(" "))),
        since=store.fact("since", FIRST_DAY if clock.is_pinned else clock.stamp()),
    )
    administrator = load_or_create_key(store.folder / ADMINISTRATOR_KEY_FILE)
    schemes = schemes or Schemes(store.folder)
    catalogue = schemes.catalogue
    attachments = Attachments(FolderStore(store.folder / ATTACHMENT_FOLDER), catalogue)
    return Services(
        store=store,
        clock=clock,
        province=province,
        sessions=Sessions(store, clock, administrator.public),
        enrolment=Enrolment(store, clock, province, url),
        attachments=attachments,
        limits=msgspec.structs.replace(LIMITS, attachment_bytes=attachments.largest),
        filings=Filings(store, clock, province, schemes, check, attachments),
        feed=Feed(store, province),
        review=Review(store, clock, province, catalogue, chain or chain_in_force(catalogue)),
        schemes=schemes,
        reconciling=Reconciling(store, province),
    )
