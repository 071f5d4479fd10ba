"""Two packs as one library: nothing is lost, nothing is mixed up, and the first stays what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from content.checks.check import check
from content.compiled import compile_library, open_compiled
from content.errors import ContentError
from content.join import join, own_children
from content.model import Library, Source, Status
from content.reading.read import read_pack
from content.tree import group_tree, reading_order, theme_tree

WRITTEN = date(2026, 11, 23)
HANDBOOK = Path(__file__).parents[2] / "content" / "handbook"


@pytest.fixture(scope="module")
def handbook() -> Library:
    library = read_pack(HANDBOOK).library
    assert library is not None
    return library


@pytest.fixture
def joined(small: Library, handbook: Library) -> Library:
    return join(small, handbook)


def test_the_handbook_passes_the_check_that_it_is_held_to() -> None:
    assert check(read_pack(HANDBOOK), WRITTEN) == ()


def test_the_first_pack_gives_the_edition_its_name(joined: Library, small: Library) -> None:
    assert joined.info == small.info


def test_the_reading_order_goes_on_from_the_first_into_the_second(
    joined: Library, small: Library, handbook: Library
) -> None:
    assert reading_order(joined) == (*small.heads, *handbook.heads)
    assert list(joined.pages) == list(joined.heads)


def test_nothing_of_either_is_lost(joined: Library, small: Library, handbook: Library) -> None:
    for table in ("themes", "groups", "contacts", "sources"):
        assert list(getattr(joined, table)) == [*getattr(small, table), *getattr(handbook, table)]
    for table in ("synonyms", "glossary", "questions"):
        assert getattr(joined, table) == getattr(small, table) + getattr(handbook, table)
    for page in small.pages.values():
        assert joined.pages[page.head.id] == page
    for page in handbook.pages.values():
        assert joined.pages[page.head.id].sections == page.sections


def test_the_second_stands_last_in_both_trees(joined: Library, small: Library) -> None:
    for tree in (theme_tree, group_tree):
        before, after = tree(small).children, tree(joined).children
        assert [node.id for node in after[:-1]] == [node.id for node in before]
        assert {page.id for page in after[-1].children} == joined.heads.keys() - small.heads.keys()


def test_places_of_the_second_keep_their_own_order(small: Library) -> None:
    second = replace(_bare(small, "second"), themes=_renamed(small.themes))
    orders = {id: theme.order for id, theme in join(small, second).themes.items()}
    assert orders["second-safety"] - orders["second-acting"] == orders["safety"] - orders["acting"]
    assert min(orders[id] for id in second.themes) > max(orders[id] for id in small.themes)


def test_each_page_knows_whose_it_is(joined: Library, small: Library, handbook: Library) -> None:
    for head in joined.heads.values():
        assert joined.info_of(head) == (small.info if head.id in small.heads else handbook.info)
    assert small.info.status is Status.DRAFT
    assert handbook.info.status is Status.PROGRAM


def test_help_is_no_branch_of_the_guidance(joined: Library, small: Library, handbook: Library) -> None:
    assert [node.id for node in own_children(joined, theme_tree(joined))] == [
        node.id for node in theme_tree(small).children
    ]
    assert own_children(handbook, theme_tree(handbook)) == theme_tree(handbook).children


def test_a_joined_library_compiles_and_opens_as_it_was(joined: Library) -> None:
    opened = open_compiled(compile_library(joined))
    assert opened.joined == joined.joined
    assert dict(opened.heads) == dict(joined.heads)
    assert dict(opened.pages) == dict(joined.pages)
    assert compile_library(opened) == compile_library(joined)


def test_three_packs_join_too(joined: Library, small: Library, handbook: Library) -> None:
    third = _bare(small, "third")
    from_left, from_right = join(joined, third), join(small, join(handbook, third))
    assert list(from_left.joined) == list(from_right.joined) == ["handbook", "third"]
    assert dict(from_left.heads) == dict(from_right.heads)


def test_the_same_id_in_both_is_one_sentence(joined: Library, small: Library, handbook: Library) -> None:
    with pytest.raises(ContentError, match=r'Two packs have a pack with the id "handbook"'):
        join(joined, handbook)
    other = _bare(small, "other")
    source = next(iter(small.sources))
    with pytest.raises(ContentError, match=rf'a source with the id "{source}": rename it'):
        join(small, replace(other, sources={source: Source(source, "Mine", "Me")}))
    with pytest.raises(ContentError, match='a theme with the id "acting"'):
        join(small, replace(other, themes={"acting": small.themes["acting"]}))
    with pytest.raises(ContentError, match='a page with the id "baby-bruise"'):
        join(small, replace(other, heads=small.heads, pages=small.pages))


def test_a_former_name_of_a_page_counts(small: Library, handbook: Library) -> None:
    """Else a bookmark that was kept under it would open the wrong page."""
    head = replace(small.heads["safe-sleep"], renamed_from=("help-keys",))
    with pytest.raises(ContentError, match='a page with the id "help-keys"'):
        join(replace(small, heads={**small.heads, head.id: head}), handbook)


def test_only_the_handbook_may_call_itself_help(pack) -> None:
    """Else guidance could lose its draft line without a signature."""
    pack.edit("pack.yml", "status: draft", "status: program")
    assert [one.rule for one in pack.check()] == ["bad-status"]
    library = read_pack(pack.folder).library
    assert library is not None
    assert library.info.status is Status.DRAFT


def _bare(library: Library, id: str) -> Library:
    """A pack without anything but a name."""
    return replace(
        library,
        info=replace(library.info, id=id),
        **{name: {} for name in ("themes", "groups", "contacts", "sources", "heads", "pages")},
        **dict.fromkeys(("synonyms", "glossary", "questions"), ()),
    )


def _renamed(themes):
    return {f"second-{id}": replace(theme, id=f"second-{id}", parent="") for id, theme in themes.items()}
