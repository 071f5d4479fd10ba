"""An opened page marks every word that was meant, not only those of the passage below the hit."""

from __future__ import annotations

from content.model import Synonym
from index.surface_forms import surface_forms_on_page
from tests.index.made import ask, library, searcher_for

LIBRARY = library(
    {
        "page": (
            "When babies cry",
            [
                ("", "A baby cries. Ring 0113\u00a0376\u00a00336."),
                ("Self-harm", "Crying is not shouting. He cried; the baby’s mother self-harmed."),
                ("Talk", "Speak of an infant. Other numbers: 0113 222 4403."),
            ],
        ),
        "other": ("Other", "Weeping."),
    },
    [Synonym("baby", "infant")],
)
SEARCHER = searcher_for(LIBRARY)


def forms(words: str) -> tuple[str, ...]:
    (hit,) = ask(SEARCHER, words).hits
    return surface_forms_on_page(LIBRARY, hit.page, hit.matched)


def test_all_forms_of_a_word_are_told_wherever_they_stand() -> None:
    assert forms("crying ") == ("cry", "cries", "crying", "cried")


def test_synonyms_are_told_too() -> None:
    assert forms("infant ") == ("babies", "baby", "baby’s", "infant")


def test_joined_forms_and_numbers_are_told_whole() -> None:
    assert forms("selfharm ") == ("self-harm", "self-harmed")
    assert forms("0113 376 ") == ("0113\u00a0376\u00a00336",)


def test_what_a_misspelt_word_was_read_as_is_told() -> None:
    assert forms("shuoting ") == ("shouting",)


def test_a_hit_beyond_all_words_tells_nothing_else() -> None:
    assert surface_forms_on_page(LIBRARY, "other", frozenset({"cri"})) == ()
