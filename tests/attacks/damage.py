"""Ways in which a file on a disk may come to harm, each drawn from a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]
ODD_WORDS = (
    b"1e999",
    b"-1",
    b"NaN",
    b"null",
    b'"\\ud800"',
    b"\xff\xfe",
    b"[" * 3000,
    b"9" * 5000,
    b"\0" * 64,
)


def place(data: bytes, random: Random) -> int:
    return random.randrange(len(data)) if data else 0


def bits(data: bytes, random: Random) -> bytes:
    harmed = bytearray(data)
    for _bit in range(random.randint(1, 8) if data else 0):
        harmed[place(data, random)] ^= 1 << random.randrange(8)
    return bytes(harmed)


def cut(data: bytes, random: Random) -> bytes:
    return data[: place(data, random)]


def zeros(data: bytes, random: Random) -> bytes:
    start = place(data, random)
    length = min(random.randint(1, 512), len(data) - start)
    return data[:start] + bytes(length) + data[start + length :]


def noise(data: bytes, random: Random) -> bytes:
    start = place(data, random)
    length = min(random.randint(1, 512), len(data) - start)
    return data[:start] + random.randbytes(length) + data[start + length :]


def swapped(data: bytes, random: Random) -> bytes:
    middle = place(data, random)
    return data[middle:] + data[:middle]


def doubled(data: bytes, random: Random) -> bytes:
    return data + data[place(data, random) :]


def word(data: bytes, random: Random) -> bytes:
    start = place(data, random)
    return data[:start] + random.choice(ODD_WORDS) + data[start + random.randint(0, 8) :]


def only_noise(_data: bytes, random: Random) -> bytes:
    return random.randbytes(random.randint(0, 4096))


def huge(data: bytes, random: Random) -> bytes:
    return data + random.choice((b" ", b"\0", b"[")) * 2_000_000


KINDS: tuple[Damage, ...] = (bits, cut, zeros, noise, swapped, doubled, word, only_noise, huge)
