"""No page is a dead end: where its author named no related pages, its words find them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import log

import pytest

from content.compiled import compile_library, open_compiled
from content.join import join
from content.model import Library
from desktop.edition.compile_edition import read_library
from index import similar_pages
from index.similar_pages import tf_idf, with_related
from tests.index.made import SMALL, library, small_library

PAGES = {
    "crying": ("When a baby cries", "Babies cry. Shaking a baby harms its brain."),
    "shaking": ("Never shake a baby", "Shaking harms the brain of a baby that cries."),
    "sleep": ("Safe sleep", "A baby sleeps on its back in a cot."),
    "school": ("Missing school", "Children who miss lessons; attendance officers visit."),
    "truant": ("Attendance", "Officers for attendance ask why lessons are missed at school."),
}


def named(made: Library, page: str, *related: str) -> Library:
    heads = {**made.heads, page: replace(made.heads[page], related=related)}
    pages = {**made.pages, page: replace(made.pages[page], head=heads[page])}
    return replace(made, heads=heads, pages=pages)


def test_the_page_most_like_it_stands_first() -> None:
    made = with_related(library(PAGES))
    assert made.heads["crying"].related[0] == "shaking"
    assert made.heads["school"].related[0] == "truant"


def test_what_an_author_named_stands() -> None:
    made = with_related(named(library(PAGES), "crying", "school"))
    assert made.heads["crying"].related == ("school",)
    assert made.heads["shaking"].related[0] == "crying"


def test_no_page_is_without_and_none_leads_to_itself() -> None:
    for made in (with_related(library(PAGES)), with_related(small_library())):
        for id_, head in made.heads.items():
            assert head.related
            assert id_ not in head.related
            assert len(set(head.related)) == len(head.related) <= 4
            assert made.pages[id_].head == head


def test_guidance_never_leads_to_help() -> None:
    guidance, help_ = library(PAGES), library({"help": ("Help with a baby that cries", PAGES["crying"][1])})
    info = replace(help_.info, id="help")
    joined = join(guidance, replace(help_, info=info, themes={}))
    assert all("help" not in head.related for head in with_related(joined).heads.values())


def test_they_are_kept_in_an_edition() -> None:
    made = with_related(library(PAGES))
    opened = open_compiled(compile_library(made))
    assert (
        opened.heads["crying"].related == opened.pages["crying"].head.related == made.heads["crying"].related
    )


def test_a_library_whose_authors_named_all_is_left_alone() -> None:
    made = with_related(library(PAGES))
    assert with_related(made) is made


def test_an_edition_of_a_pack_has_no_page_without() -> None:
    read, fault = read_library(SMALL)
    assert fault == ""
    assert all(head.related for head in read.heads.values())


ONE, TWO = 1.0, 1 + log(2)


@pytest.mark.parametrize(
    ("counts", "frequencies", "pages", "ratios"),
    [
        ({"a": 1, "b": 1}, {"a": 1, "b": 1}, 2, {"a": ONE, "b": ONE}),
        ({"a": 1, "b": 2}, {"a": 1, "b": 1}, 2, {"a": ONE, "b": TWO}),
        ({"a": 1, "b": 1}, {"a": 1, "b": 3}, 3, {"a": log(4), "b": log(2)}),
        ({"a": 1}, {"a": 4}, 4, {"a": ONE}),
    ],
    ids=["equal", "twice as often", "on more pages", "alone"],
)
def test_a_page_is_a_vector_of_length_one(
    counts: Mapping[str, int], frequencies: Mapping[str, int], pages: int, ratios: Mapping[str, float]
) -> None:
    """The cosine is the sum of products only if each vector has the length one."""
    vector = tf_idf(counts, frequencies, pages)
    assert sum(weight**2 for weight in vector.values()) == pytest.approx(1)
    scale = vector["a"] / ratios["a"]
    assert vector == {stem: pytest.approx(scale * ratio) for stem, ratio in ratios.items()}


def test_a_page_stands_for_its_heaviest_terms() -> None:
    vector = tf_idf({f"stem-{n}": 1 + (n < 60) for n in range(100)}, {f"stem-{n}": 1 for n in range(100)}, 9)
    assert set(vector) == {f"stem-{n}" for n in range(60)}
    assert tf_idf({}, {}, 9) == {}


def test_a_page_of_few_words_is_as_near_as_one_of_many() -> None:
    """Only the share of what two pages have in common counts, not how much stands on them."""
    filler = " ".join(f"filler{letter}" for letter in "abcdefghij")
    made = library(
        {
            "asked": ("", "Alpha beta."),
            "long": ("", f"Alpha beta. {filler}"),
            "short": ("", "Alpha beta gamma."),
        }
    )
    assert with_related(made).heads["asked"].related == ("short", "long")


def test_a_large_pack_finds_what_a_small_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where terms stand on too many pages for all to be looked through, the rarest propose."""
    filler = {
        f"other-{n}": (f"Other {n}", f"Babies, school and sleep. Number{n} words{n}.") for n in range(60)
    }
    made = library({**PAGES, **filler})
    whole = {page: with_related(made).heads[page].related for page in PAGES}
    monkeypatch.setattr(similar_pages, "_MOST_POSTINGS", 20)
    monkeypatch.setattr(similar_pages, "_COMPARED_PAGES", 10)
    bounded = with_related(made)
    assert {page: bounded.heads[page].related[0] for page in PAGES} == {
        page: related[0] for page, related in whole.items()
    }
    assert all(head.related for head in bounded.heads.values())


def test_the_work_for_a_page_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word on every page would else have each page compared with all others."""
    monkeypatch.setattr(similar_pages, "_MOST_POSTINGS", 30)
    pages = {f"page-{n}": (f"Page {n}", "The same words on every page.") for n in range(200)}
    made = with_related(library(pages))
    assert all(len(head.related) == 4 for head in made.heads.values())
