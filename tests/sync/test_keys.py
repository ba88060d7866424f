"""The device key: one a Book and PC, kept where its owner alone can read it."""

from __future__ import annotations

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.book import Book
from sync import keys
from sync.errors import KeyProblem
from sync.keys import device_key, verify


def key_files(folder):
    return sorted((folder / "keys").glob("*.key"))


def test_the_key_is_made_once_and_found_again(book, tmp_path):
    first = device_key(book)
    assert device_key(book).key_id == first.key_id == book.get("device.key_id")
    assert [path.stem for path in key_files(tmp_path)] == [first.key_id]


def test_what_it_signs_verifies_and_nothing_else_does(book):
    key = device_key(book)
    signature = key.sign("申报".encode())
    assert verify(key.public, signature, "申报".encode())
    assert not verify(key.public, signature, "申报 ".encode())
    assert not verify(key.public, signature[:-1], "申报".encode())
    assert not verify(b"short", signature, "申报".encode())


@given(st.binary(max_size=40), st.binary(max_size=70))
def test_garbage_never_verifies_and_never_breaks(public, signature):
    assert not verify(public, signature, b"x")


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_the_file_is_its_owners_alone_whatever_the_umask(book, tmp_path):
    before = os.umask(0)
    try:
        device_key(book)
    finally:
        os.umask(before)
    assert stat.S_IMODE(key_files(tmp_path)[0].stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_a_key_that_others_can_read_is_refused(book, tmp_path):
    device_key(book)
    key_files(tmp_path)[0].chmod(0o644)
    with pytest.raises(KeyProblem, match="chmod 600"):
        device_key(book)


def test_a_book_on_another_pc_gets_another_key(book, tmp_path, monkeypatch):
    here = device_key(book)
    monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "other-pc"))
    assert device_key(book).key_id != here.key_id


def test_two_books_on_one_pc_have_two_keys(book, tmp_path):
    with Book.create(tmp_path / "b.zhibao", uscc=book.firm.uscc, name="另一账套", division="222401") as other:
        assert device_key(other).key_id != device_key(book).key_id


def test_a_damaged_key_is_a_sentence(book, tmp_path):
    device_key(book)
    key_files(tmp_path)[0].write_text("not a key", encoding="ascii")
    with pytest.raises(KeyProblem, match="已损坏"):
        device_key(book)


def test_the_keyring_library_is_never_asked_for_a_plain_text_or_null_backend(monkeypatch, tmp_path, book):
    """On this bare machine no real keyring works, whatever is configured: the key goes to a file of the owner's."""
    monkeypatch.delenv("ZHIBAO_KEYS")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "share"))
    book.put("firm.demo", "0")
    store = keys.key_store(book)
    assert "null" not in type(getattr(store, "_backend", store)).__module__


def test_a_working_keyring_keeps_the_key(monkeypatch, book):
    """A keyring of the allowed kind, in memory."""
    from keyring import backend

    kept = {}

    class Keyring(backend.KeyringBackend):
        priority = 5

        def get_password(self, service, username):
            return kept.get((service, username))

        def set_password(self, service, username, password):
            kept[service, username] = password

        def delete_password(self, service, username):
            del kept[service, username]

    Keyring.__module__ = "keyring.backends.SecretService"
    monkeypatch.delenv("ZHIBAO_KEYS")
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [Keyring()])
    book.put("firm.demo", "0")
    key = device_key(book)
    assert list(kept) == [("zhibao", key.key_id)]
    assert device_key(book).sign(b"x") == key.sign(b"x")


def test_a_demonstration_keeps_its_key_beside_its_book(monkeypatch, book):
    monkeypatch.delenv("ZHIBAO_KEYS")
    key = device_key(book)
    assert (book.path.parent / "keys" / f"{key.key_id}.key").exists()
    assert device_key(book).key_id == key.key_id
