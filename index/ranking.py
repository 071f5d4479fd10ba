"""What a term adds to the score of a section: BM25F over title, heading, keywords and body.

BM25F (Robertson, Zaragoza and Taylor, 2004): term frequencies are weighted and normalised by length in each
field, added up, and saturated once. A sum of BM25 scores, one per field, would count a word twice that stands
in the title and in the text. The scores of a term are computed whole and cached: the next letter asks again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from index.bounded_cache import BoundedCache
from index.engine import Engine
from index.max_score import Impacts, scaled
from index.schema import BODY, HEADING, KEYWORDS, STEMMED, TITLE, WORDS


@dataclass(frozen=True, slots=True)
class Weights:
    """The ranking's few numbers; flat optima, measured on four public collections."""

    title: float = 2.5
    heading: float = 1.8
    keywords: float = 1.8
    body: float = 1.0
    b: float = 0.75  # how much a long field counts less
    k1: float = 2.0  # how soon another mention stops to count


# What a match counts that is not the typed word itself; the order of these is the order of the tiers
STEM = 0.9
SYNONYM = 0.7
PREFIX = 0.6
FUZZY = 0.5

# Impacts that are cached, counted in sections; one takes about 100 bytes, a term without any counts as a few
_CACHED_SECTIONS = 400_000
_EMPTY_TERM = 4
# Approximate idfs that are cached, counted in stems
_CACHED_STEMS = 20_000


class Ranking:
    """Impacts of terms on sections, computed once per term and cached. Belongs to one thread."""

    def __init__(self, engine: Engine, weights: Weights | None = None) -> None:
        weights = weights or Weights()
        self._engine = engine
        self._k1 = weights.k1
        self._terms = BoundedCache[str, tuple[float, Impacts]](_CACHED_SECTIONS)
        self._approximate_idfs = BoundedCache[str, float](_CACHED_STEMS)
        self._typed_words = BoundedCache[str, Impacts](_CACHED_SECTIONS)
        field_weights = {
            TITLE: weights.title,
            HEADING: weights.heading,
            KEYWORDS: weights.keywords,
            BODY: weights.body,
        }
        self._norms = {name: _norms(engine, name, field_weights[name], weights.b) for name in STEMMED}

    def idf(self, stem: str) -> float:
        """Inverse document frequency of the term: high when few sections have it."""
        return self._term(stem)[0]

    def impacts(self, stem: str) -> Impacts:
        """Section -> what the term contributes there. Do not change the mapping."""
        return self._term(stem)[1]

    def as_typed(self, word: str, stem: str) -> Impacts:
        """Sections with the word itself count whole, those with another form of it a little less."""
        impacts = self._typed_words.get(word)
        if impacts is None:
            impacts = self._as_typed(word, self.impacts(stem))
            self._typed_words.put(word, impacts, len(impacts) + _EMPTY_TERM)
        return impacts

    def term_weights(self, section: int, counts: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
        """The term vector of a section: stem -> BM25F weight, from its own counts (field -> stem -> times).

        Reads no posting list, so it costs the same in a large guidance. The idf is approximate: a stem that
        stands in several fields is taken for as rare as in the one where most sections have it.
        """
        tf: dict[str, float] = {}
        for field, times in counts.items():
            norm = self._norms[field][section]
            for stem, count in times.items():
                tf[stem] = tf.get(stem, 0.0) + count * norm
        k1 = self._k1
        return {stem: self._approximate_idf(stem) * freq / (k1 + freq) for stem, freq in tf.items()}

    def max_idf(self) -> float:
        """The idf of a word that no section has."""
        return _idf(self._engine.tables.count, 0)

    def _term(self, stem: str) -> tuple[float, Impacts]:
        entry = self._terms.get(stem)
        if entry is None:
            entry = self._compute(stem)
            self._terms.put(stem, entry, len(entry[1]) + _EMPTY_TERM)
        return entry

    def _approximate_idf(self, stem: str) -> float:
        idf = self._approximate_idfs.get(stem)
        if idf is None:
            df = max(self._engine.document_frequency(field, stem) for field in STEMMED)
            idf = self._approximate_idfs.put(stem, _idf(self._engine.tables.count, df))
        return idf

    def _as_typed(self, word: str, impacts: Impacts) -> Impacts:
        exact = self._engine.postings(WORDS, word)[0] if impacts else []
        if len(exact) == len(impacts):
            return impacts
        other_forms = scaled(impacts, STEM)
        for section in exact:
            other_forms[section] = impacts[section]
        return other_forms

    def _compute(self, stem: str) -> tuple[float, Impacts]:
        tf: Impacts = {}
        for field in STEMMED:
            norms = self._norms[field]
            for document, times in zip(*self._engine.postings(field, stem), strict=True):
                tf[document] = tf.get(document, 0.0) + times * norms[document]
        idf = _idf(self._engine.tables.count, len(tf))
        k1 = self._k1
        return idf, {document: idf * freq / (k1 + freq) for document, freq in tf.items()}


def _idf(count: int, df: int) -> float:
    return log(1 + (count - df + 0.5) / (df + 0.5))


def _norms(engine: Engine, field: str, weight: float, b: float) -> list[float]:
    """Per section, what one mention in the field weighs."""
    lengths = engine.tables.lengths[field]
    filled = [length for length in lengths if length]
    average = sum(filled) / len(filled) if filled else 1.0
    by_length = {length: weight / (1 - b + b * length / average) for length in set(lengths)}
    return [by_length[length] for length in lengths]
