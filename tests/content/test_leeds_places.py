"""Nothing of the fact packs is lost: each statement and fact has its pages, or a reason to have none."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from content.model import Library
from content.reading.read import read_pack

HERE = Path(__file__).parent
PACK = Path(__file__).parents[2] / "content" / "leeds"


def table_rows(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """The rows of a table as (statement, pages), in the file's own order, without note and heading."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [(statement, tuple(pages.split())) for statement, pages in cells]


def reasons() -> list[tuple[str, str]]:
    """What no page carries, as (fact or contact, reason), in the file's own order."""
    lines = (HERE / "facts_not_used.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [(name, reason) for name, reason in cells]


SEED, FACTS = table_rows("seed_places.tsv"), table_rows("fact_places.tsv")
PLACES = dict(SEED + FACTS)
NOT_USED = reasons()
FACTS_OF_PACK = [(range(1, 228), 160), (range(241, 401), 126), (range(401, 568), 150), (range(601, 855), 157)]
"""The numbers that each fact pack uses, and how many facts it holds."""


@cache
def leeds() -> Library:
    """The Leeds pack as it stands in the checkout; read once, frozen, so tests may share it."""
    library = read_pack(PACK).library
    assert library is not None
    return library


def test_the_seed_table_names_every_statement_once_in_order() -> None:
    assert [statement for statement, _pages in SEED] == [f"S-{number:02}" for number in range(1, 60)]


def test_each_fact_stands_in_one_of_the_two_tables_once() -> None:
    placed = [fact for fact, _pages in FACTS]
    left_out = [name for name, _reason in NOT_USED if name.startswith("F-")]
    assert placed == sorted(placed)
    both = placed + left_out
    assert len(both) == len(set(both)) == sum(count for _numbers, count in FACTS_OF_PACK)


@pytest.mark.parametrize(("numbers", "count"), FACTS_OF_PACK)
def test_the_tables_hold_every_fact_of_a_pack(numbers: range, count: int) -> None:
    names = [fact for fact, _pages in FACTS] + [name for name, _reason in NOT_USED]
    assert len([name for name in names if name.startswith("F-") and int(name[2:]) in numbers]) == count


def test_what_is_not_used_is_named_once_in_order_with_a_reason() -> None:
    names = [name for name, _reason in NOT_USED]
    assert len(names) == len(set(names))
    assert names == sorted(names, key=lambda name: (name[0] != "F", int(name[2:])))
    assert [name for name, reason in NOT_USED if len(reason) < 15 or not reason.endswith(".")] == []


@pytest.mark.parametrize("statement", PLACES)
def test_statement_stands_on_its_pages(statement: str) -> None:
    pages = PLACES[statement]
    assert pages, f"{statement} has no page"
    for page in pages:
        assert page in leeds().heads, f"{statement} names {page}, which is not in the pack"
        assert statement in leeds().heads[page].facts, f"{page} does not list {statement} in its facts"


def test_pages_carry_no_statement_that_the_tables_do_not_know() -> None:
    carried = {fact for head in leeds().heads.values() for fact in head.facts}
    assert carried == set(PLACES)


def test_the_handbook_has_its_pages_and_tables() -> None:
    library = leeds()
    assert len(library.heads) == 77
    assert len(library.glossary) >= 170
    assert len(library.synonyms) >= 250
    assert sum(len(synonym.variants) for synonym in library.synonyms) >= 600
    assert len(library.questions) >= 300


def test_every_page_is_within_three_links_of_the_start_page() -> None:
    library = leeds()
    reached = {*library.info.start_here, library.info.danger_page}
    for theme in library.themes.values():  # the start page has a card for each
        reached.add(theme.start_page)
    for _link in range(2):
        reached |= {target for page in reached for target in _links(library, page)}
    assert set(library.heads) - reached == set()


def _links(library: Library, page: str) -> set[str]:
    """Where a page leads: its related pages and the links in its words."""
    text = (PACK / "pages" / f"{page}.md").read_text("utf-8")
    return {*library.heads[page].related, *re.findall(r"\[\[([a-z0-9-]+)", text)}
