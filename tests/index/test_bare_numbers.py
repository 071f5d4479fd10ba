"""Ages and amounts say nothing alone; numbers to ring and numbers of laws do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.model import Contact
from tests.index.made import library, pages_for, searcher_for

PAGES = {
    "consent": ("Consent", "From 13 they may decide. Some are 14 years old."),
    "law": ("Section 47 enquiries", "An enquiry."),
    "ring": ("In danger", "Ring 999."),
    "night": ("Gone at night", "A boy has gone."),
}
MADE = replace(library(PAGES), contacts={"now": Contact("now", "Emergency", "All", phone="999")})
SEARCHED = searcher_for(MADE)


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("13 boy gone ", ["night"]),
        ("gone aged 13 ", ["night"]),
        ("boy of 14 years ", ["night", "consent"]),
        ("section 47 ", ["law"]),
        ("gone 999 ", ["night", "ring"]),
        ("999", ["ring"]),
        ("13", ["consent"]),
        ("13 ", ["consent"]),
    ],
)
def test_a_number_is_asked_for_where_it_says_something(words: str, pages: list[str]) -> None:
    assert pages_for(SEARCHED, words) == pages


def test_a_number_left_out_is_not_missed() -> None:
    answer = SEARCHED.search("13 boy gone ")
    assert answer is not None
    assert answer.complete
