"""Other words for the same thing, in both directions, with their reason."""

from __future__ import annotations

import pytest

from content.model import Synonym
from index.hits import Reason
from tests.index.made import ask, pages_for, searcher

PAGES = {
    "abuse": ("At home", "Domestic abuse harms children."),
    "send": ("School", "Plans for special educational needs."),
    "post": ("Letters", "Send a letter."),
    "risk": ("Checklist", "Fill in the checklist for stalking and harassment."),
    "half": ("Partial", "A word about stalking only."),
    "named": ("Who helps", "Nothing of the kind."),
}
SYNONYMS = [
    Synonym("DV", "domestic violence (use: domestic abuse)", ("domestics",), pages=("named",)),
    Synonym("SEND", "special educational needs", ("extra needs",), caps_only=True),
    Synonym("DASH", "domestic abuse, stalking, harassment checklist"),
    Synonym("coercive control", "a pattern of control", ("coersive control",)),
]
SEARCHED = searcher(PAGES, SYNONYMS)


def test_an_acronym_finds_its_meaning_and_says_so() -> None:
    hits = ask(SEARCHED, "DV").hits
    found = {hit.page: hit.why for hit in hits}
    assert found["abuse"] == (Reason("domestic violence (use: domestic abuse)"),)


def test_a_meaning_finds_the_acronym() -> None:
    searched = searcher({"short": ("Signs", "She told us of DV."), "other": ("A", "B")}, SYNONYMS)
    assert pages_for(searched, "domestics ") == ["short"]
    assert pages_for(searched, "domestic abuse ")[:1] == ["short"]


def test_a_page_that_the_pack_names_is_found_without_the_word() -> None:
    assert "named" in pages_for(SEARCHED, "DV")


@pytest.mark.parametrize("typed", ["SEND plan", "SEND", "send", "plan SEND"])
def test_an_acronym_that_is_a_word_counts_in_capitals_or_alone(typed: str) -> None:
    assert "send" in pages_for(SEARCHED, typed)


def test_the_same_letters_in_a_sentence_are_the_word() -> None:
    hits = ask(SEARCHED, "send letter ").hits
    assert [hit.page for hit in hits] == ["post"]
    assert hits[0].why == ()


def test_of_a_long_meaning_two_words_must_stand() -> None:
    pages = pages_for(SEARCHED, "DASH ")
    assert "risk" in pages
    assert "half" not in pages


def test_half_of_what_was_typed_still_needs_a_reason() -> None:
    searched = searcher({"page": ("Coercive control", "Text."), "b": ("B", "B")}, SYNONYMS)
    (hit,) = ask(searched, "coersive control ").hits
    assert hit.why == (Reason("a pattern of control"),)


def test_words_that_stand_there_need_no_reason() -> None:
    (hit,) = ask(SEARCHED, "domestic abuse harms ", limit=1).hits
    assert (hit.page, hit.why) == ("abuse", ())


def test_a_synonym_counts_once_however_many_ways_lead_to_it() -> None:
    doubled = searcher(PAGES, [*SYNONYMS, Synonym("DV", "domestic abuse", ("domestics",))])
    scores = [{h.page: h.score for h in ask(s, "DV ").hits}["abuse"] for s in (SEARCHED, doubled)]
    assert scores[0] == pytest.approx(scores[1])


def test_a_word_that_is_to_be_seen_needs_no_reason() -> None:
    """The section itself lacks the word; its topic, which stands above the passage, has it."""
    searched = searcher(
        {"page": ("Jolting", "Never jolt a baby."), "b": ("B", "B")}, [Synonym("safety", "jolting")]
    )
    (hit,) = ask(searched, "safety ").hits
    assert (hit.breadcrumb, hit.why) == ("Safety › At home", ())


def test_each_reason_stands_alone() -> None:
    hits = ask(SEARCHED, "DV extra needs").hits
    assert any(len(hit.why) == 1 for hit in hits)
    assert all("\n" not in why.word and " · " not in why.word for hit in hits for why in hit.why)
