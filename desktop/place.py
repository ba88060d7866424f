"""A place of the window: where a finding, a comment or a link leads. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from forms.statistics_rows import Rows


class Place(NamedTuple):
    """A form's period, or one of its cells. ``uid`` and ``field`` are None where a whole form is meant.

    ``rows`` narrows a ledger to the rows a figure is made of; ``words`` says which. ``explain`` asks for the words on
    its first warning. ``page`` names the page that shows it, where that is not the form's own.
    """

    form: str
    period: str
    uid: str | None = None
    field: str | None = None
    rows: Rows | None = None
    words: str = ""
    explain: bool = False
    page: str = ""
