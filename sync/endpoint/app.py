"""The routes: which noun answers which request. What each message holds stands in sync.protocol and sync.signed."""

from __future__ import annotations

import logging
import traceback
from typing import Annotated, Any, cast

from litestar import Litestar, Request, Response, Router, get, post, put
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme
from litestar.params import Parameter

from sync.endpoint.attachment_routes import ATTACHMENT_ROUTES
from sync.endpoint.contract import ContractJson
from sync.endpoint.operations import Operations
from sync.endpoint.pages import ContractPage
from sync.endpoint.reconciling_routes import RECONCILING_ROUTES
from sync.endpoint.refusal import Refusal
from sync.endpoint.routing import CREATED, SIGNED_IN, Authorization, problems
from sync.endpoint.services import Services
from sync.endpoint.wire import PROBLEM_KEY, Application, Wire
from sync.problems import Problem, ProblemType
from sync.protocol import (
    MEDIA_TYPE,
    PROBLEM_MEDIA_TYPE,
    PROTOCOL,
    SUITE,
    Capabilities,
    Challenge,
    ChallengeRequest,
    ChangesPage,
    CodeRequest,
    CodeResponse,
    DecisionRequest,
    EnrollRequest,
    EnrollResponse,
    FilingView,
    ReviewQueue,
    RevokeRequest,
    SchemePack,
    SeriesView,
    Token,
    TokenRequest,
    utc_text,
)
from sync.signed import Series, Signed, SignedFiling

LOG = logging.getLogger("zhibao.endpoint")
AnyRequest = Request[Any, Any, Any]

_LARGEST_CURSOR = 2**53 - 1  # what JSON numbers hold exactly

IfMatch = Annotated[str | None, Parameter(header="If-Match", description="FilingStatus.etag of what was looked at")]
Since = Annotated[
    int, Parameter(query="since", ge=0, le=_LARGEST_CURSOR, description="the client's cursor; 0 at first")
]
Have = Annotated[str | None, Parameter(query="have", description="SchemeRef.sha256 of the pack the client has")]
Epoch = Annotated[str | None, Parameter(query="epoch", description="the epoch the cursor is of")]

_PROBLEMS_OF_STATUS = {
    400: ProblemType.BAD_REQUEST,
    404: ProblemType.NOT_FOUND,
    405: ProblemType.METHOD_NOT_ALLOWED,
    413: ProblemType.BODY_TOO_LARGE,
}


@get("/v1/capabilities", media_type=MEDIA_TYPE, sync_to_thread=True, responses=problems())
def capabilities(services: Services) -> Capabilities:
    """Protocol versions, limits, epoch and the server's time; no token needed."""
    return Capabilities(
        protocols=[PROTOCOL],
        suites=[SUITE],
        limits=services.limits,
        epoch=services.province.epoch,
        server_time=utc_text(services.clock.real()),
        demo=services.province.demo,
        levels=[stage.level for stage in services.review.chain],
        scheme=services.schemes.current,
    )


@get("/v1/scheme", media_type=MEDIA_TYPE, sync_to_thread=True, responses=problems(404))
def scheme(services: Services, have: Have = None) -> Response[SchemePack]:
    """Read the scheme pack in force; no token needed, for it is public and signed."""
    pack = services.schemes.pack(have)
    return Response(pack, media_type=MEDIA_TYPE, headers={"ETag": f'"{pack.scheme.sha256}"'})


@post(
    "/v1/enroll",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    status_code=200,
    responses=problems(404, 409, 410, 422, created=EnrollResponse),
)
def enroll(data: EnrollRequest, services: Services) -> Response[EnrollResponse]:
    """Trade a one-time code for a device certificate: 201, and 200 with the same answer when asked again."""
    answer, created = services.enrolment.enroll(data)
    return Response(answer, status_code=CREATED if created else 200, media_type=MEDIA_TYPE)


@post("/v1/auth/challenge", media_type=MEDIA_TYPE, sync_to_thread=True, status_code=200, responses=problems())
def challenge(data: ChallengeRequest, services: Services) -> Challenge:
    """Get a nonce to sign; it serves once, for a minute."""
    return services.sessions.challenge(data.key_id)


@post("/v1/auth/token", media_type=MEDIA_TYPE, sync_to_thread=True, status_code=200, responses=problems(401))
def token(data: TokenRequest, services: Services) -> Token:
    """Trade a signed challenge for a token."""
    return services.sessions.token(data)


@post(
    "/v1/auth/revoke",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=204,
    responses=problems(401),
)
def revoke(data: RevokeRequest, services: Services, authorization: Authorization = None) -> None:
    """End this token, or this device."""
    services.sessions.revoke(services.sessions.caller(authorization), data)


@put(
    "/v1/filings/{filing_id:str}",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=200,
    responses=problems(401, 403, 409, 412, 413, 422, created=Signed),
)
def put_filing(
    filing_id: str, data: SignedFiling, services: Services, authorization: Authorization = None
) -> Response[Signed]:
    """Submit an immutable revision: 201 with the receipt, 200 with the same receipt when sent again."""
    caller = services.sessions.device(authorization)
    receipt, created = services.filings.receive(caller, filing_id, data)
    return Response(receipt, status_code=CREATED if created else 200, media_type=MEDIA_TYPE)


@get(
    "/v1/filings/{filing_id:str}",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    responses=problems(401, 404),
)
def get_filing(filing_id: str, services: Services, authorization: Authorization = None) -> FilingView:
    """Read a filing back, with its receipt and what was decided."""
    return services.filings.view(services.sessions.caller(authorization), filing_id)


