"""A province with a key and a desk: packs made of the program's own definitions, changed as the story wants."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from forms import in_use
from forms.scheme import building, signing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SHIPPED = in_use.SHIPPED.parent


@dataclass
class Desk:
    """The province's desk: a folder of definitions, a key, and the packs it gave out."""

    folder: Path
    key: Path
    given: list[Path] = field(default_factory=list)

    @property
    def signer(self) -> str:
        """The raw public key in hex."""
        return signing.KeyFile(self.key).public.hex()

    @property
    def fingerprint(self) -> str:
        """What the province publishes of its key."""
        return signing.fingerprint(self.signer)

    def change(self, name: str, before: str, after: str) -> None:
        """Change a text of a definition."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    def add(self, name: str, text: str) -> None:
        """Write at the end of a definition, or a new one."""
        path = self.folder / name
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")

    def rule(self, statement: str, *, form: str = "JLFW-02", how: str = "select") -> None:
        """Add a rule to the newest edition of a form."""
        newest = max((self.folder / "definitions" / form).glob("*.rules.toml"))
        name = newest.relative_to(self.folder).as_posix()
        case = f'severity = "error"\nfields = ["contract_no"]\nmessage = "试"\n{how} = """{statement}"""\n'
        self.add(name, f'\n[[rule]]\nid = "Z-001"\ntitle = "外来的规则"\n\n[[rule.case]]\n{case}')

    def give(self, version: str = "2026.1", sequence: int = 1, **more: object) -> Path:
        """Sign a pack of what lies on the desk."""
        edition = building.Edition(version, sequence, str(more.get("first", "2026-01")), demo=bool(more.get("demo", 1)))
        out = self.folder.parent / f"{version}-{sequence}-{len(self.given)}.zbscheme"
        out.write_bytes(building.build(self.folder, edition, signing.KeyFile(self.key)))
        self.given.append(out)
        return out


def write_key(path: Path) -> Path:
    """Make a key file."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(pem)
    return path


@pytest.fixture
def make_desk(tmp_path: Path) -> Callable[[str], Desk]:
    """Set up desks by name."""

    def made(name: str) -> Desk:
        folder = tmp_path / name
        for part in ("definitions", "codelists"):
            shutil.copytree(SHIPPED / part, folder / part, ignore=shutil.ignore_patterns("README.md"))
        return Desk(folder, write_key(tmp_path / f"{name}.pem"))

    return made


@pytest.fixture
def desk(make_desk: Callable[[str], Desk]) -> Desk:
    """The province's desk."""
    return make_desk("省厅")


@pytest.fixture(autouse=True)
def _fresh_choice() -> Iterator[None]:
    """What one test installed is not in force in the next."""
    in_use.refresh()
    yield
    in_use.refresh()
