"""What is known of every page, section and word without reading a posting: columns that lie in the index.

Nothing here is read before it is wanted, and nothing is copied: a column is a view of the file.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from index.columns import Strings, pack_numbers, pack_strings, read_numbers
from index.container import Part
from index.errors import IndexDamagedError
from index.schema import STEMMED

_BROKEN = "The search index is damaged. Build it again from the pack."

_FACTS = "facts.json"
_SYNONYMS = "synonyms.json"
_HAZARDS = "hazards.json"
_PAGES = "pages"
_WORDS = "words"
_PAGE_ORDER = "page-order"
_PAGE_OF = "page-of"
_PATTERNS = "patterns"
_TITLE_LENGTHS = "title-lengths"
_WORD_COUNTS, _WORD_FORMS, _WORD_LETTERS = "word-counts", "word-forms", "word-letters"
_WORD_PROSE, _ENGLISH = "word-prose", "english"
_BUCKETS, _BUCKET_WORDS = "deletion-buckets", "deletion-words"
_LENGTHS = {name: f"lengths-{name}" for name in STEMMED}
_STARTS, _TEXT = ".starts", ".text"

PARTS = frozenset(
    (
        *(_FACTS, _SYNONYMS, _HAZARDS, _PAGE_ORDER, _PAGE_OF, _PATTERNS, _TITLE_LENGTHS),
        *(_WORD_COUNTS, _WORD_FORMS, _WORD_LETTERS, _WORD_PROSE, _ENGLISH, _BUCKETS, _BUCKET_WORDS),
        *_LENGTHS.values(),
        *(name + end for name in (_PAGES, _WORDS) for end in (_STARTS, _TEXT)),
    )
)


class Pattern(NamedTuple):
    """How a stem stands in a section: how often in each field, and in which of its forms, as bits.

    A few hundred patterns describe all the postings of a guidance, so that a posting is two small numbers.
    """

    title: int
    heading: int
    keywords: int
    spoken: int
    body: int
    forms: int


# Where a word stands: in a title, a heading or a text; in search terms; or only in what people say
PROSE, AUTHORS, SAID = 2, 1, 0


class WordTable(NamedTuple):
    """The vocabulary in alphabetical order, with what is known of each word."""

    words: Sequence[str]
    counts: Sequence[int]  # sections that have it
    forms: Sequence[int]  # which of the forms of its stem it is
    letters: Sequence[int]  # see index.spelling
    buckets: Sequence[int]
    bucket_words: Sequence[int]
    prose: Sequence[int]  # PROSE where a reader meets it, AUTHORS where only authors name it, else SAID
    english: Sequence[int]  # see index.english


class BuiltTables(NamedTuple):
    """All that the tables are written from."""

    pages: Sequence[str]
    page_of: Sequence[int]
    lengths: Mapping[str, Sequence[int]]
    patterns: Sequence[Pattern]
    title_lengths: Sequence[int]
    help_pages: Sequence[int]
    synonyms: Any
    words: WordTable
    short_numbers: Sequence[str]
    hazards: Any


def write_tables(built: BuiltTables) -> dict[str, bytes]:
    """The tables as the parts of an index."""
    lengths = {name: [sum(built.lengths[name]), sum(map(bool, built.lengths[name]))] for name in STEMMED}
    order = sorted(range(len(built.pages)), key=built.pages.__getitem__)
    columns: dict[str, Sequence[int]] = {
        _PAGE_ORDER: order,
        _PAGE_OF: built.page_of,
        _PATTERNS: [number for pattern in built.patterns for number in pattern],
        _TITLE_LENGTHS: built.title_lengths,
        _WORD_COUNTS: built.words.counts,
        _WORD_FORMS: built.words.forms,
        _WORD_LETTERS: built.words.letters,
        _BUCKETS: built.words.buckets,
        _BUCKET_WORDS: built.words.bucket_words,
        _WORD_PROSE: built.words.prose,
        _ENGLISH: built.words.english,
        **{_LENGTHS[name]: built.lengths[name] for name in STEMMED},
    }
    parts = {name: pack_numbers(column) for name, column in columns.items()}
    for name, strings in ((_PAGES, built.pages), (_WORDS, built.words.words)):
        parts[name + _STARTS], parts[name + _TEXT] = pack_strings(strings)
    parts[_FACTS] = _json(
        {"lengths": lengths, "help": list(built.help_pages), "numbers": list(built.short_numbers)}
    )
    parts[_SYNONYMS] = _json(built.synonyms)
    parts[_HAZARDS] = _json(built.hazards)
    return parts


class Tables:
    """The tables of an open index; IndexDamagedError where they contradict each other."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self._parts = parts
        facts = self._object(_FACTS)
        self.pages = self._strings(_PAGES)
        self.page_of = self._column(_PAGE_OF)
        self.count = len(self.page_of)
        self.help_pages = frozenset(int(page) for page in facts["help"])
        self.short_numbers = frozenset(map(str, facts["numbers"]))
        self._length_facts = facts["lengths"]
        if max(self.page_of, default=-1) >= len(self.pages):
            raise IndexDamagedError(_BROKEN)

    @cached_property
    def lengths(self) -> Mapping[str, Sequence[int]]:
        """Field -> its length in each section, in words that count."""
        return {name: self._column(_LENGTHS[name], self.count) for name in STEMMED}

    @cached_property
    def patterns(self) -> Sequence[Pattern]:
        """The patterns by number; postings name them by it."""
        numbers, size = self._column(_PATTERNS), len(Pattern._fields)
        return [Pattern._make(numbers[at : at + size]) for at in range(0, len(numbers) - size + 1, size)]

    @cached_property
    def title_lengths(self) -> Sequence[int]:
        """How many words the title of each page has."""
        return self._column(_TITLE_LENGTHS, len(self.pages))

    @cached_property
    def vocabulary(self) -> WordTable:
        """Every word of the guidance."""
        words = self._strings(_WORDS)
        return WordTable(
            words,
            self._column(_WORD_COUNTS, len(words)),
            self._column(_WORD_FORMS, len(words)),
            self._column(_WORD_LETTERS, len(words)),
            self._column(_BUCKETS),
            self._column(_BUCKET_WORDS),
            self._column(_WORD_PROSE, len(words)),
            self._column(_ENGLISH),
        )

    def average_length(self, field: str) -> float:
        """The mean length of a field where there is anything in it."""
        total, filled = self._length_facts[field]
        return float(total / filled) if filled else 1.0

    def synonyms(self) -> Any:
        """The wordings of the synonyms as stems, as they were given to be written."""
        return self._object(_SYNONYMS)

    def hazards(self) -> Any:
        """The words of each hazard, as they were given to be written."""
        return self._object(_HAZARDS)

    def form_of(self, word: str) -> int | None:
        """Which of the forms of its stem the word is; None when the guidance does not have it."""
        words = self.vocabulary.words
        at = bisect_left(words, word)
        return self.vocabulary.forms[at] if at < len(words) and words[at] == word else None

    def first_of(self, page: int) -> int:
        """The first section of a page."""
        return bisect_left(self.page_of, page)

    def sections_of(self, page: int) -> int:
        """How many sections a page has."""
        return bisect_right(self.page_of, page) - self.first_of(page)

    def number_of(self, page: str) -> int | None:
        """The number of the page with this id, if there is one."""
        order = self._page_order
        try:
            at = bisect_left(order, page, key=self.pages.__getitem__)
            return order[at] if at < len(order) and self.pages[order[at]] == page else None
        except IndexError as cause:
            raise IndexDamagedError(_BROKEN) from cause

    @cached_property
    def _page_order(self) -> Sequence[int]:
        return self._column(_PAGE_ORDER, len(self.pages))

    def _column(self, name: str, length: int | None = None) -> Sequence[int]:
        column = read_numbers(self._parts[name].whole())
        if length is not None and len(column) != length:
            raise IndexDamagedError(_BROKEN)
        return column

    def _strings(self, name: str) -> Strings:
        return Strings(self._column(name + _STARTS), self._parts[name + _TEXT].whole())

    def _object(self, name: str) -> Any:
        try:
            return json.loads(bytes(self._parts[name].whole()))
        except ValueError as cause:
            raise IndexDamagedError(_BROKEN) from cause


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
