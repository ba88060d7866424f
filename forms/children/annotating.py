"""The work of annotating: streams back a copy of a workbook with remarks. It writes no file: its parent does."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from forms.children.answering import serve
from forms.workbook.annotation import Annotation
from forms.workbook.frames import AnnotationRequest, Passed, Piece, Written
from forms.workbook.package import opened

if TYPE_CHECKING:
    from forms.children.answering import Tell


def annotate(request: AnnotationRequest, tell: Tell) -> None:
    """Tell how far the rows are, then the copy piece by piece, then how many cells are marked."""
    path = Path(request.path)
    with opened(path) as package:
        annotation = Annotation(package, request, lambda row: tell(Passed(row)))
        for piece in annotation.pieces(path):
            tell(Piece(piece))
        tell(Written(annotation.marked, annotation.silent))


if __name__ == "__main__":
    sys.exit(serve(msgspec.msgpack.Decoder(AnnotationRequest), annotate))
