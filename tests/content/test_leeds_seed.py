"""No statement of the Leeds seed page is lost: each has a page in the pack that lists it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from content.model import Library
from content.read import read_pack

PACK = Path(__file__).parents[2] / "content" / "leeds"
TABLE = Path(__file__).with_name("seed_places.tsv")
STATEMENTS = tuple(f"S-{number:02}" for number in range(1, 60))


def table_rows() -> list[tuple[str, tuple[str, ...]]]:
    """The rows of the table as (statement, pages), in the file's own order, without note and heading."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    cells = [line.split("\t") for line in lines[1:]]
    return [(statement, tuple(pages.split())) for statement, pages in cells]


PLACES = dict(table_rows())


@cache
def leeds() -> Library:
    """The Leeds pack as it stands in the checkout; read once, frozen, so tests may share it."""
    library = read_pack(PACK).library
    assert library is not None
    return library


def test_table_names_every_statement_once_in_order() -> None:
    assert tuple(statement for statement, _pages in table_rows()) == STATEMENTS


@pytest.mark.parametrize("statement", STATEMENTS)
def test_statement_stands_on_its_pages(statement: str) -> None:
    pages = PLACES[statement]
    assert pages, f"{statement} has no page"
    for page in pages:
        assert page in leeds().heads, f"{statement} names {page}, which is not in the pack"
        assert statement in leeds().heads[page].facts, f"{page} does not list {statement} in its facts"


def test_pages_carry_only_statements_of_the_table() -> None:
    heads = leeds().heads
    carried = {(fact, page) for page in heads for fact in heads[page].facts if fact.startswith("S-")}
    assert carried <= {(statement, page) for statement, pages in PLACES.items() for page in pages}
