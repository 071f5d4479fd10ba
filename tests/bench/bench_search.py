"""Prints how fast and how good search is beside others, on a judged collection; asserts nothing.

    python -m tests.bench.bench_search COLLECTION [COLLECTION ...] [--sections 10000]

Asks every engine the same question before the next question is asked, so that a busy moment of the machine
meets all alike. SQLite FTS5 is always there; tantivy, bm25s and xapian take part where they are installed.
Ours and FTS5 give ten hits with their snippets, the others only ten names. In "keystroke" the last word is
taken for a begun one by ours, FTS5 (with its prefix index) and xapian; tantivy and bm25s answer whole words
only. "reranked" is asked after a pause in typing; the quality is measured on that.
With --sections, documents are repeated with changed words until there are that many (quality is then not
measured).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from content.blocks import Paragraph, Run
from content.model import Library, Page, Section
from index.documents import library_documents
from index.evaluation.metrics import mean, ndcg, percentile, ungraded
from index.evaluation.qrels import JudgedQuery, read_collection
from tests.bench.search_engines import Ask, Engine, engines_here, plain_words

_TYPED_QUERIES, _TYPED_LETTERS = 40, 40


def grown(library: Library, sections: int) -> Library:
    """The library with pages repeated, every fifth word changed, until it has so many sections."""
    pages, chance = list(library.pages.values()), random.Random(1)
    made: dict[str, Page] = {}
    for number in range(sections):
        page = pages[number % len(pages)]
        words = " ".join(
            d.body for d in library_documents(replace(library, heads={page.head.id: page.head}))
        ).split()
        text = " ".join(f"{word}{chance.randrange(50)}" if chance.random() < 0.2 else word for word in words)
        head = replace(page.head, id=str(number))
        made[head.id] = Page(head, (), (), (Section("", "", (Paragraph((Run(text),)),)),))
    return replace(library, heads={id_: page.head for id_, page in made.items()}, pages=made)


def keystrokes(queries: list[JudgedQuery]) -> Iterator[str]:
    """The beginnings of some queries, letter by letter."""
    for query in queries[:_TYPED_QUERIES]:
        yield from (query.words[:end] for end in range(1, min(_TYPED_LETTERS, len(query.words)) + 1))


def measure(engines: Mapping[str, Ask], texts: list[str]) -> dict[str, list[float]]:
    """Milliseconds of each engine for each text, the engines taking turns."""
    times: dict[str, list[float]] = {name: [] for name in engines}
    for text in texts:
        for name, ask in engines.items():
            start = perf_counter()
            ask(text)
            times[name].append((perf_counter() - start) * 1000)
    return times


def show(title: str, times: Mapping[str, list[float]]) -> None:
    own50, own95 = (percentile(times["handrail"], share) or 0.001 for share in (0.5, 0.95))
    for name, values in times.items():
        p50, p95 = percentile(values, 0.5), percentile(values, 0.95)
        ratios = f"{p50 / own50:6.2f} x, {p95 / own95:6.2f} x handrail"
        print(f"{title:10} {name:9} p50 {p50:8.3f} ms  p95 {p95:8.3f} ms  {ratios}")


def built(library: Library) -> dict[str, Engine]:
    engines = {}
    for name, make in engines_here().items():
        start = perf_counter()
        engines[name] = make(library)
        print(f"{'build':10} {name:9} {perf_counter() - start:8.2f} s   {len(library.heads)} sections")
    return engines


def show_times(engines: Mapping[str, Engine], queries: list[JudgedQuery]) -> None:
    short = [" ".join(plain_words(query.words)[:4]) + " " for query in queries]
    whole = {name: engine.whole for name, engine in engines.items()}
    begun = {name: engine.begun for name, engine in engines.items()}
    reranked = {name: engine.reranked for name, engine in engines.items()}
    show("keystroke", measure(begun, list(keystrokes(queries))))  # on engines that have not been asked yet
    show("first", measure(whole, short))  # all that follows is asked for the second time
    show("short", measure(whole, short))
    measure(whole, [query.words for query in queries])
    show("whole", measure(whole, [query.words for query in queries]))
    show("reranked", measure(reranked, short))


def quality(engine: Engine, queries: list[JudgedQuery]) -> float:
    return mean(ndcg(engine.reranked(query.words), ungraded(query.grades)) for query in queries)


def main() -> None:
    parser = argparse.ArgumentParser(description="Print search figures beside other engines.")
    parser.add_argument("collections", type=Path, nargs="+", metavar="COLLECTION")
    parser.add_argument("--sections", type=int, default=0)
    options = parser.parse_args()
    scores: dict[str, list[float]] = {}
    for folder in options.collections:
        print(f"\n{folder.name}")
        library, queries = read_collection(folder)
        engines = built(grown(library, options.sections) if options.sections else library)
        show_times(engines, queries)
        if not options.sections:
            for name, engine in engines.items():
                scores.setdefault(name, []).append(quality(engine, queries))
                print(f"{'nDCG@10':10} {name:9} {scores[name][-1]:.4f}")
    for name, values in scores.items():
        print(f"{'mean':10} {name:9} {mean(values):.4f}")


if __name__ == "__main__":
    main()
