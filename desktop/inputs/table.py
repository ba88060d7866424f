"""The one table from kind to input. A kind without an input, or an input without a kind, fails a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.inputs.coded import ChoicesInput, OptionInput, RefInput
from desktop.inputs.dates import DateInput, MonthInput
from desktop.inputs.files import FilesInput
from desktop.inputs.line import CreditCodeInput, InputContext, LineInput, NumberInput, TextInput
from desktop.inputs.links import LinksInput

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forms.definition import Field

INPUTS: dict[str, type[LineInput]] = {
    "text": TextInput,
    "idtext": TextInput,
    "uscc": CreditCodeInput,
    "orgcode": TextInput,
    "idcard": TextInput,
    "ref": RefInput,
    "date": DateInput,
    "month": MonthInput,
    "money": NumberInput,
    "decimal": NumberInput,
    "rate": NumberInput,
    "int": NumberInput,
    "bool": OptionInput,
    "code": OptionInput,
    "choices": ChoicesInput,
    "breakdown": TextInput,  # computed: shown, never typed
    "ranking": TextInput,
    "files": FilesInput,
    "links": LinksInput,
}


def make_input(field: Field, context: InputContext, parent: QWidget | None = None) -> LineInput:
    """Make the input for a field."""
    return INPUTS[field.kind.name](field, context, parent)


def is_listed(field: Field) -> bool:
    """True for a field whose value is chosen from a short list of its own, not from another form's rows."""
    return field.kind.name in ("bool", "code", "choices")


def open_codes(widget: QWidget | None) -> None:
    """Show the list under an input of codes, the files of one of files; other widgets are left alone."""
    if isinstance(widget, FilesInput):
        widget.open_files()
    elif isinstance(widget, OptionInput) and is_listed(widget.field):
        widget.open_list()
