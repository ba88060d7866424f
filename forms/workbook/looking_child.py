"""The looking child: opens one untrusted workbook in a process of its own and says what it looks like.

    python -m forms.workbook.looking_child        a request on stdin, one frame on stdout, nothing else

It limits itself as the reading child does. What keeps a sheet from being read as rows is here something to tell, too.
"""

from __future__ import annotations

import gc
import pickle
import sys
from pathlib import Path

import python_calamine as calamine

from forms.children.limits import confine, limits_for
from forms.definition import Edition
from forms.errors import WorkbookRefused
from forms.workbook.frames import Refused, read_look, write_frame
from forms.workbook.oddities import look
from forms.workbook.package import damaged, opened


def main() -> int:
    """Answer the one request; a refusal is an answer too."""
    out = sys.stdout.buffer
    request = read_look(sys.stdin.buffer)
    path = Path(request.path)
    try:
        editions: list[Edition] = pickle.loads(request.editions)  # noqa: S301 - made by the parent, whose program this is
        confine(limits_for(path.stat().st_size))
        gc.disable()
        with opened(path) as package:
            write_frame(out, look(path, package, editions, request))
    except WorkbookRefused as refusal:
        write_frame(out, Refused(refusal.code, refusal.message))
    except FileNotFoundError:
        write_frame(out, Refused("no-file", "找不到文件，请重新选择。"))
    except OSError:
        write_frame(out, Refused("file-unreadable", "文件打不开，可能正被其他程序占用；请关闭 Excel 或 WPS 后重试。"))
    except MemoryError:
        write_frame(out, Refused("workbook-too-large", "工作簿过大，无法读取；请只保留要导入的工作表，另存后再导入。"))
    except calamine.CalamineError:
        write_frame(out, Refused(damaged().code, damaged().message))
    return 0


if __name__ == "__main__":
    sys.exit(main())
