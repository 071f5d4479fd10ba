"""A page's file is cut where its author cut it, and what a worker must know of it is never guessed."""

from __future__ import annotations

import pytest

from content.model import Page
from content.reading.diagnostics import Diagnostics
from content.reading.pages import LONGEST_SUMMARY, MOST_FRONT_MATTER, read_pages

FRONT = """---
title: A bruise
kind: signs
themes: [babies]
groups: [baby]
summary: What a bruise may say.
at_a_glance: Ring.
sources: [guide]
reviewed: 2026-11-01
review_by: 2027-11-01
owner: A. Owner
---
"""
BODY = "## One\n\nWords.\n"


def read(text: str, page_id: str = "bruise") -> tuple[Page | None, list[tuple[str, int]]]:
    diagnostics = Diagnostics()
    found = read_pages({page_id: text}, diagnostics).get(page_id)
    return found, [(one.rule, one.line) for one in diagnostics.findings]


def test_a_whole_page_is_read() -> None:
    page, found = read(FRONT + BODY)
    assert page is not None
    assert (page.head.id, page.head.title, page.head.kind) == ("bruise", "A bruise", "signs")
    assert (len(page.at_a_glance), [part.title for part in page.sections], found) == (1, ["One"], [])


def test_what_people_say_is_read_and_is_none_of_the_words_of_the_page() -> None:
    spoken = "spoken:\n- he wont open the door\n- not seen her since august\n"
    page, found = read(FRONT.replace("owner:", spoken + "owner:") + BODY)
    assert page is not None
    assert (page.spoken, found) == (("he wont open the door", "not seen her since august"), [])
    assert "august" not in str(page.sections) + str(page.head)


def test_lines_below_the_front_matter_are_those_of_the_file() -> None:
    text = FRONT + BODY + "\n# Not here\n"
    assert read(text)[1] == [("bad-heading", text.count("\n"))]


@pytest.mark.parametrize(
    "line", ["title: A bruise", "kind: signs", "reviewed: 2026-11-01", "review_by: 2027-11-01"]
)
def test_without_title_kind_or_dates_there_is_no_page(line: str) -> None:
    page, found = read(FRONT.replace(line + "\n", "") + BODY)
    assert page is None
    assert found[0][0] in ("missing-field", "missing-review")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("kind: signs", "kind: sings", "unknown-kind"),
        ("review_by: 2027-11-01", "review_by: 2026-10-01", "bad-date"),
        ("What a bruise may say.", "x" * (LONGEST_SUMMARY + 1), "long-summary"),
        ("title: A bruise", "id: other\ntitle: A bruise", "bad-id"),
        ("at_a_glance: Ring.", "at_a_glance: ''", "missing-field"),
    ],
)
def test_a_slip_in_the_front_matter_is_named(old: str, new: str, rule: str) -> None:
    _page, found = read(FRONT.replace(old, new) + BODY)
    assert [one for one, _line in found] == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "front-matter"),
        (BODY, "front-matter"),
        ("\n" + FRONT + BODY, "front-matter"),
        ("---\ntitle: x\n", "front-matter"),
        ("---\n- a\n---\n" + BODY, "front-matter"),
        (FRONT.replace("Ring.", "x" * MOST_FRONT_MATTER) + BODY, "too-large"),
    ],
    ids=["empty", "none", "after a line", "not closed", "a list", "too large"],
)
def test_front_matter_that_cannot_be_read_leaves_no_page(text: str, rule: str) -> None:
    page, found = read(text)
    assert page is None
    assert [one for one, _line in found] == [rule]


def test_a_page_that_ends_with_its_front_matter_has_no_words() -> None:
    assert [rule for rule, _line in read(FRONT.rstrip("\n"))[1]] == ["empty-page"]


def test_a_rule_in_the_words_does_not_end_the_front_matter_late() -> None:
    page, _found = read(FRONT + BODY + "\n---\n\nMore.\n")
    assert page is not None
    assert page.head.owner == "A. Owner"


@pytest.mark.parametrize("page_id", ["A Bruise", "..", "a_-b"])
def test_a_file_name_that_is_no_id_is_named(page_id: str) -> None:
    assert read(FRONT + BODY, page_id) == (None, [("bad-id", 1)])
