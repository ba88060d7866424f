"""The scheme packs of an endpoint: the one it serves, and by which one a document is to be judged.

They lie on a shelf beside the database, like a user's. A document that names none was filled under the definitions the
program came with, which are number 0.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms import in_use
from forms.catalogue import Catalogue, load_catalogue
from forms.scheme import container
from forms.scheme.manifest import MANIFEST, SIGNATURE, SchemeRefused
from forms.scheme.shelf import Installed, Shelf
from sync.endpoint.refusal import Refusal, not_found
from sync.problems import ProblemType
from sync.protocol import SchemePack
from sync.signed import SchemeRef

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "schemes"
_SHIPPED = 0


class Schemes:
    """The packs by sequence; read once at the start of the endpoint."""

    def __init__(self, folder: Path) -> None:
        """Read the shelf in an endpoint's folder."""
        packs, self.notices = Shelf(folder / FOLDER).packs()
        self._packs = {pack.manifest.sequence: pack for pack in packs}
        self.newest: Installed | None = packs[0] if packs else None
        self.catalogue: Catalogue = load_catalogue(self.newest.definitions if self.newest else in_use.SHIPPED)

    @property
    def current(self) -> SchemeRef | None:
        """Name the pack that is served; None where the program's own definitions are in force."""
        return None if self.newest is None else _named(self.newest)

    def pack(self, have: str | None) -> SchemePack:
        """Give the pack that is served; without its bytes to one who has it.

        Raises:
            Refusal: not-found, where there is none.
        """
        if self.newest is None:
            raise not_found()
        named = _named(self.newest)
        return SchemePack(named, None if have == named.sha256 else _bytes(self.newest))

    def catalogue_of(self, claimed: SchemeRef | None) -> Catalogue:
        """Give the definitions a document was filled under.

        Raises:
            Refusal: edition-unknown, edition-closed.
        """
        sequence = _SHIPPED if claimed is None else claimed.sequence
        oldest = int(self.catalogue.scheme.parameters.get("oldest_sequence", 0))
        if sequence < oldest:
            version = "程序自带的制度" if claimed is None else f"制度包 {claimed.version}"
            raise Refusal(ProblemType.EDITION_CLOSED, f"{version}已停用，请先安装省平台现行的制度包，再重新生成申报。")
        if claimed is None:
            return load_catalogue(in_use.SHIPPED)
        pack = self._packs.get(sequence)
        if pack is None or pack.sha256 != claimed.sha256:
            raise Refusal(
                ProblemType.EDITION_UNKNOWN,
                f"省平台没有发放过制度包 {claimed.version}（第{sequence}号），请安装省平台现行的制度包后重新生成。",
            )
        return load_catalogue(pack.definitions)

    def catalogue_of_plain(self, document: dict[str, Any]) -> Catalogue:
        """Give the definitions of a document that was examined before."""
        found = document.get("scheme")
        return self.catalogue_of(None if found is None else SchemeRef(**found))


def take_in(folder: Path, files: Sequence[Path], public: bytes) -> list[str]:
    """Put packs upon an endpoint's shelf, oldest first; only those signed with its own key.

    Raises:
        SchemeRefused: one cannot be used. One that is there already is passed over.
    """
    taken = []
    for file in files:
        try:
            done, _tried = Shelf(folder / FOLDER).install(file, {public.hex()})
        except SchemeRefused as refusal:
            if refusal.code != "scheme-installed":
                raise
        else:
            taken.append(done.manifest.version)
    return taken


def _named(pack: Installed) -> SchemeRef:
    return SchemeRef(pack.manifest.version, pack.manifest.sequence, pack.sha256)


def _bytes(pack: Installed) -> bytes:
    """Put the file together again: its bytes follow from its content."""
    names = [member.name for member in pack.manifest.members]
    members = {name: (pack.folder / name).read_bytes() for name in names}
    return container.write((pack.folder / MANIFEST).read_bytes(), (pack.folder / SIGNATURE).read_bytes(), members)
