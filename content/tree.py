"""The two trees a worker browses, by theme and by child group, and the way back up from a page.

A tree has a node for each theme or group; what stands below one is made when somebody looks there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, overload

from content.listing import ROOT, BranchKind, Listing, listing_of, sub_branches
from content.model import Group, Library, Theme

NodeKind = Literal["theme", "group", "page"]


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A line of a tree; `count` is the number of different pages below it, and 1 for a page."""

    kind: NodeKind
    id: str
    title: str
    count: int
    children: Sequence[TreeNode] = ()


class Rows(Sequence[TreeNode]):
    """What stands below a theme or group: branches, then its own pages, each made anew when asked for."""

    __slots__ = ("_branch", "_kind", "_listing", "branches")

    def __init__(
        self, listing: Listing, kind: BranchKind, branch: str, branches: tuple[TreeNode, ...]
    ) -> None:
        self.branches = branches
        self._listing = listing
        self._kind: BranchKind = kind
        self._branch = branch

    def __len__(self) -> int:
        inside = self._listing.counts(self._kind, self._branch).inside if self._branch else 0
        return len(self.branches) + inside

    @overload
    def __getitem__(self, row: int) -> TreeNode: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[TreeNode, ...]: ...
    def __getitem__(self, row: int | slice) -> TreeNode | tuple[TreeNode, ...]:
        if isinstance(row, slice):
            return tuple(self[one] for one in range(*row.indices(len(self))))
        row = range(len(self))[row]
        if row < len(self.branches):
            return self.branches[row]
        return self._page(self._pages()[row - len(self.branches)])

    def __iter__(self) -> Iterator[TreeNode]:
        yield from self.branches
        for number in self._pages():
            yield self._page(number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # what is made when asked for can be no key

    def page_ids(self) -> Iterator[str]:
        """The pages that stand here, not those of branches below."""
        return (self._listing.ids[number] for number in self._pages())

    def row_of_page(self, page_id: str) -> int | None:
        """In which row a page stands, if it stands here."""
        number = self._listing.number_of(page_id)
        if number is None or self._branch not in self._listing.branches_of(self._kind, page_id):
            return None
        pages = self._pages()
        return len(self.branches) + pages.index(number) if number in pages else None

    def _pages(self) -> Sequence[int]:
        return self._listing.pages_in(self._kind, self._branch) if self._branch else ()

    def _page(self, number: int) -> TreeNode:
        return TreeNode("page", self._listing.ids[number], self._listing.title(number), 1)


def theme_tree(library: Library) -> TreeNode:
    """Themes within themes with their pages; sub-themes stand before pages, empty themes are left out."""
    return _tree(library, "theme", library.themes)


def group_tree(library: Library) -> TreeNode:
    """Child groups with their pages; groups without a page are left out."""
    return _tree(library, "group", library.groups)


def reading_order(library: Library) -> Sequence[str]:
    """Page ids as "next" and "previous" walk them: each page once."""
    return listing_of(library).ids


def breadcrumb(library: Library, page_id: str) -> tuple[str, ...]:
    """Theme ids from the top down to the page's first theme; empty when the page has none."""
    crumbs: list[str] = []
    theme_id = next(iter(library.heads[page_id].themes), "")
    while theme_id in library.themes and theme_id not in crumbs:
        crumbs.append(theme_id)
        theme_id = library.themes[theme_id].parent
    return tuple(reversed(crumbs))


def branch_rows(node: TreeNode) -> Iterator[tuple[int, TreeNode]]:
    """The themes or groups among what stands below a node, each with its row; no page is made for it."""
    if isinstance(node.children, Rows):
        yield from enumerate(node.children.branches)
    else:
        yield from ((row, child) for row, child in enumerate(node.children) if child.kind != "page")


def branches_below(node: TreeNode) -> Iterator[TreeNode]:
    """Every theme or group below a node."""
    for _row, branch in branch_rows(node):
        yield branch
        yield from branches_below(branch)


def page_row(node: TreeNode, page_id: str) -> int | None:
    """The row of a page right below a node, if it stands there."""
    if isinstance(node.children, Rows):
        return node.children.row_of_page(page_id)
    rows = (row for row, child in enumerate(node.children) if (child.kind, child.id) == ("page", page_id))
    return next(rows, None)


def page_ids(node: TreeNode) -> frozenset[str]:
    """The different pages in and below a node."""
    if node.kind == "page":
        return frozenset((node.id,))
    if isinstance(node.children, Rows):
        below = map(page_ids, node.children.branches)
        return frozenset[str]().union(node.children.page_ids(), *below)
    return frozenset[str]().union(*map(page_ids, node.children))


def pages_in_order(library: Library, node: TreeNode) -> list[str]:
    """The different pages in and below a node, in reading order."""
    listing = listing_of(library)
    numbers = {number for page_id in page_ids(node) if (number := listing.number_of(page_id)) is not None}
    return [listing.ids[number] for number in sorted(numbers)]


def _tree(library: Library, kind: Literal["theme", "group"], places: Mapping[str, Theme | Group]) -> TreeNode:
    listing = listing_of(library)
    below = sub_branches(library, kind)

    def node(branch: str, title: str) -> TreeNode:
        counts = ((child, listing.counts(kind, child).below) for child in below.get(branch, ()))
        branches = tuple(node(child, places[child].title) for child, pages in counts if pages)
        rows = Rows(listing, kind, branch, branches)
        return TreeNode(kind, branch, title, listing.counts(kind, branch).below, rows)

    return node(ROOT, library.info.title)
