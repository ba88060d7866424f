"""Making a pack out of a folder with `definitions/` and `codelists/`, at the province's desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import disk
from forms.scheme import container, signing
from forms.scheme.manifest import (
    LARGEST_MEMBER,
    Manifest,
    Member,
    SchemeRefused,
    digest,
    encode,
    is_safe,
    is_sound,
)

if TYPE_CHECKING:
    from pathlib import Path

_LEFT_OUT = ("README.md",)
_NEEDED = ("definitions/general.rules.toml", "definitions/scheme/parameters.toml")


@dataclass(frozen=True, slots=True)
class Edition:
    """What the manifest says of the pack beside its members."""

    version: str
    sequence: int
    first: str
    previous: str | None = None
    demo: bool = False


def build(folder: Path, edition: Edition, signer: signing.Signer) -> bytes:
    """Give the bytes of the pack of a folder.

    Raises:
        SchemeRefused: the folder has not what a pack needs, or what a pack may not have.
    """
    members = _members(folder)
    manifest = Manifest(
        v=1,
        kind="zbscheme",
        version=edition.version,
        sequence=edition.sequence,
        first=edition.first,
        previous=edition.previous,
        demo=edition.demo,
        signer=signer.public.hex(),
        members=[Member(name, len(content), digest(content)) for name, content in sorted(members.items())],
    )
    if not is_sound(manifest):
        raise SchemeRefused(
            "bad-scheme-version", "版本号、序号或起始月份不合规定：版本号至多40字，序号从1起，月份写成 2026-07。"
        )
    raw = encode(manifest)
    return container.write(raw, signing.sign(signer, raw), members)


def _members(folder: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        for top in ("definitions", "codelists"):
            for path in sorted((folder / top).rglob("*")):
                if path.is_dir() and not path.is_symlink():
                    continue
                name = path.relative_to(folder).as_posix()
                if path.name in _LEFT_OUT:
                    continue
                if path.is_symlink() or not path.is_file() or not is_safe(name):
                    raise SchemeRefused("scheme-path", f"“{name}”不能放进制度包：只收 .toml 和 .csv 文件。")
                if path.stat().st_size > LARGEST_MEMBER:
                    raise SchemeRefused("scheme-too-large", f"“{name}”过大，制度包中每个文件至多 4 MB。")
                found[name] = path.read_bytes()
    except OSError as problem:
        raise SchemeRefused("no-scheme-folder", f"文件夹“{folder}”读不了：{disk.reason_of(problem)}。") from problem
    missing = [name for name in _NEEDED if name not in found]
    if missing:
        raise SchemeRefused("no-scheme-folder", f"文件夹“{folder}”里没有 {missing[0]}，请换一个文件夹。")
    return found
