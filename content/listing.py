"""What lists and trees ask of all pages at once, without making a head for each.

Pages have numbers here: their places in the reading order. A *branch* is a theme, a child group or a pack;
pages stand in it when they name it themselves, and below it when they stand in it or in a branch below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol, runtime_checkable

from content.model import Library, PageHead

BranchKind = Literal["theme", "group", "pack"]
BRANCH_KINDS: tuple[BranchKind, ...] = ("theme", "group", "pack")
ROOT = ""
"""The id of what stands above all themes or groups; among packs it is the library's own."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many different pages there are: in a branch itself, below it, and of these the library's own."""

    inside: int = 0
    below: int = 0
    own: int = 0


class Listing(Protocol):
    """Answers in numbers; safe to share between threads."""

    @property
    def ids(self) -> Sequence[str]:
        """Page ids in reading order."""

    def number_of(self, page_id: str) -> int | None:
        """The place of a page in the reading order."""

    def title(self, number: int) -> str:
        """The title of a page."""

    def counts(self, kind: BranchKind, branch: str) -> Counts:
        """How many pages a branch has; nothing for one that no tree reaches."""

    def pages_in(self, kind: BranchKind, branch: str) -> Sequence[int]:
        """The pages that name the branch, in reading order."""

    def branches_of(self, kind: BranchKind, page_id: str) -> tuple[str, ...]:
        """The branches that a page names."""

    def current_id(self, former: str) -> str | None:
        """What a page is called now that was called so before."""


@runtime_checkable
class _Listed(Protocol):
    """Heads that come with a listing of their own."""

    @property
    def listing(self) -> Listing: ...


def listing_of(library: Library) -> Listing:
    """The listing that a compiled library brings, or one that is worked out from all heads."""
    return library.heads.listing if isinstance(library.heads, _Listed) else HeadListing(library)


class HeadListing:
    """Worked out from the heads of a library that was read from source; each table when first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def ids(self) -> Sequence[str]:
        """Page ids in reading order."""
        return tuple(self._library.heads)

    def number_of(self, page_id: str) -> int | None:
        """The place of a page in the reading order."""
        return self._numbers.get(page_id)

    def title(self, number: int) -> str:
        """The title of a page."""
        return self._library.heads[self.ids[number]].title

    def counts(self, kind: BranchKind, branch: str) -> Counts:
        """How many pages a branch has."""
        return self.all_counts[kind].get(branch, Counts())

    def pages_in(self, kind: BranchKind, branch: str) -> Sequence[int]:
        """The pages that name the branch."""
        return self._places[kind].get(branch, ())

    def branches_of(self, kind: BranchKind, page_id: str) -> tuple[str, ...]:
        """The branches that a page names."""
        return branches_named(kind, self._library.heads[page_id])

    def current_id(self, former: str) -> str | None:
        """What a page is called now."""
        return self.former_ids.get(former)

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """What each renamed page is called now."""
        return {old: head.id for head in self._library.heads.values() for old in head.renamed_from}

    @cached_property
    def all_counts(self) -> Mapping[BranchKind, Mapping[str, Counts]]:
        """The counts of every branch that a tree reaches, also of the root."""
        return {kind: dict(self._counted(kind)) for kind in BRANCH_KINDS}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {page_id: number for number, page_id in enumerate(self.ids)}

    @cached_property
    def _places(self) -> Mapping[BranchKind, Mapping[str, list[int]]]:
        found: dict[BranchKind, dict[str, list[int]]] = {kind: {} for kind in BRANCH_KINDS}
        for number, head in enumerate(self._library.heads.values()):
            for kind, places in found.items():
                for branch in dict.fromkeys(branches_named(kind, head)):
                    places.setdefault(branch, []).append(number)
        return found

    def _counted(self, kind: BranchKind) -> Iterator[tuple[str, Counts]]:
        own = frozenset(self._places["pack"].get(ROOT, ()))
        for branch, pages in self._below(kind):
            yield branch, Counts(len(self.pages_in(kind, branch)), len(pages), len(pages & own))

    def _below(self, kind: BranchKind) -> Iterator[tuple[str, frozenset[int]]]:
        """Every branch that a tree reaches with the different pages below it, the root last."""
        if kind == "pack":
            for pack, pages in self._places[kind].items():
                yield pack, frozenset(pages)
            return
        below = sub_branches(self._library, kind)

        def walk(branch: str) -> Iterator[tuple[str, frozenset[int]]]:
            pages = set(self.pages_in(kind, branch)) if branch else set()
            for child in below.get(branch, ()):
                for one, its_pages in walk(child):
                    yield one, its_pages
                    if one == child:
                        pages |= its_pages
            yield branch, frozenset(pages)

        yield from walk(ROOT)


def branches_named(kind: BranchKind, head: PageHead) -> tuple[str, ...]:
    """The themes, the groups or the pack of a page."""
    match kind:
        case "theme":
            return head.themes
        case "group":
            return head.groups
        case "pack":
            return (head.pack,)


def sub_branches(library: Library, kind: BranchKind) -> Mapping[str, list[str]]:
    """The ids of the branches below each branch, in the author's order."""
    below: dict[str, list[str]] = {}
    if kind == "theme":
        for theme in sorted(library.themes.values(), key=lambda theme: theme.order):
            below.setdefault(theme.parent, []).append(theme.id)
    else:
        below[ROOT] = [group.id for group in sorted(library.groups.values(), key=lambda group: group.order)]
    return below
