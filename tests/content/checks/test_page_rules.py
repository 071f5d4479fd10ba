"""Rules about pages: at their limits, on their day, and for what the table of broken rules does not try."""

from __future__ import annotations

from datetime import date

import pytest

from content.checks.page_rules import GLANCE_WORDS

WORDS, RISK = "pages/words-we-use.md", "pages/outside-risk.md"


def rules(pack, today: date = date(2026, 11, 23)) -> list[str]:
    return [one.rule for one in pack.check(today)]


@pytest.mark.parametrize(("words", "found"), [(GLANCE_WORDS, []), (GLANCE_WORDS + 1, ["long-glance"])])
def test_a_glance_may_have_just_so_many_words(pack, words: int, found: list[str]) -> None:
    pack.edit(WORDS, "Look up a short word here.", "Look here. " * (words // 2) + "Now." * (words % 2))
    assert rules(pack) == found


@pytest.mark.parametrize("file", [WORDS, "contacts.yml"])
def test_a_review_is_overdue_from_the_day_after_it_was_due(pack, file: str) -> None:
    pack.edit(file, "2090-01-01", "2026-11-23")
    assert rules(pack) == []
    assert rules(pack, date(2026, 11, 24)) == ["overdue"]


def test_a_former_name_that_two_pages_claim_opens_neither_by_chance(pack) -> None:
    pack.edit(WORDS, "owner:", "renamed_from: [old-words]\nowner:")
    assert rules(pack) == []
    pack.edit(RISK, "owner:", "renamed_from: [old-words]\nowner:")
    assert rules(pack) == ["duplicate-id"]


def test_a_group_without_a_page_is_named(pack) -> None:
    pack.append("groups.yml", "- {id: nobody, title: Nobody, order: 99, summary: No page is about them.}\n")
    (finding,) = pack.check()
    assert (finding.path, finding.line, finding.rule) == (
        "groups.yml",
        pack.line_of("groups.yml", "nobody"),
        "empty-place",
    )
