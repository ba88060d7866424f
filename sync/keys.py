"""Keys: this PC's Ed25519 key for a Book, and the check of other people's signatures.

A device key belongs to one Book on one PC (a moved Book enrols again). Its private half is kept in the system's keyring
or, where there is none that works (a bare Linux server, a test), in a file its owner alone can read. Plain-text and
null keyrings are never used, whatever the keyring library is configured to. ``ZHIBAO_KEYS`` names a folder and forces
files.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from forms.book import Book
from sync.errors import KeyProblem
from sync.protocol import key_id_of

SERVICE = "zhibao"
DEVICE_KEY = "device.key_id"
_SAFE_KEYRINGS = re.compile(r"keyring\.backends\.(Windows|macOS|SecretService|libsecret|kwallet)\b")
_KEY_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """An Ed25519 key pair; the private half never leaves this object but to its store."""

    key_id: str
    public: bytes
    _private: Ed25519PrivateKey

    def sign(self, data: bytes) -> bytes:
        """Sign some bytes (64 bytes come back)."""
        return self._private.sign(data)


class KeyStore(Protocol):
    """Where private halves are kept, by key id, as base64 text."""

    def read(self, key_id: str) -> str | None:
        """Give the secret, or None if this PC has none of that id."""

    def write(self, key_id: str, secret: str) -> None:
        """Keep the secret."""


def verify(public: bytes, signature: bytes, data: bytes) -> bool:
    """Tell whether the signature over the data was made by the holder of the raw public key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def device_key(book: Book) -> DeviceKey:
    """Give this PC's key for the Book, making it at first use and again where the Book came from another PC.

    Raises `KeyProblem` where the key cannot be read or kept.
    """
    store = key_store(book)
    known = book.get(DEVICE_KEY)
    secret = store.read(known) if known and _KEY_ID.fullmatch(known) else None
    if secret is not None:
        return _from_secret(secret)
    fresh = Ed25519PrivateKey.generate()
    key = _with_id(fresh)
    store.write(key.key_id, base64.b64encode(fresh.private_bytes_raw()).decode())
    book.put(DEVICE_KEY, key.key_id)
    return key


def key_store(book: Book) -> KeyStore:
    """Choose the store: a folder if ``ZHIBAO_KEYS`` names one, else the keyring, else the user's data folder.

    A demonstration's key lies beside its Book: it has no place in anybody's keyring.
    """
    folder = os.environ.get("ZHIBAO_KEYS")
    if folder:
        return KeyFolder(Path(folder))
    if book.firm.demo:
        return KeyFolder(book.path.parent / "keys")
    return _system_keyring() or KeyFolder(_user_folder())


class KeyFolder:
    """One file a key, made readable by its owner alone before the first byte is in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key_id: str) -> str | None:
        """Give the secret; refuse a file that others can read."""
        path = self._path(key_id)
        try:
            mode = stat.S_IMODE(path.stat().st_mode)
            secret = path.read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as problem:
            raise KeyProblem(f"设备密钥文件无法读取：{path}。请检查文件权限，或联系平台重新发放报送码。") from problem
        if os.name == "posix" and mode & 0o077:
            raise KeyProblem(f"设备密钥文件可被他人读取：{path}。请把它的权限改为仅本人可读（chmod 600）后再试。")
        return secret

    def write(self, key_id: str, secret: str) -> None:
        """Write the file whole or not at all; an existing one is never overwritten."""
        path = self._path(key_id)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secret)
                file.flush()
                os.fsync(file.fileno())
        except OSError as problem:
            raise KeyProblem(f"设备密钥无法保存到 {self._folder}，请检查该文件夹是否可写。") from problem

    def _path(self, key_id: str) -> Path:
        return self._folder / f"{key_id}.key"


class _SystemKeyring:
    """The operating system's keyring, under the service name «zhibao»."""

    def __init__(self, backend: object) -> None:
        self._backend = backend

    def read(self, key_id: str) -> str | None:
        secret = self._ask("get_password", SERVICE, key_id)
        return secret if isinstance(secret, str) else None

    def write(self, key_id: str, secret: str) -> None:
        self._ask("set_password", SERVICE, key_id, secret)
        if self.read(key_id) != secret:
            raise KeyProblem("系统密钥环没有保存住设备密钥，请解锁系统密钥环后再试。")

    def _ask(self, verb: str, *words: str) -> object:
        from keyring.errors import KeyringError

        try:
            return getattr(self._backend, verb)(*words)
        except (KeyringError, OSError) as problem:
            raise KeyProblem("系统密钥环无法使用，请解锁系统密钥环后再试。") from problem


def _system_keyring() -> _SystemKeyring | None:
    """Give the best real keyring that works here; the library takes half a second to load, so only when asked."""
    from keyring import backend

    safe = [ring for ring in backend.get_all_keyring() if _SAFE_KEYRINGS.match(type(ring).__module__)]
    return _SystemKeyring(max(safe, key=lambda ring: float(ring.priority))) if safe else None


def _user_folder() -> Path:
    """Give this user's own data folder: local, never the roaming profile."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Zhibao" / "keys"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "zhibao" / "keys"


def _from_secret(secret: str) -> DeviceKey:
    try:
        return _with_id(Ed25519PrivateKey.from_private_bytes(base64.b64decode(secret, validate=True)))
    except (binascii.Error, ValueError) as problem:
        raise KeyProblem("设备密钥已损坏，请联系平台重新发放报送码，再建立一次联系。") from problem


def _with_id(private: Ed25519PrivateKey) -> DeviceKey:
    public = private.public_key().public_bytes_raw()
    return DeviceKey(key_id_of(public), public, private)
