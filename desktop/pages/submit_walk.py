"""The way F8 takes over 审核与报送: from the top to the bottom, errors before what awaits an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop.pages.submit_groups import write_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.pages.submit_errors import ErrorGroup
    from desktop.pages.submit_groups import ExplainGroup


class SubmitWalk:
    """Remembers where it was: who comes back without having mended an error goes on after it."""

    def __init__(self, errors: ErrorGroup, explain: ExplainGroup) -> None:
        self._errors = errors
        self._explain = explain
        self._here: object = None

    def step(self, *, forward: bool) -> bool:
        """Go to the place of the next error, or give the focus to the next field; False where neither is left."""
        fields = self._explain.stops()
        stops: list[tuple[object, QWidget, bool]] = [(link.accessibleName(), link, True) for link in self._errors.links]
        stops += [(key, box, lacks) for key, box, lacks in fields]
        focused = next((key for key, box, _lacks in fields if box.hasFocus()), self._explain.left)
        was, self._explain.left = focused or self._here, None
        at = next((at for at, one in enumerate(stops) if one[0] == was), -1 if forward else len(stops))
        order = [*stops[at + 1 :], *stops[: at + 1]] if forward else [*stops[:at][::-1], *stops[at:][::-1]]
        found = next((one for one in order if one[2]), None)
        if found is None:
            return False
        self._here, stop, _lacks = found
        if isinstance(stop, QLineEdit):
            write_in(stop)
        elif isinstance(stop, QPushButton):
            stop.setFocus()
            stop.click()
        return True
