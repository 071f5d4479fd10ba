"""Prints how fast and how good search is beside others, on a judged collection; asserts nothing.

    python -m tests.bench.bench_search COLLECTION [--sections 10000]

Asks every engine the same question before the next question is asked, so that a busy moment of the machine
meets all alike. SQLite FTS5 is always there; tantivy, bm25s and xapian take part where they are installed.
With --sections, documents are repeated with changed words until there are that many (quality is then not
measured).
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any

from content.blocks import Paragraph, Run
from content.model import Library, Page, Section
from index.build import build_index, content_hash
from index.documents import library_documents
from index.engine import open_index, stem
from index.judged import JudgedQuery, read_collection
from index.measures import mean, ndcg, percentile, ungraded
from index.query import Caps
from index.searcher import Searcher
from index.words import Analysis

Ask = Callable[[str], list[str]]
CAPS = Caps(100_000, 1_000)
ANALYSIS = Analysis(stem)


def ours(library: Library) -> Ask:
    searcher = Searcher(open_index(build_index(library), content_hash(library)), library, caps=CAPS)
    searcher.warm()

    def ask(words: str) -> list[str]:
        answer = searcher.search(words, limit=10)
        return [hit.page for hit in answer.hits] if answer else []

    return ask


def fts5(library: Library) -> Ask:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE d USING fts5(page UNINDEXED, title, body, tokenize='porter')")
    rows = ((d.page, d.title, d.body) for d in library_documents(library))
    database.executemany("INSERT INTO d VALUES (?, ?, ?)", rows)
    columns = "page, snippet(d, 2, '<', '>', '…', 24)"
    sql = f"SELECT {columns} FROM d WHERE d MATCH ? ORDER BY bm25(d, 0, 2.5, 1) LIMIT 10"

    def ask(words: str) -> list[str]:
        terms = plain_words(words)
        return (
            [row[0] for row in database.execute(sql, (" OR ".join(f'"{t}"' for t in terms),))]
            if terms
            else []
        )

    return ask


def bm25s(library: Library) -> Ask:
    import bm25s as engine  # type: ignore[import-not-found]  # only where installed

    pages = list(library.heads)
    texts = [
        [t.stem for t in ANALYSIS.tokens(f"{d.title} {d.body}") if not t.stop]
        for d in library_documents(library)
    ]
    retriever = engine.BM25()
    retriever.index(texts, show_progress=False)

    def ask(words: str) -> list[str]:
        stems = [t.stem for t in ANALYSIS.tokens(words) if not t.stop]
        found, _ = retriever.retrieve([stems], k=min(10, len(pages)), show_progress=False)
        return [pages[at] for at in found[0]]

    return ask


def tantivy(library: Library) -> Ask:
    import tantivy as engine  # type: ignore[import-not-found]  # only where installed

    builder = engine.SchemaBuilder()
    builder.add_text_field("page", stored=True, tokenizer_name="raw")
    for name in ("title", "body"):
        builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
    index = engine.Index(builder.build())
    writer = index.writer(50_000_000, 1)
    for d in library_documents(library):
        writer.add_document(engine.Document(page=d.page, title=d.title, body=d.body))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(words: str) -> list[str]:
        query = index.parse_query(
            " ".join(plain_words(words)), ["title", "body"], field_boosts={"title": 2.5}
        )
        return [searcher.doc(at)["page"][0] for _, at in searcher.search(query, 10).hits]

    return ask


def xapian(library: Library) -> Ask:
    import xapian as engine  # type: ignore[import-not-found]  # only where installed

    database, generator = engine.inmemory_open(), engine.TermGenerator()
    generator.set_stemmer(engine.Stem("en"))
    for d in library_documents(library):
        document = engine.Document()
        generator.set_document(document)
        generator.index_text(d.title, 2)
        generator.index_text(d.body)
        document.set_data(d.page)
        database.add_document(document)
    stemmer, enquire = engine.Stem("en"), engine.Enquire(database)

    def ask(words: str) -> list[str]:
        terms = ["Z" + stemmer(word).decode() for word in plain_words(words)]
        enquire.set_query(engine.Query(engine.Query.OP_OR, terms))
        return [match.document.get_data().decode() for match in enquire.get_mset(0, 10)]

    return ask


ENGINES: Mapping[str, tuple[str, Callable[[Library], Ask]]] = {
    "handrail": ("index", ours),
    "fts5": ("sqlite3", fts5),
    "tantivy": ("tantivy", tantivy),
    "bm25s": ("bm25s", bm25s),
    "xapian": ("xapian", xapian),
}


def plain_words(words: str) -> list[str]:
    return [t.word for t in ANALYSIS.tokens(words) if not t.stop and not t.joined]


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
    for query in queries[:40]:
        yield from (query.words[:end] for end in range(1, min(41, len(query.words) + 1)))


def measure(engines: Mapping[str, Ask], texts: list[str]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in engines}
    for text in texts:
        for name, ask in engines.items():
            start = perf_counter()
            ask(text)
            times[name].append((perf_counter() - start) * 1000)
    return times


def show(title: str, times: Mapping[str, list[float]]) -> None:
    own = percentile(times["handrail"], 0.5) or 0.001
    for name, values in times.items():
        p50, p95 = percentile(values, 0.5), percentile(values, 0.95)
        print(f"{title:12} {name:10} p50 {p50:8.3f} ms  p95 {p95:8.3f} ms  {p50 / own:6.2f} x handrail")


def main() -> None:
    parser = argparse.ArgumentParser(description="Print search figures beside other engines.")
    parser.add_argument("collection", type=Path)
    parser.add_argument("--sections", type=int, default=0)
    options = parser.parse_args()
    library, queries = read_collection(options.collection)
    if options.sections:
        library = grown(library, options.sections)
    engines: dict[str, Any] = {}
    for name, (module, make) in ENGINES.items():
        if find_spec(module):
            start = perf_counter()
            engines[name] = make(library)
            print(f"{'build':12} {name:10} {perf_counter() - start:8.2f} s   {len(library.heads)} sections")
    short = [" ".join(plain_words(query.words)[:4]) + " " for query in queries]
    show("first", measure(engines, short))
    show("short", measure(engines, short))
    show("whole", measure(engines, [query.words for query in queries]))
    show("keystroke", measure(engines, list(keystrokes(queries))))
    if not options.sections:
        for name, ask in engines.items():
            score = mean(ndcg(ask(query.words), ungraded(query.grades)) for query in queries)
            print(f"{'nDCG@10':12} {name:10} {score:.4f}")


if __name__ == "__main__":
    main()
