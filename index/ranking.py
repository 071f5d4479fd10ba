"""How much a section says about a word: BM25F over title, heading, keywords and body."""

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
    length: float = 0.75  # B: how much a long field counts less
    repeats: float = 2.0  # K1: how soon another mention stops to count


# What a match counts that is not the typed word itself; the order of these is the order of the tiers
STEM = 0.9
SYNONYM = 0.7
PREFIX = 0.6
FUZZY = 0.5

# Impacts that are kept, counted in sections; one takes about 100 bytes, a term without any counts as a few
_KEPT_SECTIONS = 400_000
_EMPTY_TERM = 4
# How rare a stem is, kept as a number
_KEPT_STEMS = 20_000


class Ranking:
    """Impacts of terms on sections, computed once per term and kept. Belongs to one thread."""

    def __init__(self, engine: Engine, weights: Weights | None = None) -> None:
        weights = weights or Weights()
        self._engine = engine
        self._repeats = weights.repeats
        self._kept = BoundedCache[str, tuple[float, Impacts]](_KEPT_SECTIONS)
        self._kept_rarities = BoundedCache[str, float](_KEPT_STEMS)
        self._kept_words = BoundedCache[str, Impacts](_KEPT_SECTIONS)
        shares = {
            TITLE: weights.title,
            HEADING: weights.heading,
            KEYWORDS: weights.keywords,
            BODY: weights.body,
        }
        self._norms = {name: _norms(engine, name, shares[name], weights.length) for name in STEMMED}

    def idf(self, stem: str) -> float:
        """How telling the term is: high when few sections have it."""
        return self._term(stem)[0]

    def impacts(self, stem: str) -> Impacts:
        """Section -> what the term contributes there. Do not change the mapping."""
        return self._term(stem)[1]

    def as_typed(self, word: str, stem: str) -> Impacts:
        """Sections with the word itself count whole, those with another form of it a little less."""
        impacts = self._kept_words.get(word)
        if impacts is None:
            impacts = self._as_typed(word, self.impacts(stem))
            self._kept_words.put(word, impacts, len(impacts) + _EMPTY_TERM)
        return impacts

    def said_in(self, section: int, counts: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
        """What a section says of each of its stems, worked out from its own words: field -> stem -> times.

        Reads no list of other sections, so it costs the same in a large guidance. A stem that stands in
        several fields is taken for as rare as in the one where most sections have it.
        """
        mass: dict[str, float] = {}
        for field, times in counts.items():
            norm = self._norms[field][section]
            for stem, often in times.items():
                mass[stem] = mass.get(stem, 0.0) + often * norm
        repeats = self._repeats
        return {stem: self._rarity(stem) * m / (repeats + m) for stem, m in mass.items()}

    def rarest(self) -> float:
        """The idf of a word that no section has."""
        return _idf(self._engine.tables.count, 0)

    def _term(self, stem: str) -> tuple[float, Impacts]:
        entry = self._kept.get(stem)
        if entry is None:
            entry = self._compute(stem)
            self._kept.put(stem, entry, len(entry[1]) + _EMPTY_TERM)
        return entry

    def _rarity(self, stem: str) -> float:
        idf = self._kept_rarities.get(stem)
        if idf is None:
            having = max(self._engine.frequency(field, stem) for field in STEMMED)
            idf = self._kept_rarities.put(stem, _idf(self._engine.tables.count, having))
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
        mass: Impacts = {}
        for field in STEMMED:
            norms = self._norms[field]
            for document, times in zip(*self._engine.postings(field, stem), strict=True):
                mass[document] = mass.get(document, 0.0) + times * norms[document]
        idf = _idf(self._engine.tables.count, len(mass))
        repeats = self._repeats
        return idf, {document: idf * m / (repeats + m) for document, m in mass.items()}


def _idf(count: int, having: int) -> float:
    return log(1 + (count - having + 0.5) / (having + 0.5))


def _norms(engine: Engine, field: str, share: float, b: float) -> list[float]:
    """Per section, what one mention in the field weighs."""
    lengths = engine.tables.lengths[field]
    filled = [length for length in lengths if length]
    average = sum(filled) / len(filled) if filled else 1.0
    by_length = {length: share / (1 - b + b * length / average) for length in set(lengths)}
    return [by_length[length] for length in lengths]
