"""Other search engines, set up as their makers advise, to be asked beside ours where they are installed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import NamedTuple

from content.model import Library
from index.analysis import Analysis
from index.build import build_index, content_hash
from index.documents import library_documents
from index.engine import open_index, stem
from index.query import Caps
from index.searcher import Searcher

Ask = Callable[[str], list[str]]
ANALYSIS = Analysis(stem)
_CAPS = Caps(100_000, 1_000)
_TITLE = 2.5


class Engine(NamedTuple):
    """How to ask for whole words, with the last word begun, and after a pause; each gives ten pages."""

    whole: Ask
    begun: Ask
    reranked: Ask


def _same(ask: Ask) -> Engine:
    return Engine(ask, ask, ask)


def ours(library: Library) -> Engine:
    searcher = Searcher(open_index(build_index(library), content_hash(library)), library, caps=_CAPS)
    searcher.warm()

    def ask(words: str, rerank: bool = False) -> list[str]:
        answer = searcher.search(words, limit=10, rerank=rerank)
        return [hit.page for hit in answer.hits] if answer else []

    return Engine(ask, ask, lambda words: ask(words, rerank=True))


def fts5(library: Library) -> Engine:
    database = sqlite3.connect(":memory:")
    options = "tokenize='porter', prefix='1 2 3'"
    database.execute(f"CREATE VIRTUAL TABLE d USING fts5(page UNINDEXED, title, body, {options})")
    rows = ((d.page, d.title, d.body) for d in library_documents(library))
    database.executemany("INSERT INTO d VALUES (?, ?, ?)", rows)
    columns = "page, snippet(d, 2, '<', '>', '…', 24)"
    sql = f"SELECT {columns} FROM d WHERE d MATCH ? ORDER BY bm25(d, 0, {_TITLE}, 1) LIMIT 10"

    def ask(terms: list[str]) -> list[str]:
        return [row[0] for row in database.execute(sql, (" OR ".join(terms),))] if terms else []

    def whole(words: str) -> list[str]:
        return ask([f'"{word}"' for word in plain_words(words)])

    def begun(words: str) -> list[str]:
        *before, last = [f'"{word}"' for word in plain_words(words)] or [""]
        return ask([*before, f"{last}*" if words[-1:].isalnum() else last] if last else [])

    return Engine(whole, begun, whole)


def bm25s(library: Library) -> Engine:
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

    return _same(ask)


def tantivy(library: Library) -> Engine:
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
        terms = " ".join(plain_words(words))
        query = index.parse_query(terms, ["title", "body"], field_boosts={"title": _TITLE})
        return [searcher.doc(at)["page"][0] for _, at in searcher.search(query, 10).hits]

    return _same(ask)


def xapian(library: Library) -> Engine:
    import xapian as engine  # type: ignore[import-not-found]  # only where installed

    database = engine.WritableDatabase("", engine.DB_BACKEND_INMEMORY)
    generator = engine.TermGenerator()
    generator.set_stemmer(engine.Stem("en"))
    for d in library_documents(library):
        document = engine.Document()
        generator.set_document(document)
        generator.index_text(d.title, 2)
        generator.index_text(d.body)
        document.set_data(d.page)
        database.add_document(document)
    stemmer, enquire = engine.Stem("en"), engine.Enquire(database)

    def stemmed(words: str) -> list[object]:
        return [engine.Query("Z" + stemmer(word).decode()) for word in plain_words(words)]

    def ask(queries: list[object]) -> list[str]:
        enquire.set_query(engine.Query(engine.Query.OP_OR, queries))
        return [match.document.get_data().decode() for match in enquire.get_mset(0, 10)]

    def begun(words: str) -> list[str]:
        queries, last = stemmed(words), plain_words(words)[-1:]
        if last and words[-1:].isalnum():
            most = engine.Query.WILDCARD_LIMIT_MOST_FREQUENT
            queries.append(engine.Query(engine.Query.OP_WILDCARD, last[0], 24, most))
        return ask(queries)

    return Engine(lambda words: ask(stemmed(words)), begun, lambda words: ask(stemmed(words)))


_ENGINES: Mapping[str, tuple[str, Callable[[Library], Engine]]] = {
    "handrail": ("index", ours),
    "fts5": ("sqlite3", fts5),
    "tantivy": ("tantivy", tantivy),
    "bm25s": ("bm25s", bm25s),
    "xapian": ("xapian", xapian),
}


def engines_here() -> Mapping[str, Callable[[Library], Engine]]:
    """The engines that are installed, ours first."""
    return {name: make for name, (module, make) in _ENGINES.items() if find_spec(module)}


def plain_words(words: str) -> list[str]:
    """The words that engines are asked for: none of the small ones."""
    return [t.word for t in ANALYSIS.tokens(words) if not t.stop and not t.joined]
