"""The two trees a worker browses, by theme and by child group, and the way back up from a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from content.model import Group, Library, PageHead, Theme

NodeKind = Literal["theme", "group", "page"]
_Placement = Callable[[PageHead], tuple[str, ...]]
_Branch = TypeVar("_Branch", Theme, Group)


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A line of a tree; `count` is the number of different pages below it, and 1 for a page."""

    kind: NodeKind
    id: str
    title: str
    count: int
    children: tuple[TreeNode, ...] = ()


def theme_tree(library: Library) -> TreeNode:
    """Themes within themes with their pages; sub-themes stand before pages, empty themes are left out."""
    below: dict[str, list[Theme]] = {}
    for theme in _in_order(library.themes):
        below.setdefault(theme.parent, []).append(theme)
    pages = _pages_by(library, lambda head: head.themes)
    children = _theme_nodes("", below, pages)
    return TreeNode("theme", "", library.info.title, _distinct(children), children)


def group_tree(library: Library) -> TreeNode:
    """Child groups with their pages; groups without a page are left out."""
    pages = _pages_by(library, lambda head: head.groups)
    nodes = (_node("group", group, pages.get(group.id, ())) for group in _in_order(library.groups))
    children = tuple(node for node in nodes if node.count)
    return TreeNode("group", "", library.info.title, _distinct(children), children)


def reading_order(library: Library) -> tuple[str, ...]:
    """Page ids as "next" and "previous" walk them: each page once."""
    return tuple(library.heads)


def breadcrumb(library: Library, page_id: str) -> tuple[str, ...]:
    """Theme ids from the top down to the page's first theme; empty when the page has none."""
    crumbs: list[str] = []
    theme_id = next(iter(library.heads[page_id].themes), "")
    while theme_id in library.themes and theme_id not in crumbs:
        crumbs.append(theme_id)
        theme_id = library.themes[theme_id].parent
    return tuple(reversed(crumbs))


def page_ids(node: TreeNode) -> frozenset[str]:
    """The different pages in and below a node."""
    if node.kind == "page":
        return frozenset((node.id,))
    return frozenset[str]().union(*map(page_ids, node.children))


def _theme_nodes(
    parent: str, below: Mapping[str, list[Theme]], pages: Mapping[str, tuple[TreeNode, ...]]
) -> tuple[TreeNode, ...]:
    nodes = (
        _node("theme", theme, (*_theme_nodes(theme.id, below, pages), *pages.get(theme.id, ())))
        for theme in below.get(parent, ())
    )
    return tuple(node for node in nodes if node.count)


def _in_order(branches: Mapping[str, _Branch]) -> list[_Branch]:
    return sorted(branches.values(), key=lambda branch: branch.order)


def _node(kind: NodeKind, branch: Theme | Group, children: tuple[TreeNode, ...]) -> TreeNode:
    return TreeNode(kind, branch.id, branch.title, _distinct(children), children)


def _pages_by(library: Library, placement: _Placement) -> dict[str, tuple[TreeNode, ...]]:
    found: dict[str, tuple[TreeNode, ...]] = {}
    for head in library.heads.values():
        leaf = TreeNode("page", head.id, head.title, 1)
        for branch_id in dict.fromkeys(placement(head)):
            found[branch_id] = (*found.get(branch_id, ()), leaf)
    return found


def _distinct(children: Iterable[TreeNode]) -> int:
    return len(frozenset[str]().union(*map(page_ids, children)))
