"""Two packs as one library: the first is the guidance, the second stands behind it, as the handbook does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from content.errors import ContentError
from content.listing import listing_of
from content.model import Group, Library, PageHead, Theme
from content.tree import TreeNode, branch_rows

_Value = TypeVar("_Value")
_Branch = TypeVar("_Branch", Theme, Group)


def join(first: Library, second: Library) -> Library:
    """One library that reads on from the first pack into the second.

    It is the first's edition: title, date, status and start page are the first's. Each page of the second
    carries its pack's id in its head, so that `Library.info_of` finds its own publisher, date and status.
    Raises ContentError when both packs use the same id for something.
    """
    for things, ids, other in _names(first, second):
        _refuse_twice(things, set(ids) & set(other))
    heads = {head.id: _from(second, head) for head in second.heads.values()}
    pages = {page.head.id: replace(page, head=heads[page.head.id]) for page in second.pages.values()}
    return replace(
        first,
        themes=_together(first.themes, _after(first.themes, second.themes)),
        groups=_together(first.groups, _after(first.groups, second.groups)),
        contacts=_together(first.contacts, second.contacts),
        sources=_together(first.sources, second.sources),
        synonyms=(*first.synonyms, *second.synonyms),
        glossary=(*first.glossary, *second.glossary),
        questions=(*first.questions, *second.questions),
        hazards=(*first.hazards, *second.hazards),
        heads=_together(first.heads, heads),
        pages=_together(first.pages, pages),
        joined=_together({**first.joined, second.info.id: second.info}, second.joined),
    )


def own_children(library: Library, root: TreeNode) -> tuple[TreeNode, ...]:
    """The branches of a tree that hold pages of the library's own pack, so not those of help alone."""
    listing = listing_of(library)
    branches = ((node, node.kind) for _row, node in branch_rows(root))
    return tuple(node for node, kind in branches if kind != "page" and listing.counts(kind, node.id).own)


def _names(first: Library, second: Library) -> Iterator[tuple[str, Collection[str], Collection[str]]]:
    yield "pack", {first.info.id, *first.joined}, {second.info.id, *second.joined}
    yield "theme", first.themes, second.themes
    yield "child group", first.groups, second.groups
    yield "contact", first.contacts, second.contacts
    yield "source", first.sources, second.sources
    yield "page", _page_names(first), _page_names(second)


def _page_names(library: Library) -> set[str]:
    """Former names count: a bookmark that was kept under one must open one page only."""
    return {name for head in library.heads.values() for name in (head.id, *head.renamed_from)}


def _refuse_twice(things: str, ids: Iterable[str]) -> None:
    for id_ in sorted(ids):
        raise ContentError(f'Two packs have a {things} with the id "{id_}": rename it in one of them.')


def _from(second: Library, head: PageHead) -> PageHead:
    return head if head.pack else replace(head, pack=second.info.id)


def _after(first: Mapping[str, _Branch], second: Mapping[str, _Branch]) -> dict[str, _Branch]:
    """The second's branches in their own order, all behind the first's."""
    last = max((branch.order for branch in first.values()), default=0)
    return {id_: replace(branch, order=last + 1 + branch.order) for id_, branch in second.items()}


def _together(first: Mapping[str, _Value], second: Mapping[str, _Value]) -> Mapping[str, _Value]:
    return MappingProxyType({**first, **second})
