"""The routes of attached files: which are missing, one in, one out."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get, post, put
from litestar.handlers import HTTPRouteHandler
from litestar.params import Parameter

from sync.endpoint.routing import CREATED, SIGNED_IN, Authorization, problems
from sync.endpoint.services import Services
from sync.protocol import MEDIA_TYPE, Attachment, AttachmentKept, AttachmentsMissing, AttachmentsWanted

Owner = Annotated[str, Parameter(query="firm", description="the firm that sent it")]


@post(
    "/v1/attachments/missing",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=200,
    responses=problems(401, 403),
)
def missing_attachments(
    data: AttachmentsWanted, services: Services, authorization: Authorization = None
) -> AttachmentsMissing:
    """Tell which contents the firm has still to send before it files what names them."""
    return services.attachments.missing(services.sessions.device(authorization), data.sha256)


@put(
    "/v1/attachments/{sha256:str}",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    status_code=200,
    responses=problems(401, 403, 413, 415, created=AttachmentKept),
)
def put_attachment(
    sha256: str, data: Attachment, services: Services, authorization: Authorization = None
) -> Response[AttachmentKept]:
    """Keep the content of an attached file: 201, and 200 when it is there already.

    413 is `body-too-large` for the one file, `quota-exceeded` where all files of the firm would be more than the
    scheme's `limits.firm_attachment_bytes`.
    """
    kept, created = services.attachments.put(services.sessions.device(authorization), sha256, data.content)
    return Response(kept, status_code=CREATED if created else 200, media_type=MEDIA_TYPE)


@get(
    "/v1/attachments/{sha256:str}",
    media_type=MEDIA_TYPE,
    sync_to_thread=True,
    security=SIGNED_IN,
    responses=problems(401, 404),
)
def get_attachment(sha256: str, firm: Owner, services: Services, authorization: Authorization = None) -> Attachment:
    """Give a content back, to the firm that sent it or to the administrator."""
    return services.attachments.get(services.sessions.caller(authorization), firm, sha256)


ATTACHMENT_ROUTES: list[HTTPRouteHandler] = [missing_attachments, put_attachment, get_attachment]
