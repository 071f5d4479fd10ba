"""What a worker gets for what they type: the page, its best section, and what is missing."""

from __future__ import annotations

import pytest

from index.hits import Answer
from index.searcher import Searcher
from tests.index.made import ask, pages_for, searcher, small_searcher

PAGES = {
    "crying": (
        "When a baby cries",
        [
            ("", "Every baby cries."),
            ("What to say", "A parent at the end of their tether needs to hear that it passes."),
            ("What to do", "Put the baby down safely. Ring someone when the crying does not stop."),
        ],
    ),
    "sleep": ("Safe sleep", [("", "On the back."), ("The end", "A tether has no place in a cot.")]),
    "ring": ("Who to call", "Ring the duty team."),
    "ask": ("What if you are not sure", "Ring anyway."),
}
SEARCHED = searcher(PAGES)


def test_a_page_opens_at_its_best_section() -> None:
    hit = ask(SEARCHED, "crying does not stop").hits[0]
    assert (hit.rank, hit.page, hit.section) == (1, "crying", "what-to-do")
    assert (hit.theme, hit.breadcrumb, hit.kind) == ("At home", "Safety › At home › What to do", "signs")
    assert hit.more >= 1


def test_each_page_stands_once() -> None:
    pages = pages_for(SEARCHED, "baby end tether ring")
    assert len(pages) == len(set(pages))
    assert [hit.rank for hit in ask(SEARCHED, "baby end tether ring").hits] == [1, 2, 3, 4]


def test_a_phrase_must_stand_as_it_is() -> None:
    assert pages_for(SEARCHED, '"end of their tether"') == ["crying"]
    assert set(pages_for(SEARCHED, "end tether ")) == {"crying", "sleep"}
    assert pages_for(SEARCHED, "“when a baby”") == ["crying"]


def test_a_phrase_that_stands_nowhere_is_said_and_its_words_are_searched() -> None:
    answer = ask(SEARCHED, '"tether of end" ')
    assert not answer.complete
    assert answer.missing == ("tether of end",)
    assert len(answer.hits) == 2


def test_a_partial_answer_says_which_words_are_missing() -> None:
    answer = ask(SEARCHED, "baby cries zeppelin")
    assert answer.hits[0].page == "crying"
    assert (answer.complete, answer.missing) == (False, ("zeppelin",))


def test_a_whole_answer_may_have_its_words_in_several_sections() -> None:
    answer = ask(SEARCHED, "tether crying ring")
    assert answer.hits[0].page == "crying"
    assert (answer.complete, answer.missing) == (True, ())


@pytest.mark.parametrize("words", ["what if you", "What if", "who to", "if"])
def test_small_words_alone_are_looked_for_in_titles(words: str) -> None:
    answer = ask(SEARCHED, words)
    assert answer.hits
    assert answer.hits[0].title_marks[0][0] == 0 or words == "if"


def test_small_words_that_no_title_has_find_nothing() -> None:
    answer = ask(SEARCHED, "because of them")
    assert (answer.hits, answer.complete) == ((), False)


@pytest.mark.parametrize("words", ["", "   ", "!?", "\n\t", '""'])
def test_nothing_typed_finds_nothing(words: str) -> None:
    answer = ask(SEARCHED, words)
    assert answer == Answer(words, ())


def test_the_words_that_authors_gave_a_page_find_it_but_are_not_shown() -> None:
    searched = searcher(
        {"page": ("Title", "Some text."), "b": ("B", "B")}, search_terms={"page": ("tantrum",)}
    )
    (hit,) = ask(searched, "tantrum").hits
    assert hit.page == "page"
    assert hit.section == ""
    assert "tantrum" not in hit.snippet.text


def test_a_search_is_given_up_when_nobody_waits() -> None:
    assert SEARCHED.search("baby", still_wanted=lambda: False) is None


def test_a_search_is_given_up_at_any_step() -> None:
    """However late the next letter is typed, the old question ends in None and the next is answered."""
    for steps in range(3):
        left = iter([True] * steps)
        assert SEARCHED.search("baby end tether", still_wanted=lambda left=left: next(left, False)) is None
    assert pages_for(SEARCHED, "baby end tether")


def test_no_more_hits_than_asked_for() -> None:
    assert len(ask(SEARCHED, "ring", limit=1).hits) == 1


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("bruise on a baby", "baby-bruise"),
        ("cot death", "safe-sleep"),
        ("looks after mum", "young-carers"),
        ("going country", "outside-risk"),
    ],
)
def test_the_small_pack_answers_its_own_questions(words: str, page: str) -> None:
    assert page in pages_for(small_searcher(), words)[:3]


def test_a_searcher_says_the_same_twice() -> None:
    first: Searcher = searcher(PAGES)
    assert (
        ask(first, "baby ring tether")
        == ask(first, "baby ring tether")
        == ask(searcher(PAGES), "baby ring tether")
    )


def test_warming_changes_no_answer_and_can_be_given_up() -> None:
    warmed, cold = searcher(PAGES), searcher(PAGES)
    warmed.warm()
    cold.warm(lambda: False)
    for words in ("b", "babu", "tethre", "ring the d"):
        assert ask(warmed, words) == ask(cold, words)


def test_warming_goes_on_where_it_was_given_up() -> None:
    words = ("Apple bread cheese dates eggs figs grapes honey ice jam kale lemon milk nuts olives", "Peas.")
    searched = searcher({"page": words})
    rounds, left = 0, 0
    while not left:  # each round allows two steps; one that needs fewer has come to the end
        turns = iter([True, True, False])
        searched.warm(lambda turns=turns: next(turns))
        rounds, left = rounds + 1, len(list(turns))
    assert rounds > 10
    turns = iter([True, True])
    searched.warm(lambda: next(turns))
    assert len(list(turns)) == 2
