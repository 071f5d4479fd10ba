"""How much a section says about a word: BM25F over title, heading, keywords and body."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from index.engine import Engine
from index.schema import BODY, HEADING, KEYWORDS, STEMMED, TITLE, WORDS

Impacts = dict[int, float]


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

# Terms whose impacts are kept; one holds about 100 bytes per section that has the term
_KEPT_TERMS = 4096


class Ranking:
    """Impacts of terms on sections, computed once per term and kept. Belongs to one thread."""

    def __init__(self, engine: Engine, weights: Weights | None = None) -> None:
        weights = weights or Weights()
        self._engine = engine
        self._repeats = weights.repeats
        self._kept: dict[str, tuple[float, Impacts]] = {}
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

    def sections_with(self, word: str) -> list[int]:
        """The sections that hold the word just as typed (but for case and accents)."""
        return self._engine.postings(WORDS, word)[0]

    def rarest(self) -> float:
        """The idf of a word that no section has."""
        return _idf(self._engine.tables.count, 0)

    def _term(self, stem: str) -> tuple[float, Impacts]:
        entry = self._kept.get(stem)
        if entry is None:
            if len(self._kept) >= _KEPT_TERMS:
                self._kept.clear()
            entry = self._kept[stem] = self._compute(stem)
        return entry

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