@get(
    "/v1/series/{firm:str}/{form:str}/{period:str}",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    responses=problems(401, 404),
)
def get_series(
    firm: str, form: str, period: str, services: Services, authorization: Authorization = None
) -> SeriesView:
    """List the revisions of a series and name its head."""
    caller = services.sessions.caller(authorization)
    return services.filings.series(caller, Series(firm=firm, form=form, period=period))


@post(
    "/v1/filings/{filing_id:str}/withdraw",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=200,
    responses=problems(401, 403, 404, 409),
)
def withdraw(filing_id: str, services: Services, authorization: Authorization = None) -> Signed:
    """Take a filing back before any decision."""
    return services.filings.withdraw(services.sessions.device(authorization), filing_id)


@get("/v1/changes", media_type=MEDIA_TYPE, sync_to_thread=True, security=SIGNED_IN, responses=problems(401, 403, 410))
def changes(
    services: Services, since: Since = 0, epoch: Epoch = None, authorization: Authorization = None
) -> ChangesPage:
    """Read the firm's feed after a cursor."""
    return services.feed.changes(services.sessions.device(authorization), since, epoch)


@get("/v1/review/queue", media_type=MEDIA_TYPE, sync_to_thread=True, security=SIGNED_IN, responses=problems(401, 403))
def review_queue(services: Services, authorization: Authorization = None) -> ReviewQueue:
    """List the filings that wait for a decision; administrator only."""
    services.sessions.administrator(authorization)
    return services.review.queue()


@put(
    "/v1/filings/{filing_id:str}/decisions/{decision_id:str}",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=200,
    responses=problems(401, 403, 404, 412, 422, created=Signed),
)
def put_decision(
    filing_id: str,
    decision_id: str,
    data: DecisionRequest,
    services: Services,
    if_match: IfMatch = None,
    authorization: Authorization = None,
) -> Response[Signed]:
    """Accept a filing or return it with comments: 201, and 200 when asked again; administrator only."""
    services.sessions.administrator(authorization)
    decision, created = services.review.decide(filing_id, decision_id, data, if_match)
    return Response(decision, status_code=CREATED if created else 200, media_type=MEDIA_TYPE)


@post("/v1/admin/codes", media_type=MEDIA_TYPE, sync_to_thread=True, security=SIGNED_IN, responses=problems(401, 403))
def issue_code(data: CodeRequest, services: Services, authorization: Authorization = None) -> CodeResponse:
    """Make a one-time enrolment code for a firm; administrator only."""
    services.sessions.administrator(authorization)
    return services.enrolment.issue(data)


ROUTES: list[HTTPRouteHandler] = [
    capabilities,
    scheme,
    enroll,
    challenge,
    token,
    revoke,
    put_filing,
    get_filing,
    get_series,
    withdraw,
    changes,
    review_queue,
    put_decision,
    issue_code,
    *ATTACHMENT_ROUTES,
    *RECONCILING_ROUTES,
]


def create_app(services: Services) -> Application:
    """Return the ASGI application of an endpoint."""
    application = Litestar(
        # WORKAROUND: two routes of one path, given straight to the application, are registered twice and their
        # functions wrapped twice; inside a router they are not. https://github.com/litestar-org/litestar/pull/4738
        route_handlers=[Router("/", route_handlers=ROUTES)],
        dependencies={"services": Provide(lambda: services, sync_to_thread=False)},
        exception_handlers={Refusal: _refused, HTTPException: _misused, RecursionError: _too_deep, Exception: _broken},
        openapi_config=OpenAPIConfig(
            title="外包直报省平台接口",
            use_handler_docstrings=True,
            version=PROTOCOL,
            path="/openapi",
            render_plugins=[ContractPage(), ContractJson()],
            components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
        ),
        request_max_body_size=None,  # sync.endpoint.wire has counted already, and tells the two sizes apart
        logging_config=None,
    )
    return Operations(Wire(cast("Application", application), services.limits), services.store)


def _refused(request: AnyRequest, refusal: Refusal) -> Response[Problem]:
    cast("dict[str, Any]", request.scope)[PROBLEM_KEY] = refusal.kind.value
    return Response(refusal.problem, status_code=refusal.status, media_type=PROBLEM_MEDIA_TYPE, headers=refusal.headers)


def _misused(request: AnyRequest, error: HTTPException) -> Response[Problem]:
    """Answer what the framework refused: no such route, a body that is not the message."""
    kind = _PROBLEMS_OF_STATUS.get(error.status_code)
    if kind is None:
        return _broken(request, error)
    return _refused(request, Refusal(kind, "请求不合本协议，请更新程序或核对平台地址。"))


def _too_deep(request: AnyRequest, _error: RecursionError) -> Response[Problem]:
    """Answer brackets within brackets without end."""
    return _refused(request, Refusal(ProblemType.BAD_REQUEST, "请求的内容嵌套过深。"))


def _broken(request: AnyRequest, error: Exception) -> Response[Problem]:
    """Answer a bug; the log gets the place and the type, not the message, which may hold what a firm wrote."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    LOG.error("broken type=%s file=%s line=%s", type(error).__name__, place.filename, place.lineno)
    return _refused(request, Refusal(ProblemType.INTERNAL, "省平台内部出错，内容仍在本机，请稍后再试。"))
