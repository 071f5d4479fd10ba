"""Bounds that a hostile page meets before it can take time or memory."""

from __future__ import annotations

import pytest

from content.reading.parser import DEEPEST, LONGEST, MarkdownTooLargeError, parse


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("a\n\n" + "x" * (LONGEST + 1), "too-large", 2),
        (">" * (DEEPEST + 5) + " a", "nesting", 0),
        ("a\n\n" + "**" + "*a " * 60 + "b", None, 0),
        ("x" * LONGEST, None, 0),
    ],
    ids=["long paragraph", "deep quotes", "many marks", "just long enough"],
)
def test_a_bound_is_named_with_its_line(text: str, rule: str | None, line: int) -> None:
    if rule is None:
        assert parse(text)
        return
    with pytest.raises(MarkdownTooLargeError) as refused:
        parse(text)
    assert (refused.value.rule, refused.value.line) == (rule, line)
    assert str(refused.value) == refused.value.sentence


def test_forbidden_marks_are_seen_so_that_they_can_be_named() -> None:
    kinds = {child.type for token in parse("a <b>c</b> [d](javascript:e)") for child in token.children or ()}
    assert {"html_inline", "link_open"} <= kinds
