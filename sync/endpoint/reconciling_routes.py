"""The routes a firm takes when the province was restored from a backup."""

from __future__ import annotations

from litestar import Response, post, put
from litestar.handlers import HTTPRouteHandler

from sync.endpoint.routing import CREATED, SIGNED_IN, Authorization, problems
from sync.endpoint.services import Services
from sync.holdings import Compared, Holdings, Offering, Presented, Presenting
from sync.protocol import MEDIA_TYPE
from sync.signed import Signed


@post(
    "/v1/enroll/again",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    status_code=200,
    responses=problems(401, 422, created=Presented),
)
def present(data: Presenting, services: Services) -> Response[Presented]:
    """Be known again by the certificate this province gave: 201, and 200 where it had not been forgotten."""
    presented, created = services.reconciling.present(data)
    return Response(presented, status_code=CREATED if created else 200, media_type=MEDIA_TYPE)


@post(
    "/v1/reconcile",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=200,
    responses=problems(401, 403),
)
def compare(data: Holdings, services: Services, authorization: Authorization = None) -> Compared:
    """Tell what the firm holds receipts for; hear what of it is not here, and what is here besides."""
    return services.reconciling.compare(services.sessions.device(authorization), data)


@put(
    "/v1/reconcile/{filing_id:str}",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=200,
    responses=problems(401, 403, 404, 409, 413, 422, created=Signed),
)
def take_back(
    filing_id: str, data: Offering, services: Services, authorization: Authorization = None
) -> Response[Signed]:
    """Offer a lost filing with the province's own receipt and decisions: 201 with the receipt of this epoch, then 200.

    It keeps the time it was first received at; the rules do not run again.
    """
    caller = services.sessions.device(authorization)
    receipt, created = services.reconciling.take_back(caller, filing_id, data)
    return Response(receipt, status_code=CREATED if created else 200, media_type=MEDIA_TYPE)


RECONCILING_ROUTES: list[HTTPRouteHandler] = [present, compare, take_back]
