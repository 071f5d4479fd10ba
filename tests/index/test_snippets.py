"""The passage below a hit: its marks stand on the words, and it reads like a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model import Synonym
from index.analysis import Analysis
from index.documents import Document
from index.engine import stem
from index.snippets import SNIPPET_LENGTH, Passage, marks_of
from tests.index.made import ask, searcher

ANALYSIS = Analysis(stem)
LONG = (
    "Start with what you saw. "
    + "Nothing of interest stands in this long sentence about other matters. " * 6
    + "Then ask how the bruise came about, and write down the words that were used. "
    + "More that does not matter follows here. " * 6
)


def marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in marks]


def passage(body: str) -> Passage:
    return Passage(Document("page", "", "Title", "", "", body), ANALYSIS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bruise", ["bruise"]),
        ("bruises words", ["bruise", "words"]),
        ("BRUISING", ["bruise"]),
        ("brui", ["bruise"]),
        ("bruize", ["bruise"]),
        ("mark", ["bruise"]),
    ],
)
def test_marks_stand_on_the_words_that_were_found(words: str, found: list[str]) -> None:
    searched = searcher({"page": ("Signs", LONG), "b": ("B", "B")}, [Synonym("mark", "bruise")])
    (hit,) = ask(searched, words).hits
    assert marked(hit.snippet.text, hit.snippet.marks) == found


def test_a_snippet_begins_at_a_sentence_and_shows_what_was_left_out() -> None:
    snippet = passage(LONG).snippet({"bruis"})
    assert snippet.text.startswith("…Then ask how the bruise")
    assert snippet.text.endswith("…")
    assert len(snippet.text) <= SNIPPET_LENGTH + 2


def test_a_short_text_is_shown_whole() -> None:
    snippet = passage("Ask how the bruise came about.").snippet({"bruis"})
    assert snippet.text == "Ask how the bruise came about."


def test_the_place_with_most_of_the_words_is_shown() -> None:
    text = "A bruise. " + "Filler words stand here in a row. " * 10 + "A bruise on a baby."
    assert "baby" in passage(text).snippet({"bruis", "babi"}).text


def test_lines_are_kept_apart() -> None:
    assert passage("Ask:\nhow\nwhen").snippet({"when"}).text == "Ask: how · when"


def test_a_hyphened_word_is_marked_as_one() -> None:
    snippet = passage("About self-harm today.").snippet({"self", "harm", "selfharm"})
    assert marked(snippet.text, snippet.marks) == ["self-harm"]


def test_titles_are_marked_too() -> None:
    (hit,) = ask(searcher({"page": ("A bruise on a baby", "Text."), "b": ("B", "B")}), "babies bruised").hits
    assert marked(hit.title, hit.title_marks) == ["bruise", "baby"]


def test_a_section_found_by_its_title_shows_its_beginning() -> None:
    (hit,) = ask(searcher({"page": ("Bruise", "Some text. " * 40), "b": ("B", "B")}), "bruise").hits
    assert hit.snippet.marks == ()
    assert hit.snippet.text.startswith("Some text.")


WORDS = st.sampled_from(
    ["bruise", "baby", "a", "Zoë’s", "self-harm", "\n", ". ", " · ", "…", "0113 376", "x" * 300]
)


@given(
    st.lists(WORDS, max_size=80).map(" ".join), st.sets(st.sampled_from(["bruis", "babi", "selfharm", "zoe"]))
)
def test_marks_always_lie_on_such_words(body: str, stems: set[str]) -> None:
    snippet = passage(body).snippet(stems)
    assert len(snippet.text) <= max(SNIPPET_LENGTH, 300) + 2
    ends = [0, *(place for mark in snippet.marks for place in mark)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(snippet.text)
    for start, end in snippet.marks:
        assert marks_of(snippet.text[start:end], stems, ANALYSIS) == ((0, end - start),)


@given(st.text(max_size=600), st.text(min_size=1, max_size=10))
def test_any_text_can_be_cut(body: str, word: str) -> None:
    stems = {token.stem for token in ANALYSIS.tokens(word)}
    snippet = passage(body).snippet(stems)
    assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)
