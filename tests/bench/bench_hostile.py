"""Prints the slowest answers to hostile and unlucky questions: `python -m tests.bench.bench_hostile`.

Each question is put once to the warm searcher of the Leeds pack, while typing and after a pause; the aim
is 50 ms.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from content.reading.read import read_pack
from index.build import build_index, content_hash
from index.engine import open_index
from index.searcher import Searcher
from tests.index.test_hostile_questions import HOSTILE

LEEDS = Path(__file__).parents[2] / "content" / "leeds"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def misspelt(word: str, dice: random.Random) -> str:
    """The word with two letters changed."""
    letters = list(word)
    for at in dice.sample(range(len(letters)), 2):
        letters[at] = dice.choice(LETTERS)
    return "".join(letters)


def unlucky(words: list[str], dice: random.Random) -> Iterator[str]:
    """Twelve misspelt words, twelve words that are none, phrases of small words, of words that never meet."""
    for _ in range(30):
        yield " ".join(misspelt(word, dice) for word in dice.sample(words, 12))
        yield " ".join(dice.choice(LETTERS) * dice.randrange(4, 15) for _ in range(12))
        yield f'"{" ".join(dice.sample(words, 4))}" "{" ".join(dice.sample(words, 4))}"'
    yield from ('"of the"', '"the child" "a child" "to the"', "0 " * 12, "0113 378 0113 376 0113 247 0800")


def main() -> None:
    library = read_pack(LEEDS).library
    assert library is not None
    engine = open_index(build_index(library), content_hash(library))
    searcher = Searcher(engine, library)
    searcher.warm()
    gc.freeze()  # as the program does
    words = [word for word in engine.tables.vocabulary.words if len(word) > 7 and word.isalpha()]
    times = []
    for question in (*HOSTILE, *unlucky(words, random.Random(1))):
        for rerank in (False, True):
            start = process_time()
            searcher.search(question, rerank=rerank)
            times.append(((process_time() - start) * 1000, rerank, question))
    for milliseconds, rerank, question in sorted(times, reverse=True)[:10]:
        print(f"{milliseconds:7.1f} ms  {'after a pause' if rerank else 'while typing '}  {question[:70]!r}")
    print(f"of {len(times)} questions to {engine.tables.count} sections")


if __name__ == "__main__":
    main()
