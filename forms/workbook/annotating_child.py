"""The annotating child: opens one untrusted workbook in a process of its own and streams back a copy with remarks.

    python -m forms.workbook.annotating_child        a request on stdin, frames on stdout, nothing else

It limits itself as the reading child does, and writes no file: its parent does.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import BinaryIO

from forms.children.limits import confine, limits_for
from forms.errors import WorkbookRefused
from forms.workbook.annotation import Annotation
from forms.workbook.frames import AnnotationRequest, Piece, Refused, Written, read_annotation, write_frame
from forms.workbook.package import opened


def main() -> int:
    """Answer the one request; a refusal is an answer too."""
    out = sys.stdout.buffer
    request = read_annotation(sys.stdin.buffer)
    path = Path(request.path)
    try:
        confine(limits_for(path.stat().st_size))
        gc.disable()
        _annotate(path, request, out)
    except WorkbookRefused as refusal:
        write_frame(out, Refused(refusal.code, refusal.message))
    except FileNotFoundError:
        write_frame(out, Refused("no-file", "找不到文件，请重新选择。"))
    except OSError:
        write_frame(out, Refused("file-unreadable", "文件打不开，可能正被其他程序占用；请关闭 Excel 或 WPS 后重试。"))
    except MemoryError:
        write_frame(out, Refused("workbook-too-large", "工作簿过大，无法标注；请只保留要导入的工作表，另存后再导入。"))
    return 0


def _annotate(path: Path, request: AnnotationRequest, out: BinaryIO) -> None:
    with opened(path) as package:
        annotation = Annotation(package, request)
        for piece in annotation.pieces(path):
            write_frame(out, Piece(piece))
        write_frame(out, Written(annotation.marked, annotation.silent))


if __name__ == "__main__":
    sys.exit(main())
