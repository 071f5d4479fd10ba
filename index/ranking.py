"""What a term adds to the score of a section: BM25F over title, heading, keywords, what people say, and body.

BM25F (Robertson, Zaragoza and Taylor, 2004): term frequencies are weighted and normalised by length in each
field, added up, and saturated once. A sum of BM25 scores, one per field, would count a word twice that stands
in the title and in the text. The scores of a term are computed whole and cached: the next letter asks again.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import log
from typing import NamedTuple

from index.bounded_cache import BoundedCache
from index.engine import Engine
from index.max_score import IMPACT_BYTES, LARGE_IMPACTS, Impacts, PackedImpacts, scaled
from index.schema import BODY, HEADING, KEYWORDS, SPOKEN, STEMMED, TITLE
from index.tables import Pattern


class Weights(NamedTuple):
    """The ranking's few numbers; flat optima, measured on four public collections."""

    title: float = 2.5
    heading: float = 1.8
    keywords: float = 1.8
    spoken: float = 1.5
    body: float = 1.0
    b: float = 0.75  # how much a long field counts less
    k1: float = 2.0  # how soon another mention stops to count


# What a match counts that is not the typed word itself; the order of these is the order of the tiers
STEM = 0.9
SYNONYM = 0.7
PREFIX = 0.6
FUZZY = 0.5

# Impacts that are cached, in bytes, and what a term without any takes
_CACHED_BYTES = 2 << 20
_EMPTY_TERM = 400
# The last of the fields: a section has the term in its body and nowhere else
_BODY_ALONE = len(STEMMED) - 1
# Document frequencies and approximate idfs that are cached, counted in stems
_CACHED_STEMS = 4_000


