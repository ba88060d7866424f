"""What every route says alike: who may ask, and which problems it may answer."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar.openapi import ResponseSpec
from litestar.params import Parameter

from sync.problems import Problem
from sync.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE

CREATED = 201
Authorization = Annotated[str | None, Parameter(header="Authorization", description="Bearer <token>")]
SIGNED_IN = [{"token": list[str]()}]


def problems(*statuses: int, created: type[msgspec.Struct] | None = None) -> dict[int, ResponseSpec]:
    """Return what OpenAPI says of the problems a route may answer, and of 201 where 200 means «as before»."""
    first = {CREATED: ResponseSpec(created, generate_examples=False, media_type=MEDIA_TYPE)} if created else {}
    return first | {
        status: ResponseSpec(Problem, generate_examples=False, media_type=PROBLEM_MEDIA_TYPE, description="problem")
        for status in (400, *statuses)
    }
