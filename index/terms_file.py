"""What Whoosh's hash reader asks of a file, over a part of the container: no copy, no unsafe pickle."""

from __future__ import annotations

import io
from struct import Struct
from typing import Any

from index import safe_pickle
from index.container import Part


class TermsFile:
    """A part read like a file. All numbers are big-endian."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._at = 0

    def seek(self, at: int) -> None:
        """Read on from here."""
        self._at = at

    def tell(self) -> int:
        """Where is read next."""
        return self._at

    def read(self, length: int) -> bytes:
        """The next bytes."""
        data = self.get(self._at, length)
        self._at += length
        return data

    def read_byte(self) -> int:
        """The next number of one byte."""
        return self.read(1)[0]

    def read_int(self) -> int:
        """The next number of four."""
        return self._number("!i", self.read(4))

    def read_pickle(self) -> Any:
        """The next value; one that names a class is refused."""
        file = io.BytesIO(self._part.read(self._at, self._part.size))
        value = safe_pickle.load(file)
        self._at += file.tell()
        return value

    def get(self, at: int, length: int) -> bytes:
        """The bytes at a place."""
        return self._part.read(at, at + length)

    def get_byte(self, at: int) -> int:
        """The number of one byte there."""
        return self.get(at, 1)[0]

    def get_ushort(self, at: int) -> int:
        """The number of two, without a sign."""
        return self._number("!H", self.get(at, 2))

    def get_int(self, at: int) -> int:
        """The number of four."""
        return self._number("!i", self.get(at, 4))

    def get_uint(self, at: int) -> int:
        """The same without a sign."""
        return self._number("!I", self.get(at, 4))

    def get_long(self, at: int) -> int:
        """The number of eight."""
        return self._number("!q", self.get(at, 8))

    @staticmethod
    def _number(form: str, data: bytes) -> int:
        number: int = Struct(form).unpack(data)[0]
        return number
