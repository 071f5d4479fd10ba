"""Words of immediate danger bring the page to act by first, and whom to ring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.model import Hazard
from content.reading.read import read_pack
from index.searcher import Searcher
from tests.index.made import ask, library, pages_for, searcher_for

LEEDS = Path(__file__).parents[2] / "content" / "leeds"
PAGES = {
    "talk": ("Talking about suicide", "Suicide: words about suicide, suicidal, suicide."),
    "act": ("Thoughts of suicide", "Ring now. " + "Stay with the child. " * 9),
    "choke": ("Ill or hurt now", "Breathing."),
    "feed": ("Food", "Choking on food, choking, choking."),
}
HAZARDS = (
    Hazard("life", "A child wants to die.", "act", ("999", "night"), ("suicide", "want to die")),
    Hazard("air", "No breath.", "choke", ("999",), ("choking", "can't breathe")),
    Hazard("gone", "No page.", "nowhere", ("999",), ("zeppelin",)),
)


def made(kinds: dict[str, str] | None = None, hazards: tuple[Hazard, ...] = HAZARDS) -> Searcher:
    plain = library(PAGES)
    heads = {id_: replace(head, kind=(kinds or {}).get(id_, head.kind)) for id_, head in plain.heads.items()}
    pages = {id_: replace(page, head=heads[id_]) for id_, page in plain.pages.items()}
    return searcher_for(replace(plain, heads=heads, pages=pages, hazards=hazards))


@pytest.mark.parametrize(
    ("words", "page", "contacts"),
    [
        ("suicide", "act", ("999", "night")),
        ("Talking about SUICIDE?", "act", ("999", "night")),
        ("he says i want to die", "act", ("999", "night")),
        ("baby choking on food", "choke", ("999",)),
        ("she cant breathe", "choke", ("999",)),
    ],
)
def test_the_page_to_act_by_stands_first(words: str, page: str, contacts: tuple[str, ...]) -> None:
    for limit in (50, 1):
        answer = ask(made(), words, limit=limit)
        assert (answer.hits[0].page, answer.danger) == (page, contacts)
        assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


def test_every_danger_that_is_named_goes_before_the_rest() -> None:
    assert set(pages_for(made(), "suicide choking")[:2]) == {"act", "choke"}


@pytest.mark.parametrize("words", ["food", "die", "zeppelin food", "suicidal"])
def test_other_words_are_no_danger(words: str) -> None:
    assert ask(made(), words).danger in ((), ("999",) if words.startswith("zeppelin") else ())


def test_of_equal_titles_the_one_to_act_by_goes_first() -> None:
    kinds = {"talk": "prompts", "act": "do_now"}
    assert pages_for(made(hazards=()), "suicide ")[:2] == ["talk", "act"]
    assert pages_for(made(kinds, hazards=()), "suicide ")[:2] == ["act", "talk"]
    assert pages_for(made(kinds, hazards=()), "talking suicide ")[0] == "talk"


def test_a_page_that_answers_a_hazard_goes_before_its_near_equals() -> None:
    hazards = (Hazard("doors", "A locked door.", "second", ("999",), ("zeppelin",)),)
    plain = library({"first": ("A door", "A door."), "second": ("A door", "A door."), "third": ("B", "B")})
    assert pages_for(searcher_for(plain), "door ") == ["first", "second"]
    assert pages_for(searcher_for(replace(plain, hazards=hazards)), "door ") == ["second", "first"]


def test_of_two_dangers_the_better_answer_goes_first() -> None:
    one = (Hazard("a", "", "act", ("999",), ("suicide",)), Hazard("b", "", "talk", ("999",), ("suicide",)))
    assert pages_for(made(hazards=one), "talking suicide ")[:2] == ["talk", "act"]
    assert pages_for(made(hazards=one), "thoughts suicide ")[:2] == ["act", "talk"]


@pytest.fixture(scope="module")
def leeds() -> Searcher:
    """The dangers of the Leeds pack over pages that hold none of them."""
    guidance = read_pack(LEEDS).library
    assert guidance is not None
    return made(hazards=tuple(guidance.hazards))


@pytest.mark.parametrize(
    "words",
    [
        "mum let me in and i saw the kitchen",
        "she put the kettle on and we talked",
        "cant get out of bed in the morning",
        "dad took the kids to school",
        "he got kicked out of class",
        "adult social care, no adult answers",
        "mum had drunk some wine",
        "dad will blow up if he hears",
        "a lanyard round her neck",
        "dad has not seen the kids since the divorce",
        "clothes thrown out of the window",
        "cut the cake with a knife",
        "they met online at school",
        "the bus has gone blue line",
    ],
)
def test_an_everyday_sentence_names_no_danger_of_the_leeds_pack(leeds: Searcher, words: str) -> None:
    """A page that stands first for a word in passing is a wrong page shown with confidence."""
    assert ask(leeds, words + " ").danger == ()


@pytest.mark.parametrize(
    "words",
    ["i dont want to be alive", "hes drunk bleach", "rope round his neck", "she has run away", "got a knife"],
)
def test_danger_said_as_people_say_it_is_one_of_the_leeds_pack(leeds: Searcher, words: str) -> None:
    assert ask(leeds, words + " ").danger
