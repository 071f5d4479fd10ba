"""A library as the parts of a file; content/compiled.py reads them again. A start needs none of this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from content.deflate import deflated, dictionary_of
from content.json_text import json_bytes
from content.listing import BRANCH_KINDS, BranchKind, HeadListing
from content.model import Library
from content.page_codec import encoded_head, encoded_page
from content.tables import blocks_of, buckets_of
from content.value_codec import encoded

_SMALL_DICTIONARY = 8 * 1024
"""For heads and the like: what they share is short."""


def parts_of(library: Library) -> list[bytes]:
    """All parts, in the order in which their numbers count; equal libraries give equal parts."""
    return _Writer(library).parts()


class _Writer:
    """Gathers parts; `_at` tells where the first part of each table stands, and how many records it has."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._listing = HeadListing(library)
        self._parts: list[bytes] = [b""]  # the first is written last: it knows where all others are
        self._at: dict[str, tuple[int, int]] = {}

    def parts(self) -> list[bytes]:
        library, heads = self._library, self._library.heads
        for name in ("synonyms", "glossary", "questions", "hazards"):
            self._add(name, [encoded(tuple(getattr(library, name)))])
        self._add("former ids", [json_bytes(dict(self._listing.former_ids))])
        branches = {kind: list(self._branches(kind)) for kind in BRANCH_KINDS}
        self._add_ids("ids", tuple(heads))
        self._add("titles", map(json_bytes, blocks_of([head.title for head in heads.values()])))
        self._add_records("heads", [json_bytes(encoded_head(head)) for head in heads.values()])
        self._add_records("pages", [json_bytes(encoded_page(library.pages[id_])) for id_ in heads], None)
        for name in ("contacts", "sources"):
            values = getattr(library, name)
            self._add_ids(f"{name} ids", tuple(values))
            self._add_records(name, list(map(encoded, values.values())))
        self._parts[0] = deflated(json_bytes([self._shown(), self._at, branches]))
        return self._parts

    def _shown(self) -> str:
        """What every start shows."""
        library = self._library
        tables = (library.themes, library.groups, library.joined)
        return encoded((library.info, *(tuple(table.values()) for table in tables))).decode()

    def _branches(self, kind: BranchKind) -> Iterator[list[Any]]:
        """Each branch with the part that holds the numbers of its pages, as steps from one to the next."""
        for branch, counts in self._listing.all_counts[kind].items():
            numbers = self._listing.pages_in(kind, branch)
            steps = [after - before for before, after in zip((-1, *numbers), numbers, strict=False)]
            self._parts.append(deflated(json_bytes(steps)))
            yield [branch, len(self._parts) - 1, counts.inside, counts.below, counts.own]

    def _add_ids(self, name: str, ids: Sequence[str]) -> None:
        tables: list[Mapping[str, int] | list[str]] = [*blocks_of(ids), *buckets_of(ids)]
        self._add(name, map(json_bytes, tables), len(ids))

    def _add_records(self, name: str, records: Sequence[bytes], most: int | None = _SMALL_DICTIONARY) -> None:
        dictionary = dictionary_of(records) if most is None else dictionary_of(records, most)
        self._add(f"{name} dictionary", [dictionary])
        self._add(name, records, len(records), dictionary)

    def _add(self, name: str, parts: Iterable[bytes], count: int = 1, dictionary: bytes = b"") -> None:
        self._at[name] = (len(self._parts), count)
        self._parts += [deflated(part, dictionary) for part in parts]
