"""Both trees hold every page, and the way back up is the way down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from content.model import Library
from content.reading.read import read_pack
from content.tree import TreeNode, breadcrumb, group_tree, page_ids, reading_order, theme_tree


def outline(node: TreeNode, depth: int = 0) -> Iterator[str]:
    for child in node.children:
        mark = "" if child.kind == "page" else f" ({child.count})"
        yield f"{'  ' * depth}{child.id}{mark}"
        yield from outline(child, depth + 1)


def test_themes_nest_four_deep_and_ragged(small: Library) -> None:
    assert list(outline(theme_tree(small))) == [
        "acting (5)",
        *("  danger-now", "  who-to-call", "  baby-bruise", "  outside-risk", "  words-we-use"),
        "safety (4)",
        "  home (3)",
        "    babies (2)",
        "      sleep (1)",
        "        safe-sleep",
        "      baby-bruise",
        "    young-carers",
        "  outside (1)",
        "    outside-risk",
    ]


def test_groups_hold_their_pages(small: Library) -> None:
    assert list(outline(group_tree(small))) == [
        "under-fives (3)",
        *("  danger-now", "  baby-bruise", "  safe-sleep"),
        "all (5)",
        *("  danger-now", "  who-to-call", "  young-carers", "  outside-risk", "  words-we-use"),
    ]


def test_counts_are_of_different_pages_and_both_trees_are_whole(small: Library) -> None:
    for tree in (theme_tree(small), group_tree(small)):
        assert page_ids(tree) == set(small.heads)
        assert tree.count == len(small.heads)
        assert (tree.id, tree.title) == ("", small.info.title)


def test_theme_without_a_page_is_left_out(pack) -> None:
    pack.edit("pages/safe-sleep.md", "themes: [sleep]", "themes: [home]")
    library = read_pack(pack.folder).library
    assert library is not None
    assert "      sleep (1)" not in list(outline(theme_tree(library)))


def test_breadcrumb_leads_from_the_top_to_the_first_theme(small: Library) -> None:
    assert breadcrumb(small, "safe-sleep") == ("safety", "home", "babies", "sleep")
    assert breadcrumb(small, "outside-risk") == ("safety", "outside")
    assert breadcrumb(small, "danger-now") == ("acting",)


def test_reading_order_has_each_page_once(small: Library) -> None:
    order = reading_order(small)
    assert sorted(order) == sorted(small.heads)
    assert order[0] == "danger-now"


def test_circle_of_themes_ends(small: Library) -> None:
    round_trip = {**small.themes, "safety": replace(small.themes["safety"], parent="sleep")}
    library = replace(small, themes=round_trip)
    assert breadcrumb(library, "safe-sleep") == ("safety", "home", "babies", "sleep")
    assert page_ids(theme_tree(library)) < set(small.heads)
