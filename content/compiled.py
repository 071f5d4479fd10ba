"""A library as one file that is read where it is needed: no YAML, no Markdown, nothing that grows with it.

The file is made of parts (content/parts.py), each deflated by itself. Part 0 says what stands where and holds
what every start shows: the pack, its themes and groups. Pages, heads, contacts and sources are tables
(content/tables.py). Synonyms, glossary, questions and hazards are a part each, read by whoever asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from types import MappingProxyType
from typing import Any, TypeVar

from content.errors import EditionDamagedError
from content.json_text import count_in, list_in, read_json, text_in
from content.listing import BRANCH_KINDS, ROOT, BranchKind, Counts, branches_named
from content.model import (
    Contact,
    GlossaryTerm,
    Group,
    Hazard,
    Library,
    PackInfo,
    Page,
    PageHead,
    Question,
    Source,
    Synonym,
    Theme,
)
from content.page_codec import decoded_head, decoded_page
from content.parts import BytesSource, Parts, write_parts
from content.parts import Source as PartSource
from content.tables import Ids, LazyTuple, Reader, Records, Table, Texts, refusing
from content.value_codec import decoded

KIND = b"handrail library"
FORMAT = 8  # 6: spoken sentences; 7: signatures, hazards; 8: marks of sources
_DEEPEST_THEME = 64
_NOTHING_KNOWN = ("one_minute", (), (), (), (), date.min, date.min, "")
"""Of a page whose head is damaged: the kind that says least, no themes, no dates."""
_Value = TypeVar("_Value")


def compile_library(library: Library) -> bytes:
    """The library as bytes; the same library always gives the same bytes."""
    from content.library_writer import parts_of  # a start has no use for it

    return write_parts(KIND, FORMAT, parts_of(library))


def open_compiled(source: bytes | PartSource) -> Library:
    """The library in these bytes; EditionDamagedError if they are of another format or damaged at their head.

    Damage elsewhere is told to whoever asks for what is damaged, again with EditionDamagedError.
    """
    parts = Parts(BytesSource(source) if isinstance(source, bytes) else source, KIND, FORMAT)
    reader = Reader(parts)
    start = reader.value("start", 0, _Start.read)
    with refusing():
        return _opened(reader, start)


def _opened(reader: Reader, start: _Start) -> Library:
    heads = _Heads(reader, start)
    return Library(
        info=start.info,
        themes=_by_id(start.themes),
        groups=_by_id(start.groups),
        contacts=_records(reader, start, "contacts", Contact),
        sources=_records(reader, start, "sources", Source),
        synonyms=_whole(reader, start, "synonyms", Synonym),
        glossary=_whole(reader, start, "glossary", GlossaryTerm),
        questions=_whole(reader, start, "questions", Question),
        heads=heads,
        pages=_pages(reader, start, heads),
        joined=_by_id(start.joined),
        hazards=_whole(reader, start, "hazards", Hazard),
    )


@dataclass(frozen=True, slots=True)
class _Start:
    """Part 0: it grows with themes and groups, not with pages.

    `at` has for each table its first part and the number of its records, `branches` for each branch the part
    that holds its pages.
    """

    info: PackInfo
    themes: tuple[Theme, ...]
    groups: tuple[Group, ...]
    joined: tuple[PackInfo, ...]
    at: Mapping[str, tuple[int, int]]
    branches: Mapping[BranchKind, Mapping[str, tuple[int, Counts]]]

    @classmethod
    def read(cls, data: bytes) -> _Start:
        """The part as a value; ValueError, TypeError or KeyError for what was not written so."""
        shown, at, branches = list_in(read_json(data))
        info, themes, groups, joined = decoded(text_in(shown).encode())
        (own,) = _all_of(PackInfo, (info,))
        _refuse_deep(_all_of(Theme, themes))
        return cls(
            *(own, themes, _all_of(Group, groups), _all_of(PackInfo, joined)),
            {name: (count_in(first), count_in(count)) for name, (first, count) in at.items()},
            {kind: dict(map(_branch, list_in(branches[kind]))) for kind in BRANCH_KINDS},
        )

    def table(self, name: str) -> Table:
        """Where the records of a table stand."""
        return Table(name, *self.at[name], self.at[f"{name} dictionary"][0])


def _branch(row: object) -> tuple[str, tuple[int, Counts]]:
    branch, part, inside, below, own = list_in(row)
    return text_in(branch), (count_in(part), Counts(count_in(inside), count_in(below), count_in(own)))


def _refuse_deep(themes: Sequence[Theme]) -> None:
    """Trees are walked down by calls within calls."""
    parents = {theme.id: theme.parent for theme in themes}
    for theme in parents:
        way = {theme}
        while (theme := parents.get(theme, ROOT)) and theme not in way:
            way.add(theme)
            if len(way) > _DEEPEST_THEME:
                raise ValueError("themes within themes without an end")


class _FileListing:
    """The listing of a compiled library: a block is read for a title, a part for the pages of a branch."""

    def __init__(self, reader: Reader, start: _Start, heads: Mapping[str, PageHead]) -> None:
        self._reader = reader
        self._start = start
        self._heads = heads
        self.ids = Ids(reader, *start.at["ids"])
        self._titles = Texts(reader, start.at["titles"][0], len(self.ids))

    def number_of(self, page_id: str) -> int | None:
        """The place of a page in the reading order."""
        return self.ids.number_of(page_id)

    def title(self, number: int) -> str:
        """The title of a page."""
        return self._titles[number]

    def counts(self, kind: BranchKind, branch: str) -> Counts:
        """How many pages a branch has."""
        return self._branch(kind, branch)[1]

    def pages_in(self, kind: BranchKind, branch: str) -> Sequence[int]:
        """The pages that name the branch."""
        part, counts = self._branch(kind, branch)
        pages = self._reader.value("numbers", part, _numbers) if counts.inside else ()
        with refusing():
            if len(pages) != counts.inside or (pages and pages[-1] >= len(self.ids)):
                raise ValueError("pages that are not there")
        return pages

    def branches_of(self, kind: BranchKind, page_id: str) -> tuple[str, ...]:
        """The branches that a page names."""
        return branches_named(kind, self._heads[page_id])

    def current_id(self, former: str) -> str | None:
        """What a page is called now."""
        return self._reader.value("former ids", self._start.at["former ids"][0], _former_ids).get(former)

    def _branch(self, kind: BranchKind, branch: str) -> tuple[int, Counts]:
        return self._start.branches[kind].get(branch, (0, Counts()))


def _numbers(data: bytes) -> tuple[int, ...]:
    """Ascending numbers from the steps between them."""
    steps = [count_in(step) for step in list_in(read_json(data))]
    if 0 in steps:
        raise ValueError("a page twice")
    return tuple(number - 1 for number in accumulate(steps))


def _former_ids(data: bytes) -> Mapping[str, str]:
    return {former: text_in(now) for former, now in read_json(data).items()}


class _Heads(Records[PageHead]):
    """Heads in reading order; they bring their listing, so that nobody needs all of them."""

    def __init__(self, reader: Reader, start: _Start) -> None:
        self.listing = _FileListing(reader, start, self)
        super().__init__(reader, start.table("heads"), self.listing.ids, _head)

    def __getitem__(self, page_id: str) -> PageHead:
        """The head of a page; where it is damaged a stand-in, so that lists with it can be shown.

        Opening such a page says that it is damaged.
        """
        try:
            return self.whole(page_id)
        except EditionDamagedError:
            number = self.listing.ids.index(page_id)
            return PageHead(page_id, self.listing.title(number), *_NOTHING_KNOWN)

    def whole(self, page_id: str) -> PageHead:
        """The head as it was written, or EditionDamagedError."""
        return super().__getitem__(page_id)


def _head(page_id: str, data: bytes) -> PageHead:
    head = decoded_head(read_json(data))
    if head.id != page_id:
        raise ValueError("another page")
    return head


def _pages(reader: Reader, start: _Start, heads: _Heads) -> Mapping[str, Page]:
    def page(page_id: str, data: bytes) -> Page:
        return decoded_page(heads.whole(page_id), read_json(data))

    return Records(reader, start.table("pages"), heads.listing.ids, page)


def _records(reader: Reader, start: _Start, name: str, kind: type[_Value]) -> Mapping[str, _Value]:
    def record(_id: str, data: bytes) -> _Value:
        (value,) = _all_of(kind, (decoded(data),))
        return value

    return Records(reader, start.table(name), Ids(reader, *start.at[f"{name} ids"]), record)


def _whole(reader: Reader, start: _Start, name: str, kind: type[_Value]) -> Sequence[_Value]:
    part, _count = start.at[name]
    return LazyTuple(lambda: reader.value(name, part, lambda data: _all_of(kind, decoded(data))))


def _all_of(kind: type[_Value], values: object) -> tuple[_Value, ...]:
    if type(values) is not tuple or any(type(value) is not kind for value in values):
        raise TypeError("not what stands there")
    return values


def _by_id(values: Sequence[Any]) -> Mapping[str, Any]:
    return MappingProxyType({value.id: value for value in values})
