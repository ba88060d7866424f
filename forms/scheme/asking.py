"""The parent's side of the limited child: asks it to take a pack apart and to try it, and survives whatever it does.

What comes back is as little believed as the file: only the manifest's signature and the members' digests count, and
those the caller tests for himself.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec

from forms.children.limits import Limits, limits_for
from forms.scheme.changes import Change
from forms.scheme.container import LARGEST_FILE
from forms.scheme.manifest import SchemeRefused
from forms.workbook.reader import child_environment

_NO_WINDOW: Final = 0x08000000  # CREATE_NO_WINDOW
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


class Compared(msgspec.Struct, tag="compared"):
    """The differences."""

    changes: list[Change]


class Content(msgspec.Struct, tag="content"):
    """What was in the file."""

    manifest: bytes
    signature: bytes
    members: dict[str, bytes]


class Tried(msgspec.Struct, tag="tried"):
    """It holds: how many rules there are, and how many findings the sample Book has."""

    rules: int
    findings: int


class Refused(msgspec.Struct, tag="refused"):
    """It does not: a code for programs, one Chinese sentence for people."""

    code: str
    message: str


_answers: msgspec.msgpack.Decoder[Content | Tried | Compared | Refused] = msgspec.msgpack.Decoder(
    Content | Tried | Compared | Refused
)


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
    answer = _ask(Read(str(file.resolve())), limits_for(size))
    if not isinstance(answer, Content):
        raise _ended()
    return answer


def try_out(folder: Path, scratch: Path, current: Path | None) -> Tried:
    """Let the child try a pack that is laid out in a folder.

    Raises:
        SchemeRefused: something in it is broken, asks for what it may not, or does not end.
    """
    answer = _ask(Try(str(folder), str(scratch), None if current is None else str(current)), TRIAL)
    if not isinstance(answer, Tried):
        raise _ended()
    return answer


def compare(before: Path, after: Path) -> list[Change]:
    """Let the child compare two folders of definitions.

    Raises:
        SchemeRefused: one of them is broken.
    """
    answer = _ask(Compare(str(before), str(after)), TRIAL)
    if not isinstance(answer, Compared):
        raise _ended()
    return answer.changes


def _ask(request: msgspec.Struct, limits: Limits) -> Content | Tried | Compared | Refused:
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-X", "utf8", "-m", "forms.scheme.child"],
            input=msgspec.msgpack.encode(request),
            capture_output=True,
            env=child_environment(),
            timeout=limits.silent_seconds,
            creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _ended() from error
    try:
        answer: Content | Tried | Compared | Refused = _answers.decode(done.stdout)
    except (msgspec.DecodeError, ValueError) as error:
        refusal = _ended()
        refusal.add_note(done.stderr[-4000:].decode("utf-8", "replace"))
        raise refusal from error
    if isinstance(answer, Refused):
        raise SchemeRefused(answer.code, answer.message)
    return answer


def _ended() -> SchemeRefused:
    return SchemeRefused(
        "scheme-unending", "核对制度包用时过长、占用过大或意外中断，已停止，没有安装；请向省平台反映。"
    )
