"""The child that meets a scheme pack from outside: takes it apart, or tries it, within limits of memory and time.

python -m forms.scheme.child        one request on stdin, one answer on stdout, both msgpack
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from forms import disk
from forms.children.limits import confine, limits_for
from forms.errors import ZhibaoError
from forms.scheme import container
from forms.scheme.asking import TRIAL, Compare, Compared, Content, Read, Refused, Tried, Try

_TOO_MUCH = "制度包占用的内存过大，已停止，没有安装；请向省平台反映。"


def main() -> int:
    """Answer the one request; a refusal is an answer too."""
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Read | Try | Compare)
    answer: Content | Tried | Compared | Refused
    try:
        match request:
            case Read():
                answer = _read(Path(request.path))
            case Try():
                answer = _try(request)
            case Compare():
                answer = _compare(request)
    except ZhibaoError as refusal:
        answer = Refused(refusal.code, refusal.message)
    except (MemoryError, RecursionError):
        answer = Refused("scheme-too-large", _TOO_MUCH)
    except OSError as error:
        answer = Refused("scheme-unreadable", f"制度包读不了（{disk.reason_of(error)}），请检查文件和磁盘。")
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
    return 0


def _read(path: Path) -> Content:
    confine(limits_for(path.stat().st_size))
    with path.open("rb") as file:
        return Content(*container.read(file.read(container.LARGEST_FILE + 1)))


def _try(request: Try) -> Tried:
    from forms.scheme.trial import try_scheme

    confine(TRIAL)
    current = None if request.current is None else Path(request.current)
    return Tried(*try_scheme(Path(request.folder), Path(request.scratch), current))


def _compare(request: Compare) -> Compared:
    from forms.catalogue import load_catalogue
    from forms.scheme.changes import changes

    confine(TRIAL)
    return Compared(changes(load_catalogue(Path(request.before)), load_catalogue(Path(request.after))))


if __name__ == "__main__":
    sys.exit(main())
