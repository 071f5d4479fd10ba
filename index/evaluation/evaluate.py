"""Measures search on judged questions: `python -m index.evaluation.evaluate --pack FOLDER`.

With `--collection DIR` it measures a public test collection instead (docs.jsonl, queries.jsonl, qrels.tsv).
A pack is asked exactly as a worker asks, within the caps on a question; a collection's queries are prose
and are read whole. Quality is that of the answer which stays on the screen, after a pause in typing;
`--typing` measures the one that is shown while the worker types. Prints JSON; exit 2 with one sentence
when something cannot be read.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from content.errors import ContentError
from content.model import Library
from content.reading.read import read_pack
from index.build import build_index, content_hash
from index.engine import open_index
from index.errors import EvaluationDataError, SearchIndexError
from index.evaluation.metrics import (
    best_within,
    interval,
    mean,
    ndcg,
    percentile,
    recall,
    reciprocal_rank,
    ungraded,
)
from index.evaluation.qrels import (
    JudgedQuery,
    danger_queries,
    own_queries,
    read_collection,
    read_queries,
)
from index.query import Caps
from index.searcher import Searcher

# Collections' queries are whole paragraphs
_NO_CAPS = Caps(characters=100_000, terms=1_000)
# Typing is measured on the beginnings of some queries, letter by letter
_TYPED_QUERIES = 50
_TYPED_LETTERS = 40
# A worker's question is a few words
_SHORT_WORDS = 6

Ranked = list[tuple[JudgedQuery, list[str]]]


def measure_pack(library: Library, queries: Sequence[JudgedQuery], rerank: bool = True) -> dict[str, Any]:
    """The measures of a pack over all queries and by type, and of its danger questions apart.

    With each share stands the interval in which it lies for 95 of 100 such sets of questions.
    """
    searcher = Searcher(open_index(build_index(library), content_hash(library)), library)
    ranked = _rank(searcher, queries, 10, rerank)
    kinds = dict.fromkeys(query.kind for query in queries)
    return {
        **_metrics(ranked),
        "no_hits": [query.words for query, pages in ranked if not pages],
        "not_in_top3": [query.words for query, pages in ranked if not best_within(pages, query.grades, 3)],
        "by_type": {kind: _metrics([r for r in ranked if r[0].kind == kind]) for kind in kinds},
        "danger": _danger(searcher, library, rerank),
    }


def _danger(searcher: Searcher, library: Library, rerank: bool) -> dict[str, Any]:
    """The measures of the questions of hazards: their page has to stand first."""
    ranked = _rank(searcher, danger_queries(library), 10, rerank)
    not_first = [query.words for query, pages in ranked if not best_within(pages, query.grades, 1)]
    return {**_metrics(ranked), "not_first": not_first}


def measure_collection(
    library: Library, queries: Sequence[JudgedQuery], rerank: bool = True
) -> dict[str, Any]:
    """The measures of a test collection, with sizes and times in milliseconds.

    Times are those of a searcher that has made itself ready, as after a start. What is typed is asked once,
    as people type; so are the `first` queries. The others have been asked before. `reranked_ms` is the answer
    after a pause in typing.
    """
    start = perf_counter()
    blob = build_index(library)
    seconds = perf_counter() - start
    opened = partial(_opened, blob, library)
    whole, short = [query.words for query in queries], [_short(query.words) for query in queries]
    ranked = _rank(opened(), queries, 100, rerank)
    asked = opened()
    return {
        "queries": len(ranked),
        "nDCG@10": mean(ndcg(pages, ungraded(query.grades)) for query, pages in ranked),
        "nDCG@10_graded": mean(ndcg(pages, query.grades) for query, pages in ranked),
        "MRR@10": mean(reciprocal_rank(pages, query.grades) for query, pages in ranked),
        "recall@100": mean(recall(pages, query.grades) for query, pages in ranked),
        "documents": len(library.heads),
        "build_seconds": round(seconds, 2),
        "index_bytes": len(blob),
        "keystroke_ms": _spread(_times(opened(), _typed(queries))),
        "first_query_ms": _spread(_times(asked, whole)),
        "query_ms": _spread(_times(asked, whole)),
        "first_short_query_ms": _spread(_times(opened(), short)),
        "short_query_ms": _spread(_times(asked, short, before=True)),
        "reranked_ms": _spread(_times(asked, whole, rerank=True, before=True)),
    }


def _opened(blob: bytes, library: Library) -> Searcher:
    """A searcher as it is after a start: ready, and with no garbage to look for in the midst of an answer."""
    searcher = Searcher(open_index(blob, content_hash(library)), library, caps=_NO_CAPS)
    searcher.warm()
    gc.collect()
    gc.freeze()
    return searcher


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: reads, measures, prints."""
    options = _options(arguments)
    try:
        result = _measure(options)
    except (SearchIndexError, ContentError) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0


def _measure(options: argparse.Namespace) -> dict[str, Any]:
    if options.collection:
        return measure_collection(*read_collection(options.collection), not options.typing)
    library = read_pack(options.pack).library
    if library is None:
        raise EvaluationDataError(
            f"{options.pack} holds no pack that can be read: run the check command on it."
        )
    queries = read_queries(options.queries) if options.queries else own_queries(library)
    return measure_pack(library, queries, not options.typing)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    program = "python -m index.evaluation.evaluate"
    parser = argparse.ArgumentParser(prog=program, description="Measure search.")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--pack", type=Path, help="a pack's folder")
    source.add_argument("--collection", type=Path, help="a folder with docs, queries and judgements")
    parser.add_argument(
        "--queries", type=Path, help="qid, query, type, grades; else the pack's own questions"
    )
    parser.add_argument("--typing", action="store_true", help="measure the ranking shown before a pause")
    return parser.parse_args(arguments)


def _rank(searcher: Searcher, queries: Sequence[JudgedQuery], limit: int, rerank: bool) -> Ranked:
    ranked = []
    for query in queries:
        answer = searcher.search(query.words, limit=limit, rerank=rerank)
        ranked.append((query, [hit.page for hit in answer.hits] if answer else []))
    return ranked


def _metrics(ranked: Ranked) -> dict[str, Any]:
    measures = {
        "nDCG@10": [ndcg(pages, query.grades) for query, pages in ranked],
        "MRR@10": [reciprocal_rank(pages, query.grades) for query, pages in ranked],
        "top1": [float(best_within(pages, query.grades, 1)) for query, pages in ranked],
        "top3": [float(best_within(pages, query.grades, 3)) for query, pages in ranked],
    }
    return {
        "queries": len(ranked),
        **{name: mean(values) for name, values in measures.items()},
        "within": {name: interval(values) for name, values in measures.items()},
    }


def _typed(queries: Sequence[JudgedQuery]) -> list[str]:
    begun = [query.words[:_TYPED_LETTERS] for query in queries[:_TYPED_QUERIES]]
    return [words[:end] for words in begun for end in range(1, len(words) + 1)]


def _short(words: str) -> str:
    return " ".join(words.split()[:_SHORT_WORDS]) + " "


def _times(
    searcher: Searcher, texts: Sequence[str], rerank: bool = False, before: bool = False
) -> list[float]:
    """Milliseconds for each text; `before` asks them all once beforehand."""
    if before:
        _times(searcher, texts, rerank)
    times = []
    for text in texts:
        start = perf_counter()
        searcher.search(text, limit=10, rerank=rerank)
        times.append((perf_counter() - start) * 1000)
    return times


def _spread(times: Sequence[float]) -> dict[str, float]:
    return {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95), "max": percentile(times, 1.0)}


if __name__ == "__main__":
    raise SystemExit(main())
