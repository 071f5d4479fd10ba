"""Words of the guidance with one slip of the finger each still find the page that the right word finds."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from content.model import Library
from content.reading.read import read_pack
from index.build import build_index, content_hash
from index.engine import Engine, open_index, stem
from index.searcher import Searcher
from index.spelling import Vocabulary
from tests.index.made import ask, pages_for

LEEDS = Path(__file__).parents[2] / "content" / "leeds"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
EACH = 25
# Below this a slip makes another word as often as not; shorter words are taken as they are
SHORTEST = 5

Slip = Callable[[str, random.Random], str]


def left_out(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + word[at + 1 :]


def put_in(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word) + 1)
    return word[:at] + dice.choice(LETTERS) + word[at:]


def changed(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + dice.choice(LETTERS.replace(word[at], "")) + word[at + 1 :]


def swapped(word: str, dice: random.Random) -> str:
    at = dice.choice([at for at in range(len(word) - 1) if word[at] != word[at + 1]])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@cache
def leeds() -> tuple[Library, Engine, Searcher]:
    library = read_pack(LEEDS).library
    assert library is not None
    engine = open_index(build_index(library), content_hash(library))
    return library, engine, Searcher(engine, library)


def misspelt(slip: Slip) -> list[tuple[str, str]]:
    """(right, wrong): words that a reader of the guidance meets, the same in every run; no wrong word is one.

    Words that people say are searched and never shown, so nothing is offered that is one of them alone.
    """
    table = leeds()[1].tables.vocabulary
    words, vocabulary = table.words, Vocabulary(table)
    known = set(words)
    dice = random.Random(slip.__name__)
    pairs: list[tuple[str, str]] = []
    usual = [word for word in words if len(word) >= SHORTEST and word.isalpha() and vocabulary.is_prose(word)]
    for right in dice.sample(usual, 3 * EACH):
        wrong = slip(right, dice)
        if wrong not in known and not vocabulary.is_english(wrong) and len(pairs) < EACH:
            pairs.append((right, wrong))
    assert len(pairs) == EACH
    return pairs


def found(right: str, wrong: str) -> bool:
    """Whether the first page for the right word is among the first three for the wrong one."""
    searcher = leeds()[2]
    return pages_for(searcher, right + " ")[0] in pages_for(searcher, wrong + " ")[:3]


@pytest.mark.slow
def test_ninety_of_a_hundred_words_with_one_slip_find_the_page_of_the_right_word() -> None:
    pairs = [
        (slip.__name__, *pair) for slip in (left_out, put_in, changed, swapped) for pair in misspelt(slip)
    ]
    lost = [(kind, right, wrong) for kind, right, wrong in pairs if not found(right, wrong)]
    assert len(pairs) == 100
    assert len(lost) <= 10, lost
    kinds = Counter(kind for kind, _, _ in lost)
    assert max(kinds.values(), default=0) <= EACH // 5, lost


@pytest.mark.slow
@pytest.mark.parametrize("slip", [left_out, put_in, changed, swapped])
def test_a_wrong_word_is_answered_with_a_right_one_or_its_reason(slip: Slip) -> None:
    """A worker is told what was read instead of what they typed."""
    silent = []
    for right, wrong in misspelt(slip):
        answer = ask(leeds()[2], wrong + " ")
        if stem(wrong) == stem(right):
            continue  # read as another form of the right word
        if not answer.suggestion and not any(hit.why for hit in answer.hits[:3]):
            silent.append((right, wrong))
    assert len(silent) <= 1, silent