class Ranking:
    """Impacts of terms on sections, computed once per term and cached. Belongs to one thread."""

    def __init__(self, engine: Engine, weights: Weights | None = None) -> None:
        weights = weights or Weights()
        self._engine = engine
        self._k1 = weights.k1
        self._terms = BoundedCache[str, Impacts | PackedImpacts](_CACHED_BYTES)
        self._frequencies = BoundedCache[str, int](_CACHED_STEMS)
        self._approximate_idfs = BoundedCache[str, float](_CACHED_STEMS)
        self._typed_words = BoundedCache[str, Impacts](_CACHED_BYTES)
        field_weights = {
            TITLE: weights.title,
            HEADING: weights.heading,
            KEYWORDS: weights.keywords,
            SPOKEN: weights.spoken,
            BODY: weights.body,
        }
        self._norms = {
            name: _Norms(field_weights[name], weights.b, engine.tables.average_length(name))
            for name in STEMMED
        }

    def idf(self, stem: str) -> float:
        """Inverse document frequency of the term: high when few sections have it."""
        return _idf(self._engine.tables.count, self.document_frequency(stem))

    def document_frequency(self, stem: str) -> int:
        """How many sections have the term. Reads no posting."""
        df = self._frequencies.get(stem)
        return self._frequencies.put(stem, self._engine.document_frequency(stem)) if df is None else df

    def impacts(self, stem: str) -> Impacts:
        """Section -> what the term contributes there. Do not change the mapping."""
        cached = self._terms.get(stem)
        if cached is None:
            impacts = self._compute(stem)
            if len(impacts) < LARGE_IMPACTS:
                self._terms.put(stem, impacts, _bytes(impacts))
            else:
                packed = PackedImpacts.of(impacts)
                self._terms.put(stem, packed, packed.bytes())
            return impacts
        return cached.unpacked() if isinstance(cached, PackedImpacts) else cached

    def impacts_among(self, stem: str, sections: Set[int]) -> Impacts:
        """The same for these sections at least: all that is worked out where many others have the term."""
        if self.document_frequency(stem) < LARGE_IMPACTS:
            return self.impacts(stem)
        cached = self._terms.get(stem)
        if isinstance(cached, PackedImpacts):
            pairs = zip(cached.sections, cached.scores, strict=True)
            return {section: impact for section, impact in pairs if section in sections}
        postings = zip(*self._engine.postings(stem), strict=True)
        return self._impacts_of(stem, [posting for posting in postings if posting[0] in sections])

    def as_typed(self, word: str, stem: str) -> Impacts:
        """Sections with the word itself count whole, those with another form of it a little less."""
        impacts = self._typed_words.get(word)
        if impacts is None:
            whole = self.impacts(stem)
            impacts = self._as_typed(word, stem, whole)
            self._typed_words.put(word, impacts, _EMPTY_TERM if impacts is whole else _bytes(impacts))
        return impacts

    def term_weights(self, section: int, counts: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
        """The term vector of a section: stem -> BM25F weight, from its own counts (field -> stem -> times).

        Reads no posting list, so it costs the same in a large guidance. The idf is approximate: a stem that
        stands in several fields is taken for as rare as in the one where most sections have it.
        """
        tf: dict[str, float] = {}
        for field, times in counts.items():
            norm = self._norms[field][self._engine.tables.lengths[field][section]]
            for stem, count in times.items():
                tf[stem] = tf.get(stem, 0.0) + count * norm
        k1 = self._k1
        return {stem: self._approximate_idf(stem) * freq / (k1 + freq) for stem, freq in tf.items()}

    def max_idf(self) -> float:
        """The idf of a word that no section has."""
        return _idf(self._engine.tables.count, 0)

    def _approximate_idf(self, stem: str) -> float:
        idf = self._approximate_idfs.get(stem)
        if idf is None:
            df = self._engine.largest_field(stem)
            idf = self._approximate_idfs.put(stem, _idf(self._engine.tables.count, df))
        return idf

    def _as_typed(self, word: str, stem: str, impacts: Impacts) -> Impacts:
        if not impacts:
            return impacts
        exact = self._sections_with(word, stem)
        if len(exact) == len(impacts):
            return impacts
        other_forms = scaled(impacts, STEM)
        for section in exact:
            other_forms[section] = impacts[section]
        return other_forms

    def _sections_with(self, word: str, stem: str) -> list[int]:
        """The sections that have this form of the stem."""
        form = self._engine.tables.form_of(word)
        if form is None:
            return []
        sections, codes = self._engine.postings(stem)
        patterns, bit = self._engine.tables.patterns, 1 << form
        having = {code for code in set(codes) if patterns[code].forms & bit}
        return [section for section, code in zip(sections, codes, strict=True) if code in having]

    def _compute(self, stem: str) -> Impacts:
        return self._impacts_of(stem, list(zip(*self._engine.postings(stem), strict=True)))

    def _impacts_of(self, stem: str, postings: list[tuple[int, int]]) -> Impacts:
        idf, k1 = self.idf(stem), self._k1
        patterns = self._engine.tables.patterns
        firsts = {code: _first_field(patterns[code]) for code in {code for _, code in postings}}
        if len(set(firsts.values())) > 1:
            # of equal sections those come first that have the term in their title, then those in a heading
            postings.sort(key=lambda posting: firsts[posting[1]])
        norms, lengths = self._norms[BODY], self._engine.tables.lengths[BODY]
        times = {code: patterns[code].body if first == _BODY_ALONE else 0 for code, first in firsts.items()}
        impacts: Impacts = {}
        for section, code in postings:
            count = times[code]
            tf = count * norms[lengths[section]] if count else self._tf(section, patterns[code])
            impacts[section] = idf * tf / (k1 + tf)
        return impacts

    def _tf(self, section: int, pattern: Pattern) -> float:
        """The term frequency over all fields, each normalised by its length."""
        lengths, tf = self._engine.tables.lengths, 0.0
        for field, count in zip(STEMMED, pattern, strict=False):
            if count:
                tf += count * self._norms[field][lengths[field][section]]
        return tf


class _Norms(dict[int, float]):
    """What one mention in a field weighs, by how long the field is; worked out for the lengths there are."""

    def __init__(self, weight: float, b: float, average: float) -> None:
        super().__init__()
        self._weight, self._b, self._average = weight, b, average

    def __missing__(self, length: int) -> float:
        norm = self._weight / (1 - self._b + self._b * length / self._average)
        self[length] = norm
        return norm


def _first_field(pattern: Pattern) -> int:
    """Which field of a section has the term, the first of them."""
    return next((at for at, count in enumerate(pattern[: len(STEMMED)]) if count), 0)


def _bytes(impacts: Impacts) -> int:
    return _EMPTY_TERM + IMPACT_BYTES * len(impacts)


def _idf(count: int, df: int) -> float:
    return log(1 + (count - df + 0.5) / (df + 0.5))
