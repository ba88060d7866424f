"""The parent's side of the limited child: asks it to take a pack apart and to try it, and survives whatever it does.

What comes back is as little believed as the file: only the manifest's signature and the members' digests count, and
those the caller tests for himself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

import msgspec

from forms.children.child import Child, Work
from forms.children.endings import Ending, Endings, Failed, Refused
from forms.children.limits import Limits, limits_for
from forms.scheme.changes import Change
from forms.scheme.container import LARGEST_FILE
from forms.scheme.manifest import SchemeRefused

_MEBIBYTE: Final = 2**20
TRIAL: Final = Limits(memory_bytes=1536 * _MEBIBYTE, cpu_seconds=120, silent_seconds=300, written_bytes=256 * _MEBIBYTE)


class Read(msgspec.Struct, tag="read"):
    """Take this file apart."""

    path: str


class Try(msgspec.Struct, tag="try"):
    """Try the pack laid out in `folder`; `scratch` is an empty folder for its Books, `current` the pack in force."""

    folder: str
    scratch: str
    current: str | None


class Compare(msgspec.Struct, tag="compare"):
    """Say what the definitions in one folder say otherwise than those in another."""

    before: str
    after: str


class Compared(msgspec.Struct, tag="compared", array_like=True):
    """The differences."""

    changes: list[Change]


class Content(msgspec.Struct, tag="content", array_like=True):
    """What was in the file."""

    manifest: bytes
    signature: bytes
    members: dict[str, bytes]


class Tried(msgspec.Struct, tag="tried", array_like=True):
    """It holds: how many rules there are, and how many findings the sample Book has."""

    rules: int
    findings: int


_UNREADABLE: Final = ("scheme-unreadable", "制度包读不了（{reason}），请检查文件和磁盘。")
_ENDINGS: Final = Endings(
    SchemeRefused,
    {
        Ending.MISSING: _UNREADABLE,
        Ending.UNREADABLE: _UNREADABLE,
        Ending.TOO_LARGE: ("scheme-too-large", "制度包占用的内存过大，已停止，没有安装；请向省平台反映。"),
        **dict.fromkeys(
            (Ending.TOO_LONG, Ending.BROKEN, Ending.CANCELLED),
            ("scheme-unending", "核对制度包用时过长、占用过大或意外中断，已停止，没有安装；请向省平台反映。"),
        ),
    },
)
_answers: msgspec.msgpack.Decoder[Content | Tried | Compared | Refused | Failed] = msgspec.msgpack.Decoder(
    Content | Tried | Compared | Refused | Failed
)
_PACKS: Final[Work[Content | Tried | Compared]] = Work("packs", _answers, _ENDINGS)
Answer = TypeVar("Answer")


def take_apart(file: Path) -> Content:
    """Let the child read a file.

    Raises:
        SchemeRefused: it cannot be read, or is no pack.
    """
    try:
        size = file.stat().st_size
        is_file = file.is_file()
    except OSError as error:
        raise SchemeRefused("no-file", f"找不到文件“{file.name}”，请核对路径。") from error
    if not is_file:
        raise SchemeRefused("no-scheme", f"“{file.name}”不是文件，请选择以 .zbscheme 结尾的制度包。")
    if size > LARGEST_FILE:
        raise SchemeRefused("scheme-too-large", "制度包文件过大，没有安装；请核对是不是省平台发放的文件。")
    return _ask(Read(str(file.resolve())), limits_for(size), Content)


def try_out(folder: Path, scratch: Path, current: Path | None) -> Tried:
    """Let the child try a pack that is laid out in a folder.

    Raises:
        SchemeRefused: something in it is broken, asks for what it may not, or does not end.
    """
    return _ask(Try(str(folder), str(scratch), None if current is None else str(current)), TRIAL, Tried)


def compare(before: Path, after: Path) -> list[Change]:
    """Let the child compare two folders of definitions.

    Raises:
        SchemeRefused: one of them is broken.
    """
    return _ask(Compare(str(before), str(after)), TRIAL, Compared).changes


def _ask(request: msgspec.Struct, limits: Limits, wanted: type[Answer]) -> Answer:
    with Child(_PACKS, limits) as child:
        child.ask(request)
        return child.take_only(wanted)
