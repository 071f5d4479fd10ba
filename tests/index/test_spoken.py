"""Sentences as people say them find their page and are never shown."""

from __future__ import annotations

from index.surface_forms import surface_forms_on_page
from tests.index.made import ask, library, pages_for, searcher, searcher_for

PAGES = {
    "not-seen": ("A door that stays shut", "Ask who saw the child last, and ring the same day."),
    "meals": ("Food at home", [("", "What is eaten."), ("The kitchen", "Empty shelves in a kitchen.")]),
}
SPOKEN = {
    "not-seen": ("his nan says hes asleep upstairs", "nobody answers the doorbell"),
    "meals": ("nowt in the cupboards",),
}


def test_a_page_is_found_by_what_people_say() -> None:
    searched = searcher(PAGES, spoken=SPOKEN)
    assert pages_for(searched, "asleep upstairs") == ["not-seen"]
    assert pages_for(searched, "cupboards") == ["meals"]


def test_the_hit_says_so_and_shows_none_of_it() -> None:
    (hit,) = ask(searcher(PAGES, spoken=SPOKEN), "doorbell").hits
    assert [str(reason) for reason in hit.why] == ["Found by what people say"]
    assert (hit.section, hit.snippet.marks, hit.title_marks) == ("", (), ())
    assert "doorbell" not in hit.snippet.text + hit.breadcrumb


def test_a_hit_that_the_page_explains_needs_no_reason() -> None:
    (hit,) = ask(searcher(PAGES, spoken=SPOKEN), "doorbell shut").hits
    assert hit.why == ()


def test_what_people_say_is_not_marked_on_the_page() -> None:
    made = library(PAGES, spoken=SPOKEN)
    (hit,) = ask(searcher_for(made), "doorbell door").hits
    assert surface_forms_on_page(made, hit.page, hit.matched) == ("door",)
