"""What is known of pages, sections and words without reading a posting."""

from __future__ import annotations

import pytest

from content.model import Synonym
from index import engine
from index.build import build_index, content_hash
from index.container import read_container, write_container
from index.engine import open_index
from index.errors import IndexDamagedError
from index.schema import BODY, TITLE
from tests.index.made import library

LIBRARY = library(
    {
        "who": ("Who to call", [("", "A child calls."), ("Night", "I called. A child calls.")]),
        "bruise": ("A bruise", "A mark."),
        "call": ("Call", [("", "Ring."), ("Late", ""), ("Later", "Ring on.")]),
    },
    [Synonym("DV", "domestic violence")],
)
HASH = content_hash(LIBRARY)
BLOB = build_index(LIBRARY)
TABLES = open_index(BLOB, HASH).tables


def test_pages_stand_in_reading_order_and_know_their_sections() -> None:
    assert list(TABLES.pages) == ["who", "bruise", "call"]
    assert list(TABLES.page_of) == [0, 0, 1, 2, 2, 2]
    assert [TABLES.first_of(page) for page in range(3)] == [0, 2, 3]


def test_a_page_is_found_by_its_id() -> None:
    assert [TABLES.number_of(page) for page in ("who", "bruise", "call", "", "cal", "x")] == [
        *(0, 1, 2),
        *(None, None, None),
    ]


def test_lengths_count_the_words_that_are_searched_for() -> None:
    assert list(TABLES.lengths[TITLE]) == [1, 1, 1, 1, 1, 1]
    assert list(TABLES.lengths[BODY]) == [2, 3, 1, 1, 0, 1]
    assert TABLES.average_length(BODY) == pytest.approx(8 / 5)  # empty ones do not count


def test_each_word_is_one_of_the_forms_of_its_stem() -> None:
    forms = {TABLES.form_of(word) for word in ("call", "called", "calls")}
    assert forms == {0, 1, 2}
    assert TABLES.form_of("chil") is None
    assert TABLES.form_of("zzz") is None


def test_words_know_how_many_sections_have_them() -> None:
    vocabulary = TABLES.vocabulary
    assert dict(zip(vocabulary.words, vocabulary.counts, strict=True))["child"] == 2


def test_a_posting_tells_how_often_and_in_which_forms() -> None:
    opened = open_index(BLOB, HASH)
    sections, codes = opened.postings("call")
    patterns = [opened.tables.patterns[code] for code in codes]
    assert list(sections) == [0, 1, 3, 4, 5]
    assert [(p.title, p.body, p.forms.bit_count()) for p in patterns] == [
        (1, 1, 2),
        (1, 2, 3),
        *[(1, 0, 1)] * 3,
    ]


@pytest.mark.parametrize("name", ["title-lengths", "lengths-body", "word-counts", "page-order"])
def test_columns_of_different_lengths_are_refused(name: str) -> None:
    parts = {part: bytes(data.whole()) for part, data in read_container(BLOB, HASH, engine.FILES).items()}
    parts[name] = parts[name][:-1]
    tables = open_index(write_container(parts, HASH), HASH).tables
    with pytest.raises(IndexDamagedError):
        _ = (tables.title_lengths, tables.lengths, tables.vocabulary, tables.number_of("who"))


def test_other_synonyms_make_another_index() -> None:
    """Their stems lie in the index."""
    assert content_hash(library({"a": ("A", "")}, [Synonym("a", "b")])) != content_hash(
        library({"a": ("A", "")}, [Synonym("a", "c")])
    )
