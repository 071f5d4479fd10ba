"""What counts more: the word as typed, its forms, its synonyms, what it may grow into, a misspelling."""

from __future__ import annotations

import pytest

from content.model import Synonym
from index.hits import SPELLING, Reason
from tests.index.made import ask, pages_for, searcher

FILLER = "One two three four five."


def test_the_five_tiers_stand_in_their_order() -> None:
    """The question is still being typed, so that its word may grow."""
    searched = searcher(
        {
            "grown": ("Title", f"Shakespeare {FILLER}"),
            "synonym": ("Title", f"Jolting {FILLER}"),
            "stem": ("Title", f"Shaking {FILLER}"),
            "exact": ("Title", f"Shake {FILLER}"),
            **{f"other-{n}": ("Title", f"Nothing {FILLER}") for n in range(9)},
        },
        [Synonym("shake", "jolting")],
    )
    assert pages_for(searched, "shake") == ["exact", "stem", "synonym", "grown"]


def test_a_misspelling_is_read_only_after_everything_else() -> None:
    searched = searcher(
        {
            "near": ("Chapeltown chapeltown", "Chapeltown chapeltown chapeltown."),
            "exact": ("Other", f"Chapeltwn {FILLER} {FILLER} {FILLER}"),
        }
    )
    exact, near = ask(searched, "chapeltwn ").hits
    assert (exact.rank, exact.page, exact.why) == (1, "exact", ())
    assert (near.rank, near.page, near.why) == (2, "near", (Reason("chapeltown", SPELLING),))
    assert near.title_marks
    assert ask(searched, "chapeltwn ").suggestion == ""


def test_enough_pages_keep_misspellings_out() -> None:
    pages = {f"exact-{n}": ("Other", f"Form {FILLER}") for n in range(3)}
    searched = searcher({**pages, "near": ("Title", f"Farm {FILLER}")})
    assert "near" not in pages_for(searched, "form ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("coersive", "coercive"),
        ("coecrive", "coercive"),
        ("coercve", "coercive"),
        ("coerrcive", "coercive"),
        ("voercive", "coercive"),
        ("ocercive", "coercive"),
        ("strangultaion", "strangulation"),
        ("strngulaton", "strangulation"),
    ],
)
def test_misspelt_words_find_what_is_meant(typed: str, meant: str) -> None:
    searched = searcher({"page": ("Coercive control", "It may end in strangulation."), "other": ("A", "B")})
    answer = ask(searched, typed)
    assert [hit.page for hit in answer.hits] == ["page"]
    assert answer.suggestion == meant
    assert answer.hits[0].why == (Reason(meant, SPELLING),)


def test_short_words_are_taken_as_they_are() -> None:
    assert ask(searcher({"page": ("Mum", "Mum.")}), "mun ").hits == ()


@pytest.mark.parametrize("typed", ["ab", "abu", "abus", "abuse", "abused", "abusi"])
def test_a_begun_word_meets_all_that_it_may_become(typed: str) -> None:
    assert pages_for(searcher({"page": ("Title", "Abusing a child.")}), typed) == ["page"]


def test_a_finished_word_does_not_grow() -> None:
    searched = searcher({"page": ("Title", "Abusing a child.")})
    assert ask(searched, "abu ").hits == ()


@pytest.mark.parametrize("typed", ["0113 376", "0113376", "01133760336", "0113 376 0336", "376 0336"])
def test_a_number_is_found_however_it_is_typed(typed: str) -> None:
    searched = searcher({"page": ("Who", "Ring 0113 376 0336."), "other": ("A", "Ring 0800 1111.")})
    assert pages_for(searched, typed)[:1] == ["page"]


@pytest.mark.parametrize("typed", ["self harm", "self-harm", "selfharm", "selfharming", "self-h"])
def test_hyphens_do_not_matter(typed: str) -> None:
    searched = searcher({"hyphen": ("A", "About self-harm."), "other": ("B", "Nothing here.")})
    assert pages_for(searched, typed)[:1] == ["hyphen"]


NUMBERS = {
    "duty": ("Duty", "Ring 0113\u00a0376\u00a00336."),
    "school": ("School", "Ring 0113 378 5020. It is 0113 all over the town; 376 is no number."),
    "years": ("Acts", "The act of 1989 and the act of 2004, for those of 16-17 years."),
}


@pytest.mark.parametrize(
    "typed", ["0113 376", "0113 376 ", "0113-376", "0113 376 03", "376 0336", "+44 113 376 0336"]
)
def test_a_number_in_parts_is_one_thing(typed: str) -> None:
    """Neither its parts nor other numbers of the same town are marked or found."""
    (hit,) = ask(searcher(NUMBERS), typed).hits
    marked = [hit.snippet.text[start:end] for start, end in hit.snippet.marks]
    assert (hit.page, marked) == ("duty", ["0113\u00a0376\u00a00336"])


def test_a_number_that_stands_nowhere_is_said_to_be_missing() -> None:
    answer = ask(searcher(NUMBERS), "0113 999")
    assert (answer.hits, answer.missing) == ((), ("0113 999",))


@pytest.mark.parametrize("typed", ["1989 2004", "2004 1989 act ", "16-17", "16 17 years"])
def test_years_and_ages_side_by_side_are_still_words(typed: str) -> None:
    assert pages_for(searcher(NUMBERS), typed) == ["years"]
