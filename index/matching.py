"""One clause of a query against all sections: as typed, as a synonym, as a prefix, or misspelt.

Query expansion with tiers: a wording that the worker did not type always counts less than the one typed, and
alternatives for one word are never added up (disjunction max, as in Lucene's query of that name), so that a
word with many synonyms does not outweigh the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from index.bounded_cache import BoundedCache
from index.folding import respellings
from index.hits import SPELLING, Reason
from index.letters import LetterMatches
from index.max_score import (
    IMPACT_BYTES,
    LARGE_IMPACTS,
    Impacts,
    PackedImpacts,
    WeightedImpacts,
    disjunction_max,
    disjunction_steps,
    scaled,
    summed,
)
from index.numbers import readings
from index.query import Term
from index.ranking import FUZZY, PREFIX, SYNONYM, Ranking
from index.spelling import Correction, Vocabulary
from index.synonyms import Entry, Stems, Thesaurus
from index.words_apart import WordsApart, joined_terms

# A prefix says little while it is short: its share by number of letters
_PREFIX_SHARE = {1: 0.4, 2: 0.6, 3: 0.8}
# A second edit, and each next candidate, count less
_EDIT_SHARE = {1: 1.0, 2: 0.7}
_NEXT_SHARE = 0.85
# From this many words on, two of them stand for a variant
_LONG_VARIANT = 3
# Matches that are cached, in bytes: those of the latest questions
_CACHED_BYTES = 2 << 20
_EMPTY_MATCH = 1600


class QueryClause(NamedTuple):
    """A part of the query that is one thing: a word, or words that together call up synonyms."""

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


class Expansion(NamedTuple):
    """Sections that a clause reached by another word, and what says so."""

    why: Reason
    impacts: Impacts


class Match(NamedTuple):
    """What a clause scores in each section; `literal` has those that hold all of it as typed or begun."""

    scores: Impacts
    literal: Impacts
    expansions: tuple[Expansion, ...] = ()
    stems: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()  # those of the stems that stand for a synonym
    correction: str = ""
    max_score: float = 0.0  # the highest of the scores: the upper bound that MaxScore prunes by


NOTHING = Match({}, {})

# What a telephone number begins with
_TRUNK = "0"


def clauses_of(terms: Sequence[Term], thesaurus: Thesaurus, apart: WordsApart) -> tuple[QueryClause, ...]:
    """The query in clauses, in order; words that mean nothing alone and call up nothing are left out.

    Words that together call up a synonym are not made one word.
    """
    together = (found for found in thesaurus.find(terms) if found.end - found.start > 1)
    taken = {at for found in together for at in range(found.start, found.end)}
    terms = joined_terms(terms, apart, taken)
    clauses: list[QueryClause] = []
    at = 0
    for found in thesaurus.find(terms):
        clauses += (QueryClause((term,)) for term in terms[at : found.start])
        clauses.append(QueryClause(tuple(terms[found.start : found.end]), found.entries))
        at = found.end
    clauses += (QueryClause((term,)) for term in terms[at:])
    return tuple(clause for clause in clauses if clause.content or clause.entries)


class Matcher:
    """Matches clauses and caches what the next keystroke will ask again. Belongs to one thread."""

    def __init__(
        self,
        ranking: Ranking,
        vocabulary: Vocabulary,
        stem_of: Callable[[str], str],
        words_apart: WordsApart,
    ) -> None:
        self._words_apart = words_apart
        self._ranking = ranking
        self._vocabulary = vocabulary
        self._stem_of = stem_of
        self._cache = BoundedCache[QueryClause, Match | _PackedMatch](_CACHED_BYTES)
        self._letters = LetterMatches()

    def match(self, clause: QueryClause, best: int | None = None) -> Match:
        """The clause against all sections: misspellings are tried only where nothing else is found.

        Where nothing but the `best` so many sections counts, a letter may come without the others.
        """
        cached = self._cache.get(clause)
        if cached is not None:
            return cached.unpacked() if isinstance(cached, _PackedMatch) else cached
        match = self._warmed(clause, best)
        if match is None:
            match = self._match(clause)
            match = match._replace(max_score=max(match.scores.values(), default=0.0))
            if len(match.scores) < LARGE_IMPACTS:
                self._cache.put(clause, match, _bytes(match))
            else:
                packed = _PackedMatch.of(match)
                self._cache.put(clause, packed, _EMPTY_MATCH + sum(part.bytes() for part in packed.parts))
        return match

    def warm_letter(self, letter: str, best: int) -> Iterator[None]:
        """Make ready what begins with the letter, step by step; at least the `best` so many sections."""
        term = Term(letter, letter, letter, is_prefix=True)
        literal = self._ranking.as_typed(letter, letter)
        factors = self._completion_factors(term, bool(literal))
        parts: list[tuple[int, Callable[[], WeightedImpacts]]] = [(len(literal), lambda: (literal, 1.0))]
        for stem, factor in factors.items():
            parts.append((self._ranking.document_frequency(stem), partial(self._weighted, stem, factor)))
        yield
        scores: Impacts = {}
        yield from disjunction_steps(scores, parts)
        self._letters.keep(letter, scores, frozenset((letter, *factors)), best)

    def _weighted(self, stem: str, factor: float) -> WeightedImpacts:
        return self._ranking.impacts(stem), factor

    def _warmed(self, clause: QueryClause, best: int | None) -> Match | None:
        """What was made ready for a clause that is a letter."""
        (term, *others) = clause.terms
        if others or clause.entries or term.parts or term.compound or term.split or not term.is_prefix:
            return None
        warmed = self._letters.get(term.word, best)
        if warmed is None:
            return None
        return Match(warmed.scores, warmed.scores, stems=warmed.stems, max_score=warmed.highest)

    def fuzzy(self, term: Term) -> Match:
        """The sections that have a word which the term may be a misspelling of."""
        corrections = self._corrections(term)
        share, expansions = 1.0, []
        for correction in corrections:
            factor = FUZZY * _EDIT_SHARE[correction.distance] * share
            stem = self._stem_of(correction.word)
            reason = Reason(correction.word, SPELLING)
            expansions.append(Expansion(reason, scaled(self._ranking.impacts(stem), factor)))
            share *= _NEXT_SHARE
        if not expansions:
            return NOTHING
        stems = frozenset(self._stem_of(correction.word) for correction in corrections)
        impacts = disjunction_max((expansion.impacts, 1.0) for expansion in expansions)
        return Match(impacts, {}, tuple(expansions), stems, correction=corrections[0].word)

    def _match(self, clause: QueryClause) -> Match:
        terms = [self._match_term(term, bool(clause.entries)) for term in clause.content]
        if not clause.entries:
            return terms[0]
        literal = (
            {section: 0.0 for section in terms[0].literal if all(section in t.literal for t in terms)}
            if terms
            else {}
        )
        limit = self._idf_of(clause.content)
        expansions = tuple(self._expand(clause, entry, limit) for entry in clause.entries)
        together = summed(term.scores for term in terms)
        scores = disjunction_max(((together, 1.0), *((expansion.impacts, 1.0) for expansion in expansions)))
        variants = frozenset(stem for entry in clause.entries for one in entry.variants for stem in one)
        typed = frozenset(term.stem for term in clause.terms).union(*(term.stems for term in terms))
        stems = variants.union(*(term.stems for term in terms))
        return Match(scores, literal, expansions, stems, variants - typed)

    def _match_number(self, term: Term) -> Match:
        """A number in parts is one thing: other numbers that begin alike are no answer to it."""
        known = (number for one in readings(term.word) for number in self._vocabulary.numbers_with(one))
        numbers = list(dict.fromkeys(known))
        if not numbers and not term.word.startswith(_TRUNK):
            numbers = list(term.parts)  # years or amounts that only stand near each other
        scores = disjunction_max((self._ranking.impacts(number), 1.0) for number in numbers)
        return Match(scores, scores, stems=frozenset(numbers))

    def _match_term(self, term: Term, has_synonyms: bool) -> Match:
        if term.parts:
            return self._match_number(term)
        literal = self._ranking.as_typed(term.word, term.stem)
        stems = {term.stem}
        parts: list[WeightedImpacts] = [(literal, 1.0)]
        if term.compound:
            stem = self._stem_of(term.compound)
            parts.append(self._capped(stem, 1.0, self._ranking.idf(term.stem)))
            stems.add(stem)
        if term.is_prefix:
            completions = self._completions(term, bool(literal))
            stems.update(completions)
            parts.extend(completions.values())
        # a usual word that the guidance has is not looked for in parts as well
        if not (literal and term.word.isalpha()) and (apart := self._words_apart.find(term.word)).scores:
            parts.append((apart.scores, 1.0))
            stems.update(apart.stems)
        scores = disjunction_max(parts)
        if not scores and not has_synonyms:
            return self.fuzzy(term)
        return Match(scores, scores, stems=frozenset(stems))

    def _corrections(self, term: Term) -> list[Correction]:
        """Words that are the term spelt by other rules, then those that it may be a slip for."""
        known = self._vocabulary
        respelt = [Correction(one, 1) for one in respellings(term.word, term.typed) if known.has(one)]
        return respelt or known.corrections(term.word)

    def _completions(self, term: Term, is_word: bool) -> dict[str, WeightedImpacts]:
        factors = self._completion_factors(term, is_word)
        return {stem: self._weighted(stem, factor) for stem, factor in factors.items()}

    def _completion_factors(self, term: Term, is_word: bool) -> dict[str, float]:
        """The stems that a begun word may grow into, and by which factor each counts."""
        words = self._vocabulary.completions(term.word)
        stems = dict.fromkeys(self._stem_of(word) for word in words)
        stems.pop(term.stem, None)
        factor = PREFIX * _PREFIX_SHARE.get(len(term.word), 1.0)
        typed = self._ranking.idf(term.stem) if is_word else self._ranking.max_idf()
        together = min((self._ranking.idf(stem) for stem in stems), default=typed)
        limit = min(typed, max(together, 0.5 * typed))
        return {stem: self._cap(stem, factor, limit) for stem in stems}

    def _expand(self, clause: QueryClause, entry: Entry, limit: float) -> Expansion:
        typed = tuple(term.stem for term in clause.content)
        variants = [self._variant(variant, limit) for variant in entry.variants if variant != typed]
        factor = SYNONYM * max(1, len(clause.content))
        return Expansion(Reason(entry.means), scaled(disjunction_max(variants), factor))

    def _variant(self, variant: Stems, limit: float) -> WeightedImpacts:
        """The mean over the words of a variant, where enough of them stand: all of two, two of more."""
        lists = [self._capped(stem, 1.0, limit) for stem in variant]
        if len(lists) == 1:
            return lists[0]
        needed = 2 if len(variant) >= _LONG_VARIANT else len(variant)
        totals: Impacts = {}
        seen: dict[int, int] = {}
        for impacts, factor in lists:
            for section, impact in impacts.items():
                totals[section] = totals.get(section, 0.0) + impact * factor
                seen[section] = seen.get(section, 0) + 1
        return {s: total for s, total in totals.items() if seen[s] >= needed}, 1 / len(variant)

    def _capped(self, stem: str, factor: float, limit: float) -> WeightedImpacts:
        """A stand-in's impacts: it never counts as rarer than what was typed."""
        return self._weighted(stem, self._cap(stem, factor, limit))

    def _cap(self, stem: str, factor: float, limit: float) -> float:
        return factor * min(1.0, limit / self._ranking.idf(stem))

    def _idf_of(self, terms: Sequence[Term]) -> float:
        known = [self._ranking.idf(t.stem) for t in terms if self._ranking.document_frequency(t.stem)]
        return max(known, default=self._ranking.max_idf())


