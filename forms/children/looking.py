"""The work of looking: says what a workbook looks like and what is odd about it.

What keeps a sheet from being read as rows is here something to tell, too.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from forms.children.answering import serve
from forms.definition import Edition
from forms.workbook.frames import LookRequest
from forms.workbook.oddities import look
from forms.workbook.package import opened

if TYPE_CHECKING:
    from forms.children.answering import Tell


def look_at(request: LookRequest, tell: Tell) -> None:
    """Tell all of it at once."""
    path = Path(request.path)
    editions: list[Edition] = pickle.loads(request.editions)  # noqa: S301 - made by the parent, whose program this is
    with opened(path) as package:
        tell(look(path, package, editions, request))


if __name__ == "__main__":
    sys.exit(serve(msgspec.msgpack.Decoder(LookRequest), look_at))
