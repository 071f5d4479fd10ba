"""Lists and trees know how many pages stand where without a head for each."""

from __future__ import annotations

from dataclasses import replace

from content.listing import ROOT, Counts, HeadListing, branches_named, listing_of
from content.model import Library


def test_numbers_are_the_reading_order(small: Library) -> None:
    listing = HeadListing(small)
    assert listing.ids == tuple(small.heads)
    for number, head in enumerate(small.heads.values()):
        assert listing.number_of(head.id) == number
        assert listing.title(number) == head.title
    assert listing.number_of("nowhere") is None


def test_different_pages_are_counted_in_and_below_a_branch(small: Library) -> None:
    listing = HeadListing(small)
    assert listing.counts("theme", "babies") == Counts(inside=1, below=2, own=2)
    assert listing.counts("theme", "safety") == Counts(inside=0, below=4, own=4)
    assert listing.counts("theme", ROOT).below == len(small.heads)
    assert listing.counts("group", "all") == Counts(inside=5, below=5, own=5)
    assert listing.counts("theme", "nowhere") == Counts()


def test_pages_of_a_joined_pack_are_not_its_own(small: Library) -> None:
    heads = {**small.heads, "safe-sleep": replace(small.heads["safe-sleep"], pack="other")}
    listing = HeadListing(replace(small, heads=heads))
    assert listing.counts("theme", "babies") == Counts(inside=1, below=2, own=1)
    assert [listing.ids[number] for number in listing.pages_in("pack", "other")] == ["safe-sleep"]
    assert len(listing.pages_in("pack", ROOT)) == len(small.heads) - 1


def test_a_page_stands_once_in_a_branch_that_it_names_twice(small: Library) -> None:
    heads = {**small.heads, "safe-sleep": replace(small.heads["safe-sleep"], themes=("sleep", "sleep"))}
    listing = HeadListing(replace(small, heads=heads))
    assert len(listing.pages_in("theme", "sleep")) == 1


def test_the_branches_that_a_page_names(small: Library) -> None:
    head = small.heads["baby-bruise"]
    listing = listing_of(small)
    assert listing.branches_of("theme", head.id) == branches_named("theme", head) == head.themes
    assert listing.branches_of("group", head.id) == head.groups
    assert listing.branches_of("pack", head.id) == (ROOT,)
