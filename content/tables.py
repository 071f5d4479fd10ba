"""Tables of a compiled library: records found by id or by number, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload
from zlib import crc32

from content.deflate import inflated
from content.errors import damaged_edition
from content.json_text import count_in, read_json, texts_in
from content.lru_cache import LruCache
from content.parts import Parts

IDS_IN_A_BLOCK = 64
"""Ids, titles and places stand in blocks of so many: one block is read for one look-up."""
_CACHED_BYTES = 384 * 1024
"""What stays made, by the JSON that it was made from: 80 pages, or 1,000 heads; five times that in memory."""

_Value = TypeVar("_Value")
_Item = TypeVar("_Item")


@contextmanager
def refusing() -> Iterator[None]:
    """What does not read as it was written is damage, whatever Python calls it."""
    try:
        yield
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError) as problem:
        raise damaged_edition() from problem


class Reader:
    """The parts of one file, inflated and made into values, with a cache for all of them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._cache = LruCache[tuple[str, int], Any](_CACHED_BYTES)

    def value(self, kind: str, number: int, make: Callable[[bytes], _Value], dictionary: int = 0) -> _Value:
        """What is made of a part; the same value for all who ask while it is cached.

        `kind` says what is made: a forged file may call one part by two names.
        """
        made = self._cache.get((kind, number))
        if made is None:
            data = inflated(self._parts.read(number), self._dictionary(dictionary))
            with refusing():
                value = make(data)
            made = self._cache.put((kind, number), value, len(data))
        return made  # type: ignore[no-any-return]  # a kind is always made by the same function

    def _dictionary(self, number: int) -> bytes:
        return self.value("dictionary", number, bytes) if number else b""


@dataclass(frozen=True, slots=True)
class Table:
    """Where records stand: the first part, how many, and the part that they were deflated with."""

    name: str
    first: int
    count: int
    dictionary: int


def texts_of(data: bytes) -> tuple[str, ...]:
    """A block of ids or titles."""
    return texts_in(read_json(data))


def places_of(data: bytes) -> Mapping[str, int]:
    """A bucket of a hash table: the numbers of some ids."""
    return {str(id_): count_in(number) for id_, number in read_json(data).items()}


def bucket_of(id_: str, buckets: int) -> int:
    """The bucket that tells where an id stands."""
    return crc32(id_.encode(errors="surrogatepass")) % buckets


class Texts(Sequence[str]):
    """Texts by number, in blocks."""

    def __init__(self, reader: Reader, first: int, count: int) -> None:
        self._reader = reader
        self._first = first
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[str, ...]: ...
    def __getitem__(self, number: int | slice) -> str | tuple[str, ...]:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(*number.indices(self._count)))
        number = range(self._count)[number]
        block = self._reader.value("texts", self._first + number // IDS_IN_A_BLOCK, texts_of)
        with refusing():
            return block[number % IDS_IN_A_BLOCK]

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(self._count))


class Ids(Texts):
    """Ids in order, and the number of each through a hash table in the file."""

    def __init__(self, reader: Reader, first: int, count: int) -> None:
        super().__init__(reader, first, count)
        self._buckets = blocks_for(count)
        self._first_bucket = first + self._buckets

    def number_of(self, id_: str) -> int | None:
        """The number of an id, if it is one of these."""
        part = self._first_bucket + bucket_of(id_, self._buckets)
        number = self._reader.value("places", part, places_of).get(id_)
        if number is not None and number >= len(self):
            raise damaged_edition()
        return number

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """The number of an id; ValueError if it is none of these, or not in that range."""
        number = self.number_of(value)
        if number is None or number not in range(len(self))[start:stop]:
            raise ValueError(value)
        return number

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and self.number_of(value) is not None


class Records(Mapping[str, _Value]):
    """Values by id, in the order of the ids; each is a part of its own, made when it is asked for."""

    def __init__(
        self,
        reader: Reader,
        table: Table,
        ids: Ids,
        make: Callable[[str, bytes], _Value],
    ) -> None:
        if table.count != len(ids):
            raise ValueError("not as many records as ids")
        self._reader = reader
        self._table = table
        self._ids = ids
        self._make = make

    def __getitem__(self, id_: str) -> _Value:
        number = self._ids.number_of(id_)
        if number is None:
            raise KeyError(id_)
        table = self._table
        return self._reader.value(
            table.name, table.first + number, lambda data: self._make(id_, data), table.dictionary
        )

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class LazyTuple(Sequence[_Item], Generic[_Item]):
    """A table that is read whole, but only when somebody asks."""

    def __init__(self, load: Callable[[], tuple[_Item, ...]]) -> None:
        self._load = load

    @overload
    def __getitem__(self, at: int) -> _Item: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[_Item, ...]: ...
    def __getitem__(self, at: int | slice) -> _Item | tuple[_Item, ...]:
        return self._load()[at]

    def __iter__(self) -> Iterator[_Item]:
        return iter(self._load())

    def __len__(self) -> int:
        return len(self._load())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._load() == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # nothing that is read later can be a key


def blocks_for(count: int) -> int:
    """How many blocks so many ids take."""
    return max(1, -(-count // IDS_IN_A_BLOCK))


def blocks_of(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in blocks."""
    for block in range(blocks_for(len(texts))):
        yield list(texts[block * IDS_IN_A_BLOCK : (block + 1) * IDS_IN_A_BLOCK])


def buckets_of(ids: Sequence[str]) -> list[dict[str, int]]:
    """The hash table of these ids."""
    buckets: list[dict[str, int]] = [{} for _ in range(blocks_for(len(ids)))]
    for number, id_ in enumerate(ids):
        buckets[bucket_of(id_, len(buckets))][id_] = number
    return buckets