class _PackedMatch(NamedTuple):
    """A match with its mappings packed, each of them once."""

    match: Match
    parts: tuple[PackedImpacts, ...]
    places: tuple[int, ...]  # which of the parts are the scores, the literal and each expansion's impacts

    @classmethod
    def of(cls, match: Match) -> _PackedMatch:
        """Pack a match."""
        mappings = _mappings(match)
        different = {id(mapping): mapping for mapping in mappings}
        numbers = {key: number for number, key in enumerate(different)}
        bare = tuple(expansion._replace(impacts={}) for expansion in match.expansions)
        return cls(
            match._replace(scores={}, literal={}, expansions=bare),
            tuple(map(PackedImpacts.of, different.values())),
            tuple(numbers[id(mapping)] for mapping in mappings),
        )

    def unpacked(self) -> Match:
        """The match again."""
        made = [part.unpacked() for part in self.parts]
        scores, literal, *others = (made[place] for place in self.places)
        pairs = zip(self.match.expansions, others, strict=True)
        expansions = tuple(expansion._replace(impacts=impacts) for expansion, impacts in pairs)
        return self.match._replace(scores=scores, literal=literal, expansions=expansions)


def _mappings(match: Match) -> list[Impacts]:
    return [match.scores, match.literal, *(expansion.impacts for expansion in match.expansions)]


def _bytes(match: Match) -> int:
    """What a match takes beside the impacts of its terms, roughly."""
    different = {id(mapping): len(mapping) for mapping in _mappings(match)}
    return _EMPTY_MATCH + IMPACT_BYTES * sum(different.values())
