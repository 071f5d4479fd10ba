"""A library becomes one index: run when an edition is made, never while a worker waits."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from content.model import Library
from index.analysis import Analysis
from index.container import write_container
from index.documents import Document, library_documents
from index.engine import stem, write_files
from index.schema import BODY, HEADING, KEYWORDS, SCHEMA_VERSION, STEMMED, TITLE, WORDS

_PostingLists = dict[str, list[tuple[int, int]]]


def build_index(library: Library) -> bytes:
    """The search index of a library as one checksummed blob; the same library gives the same bytes."""
    builder = _Builder(Analysis(stem))
    digest = _new_digest()
    for document in library_documents(library):
        builder.add(document)
        _update(digest, document)
    return write_container(write_files(builder.postings, builder.tables()), digest.hexdigest())


def content_hash(library: Library) -> str:
    """What an index must say it was made from, to be opened with this library."""
    digest = _new_digest()
    for document in library_documents(library):
        _update(digest, document)
    return str(digest.hexdigest())


def _new_digest() -> Any:
    return hashlib.sha256(f"sections {SCHEMA_VERSION}".encode())


def _update(digest: Any, document: Document) -> None:
    parts = (document.page, document.anchor, *_texts(document).values())
    for data in (part.encode(errors="replace") for part in parts):
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)


def _texts(document: Document) -> dict[str, str]:
    return {
        TITLE: document.title,
        HEADING: document.heading,
        KEYWORDS: document.keywords,
        BODY: document.body,
    }


class _Builder:
    """Gathers postings, lengths and the vocabulary, document after document."""

    def __init__(self, analysis: Analysis) -> None:
        self.postings: dict[str, _PostingLists] = {name: {} for name in (*STEMMED, WORDS)}
        self._analysis = analysis
        self._pages: dict[str, int] = {}
        self._page_of: list[int] = []
        self._lengths: dict[str, list[int]] = {name: [] for name in STEMMED}

    def add(self, document: Document) -> None:
        """Take in the next document."""
        number = len(self._page_of)
        self._page_of.append(self._pages.setdefault(document.page, len(self._pages)))
        words: Counter[str] = Counter()
        for field, text in _texts(document).items():
            stems, length = self._count(text, words)
            self._lengths[field].append(length)
            self._post(field, stems, number)
        self._post(WORDS, words, number)

    def tables(self) -> dict[str, Any]:
        """What the engine knows without reading a posting."""
        vocabulary = sorted(self.postings[WORDS])
        return {
            "pages": list(self._pages),
            "page_of": self._page_of,
            "lengths": self._lengths,
            "words": vocabulary,
            "word_counts": [len(self.postings[WORDS][word]) for word in vocabulary],
        }

    def _count(self, text: str, words: Counter[str]) -> tuple[Counter[str], int]:
        """How often each stem occurs, and the length in words that count; whole words go into `words`."""
        stems: Counter[str] = Counter()
        length = 0
        for token in self._analysis.tokens(text):
            if not token.stop:
                stems[token.stem] += 1
                words[token.word] += 1
                length += not token.joined
        return stems, length

    def _post(self, field: str, counts: Counter[str], number: int) -> None:
        lists = self.postings[field]
        for term, times in counts.items():
            lists.setdefault(term, []).append((number, times))
