"""Who reviews: the levels in force by the scheme, and the office of a firm's own division at each of them."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from forms.catalogue import Catalogue
from sync.signed import Level

_DIVISION = slice(2, 8)  # of a credit code: where the firm is registered


class Stage(NamedTuple):
    """A level of the chain; `office` names who decides there for every firm, empty: the office of its division."""

    level: Level
    office: str = ""


def chain_in_force(catalogue: Catalogue) -> tuple[Stage, ...]:
    """Return the scheme's review chain, lowest level first; the province alone where the scheme names none."""
    review = catalogue.scheme.parameters.get("review", {})
    levels = msgspec.convert(review.get(review.get("in_force"), ["province"]), list[Level])
    return tuple(Stage(level) for level in levels)


def office_of(catalogue: Catalogue, firm: str, stage: Stage) -> str:
    """Return the office that decides for a firm at a stage, as firms see it."""
    if stage.office:
        return stage.office
    offices = catalogue.codelist("review_orgs").codes
    division = catalogue.codelist("divisions").codes.get(firm[_DIVISION])
    code = division.attrs.get("review_org", "") if division else ""
    while code in offices and offices[code].attrs.get("level") != stage.level:
        code = offices[code].attrs.get("parent", "")
    if code in offices:
        return offices[code].label
    return next((office.label for office in offices.values() if office.attrs.get("level") == "province"), "")
