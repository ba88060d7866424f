"""Kinds of field, each with three faces: typed, stored, shown. To add one, write its class and enter it in `KINDS`."""

from __future__ import annotations

from forms.kinds.codes import Bool, Breakdown, Choices, Coded, Ranking
from forms.kinds.dates import Date, Month
from forms.kinds.files import File, Files
from forms.kinds.kind import REASONS, Json, Kind, Stored, Unparsed, typed_text
from forms.kinds.links import Links
from forms.kinds.numbers import Int, Money, Rate, Scaled, read_number
from forms.kinds.texts import CreditCode, IdCard, IdText, OrganisationCode, Ref, Text

KINDS: dict[str, type[Kind]] = {
    kind.name: kind
    for kind in (
        Text,
        IdText,
        CreditCode,
        OrganisationCode,
        IdCard,
        Ref,
        Date,
        Month,
        Money,
        Scaled,
        Rate,
        Int,
        Bool,
        Coded,
        Choices,
        Breakdown,
        Ranking,
        Files,
        Links,
    )
}

__all__ = [
    "KINDS",
    "REASONS",
    "Bool",
    "Breakdown",
    "Choices",
    "Coded",
    "CreditCode",
    "Date",
    "File",
    "Files",
    "IdCard",
    "IdText",
    "Int",
    "Json",
    "Kind",
    "Links",
    "Money",
    "Month",
    "OrganisationCode",
    "Ranking",
    "Rate",
    "Ref",
    "Scaled",
    "Stored",
    "Text",
    "Unparsed",
    "read_number",
    "typed_text",
]
