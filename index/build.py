"""A library becomes one index: run when an edition is made, never while a worker waits."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from content.model import Library, Status
from index.analysis import Analysis
from index.bare_numbers import short_numbers
from index.container import write_container
from index.documents import Document, library_documents
from index.engine import Postings, stem, write_postings
from index.english import checksums
from index.hazards import hazard_words
from index.schema import (
    BODY,
    HEADING,
    KEYWORDS,
    READ,
    SCHEMA_VERSION,
    SPOKEN,
    STEMMED,
    STEMS,
    TITLE,
    TITLE_WORDS,
)
from index.spelling import spelling_table
from index.synonyms import stemmed_wordings
from index.tables import AUTHORS, PROSE, SAID, BuiltTables, Pattern, WordTable, write_tables

# Of a stem's forms the last share a bit: a pattern is kept in 64
_MOST_FORMS = 63
# Words of a whole library are analysed again and again
_CACHED_WORDS = 200_000


def build_index(library: Library) -> bytes:
    """The search index of a library as one checksummed blob; the same library gives the same bytes."""
    builder = _Builder(Analysis(stem, _CACHED_WORDS))
    digest = _new_digest(library)
    for document in library_documents(library):
        builder.add(document)
        _update(digest, document)
    return write_container(builder.parts(library), digest.hexdigest())


def content_hash(library: Library) -> str:
    """What an index must say it was made from, to be opened with this library."""
    digest = _new_digest(library)
    for document in library_documents(library):
        _update(digest, document)
    return str(digest.hexdigest())


def _new_digest(library: Library) -> Any:
    """Begun with what the index holds beside the documents."""
    besides = [(s.term, s.means, *s.variants, str(s.caps_only)) for s in library.synonyms]
    dangers = [hazard.words for hazard in library.hazards]
    told = f"sections {SCHEMA_VERSION} {besides} {dangers} {short_numbers(library)}"
    return hashlib.sha256(told.encode(errors="replace"))


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
        SPOKEN: document.spoken,
        BODY: document.body,
    }


class _Builder:
    """Gathers postings, lengths and the vocabulary, document after document."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._pages: dict[str, int] = {}
        self._page_of = array("I")
        self._lengths = {name: array("I") for name in STEMMED}
        self._stems: dict[str, _StemPostings] = {}
        self._patterns: dict[Pattern, int] = {}
        self._word_counts: Counter[str] = Counter()
        self._forms: dict[str, int] = {}
        self._stands: dict[str, int] = {}

    def add(self, document: Document) -> None:
        """Take in the next document."""
        number = len(self._page_of)
        self._page_of.append(self._pages.setdefault(document.page, len(self._pages)))
        stems: dict[str, list[int]] = {}
        words: dict[str, str] = {}
        for at, (field, text) in enumerate(_texts(document).items()):
            self._lengths[field].append(self._count(text, at, stems, words))
            self._place(text, PROSE if field in READ else SAID if field == SPOKEN else AUTHORS)
        self._word_counts.update(words.keys())
        forms: dict[str, int] = {}
        for word, stem_ in words.items():
            forms[stem_] = forms.get(stem_, 0) | 1 << self._form(word, stem_)
        for stem_, counts in stems.items():
            pattern = Pattern._make((*counts, forms[stem_]))
            code = self._patterns.setdefault(pattern, len(self._patterns))
            self._stems[stem_].add(number, code, counts)

    def parts(self, library: Library) -> dict[str, bytes]:
        """The whole index, in parts."""
        patterns, codes = self._numbered_patterns()
        stems = {
            name: ((one.sections, array("I", [codes[code] for code in one.codes])), max(one.in_field))
            for name, one in self._stems.items()
        }
        titles, title_lengths = self._titles(library)
        tables = BuiltTables(
            list(self._pages),
            self._page_of,
            self._lengths,
            patterns,
            title_lengths,
            _help_pages(library, self._pages),
            stemmed_wordings(library.synonyms, self._analysis),
            self._words(),
            short_numbers(library),
            hazard_words(library.hazards, self._analysis),
        )
        return {**write_postings({STEMS: stems, TITLE_WORDS: titles}), **write_tables(tables)}

    def _count(self, text: str, field: int, stems: dict[str, list[int]], words: dict[str, str]) -> int:
        """Count each stem for the field; the length in words that count."""
        length = 0
        for token, times in self._analysis.words(text):
            counts = stems.get(token.stem)
            if counts is None:
                counts = stems[token.stem] = [0] * len(STEMMED)
            counts[field] += times
            words[token.word] = token.stem
            if not token.joined:
                length += times
        return length

    def _place(self, text: str, place: int) -> None:
        """Note where the words of a text stand: a reader's place counts more than an author's."""
        for token, _ in self._analysis.words(text):
            if self._stands.get(token.word, SAID) < place:
                self._stands[token.word] = place

    def _form(self, word: str, stem_: str) -> int:
        """Which of the forms of its stem the word is, numbered as they come."""
        form = self._forms.get(word)
        if form is None:
            postings = self._stems.setdefault(stem_, _StemPostings())
            form = self._forms[word] = min(postings.forms, _MOST_FORMS)
            postings.forms += 1
        return form

    def _numbered_patterns(self) -> tuple[list[Pattern], Sequence[int]]:
        """The patterns, the commonest as number 1, which takes no place in a posting; code -> number."""
        used: Counter[int] = Counter()
        for one in self._stems.values():
            used.update(one.codes)
        by_code = list(self._patterns)
        ranked = [code for code, _ in used.most_common()]
        codes = array("I", bytes(4 * len(by_code)))
        for number, code in enumerate(ranked, 1):
            codes[code] = number
        return [Pattern(*(0 for _ in Pattern._fields)), *(by_code[code] for code in ranked)], codes

    def _titles(self, library: Library) -> tuple[Mapping[str, tuple[Postings, int]], list[int]]:
        """The postings of the words of titles, small ones too, and how many words each title has."""
        lists: dict[str, array[int]] = {}
        lengths = []
        for page, number in self._pages.items():
            words = [token.word for token in self._analysis.tokens(library.heads[page].title)]
            lengths.append(len(words))
            for word in dict.fromkeys(filter(None, words)):
                lists.setdefault(word, array("I")).append(number)
        return {word: ((pages, [1] * len(pages)), len(pages)) for word, pages in lists.items()}, lengths

    def _words(self) -> WordTable:
        words = sorted(self._word_counts)
        counts = [self._word_counts[word] for word in words]
        forms = [self._forms[word] for word in words]
        prose = [self._stands.get(word, SAID) for word in words]
        return WordTable(words, counts, forms, *spelling_table(words), prose, checksums())


class _StemPostings:
    """The postings of one stem while they are gathered."""

    __slots__ = ("codes", "forms", "in_field", "sections")

    def __init__(self) -> None:
        self.sections, self.codes = array("I"), array("I")
        self.in_field = [0] * len(STEMMED)
        self.forms = 0

    def add(self, section: int, code: int, counts: Sequence[int]) -> None:
        """Take in the next section that has the stem."""
        self.sections.append(section)
        self.codes.append(code)
        for field, times in enumerate(counts):
            self.in_field[field] += times > 0


def _help_pages(library: Library, numbers: Mapping[str, int]) -> list[int]:
    """The pages of help with the program: the ranking puts them below guidance."""
    heads = library.heads.items()
    return [numbers[page] for page, head in heads if library.info_of(head).status is Status.PROGRAM]
