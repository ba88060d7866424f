"""The installed packs of one user, or of one endpoint: a folder each, checked anew whenever they are looked at.

    schemes/
      signers                    the keys trusted here, raw public keys in hex, one a line
      000003-1f0c…/              manifest.json, manifest.sig, definitions/, codelists/
      rolled-back/               packs that were taken back; their sequence may be installed again

The newest pack that is whole is in force. One that was changed afterwards is passed over, and said so.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forms import disk
from forms.scheme import asking, signing
from forms.scheme.manifest import MANIFEST, SIGNATURE, Manifest, SchemeRefused, digest, refuse_other_content

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_SIGNERS: Final = "signers"
_ASIDE: Final = "rolled-back"
_FOLDER: Final = re.compile(r"\d{6}-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that lies on the shelf, whole; `sha256` is that of its manifest and names the pack."""

    folder: Path
    manifest: Manifest
    sha256: str

    @property
    def definitions(self) -> Path:
        """Give the folder the catalogue is read from."""
        return self.folder / "definitions"


class Shelf:
    """The packs below one folder."""

    def __init__(self, root: Path) -> None:
        """Look at `root`; it need not exist."""
        self.root = root

    # -- looking

    def packs(self) -> tuple[list[Installed], list[str]]:
        """Give the packs that are whole, the newest first, and a sentence on each that is not."""
        found: list[Installed] = []
        notices: list[str] = []
        trusted = self.trusted()
        for folder in sorted(self._folders(), reverse=True):
            try:
                found.append(_look(folder, trusted))
            except SchemeRefused:
                notices.append(folder.name[:6])
        return found, [self._sentence(number, found) for number in notices]

    def newest(self) -> Installed | None:
        """Give the pack in force; None where the program's own definitions are."""
        found, _notices = self.packs()
        return found[0] if found else None

    def trusted(self) -> frozenset[str]:
        """Give the keys whose packs are taken here."""
        try:
            return frozenset((self.root / _SIGNERS).read_text("ascii").split())
        except (OSError, UnicodeDecodeError):
            return frozenset()

    @staticmethod
    def _sentence(number: str, found: list[Installed]) -> str:
        older = next((one for one in found if one.manifest.sequence < int(number)), None)
        used = f"已改用{older.manifest.version}" if older else "已改用程序自带的制度"
        return f"第{int(number)}号制度包的文件被改动或损坏，{used}；请重新安装制度包。"

    def _folders(self) -> list[Path]:
        try:
            return [path for path in self.root.iterdir() if _FOLDER.fullmatch(path.name) and path.is_dir()]
        except OSError:
            return []

    # -- installing

    def install(self, file: Path, trusted: Collection[str]) -> tuple[Installed, asking.Tried]:
        """Check a pack in the limited child, try it, and put it on the shelf; `trusted` are raw public keys in hex.

        Raises:
            SchemeRefused: for every reason a pack can have; nothing has changed.
        """
        content = asking.take_apart(file)
        manifest = verified(content)
        signing.refuse_stranger(manifest, self.trusted() or trusted)
        sha256 = digest(content.manifest)
        before = self.newest()
        _refuse_older(manifest, sha256, before)
        with self._staged() as staging:
            laid = staging / "pack"
            try:
                lay_out(laid, content)
                (staging / "scratch").mkdir()
            except OSError as error:
                raise SchemeRefused("scheme-not-kept", f"制度包存不下：{disk.reason_of(error)}，没有安装。") from error
            tried = asking.try_out(laid, staging / "scratch", before.folder if before else None)
            return self._keep(laid, manifest, sha256), tried

    def _keep(self, laid: Path, manifest: Manifest, sha256: str) -> Installed:
        place = self.root / f"{manifest.sequence:06d}-{sha256[:16]}"
        try:
            if place.exists():  # damaged, or it would have been refused as installed
                shutil.rmtree(place)
            laid.replace(place)
            signers = sorted(self.trusted() | {manifest.signer})
            _write(self.root / f"{_SIGNERS}.new", "\n".join(signers).encode())
            (self.root / f"{_SIGNERS}.new").replace(self.root / _SIGNERS)
        except OSError as error:
            raise SchemeRefused("scheme-not-kept", f"制度包存不下：{disk.reason_of(error)}，没有安装。") from error
        return Installed(place, manifest, sha256)

    @contextlib.contextmanager
    def _staged(self) -> Iterator[Path]:
        staging = self.root / f".new-{secrets.token_hex(4)}"
        try:
            staging.mkdir(parents=True)
        except OSError as error:
            raise SchemeRefused("scheme-not-kept", f"制度包存不下：{disk.reason_of(error)}，没有安装。") from error
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)

    # -- rolling back

    def roll_back(self) -> tuple[Installed, Installed | None]:
        """Take the pack in force off the shelf; give it and the one now in force (None: the program's own).

        Without any pack nobody is trusted any more: the next one needs the province's key again.

        Raises:
            SchemeRefused: there is none.
        """
        found, _notices = self.packs()
        if not found:
            raise SchemeRefused("no-scheme-installed", "没有安装过制度包，现在用的就是程序自带的制度。")
        aside = self.root / _ASIDE / found[0].folder.name
        try:
            aside.parent.mkdir(exist_ok=True)
            shutil.rmtree(aside, ignore_errors=True)
            found[0].folder.replace(aside)
            if len(found) == 1:
                (self.root / _SIGNERS).unlink(missing_ok=True)
        except OSError as error:
            raise SchemeRefused("scheme-not-kept", f"制度包不能撤下：{disk.reason_of(error)}。") from error
        return found[0], found[1] if len(found) > 1 else None


def verified(content: asking.Content) -> Manifest:
    """Give the manifest of a pack whose signature and members are what it says.

    Raises:
        SchemeRefused: they are not.
    """
    manifest = signing.signed(content.manifest, content.signature)
    refuse_other_content(manifest, content.members)
    return manifest


def _look(folder: Path, trusted: Collection[str]) -> Installed:
    """Check an installed pack: signature, signer, every byte, and nothing beside."""
    try:
        raw, signature = (folder / MANIFEST).read_bytes(), (folder / SIGNATURE).read_bytes()
        names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()]
        members = {name: (folder / name).read_bytes() for name in names if name not in (MANIFEST, SIGNATURE)}
    except OSError as error:
        raise SchemeRefused("scheme-unreadable", f"制度包读不了（{disk.reason_of(error)}）。") from error
    manifest = verified(asking.Content(raw, signature, members))
    signing.refuse_stranger(manifest, trusted)
    return Installed(folder, manifest, digest(raw))


def _refuse_older(manifest: Manifest, sha256: str, before: Installed | None) -> None:
    if before is None:
        return
    known = before.manifest
    if sha256 == before.sha256:
        raise SchemeRefused("scheme-installed", f"制度包 {known.version}（第{known.sequence}号）已经安装。")
    if manifest.sequence <= known.sequence:
        raise SchemeRefused(
            "scheme-older",
            f"制度包 {manifest.version}（第{manifest.sequence}号）不比已安装的 {known.version}（第{known.sequence}号）"
            "新，没有安装。",
        )
    if manifest.demo != known.demo:
        raise SchemeRefused("scheme-demo", "演示的制度包与正式的制度包不能混装，没有安装。")


def lay_out(place: Path, content: asking.Content) -> None:
    """Write a pack's files into a new folder; every name was tested against the manifest, whose names are safe."""
    for name, raw in [(MANIFEST, content.manifest), (SIGNATURE, content.signature), *content.members.items()]:
        path = place.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, raw)


def _write(path: Path, raw: bytes) -> None:
    with path.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
