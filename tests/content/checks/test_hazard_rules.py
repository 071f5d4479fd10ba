"""Each hazard has a page that answers at once, is found by what people say, and is read again soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from content.checks.hazard_rules import months_after
from content.compiled import compile_library, open_compiled
from content.findings import Severity
from content.join import join
from content.model import Hazard
from content.reading.read import read_pack

ROWS = """
- id: danger
  situation: A child is being hurt.
  page: danger-now
  contacts: [duty]
  words: [choking, bleeding]
  questions:
  - he is hitting her right now
- id: bruise
  situation: A baby has a bruise.
  page: baby-bruise
  contacts: [duty, night-team]
  questions: [bruise on the baby]
"""


@pytest.fixture
def hazards(pack):
    pack.write("hazards.yml", ROWS)
    for page in ("danger-now", "baby-bruise"):
        pack.edit(f"pages/{page}.md", "review_by: 2090-01-01", "review_by: 2027-01-01")
    return pack


def found(pack) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.rule) for one in pack.check()]


def test_hazards_are_read_and_travel_with_the_edition(hazards) -> None:
    assert found(hazards) == []
    library = read_pack(hazards.folder).library
    first, second = library.hazards
    assert first == Hazard(
        id="danger",
        situation="A child is being hurt.",
        page="danger-now",
        contacts=("duty",),
        words=("choking", "bleeding"),
        questions=("he is hitting her right now",),
    )
    assert (second.page, second.contacts, second.words) == ("baby-bruise", ("duty", "night-team"), ())
    assert tuple(open_compiled(compile_library(library)).hazards) == library.hazards


def test_a_pack_may_name_none(pack, small) -> None:
    assert small.hazards == ()
    assert tuple(open_compiled(compile_library(small)).hazards) == ()


def test_the_hazards_of_the_guidance_stand_before_those_of_what_is_joined(hazards, small) -> None:
    other = read_pack(hazards.folder).library
    assert join(small, _renamed(other)).hazards == other.hazards


def _renamed(library):
    empty = {name: {} for name in ("themes", "groups", "contacts", "sources", "heads", "pages")}
    return replace(library, info=replace(library.info, id="other"), **empty)


@pytest.mark.parametrize(
    ("old", "new", "at", "rule"),
    [
        ("page: danger-now", "page: danger-new", "page: danger-new", "unresolved-page"),
        ("[duty, night-team]", "[duty, nobody]", "contacts: [duty, nobody]", "unresolved-contact"),
        ("page: danger-now", "page: words-we-use", "page: words-we-use", "hazard-page"),
        ("contacts: [duty]", "contacts: [childline]", "contacts: [childline]", "unresolved-contact"),
        ("  contacts: [duty]\n", "", "- id: danger", "missing-field"),
        ("  page: danger-now\n", "", "- id: danger", "missing-field"),
        ("  situation: A child is being hurt.\n", "", "- id: danger", "missing-field"),
        ("  questions: [bruise on the baby]\n", "", "- id: bruise", "hazard-question"),
        ("[bruise on the baby]", "[He is hitting  her right now]", "questions: [He", "hazard-question"),
        ("id: bruise", "id: danger", "- id: danger\n  situation: A baby", "duplicate-id"),
    ],
)
def test_a_slip_is_named_where_it_stands(hazards, old: str, new: str, at: str, rule: str) -> None:
    hazards.edit("hazards.yml", old, new)
    assert ("hazards.yml", hazards.line_of("hazards.yml", at), rule) in found(hazards)


def test_the_first_screen_of_the_page_holds_one_of_the_contacts(hazards) -> None:
    hazards.edit("hazards.yml", "contacts: [duty]", "contacts: [night-team]")
    (one,) = hazards.check()
    assert (one.path, one.rule, one.severity) == ("hazards.yml", "hazard-page", Severity.ERROR)


def test_a_question_that_the_pack_answers_otherwise_is_named(hazards) -> None:
    words = '\n- words: "He is hitting her right now"\n  grades: {outside-risk: 2, danger-now: 1}\n'
    hazards.append("questions.yml", words)
    (one,) = hazards.check()
    assert (one.path, one.rule, one.severity) == ("hazards.yml", "hazard-question", Severity.ERROR)


def test_the_page_of_a_hazard_is_read_again_within_three_months(hazards) -> None:
    hazards.edit("pages/danger-now.md", "review_by: 2027-01-01", "review_by: 2027-01-02")
    (one,) = hazards.check()
    assert (one.path, one.rule, one.severity) == ("pages/danger-now.md", "long-review", Severity.WARNING)
    assert one.line == hazards.line_of("pages/danger-now.md", "review_by")


@pytest.mark.parametrize(
    ("day", "later"),
    [((2026, 11, 30), (2027, 2, 28)), ((2027, 11, 30), (2028, 2, 29)), ((2026, 9, 30), (2026, 12, 30))],
)
def test_months_end_where_the_calendar_does(day, later) -> None:
    assert months_after(date(*day), 3) == date(*later)
