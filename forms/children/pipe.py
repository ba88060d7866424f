"""What a child and its parent say to each other, piece by piece: msgpack frames, each with its length before it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from typing import BinaryIO

_LENGTH = struct.Struct("<I")
_LARGEST_FRAME = 256 * 1024 * 1024

_encoder = msgspec.msgpack.Encoder()

Said = TypeVar("Said")


def write(stream: BinaryIO, message: object) -> None:
    """Write one frame and let it go."""
    body = _encoder.encode(message)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def read(stream: BinaryIO, decoder: msgspec.msgpack.Decoder[Said]) -> Said | None:
    """Read the next frame as what the decoder knows and nothing else; None where the stream ends.

    Raises:
        ValueError: what came is no such frame (msgspec's errors are ValueErrors too).
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LARGEST_FRAME:
        raise ValueError(length)
    body = stream.read(length)
    return decoder.decode(body) if len(body) == length else None
