"""Rules about words: a sentence at its limit, and a short word told once in each file."""

from __future__ import annotations

import pytest

from content.checks.word_rules import SENTENCE_WORDS

RISK, WORDS = "pages/outside-risk.md", "pages/words-we-use.md"


@pytest.mark.parametrize(("more", "found"), [(0, []), (1, ["long-sentence"])])
def test_a_sentence_may_have_just_so_many_words(pack, more: int, found: list[str]) -> None:
    pack.edit(RISK, "Are you hurt?", "Ask " * (SENTENCE_WORDS + more - 1) + "now. Then wait.")
    assert [one.rule for one in pack.check()] == found


def test_a_short_word_is_told_once_for_each_file_where_it_first_stands(pack) -> None:
    pack.edit(RISK, "Are you hurt?", "Ask the MASHs,\n  or one MASH team.")
    pack.edit(WORDS, "Look up a short word here.", "Ask the MASH team.")
    assert {(one.path, one.line, one.rule) for one in pack.check()} == {
        (RISK, pack.line_of(RISK, "MASH"), "acronym"),
        (WORDS, pack.line_of(WORDS, "MASH"), "acronym"),
    }
    assert len(pack.check()) == 2
