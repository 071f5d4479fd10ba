"""One part of a question against all sections: as typed, as other words for it, begun, or misspelt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from index.bounded_cache import BoundedCache
from index.hits import SPELLING, Reason
from index.max_score import Impacts, Share, best_of, scaled, summed
from index.query import Term
from index.ranking import FUZZY, PREFIX, SYNONYM, Ranking
from index.spelling import Vocabulary
from index.synonyms import Entry, Stems, Thesaurus

# A begun word says little while it is short: its share by number of letters
_PREFIX_SHARE = {1: 0.4, 2: 0.6, 3: 0.8}
# A second slip, and each next candidate, count less
_SLIP_SHARE = {1: 1.0, 2: 0.7}
_NEXT_SHARE = 0.85
# From this many words on, two of them stand for a wording
_LONG_WORDING = 3
# Matches that are kept, counted in sections; mostly shared with the terms that are kept
_KEPT_SECTIONS = 400_000
_EMPTY_MATCH = 16


class QueryClause(NamedTuple):
    """A part of the question that is one thing: a word, or words that together call up synonyms."""

    terms: tuple[Term, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def typed(self) -> str:
        """The part as it was typed."""
        return " ".join(term.typed for term in self.terms)

    @property
    def content(self) -> tuple[Term, ...]:
        """Its words that are searched for."""
        return tuple(term for term in self.terms if not term.stop)


@dataclass(frozen=True, slots=True)
class Expansion:
    """Sections that a unit reached by another word, and what says so."""

    why: Reason
    impacts: Impacts


@dataclass(frozen=True, slots=True)
class Match:
    """What a unit is worth in each section; `own` holds those where all of it stands as typed or begun."""

    scores: Impacts
    own: Impacts
    others: tuple[Expansion, ...] = ()
    stems: frozenset[str] = frozenset()
    corrected: str = ""
    most: float = 0.0  # the highest of the scores


NOTHING = Match({}, {})

# What a telephone number begins with, and how it is written for callers from abroad
_TRUNK = "0"
_FROM_ABROAD = re.compile(r"^(?:00)?44(?=[1-9]\d{6})")


def clauses_of(terms: Sequence[Term], thesaurus: Thesaurus) -> tuple[QueryClause, ...]:
    """The question in parts, in order; words that mean nothing alone and call up nothing are left out."""
    units: list[QueryClause] = []
    at = 0
    for found in thesaurus.find(terms):
        units += (QueryClause((term,)) for term in terms[at : found.start])
        units.append(QueryClause(tuple(terms[found.start : found.end]), found.entries))
        at = found.end
    units += (QueryClause((term,)) for term in terms[at:])
    return tuple(unit for unit in units if unit.content or unit.entries)


class Matcher:
    """Matches units and keeps what the next keystroke will ask again. Belongs to one thread."""

    def __init__(self, ranking: Ranking, vocabulary: Vocabulary, stem_of: Callable[[str], str]) -> None:
        self._ranking = ranking
        self._vocabulary = vocabulary
        self._stem_of = stem_of
        self._kept = BoundedCache[QueryClause, Match](_KEPT_SECTIONS)

    def match(self, unit: QueryClause) -> Match:
        """The unit against all sections: misspellings are tried only where nothing else is found."""
        match = self._kept.get(unit)
        if match is None:
            match = self._match(unit)
            match = replace(match, most=max(match.scores.values(), default=0.0))
            self._kept.put(unit, match, len(match.scores) + _EMPTY_MATCH)
        return match

    def fuzzy(self, term: Term) -> Match:
        """The sections that have a word which the term may be a misspelling of."""
        corrections = self._vocabulary.corrections(term.word)
        share, others = 1.0, []
        for correction in corrections:
            factor = FUZZY * _SLIP_SHARE[correction.slips] * share
            stem = self._stem_of(correction.word)
            reason = Reason(correction.word, SPELLING)
            others.append(Expansion(reason, scaled(self._ranking.impacts(stem), factor)))
            share *= _NEXT_SHARE
        if not others:
            return NOTHING
        stems = frozenset(self._stem_of(correction.word) for correction in corrections)
        best = best_of((other.impacts, 1.0) for other in others)
        return Match(best, {}, tuple(others), stems, corrections[0].word)

    def _match(self, unit: QueryClause) -> Match:
        words = [self._word(term, bool(unit.entries)) for term in unit.content]
        if not unit.entries:
            return words[0]
        own = (
            {section: 0.0 for section in words[0].own if all(section in w.own for w in words)}
            if words
            else {}
        )
        limit = self._idf_of(unit.content)
        others = tuple(self._synonym(unit, entry, limit) for entry in unit.entries)
        together = summed(word.scores for word in words)
        scores = best_of(((together, 1.0), *((other.impacts, 1.0) for other in others)))
        ways = (stem for entry in unit.entries for way in entry.ways for stem in way)
        stems = frozenset(ways).union(*(word.stems for word in words))
        return Match(scores, own, others, stems)

    def _number(self, term: Term) -> Match:
        """A number in parts is one thing: other numbers that begin alike are no answer to it."""
        known = self._vocabulary.numbers_with(_at_home(term.word))
        if not known and not term.word.startswith(_TRUNK):
            known = list(term.parts)  # years or amounts that only stand near each other
        scores = best_of((self._ranking.impacts(number), 1.0) for number in known)
        return Match(scores, scores, stems=frozenset(known))

    def _word(self, term: Term, has_synonyms: bool) -> Match:
        if term.parts:
            return self._number(term)
        own = self._ranking.as_typed(term.word, term.stem)
        stems = {term.stem}
        parts: list[Share] = [(own, 1.0)]
        if term.whole:
            stem = self._stem_of(term.whole)
            parts.append(self._held(stem, 1.0, self._ranking.idf(term.stem)))
            stems.add(stem)
        if term.open:
            begun = self._begun(term, bool(own))
            stems.update(begun)
            parts.extend(begun.values())
        scores = best_of(parts)
        if not scores and not has_synonyms:
            return self.fuzzy(term)
        return Match(scores, scores, stems=frozenset(stems))

    def _begun(self, term: Term, known: bool) -> dict[str, Share]:
        words = self._vocabulary.grown(term.word)
        stems = dict.fromkeys(self._stem_of(word) for word in words)
        stems.pop(term.stem, None)
        factor = PREFIX * _PREFIX_SHARE.get(len(term.word), 1.0)
        typed = self._ranking.idf(term.stem) if known else self._ranking.rarest()
        together = min((self._ranking.idf(stem) for stem in stems), default=typed)
        return {stem: self._held(stem, factor, min(typed, max(together, 0.5 * typed))) for stem in stems}

    def _synonym(self, unit: QueryClause, entry: Entry, limit: float) -> Expansion:
        typed = tuple(term.stem for term in unit.content)
        ways = [self._wording(way, limit) for way in entry.ways if way != typed]
        factor = SYNONYM * max(1, len(unit.content))
        return Expansion(Reason(f"{unit.typed}: {entry.means}"), scaled(best_of(ways), factor))

    def _wording(self, way: Stems, limit: float) -> Share:
        """The mean over the words of a wording, where enough of them stand: all of two, two of more."""
        lists = [self._held(stem, 1.0, limit) for stem in way]
        if len(lists) == 1:
            return lists[0]
        needed = 2 if len(way) >= _LONG_WORDING else len(way)
        totals: Impacts = {}
        seen: dict[int, int] = {}
        for impacts, factor in lists:
            for section, impact in impacts.items():
                totals[section] = totals.get(section, 0.0) + impact * factor
                seen[section] = seen.get(section, 0) + 1
        return {s: total for s, total in totals.items() if seen[s] >= needed}, 1 / len(way)

    def _held(self, stem: str, factor: float, limit: float) -> Share:
        """A stand-in's impacts: it never counts as rarer than what was typed."""
        return self._ranking.impacts(stem), factor * min(1.0, limit / self._ranking.idf(stem))

    def _idf_of(self, terms: Sequence[Term]) -> float:
        known = [self._ranking.idf(term.stem) for term in terms if self._ranking.impacts(term.stem)]
        return max(known, default=self._ranking.rarest())


def _at_home(number: str) -> str:
    return _FROM_ABROAD.sub(_TRUNK, number)
