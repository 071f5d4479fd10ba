"""The inside of a paragraph: runs without gaps, no link that the program could not follow, lines kept."""

from __future__ import annotations

import pytest

from content.blocks import ContactTarget, PageTarget, Run, Runs, WebTarget
from content.reading.diagnostics import Diagnostics
from content.reading.inline import InlineReader
from content.reading.parser import parse


def read(text: str) -> tuple[Runs, Diagnostics]:
    diagnostics = Diagnostics()
    inline = next(token for token in parse(text) if token.type == "inline")
    return InlineReader("x.md", "x", diagnostics, 5).runs(inline.children or ()), diagnostics


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Ring **now**, please", (Run("Ring "), Run("now", True), Run(", please"))),
        ("a *b* c", (Run("a b c"),)),
        ("a  b\n c", (Run("a b c"),)),
        ("**a** **b**", (Run("a", True), Run(" "), Run("b", True))),
        ("ring {contact:duty} ", (Run("ring "), Run("", target=ContactTarget("duty")))),
        ("[[a#b| do  it ]].", (Run("do it", target=PageTarget("a", "b")), Run("."))),
        ("[site](https://x.org) ", (Run("site", target=WebTarget("https://x.org")),)),
        ("&amp; \\* `code`", (Run("& * code"),)),
    ],
)
def test_runs_follow_each_other_without_a_gap(text: str, runs: Runs) -> None:
    found, diagnostics = read(text)
    assert found == runs
    assert diagnostics.findings == []


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("a\n[b](file:///etc/passwd)", "bad-link", 6),
        ("[b](javascript:alert)", "bad-link", 5),
        ("[b](other-page)", "bad-link", 5),
        ("[{contact:a}](https://x.org)", "bad-reference", 5),
        ("a\nb\n[[Not an id]]", "bad-reference", 7),
        ("{contact: Not an id}", "bad-reference", 5),
        ("a <b>bold</b>", "raw-html", 5),
        ("![a](https://x.org/a.png)", "image", 5),
        ("ring\n&#x202E;0113 496 0123", "encoding", 6),
    ],
)
def test_what_cannot_stand_there_is_named_with_its_line(text: str, rule: str, line: int) -> None:
    _runs, diagnostics = read(text)
    assert (rule, line) in [(one.rule, one.line) for one in diagnostics.findings]


def test_no_address_but_one_on_the_web_becomes_a_target() -> None:
    runs, _diagnostics = read("[a](file:///x) [b](https://x.org) [c](HTTP://y.org)")
    assert [run.target for run in runs if run.target] == [
        WebTarget("https://x.org"),
        WebTarget("HTTP://y.org"),
    ]


def test_rules_see_the_words_with_their_line_ends_and_one_word_for_a_reference() -> None:
    _runs, diagnostics = read("Ring {contact:duty}\nor read [[a|the\npage]] **now**.")
    (passage,) = diagnostics.passages
    assert passage.text == "Ring …\nor read the page\n now."
    assert (passage.page, passage.line, passage.line_at(passage.text.index("now"))) == ("x", 5, 7)
    assert [(one.kind, one.id, one.line) for one in diagnostics.references] == [
        ("contact", "duty", 5),
        ("page", "a", 6),
    ]
