"""The bar of a page link survives the cells of a table, and nothing else is changed by it."""

from __future__ import annotations

import pytest

from content.reading.references import escape, unescape


@pytest.mark.parametrize(
    "text", ["[[a|b]]", "| [[a#b|c d]] | x |", "a | b", "[[a]]", "{contact:duty}", "[[a|b", ""]
)
def test_the_words_come_back_as_they_were(text: str) -> None:
    assert unescape(escape(text)) == text


def test_only_the_bar_inside_a_link_is_hidden_from_a_table() -> None:
    assert escape("| [[a|b]] | c |").count("|") == 3
    assert "|" not in escape("[[a\\|b]]")


def test_a_bar_that_the_author_escaped_for_a_table_is_a_plain_bar() -> None:
    assert unescape(escape("[[a\\|b]]")) == "[[a|b]]"
